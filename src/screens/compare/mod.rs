//! 对比: the years beside each other.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of the years beside each other.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    view! {
        <div class="compare">
            <SentenceHead />
        </div>
    }
}
