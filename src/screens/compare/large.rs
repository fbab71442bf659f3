//! One series large: a chart of its comparable values, and every value by region and year.

use std::sync::Arc;

use charming::component::{Axis, Grid, Legend};
use charming::datatype::CompositeValue;
use charming::element::{
    AxisLabel, AxisLine, AxisType, Label, LineStyle, SplitArea, SplitLine, Symbol, TextStyle,
    Tooltip, Trigger,
};
use charming::series::Line;
use leptos::prelude::*;
use model::{Point, RegionIdx};

use super::series_table::Value;

use crate::book::Book;
use crate::drawing::Palette;
use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{ChartFigure, Describe, Sigil, SigilKind, when};
use crate::state::{Focus, Lang, ViewState};
use crate::trends::{Large, LargeRow, Trends, bound_of};

/// How many regions have a line of their own; the table has them all.
const N_LINES: usize = 12;

/// The series that the link opens.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn LargeSeries(
    /// The series.
    large: Large,
    /// The table beside, for the place that it is about.
    trends: Trends,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let name = Book::series_name(large.series, lang).text;
    let close = page.href(|state| ViewState {
        focus: Focus { series: None, ..state.focus.clone() },
        ..state.clone()
    });
    let place = page.book.region_name(trends.region, lang).text;
    let says = says(&large, &trends, &name, &place, lang);
    let describe = described(page, &large, trends.region);
    let look = Memo::new(move |_| page.state.with(|state| state.tint));
    let unit = &large.series.unit;
    let sources: Vec<_> = page
        .book
        .ledger
        .documents
        .iter()
        .enumerate()
        .filter(|(at, _)| {
            large.series.points.iter().any(|point| usize::from(point.document) == *at)
        })
        .map(|(_, document)| page.book.document_name(document, lang).text)
        .collect();
    view! {
        <section class="section compare-large">
            <header class="section-head">
                <h2>
                    {name.clone()}
                    " "
                    <small lang=m::unit_lang(unit, lang)>{m::measure_unit(unit, lang).to_owned()}</small>
                </h2>
                <p><a class="fig" href=close>{words::CLOSE_LARGE.to(lang)}</a></p>
            </header>
            <ChartFigure
                says=says
                source=sources.join(m::comma(lang))
                file=name
                describe=describe
                height=336
                look=Signal::derive(move || { look.track(); })
                lang
            >
                {table(page, &large)}
            </ChartFigure>
        </section>
    }
}

fn says(large: &Large, trends: &Trends, name: &str, place: &str, lang: Lang) -> String {
    let trend = trends.rows.iter().find(|trend| trend.series.id == large.series.id);
    let value = |year: u16, value: f64| {
        let cells = trend.into_iter().flat_map(|trend| trend.cells.iter().flatten());
        let point = cells.map(|cell| cell.point).find(|point| point.year == year);
        let bound = point.map_or(model::Bound::Exactly, |point| bound_of(large.series, point));
        format::bounded(&format::amount(value, &large.series.unit, lang), bound, lang)
    };
    let ends = trend.and_then(|trend| trend.change).map(|change| {
        [change.before, change.after].map(|(year, number)| (year, value(year, number)))
    });
    let holes: Vec<u16> =
        trends.years.iter().filter(|year| !year.has_document).map(|year| year.year).collect();
    let ends = ends.as_ref().map(|ends| ends.each_ref().map(|(year, words)| (*year, &**words)));
    words::large_says(name, place, ends, &holes, lang)
}

/// A region's name and its values by year.
type NamedLine = (String, Vec<Option<f64>>);

/// The values of the place asked for over the years, or a line for each region where it has
/// none; years without a comparable value break a line.
fn described(page: Page, large: &Large, region: RegionIdx) -> Describe {
    let comparable = |row: &LargeRow| -> Vec<Option<f64>> {
        let first = |points: &Vec<&'static Point>| {
            points.iter().find(|point| point.is_comparable()).map(|point| point.value)
        };
        row.cells.iter().map(first).collect()
    };
    let of_place: Vec<&LargeRow> = large
        .rows
        .iter()
        .filter(|row| row.region == Some(region))
        .filter(|row| comparable(row).iter().any(Option::is_some))
        .collect();
    // The place asked for has the chart to itself, the whole would press its parts to the ground.
    let rows = if of_place.is_empty() { large.rows.iter().collect() } else { of_place };
    let has_value = |row: &&LargeRow| comparable(row).iter().any(Option::is_some);
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|row| row.region.is_some())
        .filter(has_value)
        .take(N_LINES)
        .collect();
    let n_years = large.years.len();
    let is_hole =
        |at: usize| rows.iter().all(|row| row.has_document.get(at).copied() != Some(true));
    let mut columns: Vec<(String, Option<usize>)> = Vec::new();
    for at in 0..n_years {
        // Years that do not follow each other stand apart, so that no line joins them.
        if at > 0 && large.years[at - 1] + 1 != large.years[at] {
            columns.push(("…".to_owned(), None));
        }
        let year = large.years[at].to_string();
        let words = m::overview::NONE.to(page.lang);
        columns.push((if is_hole(at) { format!("{year}\n{words}") } else { year }, Some(at)));
    }
    let lines: Vec<NamedLine> = rows
        .iter()
        .filter_map(|row| {
            let values = comparable(row);
            let values = columns.iter().map(|(_, at)| at.and_then(|at| values[at])).collect();
            Some((page.book.region_name(row.region?, page.lang).text, values))
        })
        .collect();
    let years: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
    let values = lines.iter().flat_map(|(_, values)| values.iter().flatten());
    let most = values.copied().fold(0.0, f64::max);
    let (size, name) = format::scale(most, page.lang);
    let lines: Vec<NamedLine> = lines
        .into_iter()
        .map(|(name, values)| {
            (name, values.into_iter().map(|value| value.map(|value| value / size)).collect())
        })
        .collect();
    let unit = format!("{name}{}", m::measure_unit(&large.series.unit, page.lang));
    let from_zero = large.series.kind == model::TargetKind::Absolute;
    Arc::new(move |palette: &Palette| chart(palette, &years, &lines, &unit, from_zero))
}

fn chart(
    palette: &Palette,
    years: &[String],
    lines: &[NamedLine],
    unit: &str,
    from_zero: bool,
) -> charming::Chart {
    let text = || TextStyle::new().color(palette.ink.as_str()).font_family(palette.font.as_str());
    let axis = |kind: AxisType| {
        Axis::new()
            .type_(kind)
            .axis_label(AxisLabel::new().color(palette.muted.as_str()))
            .axis_line(AxisLine::new().show(true))
            .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.rule.as_str())))
    };
    let symbols = [
        Symbol::Circle,
        Symbol::Rect,
        Symbol::Triangle,
        Symbol::Diamond,
        Symbol::Pin,
        Symbol::Arrow,
    ];
    let is_single = lines.len() == 1;
    let mut chart = charming::Chart::new()
        .color(vec![
            palette.ink.as_str(),
            palette.bar.as_str(),
            palette.muted.as_str(),
            palette.quiet.as_str(),
        ])
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .legend(Legend::new().show(!is_single).bottom(0).text_style(text()))
        .grid(Grid::new().left(64).right(24).top(44).bottom(if is_single { 48 } else { 88 }))
        // The library hatches the years whose names have a second line, which says why.
        .x_axis(
            axis(AxisType::Category).data(years.to_vec()).split_area(SplitArea::new().show(true)),
        )
        .y_axis(
            axis(AxisType::Value)
                .scale(!from_zero)
                .name(unit)
                .name_text_style(TextStyle::new().color(palette.muted.as_str())),
        );
    for ((name, values), symbol) in lines.iter().zip(symbols.into_iter().cycle()) {
        // A gap is a word that stands for no number.
        let value = |value: &Option<f64>| {
            value.map_or_else(|| CompositeValue::from("-"), CompositeValue::from)
        };
        chart = chart.series(
            Line::new()
                .name(name.as_str())
                .symbol(symbol)
                .symbol_size(8.0)
                .connect_nulls(false)
                .label(Label::new().show(is_single).color(palette.ink.as_str()))
                .data(values.iter().map(value).collect::<Vec<_>>()),
        );
    }
    chart
}

/// Every value by region and year; each opens its task.
fn table(page: Page, large: &Large) -> AnyView {
    let lang = page.lang;
    let heads = large.years.iter().map(|year| view! { <th scope="col" class="end">{*year}</th> });
    let row = |row: &LargeRow| {
        let name = row.region.map(|region| page.book.region_name(region, lang));
        let name_lang = name.as_ref().and_then(|name| name.lang(lang));
        let text = name.map_or_else(|| words::PROVINCE.to(lang).to_owned(), |name| name.text);
        let years = large.years.iter().zip(&row.has_document);
        let cells: Vec<_> = row
            .cells
            .iter()
            .zip(years)
            .map(|(points, (year, has_document))| {
                values_view(page, large, points, *year, *has_document)
            })
            .collect();
        view! { <tr><th scope="row" lang=name_lang>{text}</th> {cells}</tr> }
    };
    view! {
        <table class="large fold">
            <thead>
                <tr>
                    <th scope="col">{words::REGION.to(lang)}</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>{large.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn values_view(
    page: Page,
    large: &Large,
    points: &[&'static Point],
    year: u16,
    has_document: bool,
) -> AnyView {
    let lang = page.lang;
    if points.is_empty() && !has_document {
        let words = m::overview::NONE.to(lang);
        return view! { <td class="end void" data-label=year><small>{words}</small></td> }
            .into_any();
    }
    if points.is_empty() {
        return view! {
            <td class="end zero">
                <span aria-hidden="true">"–"</span>
                <span class="hide">{m::panel::NO_VALUE.to(lang)}</span>
            </td>
        }
        .into_any();
    }
    let value = |point: &&'static Point| {
        let task = page.book.task(point.task);
        let href = page.href(|state| state.with_task(&task.id));
        let value = Value::of(page, large.series, point);
        let why = point.reason.map(|reason| m::panel::reason(reason, point.scope.as_deref(), lang));
        let sigil = when(why.is_some(), || {
            view! { <Sigil kind=SigilKind::NotComparable lang /> " " <small>{why}</small> }
        });
        view! {
            <p class="nowrap">
                <a class="fig num" lang=value.lang title=value.title href=href>{value.words}</a>
                {sigil}
            </p>
        }
    };
    view! { <td class="end" data-label=year>{points.iter().map(value).collect_view()}</td> }
        .into_any()
}
