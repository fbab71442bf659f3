//! The keys, and the switch that turns the single ones off.

use leptos::prelude::*;

use crate::keys::KEYS;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Glyph, Icon, Modal, whether};

/// Every key and what it does.
#[component]
pub(crate) fn Help() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let row = move |(keys, words): (&'static [&'static str], m::Words)| {
        let keys = keys.iter().map(|key| view! { <kbd class="key">{*key}</kbd> });
        view! {
            <div class="help-row">
                <dt>{keys.collect_view()}</dt>
                <dd>{words.to(lang)}</dd>
            </div>
        }
    };
    let switch = move |_| page.set_keys(!page.has_keys.get_untracked());
    view! {
        <Modal label=m::keys::HELP.to(lang) kind="help" on_close=move |()| { page.close(); }>
            <DialogHead words=m::keys::HELP />
            <dl class="help-keys">{KEYS.map(row).into_iter().collect_view()}</dl>
            <p class="dialog-note">{m::keys::HELP_NOTE.to(lang)}</p>
            <label class="help-switch">
                <input
                    type="checkbox"
                    prop:checked=whether(move || page.has_keys.get())
                    on:change=switch
                />
                <b>{m::keys::SINGLE_KEYS.to(lang)}</b>
                <span>{m::keys::ALWAYS.to(lang)}</span>
            </label>
        </Modal>
    }
}

/// The name of a dialog and what closes it.
#[component]
pub(super) fn DialogHead(
    /// Its name.
    words: m::Words,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    view! {
        <div class="dialog-head">
            <h2>{words.to(lang)}</h2>
            <button
                type="button"
                data-first=true
                aria-label=m::CLOSE.to(lang)
                on:click=move |_| { page.close(); }
            >
                <Icon glyph=Glyph::Close />
            </button>
        </div>
    }
}
