//! Allocation tables flattened to paragraphs.
//!
//! The number of value columns is the length that most runs of values have; where the header
//! names fewer, the names it has lost are known by their place between those it kept.

use core::ops::Range;

use model::{DiagnosticKind, Horizon, Passage, Span};

use super::{
    Cell,
    header::FlatHeader,
    join,
    tasks::{read_units, units_at},
};
use crate::{
    columns::{ColumnRole, is_time, is_total},
    numerals::heading_numeral,
    raw::{Note, RawRow},
    targets::read_targets,
};

/// Of a name that is broken, the first paragraph has at most so many characters.
const MOST_OF_PART: usize = 8;

/// A label has no quantity, or fewer characters.
const LEAST_OF_TEXT: usize = 8;

/// Reads the names of the value columns (`None` where lost) and the rows.
pub(super) fn read(
    header: &FlatHeader,
    cells: &[Cell],
    notes: &mut Vec<Note>,
) -> (Vec<Option<Passage>>, Vec<RawRow>) {
    let cells = &without_times(header, cells, notes);
    let runs = value_runs(cells);
    let n_money = header.n_money();
    let n_values = n_columns(&runs, header.value_names.len() + n_money);
    let n_money = n_money.min(n_values.saturating_sub(1));
    let starts = item_starts(cells, &runs, n_values);
    let ends: Vec<_> = starts.iter().skip(1).copied().chain([cells.len()]).collect();
    let items: Vec<_> = starts.iter().zip(&ends).map(|(&start, &end)| &cells[start..end]).collect();
    let place = UnitsPlace::of(header, &items);
    let mut reader = Reader { header, n_values, place, rows: Vec::new() };
    for item in items {
        reader.read_item(item);
    }
    let columns = name_columns(header, n_values - n_money);
    for row in &mut reader.rows {
        // What it costs stands before the shares.
        for cell in row.values.drain(..n_money.min(row.values.len())) {
            row.notes.push(Note::on(DiagnosticKind::UnreadColumn, &cell, row.span));
        }
    }
    let n_lost = columns.iter().filter(|name| name.is_none()).count();
    if n_lost > 0 {
        let span = header.value_names.iter().filter_map(Passage::span).reduce(Span::cover);
        let printed: Vec<_> = header.value_names.iter().map(|name| name.text.as_str()).collect();
        notes.push(Note {
            kind: DiagnosticKind::LostHeader,
            span: span.unwrap_or_default(),
            detail: format!("{n_values}列缺{n_lost}列，印有：{}", printed.join("、")),
        });
    }
    (columns, reader.rows)
}

/// The cells without those of a column of times, which are noted.
fn without_times(header: &FlatHeader, cells: &[Cell], notes: &mut Vec<Note>) -> Vec<Cell> {
    let has_times = header.roles.contains(&ColumnRole::Time);
    let (times, own): (Vec<_>, Vec<_>) =
        cells.iter().cloned().partition(|cell| has_times && is_time(cell.text()));
    let note = |cell: &Cell| Note::on(DiagnosticKind::UnreadColumn, &cell.words, cell.span);
    notes.extend(times.iter().map(note));
    own
}

/// The longest runs of cells that can be values; an item's number is one of them.
fn value_runs(cells: &[Cell]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..cells.len()).filter(|at| cells[*at].is_value()) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// How many value columns there are: the length that most runs have, where a run may be longer
/// by one because the next item's number follows it without units between.
fn n_columns(runs: &[Range<usize>], n_named: usize) -> usize {
    let count = |len: usize| runs.iter().filter(|run| run.len() == len).count();
    let longest = runs.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    (2..=longest)
        .max_by_key(|len| (count(*len) + count(*len + 1), *len == n_named, *len))
        .unwrap_or(n_named)
}

/// The cells that print the numbers of items: alone between words, or one more than the columns
/// at the end of a run. A run of another length is searched for the next number of the sequence.
fn item_starts(cells: &[Cell], runs: &[Range<usize>], n_values: usize) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    for run in runs.iter().filter(|run| run.end < cells.len() && run.len() != n_values) {
        let at = run.end - 1;
        let Some(number) = cells[at].number() else { continue };
        let last = starts.last().and_then(|at| cells[*at].number()).unwrap_or(0);
        if run.len() == 1 || run.len() == n_values + 1 || number == last + 1 {
            starts.push(at);
        }
    }
    starts
}

/// Puts the printed names at their places: those up to and with the total at the front, the
/// others at the end. What lies between has lost its name.
fn name_columns(header: &FlatHeader, n_values: usize) -> Vec<Option<Passage>> {
    let names = &header.value_names;
    if names.len() >= n_values {
        return names.iter().take(n_values).cloned().map(Some).collect();
    }
    let n_front = usize::from(names.first().is_some_and(|name| is_total(&name.text)));
    let n_back = names.len() - n_front;
    let mut columns = vec![None; n_values];
    for (at, name) in names[..n_front].iter().enumerate() {
        columns[at] = Some(name.clone());
    }
    for (at, name) in names[n_front..].iter().enumerate() {
        columns[n_values - n_back + at] = Some(name.clone());
    }
    columns
}

/// Where the units of a row stand beside its values.
#[derive(Debug, Clone, Copy)]
struct UnitsPlace {
    is_before: bool,
    is_behind: bool,
}

impl UnitsPlace {
    /// What the header says, where the rows agree: of a header of two rows that is flattened, 牵头单位
    /// stands before 全市, and its cells behind the values all the same.
    fn of(header: &FlatHeader, items: &[&[Cell]]) -> Self {
        let (is_before, is_behind) = header.has_units_beside_values();
        let values_at = |item: &[Cell]| {
            let n_words = item.iter().skip(1).take_while(|cell| !cell.is_value()).count();
            1 + n_words
        };
        let n_before =
            items.iter().filter(|item| !part_units(&item[1..values_at(item)]).0.is_empty()).count();
        let behind = |item: &&&[Cell]| {
            let values = values_at(item);
            let n_values = item[values..].iter().take_while(|cell| cell.is_value()).count();
            units_at(&item[values + n_values..]) > 0
        };
        let n_behind = items.iter().filter(behind).count();
        if is_before && n_before < n_behind && !is_behind {
            return Self { is_before: false, is_behind: true };
        }
        Self { is_before, is_behind }
    }
}

struct Reader<'a> {
    header: &'a FlatHeader,
    n_values: usize,
    place: UnitsPlace,
    rows: Vec<RawRow>,
}

impl Reader<'_> {
    /// Reads one number: its words, a run of values, units; then label, values, units again for
    /// every further row.
    fn read_item(&mut self, cells: &[Cell]) {
        let mut at = 1;
        let n_words = cells[at..].iter().take_while(|cell| !cell.is_value()).count();
        let words = &cells[at..at + n_words];
        let n_units = if self.header.has_units_first() { units_at(words) } else { 0 };
        let (first_units, words) = words.split_at(n_units);
        let UnitsPlace { is_before, is_behind } = self.place;
        // The units before the values of the row that is read.
        let (mut before, words) =
            if is_before { part_units(words) } else { (&[][..], words.to_vec()) };
        let (measure, words) = self.split_measure(&words);
        let words = Words::split(self.header, words);
        at += n_words;
        let number = Some(cells[0].words.clone());
        let mut row = RawRow { number, measure, ..RawRow::default() };
        row.heading = words.heading.or_else(|| {
            let above = self.rows.last()?;
            row.is_heading_carried = above.heading.is_some();
            above.heading.clone()
        });
        row.text = words.text;
        row.sub_label = words.label;
        let mut row_start = 0;
        loop {
            at += self.read_values(&mut row, &cells[at..]);
            let n_between = cells[at..].iter().take_while(|cell| !cell.is_value()).count();
            let between = &cells[at..at + n_between];
            let n_units = units_at(between);
            let (units, label) = between.split_at(n_units);
            // Where units stand before the values, these are the next row's.
            let (behind, next_before) =
                if is_before && !is_behind { (&[][..], units) } else { (units, &[][..]) };
            let own = if first_units.is_empty() {
                before.iter().chain(behind).cloned().collect()
            } else {
                first_units.to_vec()
            };
            self.set_units(&mut row, &own);
            before = next_before;
            at += n_between;
            let n_empty = if label.is_empty() { self.n_empty_units(&cells[at..]) } else { 0 };
            at += n_empty;
            let row_end = at - label.len() - next_before.len();
            row.span = span_of(&cells[row_start..row_end]);
            let has_next = at < cells.len();
            let next = has_next.then(|| {
                let (measure, label) = self.split_measure(label);
                RawRow { measure, ..next_row(&row, label) }
            });
            if !has_next && !label.is_empty() {
                row.notes.push(Note::on(DiagnosticKind::UnreadText, &join(label), row.span));
            }
            self.rows.push(row);
            row_start = row_end;
            match next {
                Some(next) => row = next,
                None => break,
            }
        }
    }

    /// What the values behind these words are counted in, where a column says it, and the words
    /// before that.
    fn split_measure<'c>(&self, words: &'c [Cell]) -> (Option<Passage>, &'c [Cell]) {
        match words.split_last() {
            Some((measure, before)) if self.header.has_measure() => {
                (Some(measure.words.clone()), before)
            }
            _ => (None, words),
        }
    }

    /// Takes a row's values off the front; how many cells they take up.
    fn read_values(&self, row: &mut RawRow, cells: &[Cell]) -> usize {
        let n_run = cells.iter().take_while(|cell| cell.is_value()).count();
        let n_taken = n_run.min(self.n_values);
        row.values = cells[..n_taken].iter().map(|cell| cell.words.clone()).collect();
        if n_run != self.n_values && n_run > 0 {
            let detail = format!("{n_run}/{}", self.n_values);
            let span = span_of(&cells[..n_run]);
            row.notes.push(Note { kind: DiagnosticKind::MergedColumns, span, detail });
        }
        n_run
    }

    /// How many cells at the front say that a column of units is empty: `/` by itself, where
    /// leads and helpers have a column each.
    fn n_empty_units(&self, cells: &[Cell]) -> usize {
        let n_columns =
            self.header.roles.iter().filter(|role| matches!(role, ColumnRole::Units(_))).count();
        let n_run = cells.iter().take_while(|cell| cell.is_value()).count();
        let is_alone = n_run == 1 && self.n_values > 1;
        usize::from(n_columns > 1 && is_alone && cells.first().is_some_and(Cell::is_none))
    }

    /// Gives a row its units, carried down where its cell is merged with the one above.
    fn set_units(&self, row: &mut RawRow, cells: &[Cell]) {
        if !cells.is_empty() {
            row.units = read_units(self.header, cells);
        } else if let Some(above) = self.rows.last() {
            row.units.clone_from(&above.units);
            row.is_units_carried = !row.units.is_empty();
        }
    }
}

/// Parts the words before values into the units among them and the others: text, then units, then
/// a label.
fn part_units(words: &[Cell]) -> (&[Cell], Vec<Cell>) {
    // A name may be broken, but not behind as much as a text.
    let may_begin = |at: usize, n: usize| {
        let first = words[at].text();
        let last = first.rsplit(['、', '，', ',']).next().unwrap_or_default();
        n == 1 || last.chars().count() <= MOST_OF_PART
    };
    let found = (1..words.len())
        .map(|at| (at, units_at(&words[at..])))
        .find(|(at, n)| *n > 0 && may_begin(*at, *n));
    let Some((at, n)) = found else { return (&[], words.to_vec()) };
    (&words[at..at + n], [&words[..at], &words[at + n..]].concat())
}

/// A further row of the number that `row` belongs to: of the same text, or of one of its own.
fn next_row(row: &RawRow, label: &[Cell]) -> RawRow {
    let words = join(label);
    let is_text = words.text.chars().count() >= LEAST_OF_TEXT
        && !read_targets(&words, 0, Horizon::Annual).is_empty();
    if is_text {
        return RawRow {
            heading: row.heading.clone(),
            is_heading_carried: row.heading.is_some(),
            text: words,
            ..RawRow::default()
        };
    }
    RawRow {
        heading: row.heading.clone(),
        is_heading_carried: row.heading.is_some(),
        text: row.text.clone(),
        is_text_carried: true,
        sub_label: (!label.is_empty()).then(|| join(label)),
        ..RawRow::default()
    }
}

fn span_of(cells: &[Cell]) -> Span {
    cells.iter().map(|cell| cell.span).reduce(Span::cover).unwrap_or_default()
}

/// The words between a number and its values.
struct Words {
    heading: Option<Passage>,
    text: Passage,
    label: Option<Passage>,
}

impl Words {
    /// Tells heading, text and label apart: a heading carries a numeral (`一、幸福养老项目`) or
    /// stands before a longer text; a label stands behind it and is shorter.
    fn split(header: &FlatHeader, cells: &[Cell]) -> Self {
        let len = |cell: &Cell| cell.text().chars().count();
        let longest = (0..cells.len()).max_by_key(|at| (len(&cells[*at]), cells.len() - at));
        let Some(longest) = longest else {
            return Self { heading: None, text: Passage::default(), label: None };
        };
        let numbered =
            cells.iter().take(2).rposition(|cell| heading_numeral(cell.text()).is_some());
        // 三、…整治 + 项目: the end of a heading in a paragraph of its own.
        let ends_heading = |at: usize| {
            cells.get(at + 1).is_some_and(|next| matches!(next.text(), "项目" | "工程" | "行动"))
        };
        let n_heading = match numbered {
            Some(at) if at + 2 < cells.len() && ends_heading(at) => at + 2,
            Some(at) => at + 1,
            None if header.has_heading() => longest,
            None => 0,
        };
        let text_end = cells.len().min(longest.max(n_heading) + 1);
        let heading = (n_heading > 0).then(|| join(&cells[..n_heading]));
        let label = (text_end < cells.len()).then(|| join(&cells[text_end..]));
        Self { heading, text: join(&cells[n_heading..text_end]), label }
    }
}
