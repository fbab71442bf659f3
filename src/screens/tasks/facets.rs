//! The facets of the list, in the order that readers ask: when, where, what, who.

use engine::{Code, Facet, FacetValue};
use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;
use crate::parts::{FacetLabel, FacetList, FacetState, said};
use crate::state::Chosen;

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

/// Every facet, with the counts of the present outcome.
#[component]
pub(super) fn Facets(
    /// On a phone: whether the facets are shown in the place of the list.
    is_filtering: RwSignal<bool>,
) -> impl IntoView {
    let page = Page::here();
    let n_tasks = move || page.outcome.with(|outcome| outcome.rows.len());
    view! {
        <aside class="facets" aria-label=m::FACETS.to(page.lang)>
            <h2 class="hide">{m::FACETS.to(page.lang)}</h2>
            {ORDER.map(|facet| view! { <FacetOf facet /> }).into_iter().collect_view()}
            <button type="button" class="facets-done" on:click=move |_| is_filtering.set(false)>
                {said(move || m::see_results(n_tasks(), page.lang))}
            </button>
        </aside>
    }
}

/// One facet.
#[component]
fn FacetOf(facet: Facet) -> impl IntoView {
    let page = Page::here();
    // What no task of the whole ledger has is no choice: units that never lead, for one.
    let values: Vec<(Code, &FacetValue)> =
        (0..).zip(page.book.engine.values(facet)).filter(|(_, value)| value.n_tasks > 0).collect();
    let labels = values.iter().map(|(code, value)| {
        let name = page.book.value_name(facet, *code, page.lang);
        FacetLabel {
            lang: name.lang(page.lang),
            name: name.text,
            title: (facet == Facet::Document).then(|| value.name.clone()),
            keys: value.keys.clone(),
        }
    });
    let labels = labels.collect();
    let values = StoredValue::new(values);
    let states = Memo::new(move |_| {
        let counts = page.outcome.with(|outcome| outcome.facets.get(facet as usize).cloned());
        let n = |code: Code| counts.as_ref().map_or(0, |found| found.counts[code as usize]);
        page.state.with(|state| {
            let state_of = |(code, value): &(Code, &FacetValue)| FacetState {
                n: n(*code),
                chosen: state.chosen(facet, &value.key),
            };
            values.with_value(|values| values.iter().map(state_of).collect::<Vec<_>>())
        })
    });
    let choose = move |(idx, chosen): (usize, Chosen)| {
        if let Some((_, value)) = values.with_value(|values| values.get(idx).copied()) {
            page.go(|state| state.choosing(facet, &value.key, chosen));
        }
    };
    view! {
        <FacetList
            heading=m::facet(facet).to(page.lang)
            labels
            states
            on_choose=choose
            lang=page.lang
        />
    }
}
