//! Lists too long to be drawn whole: as far as the reader has come.
//!
//! The first items are drawn at once, more when the end of those drawn comes near the screen, all
//! of them for printing. A list without gaps needs no estimate of what is not drawn; the list of
//! tasks, which is jumped about in, has `screens/tasks/drawn` instead.

use std::cell::RefCell;

use leptos::html::Template;
use leptos::{ev, prelude::*};

use super::each;

/// How far below the screen items are drawn.
const OVERSCAN: f64 = 900.0;

thread_local! {
    /// The lists of the view, each to be drawn whole for printing.
    static LISTS: RefCell<Vec<Growing>> = const { RefCell::new(Vec::new()) };
}

/// What of a list is drawn.
#[derive(Debug, Clone, Copy)]
struct Growing {
    n_items: usize,
    /// How many are drawn at first, and at a time.
    step: usize,
    n_drawn: RwSignal<usize>,
    /// Stands behind the last item drawn; a template may stand in any list or table.
    end: NodeRef<Template>,
}

/// The items of a list, `step` of them at first and at a time.
pub(crate) fn growing(
    n_items: usize,
    step: usize,
    item: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let list =
        Growing { n_items, step, n_drawn: RwSignal::new(step.min(n_items)), end: NodeRef::new() };
    if step < n_items {
        list.follow_window();
        LISTS.with_borrow_mut(|lists| {
            lists.retain(|list| !list.n_drawn.is_disposed());
            lists.push(list);
        });
    }
    let keys = move || (0..list.n_drawn.get() as u64).collect();
    view! {
        {each(keys, move |key| untrack(|| item(key as usize)))}
        <template node_ref=list.end></template>
    }
    .into_any()
}

/// Draws every list whole.
pub(super) fn draw_whole() {
    let lists = LISTS.with_borrow_mut(core::mem::take);
    for list in lists {
        // The view that it belonged to may be gone.
        list.n_drawn.try_set(list.n_items);
    }
}

impl Growing {
    fn follow_window(self) {
        let is_waiting = StoredValue::new(false);
        let look_soon = move || {
            if is_waiting.try_get_value() == Some(false) {
                is_waiting.set_value(true);
                request_animation_frame(move || {
                    is_waiting.try_set_value(false);
                    self.look();
                });
            }
        };
        // What has just been drawn may still end near the screen.
        Effect::new(move |_| {
            self.n_drawn.track();
            look_soon();
        });
        let handles = [
            window_event_listener(ev::Custom::<ev::Event>::new("scroll"), move |_| look_soon()),
            window_event_listener(ev::Custom::<ev::Event>::new("resize"), move |_| look_soon()),
            // It may stand in something that a click has opened.
            window_event_listener(ev::Custom::<ev::Event>::new("click"), move |_| look_soon()),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Draws more where what is drawn ends near the screen.
    fn look(self) {
        let end = self.end.try_get_untracked().flatten();
        let Some(last) = end.and_then(|end| end.previous_element_sibling()) else { return };
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let place = last.get_bounding_client_rect();
        let is_near = place.bottom() < height.unwrap_or(900.0) + OVERSCAN;
        // Inside something closed it measures nothing.
        let is_shown = place.width() > 0.0;
        let n_drawn = self.n_drawn.get_untracked();
        if is_near && is_shown && n_drawn < self.n_items {
            self.n_drawn.set((n_drawn + self.step).min(self.n_items));
        }
    }
}
