//! 核验: what was found about the sources.

use engine::Facet;
use model::Diagnostic;

use super::Sheet;
use super::table::{Rows, Table, number};
use crate::messages::{self as m, take::column as c};

/// The findings about the tasks of the filter, and those about a whole document that the filter
/// admits.
pub(super) fn findings(rows: Rows) -> Sheet {
    let is_in = rows.membership();
    let wanted = rows.state.focus.check.as_deref();
    let shown = rows.book.ledger.diagnostics.iter().filter(|found| {
        let is_admitted = match found.task {
            Some(task) => is_in[task as usize],
            None => admits_document(rows, found),
        };
        is_admitted && wanted.is_none_or(|code| code == found.kind.code())
    });
    let (book, lang) = (rows.book, rows.lang());
    let document = |found: &Diagnostic| &book.ledger.documents[found.document as usize];
    let task = |found: &Diagnostic| found.task.map(|task| book.task(task));
    let mut table = Table::new(rows, m::take::sheet::CHECKS, shown);
    table.column(c::YEAR, 6, |found| document(found).year);
    table.column(c::DOCUMENT, 11, |found| book.document_name(document(found), lang).text);
    table.column(c::ID, 16, |found| task(found).map(|task| &task.id));
    table.column(c::NUMBER, 6, |found| task(found).and_then(number));
    table.word(c::SEVERITY, 10, |found| m::take::severity(found.kind.severity()));
    table.word(c::FINDING, 36, |found| m::diagnostic(found.kind));
    table.column(c::DETAIL, 44, |found| &found.detail);
    table.column(c::STATED, 12, |found| found.stated.as_ref());
    table.column(c::FOUND, 12, |found| found.found.as_ref());
    table.source(|found| found.task);
    table.finish()
}

/// Whether a finding about no single task passes: only years and documents can admit it, and
/// any other choice asks for tasks.
fn admits_document(rows: Rows, found: &Diagnostic) -> bool {
    let document = &rows.book.ledger.documents[found.document as usize];
    let is_of_documents = |facet: Facet| matches!(facet, Facet::Year | Facet::Document);
    rows.state.search.trim().is_empty()
        && rows.state.choices.iter().all(|choice| is_of_documents(choice.facet))
        && rows.state.admits(Facet::Year, &document.year.to_string())
        && rows.state.admits(Facet::Document, &document.key)
}
