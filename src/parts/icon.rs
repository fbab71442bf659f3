//! The few signs that stand for acts which have no room for a word.

use leptos::prelude::*;

use super::when;

/// What a sign shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// A magnifying glass.
    Search,
    /// A disc, half of it dark.
    Tint,
    /// To the one before.
    Previous,
    /// To the one after.
    Next,
    /// A cross.
    Close,
}

/// A sign of 16 by 16 pixels; what it means is said by the control it stands in.
#[component]
pub(crate) fn Icon(
    /// Which sign.
    glyph: Glyph,
) -> impl IntoView {
    let path = match glyph {
        Glyph::Search => "M11.6 7a4.6 4.6 0 1 1-9.2 0 4.6 4.6 0 0 1 9.2 0Zm-1.2 3.4 4 4",
        Glyph::Tint => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
        Glyph::Previous => "M10 3 5 8l5 5",
        Glyph::Next => "m6 3 5 5-5 5",
        Glyph::Close => "m3.5 3.5 9 9m0-9-9 9",
    };
    let filled = when(glyph == Glyph::Tint, || {
        view! { <path class="icon-filled" d="M8 2a6 6 0 0 1 0 12Z" /> }
    });
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
            {filled}
        </svg>
    }
}
