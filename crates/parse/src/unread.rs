//! What stands among the rows of a document and was read into none of them.
//!
//! A parser that loses words in silence cannot be trusted, so every word between the first row
//! and the last is either in some value, or a name of a column, or reported.

use model::{DiagnosticKind, Passage, Span};

use crate::{
    columns::unit_column,
    lines::is_page_number,
    raw::{Note, RawDocument, RawRow},
    units::says_first_leads,
};

/// Notes every run of words, from the first row to the last, that no value holds.
pub(crate) fn note_unread(source: &str, raw: &mut RawDocument) {
    let rows = || raw.sections.iter().flat_map(|section| &section.rows);
    let (Some(first), Some(last)) =
        (rows().map(|row| row.span.start).min(), rows().map(|row| row.span.end).max())
    else {
        return;
    };
    let mut read: Vec<Span> = rows().flat_map(spans_of_row).collect();
    let titles = raw
        .sections
        .iter()
        .flat_map(|section| &section.titles)
        .flat_map(|title| title.pieces.clone());
    read.extend(titles);
    read.extend(raw.sections.iter().filter_map(|section| section.header));
    read.extend(raw.sections.iter().flat_map(|section| section.furniture.iter().copied()));
    read.extend(raw.notes.iter().map(|note| note.span));
    read.sort_unstable();
    let mut at = first;
    let mut unread = Vec::new();
    for span in read.into_iter().chain([Span { start: last, end: last }]) {
        if at < span.start {
            unread.push(Span { start: at, end: span.start });
        }
        at = at.max(span.end);
    }
    for span in unread {
        let passage = Passage::read(source, &[span]);
        if !is_furniture(&passage.text) {
            raw.notes.push(Note::on(DiagnosticKind::UnreadText, &passage, span));
        }
    }
}

/// Every place that a row's values were read from.
fn spans_of_row(row: &RawRow) -> Vec<Span> {
    let passages = [&row.number, &row.heading, &row.sub_label, &row.status, &row.measure]
        .into_iter()
        .flatten();
    let units = row.units.iter().map(|units| &units.cell);
    let all = passages.chain([&row.text]).chain(units).chain(&row.values);
    let notes = row
        .notes
        .iter()
        .filter(|note| {
            matches!(note.kind, DiagnosticKind::ExtraWords | DiagnosticKind::UnreadColumn)
        })
        .map(|note| note.span);
    all.flat_map(|passage| passage.pieces.iter().copied()).chain(notes).collect()
}

/// Whether words only part or label values: bars, marks, 责任单位：, and the note
/// on who leads, which every task's rule already tells.
fn is_furniture(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| "|｜│：:.．、。，,；;（）()【】[]-—*★/／".contains(c));
    bare.is_empty()
        || is_page_number(words)
        || unit_column(bare).is_some()
        || says_first_leads(bare)
}
