//! The facets of the list, in the order that readers ask: when, where, what, who.

use engine::Facet;
use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;
use crate::parts::{in_turn, said};
use crate::screens::facet::FacetOf;

/// The order in which facets stand at the side.
const ORDER: [Facet; 11] = [
    Facet::Year,
    Facet::Section,
    Facet::Lead,
    Facet::Theme,
    Facet::Region,
    Facet::Unit,
    Facet::Wanted,
    Facet::Progress,
    Facet::LeadRule,
    Facet::Trait,
    Facet::Document,
];

/// How many of them fill the first screen.
const N_FIRST: usize = 4;

/// Every facet, with the counts of the present outcome.
#[component]
pub(super) fn Facets(
    /// On a phone: whether the facets are shown in the place of the list.
    is_filtering: RwSignal<bool>,
) -> impl IntoView {
    let page = Page::here();
    let first = ORDER.into_iter().take(N_FIRST);
    let rest = ORDER.into_iter().skip(N_FIRST);
    let facet_view = |facet| view! { <FacetOf facet /> };
    let n_tasks = move || page.outcome.with(|outcome| outcome.rows.len());
    view! {
        <aside class="facets" aria-label=m::FACETS.to(page.lang)>
            <h2 class="hide">{m::FACETS.to(page.lang)}</h2>
            {first.map(facet_view).collect_view()}
            {in_turn(move || rest.clone().map(facet_view).collect_view().into_any())}
            <button type="button" class="facets-done" on:click=move |_| is_filtering.set(false)>
                {said(move || m::see_results(n_tasks(), page.lang))}
            </button>
        </aside>
    }
}
