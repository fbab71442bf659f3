//! Parts of a view that wait their turn: the first screen is painted before what lies below it is
//! drawn, one part after each frame, so that the browser can answer between any two.
//!
//! While the page opens, its view and what its first screen shows take turns as well.
//!
//! Where the reader has scrolled down, everything is drawn at once, so that the page keeps its
//! height and the reader the place; and so it is when the page is printed.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::dynamic::dynamic;
use super::growing::{draw_whole, follow_reader, growing, is_whole};
use crate::dom;

/// What stands above a list, in pixels.
const ABOVE: f64 = 300.0;
/// How tall a row of one line is, in pixels.
pub(crate) const LINE: f64 = 33.0;
/// How tall a row is at least where it is a card.
const CARD: f64 = 100.0;
/// Rows are cards in a window of at most this width; `style/` says the same.
const NARROW: f64 = 767.0;
/// How many more rows each turn draws.
const ROWS_A_TURN: usize = 24;
/// A list of more rows is drawn as far as the reader comes.
const MOST_ROWS: usize = 400;
/// The document's mark that some parts still wait.
const MARK: &str = "data-drawing";

thread_local! {
    static WAITING: RefCell<VecDeque<RwSignal<bool>>> = const { RefCell::new(VecDeque::new()) };
    /// While the page opens, who opens it gives the turns.
    static IS_RUNNING: Cell<bool> = const { Cell::new(true) };
    static IS_SCROLLED: Cell<bool> = const { Cell::new(false) };
    static IS_OPENING: Cell<bool> = const { Cell::new(true) };
    /// How much of the window a list has, and how tall its rows are at least, in pixels.
    static ROOM: Cell<(f64, f64)> = const { Cell::new((600.0, 0.0)) };
    static AFTERWARDS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// A part that is drawn when its turn comes; `draw` is called again when a signal in it changes.
pub(crate) fn in_turn(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    if IS_SCROLLED.get() || is_whole() {
        return dynamic(draw);
    }
    let is_due = RwSignal::new(false);
    wait(is_due);
    dynamic(move || if is_due.get() { draw() } else { ().into_any() })
}

/// A part of the first screen: drawn at once, but while the page opens when its turn comes.
pub(crate) fn soon(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    if IS_OPENING.get() { in_turn(draw) } else { dynamic(draw) }
}

/// Sets `is_due` when its turn comes.
fn wait(is_due: RwSignal<bool>) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(is_due));
    if !IS_RUNNING.replace(true) {
        begin_turns();
    }
}

/// Lets parts take turns, each after a frame: from here on by itself.
pub(crate) fn begin_turns() {
    mark(true);
    dom::after_this_frame(take_turns);
}

/// Tells of what `watch` reads, in a turn of its own after the frame in which it has changed: for
/// what lies below the first screen, which is drawn anew after that screen.
pub(crate) fn afterwards(watch: impl Fn() + 'static) -> RwSignal<bool> {
    let changed = RwSignal::new(true);
    Effect::new(move |before: Option<()>| {
        watch();
        if before.is_some() {
            wait(changed);
        }
    });
    changed
}

/// What `source` was when `follows`, which tells of what it reads, was true last.
pub(crate) fn held<T>(
    source: Memo<T>,
    follows: impl Fn() -> bool + Send + Sync + 'static,
) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    boxed_held(source, Box::new(follows))
}

fn boxed_held<T>(source: Memo<T>, follows: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |held: Option<&T>| match (follows(), held) {
        (false, Some(held)) => held.clone(),
        _ => source.get_untracked(),
    })
}

/// Draws the next part now, whether or not the page is looked at.
pub(crate) fn draw_next() {
    take_turn();
}

/// These rows of a list, most of which are `height` pixels tall: those that the screen shows at
/// once, the others in turn; of very many, as far as the reader comes.
pub(crate) fn rows_in_turn(
    rows: Range<usize>,
    height: f64,
    row: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    boxed_rows(rows, height, Arc::new(row))
}

fn boxed_rows(
    rows: Range<usize>,
    height: f64,
    row: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> AnyView {
    let (room, least) = ROOM.get();
    #[expect(clippy::cast_sign_loss, reason = "one at least")]
    let n_first = (room / height.max(least)).ceil().max(1.0) as usize;
    if rows.len() > MOST_ROWS {
        return growing(rows, n_first, move |at| row(at));
    }
    // A turn for a few rows is not worth it.
    let is_short = rows.len() <= n_first + n_first / 4;
    let n_first = if is_short { rows.len() } else { n_first };
    let first: Vec<_> = rows.clone().take(n_first).map(|at| row(at)).collect();
    let rest: Vec<_> = (rows.start + n_first..rows.end)
        .step_by(ROWS_A_TURN)
        .map(|start| {
            let row = Arc::clone(&row);
            let rows = start..(start + ROWS_A_TURN).min(rows.end);
            let draw = move || rows.clone().map(|at| row(at)).collect::<Vec<_>>().into_any();
            // Whoever draws the first rows anew draws these anew with them.
            in_turn(move || untrack(&draw))
        })
        .collect();
    view! { {first} {rest} }.into_any()
}

/// Notes from now on whether the reader has scrolled down, and how large the window is.
pub(crate) fn follow_scrolling() {
    follow_reader();
    measure_window();
    let scrolled = window_event_listener(leptos::ev::scroll, |_| {
        IS_SCROLLED.set(window().scroll_y().is_ok_and(|y| y > 0.0));
    });
    let resized = window_event_listener(leptos::ev::resize, |_| measure_window());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
}

/// Finds how much of a list the screen shows before the reader scrolls.
fn measure_window() {
    let pixels = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64());
    let width = pixels(window().inner_width()).unwrap_or(1440.0);
    let height = pixels(window().inner_height()).unwrap_or(900.0);
    ROOM.set((height - ABOVE, if width > NARROW { 0.0 } else { CARD }));
}

/// Goes back to the top of the page, whose parts take their turn again.
pub(crate) fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    IS_SCROLLED.set(false);
}

/// Runs `act` when the page stands and no part waits any more.
pub(crate) fn when_drawn(act: impl FnOnce() + 'static) {
    dom::after_paint(|| {
        if IS_RUNNING.get() {
            AFTERWARDS.with_borrow_mut(|afterwards| afterwards.push(Box::new(act)));
        } else {
            act();
        }
    });
}

/// Draws whatever still waits.
pub(crate) fn draw_all() {
    draw_whole();
    while take_turn() {}
}

/// One turn after each frame, until none waits.
fn take_turns() {
    if take_turn() {
        dom::after_this_frame(take_turns);
    } else {
        IS_RUNNING.set(false);
        IS_OPENING.set(false);
        mark(false);
        AFTERWARDS.take().into_iter().for_each(|act| act());
    }
}

/// Lets the next part be drawn; whether there was one.
fn take_turn() -> bool {
    loop {
        let Some(next) = WAITING.with_borrow_mut(VecDeque::pop_front) else { return false };
        // The view that it belonged to may be gone.
        if next.try_set(true).is_none() {
            return true;
        }
    }
}

fn mark(is_waiting: bool) {
    dom::mark(MARK, is_waiting);
}
