//! Tables whose columns stand apart by white space alone, as a printed page is turned into text.
//!
//! Where a name of the header begins, its column does; a cell belongs to the column whose name it
//! begins next to. A line that fills no more than the text goes on with the row above it.

use model::{Passage, Span};

use crate::{
    lines::{Line, lines},
    numerals::is_group_heading,
    raw::RawDocument,
    sections::SectionTitles,
    table::{CellRow, is_colophon, opens_header, read_table},
};

/// How many blanks part two cells at least; a full-width one counts for two.
const LEAST_GAP: usize = 2;

/// The fewest cells of a line that shows columns.
const LEAST_CELLS: usize = 4;

/// Words of a line that stand together.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where they begin on the line, in the widths of a Latin letter.
    column: usize,
    span: Span,
}

/// Whether a line names columns, and three or more below it show cells.
pub(crate) fn detect(source: &str) -> bool {
    // Tabs and bars part the cells of other layouts.
    let lines =
        lines(source).into_iter().filter(|line| !line.text.contains(['\t', '|', '｜', '│']));
    let mut rows = lines.map(|line| runs(&line));
    rows.any(|runs| is_header(source, &runs))
        && rows.filter(|runs| runs.len() >= LEAST_CELLS).count() >= 3
}

/// Reads every table of the text.
pub(crate) fn read(source: &str) -> RawDocument {
    let mut document = RawDocument::default();
    let mut titles = SectionTitles::default();
    let mut table: Option<(Vec<Run>, Vec<CellRow>)> = None;
    let mut end_table = |table: Option<(Vec<Run>, Vec<CellRow>)>, titles: &SectionTitles| {
        let section = table.and_then(|(_, rows)| read_table(&rows, titles.current()));
        document.sections.extend(section);
    };
    for line in lines(source).into_iter().filter(|line| !line.is_blank()) {
        let runs = runs(&line);
        if is_header(source, &runs) {
            let row = row(source, &runs, &runs, line.span);
            match &mut table {
                Some((_, rows)) if rows.first().is_some_and(|first| first.says_the_same(&row)) => {
                    rows.push(row);
                }
                _ => {
                    end_table(table.take(), &titles);
                    table = Some((runs, vec![row]));
                }
            }
            continue;
        }
        let words = words(source, &runs);
        let Some((names, rows)) = &mut table else {
            titles.push(words);
            continue;
        };
        let row = row(source, names, &runs, line.span);
        let is_row = runs.len() >= LEAST_CELLS || is_group_heading(&words.text);
        if is_row && !is_colophon(&row) {
            rows.push(row);
        } else if let Some(last) = rows.last_mut().filter(|_| goes_on(names, &runs)) {
            for (cell, more) in last.cells.iter_mut().zip(row.cells) {
                cell.text.push_str(&more.text);
                cell.pieces.extend(more.pieces);
            }
            last.span = last.span.cover(line.span);
        } else {
            end_table(table.take(), &titles);
            titles.push(words);
        }
    }
    end_table(table, &titles);
    document
}

/// Whether a line goes on with the cells of the row above: each of its runs stands below a name
/// that is not the first.
fn goes_on(names: &[Run], runs: &[Run]) -> bool {
    let is_below =
        |run: &Run| names.iter().skip(1).any(|name| name.column.abs_diff(run.column) <= 1);
    runs.iter().all(is_below)
}

fn is_header(source: &str, runs: &[Run]) -> bool {
    runs.len() >= LEAST_CELLS && opens_header(&row(source, runs, runs, Span::default()))
}

/// The runs of a line under the names of columns: each under the one that begins next to it,
/// behind the one before.
fn row(source: &str, names: &[Run], runs: &[Run], span: Span) -> CellRow {
    let mut cells = vec![Passage::default(); names.len()];
    let mut first = 0;
    for (at, run) in runs.iter().enumerate() {
        // What is left over has to find columns, too.
        let last = names.len().saturating_sub(runs.len() - 1 - at).max(first + 1).min(names.len());
        let nearest = (first..last).min_by_key(|name| names[*name].column.abs_diff(run.column));
        let Some(nearest) = nearest else { break };
        cells[nearest] = Passage::read(source, &[run.span]);
        first = nearest + 1;
    }
    CellRow { cells, span }
}

fn words(source: &str, runs: &[Run]) -> Passage {
    Passage::read(source, &runs.iter().map(|run| run.span).collect::<Vec<_>>())
}

/// The runs of a line, from left to right. Single blanks, as in 指 标 名 称, part nothing.
fn runs(line: &Line<'_>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let (mut column, mut gap) = (0, LEAST_GAP);
    for (at, c) in line.text.char_indices() {
        let width = if c.is_ascii() { 1 } else { 2 };
        if c.is_whitespace() {
            gap += width;
        } else {
            let start = line.span.start as usize + at;
            let end = start + c.len_utf8();
            match found.last_mut().filter(|_| gap < LEAST_GAP) {
                Some(run) => run.span = run.span.cover(Span::new(start, end)),
                None => found.push(Run { column, span: Span::new(start, end) }),
            }
            gap = 0;
        }
        column += width;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
2023年主要指标任务分解表
序号   指 标 名 称        单位    全市     章贡区   牵头单位
       一、经济发展
1      地区生产总值增速   %       7左右    7.5      市发改委
       其中：工业增速     %       8.5      9        市工信局
2      新增企业           家      120      25       市工信局、
                                                    市商务局
3      水质优良比例       %       100      /        市生态环境局
注：以年底数为准。
";

    #[test]
    fn a_cell_stands_below_the_name_of_its_column() {
        assert!(detect(TABLE));
        let document = read(TABLE);
        let [section] = &document.sections[..] else { panic!("{document:?}") };
        let rows: Vec<_> = section
            .rows
            .iter()
            .map(|row| {
                let number = row.number.as_ref().map_or("-", |number| &*number.text);
                let values: Vec<_> = row.values.iter().map(|cell| &*cell.text).collect();
                format!(
                    "{number} {} {} {}",
                    row.text.text,
                    values.join(" "),
                    row.units[0].cell.text
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                "1 地区生产总值增速7%左右 7左右 7.5 市发改委",
                "- 其中：工业增速8.5% 8.5 9 市工信局",
                "2 新增企业120家 120 25 市工信局、市商务局",
                "3 水质优良比例100% 100 / 市生态环境局",
            ]
        );
        let heading = section.rows[1].heading.as_ref().map(|heading| &*heading.text);
        assert_eq!(heading, Some("一、经济发展"));
    }

    #[test]
    fn a_letter_shows_no_columns() {
        assert!(!detect(
            "各县（市、区）人民政府：\n    现将任务下达给你们。\n        市政府\n        2023年2月"
        ));
    }
}
