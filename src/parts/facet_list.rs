//! The values of one facet with their counts, to choose from or to exclude.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Typed, dynamic, each, said, when, whether};
use crate::dom;
use crate::messages as m;
use crate::state::{Chosen, Lang};

/// What does not change about a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FacetLabel {
    /// What to call it.
    pub name: String,
    /// The name's language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// A longer name.
    pub title: Option<String>,
    /// What else finds it: pinyin, initials.
    pub keys: Vec<String>,
}

/// What changes about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FacetState {
    /// How many tasks have it.
    pub n: u32,
    /// Whether it is chosen.
    pub chosen: Chosen,
}

/// What makes the label of a value.
pub(crate) type Label = Arc<dyn Fn(usize) -> FacetLabel + Send + Sync>;

/// How many values a long facet shows until it is opened.
const N_SHORT: usize = 6;

/// A facet: its heading, its values, and for a long one a field to find them by.
#[component]
pub(crate) fn FacetList(
    /// What the values are values of.
    heading: &'static str,
    /// How many values there are.
    n_labels: usize,
    /// What does not change about each, by its place in their order; made when it is needed.
    label: Label,
    /// Their counts and whether they are chosen, in the same order.
    #[prop(into)]
    states: Signal<Vec<FacetState>>,
    /// Called with a value's position and what it shall be.
    #[prop(into)]
    on_choose: Callback<(usize, Chosen)>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let is_long = n_labels > N_SHORT + 1;
    let label_of = Arc::clone(&label);
    let is_open = RwSignal::new(!is_long);
    let needle = RwSignal::new(String::new());
    let order = Memo::new(move |_| {
        let states = states.get();
        let needle = needle.get();
        match (is_long, is_open.get()) {
            (false, _) => (0..n_labels).collect(),
            (true, false) => short_order(&states),
            (true, true) => found_order(&*label_of, &states, &needle),
        }
    });
    let keys = move || order.with(|order| order.iter().map(|idx| *idx as u64).collect());
    let row = move |key: u64| {
        let idx = key as usize;
        let label = label(idx);
        let state = Signal::derive(move || {
            states.with(|states| states.get(idx).copied().unwrap_or_default())
        });
        view! { <FacetRow label state on_choose=move |chosen| on_choose.run((idx, chosen)) lang /> }
            .into_any()
    };
    view! {
        <div class="facet" role="group" aria-label=heading>
            <h3>{heading}</h3>
            {dynamic(move || {
                when(is_long && is_open.get(), || view! { <FindField heading needle lang /> })
            })}
            <ul>
                {each(keys, row)}
            </ul>
            {dynamic(move || {
                let says = m::NOTHING_FOUND.to(lang);
                when(order.with(Vec::is_empty), || view! { <p class="facet-none">{says}</p> })
            })}
            {when(is_long, || view! { <MoreButton n_labels order is_open needle lang /> })}
        </div>
    }
}

/// The field that finds values of a long facet.
#[component]
fn FindField(heading: &'static str, needle: RwSignal<String>, lang: Lang) -> impl IntoView {
    let typed = Typed::new(Callback::new(move |words| needle.set(words)));
    view! {
        <input
            class="facet-find"
            type="search"
            aria-label=m::find_in(heading, lang)
            placeholder=m::FIND_VALUE.to(lang)
            autocomplete="off"
            spellcheck="false"
            prop:value=needle
            on:input=move |event| typed.note(&event)
            on:compositionend=move |event| typed.note(&event)
        />
    }
}

/// Opens a long facet, and closes it again.
#[component]
fn MoreButton(
    n_labels: usize,
    order: Memo<Vec<usize>>,
    is_open: RwSignal<bool>,
    needle: RwSignal<String>,
    lang: Lang,
) -> impl IntoView {
    let words = move || {
        if is_open.get() {
            m::FEWER.to(lang).to_owned()
        } else {
            m::more_values(n_labels - order.with(Vec::len), lang)
        }
    };
    let toggle = move |_| {
        needle.set(String::new());
        is_open.update(|is_open| *is_open = !*is_open);
    };
    view! {
        <button
            type="button"
            class="facet-more"
            aria-expanded=said(move || is_open.get().to_string())
            on:click=toggle
        >
            {said(words)}
        </button>
    }
}

/// One value: a box to choose it, a sign to exclude it, its count.
#[component]
fn FacetRow(
    label: FacetLabel,
    state: Signal<FacetState>,
    #[prop(into)] on_choose: Callback<Chosen>,
    lang: Lang,
) -> impl IntoView {
    let chosen = move || state.get().chosen;
    let act = move |event: ev::MouseEvent, wanted: Chosen| {
        let was = state.get_untracked().chosen;
        on_choose.run(if was == wanted { Chosen::No } else { wanted });
        keep_focus(&event);
    };
    let checked = move || match chosen() {
        Chosen::No => "false",
        Chosen::Included => "true",
        Chosen::Excluded => "mixed",
    };
    let is_excluded = move || chosen() == Chosen::Excluded;
    view! {
        <li data-zero=whether(move || state.get().n == 0) data-excluded=whether(is_excluded)>
            <button
                type="button"
                class="facet-value"
                role="checkbox"
                aria-checked=said(move || checked().to_owned())
                title=label.title
                on:click=move |event| act(event, Chosen::Included)
            >
                <i class="box"></i>
                <span class="label" lang=label.lang>{label.name.clone()}</span>
            </button>
            <button
                type="button"
                class="facet-not"
                aria-label=m::exclude_value(&label.name, lang)
                aria-pressed=said(move || is_excluded().to_string())
                on:click=move |event| act(event, Chosen::Excluded)
            >
                "−"
            </button>
            <span class="num">{said(move || state.get().n.to_string())}</span>
        </li>
    }
}

/// Gives the focus back to the control that was pressed, where a new order of rows has taken it;
/// a reader who has gone on to something else keeps that.
fn keep_focus(event: &ev::MouseEvent) {
    let pressed = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    dom::after_paint(move || {
        if let Some(pressed) = pressed.filter(|it| it.is_connected() && !dom::has_focus()) {
            // Focus is a convenience here; there is nothing to do where it is refused.
            let _ = pressed.focus();
        }
    });
}

/// The values of a closed facet: those chosen, then those of most tasks.
fn short_order(states: &[FacetState]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..states.len()).collect();
    order.sort_by_key(|&idx| (states[idx].chosen == Chosen::No, core::cmp::Reverse(states[idx].n)));
    let n_chosen = states.iter().filter(|state| state.chosen != Chosen::No).count();
    order.truncate(N_SHORT.max(n_chosen));
    order
}

/// The values that `needle` finds by name or sound, those of most tasks first.
fn found_order(
    label: &dyn Fn(usize) -> FacetLabel,
    states: &[FacetState],
    needle: &str,
) -> Vec<usize> {
    let needle = needle.trim().to_lowercase();
    let finds = |idx: &usize| {
        let label = label(*idx);
        label.name.to_lowercase().contains(&needle)
            || label.keys.iter().any(|key| key.starts_with(&needle))
    };
    let is_all = needle.is_empty();
    let mut order: Vec<usize> = (0..states.len()).filter(|idx| is_all || finds(idx)).collect();
    order.sort_by_key(|&idx| {
        states.get(idx).map(|state| (state.chosen == Chosen::No, core::cmp::Reverse(state.n)))
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(n: u32, chosen: Chosen) -> FacetState {
        FacetState { n, chosen }
    }

    #[test]
    fn a_closed_facet_shows_what_is_chosen_before_what_is_large() {
        let mut states: Vec<_> = (0..9).map(|n| state(n, Chosen::No)).collect();
        states[0].chosen = Chosen::Excluded;
        assert_eq!(short_order(&states), [0, 8, 7, 6, 5, 4]);
    }

    #[test]
    fn a_value_is_found_by_name_pinyin_or_initials() {
        let label = |name: &str, keys: &[&str]| FacetLabel {
            name: name.to_owned(),
            lang: None,
            title: None,
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        };
        let labels = [
            label("市建设局", &["shijiansheju", "sjsj"]),
            label("市商务局", &["shishangwuju", "sswj"]),
        ];
        let states = [state(1, Chosen::No), state(2, Chosen::No)];
        let found = |needle: &str| found_order(&|idx| labels[idx].clone(), &states, needle);
        assert_eq!(found("建设"), [0]);
        assert_eq!(found("SSW"), [1]);
        assert_eq!(found(""), [1, 0]);
    }
}
