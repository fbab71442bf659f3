//! What is closed at first: a short list is drawn all the same, so that the browser's own search
//! finds it; a long one when it is opened, and for printing.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::page::Page;
use crate::parts::{dynamic, whether};

/// A list of more rows is drawn when it is opened.
const MOST_CLOSED: usize = 400;

/// A summary, and behind it what `inside` draws of `n` rows.
pub(crate) fn fold(
    class: &'static str,
    summary: AnyView,
    is_open: bool,
    n: usize,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let page = Page::here();
    let was_opened = RwSignal::new(is_open || n <= MOST_CLOSED);
    let is_drawn = Memo::new(move |_| was_opened.get() || page.is_printing.get());
    let toggled = move |event: ev::Event| {
        let details = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        if details.is_some_and(|details| details.has_attribute("open")) {
            was_opened.set(true);
        }
    };
    let drawn = move || if is_drawn.get() { untrack(&inside) } else { ().into_any() };
    view! {
        <details
            class=class
            open=whether(move || is_open || page.is_printing.get())
            on:toggle=toggled
        >
            {summary}
            {dynamic(drawn)}
        </details>
    }
    .into_any()
}
