//! Tables flattened to one cell a paragraph: no tabs, no empty cells, no ends of rows.
//!
//! Rows are found again by what their cells are: a number that continues the sequence, text,
//! values in runs of one length, units. Empty (merged) cells have left no trace, so what a row
//! lacks is carried down from the row above.

mod header;
mod tasks;
mod values;

use model::{Passage, Span};

use crate::{
    columns::{ColumnRole, is_number_name, is_time},
    lines::{Paragraph, paragraphs},
    numerals::{decimal_digit, is_group_heading, whole_number},
    raw::{RawDocument, RawSection},
    sections::{SectionTitles, looks_like_title},
    table::is_note,
    value::{CellValue, read_cell},
};
use header::FlatHeader;

/// Whether the text is of this layout: a paragraph of its own says 序号, a later one says 1.
pub(crate) fn detect(source: &str) -> bool {
    let mut cells = Cell::all(source).into_iter();
    cells.any(|cell| is_number_name(&cell.words.text)) && cells.any(|cell| cell.number() == Some(1))
}

/// Reads every table of the text.
pub(crate) fn read(source: &str) -> RawDocument {
    let cells = Cell::all(source);
    let heads: Vec<_> =
        (0..cells.len()).filter(|at| is_number_name(&cells[*at].words.text)).collect();
    let mut document = RawDocument::default();
    let mut titles = SectionTitles::default();
    let mut read_up_to = 0;
    for (at, &head) in heads.iter().enumerate() {
        cells[read_up_to..head].iter().for_each(|cell| titles.push(cell.words.clone()));
        let mut limit = heads.get(at + 1).copied().unwrap_or(cells.len());
        // The heading of the next list stands behind the rows of this one.
        let heads_next =
            |cell: &Cell| looks_like_title(cell.text()) || is_group_heading(cell.text());
        while limit < cells.len() && limit > head + 1 && heads_next(&cells[limit - 1]) {
            limit -= 1;
        }
        let (header, n_header) = header::read(&cells[head..limit]);
        let body = head + n_header;
        let end = body + body_len(&cells[body..limit]);
        let own: Vec<_> = cells[body..end].iter().filter(|cell| !cell.is_note()).cloned().collect();
        let mut section = read_body(&header, &own, &mut document);
        section.titles = titles.current();
        section.header = cells[head..body].iter().map(|cell| cell.span).reduce(Span::cover);
        document.sections.push(section);
        read_up_to = end;
    }
    document
}

/// One paragraph: a cell, or a part of one that is broken over several.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// Its words.
    words: Passage,
    /// Where it stands.
    span: Span,
    /// How many blank lines stand before it.
    gap: usize,
}

impl Cell {
    fn all(source: &str) -> Vec<Self> {
        paragraphs(source).into_iter().map(|paragraph| Self::new(source, paragraph)).collect()
    }

    fn new(source: &str, Paragraph { span, gap }: Paragraph) -> Self {
        Self { words: Passage::read(source, &[span]), span, gap }
    }

    fn text(&self) -> &str {
        &self.words.text
    }

    /// The number it prints, if it prints nothing else.
    fn number(&self) -> Option<u32> {
        whole_number(self.text())
    }

    /// Whether it is a note below the rows: 注：列第一位的为牵头单位。
    fn is_note(&self) -> bool {
        let is_of_page = self.text().starts_with('【') && self.text().ends_with('】');
        let is_file = [".doc", ".docx", ".pdf", ".xls", ".xlsx"];
        let is_file = is_file.iter().any(|end| self.text().ends_with(end));
        if is_of_page || is_file || is_footnote(self.text()) {
            return true;
        }
        is_note(self.text())
    }

    /// Whether it says that there is none: `/`.
    fn is_none(&self) -> bool {
        matches!(read_cell(self.text()), CellValue::NoShare) || self.text() == "无"
    }

    /// Whether it can be a cell of values: a number with its bound and unit, or no share.
    fn is_value(&self) -> bool {
        let is_number =
            |words: &str| matches!(read_cell(words), CellValue::Number(_) | CellValue::NoShare);
        // 80/50: two figures in one cell.
        let is_several = self.text().contains('/') && self.text().split('/').all(is_number);
        let is_value = is_number(self.text()) || is_several || is_number_with_note(self.text());
        (is_value || is_all_there_is(self.text())) && !is_time(self.text())
    }
}

/// Whether words are a footnote: [1]含…, or with a number of the list before it, 2.[1]含….
fn is_footnote(words: &str) -> bool {
    let is_digit = |c: char| decimal_digit(c).is_some();
    let behind_number = words.trim_start_matches(is_digit).strip_prefix(['.', '．', '、']);
    let Some(marked) = behind_number.unwrap_or(words).strip_prefix(['[', '［']) else {
        return false;
    };
    let (mark, note) = marked.split_once([']', '］']).unwrap_or_default();
    !mark.is_empty() && mark.chars().all(is_digit) && !note.is_empty()
}

/// Whether a cell is a number and a bracket: 2（续建1）.
fn is_number_with_note(words: &str) -> bool {
    let Some(open) = words.find(['（', '(']) else { return false };
    words.ends_with(['）', ')'])
        && words[..open].chars().all(|c| decimal_digit(c).is_some() || c == '.')
        && open > 0
}

/// Whether a cell says that all there is is to be done: 应改尽改.
fn is_all_there_is(words: &str) -> bool {
    let mut chars = words.chars();
    let [first, act, all, again] = [(); 4].map(|()| chars.next());
    (first, all) == (Some('应'), Some('尽'))
        && act.is_some()
        && act == again
        && chars.next().is_none()
}

/// How many cells from the first on belong to the table.
///
/// It ends where more blank lines stand than between its cells, and at a note, unless its numbers
/// go on there.
fn body_len(cells: &[Cell]) -> usize {
    let usual_gap = usual_gap(cells);
    let mut last_number =
        cells.first().and_then(Cell::number).map_or(0, |first| first.saturating_sub(1));
    for (at, cell) in cells.iter().enumerate() {
        let number = cell.number().filter(|number| *number == last_number + 1);
        let goes_on = || cells[at..].iter().any(|cell| cell.number() == Some(last_number + 1));
        let is_apart = cell.gap > usual_gap && number.is_none();
        if at > 0 && (is_apart || (cell.is_note() && !goes_on())) {
            return at;
        }
        last_number = number.unwrap_or(last_number);
    }
    cells.len()
}

/// The gap that stands between most cells.
fn usual_gap(cells: &[Cell]) -> usize {
    let count = |gap: usize| cells.iter().filter(|cell| cell.gap == gap).count();
    (0..4).max_by_key(|gap| (count(*gap), *gap)).unwrap_or(1)
}

fn read_body(header: &FlatHeader, cells: &[Cell], document: &mut RawDocument) -> RawSection {
    let (columns, rows) = if header.has_values() {
        values::read(header, cells, &mut document.notes)
    } else {
        (Vec::new(), tasks::read(header, cells))
    };
    let end = cells.last().map_or(0, |cell| cell.span.end);
    let has_status = header.roles.contains(&ColumnRole::Status);
    RawSection { columns, has_status, rows, end, ..RawSection::default() }
}

/// Joins paragraphs that are parts of one cell.
fn join(cells: &[Cell]) -> Passage {
    let mut joined = Passage::default();
    for cell in cells {
        joined.text.push_str(&cell.words.text);
        joined.pieces.extend_from_slice(&cell.words.pieces);
    }
    joined
}

/// Where each item starts: the cells that print the numbers of the sequence.
///
/// A number of the sequence is one above the last and is followed by words, not by a value.
/// A gap of up to three numbers is accepted where no nearer number follows.
fn item_starts(cells: &[Cell]) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    // On a later page the numbers go on.
    let mut last = cells.iter().find_map(Cell::number).map_or(0, |first| first.saturating_sub(1));
    for (at, cell) in cells.iter().enumerate() {
        let opens = |number: u32| {
            let is_next = number == last + 1
                || (number > last
                    && number <= last + 3
                    && !number_follows(&cells[at + 1..], last + 1, number));
            is_next && cells.get(at + 1).is_some_and(|next| !next.is_value())
        };
        if let Some(number) = cell.number().filter(|number| opens(*number)) {
            starts.push(at);
            last = number;
        }
    }
    starts
}

/// Whether a number from `from` up to, not including, `to` still opens an item further on.
fn number_follows(cells: &[Cell], from: u32, to: u32) -> bool {
    cells.windows(2).any(|pair| {
        pair[0].number().is_some_and(|number| (from..to).contains(&number)) && !pair[1].is_value()
    })
}

#[cfg(test)]
mod tests {
    use super::is_footnote;

    #[test]
    fn a_footnote_begins_with_its_mark() {
        for words in ["[1]含市本级。", "2.[1]含市本级。", "[12]含市本级。", "3、［2］不含续建。"]
        {
            assert!(is_footnote(words), "{words}");
        }
        for words in ["12[1]", "[1]", "[新]建学校", "建设学校[1]3所", "2.建设学校"] {
            assert!(!is_footnote(words), "{words}");
        }
    }
}
