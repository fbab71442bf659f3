//! How a task stands: a sign and a word, the sign alone coloured.

use leptos::prelude::*;
use model::ProgressState;

use crate::messages::departments as m;
use crate::parts::when;
use crate::state::Lang;

/// The sign and the word of a state.
#[component]
pub(super) fn StateWord(
    /// The state.
    state: ProgressState,
    /// In which language.
    lang: Lang,
) -> impl IntoView {
    let path = match state {
        ProgressState::Done => "M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0Z",
        ProgressState::Ahead => "M6 .6 12 11.4H0Z",
        ProgressState::OnTrack => "M.8 2.4h10.4v2.6H.8zM.8 7h10.4v2.6H.8z",
        ProgressState::Behind => "M6 11.4 0 .6h12Z",
        ProgressState::Unquantified => "M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1Z",
    };
    let tick = when(state == ProgressState::Done, || {
        view! { <path class="state-tick" d="M3 6.2 5.2 8.4 9.2 3.9" /> }
    });
    view! {
        <span class="state" data-state=state.code()>
            <svg viewBox="0 0 12 12" aria-hidden="true">
                <path d=path />
                {tick}
            </svg>
            {m::state(state).to(lang)}
        </span>
    }
}
