//! Two slices: which they are, how they can be changed, and what became of the first.

use leptos::prelude::*;

use super::pairs::PairList;
use super::shifts::ShiftTable;
use crate::dom;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{Notice, dynamic, growing, said, when};
use crate::screens::more_rows::MoreRows;
use crate::sentence::Sentence;
use crate::slices::{ReadyPair, Slices, SlicesReading, chosen, ready_pairs};
use crate::state::{Focus, Slice, ViewState};
use crate::trends::region_of;
use engine::Facet;

/// Where there are more ready pairs than this, those of other places wait behind a button.
const N_READY: usize = 24;

/// So many tasks are read, or pairs compared, without a look at the clock.
const PIECE: (usize, usize) = (500, 50_000);

/// How far the slices have been compared.
#[derive(Debug, Clone, PartialEq)]
enum Comparison {
    /// There are none.
    NoSlices,
    /// So many percent of the pairs.
    UnderWay(usize),
    /// All.
    Done(Box<Slices>),
}

/// The slices with their acts; without any, how to set them.
#[component]
pub(super) fn SlicesView(
    /// Tells that they may be others.
    changed: RwSignal<bool>,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let comparison = RwSignal::new(Comparison::UnderWay(0));
    // What has been begun before the last change is of no use.
    let n_begun = StoredValue::new(0_u32);
    begin(page, comparison, n_begun);
    Effect::new(move |before: Option<()>| {
        changed.track();
        if before.is_some() {
            begin(page, comparison, n_begun);
        }
    });
    let body = move || {
        comparison.with(|comparison| match comparison {
            Comparison::NoSlices => view! { <Notice says=words::NO_PAIR.to(lang) /> }.into_any(),
            Comparison::UnderWay(percent) => {
                view! { <Notice says=words::comparing(*percent, lang) /> }.into_any()
            }
            Comparison::Done(slices) => untrack(|| body(page, slices)),
        })
    };
    view! {
        <section class="section compare-slices">
            <header class="section-head">
                <h2>{words::SLICES.to(lang)}</h2>
                <p>{words::SLICES_NOTE.to(lang)}</p>
            </header>
            <Acts />
            {dynamic(body)}
        </section>
    }
}

/// Begins to compare the slices of the present state.
fn begin(page: Page, comparison: RwSignal<Comparison>, n_begun: StoredValue<u32>) {
    let book = page.book;
    let own = n_begun.with_value(|n| n + 1);
    n_begun.set_value(own);
    let Some(mut reading) = page.state.with_untracked(|state| SlicesReading::of(book, state))
    else {
        return comparison.set(Comparison::NoSlices);
    };
    let is_wanted = move || n_begun.try_get_value() == Some(own);
    let piece = move || {
        let relatives = book.relatives_after(PIECE.0);
        let slices = relatives.and_then(|relatives| reading.go_on(book, relatives, PIECE.1));
        let under_way = Comparison::UnderWay(reading.percent());
        if slices.is_none() && comparison.with_untracked(|last| *last != under_way) {
            comparison.set(under_way);
        }
        slices
    };
    let done = move |slices: Slices| {
        comparison.try_set(Comparison::Done(slices.into()));
    };
    dom::in_pieces(is_wanted, piece, done);
}

fn body(page: Page, slices: &Slices) -> AnyView {
    let lang = page.lang;
    let pairing = &slices.pairing;
    let parts =
        [pairing.kept.len(), pairing.adjusted.len(), pairing.dropped.len(), pairing.added.len()];
    view! {
        <p class="slices-names">
            {side(page, words::A, &slices.before, slices.n.0)}
            {side(page, words::B, &slices.after, slices.n.1)}
        </p>
        <p class="rule-note">{words::slices_says(slices.n, parts, lang)}</p>
        {strip(page, parts)}
        <PairList pairing=pairing.clone() />
        <div class="slices-shifts">
            <div>
                <ShiftTable
                    title=words::THEMES.to(lang)
                    facet=Facet::Theme
                    shifts=slices.themes.clone()
                    lists=(slices.before.clone(), slices.after.clone())
                />
            </div>
            <div>
                <ShiftTable
                    title=words::LEADS.to(lang)
                    facet=Facet::Lead
                    shifts=slices.leads.clone()
                    lists=(slices.before.clone(), slices.after.clone())
                />
            </div>
        </div>
    }
    .into_any()
}

/// A slice in words, with its count, which opens its list.
fn side(page: Page, name: m::Words, list: &ViewState, n: usize) -> AnyView {
    let sentence = Sentence::of(page.book, list, n).text(page.lang);
    view! {
        <span class="slices-side">
            <b>{name.to(page.lang)}</b>
            " "
            <a class="fig" href=list.href()>{sentence}</a>
        </span>
    }
    .into_any()
}

/// The parts as a bar of true lengths: dropped, adjusted, kept, added.
fn strip(page: Page, [kept, adjusted, dropped, added]: [usize; 4]) -> AnyView {
    let lang = page.lang;
    let part = |kind: &'static str, name: m::Words, n: usize| {
        (n > 0).then(|| {
            view! {
                <a
                    class="slices-part"
                    data-kind=kind
                    href=format!("#{kind}")
                    style=("--n", n.to_string())
                    on:click=move |event| {
                        event.prevent_default();
                        dom::focus_in_view(&format!(".slices-list[data-kind=\"{kind}\"]"));
                    }
                >
                    {name.to(lang)}
                    " "
                    <b class="num">{n}</b>
                </a>
            }
        })
    };
    view! {
        <nav class="slices-strip" aria-label=words::SLICES.to(lang)>
            {part("dropped", words::DROPPED, dropped)}
            {part("adjusted", words::ADJUSTED, adjusted)}
            {part("kept", words::KEPT, kept)}
            {part("added", words::ADDED, added)}
        </nav>
    }
    .into_any()
}

/// Swapping, taking the present filter, and the pairs that the data offer.
#[component]
fn Acts() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let with = |state: &ViewState, a: Option<Slice>, b: Option<Slice>| ViewState {
        focus: Focus { a, b, ..state.focus.clone() },
        ..state.clone()
    };
    let swapped = move |state: &ViewState| match chosen(page.book, state) {
        Some((a, b)) => with(state, Some(b), Some(a)),
        None => state.clone(),
    };
    let as_a = move |state: &ViewState| with(state, Some(state.slice()), state.focus.b.clone());
    let as_b = move |state: &ViewState| with(state, state.focus.a.clone(), Some(state.slice()));
    let place = Memo::new(move |_| page.state.with(|state| region_of(page.book, state)));
    let is_open = RwSignal::new(false);
    let all = ready_pairs(page.book);
    let is_long = all.len() > N_READY;
    let ready = move |pair: &ReadyPair| {
        let (a, b) = (pair.before.clone(), pair.after.clone());
        let place = page.book.region_name(pair.region, lang).text;
        let name = format!(
            "{place} {} {}",
            m::section(pair.kind).to(lang),
            words::years(pair.years.0, pair.years.1)
        );
        let href = said(move || page.href(|state| with(state, Some(a.clone()), Some(b.clone()))));
        view! { <a href=href>{name}</a> }.into_any()
    };
    // Of many, those of the place that the table above is about.
    let shown = move || {
        let shows_all = !is_long || is_open.get();
        let is_shown = |pair: &&ReadyPair| shows_all || pair.region == place.get();
        let own: Vec<&ReadyPair> = all.iter().filter(is_shown).collect();
        growing(0..own.len(), N_READY, move |at| ready(own[at]))
    };
    let filter_acts = move || {
        if page.sentence.with(|sentence| sentence.parts.is_empty()) {
            return ().into_any();
        }
        view! {
            <a href=page.href(as_a)>{words::FILTER_AS_A.to(lang)}</a>
            <a href=page.href(as_b)>{words::FILTER_AS_B.to(lang)}</a>
        }
        .into_any()
    };
    view! {
        <p class="modes">
            <a href=said(move || page.href(swapped))>{words::SWAP.to(lang)}</a>
            {dynamic(filter_acts)}
        </p>
        <p class="modes">
            <span class="modes-name">{words::READY.to(lang)}</span>
            {dynamic(shown)}
        </p>
        {when(is_long, || view! { <MoreRows words=words::all_ready(all.len(), lang) is_open /> })}
    }
}
