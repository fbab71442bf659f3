//! The second part of the program: what the first view does not need.
//!
//! The build cuts the compiled program in two at [`table`]: what can only be reached through it
//! becomes a file of its own, which is read while a reader looks at the first view. So nothing
//! of the first view may name what stands in [`Later`] but through it. Why and what it saves:
//! docs/performance.md.

use engine::Facet;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::deck::Slide;
use crate::deck_store;
use crate::messages as m;
use crate::page::{Dialog, Page};
use crate::parts::{Modal, Notice};
use crate::screens::{
    About, Checks, Compare, DeckView, Departments, Districts, FacetOf, Help, KioskShow, Palette,
    Progress, Share, Take, Tasks,
};
use crate::state::{View, ViewState};

/// What the second part can do.
#[derive(Debug)]
pub(crate) struct Later {
    view: fn(View) -> AnyView,
    dialog: fn(Dialog) -> AnyView,
    wall: fn() -> AnyView,
    add_slide: fn(Page),
    facet: fn(Facet) -> AnyView,
}

/// Whether the second part is here.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arrival {
    /// Not yet.
    Awaited,
    /// It can be used.
    Here(&'static Later),
    /// It could not be read.
    Failed,
}

/// The one way into the second part.
#[wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "reading it may fail, and the macro adds that")]
fn table() -> Result<&'static Later, SplitLoaderError> {
    static LATER: Later = Later {
        view: draw_view,
        dialog: draw_dialog,
        facet: draw_facet,
        wall: draw_wall,
        add_slide: put_in_deck,
    };
    Ok(&LATER)
}

fn draw_view(view: View) -> AnyView {
    match view {
        View::Overview => ().into_any(),
        View::Tasks => view! { <Tasks /> }.into_any(),
        View::Compare => view! { <Compare /> }.into_any(),
        View::Districts => view! { <Districts /> }.into_any(),
        View::Departments => view! { <Departments /> }.into_any(),
        View::Progress => view! { <Progress /> }.into_any(),
        View::Checks => view! { <Checks /> }.into_any(),
        View::Kiosk => view! { <DeckView /> }.into_any(),
        View::About => view! { <About /> }.into_any(),
    }
}

fn draw_dialog(dialog: Dialog) -> AnyView {
    match dialog {
        Dialog::Help => view! { <Help /> }.into_any(),
        Dialog::Palette => view! { <Palette /> }.into_any(),
        Dialog::Take => view! { <Take /> }.into_any(),
        Dialog::Share => view! { <Share /> }.into_any(),
    }
}

fn draw_facet(facet: Facet) -> AnyView {
    view! { <FacetOf facet /> }.into_any()
}

fn draw_wall() -> AnyView {
    view! { <KioskShow /> }.into_any()
}

/// Adds the present view to the deck that this browser keeps.
fn put_in_deck(page: Page) {
    let mut deck = deck_store::deck(page.book);
    deck.slides.push(page.state.with_untracked(Slide::of));
    deck_store::keep(&deck);
    page.tell(m::kiosk::added(deck.slides.len(), page.lang));
}

/// Whether the second part is needed to show this state.
pub(crate) fn is_needed(state: &ViewState) -> bool {
    state.view != View::Overview || state.kiosk.is_some()
}

/// Reads the second part; what was read once is there at once.
pub(crate) async fn read() -> Arrival {
    table().await.map_or(Arrival::Failed, Arrival::Here)
}

/// Reads the second part for a page that stands already.
pub(crate) fn read_for(page: Page) {
    page.later.set(Arrival::Awaited);
    leptos::task::spawn_local(async move {
        let arrival = read().await;
        // A page that has gone needs nothing.
        let _ = page.later.try_set(arrival);
    });
}

/// A view of the second part, or how far the second part is.
pub(crate) fn view(page: Page, view: View) -> AnyView {
    match page.later.get() {
        Arrival::Here(later) => (later.view)(view),
        arrival => how_far(page, arrival),
    }
}

/// Adds the present view to the deck, or says how far the second part is.
pub(crate) fn add_slide(page: Page) {
    match page.later.get_untracked() {
        Arrival::Here(later) => (later.add_slide)(page),
        Arrival::Awaited => page.tell(m::LATER_AWAITED.to(page.lang).to_owned()),
        Arrival::Failed => page.tell(m::LATER_FAILED.to(page.lang).to_owned()),
    }
}

/// The show on a wall, or how far the second part is.
pub(crate) fn wall(page: Page) -> AnyView {
    match page.later.get() {
        Arrival::Here(later) => (later.wall)(),
        arrival => how_far(page, arrival),
    }
}

/// A dialog of the second part, or how far the second part is.
pub(crate) fn dialog(page: Page, dialog: Dialog) -> AnyView {
    let arrival = page.later.get();
    if let Arrival::Here(later) = arrival {
        return (later.dialog)(dialog);
    }
    view! {
        <Modal label=m::NAME.to(page.lang) kind="help" on_close=move |()| { page.close(); }>
            {how_far(page, arrival)}
        </Modal>
    }
    .into_any()
}

/// The values of a facet, or how far the second part is.
pub(crate) fn facet(page: Page, facet: Facet) -> AnyView {
    match page.later.get() {
        Arrival::Here(later) => (later.facet)(facet),
        arrival => how_far(page, arrival),
    }
}

fn how_far(page: Page, arrival: Arrival) -> AnyView {
    let lang = page.lang;
    if matches!(arrival, Arrival::Awaited) {
        return view! { <Notice says=m::LATER_AWAITED.to(lang) /> }.into_any();
    }
    view! {
        <Notice says=m::LATER_FAILED.to(lang) next=m::LATER_FAILED_NEXT.to(lang)>
            <p class="acts">
                <button type="button" data-first="" on:click=move |_| read_for(page)>
                    {m::LATER_AGAIN.to(lang)}
                </button>
            </p>
        </Notice>
    }
    .into_any()
}
