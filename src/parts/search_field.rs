//! A field to search in, safe for input methods.

use leptos::html::Input;
use leptos::{ev, prelude::*};

use super::{Glyph, Icon, Typed};

/// A search field that reports what was typed once it is painted, and nothing that is still being
/// composed.
#[component]
pub(crate) fn SearchField(
    /// The field's name.
    label: &'static str,
    /// What can be searched for.
    hint: &'static str,
    /// The words that hold.
    #[prop(into)]
    words: Signal<String>,
    /// Called with the words as typed.
    #[prop(into)]
    on_words: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let typed = Typed::new(on_words);
    let keydown = move |event: ev::KeyboardEvent| {
        if event.key() != "Escape" || event.is_composing() {
            return;
        }
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            // The first Esc empties the field, the second leaves it; blur cannot fail here.
            if field.value().is_empty() {
                let _ = field.blur();
            } else {
                // The words that hold may be none yet, so that nothing else would empty it.
                field.set_value("");
                typed.replace(String::new());
            }
        }
    };
    view! {
        <label class="search-field">
            <Icon glyph=Glyph::Search />
            <input
                node_ref=field
                type="search"
                aria-label=label
                placeholder=hint
                autocomplete="off"
                spellcheck="false"
                prop:value=words
                on:input=move |event| typed.note(&event)
                // Some browsers end a composition without another `input`, so it is read once more.
                on:compositionend=move |event| typed.note(&event)
                on:keydown=keydown
            />
            <kbd class="key" aria-hidden="true">"/"</kbd>
        </label>
    }
}
