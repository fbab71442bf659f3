//! The field that finds anything, and the list of what it found.

use leptos::{ev, prelude::*};

use crate::messages as m;
use crate::page::Page;
use crate::palette::{self, Hit};
use crate::parts::{Glyph, Icon, Modal, Typed, dynamic, said, said_if, when};
use crate::{dom, state::ViewState};

/// The list's id, for the field that moves in it.
const LIST: &str = "palette-list";

/// A field and what it finds: arrows move, Enter goes there.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let hits = Memo::new(move |_| {
        page.state.with(|state| typed.with(|typed| palette::find(page.book, state, typed)))
    });
    let read = move |words: String| {
        // A browser reports some changes twice; the place in the list is lost only by a real one.
        if typed.with_untracked(|typed| *typed != words) {
            typed.set(words);
            at.set(0);
        }
    };
    let entry = Typed::new(Callback::new(read));
    let keydown = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        if !matches!(event.key().as_str(), "ArrowDown" | "ArrowUp" | "Enter") {
            return;
        }
        // These act on what was typed before them, painted or not.
        entry.act();
        let n_hits = hits.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if n_hits > 0 => step(at, 1, n_hits),
            "ArrowUp" if n_hits > 0 => step(at, n_hits - 1, n_hits),
            "Enter" => {
                let found = hits.with_untracked(|hits| hits.get(at.get_untracked()).cloned());
                if let Some(hit) = found {
                    go(page, &hit.go);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let active = move || hits.with(|hits| (at.get() < hits.len()).then(|| option_id(at.get())));
    let rows = move || hits.with(|hits| hit_rows(page, hits, at));
    let count = move || hits.with(|hits| m::keys::n_results(hits.len(), lang));
    view! {
        <Modal label=m::keys::PALETTE.to(lang) kind="palette" on_close=move |()| { page.close(); }>
            <label class="palette-field">
                <Icon glyph=Glyph::Search />
                <input
                    type="text"
                    data-first=true
                    role="combobox"
                    aria-label=m::keys::PALETTE.to(lang)
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-activedescendant=said_if(active)
                    placeholder=m::keys::PALETTE_HINT.to(lang)
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| entry.note(&event)
                    on:compositionend=move |event| entry.note(&event)
                    on:keydown=keydown
                />
                <button
                    type="button"
                    class="palette-close"
                    aria-label=m::CLOSE.to(lang)
                    on:click=move |_| { page.close(); }
                >
                    <Icon glyph=Glyph::Close />
                </button>
            </label>
            {dynamic(rows)}
            <p class="hide" role="status">{said(count)}</p>
        </Modal>
    }
}

/// Moves the mark round the list and shows where it is.
fn step(at: RwSignal<usize>, by: usize, n_hits: usize) {
    at.update(|at| *at = (*at + by) % n_hits);
    if let Some(option) = dom::find(&format!("#{}", option_id(at.get_untracked()))) {
        dom::scroll_into_view(&option, web_sys::ScrollLogicalPosition::Nearest);
    }
}

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}

/// Closes the palette and goes to a place.
fn go(page: Page, state: &ViewState) {
    page.close();
    // The view that comes takes the focus, unless something is being typed.
    dom::blur();
    page.address.push(state);
}

/// The list of what was found, or the words that it was nothing.
fn hit_rows(page: Page, hits: &[Hit], at: RwSignal<usize>) -> AnyView {
    let lang = page.lang;
    let rows: Vec<_> = hits.iter().zip(0..).map(|(hit, idx)| hit_row(page, hit, idx, at)).collect();
    let nothing = when(hits.is_empty(), || {
        view! { <p class="palette-none">{m::keys::PALETTE_NONE.to(lang)}</p> }
    });
    view! {
        <div class="palette-list" id=LIST role="listbox" aria-label=m::keys::PALETTE_RESULTS.to(lang)>
            {rows}
        </div>
        {nothing}
    }
    .into_any()
}

fn hit_row(page: Page, hit: &Hit, idx: usize, at: RwSignal<usize>) -> AnyView {
    let go_there = {
        let state = hit.go.clone();
        move |event: ev::MouseEvent| {
            // With a modifier it is the browser's: another tab.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                go(page, &state);
            }
        }
    };
    view! {
        <a
            role="option"
            id=option_id(idx)
            href=hit.go.href()
            tabindex="-1"
            aria-selected=said(move || (at.get() == idx).to_string())
            on:click=go_there
        >
            <b lang=hit.name.lang(page.lang) data-doc=hit.kind == m::keys::HIT_TASK>{hit.name.text.clone()}</b>
            <span class="palette-kind">{hit.kind.to(page.lang)}</span>
            <span class="palette-note">{hit.note.clone()}</span>
        </a>
    }
    .into_any()
}
