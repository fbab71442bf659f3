//! Tables with one row a line, cells parted by `|`.

use model::{Passage, Span};

use crate::{
    lines::{Line, lines},
    raw::RawDocument,
    sections::SectionTitles,
    table::{CellRow, opens_header, read_table},
};

/// Whether the text is of this layout: most lines that hold text have at least two bars.
pub(crate) fn detect(source: &str) -> bool {
    let rows = lines(source).into_iter().filter(|line| !line.is_blank());
    let (n_rows, n_lines) =
        rows.fold((0, 0), |(n_rows, n), line| (n_rows + usize::from(is_row(&line)), n + 1));
    n_rows >= 3 && n_rows * 2 >= n_lines
}

/// Reads every table of the text.
pub(crate) fn read(source: &str) -> RawDocument {
    let mut document = RawDocument::default();
    let mut titles = SectionTitles::default();
    let mut rows = Vec::new();
    let mut end_table = |rows: &mut Vec<CellRow>, titles: &SectionTitles| {
        if let Some(section) = read_table(rows, titles.current()) {
            document.sections.push(section);
        }
        rows.clear();
    };
    for line in lines(source).into_iter().filter(|line| !line.is_blank()) {
        if is_row(&line) {
            let Some(row) = read_row(source, &line) else { continue };
            if opens_header(&row) {
                end_table(&mut rows, &titles);
            }
            rows.push(row);
        } else {
            end_table(&mut rows, &titles);
            titles.push(Passage::read(source, &[line.span]));
        }
    }
    end_table(&mut rows, &titles);
    document
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│')
}

fn is_row(line: &Line<'_>) -> bool {
    line.text.matches(is_bar).count() >= 2
}

/// The cells of a line; `None` for a rule (`|---|---|`) or a row of nothing.
fn read_row(source: &str, line: &Line<'_>) -> Option<CellRow> {
    let mut cells = Vec::new();
    let mut start = line.span.start as usize;
    for part in line.text.split(is_bar) {
        cells.push(Passage::read(source, &[Span::new(start, start + part.len())]));
        let bar = source[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        start += part.len() + bar;
    }
    // A bar at either end of the line closes a cell and opens none.
    if cells.last().is_some_and(Passage::is_empty) {
        cells.pop();
    }
    if line.text.trim_start().starts_with(is_bar) && cells.first().is_some_and(Passage::is_empty) {
        cells.remove(0);
    }
    let is_rule = cells.iter().all(|cell| cell.text.chars().all(|c| matches!(c, '-' | ':' | '—')));
    (!is_rule).then_some(CellRow { cells, span: line.span })
}
