//! The show: one timer, one screen of rows at a time, and nothing that piles up over weeks.

use leptos::{ev, prelude::*};

use super::slide::slide_view;
use super::wake::keep_awake;
use crate::deck::{Deck, EVERY};
use crate::messages::{self as m, kiosk as words};
use crate::page::Page;
use crate::parts::{dynamic, said, when, whether};
use crate::qr::QrPicture;
use crate::show::{Screen, Show};
use crate::state::{KioskPart, Lang, View, ViewState};
use crate::wall::Wall;
use crate::{address, deck_store, dom, resolve};

/// A wall at least this much wider than high shows two screens beside each other.
const WIDE: f64 = 2.6;

/// A page that has run for so long begins anew at the quiet hour of the night.
const LONG: f64 = 12.0 * 3_600_000.0;
const QUIET_HOUR: u32 = 3;

/// What does not change while a show runs.
#[derive(Clone)]
struct Program {
    deck: Deck,
    /// Each slide's state; `None` where it cannot be shown.
    states: Vec<Option<ViewState>>,
    /// The number of screens and the seconds of each slide.
    slides: Vec<(usize, u16)>,
}

impl Program {
    /// The deck of the link, or the one view that it asks for, or the deck that was kept.
    fn of(page: Page) -> Self {
        let state = page.state.get_untracked();
        let deck = deck_of(page, &state);
        let broken = deck_store::broken(&deck.code());
        let state_of = |(at, slide): (usize, &crate::deck::Slide)| {
            let (read, ignored) = ViewState::from_query(&slide.link);
            let (read, unknown) = resolve::known_part(page.book, read);
            let is_read = ignored.is_empty() && unknown.is_empty() && !broken.contains(&at);
            is_read.then_some(ViewState { lang: state.lang, tint: state.tint, ..read })
        };
        let mut states: Vec<_> = deck.slides.iter().enumerate().map(state_of).collect();
        let mut slides = Vec::new();
        for (at, state) in states.iter_mut().enumerate() {
            let wall = state.as_ref().and_then(|state| Wall::of(page.book, state));
            if wall.is_none() {
                *state = None;
            }
            slides.push((wall.map_or(0, |wall| wall.n_screens()), deck.seconds(at)));
        }
        Self { deck, states, slides }
    }

    /// The slides that are skipped, by number and link.
    fn skipped(&self) -> Vec<(usize, &str)> {
        let all = self.deck.slides.iter().zip(&self.states).zip(1..);
        all.filter(|((_, state), _)| state.is_none())
            .map(|((slide, _), n)| (n, slide.link.as_str()))
            .collect()
    }
}

/// The deck that `state` asks for.
fn deck_of(page: Page, state: &ViewState) -> Deck {
    if !state.deck.slides.is_empty() {
        return state.deck.clone();
    }
    let is_one_view = state.view != View::Kiosk
        && (state.view != View::default()
            || state.n_choices() > 0
            || state.focus != <_>::default());
    if is_one_view {
        let slides = vec![crate::deck::Slide::of(state)];
        return Deck { slides, ..state.deck.clone() };
    }
    let kept = deck_store::deck(page.book);
    // What the link says of the seconds holds for any deck.
    let every = if state.deck.every == EVERY { kept.every } else { state.deck.every };
    Deck { every, ..kept }
}

/// The running show.
#[component]
pub(crate) fn KioskShow() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let program = StoredValue::new(Program::of(page));
    let begun = program.with_value(|program| {
        let mut show = Show::of(&program.slides, abreast())?;
        if let Some(slide) = deck_store::place(&program.deck.code()) {
            show.go_to_slide(slide);
        }
        Some(show)
    });
    let Some(begun) = begun else { return nothing(page) };
    let show = RwSignal::new(begun);
    let now = RwSignal::new(clock());
    let is_awake = RwSignal::new(false);
    keep_awake(is_awake);
    run(show, now, is_awake);
    follow_hands(page, show, program);
    let up = Memo::new(move |_| show.with(Show::up));
    let is_paused = move || show.with(Show::is_paused);
    let kiosk = page.state.with_untracked(|state| state.kiosk.clone()).unwrap_or_default();
    let panes = move || {
        let screens = up.get();
        let n = screens.len();
        let one_pane = |(idx, screen): (usize, Screen)| pane(page, program, screen, idx + 1 == n);
        let panes: Vec<_> = screens.into_iter().enumerate().map(one_pane).collect();
        if let Some(slide) = show.try_with_untracked(Show::slide) {
            program.with_value(|program| deck_store::comes_up(&program.deck.code(), slide));
            dom::after_paint(deck_store::drawn);
        }
        panes.into_any()
    };
    let skipped = program.with_value(|program| {
        let skipped = program.skipped();
        (!skipped.is_empty()).then(|| words::skipped(&skipped, lang))
    });
    view! {
        <main
            class="kiosk"
            id="main"
            data-abreast=said(move || up.with(Vec::len).to_string())
            data-paused=whether(is_paused)
            data-code=kiosk.shows(KioskPart::Qr) && address::public_base().is_some()
            data-changes=said(move || show.with(Show::n_changes).to_string())
            style=("--shift", said(move || shift(now.get()).to_string()))
        >
            <div class="kiosk-panes">
                {dynamic(panes)}
                {when(kiosk.shows(KioskPart::Ring), || view! { <Ring show lang /> })}
                {when(kiosk.shows(KioskPart::Clock), || {
                    view! { <p class="num wall-clock">{said(move || time_of(now.get()))}</p> }
                })}
            </div>
            {skipped.map(|words| view! { <p class="kiosk-skipped" role="status">{words}</p> })}
            {dynamic(move || when(is_paused(), || view! { <Controls page show is_awake /> }))}
        </main>
    }
    .into_any()
}

/// What is shown where no slide can be.
fn nothing(page: Page) -> AnyView {
    let href = page.href(|state| state.in_view(View::Kiosk));
    view! {
        <main class="page" id="main">
            <crate::parts::Notice says=words::NOTHING_TO_SHOW.to(page.lang) />
            <p>
                <a class="part" href=href>{words::LEAVE.to(page.lang)}</a>
            </p>
        </main>
    }
    .into_any()
}

/// One screen with what stands round it.
///
/// Nothing in it follows a signal: a signal keeps a place for everyone who ever followed it, and
/// over weeks of changing screens those would add up. What moves, the ring and the clock, stands
/// beside the screens and stays.
fn pane(page: Page, program: StoredValue<Program>, screen: Screen, is_last: bool) -> AnyView {
    let lang = page.lang;
    let kiosk = page.state.with_untracked(|state| state.kiosk.clone()).unwrap_or_default();
    let (state, n_slides) = program.with_value(|program| {
        (program.states.get(screen.slide).cloned().flatten(), program.deck.slides.len())
    });
    let wall = state.as_ref().and_then(|state| Wall::of(page.book, state));
    let Some(wall) = wall else { return ().into_any() };
    let link = program.with_value(|program| program.deck.slides[screen.slide].link.clone());
    let code = address::public_base()
        .filter(|_| kiosk.shows(KioskPart::Qr))
        .and_then(|base| QrPicture::of(&format!("{base}?{link}")));
    let part = (screen.n_parts > 1).then(|| format!("（{}／{}）", screen.part + 1, screen.n_parts));
    let name = when(kiosk.shows(KioskPart::Title), || {
        view! {
            <b>{m::NAME.to(lang)}</b>
            <span class="num">{screen.slide + 1} " / " {n_slides} {part}</span>
        }
    });
    // Room for the clock and the ring.
    let time = when(kiosk.shows(KioskPart::Clock) && is_last, || {
        view! { <i class="wall-clock-room"></i> }
    });
    let around = when(!kiosk.is_bare, || view! { <p class="wall-brand">{name} {time}</p> });
    let ring = when(kiosk.shows(KioskPart::Ring) && is_last, || {
        view! { <i class="wall-ring-room"></i> }
    });
    slide_view(&wall, screen.part, code, around, ring, lang)
}

/// The seconds left, as a ring with its number inside.
#[component]
fn Ring(show: RwSignal<Show>, lang: Lang) -> impl IntoView {
    let left = move || show.with(Show::seconds_left);
    let share = said(move || format!("{:.1} 100", show.with(Show::share_left) * 100.0));
    view! {
        <svg class="wall-ring" viewBox="0 0 64 64" role="img" aria-label=said(move || words::left(left(), lang))>
            <circle class="wall-ring-base" cx="32" cy="32" r="28"></circle>
            <circle
                class="wall-ring-left"
                cx="32"
                cy="32"
                r="28"
                pathLength="100"
                stroke-dasharray=share
                transform="rotate(-90 32 32)"
            ></circle>
            <text x="32" y="40" text-anchor="middle">{said(move || left().to_string())}</text>
        </svg>
    }
}

/// What a hand can do while the show stands still.
#[component]
fn Controls(page: Page, show: RwSignal<Show>, is_awake: RwSignal<bool>) -> impl IntoView {
    let lang = page.lang;
    let step = move |is_forward: bool| {
        show.update(|show| {
            show.step(is_forward);
            show.pause();
        });
    };
    let href = page.href(|state| ViewState { kiosk: None, view: View::Kiosk, ..state.clone() });
    let awake = move || if is_awake.get() { words::AWAKE } else { words::NOT_AWAKE };
    view! {
        <div class="kiosk-controls" role="toolbar" aria-label=m::view(View::Kiosk).to(lang)>
            <button type="button" on:click=move |_| step(false)>{words::PREVIOUS.to(lang)}</button>
            <button type="button" on:click=move |_| show.update(Show::toggle_pause)>
                {words::GO_ON.to(lang)}
            </button>
            <button type="button" on:click=move |_| step(true)>{words::NEXT.to(lang)}</button>
            <button type="button" on:click=move |_| full_screen()>{words::FULL_SCREEN.to(lang)}</button>
            <a href=href>{words::LEAVE.to(lang)}</a>
            <span>{said(move || awake().to(lang).to_owned())}</span>
            <span class="num">
                {said(move || words::left(show.with(Show::seconds_left), lang))}
            </span>
        </div>
    }
}

/// The one timer.
fn run(show: RwSignal<Show>, now: RwSignal<[u32; 5]>, is_awake: RwSignal<bool>) {
    let begun = js_sys::Date::now();
    let last = StoredValue::new(begun);
    let tick = move || {
        // A timer that has been cleared may ring once more.
        let Some(before) = last.try_get_value() else { return };
        let time = js_sys::Date::now();
        let elapsed = (time - before) / 1000.0;
        last.set_value(time);
        // A clock that was set back has gone on all the same.
        show.update(|show| {
            show.tick(elapsed.max(0.0));
        });
        let clock = clock();
        if now.with_untracked(|now| *now != clock) {
            now.set(clock);
        }
        if time - begun > LONG && clock[3] == QUIET_HOUR {
            deck_store::forget_broken();
            // A browser that refuses goes on with the page that it has.
            let _ = window().location().reload();
        }
    };
    let timer = set_interval_with_handle(tick, core::time::Duration::from_secs(1));
    // A page that was hidden has lost its hold on the screen.
    let change = ev::Custom::<ev::Event>::new("visibilitychange");
    let shown = window_event_listener(change, move |_| {
        if !document().hidden() {
            keep_awake(is_awake);
        }
    });
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
        shown.remove();
    });
}

/// Keys and touches: they stop the show, which goes on by itself after a minute.
fn follow_hands(page: Page, show: RwSignal<Show>, program: StoredValue<Program>) {
    let keys = window_event_listener(ev::keydown, move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let is_on_button =
            dom::focused().is_some_and(|found| found.matches("button, a").unwrap_or(false));
        let step = |is_forward: bool| {
            show.update(|show| {
                show.step(is_forward);
                show.pause();
            });
        };
        match event.key().as_str() {
            _ if has_modifier => return,
            " " if !is_on_button => show.update(Show::toggle_pause),
            "ArrowRight" | "PageDown" => step(true),
            "ArrowLeft" | "PageUp" => step(false),
            "Home" => show.update(|show| {
                show.home();
                show.pause();
            }),
            "f" | "F" => full_screen(),
            "Escape" => {
                page.go(|state| ViewState { kiosk: None, view: View::Kiosk, ..state });
            }
            _ => {
                show.update(Show::pause);
                return;
            }
        }
        event.prevent_default();
    });
    let touches = window_event_listener(ev::pointerdown, move |_| show.update(Show::pause));
    let sizes = window_event_listener(ev::resize, move |_| {
        let begun = program.with_value(|program| Show::of(&program.slides, abreast()));
        if let Some(mut begun) =
            begun.filter(|begun| show.with_untracked(|show| show.up().len() != begun.up().len()))
        {
            begun.go_to_slide(show.with_untracked(Show::slide));
            show.set(begun);
        }
    });
    on_cleanup(move || {
        keys.remove();
        touches.remove();
        sizes.remove();
    });
}

/// How many screens stand beside each other.
fn abreast() -> usize {
    let side = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64());
    let (width, height) = (side(window().inner_width()), side(window().inner_height()));
    match (width, height) {
        (Some(width), Some(height)) if height > 0.0 && width / height >= WIDE => 2,
        _ => 1,
    }
}

fn full_screen() {
    if let Some(root) = document().document_element() {
        // A browser that refuses shows the page as it is.
        let _ = root.request_fullscreen();
    }
}

fn clock() -> [u32; 5] {
    dom::local_time()
}

fn time_of([_, _, _, hour, minute]: [u32; 5]) -> String {
    format!("{hour:02}:{minute:02}")
}

/// Which of four places, a few pixels apart, the picture has this hour, so that nothing burns in.
const fn shift([_, _, _, hour, _]: [u32; 5]) -> u32 {
    hour % 4
}
