//! 总览 on a wall: the documents and what each holds.

use engine::Outcome;
use model::{SectionKind, Task};

use super::{Column, Key, N_ROWS, Table, figure, narrow, nothing, source, wide};
use crate::book::Book;
use crate::messages::kiosk as words;
use crate::state::ViewState;

pub(super) fn table(book: Book, state: &ViewState, outcome: &Outcome) -> Table {
    let lang = state.lang;
    let heads = [words::TASKS, words::LIVELIHOOD, words::ALLOCATED, words::REPORTED, words::FAULTY];
    let mut columns: Vec<Column> = vec![wide(words::DOCUMENT.to(lang), 7)];
    columns.extend(heads.map(|head| narrow(head.to(lang), 3)));
    let rows = (0..).zip(&book.ledger.documents).filter_map(|(idx, document)| {
        let tasks: Vec<_> =
            outcome.rows.iter().filter(|task| book.task(**task).document == idx).collect();
        if tasks.is_empty() {
            return None;
        }
        // A list without such a column has no such tasks, which is not a count of zero.
        let count = |is_it: &dyn Fn(&Task) -> bool| {
            let n = tasks.iter().filter(|task| is_it(book.task(***task))).count();
            let has_any =
                || book.ledger.tasks.iter().any(|task| task.document == idx && is_it(task));
            if n > 0 || has_any() { figure(n.to_string()) } else { nothing() }
        };
        let livelihood = [
            SectionKind::LivelihoodProvince,
            SectionKind::LivelihoodCity,
            SectionKind::LivelihoodCounty,
        ];
        let faulty = tasks.iter().filter(|task| book.is_faulty(***task)).count();
        let under = document.number.clone().unwrap_or_default();
        Some(vec![
            source(&book.document_name(document, lang).text, under),
            figure(tasks.len().to_string()),
            count(&|task| livelihood.contains(&task.section)),
            count(&|task| !task.allocations.is_empty()),
            count(&|task| task.status.is_some()),
            figure(faulty.to_string()),
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
