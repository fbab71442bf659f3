//! One of a few, in the browser's own list.

use leptos::{ev, prelude::*};

use super::{said, whether};

/// A list of choices of which one holds.
#[component]
pub(crate) fn Picker(
    /// What is chosen here.
    label: &'static str,
    /// The words of each choice, in order.
    options: Vec<&'static str>,
    /// The position of the one that holds.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Called with the position that was picked.
    #[prop(into)]
    on_pick: Callback<usize>,
) -> impl IntoView {
    let options: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(idx, words)| {
            view! {
                <option value=idx.to_string() selected=whether(move || chosen.get() == idx)>
                    {words}
                </option>
            }
        })
        .collect();
    let pick = move |event: ev::Event| {
        if let Ok(idx) = event_target_value(&event).parse() {
            on_pick.run(idx);
        }
    };
    view! {
        <select
            class="picker"
            aria-label=label
            prop:value=said(move || chosen.get().to_string())
            on:change=pick
        >
            {options}
        </select>
    }
}
