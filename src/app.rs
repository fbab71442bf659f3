//! The page as a whole: opening the book, the frame round the view, and what the document
//! outside the page follows (its language, its colours, its title).

use std::cell::Cell;
use std::rc::Rc;

use engine::EngineReading;
use leptos::{ev, prelude::*};
use model::Ledger;

use crate::address::Address;
use crate::book::Book;
use crate::later;
use crate::link::{tint_code, view_name};
use crate::page::Page;
use crate::parts::{
    Notice, begin_turns, draw_all, draw_next, dynamic, follow_scrolling, mark_cut, said,
    scroll_to_top, soon, when, when_drawn,
};
use crate::screens::{Dialogs, Foot, TopBar, follow_dialog};
use crate::state::{Lang, View, ViewState};
use crate::{dom, keys, messages as m};

/// Puts the page in the place of the waiting screen, with as much of the program as its view
/// needs.
pub(crate) fn start() {
    // Leptos has no way to wait before it has mounted something.
    wasm_bindgen_futures::spawn_local(async move {
        // Starting the program has taken its time.
        dom::breath().await;
        let book = opened().await;
        put_in_place(book).await;
    });
}

/// The book, opened in steps, between which the browser can answer.
async fn opened() -> Option<Book> {
    let texts = Book::texts()?;
    dom::breath().await;
    let mut ledger: Ledger = texts.value().ok()?;
    dom::breath().await;
    ledger.restore_words().ok()?;
    let ledger = Box::leak(Box::new(ledger));
    let mut reading = EngineReading::default();
    let mut rests = dom::Rests::default();
    loop {
        rests.where_due().await;
        if let Some(engine) = reading.go_on(ledger) {
            return Some(Book::of(ledger, engine));
        }
    }
}

/// Draws the frame while the part of its view comes in, then the view in it, and then lets both be
/// seen in the place of what stood there before.
async fn put_in_place(book: Option<Book>) {
    let page = Rc::new(Cell::new(None));
    let drawn = Rc::clone(&page);
    mount_to_body(move || match book {
        Some(book) => {
            let page = Page::new(book, Address::listen());
            drawn.set(Some(page));
            view! { <Opened page /> }.into_any()
        }
        None => view! { <Failed /> }.into_any(),
    });
    dom::breath().await;
    // The frame.
    draw_next();
    if let Some(page) = page.get() {
        later::read(page).await;
    }
    dom::breath().await;
    // The view in it.
    draw_next();
    dom::breath().await;
    for before in ["#opening", "#boot"] {
        if let Some(before) = dom::find(before) {
            before.remove();
        }
    }
    begin_turns();
}

/// What is shown where the data inside the page cannot be read.
#[component]
fn Failed() -> impl IntoView {
    let query = window().location().search().unwrap_or_default();
    let (ViewState { lang, .. }, _) = ViewState::from_query(&query);
    view! {
        <main class="page page-failed">
            <h1 class="hide">{m::NAME.to(lang)}</h1>
            <Notice says=m::FAILED.to(lang) next=m::FAILED_NEXT.to(lang) />
        </main>
    }
}

/// The page over an open book.
#[component]
fn Opened(page: Page) -> impl IntoView {
    let lang = Memo::new(move |_| page.state.with(|state| state.lang));
    follow_scrolling();
    follow_look(page, lang);
    follow_view(page);
    follow_printing(page);
    follow_dialog(page);
    keys::listen(page);
    when_drawn(move || later::read_for(page));
    // A place for each language, so that another one builds the page anew.
    let framed = move |own: Lang| {
        dynamic(move || {
            let is_spoken = lang.get() == own;
            when(is_spoken, || view! { <Framed page=Page { lang: own, ..page } /> })
        })
    };
    [Lang::Zh, Lang::En].map(framed).into_iter().collect_view()
}

/// The wall, or the frame and the view inside it, in one language.
#[component]
fn Framed(page: Page) -> impl IntoView {
    provide_context(page);
    let is_wall = Memo::new(move |_| page.state.with(|state| state.kiosk.is_some()));
    // A new deck is a new show.
    let deck = Memo::new(move |_| page.state.with(|state| state.deck.clone()));
    soon(move || {
        if is_wall.get() {
            deck.track();
            later::wall(page)
        } else {
            view! { <Paper page /> }.into_any()
        }
    })
}

/// The frame and the view inside it.
#[component]
fn Paper(page: Page) -> impl IntoView {
    let view = Memo::new(move |_| page.state.with(|state| state.view));
    let shown = StoredValue::new(view.get_untracked());
    let content = move || {
        let view = view.get();
        // Before the other view is drawn, which draws first what the screen shows.
        if shown.get_value() != view && !dom::is_typing() {
            scroll_to_top();
        }
        shown.set_value(view);
        provide_context(page.within(view));
        later::view(page, view)
    };
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{m::SKIP.to(page.lang)}</a>
        <TopBar />
        <main class="page" id="main" tabindex="-1">
            {dynamic(move || later::notices(page))}
            {soon(content)}
            {soon(|| view! { <Foot /> }.into_any())}
        </main>
        <Dialogs />
        <p class="hide" role="status" aria-live="polite">
            {said(move || page.said())}
        </p>
    }
}

/// Keeps the document's language, colours and title in step with the state.
fn follow_look(page: Page, lang: Memo<Lang>) {
    let root = || document().document_element();
    // A browser that refuses an attribute shows the page all the same.
    Effect::new(move |_| {
        let _ = root().map(|root| root.set_attribute("lang", lang.get().tag()));
    });
    Effect::new(move |_| {
        let view = view_name(page.state.with(|state| state.view));
        let _ = root().map(|root| root.set_attribute("data-view", view));
    });
    Effect::new(move |_| {
        let (tint, is_wall) =
            page.state.with(|state| (tint_code(state.tint), state.kiosk.is_some()));
        let tint = match tint {
            Some("light") => tint,
            _ if is_wall => Some("wall"),
            _ => tint,
        };
        let _ = root().map(|root| root.toggle_attribute_with_force("data-kiosk", is_wall));
        let _ = root().map(|root| match tint {
            Some(code) => root.set_attribute("data-theme", code),
            None => root.remove_attribute("data-theme"),
        });
    });
    Effect::new(move |_| {
        let (lang, view) = (lang.get(), page.state.with(|state| state.view));
        let is_whole = page.sentence.with(|sentence| sentence.parts.is_empty());
        let said = match view {
            View::Overview if is_whole => m::view(view).to(lang).to_owned(),
            _ => Page { lang, ..page }.said(),
        };
        document().set_title(&format!("{said} · {}", m::NAME.to(lang)));
    });
}

/// Begins another view at its top, with the focus where its content begins, and keeps the focus
/// on the language switch, which is built anew.
fn follow_view(page: Page) {
    Effect::new(move |before: Option<(View, Lang)>| {
        let (view, lang) = page.state.with(|state| (state.view, state.lang));
        if before.is_some_and(|(_, old)| old != lang) {
            dom::after_paint(|| {
                dom::focus(".bar-lang");
            });
        } else if before.is_some_and(|(old, _)| old != view) {
            // Before the view is painted, it would be laid out for this alone.
            dom::after_paint(|| {
                if !dom::is_typing() {
                    dom::focus("main");
                }
            });
        }
        // On a phone the bar of views is wider than the screen.
        when_drawn(|| {
            dom::show_within(".bar-views", ".bar-views [aria-current]");
        });
        (view, lang)
    });
}

/// Draws everything while the page is being printed.
fn follow_printing(page: Page) {
    let before = window_event_listener(ev::Custom::<ev::Event>::new("beforeprint"), move |_| {
        page.is_printing.set(true);
        draw_all();
    });
    let after = window_event_listener(ev::Custom::<ev::Event>::new("afterprint"), move |_| {
        page.is_printing.set(false);
        mark_cut(false);
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
