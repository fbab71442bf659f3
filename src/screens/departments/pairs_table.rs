//! The table of pairs: who leads, who is named as well, and how many tasks.

use leptos::prelude::*;

use super::{MoreRows, unit_link, unit_name};
use crate::format;
use crate::messages::departments as m;
use crate::page::Page;
use crate::pairs::{N_STRONGEST, Pair, sorted};
use crate::parts::{FigureLink, Notice, dynamic, said, when};
use crate::screens::sort_head::SortHead;
use crate::state::{Focus, PairOrder, ViewState};

/// The strongest pairs in the order asked for, or all of them.
#[component]
pub(super) fn PairTable(
    /// Every pair, the most tasks first.
    found: Memo<Vec<Pair>>,
) -> impl IntoView {
    let page = Page::here();
    let is_open = RwSignal::new(false);
    let order = Memo::new(move |_| page.state.with(|state| state.focus.pairs));
    let table = move || {
        let n_shown = if is_open.get() { usize::MAX } else { N_STRONGEST };
        found.with(|pairs| table_view(page, pairs, n_shown, order.get()))
    };
    let n_pairs = move || found.with(Vec::len);
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

fn table_view(page: Page, pairs: &[Pair], n_shown: usize, order: PairOrder) -> AnyView {
    let lang = page.lang;
    let Some(most) = pairs.first().map(|pair| pair.tasks.n) else {
        return view! { <Notice says=m::NO_PAIRS.to(lang) /> }.into_any();
    };
    let shown = &pairs[..pairs.len().min(n_shown)];
    let rows = sorted(page.book, shown, order).into_iter();
    let rows: Vec<_> = rows.map(|pair| row_view(page, pair, most)).collect();
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

fn row_view(page: Page, pair: &Pair, most: u32) -> AnyView {
    let lang = page.lang;
    let [lead, partner] = [pair.lead, pair.partner].map(|unit| unit_name(page, unit).text);
    let label = m::pair(&lead, &partner, pair.tasks.n, lang);
    let share = format::share(pair.tasks.n.into(), most.into());
    view! {
        <tr>
            <th scope="row">{unit_link(page, pair.lead)}</th>
            <td class="pair-partner">{unit_link(page, pair.partner)}</td>
            <td><FigureLink n=pair.tasks.n href=pair.tasks.list.href() label /></td>
            <td class="pairs-plot"><i class="share-bar" style=("--share", share)></i></td>
        </tr>
    }
    .into_any()
}
