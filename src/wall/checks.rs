//! 核验 on a wall: what does not fit, and in which row.

use engine::Outcome;

use super::{Cell, Key, Table, wide};
use crate::book::Book;
use crate::faults::Findings;
use crate::messages::{self as m, checks, kiosk as words};
use crate::state::ViewState;

pub(super) fn table(book: Book, state: &ViewState, outcome: &Outcome) -> Table {
    let lang = state.lang;
    let kinds = Findings::of(book, outcome).chosen(state);
    let found = kinds.iter().flat_map(|kind| &kind.found);
    let documents = found.map(|finding| finding.document).collect();
    let rows = kinds.iter().flat_map(|kind| kind.found.iter()).map(|finding| {
        let document = &book.ledger.documents[finding.document as usize];
        let place = book.document_name(document, lang).text;
        let task = finding.task.map(|task| book.task(task));
        let where_it_is = task.map_or_else(
            || checks::WHOLE_DOCUMENT.to(lang).to_owned(),
            |task| {
                let number = task.number.clone().or_else(|| task.parent_number.clone());
                let section = m::section_short(task.section).to(lang);
                format!("{section} {}", number.unwrap_or_default())
            },
        );
        let says = checks::against(finding, lang);
        let kind = checks::kind(finding.kind).to(lang);
        vec![
            Cell::Words {
                text: kind.to_owned(),
                under: format!("{place} {where_it_is}"),
                is_source: false,
            },
            Cell::Words {
                text: says.unwrap_or_else(|| finding.detail.clone()),
                under: task.map(|task| task.text.text.clone()).unwrap_or_default(),
                is_source: false,
            },
        ]
    });
    let subject = match &*kinds {
        [only] => words::n_places(checks::kind(only.kind).to(lang), only.found.len(), lang),
        _ => String::new(),
    };
    Table {
        subject,
        rows: rows.collect(),
        columns: vec![wide(words::WHERE.to(lang), 8), wide(words::FINDING.to(lang), 20)],
        n_rows: 5,
        documents,
        note: words::CHECKS_NOTE.to(lang).to_owned(),
        key: Key::Nothing,
    }
}
