//! The rest of a list that shows its first rows.

use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;
use crate::parts::said;

/// A button that shows the rest of a list, or hides it again.
#[component]
pub(crate) fn MoreRows(
    /// What it says while rows are hidden.
    #[prop(into)]
    words: Signal<String>,
    /// Whether all rows are shown.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let lang = Page::here().lang;
    let says = move || if is_open.get() { m::FIRST_ONLY.to(lang).to_owned() } else { words.get() };
    view! {
        <p class="more-rows">
            <button
                type="button"
                aria-expanded=said(move || is_open.get().to_string())
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {said(says)}
            </button>
        </p>
    }
}
