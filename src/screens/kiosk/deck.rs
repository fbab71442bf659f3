//! The deck: its slides in order, each with its seconds, and what can be done with the whole.

use leptos::html::Input;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::slide_row::SlideRow;
use crate::deck::{Deck, seconds_from};
use crate::messages::{self as m, kiosk as words};
use crate::page::Page;
use crate::parts::{Notice, dynamic, said};
use crate::screens::head::CopyButton;
use crate::shared_link::SharedLink;
use crate::state::{Kiosk, View, ViewState};
use crate::wall::Wall;
use crate::{deck_store, dom, resolve};

/// The deck as a list to arrange.
#[component]
pub(crate) fn DeckView() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let deck = RwSignal::new(deck_at_first(page));
    // What a reader arranges stays in this browser.
    let change = Callback::new(move |change: Box<dyn FnOnce(Deck) -> Deck>| {
        deck.update(|deck| *deck = change(core::mem::take(deck)));
        deck.with_untracked(deck_store::keep);
        deck_store::forget_broken();
    });
    let set_name = move |event| {
        let name = event_target_value(&event);
        change.run(Box::new(move |deck| Deck { name, ..deck }));
    };
    let set_every = move |event| {
        if let Some(every) = seconds_from(&event_target_value(&event)) {
            change.run(Box::new(move |deck| Deck { every, ..deck }));
        }
    };
    view! {
        <div class="deck">
            <header class="head">
                <h1 class="sentence">{m::view(View::Kiosk).to(lang)}</h1>
                <DeckActs page deck change />
            </header>
            <p class="deck-note">{words::NOTE.to(lang)}</p>
            <div class="deck-fields">
                <label>
                    {words::DECK_NAME.to(lang)}
                    <input
                        type="text"
                        placeholder=words::DECK_NAME_HINT.to(lang)
                        prop:value=said(move || deck.with(|deck| deck.name.clone()))
                        on:change=set_name
                    />
                </label>
                <label>
                    {words::DECK_EVERY.to(lang)}
                    <input
                        type="number"
                        min="3"
                        max="3600"
                        prop:value=said(move || deck.with(|deck| deck.every.to_string()))
                        on:change=set_every
                    />
                </label>
                <span class="deck-round">
                    {said(move || deck.with(|deck| round_of(page, deck)))}
                </span>
            </div>
            {dynamic(move || deck.with(|deck| rows(page, deck, change)))}
        </div>
    }
}

/// A change of the deck.
pub(super) type Change = Callback<Box<dyn FnOnce(Deck) -> Deck>>;

/// The deck of the link, or the one that this browser keeps.
fn deck_at_first(page: Page) -> Deck {
    let deck = page.state.with_untracked(|state| state.deck.clone());
    if deck.slides.is_empty() { deck_store::deck(page.book) } else { deck }
}

/// The slides as a list.
fn rows(page: Page, deck: &Deck, change: Change) -> AnyView {
    let lang = page.lang;
    if deck.slides.is_empty() {
        let next = words::NO_SLIDES_NEXT.to(lang);
        return view! { <Notice says=words::NO_SLIDES.to(lang) next=next /> }.into_any();
    }
    let n_slides = deck.slides.len();
    let row = |(at, slide): (usize, &crate::deck::Slide)| {
        view! { <SlideRow page slide=slide.clone() at n_slides every=deck.every change /> }
    };
    let rows: Vec<_> = deck.slides.iter().enumerate().map(row).collect();
    view! { <ol class="deck-slides" aria-label=words::SLIDES.to(lang)>{rows}</ol> }.into_any()
}

/// How long a round of the deck takes.
fn round_of(page: Page, deck: &Deck) -> String {
    let n_screens = deck.slides.iter().map(|slide| screens_of(page, &slide.link));
    let (mut n, mut seconds) = (0, 0);
    for (at, n_screens) in n_screens.enumerate() {
        n += n_screens;
        seconds += u32::from(deck.seconds(at)) * n_screens as u32;
    }
    words::round(n, seconds, page.lang)
}

/// The state of a slide's link; `None` where it cannot be read.
pub(super) fn state_of(page: Page, link: &str) -> Option<ViewState> {
    let (state, ignored) = ViewState::from_query(link);
    let (state, unknown) = resolve::known_part(page.book, state);
    let is_read = ignored.is_empty() && unknown.is_empty();
    is_read.then_some(ViewState { lang: page.lang, ..state })
}

/// How many screens a slide takes; none where it cannot be shown.
fn screens_of(page: Page, link: &str) -> usize {
    let wall = state_of(page, link).and_then(|state| Wall::of(page.book, &state));
    wall.map_or(0, |wall| wall.n_screens())
}

/// What can be done with the deck as a whole.
#[component]
fn DeckActs(page: Page, deck: RwSignal<Deck>, change: Change) -> impl IntoView {
    let lang = page.lang;
    let in_show = move |kiosk: Option<Kiosk>| {
        let deck = deck.get();
        page.state.with(|state| ViewState { deck, kiosk, ..state.blank(View::Kiosk) })
    };
    let start = move || in_show(Some(Kiosk::default())).href();
    let link = move || {
        let state = untrack(|| in_show(None));
        let name = deck.with_untracked(|deck| deck.name.clone());
        let title = [m::view(View::Kiosk).to(lang).to_owned(), name];
        let title: Vec<_> = title.into_iter().filter(|part| !part.is_empty()).collect();
        let n_tasks = page.book.ledger.tasks.len();
        SharedLink::of(&state, n_tasks).to_hand_on(&title.join(" · "))
    };
    let save = move |_| {
        let (name, text) = deck.with_untracked(|deck| (deck.name.clone(), deck.to_file()));
        let parts = [m::NAME.to(lang), m::view(View::Kiosk).to(lang), &*name];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let file = format!("{}.txt", parts.join("_").replace(['/', '\\', ':'], "-"));
        // Windows' own editor reads the words right by the mark at their beginning.
        let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        page.tell(if dom::save(&file, "text/plain;charset=utf-8", text.as_bytes()) {
            m::take::saved(&file, lang)
        } else {
            m::take::SAVE_FAILED.to(lang).to_owned()
        });
    };
    let back = move |_| change.run(Box::new(move |_| Deck::of_ledger(page.book)));
    view! {
        <p class="acts deck-acts">
            <a class="btn" data-tone="main" href=said(start)>{words::START.to(lang)}</a>
            <CopyButton label=words::COPY_DECK text=move || link() />
            <button type="button" on:click=save>{words::SAVE_FILE.to(lang)}</button>
            <OpenFile page change />
            <button type="button" on:click=back>{words::DEFAULT_DECK.to(lang)}</button>
        </p>
    }
}

/// A button that reads a deck from a file.
#[component]
fn OpenFile(page: Page, change: Change) -> impl IntoView {
    let lang = page.lang;
    let field = NodeRef::<Input>::new();
    let open = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    let read = move |event: ev::Event| {
        let Some(field) =
            event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        leptos::task::spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // The same file can be opened again.
            field.set_value("");
            match text.as_deref().and_then(Deck::from_file) {
                Some(read) => change.run(Box::new(move |_| read)),
                None => page.tell(words::NOT_A_DECK.to(lang).to_owned()),
            }
        });
    };
    view! {
        <button type="button" on:click=open>{words::OPEN_FILE.to(lang)}</button>
        <input
            node_ref=field
            class="hide"
            type="file"
            accept=".txt,text/plain"
            tabindex="-1"
            aria-label=words::OPEN_FILE.to(lang)
            on:change=read
        />
    }
}
