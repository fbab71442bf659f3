//! The shares of a task: each region's cell as printed and as read, and whether they add up.

use leptos::prelude::*;
use model::{Allocation, Point, Reading, TaskIdx};

use super::marks::Mark;
use super::panel::OpenTask;
use crate::format;
use crate::history::{EarlierCells, earlier_cells};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, said, when};
use crate::state::Lang;
use crate::sums::{Reason, ShareSum, Verdict, share_sum};

/// The table of shares with its sum; nothing where the task has none.
#[component]
pub(super) fn AllocationTable(open: OpenTask, idx: TaskIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let cells = &open.task.allocations;
    if cells.is_empty() {
        return ().into_any();
    }
    let sum = share_sum(cells);
    let earlier = earlier_cells(page.book, idx);
    let before = |idx: usize| earlier.as_ref()?.cells.get(idx).copied().flatten();
    let has_earlier = earlier.is_some();
    let largest = (0..cells.len())
        .filter(|idx| !cells[*idx].is_total)
        .filter_map(before)
        .map(|point| point.value)
        .fold(largest_share(cells), f64::max);
    let (totals, shares): (Vec<_>, Vec<_>) =
        cells.iter().enumerate().partition(|(_, cell)| cell.is_total);
    let has_readings = cells.iter().any(|cell| read_as(cell, lang).is_some());
    let row = |(idx, cell): &(usize, &Allocation)| {
        row_view(
            open,
            *idx,
            cell,
            (largest, Earlier { is_shown: has_earlier, point: before(*idx) }),
        )
    };
    let is_lost = cells.iter().any(|cell| cell.region_inferred);
    view! {
        <section class="panel-section">
            <h3>
                {m::ALLOCATION.to(lang)}
                <small data-fault=is_fault(&sum)>{sum_words(&sum, lang)}</small>
            </h3>
            <table class="shares" data-read=has_readings>
                <thead>
                    <tr>
                        <th scope="col">{m::REGION.to(lang)}</th>
                        <th scope="col"><span class="hide">{m::SHARE_BAR.to(lang)}</span></th>
                        {earlier.as_ref().map(|earlier| earlier_head(page, earlier))}
                        <th scope="col">{m::PRINTED.to(lang)}</th>
                        {when(has_earlier, || {
                            view! { <th scope="col">{m::panel::EARLIER_ONLY.to(lang)}</th> }
                        })}
                        <th scope="col" class="shares-read">{m::READ_AS.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{shares.iter().map(row).collect_view()}</tbody>
                <tfoot>
                    {sum_view(&sum, has_earlier, lang)}
                    {totals.iter().map(row).collect_view()}
                </tfoot>
            </table>
            {when(is_lost, || view! { <p class="panel-note">{m::LOST_HEADER.to(lang)}</p> })}
        </section>
    }
    .into_any()
}

/// What an earlier year says of the same region.
#[derive(Clone, Copy)]
struct Earlier {
    /// Whether an earlier year stands beside at all.
    is_shown: bool,
    /// The region's value of it.
    point: Option<&'static Point>,
}

/// The year, and whether its columns were inferred.
fn earlier_head(page: Page, earlier: &EarlierCells) -> AnyView {
    let is_inferred = earlier.is_inferred(page.book);
    let sigil = when(is_inferred, || {
        view! { <Sigil kind=SigilKind::Inferred lang=page.lang /> }
    });
    view! { <th scope="col" class="num">{earlier.year} {sigil}</th> }.into_any()
}

/// The earlier value, which opens its task.
fn earlier_value(page: Page, point: &'static Point) -> AnyView {
    let task = page.book.task(point.task);
    let href = said(move || page.href(|state| state.with_task(&task.id)));
    view! { <a class="fig" href=href>{format::number(point.value)}</a> }.into_any()
}

fn row_view(
    open: OpenTask,
    idx: usize,
    cell: &Allocation,
    (largest, earlier): (f64, Earlier),
) -> AnyView {
    let page = Page::here();
    let lang = page.lang;
    let place = if cell.is_total {
        crate::book::Name { text: m::WHOLE.to(lang).to_owned(), is_source: false }
    } else {
        page.book.region_name(cell.region, lang)
    };
    let bar = cell.reading.as_ref().filter(|_| !cell.is_total).map(|reading| {
        let share = format::share(reading.value, largest);
        view! { <i class="share-bar" style=("--share", share)></i> }
    });
    let earlier_point = earlier.point;
    let earlier_bar =
        earlier_point.map(|point| point.value).filter(|_| !cell.is_total).map(|value| {
            let share = format::share(value, largest);
            view! { <i class="share-bar" data-when="before" style=("--share", share)></i> }
        });
    let now = cell.reading.as_ref().map(|reading| reading.value);
    let difference = |value: f64| now.map(|now| format::difference(now - value));
    let earlier_cell = when(earlier.is_shown, || {
        view! { <td class="num shares-before">{earlier_point.map(|point| earlier_value(page, point))}</td> }
    });
    let change_cell = when(earlier.is_shown, || {
        view! { <td class="num">{earlier_point.and_then(|point| difference(point.value))}</td> }
    });
    let mark = Mark::Cell(idx);
    let title = if cell.is_none() { m::NO_SHARE } else { m::SHOW_IN_SOURCE }.to(lang);
    view! {
        <tr>
            <th scope="row" lang=place.lang(lang)>{place.text.clone()}</th>
            <td class="shares-plot">{earlier_bar} {bar}</td>
            {earlier_cell}
            <td class="num">
                <button
                    type="button"
                    class="trace"
                    lang="zh-CN"
                    title=title
                    data-by=if cell.region_inferred { "rule" } else { "source" }
                    aria-pressed=said(move || (open.mark.get() == mark).to_string())
                    on:click=move |_| open.show(mark)
                >
                    {cell.printed.text.clone()}
                </button>
            </td>
            {change_cell}
            <td class="num shares-read">{read_as(cell, lang)}</td>
        </tr>
    }
    .into_any()
}

/// The reading, where it says more than the printed words.
fn read_as(cell: &Allocation, lang: Lang) -> Option<String> {
    let words = cell.reading.as_ref().map(|reading: &Reading| format::reading(reading, lang))?;
    (words != cell.printed.text).then_some(words)
}

/// The largest share, by which the bars are drawn.
fn largest_share(cells: &[Allocation]) -> f64 {
    let values =
        cells.iter().filter(|cell| !cell.is_total).filter_map(|cell| cell.reading.as_ref());
    values.map(|reading| reading.value).fold(f64::MIN_POSITIVE, f64::max)
}

fn is_fault(sum: &ShareSum) -> bool {
    matches!(sum, ShareSum::Added { verdict: Verdict::Differs { .. }, .. })
}

/// The sum as a row of its own.
fn sum_view(sum: &ShareSum, has_earlier: bool, lang: Lang) -> Option<AnyView> {
    let ShareSum::Added { sum, .. } = sum else { return None };
    Some(
        view! {
            <tr class="shares-sum">
                <th scope="row">{m::ADDED_UP.to(lang)}</th>
                <td></td>
                {when(has_earlier, || view! { <td></td> })}
                <td class="num">{format::number(*sum)}</td>
                {when(has_earlier, || view! { <td></td> })}
                <td class="shares-read"></td>
            </tr>
        }
        .into_any(),
    )
}

/// The sum and what it says of the total, in words.
fn sum_words(sum: &ShareSum, lang: Lang) -> String {
    match sum {
        ShareSum::Added { sum, verdict } => {
            let added = m::sum::added_up(&format::number(*sum), lang);
            let verdict = match verdict {
                Verdict::Agrees => m::sum::AGREES.to(lang).to_owned(),
                Verdict::NoTotal => m::sum::NO_TOTAL.to(lang).to_owned(),
                Verdict::Differs { difference } => {
                    m::sum::differs(&format::difference(*difference), lang)
                }
            };
            format!("{added}{}{verdict}", m::clause_comma(lang))
        }
        ShareSum::NotAdded(reason) => match reason {
            Reason::Nothing => m::NO_SHARE,
            Reason::NotNumbers => m::sum::NOT_NUMBERS,
            Reason::Ratios => m::sum::RATIOS,
            Reason::Rough => m::sum::ROUGH,
            Reason::MixedUnits => m::sum::MIXED,
        }
        .to(lang)
        .to_owned(),
    }
}
