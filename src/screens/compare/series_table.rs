//! The series of a place: a row each, its values by year, its points, its change, and why not.

use leptos::prelude::*;
use model::Horizon;

use crate::book::Book;
use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{
    Notice, PointKind, Sigil, SigilKind, YearPoint, YearPoints, said, said_if, when,
};
use crate::state::{Focus, SeriesOrder, ViewState};
use crate::trends::{Cell, Trend, Trends, Year};

/// The table, or that there is nothing to compare.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn SeriesTable(
    /// The series.
    trends: Trends,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    if trends.rows.is_empty() {
        return view! { <Notice says=words::NO_SERIES.to(lang) /> }.into_any();
    }
    let place = page.book.region_name(trends.region, lang);
    let title = words::place_title(&place.text, trends.rows.len(), lang);
    let years =
        || trends.years.iter().map(|year| view! { <th scope="col" class="end">{year.year}</th> });
    let rows: Vec<_> = trends.rows.iter().map(|row| row_view(page, row, &trends.years)).collect();
    view! {
        <section class="section compare-series">
            <header class="section-head">
                <h2>{words::SERIES.to(lang)} " " <small>{title}</small></h2>
                <p>{words::SERIES_NOTE.to(lang)}</p>
            </header>
            <Orders />
            <div class="scroll" tabindex="0" role="region" aria-label=words::SERIES.to(lang)>
                <table class="series">
                    <thead>
                        <tr>
                            <th scope="col">{words::INDICATOR.to(lang)}</th>
                            {years().collect_view()}
                            <th scope="col" class="series-points" aria-hidden="true">
                                {trends.years.iter().map(|year| view! { <span>{year.year}</span> }).collect_view()}
                            </th>
                            <th scope="col" class="end">{words::CHANGE.to(lang)}</th>
                            <th scope="col" class="end">{words::RATIO.to(lang)}</th>
                            <th scope="col">{words::WHY.to(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// As registered, or the largest change first.
#[component]
fn Orders() -> impl IntoView {
    let page = Page::here();
    let link = |order: SeriesOrder, name: &'static str| {
        let choose = move |state: &ViewState| ViewState {
            focus: Focus { order, ..state.focus.clone() },
            ..state.clone()
        };
        let is_here = move || page.state.with(|state| state.focus.order == order);
        view! {
            <a
                href=said(move || page.href(choose))
                aria-current=said_if(move || is_here().then(|| "true".to_owned()))
            >
                {name}
            </a>
        }
    };
    view! {
        <p class="modes">
            {link(SeriesOrder::Registry, words::BY_NAME.to(page.lang))}
            {link(SeriesOrder::Change, words::BY_CHANGE.to(page.lang))}
        </p>
    }
}

fn row_view(page: Page, trend: &Trend, years: &[Year]) -> AnyView {
    let lang = page.lang;
    let series = trend.series;
    let name = Book::series_name(series, lang);
    let href = page.href(|state| ViewState {
        focus: Focus { series: Some(series.id.clone()), ..state.focus.clone() },
        ..state.clone()
    });
    let cells: Vec<_> = trend
        .cells
        .iter()
        .zip(years)
        .map(|(cell, year)| cell_view(page, cell.as_ref(), year.year))
        .collect();
    let points = trend.cells.iter().zip(years).map(|(cell, year)| YearPoint {
        value: cell.as_ref().map(|cell| (cell.point.value, kind_of(cell))),
        is_hole: !year.has_document,
    });
    let points: Vec<_> = points.collect();
    let change = trend.change.map(|change| {
        if change.is_rate {
            return format::difference((change.difference() * 1000.0).round() / 1000.0);
        }
        let words = format::amount(change.difference(), &series.unit, lang);
        if change.difference() > 0.0 { format!("+{words}") } else { words }
    });
    let ratio = trend.change.map(|change| match change.ratio() {
        Some(ratio) => words::percent(ratio),
        None if change.is_rate => words::POINTS.to(lang).to_owned(),
        None => String::new(),
    });
    let span = trend.change.map(|change| words::years(change.before.0, change.after.0));
    let reasons = trend.why_not(page.book, lang);
    let has_both = span.is_some() && !reasons.is_empty();
    view! {
        <tr>
            <th scope="row">
                <a class="series-name" href=href lang=name.lang(lang)>{name.text.clone()}</a>
            </th>
            {cells}
            <td class="series-points">
                <YearPoints points from_zero=is_amount(trend) />
            </td>
            <td class="num end series-change">{change}</td>
            <td class="num end">{ratio}</td>
            <td class="series-why">
                {span.map(|span| view! { <span class="num">{span}</span> })}
                {when(has_both, || "；")}
                {reasons.join("；")}
            </td>
        </tr>
    }
    .into_any()
}

fn is_amount(trend: &Trend) -> bool {
    trend.series.kind == model::TargetKind::Absolute && trend.series.unit != "%"
}

fn kind_of(cell: &Cell) -> PointKind {
    if cell.is_elsewhere {
        PointKind::Elsewhere
    } else if cell.is_comparable() {
        PointKind::Comparable
    } else {
        PointKind::NotComparable
    }
}

/// A value as printed, which opens its task. On a phone the row folds, and the cell says its year.
fn cell_view(page: Page, cell: Option<&Cell>, year: u16) -> AnyView {
    let lang = page.lang;
    let Some(cell) = cell else { return view! { <td class="num end zero">"–"</td> }.into_any() };
    let point = cell.point;
    let task = page.book.task(point.task);
    let href = page.href(|state| state.with_task(&task.id));
    let printed = point.printed(page.book.ledger).map(|printed| printed.text.clone());
    let value = printed.unwrap_or_else(|| format::number(point.value));
    // A cell of a table prints the number alone.
    let is_bare = value.ends_with(|sign: char| sign.is_ascii_digit() || "万亿".contains(sign));
    let unit = point.unit.clone().filter(|_| is_bare).unwrap_or_default();
    let place = when(cell.is_elsewhere, || {
        let name = point.region.map(|region| page.book.region_name(region, lang).text);
        view! { <small>{name} " "</small> }
    });
    let sigil = when(!cell.is_comparable(), || {
        view! { <Sigil kind=SigilKind::NotComparable lang /> }
    });
    let check = when(page.book.is_faulty(point.task), || {
        view! { <Sigil kind=SigilKind::Check lang /> }
    });
    let horizon = when(point.horizon == Horizon::FiveYear, || {
        view! { <small>{m::panel::FIVE_YEAR.to(lang)} " "</small> }
    });
    view! {
        <td class="num end" data-year=year data-quiet=!cell.is_comparable()>
            <span class="nowrap">
                {place}
                {horizon}
                <a class="fig" lang="zh-CN" href=href>{value}{unit}</a>
                {sigil}
                {check}
            </span>
        </td>
    }
    .into_any()
}
