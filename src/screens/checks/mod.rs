//! 核验: what of the sources does not fit.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of what of the sources does not fit.
#[component]
pub(crate) fn Checks() -> impl IntoView {
    view! {
        <div class="checks">
            <SentenceHead />
        </div>
    }
}
