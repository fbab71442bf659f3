//! 总览 on a wall: the documents and what each holds.

use engine::{Code, Facet, Pivot, Trait};
use model::SectionKind;

use super::{Column, Key, N_ROWS, Table, figure, narrow, nothing, source, wide};
use crate::book::Book;
use crate::figures::LIVELIHOOD;
use crate::messages::kiosk as words;
use crate::resolve;
use crate::state::ViewState;

pub(super) fn table(book: Book, state: &ViewState) -> Table {
    let lang = state.lang;
    let heads = [words::TASKS, words::LIVELIHOOD, words::ALLOCATED, words::REPORTED, words::FAULTY];
    let mut columns: Vec<Column> = vec![wide(words::DOCUMENT.to(lang), 7)];
    columns.extend(heads.map(|head| narrow(head.to(lang), 3)));
    let [[sections, traits], [all_sections, all_traits]] =
        [state, &ViewState::default()].map(|state| {
            let query = resolve::query(book, state);
            [Facet::Section, Facet::Trait]
                .map(|facet| book.engine.pivot(&query, Facet::Document, facet))
        });
    // A list without such a column has no such tasks, which is not a count of zero.
    let count =
        |n: u32, n_of_all: u32| if n_of_all > 0 { figure(n.to_string()) } else { nothing() };
    let rows = (0..).zip(&book.ledger.documents).filter_map(|(at, document)| {
        let n_tasks: u32 = SectionKind::ALL.iter().map(|kind| sections.at(at, *kind as Code)).sum();
        if n_tasks == 0 {
            return None;
        }
        let livelihood = |of: &Pivot| LIVELIHOOD.iter().map(|kind| of.at(at, *kind as Code)).sum();
        let known =
            |known: Trait| count(traits.at(at, known as Code), all_traits.at(at, known as Code));
        let under = document.number.clone().unwrap_or_default();
        Some(vec![
            source(&book.document_name(document, lang).text, under),
            figure(n_tasks.to_string()),
            count(livelihood(&sections), livelihood(&all_sections)),
            known(Trait::Allocated),
            known(Trait::Reported),
            figure(traits.at(at, Trait::Faulty as Code).to_string()),
        ])
    });
    Table {
        subject: String::new(),
        rows: rows.collect(),
        columns,
        n_rows: N_ROWS,
        documents: Vec::new(),
        note: words::OVERVIEW_NOTE.to(lang).to_owned(),
        key: Key::Nothing,
    }
}
