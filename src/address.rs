//! The address bar: where the page is, and going elsewhere without loading it again.
//!
//! [`Address::listen`] is called once. From then on a click on any link `?…` of the page, Back
//! and Forward, and [`Address::push`] all end in the same signal, from which everything follows.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MouseEvent;

use crate::book;
use crate::state::ViewState;

/// Where the page is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    query: RwSignal<String>,
}

impl Address {
    /// Reads the address and follows it from here on.
    pub(crate) fn listen() -> Self {
        let address = Self { query: RwSignal::new(search()) };
        let follow = window_event_listener(ev::popstate, move |_| address.query.set(search()));
        let intercept = window_event_listener(ev::click, move |event| {
            if let Some(href) = own_link(&event) {
                event.prevent_default();
                address.push_href(&href);
            }
        });
        on_cleanup(move || {
            follow.remove();
            intercept.remove();
        });
        address
    }

    /// The query string of the address, followed by whoever asks in a reactive place.
    pub(crate) fn query(self) -> String {
        self.query.get()
    }

    /// Goes to a state in a way that Back undoes.
    pub(crate) fn push(self, state: &ViewState) {
        self.push_href(&state.href());
    }

    /// Goes to a state in the place of the present one, for steps too small for Back.
    pub(crate) fn replace(self, state: &ViewState) {
        let href = state.href();
        if history().is_some_and(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&href)).is_ok()
        }) {
            self.query.set(search());
        }
    }

    /// Goes to a link of this page, as written.
    pub(crate) fn push_query(self, query: &str) {
        self.push_href(&format!("?{query}"));
    }

    fn push_href(self, href: &str) {
        let is_pushed = history().is_some_and(|history| {
            history.push_state_with_url(&JsValue::NULL, "", Some(href)).is_ok()
        });
        if is_pushed {
            self.query.set(search());
        } else {
            // A browser that forbids this loads the page anew, which shows the same.
            let _ = window().location().set_search(href);
        }
    }
}

/// The page's own address without the query, be it a file's.
pub(crate) fn own_base() -> Option<String> {
    let href = window().location().href().ok()?;
    href.split(['?', '#']).next().map(str::to_owned)
}

/// Where others find this page: its own address without the query, or for a page opened from a
/// file, whose address means nothing elsewhere, the one that was set when it was built.
pub(crate) fn public_base() -> Option<String> {
    let location = window().location();
    if location.protocol().ok()? == "file:" {
        return book::PUBLIC_URL.map(str::to_owned);
    }
    Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
}

/// The query string; where there is none, what stands behind `#`, to where some programs move it.
fn search() -> String {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    if !search.is_empty() {
        return search;
    }
    let hash = location.hash().unwrap_or_default();
    if hash.contains('=') { hash.trim_start_matches(['#', '/']).to_owned() } else { search }
}

fn history() -> Option<web_sys::History> {
    window().history().ok()
}

/// The `?…` of the link that was clicked, where the click is a plain one.
fn own_link(event: &MouseEvent) -> Option<String> {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    if !is_plain {
        return None;
    }
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link = target.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    (href.starts_with('?') && !link.has_attribute("target")).then_some(href)
}
