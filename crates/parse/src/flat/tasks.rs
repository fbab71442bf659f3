//! Lists without values, flattened to paragraphs: number, text, units, and text again where a
//! number holds several tasks.

use model::{DiagnosticKind, Passage, Span};

use super::{Cell, header::FlatHeader, item_starts, join};
use crate::{
    columns::{ColumnRole, is_time, may_be_persons},
    numerals::is_group_heading,
    raw::{Note, RawRow, RawUnits, UnitColumn},
    table::add_goal,
    units::{is_unit_list, leading_unit_paragraphs},
};

/// Reads the rows of a list.
pub(super) fn read(header: &FlatHeader, cells: &[Cell]) -> Vec<RawRow> {
    let starts = item_starts(cells);
    let ends = starts.iter().skip(1).copied().chain([cells.len()]);
    let first = starts.first().copied().unwrap_or_default();
    let heads = |cell: &&Cell| is_group_heading(cell.text());
    let mut heading = cells[..first].last().filter(heads).map(|cell| cell.words.clone());
    let mut rows = Vec::new();
    for (&start, end) in starts.iter().zip(ends) {
        // The heading of the next rows stands behind the last of these.
        let item = &cells[start..end];
        let n_headings =
            item[1..].iter().rev().take_while(|cell| is_group_heading(cell.text())).count();
        let (item, headings) = item.split_at(item.len() - n_headings);
        let mut read = read_item(header, item);
        for row in &mut read {
            row.heading.clone_from(&heading);
            row.is_heading_carried = heading.is_some();
        }
        rows.extend(read);
        heading = headings.last().map(|cell| cell.words.clone()).or(heading);
    }
    rows
}

/// Reads one number: one row, or several where text follows its units.
fn read_item(header: &FlatHeader, cells: &[Cell]) -> Vec<RawRow> {
    let (cells, notes) = without_others(header, cells);
    if header.has_units_first() {
        return vec![read_units_first(header, &cells, notes)];
    }
    let mut rows: Vec<RawRow> = Vec::new();
    let mut at = 1;
    while at < cells.len() {
        let start = at;
        // Goal and measure unit stand behind the text, whatever they look like.
        let n_asides = if rows.is_empty() { n_asides(header) } else { 0 };
        at = (at + 1 + n_asides).min(cells.len());
        while at < cells.len() && (cells[at].is_value() || units_at(&cells[at..]) == 0) {
            at += 1;
        }
        let n_units = units_at(&cells[at..]);
        let words = &cells[start..at];
        let Words { text, goal, measure, status } = Words::split(header, words);
        let units = read_units(header, &cells[at..at + n_units]);
        at += n_units;
        // A column of units that says that there are none: /.
        at += usize::from(at > start + 1 && cells.get(at).is_some_and(Cell::is_none));
        let span = cells[start..at].iter().map(|cell| cell.span).reduce(Span::cover);
        let span = span.unwrap_or_default();
        let mut row = RawRow { text, units, status, goal, measure, span, ..RawRow::default() };
        add_goal(&mut row);
        if rows.is_empty() {
            row.number = Some(cells[0].words.clone());
            row.span = row.span.cover(cells[0].span);
        }
        rows.push(row);
    }
    if let Some(first) = rows.first_mut() {
        first.notes.extend(notes);
    }
    rows
}

/// Reads one number of a table whose units stand before the text.
fn read_units_first(header: &FlatHeader, cells: &[Cell], notes: Vec<Note>) -> RawRow {
    let n_units = units_at(&cells[1..]);
    let Words { text, goal, measure, status } = Words::split(header, &cells[1 + n_units..]);
    let mut row = RawRow {
        number: Some(cells[0].words.clone()),
        text,
        goal,
        measure,
        status,
        units: read_units(header, &cells[1..=n_units]),
        span: cells.iter().map(|cell| cell.span).reduce(Span::cover).unwrap_or_default(),
        notes,
        ..RawRow::default()
    };
    add_goal(&mut row);
    row
}

/// The cells of an item without those of columns of persons and times, which are noted.
fn without_others(header: &FlatHeader, cells: &[Cell]) -> (Vec<Cell>, Vec<Note>) {
    let has = |role| header.roles.contains(&role);
    let (has_persons, has_times) = (has(ColumnRole::Person), has(ColumnRole::Time));
    let is_other = |at: usize, cell: &Cell| {
        at > 1
            && ((has_persons && may_be_persons(cell.text())) || (has_times && is_time(cell.text())))
    };
    let (others, own): (Vec<_>, Vec<_>) =
        cells.iter().cloned().enumerate().partition(|(at, cell)| is_other(*at, cell));
    let note =
        |(_, cell): (usize, Cell)| Note::on(DiagnosticKind::UnreadColumn, &cell.words, cell.span);
    (own.into_iter().map(|(_, cell)| cell).collect(), others.into_iter().map(note).collect())
}

/// How many paragraphs at the front are units.
pub(super) fn units_at(cells: &[Cell]) -> usize {
    let texts: Vec<_> = cells.iter().take(8).map(Cell::text).collect();
    leading_unit_paragraphs(&texts)
}

/// How many columns stand between the text and what follows it in every row.
fn n_asides(header: &FlatHeader) -> usize {
    header.roles.iter().filter(|role| is_aside(**role)).count()
}

/// Whether a column says how much of the text is to be reached, or what that is counted in.
fn is_aside(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Goal | ColumnRole::Measure)
}

/// The words before the units.
struct Words {
    text: Passage,
    goal: Option<Passage>,
    measure: Option<Passage>,
    status: Option<Passage>,
}

impl Words {
    /// The first paragraph is the text; one each follows for what it is counted in and for its goal,
    /// where the table has columns for them; the others are what has been done, where it has a
    /// column for that.
    fn split(header: &FlatHeader, words: &[Cell]) -> Self {
        let has = |role| header.roles.contains(&role);
        let asides: Vec<_> = header.roles.iter().copied().filter(|role| is_aside(*role)).collect();
        let has_status = has(ColumnRole::Status);
        let n_own = 1 + asides.len();
        let is_whole =
            if has_status { words.len() > n_own } else { words.len() == n_own && n_own > 1 };
        let mut split = Self { text: join(words), goal: None, measure: None, status: None };
        if !is_whole {
            if has_status && words.len() > 1 && asides.is_empty() {
                split.text = join(&words[..1]);
                split.status = Some(join(&words[1..]));
            }
            return split;
        }
        split.text = join(&words[..1]);
        for (role, cell) in asides.into_iter().zip(&words[1..]) {
            let words = Some(cell.words.clone());
            if role == ColumnRole::Goal { split.goal = words } else { split.measure = words }
        }
        split.status = has_status.then(|| join(&words[n_own..]));
        split
    }
}

/// Shares the paragraphs of units out to the columns: a paragraph that does not end in a
/// separator or within a name ends its cell, as long as there are columns left.
pub(super) fn read_units(header: &FlatHeader, cells: &[Cell]) -> Vec<RawUnits> {
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
        // A paragraph that is a bracket is the end of the name above it.
        let is_bracket = cell.text().starts_with(['（', '(']) && cell.text().ends_with(['）', ')']);
        match found.last_mut().filter(|_| is_open || is_last_column || is_bracket) {
            Some(units) => {
                units.cell.text.push_str(&cell.words.text);
                units.cell.pieces.extend_from_slice(&cell.words.pieces);
            }
            None => {
                found.push(RawUnits { cell: cell.words.clone(), column: columns[found.len()] });
            }
        }
        let ends_open = cell.text().ends_with(['、', '，', ',', ';', '；']);
        is_open = ends_open || (!is_bracket && !is_unit_list(cell.text()));
    }
    found
}
