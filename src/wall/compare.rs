//! 对比 on a wall: indicators by year, one indicator by place, or what became of a list.

use engine::Outcome;
use model::{Point, TargetKind, TaskIdx};

use super::{Cell, Column, Key, N_ROWS, Table, Tone, figure, narrow, source, wide};
use crate::book::Book;
use crate::format;
use crate::messages::{self as m, compare, kiosk as words, overview};
use crate::parts::{PointKind, YearPoint};
use crate::sentence::Sentence;
use crate::slices::Slices;
use crate::state::{Lang, SeriesOrder, ViewState};
use crate::trends::{Large, Trend, Trends};

pub(super) fn table(book: Book, state: &ViewState, outcome: &Outcome) -> Table {
    let large = Large::of(book, state);
    if let Some(large) = large {
        return by_place(book, &large, state.lang);
    }
    let is_chosen = state.focus.a.is_some() || state.focus.b.is_some();
    if let Some(slices) = Slices::of(book, state).filter(|_| is_chosen) {
        return pairs(book, &slices, state.lang);
    }
    by_year(book, state, &Trends::of(book, state, outcome))
}

/// The indicators of a place.
fn by_year(book: Book, state: &ViewState, trends: &Trends) -> Table {
    let lang = state.lang;
    let mut columns: Vec<Column> = vec![wide(compare::INDICATOR.to(lang), 9)];
    columns.extend(trends.years.iter().map(|year| narrow(&year.year.to_string(), 5)));
    columns.push(wide("", 6));
    columns.push(narrow(compare::CHANGE.to(lang), 5));
    let by_change = state.focus.order == SeriesOrder::Change;
    let shown: Vec<_> =
        trends.rows.iter().filter(|trend| !by_change || trend.change.is_some()).collect();
    let place = book.region_name(trends.region, lang).text;
    let mut subject = compare::place_title(&place, shown.len(), lang);
    let mut note = String::new();
    if by_change {
        subject = format!("{subject} · {}", compare::order(state.focus.order).to(lang));
        note = words::not_compared(trends.rows.len() - shown.len(), lang);
    }
    let cells = shown.iter().flat_map(|trend| trend.cells.iter().flatten());
    let documents = cells.map(|cell| cell.point.document).collect();
    let has_other_bound =
        |trend: &&Trend| trend.change.is_some_and(|change| change.has_other_bound);
    if shown.iter().copied().any(|trend| has_other_bound(&trend)) {
        let says = overview::BOUND_SAYS.to(lang);
        note = [says, &note]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(m::comma(lang));
    }
    let rows = shown.into_iter().map(|trend| trend_row(book, trends, trend, lang)).collect();
    Table { subject, columns, rows, n_rows: N_ROWS, documents, note, key: Key::Points }
}

fn trend_row(book: Book, trends: &Trends, trend: &Trend, lang: Lang) -> Vec<Cell> {
    let mut row = vec![source(&Book::series_name(trend.series, lang).text, String::new())];
    for (cell, year) in trend.cells.iter().zip(&trends.years) {
        row.push(match cell {
            Some(cell) => Cell::Figure {
                text: printed(book, cell.point),
                under: if cell.is_elsewhere {
                    cell.point
                        .region
                        .map(|region| book.region_name(region, lang).text)
                        .unwrap_or_default()
                } else {
                    String::new()
                },
                tone: if cell.is_comparable() { Tone::Plain } else { Tone::Quiet },
            },
            None if year.has_document => Cell::Empty,
            None => Cell::Hole,
        });
    }
    let points = trend.cells.iter().zip(&trends.years).map(|(cell, year)| YearPoint {
        year: year.year,
        value: cell.as_ref().map(|cell| {
            let kind = match (cell.is_elsewhere, cell.is_comparable()) {
                (true, _) => PointKind::Elsewhere,
                (false, true) => PointKind::Comparable,
                (false, false) => PointKind::NotComparable,
            };
            (cell.point.value, kind)
        }),
        is_hole: !year.has_document,
    });
    let is_amount = trend.series.kind == TargetKind::Absolute && trend.series.unit != "%";
    row.push(Cell::Points { points: points.collect(), from_zero: is_amount });
    row.push(trend.change.map_or(Cell::Empty, |change| {
        let mut under = compare::years(change.before.0, change.after.0);
        if change.has_other_bound {
            under = format!("{under} {}", overview::BOUND_SIGN.to(lang));
        }
        let text = match change.ratio() {
            Some(ratio) => compare::percent(ratio),
            None if change.is_rate => words::in_points(
                &format::difference((change.difference() * 1000.0).round() / 1000.0),
                lang,
            ),
            None => format::difference(change.difference()),
        };
        Cell::Figure { text, under, tone: Tone::Plain }
    }));
    row
}

/// One indicator, by place and year.
fn by_place(book: Book, large: &Large, lang: Lang) -> Table {
    let mut columns: Vec<Column> = vec![wide(compare::REGION.to(lang), 7)];
    columns.extend(large.years.iter().map(|year| narrow(&year.to_string(), 5)));
    columns.push(wide("", 6));
    let is_amount = large.series.kind == TargetKind::Absolute && large.series.unit != "%";
    let rows = large.rows.iter().map(|row| {
        let name = row.region.map_or_else(
            || compare::PROVINCE.to(lang).to_owned(),
            |region| book.region_name(region, lang).text,
        );
        let first = |cell: &Vec<&'static Point>| cell.first().copied();
        let mut cells = vec![source(&name, String::new())];
        cells.extend(row.cells.iter().zip(&row.has_document).map(|(cell, has)| {
            match first(cell) {
                Some(point) => Cell::Figure {
                    text: printed(book, point),
                    under: String::new(),
                    tone: if point.is_comparable() { Tone::Plain } else { Tone::Quiet },
                },
                None if !has => Cell::Hole,
                None => Cell::Empty,
            }
        }));
        let years = row.has_document.iter().zip(&large.years);
        let points = row.cells.iter().zip(years).map(|(cell, (has, year))| YearPoint {
            year: *year,
            value: first(cell).map(|point| {
                let kind = if point.is_comparable() {
                    PointKind::Comparable
                } else {
                    PointKind::NotComparable
                };
                (point.value, kind)
            }),
            is_hole: !has,
        });
        cells.push(Cell::Points { points: points.collect(), from_zero: is_amount });
        cells
    });
    let points = large.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let documents = points.map(|point| point.document).collect();
    let (subject, note) = (String::new(), String::new());
    Table {
        subject,
        rows: rows.collect(),
        columns,
        n_rows: N_ROWS,
        documents,
        note,
        key: Key::Points,
    }
}

/// What became of one list in another: what was changed, with how much is new and gone beside it;
/// where nothing was changed, what is new and gone.
fn pairs(book: Book, slices: &Slices, lang: Lang) -> Table {
    let text = |task: TaskIdx| {
        let task = book.task(task);
        // First, because rows of one number share their text, and a long one is cut at its end.
        let label = task.sub_label.as_ref().map(|label| format!("〔{}〕", label.text));
        format!("{}{}", label.unwrap_or_default(), task.text.text)
    };
    let number = |task: TaskIdx| {
        let task = book.task(task);
        let place = book.document_name(book.document(task), lang).text;
        let number = task.number.clone().or_else(|| task.parent_number.clone());
        format!("{place} {}", number.unwrap_or_default())
    };
    let kind = |words: m::Words| figure(words.to(lang).to_owned());
    let two = |pair: &engine::Pair, words: m::Words| {
        let [before, after] = [pair.before, pair.after];
        vec![
            kind(words),
            source(&text(before), number(before)),
            source(&text(after), number(after)),
        ]
    };
    let pairing = &slices.pairing;
    let paired = pairing.kept.iter().chain(&pairing.adjusted);
    let tasks = paired.flat_map(|pair| [pair.before, pair.after]);
    let tasks = tasks.chain(pairing.added.iter().chain(&pairing.dropped).copied());
    let documents = tasks.map(|task| book.task(task).document).collect();
    let mut rows: Vec<_> =
        pairing.adjusted.iter().map(|pair| two(pair, compare::ADJUSTED)).collect();
    if rows.is_empty() {
        rows.extend(pairing.added.iter().map(|task| {
            vec![kind(compare::ADDED), Cell::Empty, source(&text(*task), number(*task))]
        }));
        rows.extend(pairing.dropped.iter().map(|task| {
            vec![kind(compare::DROPPED), source(&text(*task), number(*task)), Cell::Empty]
        }));
        rows.extend(pairing.kept.iter().map(|pair| two(pair, compare::KEPT)));
    }
    let counts = [
        (compare::KEPT, pairing.kept.len()),
        (compare::ADJUSTED, pairing.adjusted.len()),
        (compare::ADDED, pairing.added.len()),
        (compare::DROPPED, pairing.dropped.len()),
    ];
    let counts = counts.map(|(words, n)| format!("{} {n}", words.to(lang)));
    let list = |state: &ViewState, n: usize| Sentence::of(book, state, n).text(lang);
    let subject = [list(&slices.before, slices.n.0), list(&slices.after, slices.n.1)];
    Table {
        subject: subject.join(" → "),
        rows,
        columns: vec![
            wide(words::WHAT.to(lang), 3),
            wide(compare::A.to(lang), 12),
            wide(compare::B.to(lang), 12),
        ],
        n_rows: 4,
        documents,
        note: counts.join(m::comma(lang)),
        key: Key::Nothing,
    }
}

/// A value as printed, with its unit where the document prints the number alone.
fn printed(book: Book, point: &Point) -> String {
    let printed = point.printed(book.ledger).map(|printed| printed.text.clone());
    let value = printed.unwrap_or_else(|| format::number(point.value));
    let is_bare = value.ends_with(|sign: char| sign.is_ascii_digit() || "万亿".contains(sign));
    let unit = point.unit.clone().filter(|_| is_bare).unwrap_or_default();
    format!("{value}{unit}")
}
