//! 文件: the documents that the tasks of the filter stand in.

use model::Document;

use super::Sheet;
use super::sheet::{Cell, Kind};
use super::sheets::Rows;
use crate::messages::{self as m, take::column as c};

/// The documents with at least one task in the filter.
pub(super) fn documents(rows: Rows) -> Sheet {
    let columns = [
        (c::DOCUMENT, Kind::Text, 14),
        (c::TITLE, Kind::Text, 60),
        (c::ISSUER, Kind::Text, 22),
        (c::ISSUE_NUMBER, Kind::Text, 22),
        (c::WRITTEN, Kind::Date, 12),
        (c::PUBLISHED, Kind::Date, 12),
        (c::YEAR, Kind::Number, 7),
        (c::N_TASKS, Kind::Number, 10),
    ];
    let ledger = rows.book.ledger;
    let mut n_tasks = vec![0_u32; ledger.documents.len()];
    for task in rows.tasks {
        n_tasks[rows.book.task(*task).document as usize] += 1;
    }
    let shown = ledger.documents.iter().zip(n_tasks).filter(|(_, n)| *n > 0);
    Sheet::table(m::take::sheet::DOCUMENTS, &columns, rows.lang())
        .with_rows(shown.map(|(document, n)| document_row(rows, document, n)))
}

fn document_row(rows: Rows, document: &Document, n_tasks: u32) -> Vec<Cell> {
    let words = |words: &Option<String>| Cell::text(words.as_deref().unwrap_or_default());
    vec![
        Cell::text(rows.book.document_name(document, rows.lang()).text),
        words(&document.title),
        words(&document.issuer),
        words(&document.number),
        Cell::date(document.date_written),
        Cell::date(document.date_published),
        Cell::Number(f64::from(document.year)),
        Cell::Number(f64::from(n_tasks)),
    ]
}
