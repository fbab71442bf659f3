//! A QR code on the page: black on white in every theme, with its quiet zone.

use leptos::prelude::*;

use crate::qr::{QUIET, QrPicture};

/// The picture of a code.
#[component]
pub(crate) fn QrCode(
    /// The code.
    code: QrPicture,
    /// What it holds, in words.
    label: &'static str,
) -> impl IntoView {
    let side = (code.size + 2 * QUIET).to_string();
    let view_box = code.view_box();
    let corner = (-QUIET).to_string();
    view! {
        <svg
            class="qr"
            viewBox=view_box
            role="img"
            aria-label=label
            shape-rendering="crispEdges"
        >
            <rect x=corner.clone() y=corner width=side.clone() height=side fill="#fff"></rect>
            <path d=code.path fill="#000"></path>
        </svg>
    }
}
