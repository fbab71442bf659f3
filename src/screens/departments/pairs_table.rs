//! The table of pairs: who leads, who is named as well, and how many tasks.

use std::sync::Arc;

use leptos::prelude::*;

use super::{unit_link, unit_name};
use crate::format;
use crate::messages::departments as m;
use crate::page::Page;
use crate::pairs::{N_STRONGEST, Pair, Pairs, sorted};
use crate::parts::{FigureLink, LINE, Notice, dynamic, rows_in_turn, said, when};
use crate::screens::more_rows::MoreRows;
use crate::screens::sort_head::SortHead;
use crate::state::{Focus, PairOrder, ViewState};

/// The strongest pairs in the order asked for, or all of them.
#[component]
pub(super) fn PairTable(
    /// Every pair.
    found: Memo<Arc<Pairs>>,
) -> impl IntoView {
    let page = Page::here();
    let is_open = RwSignal::new(false);
    let order = Memo::new(move |_| page.state.with(|state| state.focus.pairs));
    let table = move || {
        let pairs = found.get();
        let shown = if is_open.get() { &*pairs.found } else { pairs.strongest() };
        let shown = sorted(page.book, shown, order.get());
        table_view(page, pairs, shown, order.get())
    };
    let n_pairs = move || found.with(|pairs| pairs.found.len());
    let more = move || {
        let words = said(move || m::all_pairs(n_pairs(), page.lang));
        when(n_pairs() > N_STRONGEST, || view! { <MoreRows words is_open /> })
    };
    view! {
        <div class="pairs-list">
            {dynamic(table)}
            {dynamic(more)}
        </div>
    }
}

fn table_view(page: Page, pairs: Arc<Pairs>, shown: Vec<Pair>, order: PairOrder) -> AnyView {
    let lang = page.lang;
    let Some(most) = pairs.found.first().map(|pair| pair.n) else {
        return view! { <Notice says=m::NO_PAIRS.to(lang) /> }.into_any();
    };
    let rows =
        rows_in_turn(0..shown.len(), LINE, move |at| row_view(page, &pairs, shown[at], most));
    let head = |wanted: PairOrder| {
        let href = page.state.with_untracked(|state| {
            let focus = Focus { pairs: wanted, ..state.focus.clone() };
            ViewState { focus, ..state.clone() }.href()
        });
        view! {
            <SortHead
                words=m::pair_order(wanted).to(lang)
                is_sorted=order == wanted
                is_ascending=wanted != PairOrder::Tasks
                href
            />
        }
    };
    view! {
        <table class="figures pair-table">
            <caption class="hide">{m::PAIRS.to(lang)}</caption>
            <thead>
                <tr>
                    {PairOrder::ALL.map(head).into_iter().collect_view()}
                    <th scope="col" class="pairs-plot">
                        <span class="hide">{m::BAR.to(lang)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row_view(page: Page, pairs: &Pairs, pair: Pair, most: u32) -> AnyView {
    let lang = page.lang;
    let [lead, partner] = [pair.lead, pair.partner].map(|unit| unit_name(page, unit).text);
    let label = m::pair(&lead, &partner, pair.n, lang);
    let share = format::share(pair.n.into(), most.into());
    view! {
        <tr>
            <th scope="row">{unit_link(page, pair.lead)}</th>
            <td class="pair-partner">{unit_link(page, pair.partner)}</td>
            <td><FigureLink n=pair.n href=pairs.tasks(page.book, pair).href() label /></td>
            <td class="pairs-plot"><i class="share-bar" style=("--share", share)></i></td>
        </tr>
    }
    .into_any()
}
