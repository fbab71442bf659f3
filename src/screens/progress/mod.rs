//! 进度: how far things have come.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of how far things have come.
#[component]
pub(crate) fn Progress() -> impl IntoView {
    view! {
        <div class="progress">
            <SentenceHead />
        </div>
    }
}
