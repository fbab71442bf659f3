//! Lists too long to be drawn whole: as far as the reader has come.
//!
//! The first items are drawn at once, more when the end of those drawn comes near the screen, all
//! of them for printing. A list without gaps needs no estimate of what is not drawn; the list of
//! tasks, which is jumped about in, has `screens/tasks/drawn` instead.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::dynamic::dynamic;
use crate::dom;

/// No step draws more items than this, unless the first does, and none but the first fewer.
const MOST_AT_ONCE: usize = 120;
const LEAST_AT_ONCE: usize = 16;
/// Of a longer list, paper gets so many items and a line that says so: a hundred thousand would take
/// minutes and thousands of sheets.
pub(crate) const MOST_ON_PAPER: usize = 3_000;
/// The document's mark that some lists are not printed whole.
const CUT: &str = "data-cut";
/// How far below the screen items are drawn.
const OVERSCAN: f64 = 900.0;

thread_local! {
    /// The ends of the lists that could go on: the mark in the document, and what draws more.
    static ENDS: RefCell<Vec<(u32, RwSignal<bool>)>> = const { RefCell::new(Vec::new()) };
    static N_ENDS: Cell<u32> = const { Cell::new(0) };
    static IS_WHOLE: Cell<bool> = const { Cell::new(false) };
    static IS_LOOKING: Cell<bool> = const { Cell::new(false) };
}

type Item = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The items of a list, `step` of them at first.
pub(crate) fn growing(
    items: Range<usize>,
    step: usize,
    item: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    grown(items, step, Arc::new(item))
}

fn grown(items: Range<usize>, step: usize, item: Item) -> AnyView {
    let step = if IS_WHOLE.get() { MOST_ON_PAPER } else { step };
    let end = items.end.min(items.start + step);
    if IS_WHOLE.get() && end < items.end {
        mark_cut(true);
    }
    let drawn: Vec<_> = untrack(|| (items.start..end).map(|at| item(at)).collect());
    if end == items.end {
        return drawn.into_any();
    }
    let is_due = RwSignal::new(false);
    let mark = N_ENDS.replace(N_ENDS.get().wrapping_add(1));
    ENDS.with_borrow_mut(|ends| ends.push((mark, is_due)));
    // What has just been drawn may still end near the screen.
    look_soon();
    let rest = dynamic(move || {
        if is_due.get() {
            grown(end..items.end, more(step), Arc::clone(&item))
        } else {
            // A template may stand in any list or table, and shows nothing.
            view! { <template data-end=mark.to_string()></template> }.into_any()
        }
    });
    view! { {drawn} {rest} }.into_any()
}

/// How many items follow on so many: a few more each time, because each step stands inside the one
/// before, and a reader who has come far goes on.
fn more(step: usize) -> usize {
    (step + step / 4).clamp(LEAST_AT_ONCE, MOST_AT_ONCE.max(step))
}

/// Looks from now on how far the reader has come.
pub(super) fn follow_reader() {
    // A list may stand in something that a click has opened.
    let handles = ["scroll", "resize", "click"]
        .map(|name| window_event_listener(ev::Custom::<ev::Event>::new(name), |_| look_soon()));
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
}

/// Whether every list is drawn whole now: what is drawn anew for paper has no turns left.
pub(super) fn is_whole() -> bool {
    IS_WHOLE.get()
}

/// Draws every list whole.
pub(super) fn draw_whole() {
    IS_WHOLE.set(true);
    for (_, is_due) in ENDS.take() {
        // The view that it belonged to may be gone.
        is_due.try_set(true);
    }
    // What follows from the signals is drawn before anything else happens.
    set_timeout(|| IS_WHOLE.set(false), core::time::Duration::ZERO);
}

/// Notes in the document whether some list is not printed whole.
pub(crate) fn mark_cut(is_cut: bool) {
    dom::mark(CUT, is_cut);
}

fn look_soon() {
    let has_any = ENDS.with_borrow(|ends| !ends.is_empty());
    if has_any && !IS_LOOKING.replace(true) {
        dom::after_paint(|| {
            IS_LOOKING.set(false);
            look();
        });
    }
}

/// Draws more of the lists that end near the screen.
fn look() {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let lowest = height.unwrap_or(900.0) + OVERSCAN;
    let near: Vec<_> = ENDS.with_borrow_mut(|ends| {
        ends.retain(|(_, is_due)| !is_due.is_disposed());
        ends.extract_if(.., |(mark, _)| is_near(*mark, lowest)).collect()
    });
    for (_, is_due) in near {
        is_due.try_set(true);
    }
}

/// Whether the last item before a mark ends on the screen or near it: not below `lowest`, nor as
/// far above. Inside something closed it measures nothing, and ends nowhere.
fn is_near(mark: u32, lowest: f64) -> bool {
    let end = dom::find(&format!("template[data-end=\"{mark}\"]"));
    let Some(last) = end.and_then(|end| end.previous_element_sibling()) else { return false };
    let place = last.get_bounding_client_rect();
    place.width() > 0.0 && (-OVERSCAN..lowest).contains(&place.bottom())
}
