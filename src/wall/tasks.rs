//! 任务 on a wall: number, text and lead, and the first figure to reach.

use engine::Outcome;

use super::{Cell, Key, Table, Tone, lead_line, narrow, source, wide};
use crate::book::Book;
use crate::format;
use crate::messages::{self as m, kiosk as words};
use crate::state::ViewState;

/// Texts are long: fewer stand on a screen.
const N_LONG_ROWS: usize = 5;

pub(super) fn table(book: Book, state: &ViewState, outcome: &Outcome) -> Table {
    let lang = state.lang;
    let rows = outcome.rows.iter().map(|&idx| {
        let task = book.task(idx);
        let place = book.document_name(book.document(task), lang).text;
        let section = m::section_short(task.section).to(lang);
        let number = task.number.clone().or_else(|| task.parent_number.clone());
        let label = task.sub_label.as_ref().map(|label| format!("〔{}〕", label.text));
        // First, because rows of one number share their text, and a long one is cut at its end.
        let text = format!("{}{}", label.unwrap_or_default(), task.text.text);
        let lead = lead_line(book, idx, lang);
        let under = [format!("{place} {section}"), lead].join(" · ");
        let target = book.ledger.targets[book.targets_of(idx)].first();
        let target = target.map_or(Cell::Empty, |target| Cell::Figure {
            text: target.printed.text.clone(),
            under: format::short(&target.indicator),
            tone: Tone::Plain,
        });
        let number = Cell::Figure {
            text: number.unwrap_or_default(),
            under: String::new(),
            tone: Tone::Quiet,
        };
        vec![number, source(&text, under), target]
    });
    Table {
        subject: String::new(),
        rows: rows.collect(),
        columns: vec![
            wide(words::NUMBER.to(lang), 2),
            wide(words::TASK.to(lang), 18),
            narrow(words::TARGET.to(lang), 6),
        ],
        n_rows: N_LONG_ROWS,
        documents: Vec::new(),
        note: String::new(),
        key: Key::Nothing,
    }
}
