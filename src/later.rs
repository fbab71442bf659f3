//! The parts of the program beside the one that every view needs: 总览, the list of 任务, the rest.
//!
//! The build cuts the compiled program at [`overview_table`], [`list_table`] and [`rest_table`]:
//! what can only be reached through one of them becomes a file of its own, and so does what
//! several reach. The view of the address is read with the first part, the others while a reader
//! looks at it. So nothing but these functions may name what stands behind them. Why and what it
//! saves: docs/performance.md.

use engine::Facet;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use model::TaskIdx;

use crate::deck::Slide;
use crate::deck_store;
use crate::maker;
use crate::messages as m;
use crate::page::{Dialog, Page};
use crate::parts::{Modal, Notice};
use crate::screens::{
    About, Checks, Compare, DeckView, Departments, Districts, FacetOf, Help, IgnoredNotice,
    KioskShow, Overview, Palette, PaperNotice, Progress, Share, StampNotice, Take, TaskPanel,
    Tasks,
};
use crate::state::View;

/// A part that shows one view: 总览, or 任务 without the open task.
#[derive(Debug)]
pub(crate) struct OneView {
    view: fn() -> AnyView,
}

/// The part that holds everything else.
#[derive(Debug)]
pub(crate) struct Rest {
    view: fn(View) -> AnyView,
    panel: fn(TaskIdx) -> AnyView,
    dialog: fn(Dialog) -> AnyView,
    notices: fn() -> AnyView,
    wall: fn() -> AnyView,
    add_slide: fn(Page),
    facet: fn(Facet) -> AnyView,
    make_files: fn(),
}

/// Whether a part is here.
#[derive(Debug)]
pub(crate) enum Arrival<Part: 'static> {
    /// Not yet.
    Awaited,
    /// It can be used.
    Here(&'static Part),
    /// It could not be read.
    Failed,
}

impl<Part> Clone for Arrival<Part> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Part> Copy for Arrival<Part> {}

impl<Part> From<Result<&'static Part, SplitLoaderError>> for Arrival<Part> {
    fn from(read: Result<&'static Part, SplitLoaderError>) -> Self {
        read.map_or(Self::Failed, Self::Here)
    }
}

/// The one way into 总览.
#[wasm_split(overview, wasm_split_path = leptos::wasm_split, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "reading it may fail, and the macro adds that")]
fn overview_table() -> Result<&'static OneView, SplitLoaderError> {
    static OVERVIEW: OneView = OneView { view: draw_overview };
    Ok(&OVERVIEW)
}

/// The one way into the part of 任务.
#[wasm_split(tasks, wasm_split_path = leptos::wasm_split, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "reading it may fail, and the macro adds that")]
fn list_table() -> Result<&'static OneView, SplitLoaderError> {
    static TASKS: OneView = OneView { view: draw_tasks };
    Ok(&TASKS)
}

/// The one way into the rest.
#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "reading it may fail, and the macro adds that")]
fn rest_table() -> Result<&'static Rest, SplitLoaderError> {
    static REST: Rest = Rest {
        view: draw_view,
        panel: draw_panel,
        dialog: draw_dialog,
        notices: draw_notices,
        facet: draw_facet,
        wall: draw_wall,
        add_slide: put_in_deck,
        make_files: maker::serve,
    };
    Ok(&REST)
}

fn draw_overview() -> AnyView {
    view! { <Overview /> }.into_any()
}

fn draw_tasks() -> AnyView {
    view! { <Tasks /> }.into_any()
}

fn draw_panel(task: TaskIdx) -> AnyView {
    view! { <TaskPanel task /> }.into_any()
}

fn draw_view(view: View) -> AnyView {
    match view {
        View::Overview | View::Tasks => ().into_any(),
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

fn draw_notices() -> AnyView {
    view! {
        <IgnoredNotice />
        <StampNotice />
        <PaperNotice />
    }
    .into_any()
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

/// Reads what the page needs for what it shows; what was read once is there at once.
pub(crate) async fn read(page: Page) {
    let (view, is_wall, has_task) = page
        .state
        .with_untracked(|state| (state.view, state.kiosk.is_some(), state.task.is_some()));
    match view {
        View::Overview if !is_wall => page.overview.set(overview_table().await.into()),
        View::Tasks if !is_wall => page.tasks.set(list_table().await.into()),
        _ => {}
    }
    if !matches!(view, View::Overview | View::Tasks) || is_wall || has_task {
        page.rest.set(rest_table().await.into());
    }
}

/// Makes files where there is no page, as the one that began this worker orders.
pub(crate) fn make_files() {
    wasm_bindgen_futures::spawn_local(async {
        // A worker that never says it is ready leaves the work to its page.
        if let Ok(rest) = rest_table().await {
            (rest.make_files)();
        }
    });
}

/// Reads, for a page that stands already, what is not here.
pub(crate) fn read_for(page: Page) {
    let has_overview = was_here(page.overview);
    let has_tasks = was_here(page.tasks);
    let has_rest = was_here(page.rest);
    leptos::task::spawn_local(async move {
        // A page that has gone needs nothing.
        if !has_tasks {
            let _ = page.tasks.try_set(list_table().await.into());
        }
        if !has_overview {
            let _ = page.overview.try_set(overview_table().await.into());
        }
        if !has_rest {
            let _ = page.rest.try_set(rest_table().await.into());
        }
    });
}

/// Whether a part is here; one that is not is awaited from now on.
fn was_here<Part: Send + Sync + 'static>(part: RwSignal<Arrival<Part>>) -> bool {
    let is_here = part.with_untracked(|part| matches!(part, Arrival::Here(_)));
    if !is_here {
        part.set(Arrival::Awaited);
    }
    is_here
}

/// A view, or how far its part is.
pub(crate) fn view(page: Page, view: View) -> AnyView {
    let one = match view {
        View::Overview => page.overview,
        View::Tasks => page.tasks,
        _ => {
            return match page.rest.get() {
                Arrival::Here(rest) => (rest.view)(view),
                arrival => how_far(page, arrival),
            };
        }
    };
    match one.get() {
        Arrival::Here(one) => (one.view)(),
        arrival => how_far(page, arrival),
    }
}

/// The open task, or how far its part is.
pub(crate) fn panel(page: Page, task: TaskIdx) -> AnyView {
    match page.rest.get() {
        Arrival::Here(rest) => (rest.panel)(task),
        arrival => view! { <aside class="panel">{how_far(page, arrival)}</aside> }.into_any(),
    }
}

/// Adds the present view to the deck, or says how far its part is.
pub(crate) fn add_slide(page: Page) {
    match page.rest.get_untracked() {
        Arrival::Here(rest) => (rest.add_slide)(page),
        Arrival::Awaited => page.tell(m::LATER_AWAITED.to(page.lang).to_owned()),
        Arrival::Failed => page.tell(m::LATER_FAILED.to(page.lang).to_owned()),
    }
}

/// The show on a wall, or how far its part is.
pub(crate) fn wall(page: Page) -> AnyView {
    match page.rest.get() {
        Arrival::Here(rest) => (rest.wall)(),
        arrival => how_far(page, arrival),
    }
}

/// A dialog, or how far its part is.
pub(crate) fn dialog(page: Page, dialog: Dialog) -> AnyView {
    let arrival = page.rest.get();
    if let Arrival::Here(rest) = arrival {
        return (rest.dialog)(dialog);
    }
    view! {
        <Modal label=m::NAME.to(page.lang) kind="help" on_close=move |()| { page.close(); }>
            {how_far(page, arrival)}
        </Modal>
    }
    .into_any()
}

/// What is to be said of the link that was opened, as soon as its part is here.
pub(crate) fn notices(page: Page) -> AnyView {
    match page.rest.get() {
        Arrival::Here(rest) => (rest.notices)(),
        _ => ().into_any(),
    }
}

/// The values of a facet, or how far its part is.
pub(crate) fn facet(page: Page, facet: Facet) -> AnyView {
    match page.rest.get() {
        Arrival::Here(rest) => (rest.facet)(facet),
        arrival => how_far(page, arrival),
    }
}

fn how_far<Part>(page: Page, arrival: Arrival<Part>) -> AnyView {
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
