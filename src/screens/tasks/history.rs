//! 历年: the same indicator of the same place in other documents, comparable or not and why.

use leptos::prelude::*;
use model::{Horizon, Point, Reason, TargetKind, TaskIdx};

use crate::book::Book;
use crate::format;
use crate::history::{TaskSeries, YearEntry, points_of_region, series_of, with_missing_years};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, said, when};
use crate::state::{Focus, Lang, View, ViewState};

/// The series of the task; nothing where it stands in none.
#[component]
pub(super) fn HistorySection(idx: TaskIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let found = series_of(page.book, idx);
    if found.is_empty() {
        return ().into_any();
    }
    let tables: Vec<_> = found.into_iter().map(|found| series_view(page, idx, found)).collect();
    view! {
        <section class="panel-section">
            <h3>{m::panel::HISTORY.to(lang)}<small>{m::panel::HISTORY_NOTE.to(lang)}</small></h3>
            {tables}
        </section>
    }
    .into_any()
}

fn series_view(page: Page, idx: TaskIdx, found: TaskSeries) -> AnyView {
    let lang = page.lang;
    let series = found.series;
    let points = points_of_region(found);
    // Where a text and its table state one year's figure, the one that counts is enough.
    let shown: Vec<_> = points
        .iter()
        .copied()
        .filter(|point| point.reason != Some(Reason::SameYear) || core::ptr::eq(*point, found.own))
        .collect();
    let entry = |entry: &YearEntry| match *entry {
        YearEntry::Value(point) => point_view(page, idx, found, point),
        YearEntry::Missing(year, has_document) => missing_view(year, has_document, lang),
    };
    let entries = with_missing_years(page.book, &shown);
    let rows: Vec<_> = entries.iter().map(entry).collect();
    let name = Book::series_name(series, lang);
    let href = said(move || {
        page.href(|state| ViewState {
            focus: Focus { series: Some(series.id.clone()), ..Focus::default() },
            ..state.blank(View::Compare)
        })
    });
    view! {
        <table class="history">
            <caption>
                <a class="fig" href=href lang=name.lang(lang)>{name.text.clone()}</a>
                {change(found, &points, lang).map(|words| view! { <small>{words}</small> })}
            </caption>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A year between two values that has none, and why.
fn missing_view(year: u16, has_document: bool, lang: Lang) -> AnyView {
    let words = if has_document { m::panel::NO_VALUE } else { m::overview::NONE };
    view! {
        <tr class="history-missing">
            <th scope="row" class="num">{year}</th>
            <td colspan="2" class:void=!has_document>{words.to(lang)}</td>
        </tr>
    }
    .into_any()
}

/// A year's value, which opens its task, and why it does not compare.
fn point_view(page: Page, idx: TaskIdx, found: TaskSeries, point: &'static Point) -> AnyView {
    let lang = page.lang;
    let task = page.book.task(point.task);
    let document = page.book.document(task);
    // A share in another place's table is the region's own.
    let region = point.region.filter(|region| *region != document.region);
    let share = region.map(|region| page.book.region_name(region, lang).text);
    let place = page.book.document_name(document, lang);
    let value = format::quantity((point.value, None), point.unit.as_deref(), point.bound, lang);
    let is_own = point.task == idx && point.source == found.own.source;
    let value = if is_own {
        view! { <b class="num">{value}</b> }.into_any()
    } else {
        let href = said(move || page.href(|state| state.with_task(&task.id)));
        view! { <a class="fig num" href=href>{value}</a> }.into_any()
    };
    let horizon = when(point.horizon == Horizon::FiveYear, || m::panel::FIVE_YEAR.to(lang));
    let why = point.reason.map(|reason| {
        view! {
            <Sigil kind=SigilKind::NotComparable lang />
            <small>{m::panel::reason(reason, point.scope.as_deref(), lang)}</small>
        }
    });
    view! {
        <tr>
            <th scope="row">
                {share.map(|share| format!("{share} · "))} {place.text} " " {m::section_short(task.section).to(lang)} " " {horizon}</th>
            <td class="num">{value}</td>
            <td>{why}</td>
        </tr>
    }
    .into_any()
}

/// The change from the comparable value before to the task's own, where there is one.
fn change(found: TaskSeries, points: &[&Point], lang: Lang) -> Option<String> {
    let own = found.own;
    if !own.is_comparable() {
        return None;
    }
    let before = points
        .iter()
        .filter(|point| {
            point.is_comparable() && point.horizon == own.horizon && point.year < own.year
        })
        .max_by_key(|point| point.year)?;
    let difference = own.value - before.value;
    let is_rate = found.series.kind != TargetKind::Absolute || found.series.unit == "%";
    Some(m::panel::change_since(before.year, difference, before.value, is_rate, lang))
}
