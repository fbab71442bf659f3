//! A dialog before the page: it holds the focus until it is closed.
//!
//! A plain element with a role and not the browser's own `<dialog>`, because it is open as long
//! as it is drawn, and nothing has to be called to open or to close it.

use leptos::html::Div;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, NodeList};

/// What in a dialog can have the focus by Tab.
const FOCUSABLE: &str = "a[href]:not([tabindex]), button:not([disabled]), input:not([disabled]), \
                         select, [tabindex=\"0\"]";

/// A dialog with a name; Esc and a click beside it close it, Tab stays inside.
#[component]
pub(crate) fn Modal(
    /// What it is called.
    label: &'static str,
    /// Which dialog, for the style sheet.
    kind: &'static str,
    /// Called when the reader closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let keydown = move |event: ev::KeyboardEvent| {
        let is_composed = event.is_composing() || event.key_code() == 229;
        match event.key().as_str() {
            "Escape" if !is_composed => {
                event.prevent_default();
                on_close.run(());
            }
            "Tab" => {
                if let Some(frame) = frame.get_untracked() {
                    hold_focus(&frame, &event);
                }
            }
            _ => {}
        }
    };
    // On the press, so that a selection dragged out of the dialog does not close it.
    let press_beside = move |event: ev::MouseEvent| {
        if event.target() == event.current_target() {
            on_close.run(());
        }
    };
    view! {
        <div class="shade" on:mousedown=press_beside>
            <div
                node_ref=frame
                class="modal"
                data-kind=kind
                role="dialog"
                aria-modal="true"
                aria-label=label
                tabindex="-1"
                on:keydown=keydown
            >
                {children()}
            </div>
        </div>
    }
}

/// Sends the focus from the last control to the first, and back.
fn hold_focus(frame: &HtmlElement, event: &ev::KeyboardEvent) {
    let Ok(found) = frame.query_selector_all(FOCUSABLE) else { return };
    let (Some(first), Some(last)) = (control(&found, 0), found.length().checked_sub(1)) else {
        return;
    };
    let Some(last) = control(&found, last) else { return };
    let focused = document().active_element();
    let is_at = |control: &HtmlElement| focused.as_ref().is_some_and(|found| **control == *found);
    // A group of radio buttons is one stop, whichever of them is chosen, so that beyond its ends
    // the browser would leave the dialog: whoever stands outside comes back as well.
    let is_inside = focused.as_ref().is_some_and(|found| frame.contains(Some(found)));
    let target = match event.shift_key() {
        true if is_at(&first) || is_at(frame) => last,
        false if is_at(&last) => first,
        _ if !is_inside => first,
        _ => return,
    };
    event.prevent_default();
    // A control that cannot have the focus leaves it where it is.
    let _ = target.focus();
}

fn control(found: &NodeList, at: u32) -> Option<HtmlElement> {
    found.get(at)?.dyn_into().ok()
}
