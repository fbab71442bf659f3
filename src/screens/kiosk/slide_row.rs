//! One slide of the deck as a row: what it shows, its seconds, its place.

use leptos::{ev, prelude::*};

use super::deck::{Change, state_of};
use crate::deck::{Slide, seconds_from};
use crate::dom;
use crate::messages::kiosk as words;
use crate::page::Page;
use crate::parts::{when, whether};
use crate::wall::Wall;

/// The row that is being dragged, while the drag lasts.
static DRAGGED: core::sync::atomic::AtomicUsize = core::sync::atomic::AtomicUsize::new(usize::MAX);

/// A slide, which can be moved by drag, by buttons, or taken out.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn SlideRow(
    page: Page,
    /// The slide.
    slide: Slide,
    /// Its position.
    at: usize,
    /// How many slides there are.
    n_slides: usize,
    /// How long it stays where it says nothing itself.
    every: u16,
    /// Changes the deck.
    change: Change,
) -> impl IntoView {
    use core::sync::atomic::Ordering::Relaxed;
    let lang = page.lang;
    let state = state_of(page, &slide.link);
    let wall = state.as_ref().and_then(|state| Wall::of(page.book, state));
    let title = wall.as_ref().map_or_else(|| format!("?{}", slide.link), |wall| wall.title.clone());
    let note = match &wall {
        Some(wall) => words::n_screens(wall.n_screens(), lang),
        None => words::UNREADABLE.to(lang).to_owned(),
    };
    let is_unreadable = wall.is_none();
    let href = state.map(|state| state.href());
    let go = move |to: usize, name: &'static str| {
        change.run(Box::new(move |deck| deck.moved(at, to)));
        // The list is drawn anew; the focus follows the slide.
        dom::after_paint(move || {
            dom::focus(&format!(".deck-slides li:nth-child({}) [data-act=\"{name}\"]", to + 1));
        });
    };
    let remove = move |_| {
        change.run(Box::new(move |mut deck| {
            if at < deck.slides.len() {
                deck.slides.remove(at);
            }
            deck
        }));
    };
    let set_seconds = move |event: ev::Event| {
        let text = event_target_value(&event);
        let seconds = seconds_from(&text);
        if seconds.is_some() || text.is_empty() {
            change.run(Box::new(move |mut deck| {
                if let Some(slide) = deck.slides.get_mut(at) {
                    slide.seconds = seconds;
                }
                deck
            }));
        }
    };
    let is_over = RwSignal::new(false);
    let drop_here = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let from = DRAGGED.swap(usize::MAX, Relaxed);
        if from < n_slides && from != at {
            change.run(Box::new(move |deck| deck.moved(from, at)));
        }
    };
    let over = move |event: ev::DragEvent| {
        if DRAGGED.load(Relaxed) < n_slides {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let name = match href {
        Some(href) => view! { <a class="deck-title" href=href>{title}</a> }.into_any(),
        None => view! { <span class="deck-title">{title}</span> }.into_any(),
    };
    let seconds = slide.seconds.map(|seconds| seconds.to_string());
    view! {
        <li
            class="deck-slide"
            draggable="true"
            data-over=whether(move || is_over.get())
            data-unreadable=is_unreadable
            title=words::DRAG.to(lang)
            on:dragstart=move |_| DRAGGED.store(at, Relaxed)
            on:dragend=move |_| DRAGGED.store(usize::MAX, Relaxed)
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=drop_here
        >
            <span class="num deck-n">{at + 1}</span>
            <span class="deck-what">{name} <small>{note}</small></span>
            <label class="deck-seconds">
                {words::OWN_SECONDS.to(lang)}
                <input
                    type="number"
                    min="3"
                    max="3600"
                    placeholder=every.to_string()
                    value=seconds
                    on:change=set_seconds
                />
            </label>
            <span class="deck-moves">
                {when(at > 0, || view! {
                    <button type="button" data-act="up" on:click=move |_| go(at - 1, "up")>
                        {words::UP.to(lang)}
                    </button>
                })}
                {when(at + 1 < n_slides, || view! {
                    <button type="button" data-act="down" on:click=move |_| go(at + 1, "down")>
                        {words::DOWN.to(lang)}
                    </button>
                })}
                <button type="button" on:click=remove>{words::REMOVE.to(lang)}</button>
            </span>
        </li>
    }
}
