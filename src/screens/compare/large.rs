//! One series large: a chart of its comparable values, and every value by region and year.

use std::sync::Arc;

use charming::component::{Axis, Grid, Legend};
use charming::datatype::CompositeValue;
use charming::element::{
    AxisLabel, AxisLine, AxisType, Label, LineStyle, SplitLine, Symbol, TextStyle, Tooltip, Trigger,
};
use charming::series::Line;
use leptos::prelude::*;
use model::{Point, RegionIdx};

use crate::book::Book;
use crate::drawing::Palette;
use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{ChartFigure, ChartWords, Describe, Sigil, SigilKind, when};
use crate::state::{Focus, Lang, ViewState};
use crate::trends::{Large, LargeRow, Trends};

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
                <h2>{name.clone()} " " <small>{large.series.unit.clone()}</small></h2>
                <p><a class="fig" href=close>{words::CLOSE_LARGE.to(lang)}</a></p>
            </header>
            <ChartFigure
                says=says
                source=sources.join(m::comma(lang))
                file=name
                describe=describe
                height=320
                look=Signal::derive(move || { look.track(); })
                words=ChartWords {
                    table: words::CHART_TABLE.to(lang),
                    save_svg: words::SAVE_SVG.to(lang),
                    save_png: words::SAVE_PNG.to(lang),
                    waiting: words::DRAWING.to(lang),
                    failed: words::NOT_DRAWN.to(lang),
                }
            >
                {table(page, &large)}
            </ChartFigure>
        </section>
    }
}

fn says(large: &Large, trends: &Trends, name: &str, place: &str, lang: Lang) -> String {
    let trend = trends.rows.iter().find(|trend| trend.series.id == large.series.id);
    let change = trend.and_then(|trend| trend.change);
    let unit = &large.series.unit;
    let value = |value: f64| format::amount(value, unit, lang);
    let ends = change.map(|change| (value(change.before.1), value(change.after.1)));
    let change = change.zip(ends.as_ref()).map(|(change, (before, after))| {
        [(change.before.0, before.as_str()), (change.after.0, after.as_str())]
    });
    words::large_says(name, place, change, lang)
}

/// The values of the place asked for over the years, or a line for each region where it has
/// none; years without a comparable value break a line.
fn described(page: Page, large: &Large, region: RegionIdx) -> Describe {
    let years: Vec<String> = large.years.iter().map(u16::to_string).collect();
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
    let lines: Vec<(String, Vec<Option<f64>>)> = rows
        .into_iter()
        .filter_map(|row| {
            Some((page.book.region_name(row.region?, page.lang).text, comparable(row)))
        })
        .filter(|(_, values)| values.iter().any(Option::is_some))
        .take(N_LINES)
        .collect();
    let from_zero = large.series.kind == model::TargetKind::Absolute;
    Arc::new(move |palette: &Palette| chart(palette, &years, &lines, from_zero))
}

fn chart(
    palette: &Palette,
    years: &[String],
    lines: &[(String, Vec<Option<f64>>)],
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
        .grid(Grid::new().left(64).right(24).top(28).bottom(if is_single { 32 } else { 72 }))
        .x_axis(axis(AxisType::Category).data(years.to_vec()))
        .y_axis(axis(AxisType::Value).scale(!from_zero));
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
        let cells: Vec<_> = row.cells.iter().map(|points| values_view(page, points)).collect();
        view! { <tr><th scope="row" lang=name_lang>{text}</th> {cells}</tr> }
    };
    view! {
        <table class="large">
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

fn values_view(page: Page, points: &[&'static Point]) -> AnyView {
    let lang = page.lang;
    let value = |point: &&'static Point| {
        let task = page.book.task(point.task);
        let href = page.href(|state| state.with_task(&task.id));
        let words = format::quantity((point.value, None), point.unit.as_deref(), point.bound, lang);
        let why = point.reason.map(|reason| m::panel::reason(reason, point.scope.as_deref(), lang));
        let sigil = when(why.is_some(), || {
            view! { <Sigil kind=SigilKind::NotComparable lang /> " " <small>{why}</small> }
        });
        view! { <p class="nowrap"><a class="fig num" href=href>{words}</a>{sigil}</p> }
    };
    view! { <td class="end">{points.iter().map(value).collect_view()}</td> }.into_any()
}
