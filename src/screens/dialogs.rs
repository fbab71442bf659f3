//! What stands before the page: the help, the palette, what can be taken along; and what an act
//! without a place of its own has done.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::dom;
use crate::later;
use crate::page::Page;
use crate::parts::{dynamic, when};

/// The dialog that is open, if any.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    let page = Page::here();
    let told = move || {
        let words = page.told.get();
        when(words.is_some(), move || view! { <p class="told">{words}</p> })
    };
    view! {
        {dynamic(move || match page.dialog.get() {
            None => ().into_any(),
            Some(dialog) => later::dialog(page, dialog),
        })}
        <div role="status" aria-live="polite">{dynamic(told)}</div>
    }
}

/// Moves the focus into a dialog that opens, and back to where it was when it closes.
pub(crate) fn follow_dialog(page: Page) {
    Effect::new(move |opener: Option<Option<HtmlElement>>| {
        let opener = opener.flatten();
        // A dialog that the reader had to wait for takes the focus when it is drawn.
        page.rest.track();
        if page.dialog.get().is_some() {
            let opener = opener.or_else(dom::focused);
            // Drawn or not: what is typed next must land in the dialog.
            if !focus_first() {
                dom::after_paint(|| {
                    focus_first();
                });
            }
            return opener;
        }
        if let Some(opener) = opener {
            dom::after_paint(move || {
                if dom::is_focus_lost() {
                    // An opener that is gone leaves the focus to the page.
                    let _ = opener.focus();
                }
            });
        }
        None
    });
}

/// Focuses the control of the dialog that is marked as the first.
fn focus_first() -> bool {
    dom::focus(".modal [data-first]")
}
