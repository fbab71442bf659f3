//! Running text: numbered items, each closed by a label and its units (责任单位：…).
//!
//! White space parts the text into chunks, whether it is a line break or a space. A chunk that
//! opens with the next numeral of the sequence is a heading or an item; what stands before the
//! first heading of a list is its title.

mod chunks;

use model::{DiagnosticKind, Passage, Span};

use crate::{
    numerals::{decimal_digit, heading_numeral, item_number},
    raw::{Note, RawDocument, RawRow, RawSection, RawUnits, UnitColumn},
    sections::looks_like_title,
    units::is_unit_list,
};
use chunks::{Chunk, chunks};

/// Whether the text is of this layout: three or more labels of units close a text.
pub(crate) fn detect(source: &str) -> bool {
    chunks(source).iter().filter(|chunk| chunk.label.is_some()).count() >= 3
}

/// Reads every list of the text.
pub(crate) fn read(source: &str) -> RawDocument {
    let mut reader = Reader::new(source);
    for chunk in chunks(source) {
        reader.push(&chunk);
    }
    reader.finish()
}

/// The brackets that may open a label: （责任单位：…）.
const BRACKETS: [char; 4] = ['（', '(', '【', '['];

/// Units without the bracket that closes behind them but opens before their label.
fn inside_bracket(words: &str) -> &str {
    let count = |brackets: &[char]| words.matches(brackets).count();
    let bare = words.trim_end_matches(['。', '；', ';']);
    if count(&['）', ')', '】', ']']) > count(&BRACKETS) {
        bare.strip_suffix(['）', ')', '】', ']']).unwrap_or(bare)
    } else {
        bare
    }
}

/// Whether a heading stands under another: （三） under 二、.
fn is_inner(heading: &str) -> bool {
    heading.starts_with(['（', '('])
}

/// What is being read, chunk by chunk.
struct Reader<'a> {
    source: &'a str,
    document: RawDocument,
    section: RawSection,
    /// The last line that may be the title of the list that comes.
    title: Option<Passage>,
    /// The heading in force, with its numeral and whether items stand under it.
    heading: Option<Heading>,
    /// Items without their units yet.
    open: Vec<OpenItem>,
    /// The number of the last item, for lists that count on over their headings.
    last_number: u32,
    /// The units' label just read: the next chunks may go on with it.
    is_in_units: bool,
    /// What was done just read: the next chunks may go on with it.
    is_in_status: bool,
    /// What is planned next just read, which is no task.
    is_in_plan: bool,
    /// The numerals of the last headings: 二、 and under it （三）.
    last_numerals: [u32; 2],
}

struct Heading {
    words: Passage,
    numeral_len: usize,
    last_item: u32,
    /// Whether nothing has stood under it yet.
    is_bare: bool,
}

/// Labels of what was done.
const STATUS: [&str; 7] =
    ["进展情况", "完成情况", "推进情况", "落实情况", "工作进展", "目前进展", "进展"];

/// What is ordered, and from the first sentence that says up to when what was done: 截至9月底，….
fn part_status(text: &Passage) -> (Passage, Option<Passage>) {
    let is_dated = |at: usize| {
        let rest = &text.text[at..];
        let rest = rest.strip_prefix("截至").or_else(|| rest.strip_prefix("截止"));
        rest.is_some_and(|rest| {
            rest.starts_with("目前") || rest.starts_with(|c: char| decimal_digit(c).is_some())
        })
    };
    let ends = text.text.char_indices().filter(|(_, c)| matches!(c, '。' | '；' | ';'));
    let begins = ends.map(|(at, c)| at + c.len_utf8()).find(|at| is_dated(*at));
    match begins {
        Some(at) => (text.slice(0, at), Some(text.slice(at, text.text.len()))),
        None => (text.clone(), None),
    }
}

/// Labels of what is planned next, or stands in the way.
const PLANS: [&str; 8] = [
    "下一步工作",
    "下一步计划",
    "下一步打算",
    "下一步",
    "下步打算",
    "下步工作",
    "存在问题",
    "存在困难",
];

fn opens_plan(words: &str) -> bool {
    PLANS
        .iter()
        .any(|word| words.strip_prefix(word).is_some_and(|rest| rest.starts_with(['：', ':'])))
}

/// An item whose units have not come yet.
struct OpenItem {
    number: Passage,
    text: Vec<Span>,
    start: u32,
    /// Whether its number is that of the heading above.
    is_of_heading: bool,
    /// Whether its number is that of the row above, whose units have been named.
    is_continued: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            document: RawDocument::default(),
            section: RawSection::default(),
            title: None,
            heading: None,
            open: Vec::new(),
            last_number: 0,
            is_in_units: false,
            is_in_status: false,
            is_in_plan: false,
            last_numerals: [0; 2],
        }
    }

    fn push(&mut self, chunk: &Chunk<'_>) {
        let begins = chunk.label.is_some()
            || self.opens_status(chunk).is_some()
            || self.opens_heading(chunk).is_some()
            || self.opens_item(chunk).is_some()
            || looks_like_title(&chunk.text);
        self.is_in_plan = opens_plan(&chunk.text) || (self.is_in_plan && !begins);
        if let (true, Some(row)) = (self.is_in_plan, self.section.rows.last_mut()) {
            let words = Passage::read(self.source, &chunk.pieces);
            row.notes.push(Note::on(DiagnosticKind::UnreadColumn, &words, row.span));
            row.span = row.span.cover(chunk.span);
            return;
        }
        if let Some((label, column)) = chunk.label {
            self.push_units(chunk, label, column);
        } else if let Some(len) = self.opens_status(chunk) {
            self.push_status(chunk, len);
        } else if self.goes_on_with_units(chunk) {
            self.extend_units(chunk);
        } else {
            self.is_in_units = false;
            let opens = self.opens_heading(chunk).is_some() || self.opens_item(chunk).is_some();
            if self.is_in_status && !opens && !looks_like_title(&chunk.text) {
                self.extend_status(chunk);
            } else {
                self.is_in_status = false;
                self.push_text(chunk);
            }
        }
    }

    /// A chunk of text opens a heading, opens an item, heads a list, or goes on with an item.
    fn push_text(&mut self, chunk: &Chunk<'_>) {
        if looks_like_title(&chunk.text) && self.open.is_empty() {
            self.end_section();
            self.title = Some(self.read(chunk.span));
        } else if let Some((numeral, len)) = self.opens_heading(chunk) {
            self.close_without_units(|item| item.is_of_heading || item.is_continued);
            let words = self.read(chunk.span);
            let heading = Heading { words, numeral_len: len, last_item: 0, is_bare: true };
            let above = self.heading.replace(heading);
            let is_under =
                is_inner(&chunk.text) && above.as_ref().is_some_and(|above| above.is_bare);
            let above = above.filter(|_| is_under);
            self.section.furniture.extend(above.and_then(|above| above.words.span()));
            if is_inner(&chunk.text) {
                self.last_numerals[1] = numeral;
            } else {
                self.last_numerals = [numeral, 0];
            }
        } else if let Some((number, len)) = self.opens_item(chunk) {
            if let Some(heading) = &mut self.heading {
                heading.last_item = number;
                heading.is_bare = false;
            }
            self.last_number = number;
            // What a heading says before its items introduces them; what has no units of its own
            // behind a row is no task.
            let (kept, left) = core::mem::take(&mut self.open)
                .into_iter()
                .partition(|item| !item.is_of_heading && !item.is_continued);
            self.open = kept;
            self.note_unread(left);
            let start = chunk.span.start as usize;
            let printed = Span::new(start, start + len);
            let text = Span::new(start + len, chunk.span.end as usize);
            self.open.push(OpenItem {
                number: self.read(printed),
                text: vec![text],
                start: chunk.span.start,
                is_of_heading: false,
                is_continued: false,
            });
        } else if let Some(item) = self.open.last_mut() {
            item.text.push(chunk.span);
        } else if let Some(number) = self.numeral_as_number() {
            let start = number.span().map_or(chunk.span.start, |span| span.start);
            let text = vec![chunk.span];
            let item = OpenItem { number, text, start, is_of_heading: true, is_continued: false };
            self.open.push(item);
            self.heading.iter_mut().for_each(|heading| heading.is_bare = false);
        } else if let Some(number) = self.number_to_go_on_with(chunk) {
            let (start, text) = (chunk.span.start, vec![chunk.span]);
            let item = OpenItem { number, text, start, is_of_heading: false, is_continued: true };
            self.open.push(item);
        }
    }

    /// The number of the row that has just been closed, where text follows its bracket of units on
    /// the same line: a number of several tasks, each with its units.
    fn number_to_go_on_with(&self, chunk: &Chunk<'_>) -> Option<Passage> {
        let row = self.section.rows.last()?;
        let between = self.source.get(row.span.end as usize..chunk.span.start as usize)?;
        // （市教育局牵头）。: a stop is no text.
        let is_text = chunk.text.contains(char::is_alphanumeric);
        row.number.clone().filter(|_| between.is_empty() && is_text)
    }

    /// The numeral of a heading under which text follows without items of its own: the heading
    /// names the one task under it, and its numeral is the task's number.
    fn numeral_as_number(&self) -> Option<Passage> {
        let heading = self.heading.as_ref().filter(|heading| heading.last_item == 0)?;
        let numeral = heading.words.slice(0, heading.numeral_len);
        let bare = numeral.text.trim_matches(|c| "（）()、.．".contains(c));
        let start = numeral.text.find(bare)?;
        Some(numeral.slice(start, start + bare.len()))
    }

    /// Whether a chunk opens the next heading: the numeral goes on, or starts again at 一.
    fn opens_heading(&self, chunk: &Chunk<'_>) -> Option<(u32, usize)> {
        let (numeral, len) = heading_numeral(&chunk.text)?;
        let is_inner = is_inner(&chunk.text);
        let last = self.last_numerals[usize::from(is_inner)];
        let is_next = numeral == last + 1 || numeral == 1;
        // （一）做强主导产业。 heads items, too; 二、…。 is a sentence.
        let words = if is_inner { chunk.text.trim_end_matches('。') } else { &*chunk.text };
        let is_short = words.chars().count() <= 60 && !words.contains('。');
        // An item without units of its own ends where the next heading opens a line.
        let opens_line =
            self.source[..chunk.span.start as usize].trim_end_matches([' ', '\u{3000}', '\t']);
        let is_sure = numeral == last + 1 && numeral > 1 && opens_line.ends_with(['\n', '\r']);
        let is_free = self.open.is_empty() || (is_sure && !self.section.rows.is_empty());
        (is_next && is_short && is_free).then_some((numeral, len))
    }

    /// Whether a chunk opens the next item.
    fn opens_item(&self, chunk: &Chunk<'_>) -> Option<(u32, usize)> {
        let (number, len) = item_number(&chunk.text)?;
        let last = match &self.heading {
            Some(heading) => heading.last_item,
            None => self.section.rows.len() as u32 + self.open.len() as u32,
        };
        let goes_on = number == self.last_number + 1;
        (goes_on || (number > last && number <= last + 3)).then_some((number, len))
    }

    /// Closes the open items with their units.
    fn push_units(&mut self, chunk: &Chunk<'_>, label: usize, column: UnitColumn) {
        self.is_in_status = false;
        self.open_heading();
        let words = &chunk.text[label..];
        let cell = Passage::read(self.source, &chunk.pieces);
        let cell = cell.slice(label, label + inside_bracket(words).len());
        self.is_in_units = true;
        if self.open.is_empty() {
            // A second label (配合单位：…) goes on with the rows just closed.
            if let Some(row) = self.section.rows.last_mut() {
                row.units.push(RawUnits { cell, column });
                row.span = row.span.cover(chunk.span);
            }
            return;
        }
        let items = core::mem::take(&mut self.open);
        let last = items.len() - 1;
        let lead = self.heading_lead().filter(|_| column == UnitColumn::Support);
        let own = RawUnits { cell, column };
        let units: Vec<_> = lead.into_iter().chain([own]).collect();
        for (at, item) in items.into_iter().enumerate() {
            self.push_row(item, units.clone());
            if let Some(row) = self.section.rows.last_mut() {
                row.is_units_carried = at != last;
                row.span.end = if at == last { chunk.span.end } else { row.span.end };
            }
        }
    }

    /// Makes rows of the items whose units have not come; those that `is_none` says are no tasks.
    fn close_without_units(&mut self, is_none: fn(&OpenItem) -> bool) {
        let lead: Vec<_> = self.heading_lead().into_iter().collect();
        let open = core::mem::take(&mut self.open);
        let (left, items): (Vec<_>, Vec<_>) = open.into_iter().partition(is_none);
        self.note_unread(left);
        for item in items {
            self.push_row(item, lead.clone());
        }
    }

    fn push_row(&mut self, item: OpenItem, units: Vec<RawUnits>) {
        let (text, status) = part_status(&Passage::read(self.source, &item.text));
        self.section.has_status |= status.is_some();
        let end = item.text.last().map_or(item.start, |span| span.end);
        self.section.rows.push(RawRow {
            number: Some(item.number),
            heading: self.heading.as_ref().map(|heading| heading.words.clone()),
            text,
            units,
            status,
            span: Span { start: item.start, end },
            ..RawRow::default()
        });
    }

    /// Who leads all tasks under the heading, where that is what it says: 一、市发改委牵头（4项）.
    fn heading_lead(&self) -> Option<RawUnits> {
        let Heading { words, numeral_len, .. } = self.heading.as_ref()?;
        let said = words.text[*numeral_len..].split(['（', '(']).next()?;
        let unit = said.strip_suffix("牵头").filter(|unit| is_unit_list(unit))?;
        let cell = words.slice(*numeral_len, numeral_len + unit.len());
        Some(RawUnits { cell, column: UnitColumn::Lead })
    }

    /// A heading whose units stand right behind it is a task itself.
    fn open_heading(&mut self) {
        if !self.open.is_empty() {
            return;
        }
        let Some(number) = self.numeral_as_number() else { return };
        let Some(heading) = self.heading.take_if(|heading| heading.is_bare) else { return };
        let text = heading.words.slice(heading.numeral_len, heading.words.text.len());
        let start = heading.words.span().map_or(0, |span| span.start);
        let text = text.pieces;
        let item = OpenItem { number, text, start, is_of_heading: true, is_continued: false };
        self.open.push(item);
    }

    /// Whether a chunk opens what was done of the row just closed; the bytes of its label.
    fn opens_status(&self, chunk: &Chunk<'_>) -> Option<usize> {
        let label = STATUS.iter().find_map(|word| {
            let rest = chunk.text.strip_prefix(word)?;
            rest.starts_with(['：', ':']).then_some(word.len())
        })?;
        let colon = chunk.text[label..].chars().next().map_or(0, char::len_utf8);
        let has_item = !self.section.rows.is_empty() || !self.open.is_empty();
        has_item.then_some(label + colon)
    }

    fn push_status(&mut self, chunk: &Chunk<'_>, label: usize) {
        let start = chunk.span.start as usize + label;
        let words = self.read(Span::new(start, chunk.span.end as usize));
        self.close_without_units(|item| item.is_continued);
        let Some(row) = self.section.rows.last_mut() else { return };
        row.status = Some(words);
        row.span = row.span.cover(chunk.span);
        self.section.has_status = true;
        (self.is_in_units, self.is_in_status) = (false, true);
    }

    fn extend_status(&mut self, chunk: &Chunk<'_>) {
        let more = self.read(chunk.span);
        let Some(row) = self.section.rows.last_mut() else { return };
        if let Some(status) = &mut row.status {
            status.text.push_str(&more.text);
            status.pieces.extend(more.pieces);
        }
        row.span = row.span.cover(chunk.span);
    }

    /// Whether units broken over white space go on: the list so far ends in a separator.
    fn goes_on_with_units(&self, chunk: &Chunk<'_>) -> bool {
        let units = self.section.rows.last().and_then(|row| row.units.last());
        self.is_in_units
            && units.is_some_and(|units| {
                units.cell.is_empty() || units.cell.text.ends_with(['、', '，', ','])
            })
            && heading_numeral(&chunk.text).is_none()
            && item_number(&chunk.text).is_none()
    }

    fn extend_units(&mut self, chunk: &Chunk<'_>) {
        let more = self.read(chunk.span);
        let Some(row) = self.section.rows.last_mut() else { return };
        if let Some(units) = row.units.last_mut() {
            units.cell.text.push_str(&more.text);
            units.cell.pieces.extend(more.pieces);
        }
        row.span = row.span.cover(chunk.span);
    }

    fn end_section(&mut self) {
        let open = core::mem::take(&mut self.open);
        self.note_unread(open);
        let mut section = core::mem::take(&mut self.section);
        self.heading = None;
        self.last_numerals = [0; 2];
        self.last_number = 0;
        if !section.rows.is_empty() {
            section.titles.extend(self.title.take());
            section.end = section.rows.last().map_or(0, |row| row.span.end);
            self.document.sections.push(section);
        }
    }

    fn note_unread(&mut self, items: Vec<OpenItem>) {
        for item in items.into_iter().filter(|item| !item.is_of_heading) {
            let text = Passage::read(self.source, &item.text);
            let note = Note::on(DiagnosticKind::UnreadText, &text, Span::default());
            self.document.notes.push(note);
        }
    }

    fn finish(mut self) -> RawDocument {
        self.end_section();
        self.document
    }

    fn read(&self, span: Span) -> Passage {
        Passage::read(self.source, &[span])
    }
}
