//! Lists without values, flattened to paragraphs: number, text, units, and text again where a
//! number holds several tasks.

use model::{Passage, Span};

use super::{Cell, header::FlatHeader, item_starts, join};
use crate::{
    columns::ColumnRole,
    raw::{RawRow, RawUnits, UnitColumn},
    units::leading_unit_paragraphs,
};

/// Reads the rows of a list.
pub(super) fn read(header: &FlatHeader, cells: &[Cell]) -> Vec<RawRow> {
    let starts = item_starts(cells);
    let ends = starts.iter().skip(1).copied().chain([cells.len()]);
    starts
        .iter()
        .zip(ends)
        .flat_map(|(&start, end)| read_item(header, &cells[start..end]))
        .collect()
}

/// Reads one number: one row, or several where text follows its units.
fn read_item(header: &FlatHeader, cells: &[Cell]) -> Vec<RawRow> {
    let mut rows: Vec<RawRow> = Vec::new();
    let mut at = 1;
    while at < cells.len() {
        let start = at;
        at += 1;
        while at < cells.len() && units_at(&cells[at..]) == 0 {
            at += 1;
        }
        let n_units = units_at(&cells[at..]);
        let words = &cells[start..at];
        let (text, status) = split_status(header, words);
        let units = read_units(header, &cells[at..at + n_units]);
        at += n_units;
        let span = cells[start..at].iter().map(|cell| cell.span).reduce(Span::cover);
        let mut row =
            RawRow { text, status, units, span: span.unwrap_or_default(), ..RawRow::default() };
        if rows.is_empty() {
            row.number = Some(cells[0].words.clone());
            row.span = row.span.cover(cells[0].span);
        }
        rows.push(row);
    }
    rows
}

/// How many paragraphs at the front are units.
fn units_at(cells: &[Cell]) -> usize {
    let texts: Vec<_> = cells.iter().take(8).map(Cell::text).collect();
    leading_unit_paragraphs(&texts)
}

/// The text and, where the table has a column for it, what has been done: the first paragraph
/// is the text, the others are the status.
fn split_status(header: &FlatHeader, words: &[Cell]) -> (Passage, Option<Passage>) {
    if header.roles.contains(&ColumnRole::Status) && words.len() > 1 {
        return (join(&words[..1]), Some(join(&words[1..])));
    }
    (join(words), None)
}

/// Shares the paragraphs of units out to the columns: a paragraph that does not end in a
/// separator ends its cell, as long as there are columns left.
fn read_units(header: &FlatHeader, cells: &[Cell]) -> Vec<RawUnits> {
    let mut columns: Vec<_> = header
        .roles
        .iter()
        .filter_map(|role| match role {
            ColumnRole::Units(column) => Some(*column),
            _ => None,
        })
        .collect();
    if columns.is_empty() {
        columns.push(UnitColumn::Any);
    }
    let mut found: Vec<RawUnits> = Vec::new();
    let mut is_open = false;
    for cell in cells {
        let is_last_column = found.len() == columns.len();
        match found.last_mut().filter(|_| is_open || is_last_column) {
            Some(units) => {
                units.cell.text.push_str(&cell.words.text);
                units.cell.pieces.extend_from_slice(&cell.words.pieces);
            }
            None => {
                found.push(RawUnits { cell: cell.words.clone(), column: columns[found.len()] });
            }
        }
        is_open = cell.text().ends_with(['、', '，', ',', ';', '；']);
    }
    found
}
