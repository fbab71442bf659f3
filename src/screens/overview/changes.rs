//! What changed most between years that compare, each figure with its task and its series.

use leptos::prelude::*;
use model::{Point, PointSource};

use super::Section;
use crate::book::Book;
use crate::format;
use crate::messages::{self as m, overview as words};
use crate::movers::{Change, Changes, years};
use crate::page::Page;
use crate::parts::when;
use crate::state::{Focus, Lang, View, ViewState};

/// The two tables, amounts and rates; nothing where the filter has no two years that compare.
pub(super) fn changes_view(page: Page, changes: &Changes) -> AnyView {
    let lang = page.lang;
    let place = changes.region().map(|region| page.book.region_name(region, lang).text);
    let years = years(&changes.amounts);
    let note = words::changes_note(place.as_deref(), years, lang);
    let note = format!("{note}{}", hole(page.book, changes, lang));
    let (has_amounts, has_rates) = (!changes.amounts.is_empty(), !changes.rates.is_empty());
    let amounts = table(page, &changes.amounts, true);
    let rates = table(page, &changes.rates, false);
    let more = more(page, changes);
    view! {
        {when(has_amounts, || view! {
            <Section class="overview-amounts" title=words::CHANGED.to(lang) note>
                {amounts}
                {more}
            </Section>
        })}
        {when(has_rates, || view! {
            <Section
                class="overview-rates"
                title=words::RATES.to(lang)
                note=words::RATES_NOTE.to(lang)
            >
                {rates}
            </Section>
        })}
    }
    .into_any()
}

/// The years between that have no document of the place, in words.
fn hole(book: Book, changes: &Changes, lang: Lang) -> String {
    let holes: Vec<String> = changes.holes(book).iter().map(u16::to_string).collect();
    if holes.is_empty() { String::new() } else { words::hole(&holes.join("、"), lang) }
}

/// The way to every series.
fn more(page: Page, changes: &Changes) -> AnyView {
    let href = page.href(|state| state.in_view(View::Compare));
    view! {
        <p class="overview-more">
            <a class="fig" href=href>{words::all_changes(changes.n_all, page.lang)}</a>
        </p>
    }
    .into_any()
}

fn table(page: Page, rows: &[Change], is_amount: bool) -> AnyView {
    let lang = page.lang;
    let years = years(rows);
    let (before, after) = match years {
        Some((before, after)) => (before.to_string(), after.to_string()),
        None => (words::EARLIER.to(lang).to_owned(), words::LATER.to(lang).to_owned()),
    };
    let (name, by) = if is_amount {
        (words::AMOUNT, words::BY_PERCENT)
    } else {
        (words::RATE, words::BY_POINTS)
    };
    let scale = Scale::of(rows);
    let shows_year = years.is_none();
    let rows: Vec<_> =
        rows.iter().map(|row| row_view(page, row, scale, is_amount, shows_year)).collect();
    view! {
        <table class="changes">
            <thead>
                <tr>
                    <th scope="col">{name.to(lang)}</th>
                    <th scope="col" class="end">{before}</th>
                    <th scope="col" class="end">{after}</th>
                    <th scope="col" class="changes-plot">
                        <span class="hide">{m::SHARE_BAR.to(lang)}</span>
                    </th>
                    <th scope="col" class="end">{by.to(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row_view(page: Page, row: &Change, scale: Scale, is_amount: bool, shows_year: bool) -> AnyView {
    let lang = page.lang;
    let name = Book::series_name(row.series, lang);
    let series = page.href(|state| ViewState {
        focus: Focus { series: Some(row.series.id.clone()), ..Focus::default() },
        ..state.in_view(View::Compare)
    });
    let value = |point: &'static Point| {
        let task = page.book.task(point.task);
        let href = page.href(|state| state.with_task(&task.id));
        let year = when(shows_year, || view! { <small>{point.year}</small> });
        view! {
            <a class="fig num" lang="zh-CN" href=href>{printed(page.book, point)}</a>
            {year}
        }
    };
    let bound = when(row.has_other_bound(), || {
        view! {
            <abbr class="sigil" data-kind="bound" title=words::BOUND_CHANGED.to(lang)>
                {words::BOUND_SIGN.to(lang)}
            </abbr>
        }
    });
    view! {
        <tr>
            <th scope="row" lang=name.lang(lang)>
                <a class="changes-name" href=series>{name.text.clone()}</a>
            </th>
            <td class="end changes-before">{value(row.before)}</td>
            <td class="end">{value(row.after)}</td>
            <td class="changes-plot">{scale.bar(row.by)}</td>
            <td class="end num">{change_words(row.by, is_amount)}{bound}</td>
        </tr>
    }
    .into_any()
}

/// The value as the document prints it; a table's cell with its measure unit.
fn printed(book: Book, point: &Point) -> String {
    let words = point.printed(book.ledger).map(|passage| passage.text.clone()).unwrap_or_default();
    let unit = point.unit.as_deref().unwrap_or_default();
    if matches!(point.source, PointSource::Allocation(_)) && !words.ends_with(unit) {
        return words + unit;
    }
    words
}

/// `+173.3%` for amounts, `−0.5` for points.
fn change_words(by: f64, is_amount: bool) -> String {
    let rounded = |scale: f64| (by * scale).round() / scale;
    if is_amount {
        format!("{}%", format::difference(rounded(10.0)))
    } else {
        format::difference(rounded(100.0))
    }
}

/// What the bars of a table share: from the largest fall to the largest rise.
#[derive(Debug, Clone, Copy)]
struct Scale {
    lowest: f64,
    length: f64,
}

impl Scale {
    fn of(rows: &[Change]) -> Self {
        let lowest = rows.iter().map(|row| row.by).fold(0.0, f64::min);
        let highest = rows.iter().map(|row| row.by).fold(0.0, f64::max);
        Self { lowest, length: highest - lowest }
    }

    /// A bar from the upright line of no change; a dot where nothing changed.
    fn bar(self, by: f64) -> AnyView {
        let share = |value: f64| format::share(value, self.length);
        let zero = share(-self.lowest);
        let start = share(by.min(0.0) - self.lowest);
        view! {
            <span class="change-plot" aria-hidden="true">
                <i class="change-bar" style=("--at", start) style=("--share", share(by.abs()))></i>
                <i class="change-zero" data-same={by == 0.0} style=("--at", zero)></i>
            </span>
        }
        .into_any()
    }
}
