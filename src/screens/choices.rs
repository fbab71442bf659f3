//! The choices that a part of the sentence opens in place.

use engine::Facet;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::dom;
use crate::later;
use crate::link::facet_key;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{SearchField, dynamic, said, when};

/// Which part is open, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opened {
    /// As in [`crate::sentence::Part`].
    pub facet: Option<Facet>,
    /// Where the part begins, in pixels from the left of the heading.
    left: i32,
    /// Where the part ends, in pixels from the top of the heading.
    top: i32,
}

impl Opened {
    /// Opens the part that was clicked, or closes it.
    pub(super) fn toggle(
        opened: RwSignal<Option<Self>>,
        facet: Option<Facet>,
        event: &ev::MouseEvent,
    ) {
        let is_open =
            opened.with_untracked(|opened| opened.is_some_and(|found| found.facet == facet));
        let part = event.current_target().and_then(|part| part.dyn_into::<HtmlElement>().ok());
        opened.set(part.filter(|_| !is_open).map(|part| Self {
            facet,
            left: part.offset_left(),
            top: part.offset_top() + part.offset_height(),
        }));
    }
}

/// What a part is called in the document: the key of its facet in links.
pub(super) const fn part_name(facet: Option<Facet>) -> &'static str {
    match facet {
        Some(facet) => facet_key(facet),
        None => "q",
    }
}

/// The values of the open part; Esc and a click beside them close them.
#[component]
pub(super) fn Choices(opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let page = Page::here();
    let choices = move |open: Opened| {
        let close = move || {
            opened.set(None);
            dom::focus(&format!("[data-part=\"{}\"]", part_name(open.facet)));
        };
        let keydown = move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                close();
            }
        };
        dom::after_paint(|| {
            dom::focus(".choices button, .choices input");
        });
        view! {
            <div class="choices-shade" on:mousedown=move |_| opened.set(None)></div>
            <div
                class="choices"
                role="group"
                aria-label=m::OPEN_PART.to(page.lang)
                style=("--left", format!("{}px", open.left))
                style=("--top", format!("{}px", open.top))
                on:keydown=keydown
            >
                {match open.facet {
                    Some(facet) => dynamic(move || later::facet(page, facet)),
                    None => view! { <Search page /> }.into_any(),
                }}
                <p class="choices-acts">
                    {dynamic(move || drop_link(page, open.facet))}
                    <button type="button" on:click=move |_| close()>
                        {m::CLOSE_CHOICES.to(page.lang)}
                    </button>
                </p>
            </div>
        }
        .into_any()
    };
    dynamic(move || opened.get().map_or_else(|| ().into_any(), choices))
}

/// A link to the same without what is chosen of the part.
fn drop_link(page: Page, facet: Option<Facet>) -> AnyView {
    let is_chosen = page.state.with(|state| match facet {
        Some(facet) => state.choice(facet).is_some(),
        None => !state.search.is_empty(),
    });
    let href = said(move || {
        page.href(|state| match facet {
            Some(facet) => state.clone().without(facet),
            None => state.searching(""),
        })
    });
    when(is_chosen, || view! { <a href=href>{m::DROP_PART.to(page.lang)}</a> })
}

/// The words searched for, changed where they stand.
#[component]
fn Search(page: Page) -> impl IntoView {
    let words = said(move || page.state.with(|state| state.search.clone()));
    view! {
        <SearchField
            label=m::SEARCH.to(page.lang)
            hint=m::SEARCH_HINT.to(page.lang)
            words
            on_words=move |words: String| page.adjust(|state| state.searching(&words))
        />
    }
}
