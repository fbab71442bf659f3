//! 区县: who takes which share.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of who takes which share.
#[component]
pub(crate) fn Districts() -> impl IntoView {
    view! {
        <div class="districts">
            <SentenceHead />
        </div>
    }
}
