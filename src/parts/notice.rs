//! What is so, and what to do: for what is empty, failed or partly unreadable.

use leptos::prelude::*;

use super::when;

/// A line in the documents' type that says what is so, and one in ours that says what to do.
#[component]
pub(crate) fn Notice(
    /// What is so.
    #[prop(into)]
    says: String,
    /// What to do about it.
    #[prop(optional, into)]
    next: String,
    /// More, under the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice">
            <p class="notice-says">{says}</p>
            {when(!next.is_empty(), || view! { <p>{next}</p> })}
            {children.map(|children| children())}
        </div>
    }
}
