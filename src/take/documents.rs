//! 文件: the documents that the tasks of the filter stand in.

use engine::Facet;

use super::Sheet;
use super::table::{Rows, Table};
use crate::messages::{self as m, take::column as c};
use crate::state::{View, ViewState};

/// The documents with at least one task in the filter.
pub(super) fn documents(rows: Rows) -> Sheet {
    let ledger = rows.book.ledger;
    let mut n_tasks = vec![0_u32; ledger.documents.len()];
    for task in &rows.outcome.rows {
        n_tasks[rows.book.task(*task).document as usize] += 1;
    }
    let list = rows.state.in_view(View::Tasks);
    let lists: Vec<ViewState> = ledger
        .documents
        .iter()
        .map(|found| list.clone().only(Facet::Document, &found.key))
        .collect();
    let all = ledger.documents.iter().zip(n_tasks).zip(&lists);
    let shown = all.map(|((found, n), list)| (found, n, list)).filter(|(_, n, _)| *n > 0);
    let mut table = Table::new(rows, m::take::sheet::DOCUMENTS, shown);
    table.column(c::DOCUMENT, 14, |(found, ..)| rows.book.document_name(found, rows.lang()).text);
    table.column(c::TITLE, 60, |(found, ..)| found.title.as_ref());
    table.column(c::ISSUER, 22, |(found, ..)| found.issuer.as_ref());
    table.column(c::ISSUE_NUMBER, 22, |(found, ..)| found.number.as_ref());
    table.column(c::WRITTEN, 12, |(found, ..)| found.date_written);
    table.column(c::PUBLISHED, 12, |(found, ..)| found.date_published);
    table.column(c::YEAR, 7, |(found, ..)| found.year);
    table.column(c::N_TASKS, 10, |(_, n, _)| n);
    table.link(|(.., list)| list);
    table.finish()
}
