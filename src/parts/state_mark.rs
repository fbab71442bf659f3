//! How something stands, as a sign and a word: the sign alone would say nothing, and colour less.

use leptos::prelude::*;
use model::ProgressState;

use crate::messages as m;
use crate::state::Lang;

/// The sign of a state; it stands beside the state's word and is hidden from those who hear it.
#[component]
pub(crate) fn StateGlyph(
    /// Which state.
    state: ProgressState,
) -> impl IntoView {
    view! {
        <svg class="glyph" data-state=state.code() viewBox="0 0 12 12" aria-hidden="true">
            <path d=path(state)></path>
        </svg>
    }
}

/// The sign and the word.
#[component]
pub(crate) fn StateMark(
    /// Which state.
    state: ProgressState,
    /// In which language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <span class="state nowrap">
            <StateGlyph state />
            {m::state(state).to(lang)}
        </span>
    }
}

/// The outlines differ, so that the signs can be told apart in grey.
const fn path(state: ProgressState) -> &'static str {
    match state {
        // A disc with a tick cut out of it.
        ProgressState::Done => {
            "M6 0a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM2.6 6.2l1.2-1.2 1.4 1.4 3-3 1.2 1.2-4.2 4.2z"
        }
        ProgressState::Ahead => "M6 1l6 10H0z",
        ProgressState::OnTrack => "M0 2h12v3H0zM0 7h12v3H0z",
        ProgressState::Behind => "M6 11L0 1h12z",
        // A ring in four pieces.
        ProgressState::Unquantified => {
            "M7 .1a6 6 0 0 1 4.9 4.9h-2A4 4 0 0 0 7 2.1zM11.9 7A6 6 0 0 1 7 11.9v-2A4 4 0 0 0 9.9 7zM5 11.9A6 6 0 0 1 .1 7h2A4 4 0 0 0 5 9.9zM.1 5A6 6 0 0 1 5 .1v2A4 4 0 0 0 2.1 5z"
        }
    }
}
