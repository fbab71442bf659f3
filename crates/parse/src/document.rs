//! One document: which layout it has, and what it says of itself.

use model::{DiagnosticKind, Level, Span};

use crate::{
    flat,
    front::{self, Front},
    numerals::list_number,
    pipes,
    raw::{Note, RawDocument, RawRow, RawSection},
    registry::Hints,
    running, spaced, tabbed,
    unread::note_unread,
};

/// A document as read, before names are resolved.
#[derive(Debug, Clone)]
pub(crate) struct ReadDocument {
    pub(crate) key: String,
    pub(crate) front: Front,
    pub(crate) region: Option<String>,
    pub(crate) level: Option<Level>,
    pub(crate) year: Option<u16>,
    pub(crate) raw: RawDocument,
}

/// How a document can be laid out. A layout is tried where its own detector sees its marks.
struct Layout {
    detect: fn(&str) -> bool,
    read: fn(&str) -> RawDocument,
    /// Whether its marks show where each cell begins.
    shows_cells: bool,
}

/// The layouts, those with the plainest marks first.
const LAYOUTS: [Layout; 6] = [
    Layout { detect: tabbed::detect, read: tabbed::read, shows_cells: true },
    Layout { detect: pipes::detect, read: pipes::read, shows_cells: true },
    Layout { detect: pipes::detect_tabs, read: pipes::read_tabs, shows_cells: true },
    Layout { detect: spaced::detect, read: spaced::read, shows_cells: true },
    Layout { detect: running::detect, read: running::read, shows_cells: false },
    Layout { detect: flat::detect, read: flat::read, shows_cells: false },
];

/// Reads a document. Of the layouts that see their marks, the one that finds most rows holds; a
/// table that shows its cells and names its columns is not guessed at by those that see none.
pub(crate) fn read(source: &str, hints: &Hints) -> ReadDocument {
    let n_rows =
        |raw: &RawDocument| raw.sections.iter().map(|section| section.rows.len()).sum::<usize>();
    let mut best: Option<RawDocument> = None;
    let mut is_plain = false;
    for layout in LAYOUTS.iter().filter(|layout| (layout.detect)(source)) {
        if is_plain && !layout.shows_cells {
            break;
        }
        let raw = (layout.read)(source);
        is_plain |= layout.shows_cells
            && raw
                .sections
                .iter()
                .any(|section| section.header.is_some() && section.rows.len() >= 3);
        if best.as_ref().is_none_or(|best| n_rows(&raw) > n_rows(best)) {
            best = Some(raw);
        }
    }
    let mut raw = best.unwrap_or_default();
    join_pages(&mut raw);
    if n_rows(&raw) == 0 {
        let words: String = source.chars().filter(|c| !c.is_whitespace()).take(40).collect();
        let span = Span::new(0, source.len());
        raw.notes.push(Note { kind: DiagnosticKind::UnknownLayout, span, detail: words });
    }
    note_garbled(source, &mut raw);
    note_unread(source, &mut raw);
    let rows = || raw.sections.iter().flat_map(|section| &section.rows);
    let first_row = rows().map(|row| row.span.start as usize).min().unwrap_or(source.len());
    let last_row = rows().map(|row| row.span.end as usize).max().unwrap_or(source.len());
    let mut front =
        front::read(&source[..front_len(source, &raw)], &source[..first_row], &source[last_row..]);
    let list = raw.sections.first().and_then(|section| section.titles.first());
    if front.title.is_none() {
        // A list without a letter before it: its heading names the document.
        front.title =
            list.map(|title| title.text.clone()).filter(|title| front::year_in(title).is_some());
    }
    if front.region.is_none()
        && let Some((place, level)) = list.and_then(|title| front::place_of_list(&title.text))
    {
        (front.region, front.level) = (Some(place), Some(level));
    }
    ReadDocument {
        key: hints.key.clone(),
        region: hints.region.clone().or_else(|| front.region.clone()),
        level: hints.level.or(front.level).or_else(|| level_of_sections(&raw)),
        year: hints
            .year
            .or(front.year)
            .or_else(|| year_of_sections(&raw))
            .or(hints.year_if_unprinted),
        front,
        raw,
    }
}

/// Joins a list that goes on under a repeated header: the same columns, no heading of its own, and
/// numbers that go on.
fn join_pages(raw: &mut RawDocument) {
    let mut joined: Vec<RawSection> = Vec::new();
    for section in core::mem::take(&mut raw.sections) {
        match joined.last_mut().filter(|last| goes_on(last, &section)) {
            Some(last) => {
                last.furniture.extend(section.header);
                last.furniture.extend(section.furniture);
                last.rows.extend(section.rows);
                last.end = section.end;
            }
            None => joined.push(section),
        }
    }
    raw.sections = joined;
}

fn goes_on(last: &RawSection, next: &RawSection) -> bool {
    let number = |row: &RawRow| row.number.as_ref().and_then(|number| list_number(&number.text));
    let names = |section: &RawSection| -> Vec<Option<String>> {
        section.columns.iter().map(|name| name.as_ref().map(|name| name.text.clone())).collect()
    };
    let last_number = last.rows.iter().rev().find_map(number);
    let next_number = next.rows.iter().find_map(number);
    let counts_on = last_number.is_some() && next_number == last_number.map(|number| number + 1);
    counts_on
        && next.header.is_some()
        && last.titles == next.titles
        && last.has_status == next.has_status
        && names(last) == names(next)
}

/// How many bytes stand before the first list.
fn front_len(source: &str, raw: &RawDocument) -> usize {
    let Some(section) = raw.sections.first() else { return source.len() };
    let titles = section.titles.iter().filter_map(model::Passage::span);
    let starts = titles.chain(section.header).chain(section.rows.iter().map(|row| row.span));
    starts.map(|span| span.start as usize).min().unwrap_or(source.len())
}

/// The year that a heading of a list names.
fn year_of_sections(raw: &RawDocument) -> Option<u16> {
    raw.sections
        .iter()
        .flat_map(|section| &section.titles)
        .find_map(|title| front::year_in(&title.text))
}

/// The level that a heading of a list names: 县政府民生实事.
fn level_of_sections(raw: &RawDocument) -> Option<Level> {
    const GOVERNMENTS: [(&str, Level); 4] = [
        ("县政府", Level::County),
        ("区政府", Level::County),
        ("市政府", Level::City),
        ("省政府", Level::Province),
    ];
    let titles = || raw.sections.iter().flat_map(|section| &section.titles);
    GOVERNMENTS
        .into_iter()
        .find_map(|(word, level)| titles().any(|title| title.text.contains(word)).then_some(level))
}

/// Notes the replacement characters that stand where bytes were not UTF-8.
fn note_garbled(source: &str, raw: &mut RawDocument) {
    for (at, bad) in source.match_indices('\u{fffd}').take(20) {
        let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
        let detail = source[line..].lines().next().unwrap_or(bad).trim().chars().take(60).collect();
        let span = Span::new(at, at + bad.len());
        raw.notes.push(Note { kind: DiagnosticKind::GarbledText, span, detail });
    }
}
