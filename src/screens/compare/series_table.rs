//! The series of a place: a row each, its values by year, its points, its change, and why not.

use std::sync::Arc;

use engine::Facet;
use leptos::prelude::*;
use model::{Horizon, Point, Series};

use crate::book::Book;
use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{
    Notice, PointKind, Sigil, SigilKind, YearPoint, YearPoints, are_many, rows_in_turn, said,
    said_if, when,
};
use crate::screens::sort_head::SortHead;
use crate::state::{Focus, Lang, SeriesOrder, ViewState};
use crate::trends::{Cell, Trend, Trends, Year, bound_of};

/// How tall the row of an indicator is, in pixels.
const SERIES: f64 = 38.0;

/// The table, or that there is nothing to compare.
#[component]
pub(super) fn SeriesTable(
    /// The series.
    trends: Trends,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    if trends.rows.is_empty() {
        return view! { <Notice says=words::NO_SERIES.to(lang) /> }.into_any();
    }
    let trends = Arc::new(trends);
    let place = page.book.region_name(trends.region, lang);
    let title = words::place_title(&place.text, trends.rows.len(), lang);
    let years =
        || trends.years.iter().map(|year| view! { <th scope="col" class="end">{year.year}</th> });
    let order = page.state.with_untracked(|state| state.focus.order);
    let head = |wanted: SeriesOrder, words: m::Words| {
        let href = page.state.with_untracked(|state| in_order(state, wanted).href());
        let is_name = wanted == SeriesOrder::Name;
        view! {
            <SortHead
                words=words.to(lang)
                is_sorted=order == wanted
                is_ascending=is_name
                href
                is_number=!is_name
            />
        }
    };
    let n_columns = (trends.years.len() + 5).to_string();
    let is_parted = order == SeriesOrder::Theme;
    let mut start = 0;
    let bodies: Vec<_> = trends
        .rows
        .chunk_by(|one, other| !is_parted || one.theme == other.theme)
        .map(|rows| {
            let theme = is_parted.then(|| rows[0].theme.map_or(m::NO_THEME, m::theme));
            let own = start..start + rows.len();
            start = own.end;
            let part = theme.map(|theme| {
                view! {
                    <tr class="series-part">
                        <th scope="rowgroup" colspan=n_columns.clone()>
                            {theme.to(lang)} " " <small>{words::n_series(own.len(), lang)}</small>
                        </th>
                    </tr>
                }
            });
            let trends = Arc::clone(&trends);
            let row = move |at: usize| row_view(page, &trends.rows[at], &trends.years);
            view! { <tbody>{part} {rows_in_turn(own, SERIES, row)}</tbody> }
        })
        .collect();
    view! {
        <section class="section compare-series">
            <header class="section-head">
                <h2>{words::SERIES.to(lang)} " " <small>{title}</small></h2>
                <p>{words::SERIES_NOTE.to(lang)}</p>
            </header>
            {left_out(page, &trends)}
            <Orders />
            <div class="scroll" tabindex="0" role="region" aria-label=words::SERIES.to(lang)>
                <table class="series fold" data-many=are_many(trends.years.len())>
                    <thead>
                        <tr>
                            {head(SeriesOrder::Name, words::INDICATOR)}
                            {years().collect_view()}
                            <th scope="col" class="series-points" aria-hidden="true">
                                {trends.years.iter().map(|year| view! { <span>{year.year}</span> }).collect_view()}
                            </th>
                            {head(SeriesOrder::Change, words::CHANGE)}
                            <th scope="col" class="end">{words::RATIO.to(lang)}</th>
                            <th scope="col">{words::WHY.to(lang)}</th>
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// Which years the filter leaves out, and the way to see them.
fn left_out(page: Page, trends: &Trends) -> AnyView {
    when(!trends.left_out.is_empty(), || {
        let years: Vec<_> = trends.years.iter().map(|year| year.year).collect();
        let all = page.href(|state| state.clone().without(Facet::Year));
        view! {
            <p class="rule-note">
                {words::left_out(&years, &trends.left_out, page.lang)}
                " "
                <a class="fig" href=all>{words::EVERY_YEAR.to(page.lang)}</a>
            </p>
        }
    })
}

fn in_order(state: &ViewState, order: SeriesOrder) -> ViewState {
    ViewState { focus: Focus { order, ..state.focus.clone() }, ..state.clone() }
}

/// The orders that no column has, and those of columns for a phone, which has none.
#[component]
fn Orders() -> impl IntoView {
    let page = Page::here();
    let link = |order: SeriesOrder, name: &'static str| {
        let choose = move |state: &ViewState| in_order(state, order);
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
    let links = SeriesOrder::ALL.map(|order| link(order, words::order(order).to(page.lang)));
    view! {
        <p class="modes" role="group" aria-label=words::ORDER.to(page.lang)>
            {links.into_iter().collect_view()}
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
        .map(|(cell, year)| cell_view(page, trend, cell.as_ref(), *year))
        .collect();
    let points = trend.cells.iter().zip(years).map(|(cell, year)| YearPoint {
        year: year.year,
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
    let mark = words::between_reasons(lang);
    let bound = when(trend.change.is_some_and(|change| change.has_other_bound), || {
        view! { {mark} {m::overview::BOUND_CHANGED.to(lang)} }
    });
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
            <td class="num end series-change">
                {change}
                {when(trend.change.is_none(), || view! { <small>{words::NOT_COMPARED.to(lang)}</small> })}
            </td>
            <td class="num end series-ratio">{ratio}</td>
            <td class="series-why">
                {span.map(|span| view! { <span class="num">{span}</span> })}
                {bound}
                {when(has_both, || mark)}
                {reasons.join(mark)}
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

/// A value, which opens its task. On a phone the row folds, and the cell says its year.
fn cell_view(page: Page, trend: &Trend, cell: Option<&Cell>, year: Year) -> AnyView {
    let lang = page.lang;
    let Some(cell) = cell else {
        let class = if year.has_document { "num end zero" } else { "void" };
        let words = if year.has_document { m::panel::NO_VALUE } else { m::overview::NONE };
        return view! {
            <td class=class data-label=(!year.has_document).then_some(year.year)>
                <span aria-hidden="true">{if year.has_document { "–" } else { "" }}</span>
                <span class="hide fold-says">{words.to(lang)}</span>
            </td>
        }
        .into_any();
    };
    let point = cell.point;
    let task = page.book.task(point.task);
    let href = page.href(|state| state.with_task(&task.id));
    let value = Value::of(page, trend.series, point);
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
        <td class="num end" data-label=year.year data-quiet=!cell.is_comparable()>
            <span class="nowrap">
                {place}
                {horizon}
                <a class="fig" lang=value.lang title=value.title href=href>{value.words}</a>
                {sigil}
                {check}
            </span>
        </td>
    }
    .into_any()
}

/// The words of a value: in Chinese as printed, in English as read, with what is printed behind.
pub(super) struct Value {
    /// The words.
    pub words: String,
    /// Their language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// What the document prints, where the words are ours.
    pub title: Option<String>,
}

impl Value {
    /// The words of a point of this series.
    pub(super) fn of(page: Page, series: &Series, point: &Point) -> Self {
        let lang = page.lang;
        let bound = bound_of(series, point);
        let unit = point.unit.as_deref();
        let printed = point.printed(page.book.ledger).map(|printed| printed.text.clone());
        if lang == Lang::En {
            let words = format::quantity((point.value, None), unit, bound, lang);
            return Self {
                words,
                lang: m::unit_lang(unit.unwrap_or_default(), lang),
                title: printed,
            };
        }
        let mut words = printed.unwrap_or_else(|| format::number(point.value));
        // A cell of a table prints the number alone.
        if words.ends_with(|sign: char| sign.is_ascii_digit() || "万亿".contains(sign)) {
            words += unit.unwrap_or_default();
        }
        if bound != point.bound {
            words += m::bound(bound).to(lang);
        }
        Self { words, lang: None, title: None }
    }
}
