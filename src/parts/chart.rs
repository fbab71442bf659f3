//! A chart with what it says, its numbers one key away, and its picture to keep.

use core::cell::RefCell;
use core::sync::atomic::{AtomicU32, Ordering};
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Div;
use leptos::{ev, prelude::*};

use crate::dom;
use crate::drawing::{Drawing, Palette, read_library};
use crate::messages::chart as words;
use crate::picture::Picture;
use crate::state::Lang;

/// Describes a chart in given colours.
pub(crate) type Describe = Arc<dyn Fn(&Palette) -> charming::Chart + Send + Sync>;

/// Counts the charts, so that each place has an id of its own.
static N_CHARTS: AtomicU32 = AtomicU32::new(0);

/// A chart under one sentence; `children` is the table of its numbers, where none stands beside.
#[component]
pub(crate) fn ChartFigure(
    /// What it shows, in one sentence.
    says: String,
    /// Where the numbers come from; stands inside a kept picture.
    source: String,
    /// What a kept picture is called, without its ending.
    file: String,
    /// The chart.
    describe: Describe,
    /// How tall it is, in CSS pixels.
    height: u32,
    /// Whatever changes the colours: the chart is drawn anew.
    #[prop(into)]
    look: Signal<()>,
    /// In which language its acts are named.
    lang: Lang,
    /// What to do when a node of a network is chosen, by its id.
    #[prop(optional)]
    on_node: Option<Callback<String>>,
    /// The numbers, as a table.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let state = RwSignal::new(words::DRAWING.to(lang));
    // Drawn charts belong to the browser's one thread, and signals ask for more.
    let drawn: StoredValue<Rc<RefCell<Option<Drawing>>>, LocalStorage> =
        StoredValue::new_local(Rc::default());
    Effect::new(move |_| {
        look.track();
        if place.get().is_some() {
            draw(place, drawn, describe.clone(), state, lang);
        }
    });
    let fit = window_event_listener(ev::resize, move |_| {
        with_drawing(drawn, Drawing::fit);
    });
    on_cleanup(move || {
        fit.remove();
        with_cell(drawn, |cell| drop(cell.take()));
    });
    let picture = {
        let says = says.clone();
        move || {
            let svg = with_drawing(drawn, Drawing::svg)??;
            Picture::of(&svg, &says, &source, &Palette::read()?)
        }
    };
    let keep = StoredValue::new_local((picture, file));
    let save_svg = move |_| {
        keep.with_value(|(picture, file)| picture().map(|picture| picture.save_svg(file)));
    };
    let save_png = move |_| {
        keep.with_value(|(picture, file)| picture().map(|picture| picture.save_png(file)));
    };
    let choose = move |event: ev::CustomEvent| {
        if let (Some(on_node), Some(id)) = (on_node, event.detail().as_string()) {
            on_node.run(id);
        }
    };
    let id = format!("chart-{}", N_CHARTS.fetch_add(1, Ordering::Relaxed));
    view! {
        <figure class="chart">
            <figcaption class="chart-says">{says.clone()}</figcaption>
            <div
                class="chart-place"
                id=id
                node_ref=place
                role="img"
                aria-label=says
                style=("--chart-height", format!("{height}px"))
                on:node=choose
            ></div>
            <p class="chart-state" role="status">{move || state.get()}</p>
            <p class="chart-acts acts">
                <button type="button" on:click=save_svg>{words::SAVE_SVG.to(lang)}</button>
                <button type="button" on:click=save_png>{words::SAVE_PNG.to(lang)}</button>
            </p>
            {children.map(|children| view! {
                <details class="chart-table">
                    <summary>{words::TABLE.to(lang)}</summary>
                    {children()}
                </details>
            })}
        </figure>
    }
}

type Cell = StoredValue<Rc<RefCell<Option<Drawing>>>, LocalStorage>;

/// Reads the library and draws, unless the chart has gone meanwhile.
fn draw(
    place: NodeRef<Div>,
    drawn: Cell,
    describe: Describe,
    state: RwSignal<&'static str>,
    lang: Lang,
) {
    leptos::task::spawn_local(async move {
        let is_read = read_library().await;
        // The colours are those of the style sheet once a change of look has been painted.
        dom::after_paint(move || {
            let Some(place) = place.try_get_untracked().flatten() else { return };
            // The earlier chart lets go of the place before the next takes it.
            with_cell(drawn, |cell| drop(cell.take()));
            let drawing = Palette::read()
                .filter(|_| is_read)
                .and_then(|palette| Drawing::new(&place, &palette, &describe(&palette)));
            let says = if drawing.is_some() { "" } else { words::NOT_DRAWN.to(lang) };
            with_cell(drawn, |cell| *cell.borrow_mut() = drawing);
            // A view that has gone has nothing left to say.
            let _ = state.try_set(says);
        });
    });
}

fn with_cell<T>(cell: Cell, act: impl FnOnce(&RefCell<Option<Drawing>>) -> T) -> Option<T> {
    cell.try_with_value(|cell| act(cell))
}

fn with_drawing<T>(cell: Cell, act: impl FnOnce(&Drawing) -> T) -> Option<T> {
    with_cell(cell, |cell| cell.borrow().as_ref().map(act)).flatten()
}
