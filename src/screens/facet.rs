//! One facet with the counts of the present outcome, wherever a reader chooses from it.

use std::sync::Arc;

use engine::{Code, Facet, FacetValue};
use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;
use crate::parts::{FacetLabel, FacetList, FacetState};
use crate::state::Chosen;

/// One facet: choosing a value goes to the state with it.
#[component]
pub(crate) fn FacetOf(facet: Facet) -> impl IntoView {
    let page = Page::here();
    // What no task of the whole ledger has is no choice: units that never lead, for one.
    let values: Vec<(Code, &FacetValue)> =
        (0..).zip(page.book.engine.values(facet)).filter(|(_, value)| value.n_tasks > 0).collect();
    let n_labels = values.len();
    let values = StoredValue::new(values);
    let label = move |at: usize| {
        let (code, value) = values.with_value(|values| values[at]);
        let name = page.book.value_name(facet, code, page.lang);
        FacetLabel {
            lang: name.lang(page.lang),
            name: name.text,
            title: (facet == Facet::Document).then(|| value.name.clone()),
            keys: value.keys.clone(),
        }
    };
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
            n_labels
            label=Arc::new(label)
            states
            on_choose=choose
            lang=page.lang
        />
    }
}
