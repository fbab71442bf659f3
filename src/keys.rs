//! Keys: `/` to the search, `j` and `k` along the list, `1` to `9` to the views, `?` for all of
//! them ([`KEYS`]), Ctrl or ⌘ and K for the field that finds anything.
//!
//! None acts while an input method composes; single keys do not act while something is typed or
//! stands before the page, either, and readers can switch them off, because speech input presses
//! them by accident (WCAG 2.1.4).

use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

use crate::page::{Dialog, Page};
use crate::screens::{link_text, tasks_keys};
use crate::state::View;
use crate::year_step::YearStep;
use crate::{dom, messages as m};

/// Every key and what it does, as the help lists them.
pub(crate) const KEYS: [(&[&str], m::Words); 12] = [
    (&["Ctrl K"], m::keys::KEY_PALETTE),
    (&["/"], m::keys::KEY_SEARCH),
    (&["1–9"], m::keys::KEY_VIEWS),
    (&["[", "]"], m::keys::KEY_YEARS),
    (&["j", "k"], m::keys::KEY_MOVE),
    (&["Enter"], m::keys::KEY_OPEN),
    (&["s"], m::keys::KEY_SOURCE),
    (&["c"], m::keys::KEY_COPY),
    (&["d"], m::keys::KEY_TAKE),
    (&["Shift O"], m::keys::KEY_RESET),
    (&["Esc"], m::keys::KEY_CLOSE),
    (&["?"], m::keys::KEY_HELP),
];

/// Follows the keyboard as long as the page lives.
pub(crate) fn listen(page: Page) {
    let listener = window_event_listener(ev::keydown, move |event| {
        // A wall has keys of its own.
        let is_wall = page.state.with_untracked(|state| state.kiosk.is_some());
        if !is_wall && is_settled(&event) && (act_anywhere(page, &event) || act_alone(page, &event))
        {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether neither an input method nor another part of the page has use for the key.
fn is_settled(event: &KeyboardEvent) -> bool {
    // 229 is what browsers report for keys that an input method is still working on.
    let is_composed = event.is_composing() || event.key_code() == 229;
    !is_composed && !event.default_prevented()
}

/// Does what a key with a modifier stands for, also while something is typed.
fn act_anywhere(page: Page, event: &KeyboardEvent) -> bool {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command || event.shift_key() || !event.key().eq_ignore_ascii_case("k") {
        return false;
    }
    if page.dialog.get_untracked() == Some(Dialog::Palette) {
        page.close();
    } else {
        page.open(Dialog::Palette);
    }
    true
}

/// Does what a single key stands for; whether it stands for anything.
fn act_alone(page: Page, event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if has_modifier {
        return false;
    }
    let key = event.key();
    if key == "Escape" {
        return page.close() || (!dom::is_typing() && tasks_keys::close(page));
    }
    let is_free = page.dialog.with_untracked(Option::is_none) && !dom::is_typing();
    is_free && page.has_keys.get_untracked() && act(page, &key, event.shift_key())
}

/// Does what a key stands for that readers can switch off; whether it stands for anything.
fn act(page: Page, key: &str, is_shifted: bool) -> bool {
    match key {
        "/" => return dom::focus_in_view(".search-field input"),
        "j" => return tasks_keys::step(page, 1),
        "k" => return tasks_keys::step(page, -1),
        "s" => return dom::focus_in_view(".panel-source"),
        "c" => copy_link(page),
        "d" => page.open(Dialog::Take),
        // An input method for Chinese types the wide one.
        "?" | "？" => page.open(Dialog::Help),
        "[" => step_year(page, YearStep::Earlier),
        "]" => step_year(page, YearStep::Later),
        "O" if is_shifted => page.go(|state| state.blank(state.view)),
        _ => match view_of(key) {
            Some(view) => page.go(|state| state.in_view(view)),
            None => return false,
        },
    }
    true
}

/// The view of a digit, in the order of the bar.
fn view_of(key: &str) -> Option<View> {
    let number: usize = key.parse().ok()?;
    View::ALL.get(number.checked_sub(1)?).copied()
}

fn step_year(page: Page, step: YearStep) {
    let years = page.book.years();
    page.go(|state| state.stepping_year(&years, step));
}

fn copy_link(page: Page) {
    // The listener is older than the language that the page is in now.
    let state = page.state.get_untracked();
    let page = Page { lang: state.lang, ..page };
    let words =
        if dom::copy(&link_text(page, &state)) { m::keys::LINK_COPIED } else { m::COPY_FAILED };
    page.tell(words.to(page.lang).to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_is_the_view_of_that_place_in_the_bar() {
        assert_eq!(view_of("1"), Some(View::Overview));
        assert_eq!(view_of("6"), Some(View::Progress));
        assert_eq!(view_of("9"), Some(View::About));
        assert_eq!([view_of("0"), view_of("10"), view_of("a")], [None; 3]);
    }
}
