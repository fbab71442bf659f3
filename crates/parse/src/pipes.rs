//! Tables with one row a line, cells parted by `|`, or by tabs as a spreadsheet copies them.

use model::{Passage, Span};

use crate::{
    columns::is_column_name,
    lines::{Line, lines},
    numerals::is_group_heading,
    raw::RawDocument,
    sections::SectionTitles,
    table::{CellRow, opens_header, read_table},
};

/// What parts the cells of a row.
type Separator = fn(char) -> bool;

/// Whether the cells are parted by bars: most lines that hold text have at least two.
pub(crate) fn detect(source: &str) -> bool {
    has_rows(source, is_bar)
}

/// Whether the cells are parted by tabs: most lines that hold text have at least two.
pub(crate) fn detect_tabs(source: &str) -> bool {
    has_rows(source, is_tab)
}

/// Reads every table whose cells are parted by bars.
pub(crate) fn read(source: &str) -> RawDocument {
    read_rows(source, is_bar)
}

/// Reads every table whose cells are parted by tabs.
pub(crate) fn read_tabs(source: &str) -> RawDocument {
    read_rows(source, is_tab)
}

fn has_rows(source: &str, parts: Separator) -> bool {
    let rows = lines(source).into_iter().filter(|line| !line.is_blank());
    let (n_rows, n_lines) =
        rows.fold((0, 0), |(n_rows, n), line| (n_rows + usize::from(is_row(&line, parts)), n + 1));
    n_rows >= 3 && n_rows * 2 >= n_lines
}

fn read_rows(source: &str, parts: Separator) -> RawDocument {
    let mut document = RawDocument::default();
    let mut titles = SectionTitles::default();
    let mut rows: Vec<CellRow> = Vec::new();
    let mut n_columns = 0;
    let opens_with_bar = opens_with_bar(source, parts);
    let mut end_table = |rows: &mut Vec<CellRow>, titles: &SectionTitles| {
        if let Some(section) = read_table(rows, titles.current()) {
            document.sections.push(section);
        }
        rows.clear();
    };
    for line in lines(source).into_iter().filter(|line| !line.is_blank()) {
        if is_row(&line, parts) {
            let Some(mut row) = read_row(source, &line, parts, opens_with_bar) else { continue };
            if opens_header(&row) && !rows.first().is_some_and(|first| first.says_the_same(&row)) {
                end_table(&mut rows, &titles);
                n_columns = 0;
            }
            close_row(&mut row, n_columns);
            n_columns = n_columns.max(row.cells.len());
            rows.push(row);
        } else {
            // A table of one cell has its bars, too.
            let words = line.text.trim_matches(|c: char| is_bar(c) || c.is_whitespace());
            let before = line.text.len()
                - line.text.trim_start_matches(|c: char| is_bar(c) || c.is_whitespace()).len();
            let start = line.span.start as usize + before;
            let words = Passage::read(source, &[Span::new(start, start + words.len())]);
            // A heading among rows is a row of one cell.
            if parts(line.text.trim_end().chars().next_back().unwrap_or_default())
                && !rows.is_empty()
                && is_group_heading(&words.text)
            {
                rows.push(CellRow { cells: vec![words], span: line.span });
                continue;
            }
            end_table(&mut rows, &titles);
            titles.push(words);
        }
    }
    end_table(&mut rows, &titles);
    document
}

/// Whether most rows open with a bar, so that it parts no cells. White space before the bar is an
/// empty cell where the row of names opens without one.
fn opens_with_bar(source: &str, parts: Separator) -> bool {
    let rows: Vec<_> = lines(source).into_iter().filter(|line| is_row(line, parts)).collect();
    let names_columns = |line: &&Line<'_>| {
        let names = line.text.split(parts).map(|name| name.replace(char::is_whitespace, ""));
        names.filter(|name| is_column_name(name)).count() > 1
    };
    let header = rows.iter().find(names_columns);
    let may_be_indented = header.is_none_or(|line| line.text.trim_start().starts_with(is_bar));
    let opens = |line: &&Line<'_>| {
        let words = if may_be_indented { line.text.trim_start() } else { line.text };
        words.starts_with(is_bar)
    };
    rows.iter().filter(opens).count() * 2 > rows.len()
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│')
}

fn is_tab(c: char) -> bool {
    c == '\t'
}

fn is_row(line: &Line<'_>, parts: Separator) -> bool {
    line.text.matches(parts).count() >= 2
}

/// Takes away the empty cells at a row's end that stand beyond the table's columns; within them
/// an empty cell is a merged one.
fn close_row(row: &mut CellRow, n_columns: usize) {
    while row.cells.len() > n_columns && row.cells.last().is_some_and(Passage::is_empty) {
        row.cells.pop();
    }
}

/// The pieces of a cell that begins at a byte: `<br>` parts its lines.
fn pieces(cell: &str, start: usize) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some((at, len)) = ["<br>", "<br/>", "<br />"]
        .into_iter()
        .filter_map(|mark| Some((from + cell[from..].find(mark)?, mark.len())))
        .min()
    {
        pieces.push(Span::new(start + from, start + at));
        from = at + len;
    }
    pieces.push(Span::new(start + from, start + cell.len()));
    pieces
}

/// A cell without the marks of bold: **（一）…**.
fn without_bold(cell: &str) -> &str {
    let words = cell.trim();
    words.strip_prefix("**").and_then(|words| words.strip_suffix("**")).unwrap_or(cell)
}

/// The cells of a line; `None` for a rule (`|---|---|`) or a row of nothing.
fn read_row(
    source: &str,
    line: &Line<'_>,
    parts: Separator,
    opens_with_bar: bool,
) -> Option<CellRow> {
    let mut cells = Vec::new();
    let mut start = line.span.start as usize;
    for part in line.text.split(parts) {
        let words = without_bold(part);
        let start_of_words = start + part.find(words).unwrap_or_default();
        cells.push(Passage::read(source, &pieces(words, start_of_words)));
        let bar = source[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        start += part.len() + bar;
    }
    // A bar at the end of a line closes a cell and opens none, and so does one at the beginning
    // where rows open with bars; a tab parts two cells.
    if line.text.trim_end().ends_with(is_bar) && cells.last().is_some_and(Passage::is_empty) {
        cells.pop();
    }
    if opens_with_bar
        && line.text.trim_start().starts_with(is_bar)
        && cells.first().is_some_and(Passage::is_empty)
    {
        cells.remove(0);
    }
    let is_rule = cells.iter().all(|cell| cell.text.chars().all(|c| matches!(c, '-' | ':' | '—')));
    (!is_rule).then_some(CellRow { cells, span: line.span })
}
