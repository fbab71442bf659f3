//! 核验: what was found about the sources.

use engine::Facet;
use model::Diagnostic;

use super::Sheet;
use super::sheet::{Cell, Kind};
use super::sheets::Rows;
use super::tasks::word;
use crate::messages::{self as m, take::column as c};

/// The findings about the tasks of the filter, and those about a whole document that the filter
/// admits.
pub(super) fn findings(rows: Rows) -> Sheet {
    let columns = [
        (c::YEAR, Kind::Number, 6),
        (c::DOCUMENT, Kind::Text, 11),
        (c::ID, Kind::Text, 16),
        (c::NUMBER, Kind::Text, 6),
        (c::SEVERITY, Kind::Text, 10),
        (c::FINDING, Kind::Text, 36),
        (c::DETAIL, Kind::Text, 44),
        (c::STATED, Kind::Text, 12),
        (c::FOUND, Kind::Text, 12),
    ];
    let is_in = rows.membership();
    let wanted = rows.state.focus.check.as_deref();
    let shown = rows.book.ledger.diagnostics.iter().filter(|found| {
        let is_admitted = match found.task {
            Some(task) => is_in[task as usize],
            None => admits_document(rows, found),
        };
        is_admitted && wanted.is_none_or(|code| code == found.kind.code())
    });
    Sheet::table(m::take::sheet::CHECKS, &columns, rows.lang())
        .with_rows(shown.map(|found| finding_row(rows, found)))
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

fn finding_row(rows: Rows, found: &Diagnostic) -> Vec<Cell> {
    let (book, lang) = (rows.book, rows.lang());
    let document = &book.ledger.documents[found.document as usize];
    let task = found.task.map(|task| book.task(task));
    let number = task.and_then(|task| task.number.as_deref().or(task.parent_number.as_deref()));
    vec![
        Cell::Number(f64::from(document.year)),
        Cell::text(book.document_name(document, lang).text),
        Cell::text(task.map_or("", |task| &*task.id)),
        Cell::text(number.unwrap_or_default()),
        word(Some(m::take::severity(found.kind.severity())), lang),
        word(Some(m::diagnostic(found.kind)), lang),
        Cell::text(&*found.detail),
        Cell::text(found.stated.as_deref().unwrap_or_default()),
        Cell::text(found.found.as_deref().unwrap_or_default()),
    ]
}
