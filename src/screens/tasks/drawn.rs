//! Which chunks of the list are drawn: those near the screen, all of them for printing.
//!
//! [`Drawn`] follows the question, the scrolling and the window. What lies above and below is
//! kept free by two spaces, whose heights it estimates until the chunks have been measured.

use std::ops::Range;
use std::sync::Arc;

use engine::{Group, SortKey};
use leptos::html::Div;
use leptos::{ev, prelude::*};
use model::TaskIdx;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use super::row::RowNotes;
use crate::chunks::{self, Chunk, Heights};
use crate::dom;
use crate::page::Page;
use crate::parts::{MOST_ON_PAPER, mark_cut, when_drawn};

/// The list as it is laid out for one question.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Counts the questions, so that no chunk of an earlier one is taken for one of this.
    epoch: u32,
    /// The chunks, in order.
    pub chunks: Arc<Vec<Chunk>>,
    /// What of it fills the screen before anything has been measured.
    first_screen: Range<usize>,
    /// The tasks, in order.
    pub rows: Arc<Vec<TaskIdx>>,
    /// Whether the rows stand as printed, so that their documents' own headings make sense.
    pub has_headings: bool,
    /// What the notes of a row say beside this question.
    pub notes: RowNotes,
}

/// Two layouts are the same only if they were made for the same question.
impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        self.epoch == other.epoch
    }
}

/// What of a layout is drawn, and how tall its chunks are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    /// The list.
    pub layout: Memo<Layout>,
    /// The element that holds the chunks and the spaces.
    pub root: NodeRef<Div>,
    heights: RwSignal<Heights>,
    /// What is near the screen, and the layout for which that was found.
    range: RwSignal<(u32, Range<usize>)>,
}

impl Drawn {
    /// Lays out the list and follows everything that changes what is near the screen.
    pub(super) fn new(page: Page, open: Memo<Option<TaskIdx>>) -> Self {
        let notes = Memo::new(move |_| page.state.with(RowNotes::beside));
        let layout = Memo::new(move |before: Option<&Layout>| {
            let has_headings = page
                .query
                .with(|query| query.group == Group::Section && query.sort.by == SortKey::Printed);
            page.outcome.with(|outcome| {
                let chunks = chunks::chunks(&outcome.groups);
                Layout {
                    epoch: before.map_or(0, |before| before.epoch + 1),
                    first_screen: chunks::first_screen(&chunks, window_height(), dom::is_phone()),
                    chunks: Arc::new(chunks),
                    rows: Arc::new(outcome.rows.clone()),
                    has_headings,
                    notes: notes.get(),
                }
            })
        });
        let heights = Heights::estimated(&layout.with_untracked(|layout| layout.chunks.clone()));
        let range = layout.with_untracked(|layout| (layout.epoch, layout.first_screen.clone()));
        let drawn = Self {
            layout,
            heights: RwSignal::new(heights),
            range: RwSignal::new(range),
            root: NodeRef::new(),
        };
        drawn.follow_question(page);
        drawn.follow_window(page);
        drawn.follow_open(page, open);
        drawn.follow_wish(page);
        drawn
    }

    /// A key for each chunk to draw: its layout's epoch in the upper half, its position in the
    /// lower one.
    pub(super) fn keys(self) -> Vec<u64> {
        let epoch = self.layout.with(|layout| layout.epoch);
        self.shown().map(|idx| u64::from(epoch) << 32 | idx as u64).collect()
    }

    /// The chunks to draw; of a layout that has just come, its first screen.
    fn shown(self) -> Range<usize> {
        self.layout.with(|layout| {
            self.range.with(|(epoch, range)| {
                if *epoch == layout.epoch { range.clone() } else { layout.first_screen.clone() }
            })
        })
    }

    /// How tall the list is above what is drawn.
    pub(super) fn space_above(self) -> f64 {
        self.heights.with(|heights| heights.top(self.shown().start))
    }

    /// How tall the list is below what is drawn.
    pub(super) fn space_below(self) -> f64 {
        self.heights.with(|heights| heights.below(self.shown().end))
    }

    /// Begins each question's list at its top, with the first screen; what is near it is drawn when
    /// that has been painted. Heights are measured in the document, so they cannot be derived from
    /// the layout alone.
    fn follow_question(self, page: Page) {
        Effect::new(move |before: Option<u32>| {
            let (epoch, chunks) = self.layout.with(|layout| (layout.epoch, layout.chunks.clone()));
            if before.is_some_and(|before| before != epoch) {
                self.heights.set(Heights::estimated(&chunks));
                self.back_to_top();
            }
            when_drawn(move || self.redraw(page));
            epoch
        });
    }

    /// Follows scrolling, the window's size, and printing.
    fn follow_window(self, page: Page) {
        Effect::new(move |before: Option<()>| {
            page.is_printing.track();
            // At first it is drawn as `follow_question` says.
            if before.is_some() {
                self.redraw(page);
            }
        });
        let is_waiting = StoredValue::new(false);
        let redraw_soon = move |_: ev::Event| {
            if !is_waiting.get_value() {
                is_waiting.set_value(true);
                request_animation_frame(move || {
                    is_waiting.try_set_value(false);
                    self.redraw(page);
                });
            }
        };
        let scroll = window_event_listener(ev::Custom::new("scroll"), redraw_soon);
        let resize = window_event_listener(ev::Custom::new("resize"), redraw_soon);
        on_cleanup(move || {
            scroll.remove();
            resize.remove();
        });
    }

    /// Shows the open task's row when the page is opened by a link, and whenever it changes.
    fn follow_open(self, page: Page, open: Memo<Option<TaskIdx>>) {
        Effect::new(move |before: Option<Option<TaskIdx>>| {
            let open = open.get();
            if before == Some(open) || dom::is_phone() {
                // On a phone the task is a page of its own and the list is not shown.
                return open;
            }
            let row = self
                .layout
                .with_untracked(|layout| layout.rows.iter().position(|found| Some(*found) == open));
            let place = match before {
                None => ScrollLogicalPosition::Center,
                Some(_) => ScrollLogicalPosition::Nearest,
            };
            if let Some(row) = row {
                self.bring(page, row as u32, place, false);
            }
            open
        });
    }

    /// Shows the row that a key asked for.
    fn follow_wish(self, page: Page) {
        Effect::new(move |_| {
            if let Some(row) = page.wanted_row.get() {
                self.bring(page, row, ScrollLogicalPosition::Nearest, true);
            }
        });
    }

    /// Measures what is drawn and draws what is near the screen.
    fn redraw(self, page: Page) {
        let Some(root) = self.root.try_get_untracked().flatten() else { return };
        if root.offset_width() == 0 {
            // The list is hidden behind an open task or the facets, and measures nothing.
            return;
        }
        let of = self.layout.try_with_untracked(|layout| (layout.epoch, layout.chunks.len()));
        let Some((epoch, n_chunks)) = of else { return };
        self.measure(&root);
        let top = -root.get_bounding_client_rect().top();
        let range = if page.is_printing.get_untracked() {
            let of_paper = |layout: &Layout| chunks::n_within(&layout.chunks, MOST_ON_PAPER as u32);
            let n_on_paper = self.layout.with_untracked(of_paper);
            mark_cut(n_on_paper < n_chunks);
            0..n_on_paper
        } else {
            self.heights.with_untracked(|heights| heights.near(top, top + window_height()))
        };
        let range = (epoch, range);
        if self.range.with_untracked(|before| *before != range) {
            self.range.set(range);
            // What was only estimated is measured once it has been drawn.
            dom::after_paint(move || {
                if let Some(root) = self.root.try_get_untracked().flatten() {
                    self.measure(&root);
                }
            });
        }
    }

    fn measure(self, root: &HtmlElement) {
        let drawn = root.query_selector_all(".chunk");
        let Ok(drawn) = drawn else { return };
        let mut heights = self.heights.get_untracked();
        let mut is_changed = false;
        for idx in 0..drawn.length() {
            let chunk = drawn.item(idx).and_then(|node| node.dyn_into::<HtmlElement>().ok());
            let Some(chunk) = chunk else { continue };
            let position = chunk.dataset().get("chunk").and_then(|position| position.parse().ok());
            if let Some(position) = position {
                is_changed |= heights.measure(position, chunk.get_bounding_client_rect().height());
            }
        }
        if is_changed {
            self.heights.set(heights);
        }
    }

    /// Scrolls so that a row is drawn and can be seen, and gives it the focus if it is asked to.
    fn bring(self, page: Page, row: u32, place: ScrollLogicalPosition, has_focus: bool) {
        let layout = self.layout.get_untracked();
        let Some(chunk) = chunks::chunk_of(&layout.chunks, row) else { return };
        // What changed together with this, say a panel that closed, is drawn first.
        dom::after_paint(move || {
            self.redraw(page);
            let Some(root) = self.root.try_get_untracked().flatten() else { return };
            if !untrack(|| self.shown()).contains(&chunk) {
                let top = self.heights.with_untracked(|heights| heights.top(chunk));
                let list_top = scroll_y() + root.get_bounding_client_rect().top();
                window().scroll_to_with_x_and_y(0.0, list_top + top);
                self.redraw(page);
            }
            dom::after_paint(move || {
                let link = format!(".task[data-row=\"{row}\"] a");
                if let Some(row) = dom::find(&link).and_then(|link| link.closest(".task").ok()?) {
                    dom::scroll_into_view(&row, place);
                }
                // Who has begun to type meanwhile keeps the field.
                if has_focus && !dom::is_typing() {
                    dom::focus(&link);
                }
            });
        });
    }

    /// Shows the list from its beginning, where it has been scrolled past.
    fn back_to_top(self) {
        let Some(root) = self.root.get_untracked() else { return };
        let top = root.get_bounding_client_rect().top();
        if top < 0.0 {
            // A little above, so that the tools over the list are seen too.
            let above = window_height() / 4.0;
            window().scroll_to_with_x_and_y(0.0, (scroll_y() + top - above).max(0.0));
        }
    }
}

/// How far the page is scrolled.
fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0)
}
