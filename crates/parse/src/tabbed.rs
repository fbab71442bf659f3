//! Tables flattened to one cell a line: a tab opens a cell, a blank line and a tab open a row.
//!
//! A line without a tab goes on with the cell above it, also across a blank line, because a
//! cell of several paragraphs is flattened so.

use model::{Passage, Span};

use crate::{
    lines::{Line, lines},
    numerals::{is_group_heading, list_number},
    raw::RawDocument,
    sections::{SectionTitles, looks_like_title},
    table::{CellRow, is_colophon, is_note, opens_header, read_table},
};

/// Whether the text is of this layout: a good part of its lines open with a tab.
pub(crate) fn detect(source: &str) -> bool {
    let (mut n_cells, mut n_lines) = (0, 0);
    for line in lines(source).iter().filter(|line| !line.text.is_empty()) {
        n_lines += 1;
        n_cells += usize::from(is_cell(line));
    }
    n_cells >= 8 && n_cells * 2 >= n_lines
}

/// Reads every table of the text.
pub(crate) fn read(source: &str) -> RawDocument {
    let mut reader = Reader {
        source,
        titles: SectionTitles::default(),
        document: RawDocument::default(),
        rows: Vec::new(),
    };
    for block in blocks(source) {
        match block {
            Block::Row { cells, is_apart } => reader.push_row(&cells, is_apart),
            Block::Text(span) => reader.push_text(span),
        }
    }
    reader.end_table();
    reader.document
}

fn is_cell(line: &Line<'_>) -> bool {
    line.text.starts_with('\t')
}

/// A row of a table, or a line between tables.
enum Block {
    /// A row.
    Row {
        /// The spans of each cell: one for each line it is printed on.
        cells: Vec<Vec<Span>>,
        /// Whether two or more blank lines stand before it.
        is_apart: bool,
    },
    /// A line of text.
    Text(Span),
}

/// Cuts the text into rows and lines between them.
fn blocks(source: &str) -> Vec<Block> {
    let mut cutter = Cutter::default();
    let mut n_blank = 0;
    for line in lines(source) {
        if line.is_blank() && !is_cell(&line) {
            n_blank += 1;
            continue;
        }
        cutter.push(&line, n_blank);
        n_blank = 0;
    }
    cutter.end_row();
    cutter.blocks
}

/// The row being cut, and what was cut before.
#[derive(Default)]
struct Cutter {
    blocks: Vec<Block>,
    row: Vec<Vec<Span>>,
    is_apart: bool,
}

impl Cutter {
    fn push(&mut self, line: &Line<'_>, n_blank: usize) {
        if is_cell(line) {
            if n_blank > 0 {
                self.end_row();
            }
            if self.row.is_empty() {
                self.is_apart = n_blank > 1;
            }
            self.row.push(vec![line.span]);
            return;
        }
        let text = line.text.trim();
        let is_heading = n_blank > 0 && is_group_heading(text);
        let is_note = n_blank > 0 && is_note(text);
        let goes_on = n_blank < 2 && !looks_like_title(text) && !is_heading && !is_note;
        if let Some(cell) = self.row.last_mut().filter(|_| goes_on) {
            cell.push(line.span);
        } else {
            self.end_row();
            self.blocks.push(Block::Text(line.span));
        }
    }

    fn end_row(&mut self) {
        let cells = core::mem::take(&mut self.row);
        if !cells.is_empty() {
            self.blocks.push(Block::Row { cells, is_apart: self.is_apart });
        }
    }
}

/// Gathers rows into tables.
struct Reader<'a> {
    source: &'a str,
    titles: SectionTitles,
    document: RawDocument,
    rows: Vec<CellRow>,
}

impl Reader<'_> {
    /// Takes a row; one that stands apart and has no number ends the table before it.
    fn push_row(&mut self, spans: &[Vec<Span>], is_apart: bool) {
        let cells: Vec<_> = spans.iter().map(|cell| Passage::read(self.source, cell)).collect();
        let span = spans.iter().flatten().copied().reduce(Span::cover).unwrap_or_default();
        let row = CellRow { cells, span };
        let is_numbered = row.cells.first().is_some_and(|cell| list_number(&cell.text).is_some());
        // A header that a page repeats stands within its table.
        let is_repeated = self.rows.first().is_some_and(|first| first.says_the_same(&row));
        if !is_repeated && (opens_header(&row) || (is_apart && !is_numbered)) {
            self.end_table();
        }
        if !is_colophon(&row) {
            self.rows.push(row);
        }
    }

    fn push_text(&mut self, span: Span) {
        self.end_table();
        self.titles.push(Passage::read(self.source, &[span]));
    }

    fn end_table(&mut self) {
        let rows = core::mem::take(&mut self.rows);
        if let Some(section) = read_table(&rows, self.titles.current()) {
            self.document.sections.push(section);
        }
    }
}
