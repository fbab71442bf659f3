//! 说明: where the data come from, and the rules.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of where the data come from, and the rules.
#[component]
pub(crate) fn About() -> impl IntoView {
    view! {
        <div class="about">
            <SentenceHead />
        </div>
    }
}
