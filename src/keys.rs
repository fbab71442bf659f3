//! Single keys: `/` to the search, `j` and `k` along the list, `s` to the source, Esc to close.
//!
//! None acts while something is typed or composed, or with a modifier; readers can switch the
//! letters off, because speech input presses them by accident (WCAG 2.1.4).

use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

use crate::dom;
use crate::page::Page;
use crate::screens::tasks_keys;

/// Follows the keyboard as long as the page lives.
pub(crate) fn listen(page: Page) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if is_ours(&event) && act(page, &event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key is for the page rather than for a field, a composition or the browser.
fn is_ours(event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    // 229 is what browsers report for keys that an input method is still working on.
    let is_composed = event.is_composing() || event.key_code() == 229;
    !has_modifier && !is_composed && !event.default_prevented() && !dom::is_typing()
}

/// Does what the key stands for; whether it stands for anything.
fn act(page: Page, key: &str) -> bool {
    match key {
        "Escape" => tasks_keys::close(page),
        _ if !page.has_keys.get_untracked() => false,
        "/" => dom::focus_in_view(".search-field input"),
        "j" => tasks_keys::step(page, 1),
        "k" => tasks_keys::step(page, -1),
        "s" => dom::focus_in_view(".panel-source"),
        _ => false,
    }
}
