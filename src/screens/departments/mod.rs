//! 部门: who carries what.

use leptos::prelude::*;

use crate::screens::head::SentenceHead;

/// The view of who carries what.
#[component]
pub(crate) fn Departments() -> impl IntoView {
    view! {
        <div class="departments">
            <SentenceHead />
        </div>
    }
}
