//! 对比: the same indicators over the years, one of them large, and two slices of the tasks side
//! by side.

mod large;
mod pairs;
mod series_table;
mod shifts;
mod slices;

use leptos::prelude::*;

use crate::page::Page;
use crate::parts::{dynamic, in_turn};
use crate::screens::head::SentenceHead;
use crate::trends::{Large, Trends};
use large::LargeSeries;
use series_table::SeriesTable;
use slices::SlicesView;

/// The view of all comparisons within the filter.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let page = Page::here();
    let trends = Memo::new(move |_| {
        page.outcome.with(|outcome| page.state.with(|state| Trends::of(page.book, state, outcome)))
    });
    let open = Memo::new(move |_| page.state.with(|state| Large::of(page.book, state)));
    let changed = page.afterwards();
    let large = move || {
        open.get().map(|large| view! { <LargeSeries large trends=trends.get() /> }).into_any()
    };
    view! {
        <div class="compare">
            <SentenceHead />
            {dynamic(large)}
            {dynamic(move || view! { <SeriesTable trends=trends.get() /> }.into_any())}
            {in_turn(move || view! { <SlicesView changed /> }.into_any())}
        </div>
    }
}
