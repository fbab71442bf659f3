//! 区县 on a wall: how the projects are shared out, or what one place has of them.

use model::{Allocation, RegionIdx, TaskIdx};

use super::{Cell, Column, Key, N_ROWS, N_SHORT_ROWS, Table, Tone, figure, narrow, source, wide};
use crate::book::Book;
use crate::format;
use crate::messages::{districts, kiosk as words};
use crate::region_profile::RegionProfile;
use crate::shares::{Matrix, Row, place};
use crate::state::{Lang, ViewState};

/// How many signs a printed share may have in a table of all places.
const N_SHARE_SIGNS: usize = 10;

pub(super) fn table(book: Book, state: &ViewState) -> Table {
    let region = state.focus.region.as_ref();
    let region = region.and_then(|key| book.engine.code(engine::Facet::Region, key));
    match region {
        Some(region) => of_region(book, state, region as RegionIdx),
        None => matrix(book, state),
    }
}

/// The latest table of shares.
fn matrix(book: Book, state: &ViewState) -> Table {
    let lang = state.lang;
    let Some(table) = Matrix::of(book, state).table(book, 0) else { return empty() };
    let mut columns: Vec<Column> = vec![wide(districts::ITEM.to(lang), 12)];
    columns.push(narrow(words::TOTAL.to(lang), 4));
    columns.extend(
        table.columns.iter().map(|column| narrow(&book.region_name(column.region, lang).text, 4)),
    );
    let documents: Vec<_> = table.groups.iter().map(|group| group.document).collect();
    let is_one_year = documents.iter().all(|document| Some(document) == documents.first());
    let rows = table.groups.iter().flat_map(|group| &group.rows).map(|row| {
        let task = book.task(row.task);
        let total = row.total.and_then(|at| task.allocations.get(at));
        // Narrow beside so many columns: the number stands before the words, not under them.
        let number = if is_one_year { number(book, row.task) } else { year_of(book, row.task) };
        let name = format!("{number} {}", label(book, row.task));
        let mut cells = vec![source(&name, String::new())];
        cells.push(total.map_or(Cell::Empty, |cell| narrow_share(cell, Tone::Plain)));
        cells.extend(row.cells.iter().map(|at| {
            at.and_then(|at| task.allocations.get(at)).map_or(Cell::Empty, |cell| {
                let tone = if cell.is_none() { Tone::Quiet } else { Tone::Plain };
                narrow_share(cell, tone)
            })
        }));
        cells
    });
    let rows: Vec<_> = rows.collect();
    Table {
        subject: words::shared_out(rows.len(), lang),
        rows,
        columns,
        n_rows: N_SHORT_ROWS,
        documents,
        note: words::SHARES_NOTE.to(lang).to_owned(),
        key: Key::Nothing,
    }
}

/// The shares of one place.
fn of_region(book: Book, state: &ViewState, region: RegionIdx) -> Table {
    let lang = state.lang;
    let profile = RegionProfile::of(book, state, region);
    let documents = profile.groups.iter().map(|group| group.document).collect();
    let rows = profile.groups.iter().flat_map(|group| &group.rows).filter_map(|row| {
        let cell = book.task(row.task).allocations.get(profile.cell(book, row.task)?)?;
        Some(vec![
            source(&label(book, row.task), year_of(book, row.task)),
            printed(cell, Tone::Plain),
            row.part(cell).map_or(Cell::Empty, |part| figure(format::part(part))),
            place_of(book, row, region, lang),
        ])
    });
    Table {
        subject: String::new(),
        rows: rows.collect(),
        columns: vec![
            wide(districts::ITEM.to(lang), 16),
            narrow(words::SHARE.to(lang), 6),
            narrow(words::PART_OF_CITY.to(lang), 5),
            narrow(words::PLACE.to(lang), 5),
        ],
        n_rows: N_ROWS,
        documents,
        note: String::new(),
        key: Key::Nothing,
    }
}

fn place_of(book: Book, row: &Row, region: RegionIdx, lang: Lang) -> Cell {
    place(book, row, region)
        .map_or(Cell::Empty, |place| figure(words::nth_of(place.n, place.of, place.is_tied, lang)))
}

fn printed(cell: &Allocation, tone: Tone) -> Cell {
    Cell::Figure { text: cell.printed.text.clone(), under: String::new(), tone }
}

/// A share in a column of few signs: as printed, or where the cell holds a sentence, as read.
fn narrow_share(cell: &Allocation, tone: Tone) -> Cell {
    let is_sentence = cell.printed.text.chars().count() > N_SHARE_SIGNS;
    let Some(reading) = cell.reading.as_ref().filter(|_| is_sentence) else {
        return printed(cell, tone);
    };
    let sign = words::bound_sign(reading.bound);
    let unit = reading.unit.as_deref().unwrap_or_default();
    let text = format!("{sign}{}{unit}", format::number(reading.value));
    Cell::Figure { text, under: String::new(), tone }
}

/// What a row is about: its own label, or the text of the task.
fn label(book: Book, task: TaskIdx) -> String {
    let task = book.task(task);
    task.sub_label.as_ref().map_or_else(|| task.text.text.clone(), |label| label.text.clone())
}

fn number(book: Book, task: TaskIdx) -> String {
    let task = book.task(task);
    task.number.clone().or_else(|| task.parent_number.clone()).unwrap_or_default()
}

fn year_of(book: Book, task: TaskIdx) -> String {
    format!("{} · {}", book.document(book.task(task)).year, number(book, task))
}

const fn empty() -> Table {
    Table {
        subject: String::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        n_rows: N_ROWS,
        documents: Vec::new(),
        note: String::new(),
        key: Key::Nothing,
    }
}
