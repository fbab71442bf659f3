//! The heading of a view: the filter in words, each part of which opens its choices, and the acts.

use leptos::prelude::*;

use crate::messages as m;
use crate::page::{Dialog, Page, SAID_FOR};
use crate::parts::{dynamic, said, when};
use crate::screens::choices::{self, Choices, Opened};
use crate::sentence::Part;
use crate::shared_link::SharedLink;
use crate::state::{Focus, Lang, View, ViewState};
use crate::{dom, later};

/// The sentence as the heading, with the acts at its end.
#[component]
pub(crate) fn SentenceHead() -> impl IntoView {
    let opened = RwSignal::new(None);
    view! {
        <header class="head">
            <SentenceTitle opened />
            <Acts />
            <Choices opened />
        </header>
    }
}

/// The sentence: a part opens its choices in place.
#[component]
fn SentenceTitle(opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let n_tasks = move || page.sentence.with(|sentence| sentence.n_tasks);
    let frame = move || m::count_frame(n_tasks(), lang);
    let parts = move || {
        let [comma, ..] = frame();
        page.sentence.with(|sentence| {
            let n_parts = sentence.parts.len();
            if n_parts == 0 {
                // What the view is about says it all.
                let all = if page.subject().is_some() { "" } else { m::ALL_TASKS.to(lang) };
                return format!("{all}{comma}").into_any();
            }
            let after = |idx: usize| if idx + 1 == n_parts { comma } else { " · " };
            let parts = sentence.parts.iter().enumerate();
            let part = |(idx, part)| part_view(part, after(idx), lang, opened);
            parts.map(part).collect_view().into_any()
        })
    };
    view! {
        <h1 class="sentence">
            {dynamic(move || subject_view(page))}
            {dynamic(parts)}
            <span class="nowrap">
                {said(move || frame()[1].to_owned())}
                <span class="count">{said(move || n_tasks().to_string())}</span>
                {said(move || frame()[2].to_owned())}
            </span>
        </h1>
    }
}

/// What the view is about, which can be dropped as a part can.
fn subject_view(page: Page) -> AnyView {
    let Some(name) = page.subject() else { return ().into_any() };
    let has_parts = page.sentence.with(|sentence| !sentence.parts.is_empty());
    let href = page.href(|state| {
        let kept = state.focus.clone();
        let focus = match state.view {
            View::Departments => Focus { unit: None, ..kept },
            View::Districts => Focus { region: None, ..kept },
            _ => Focus { series: None, ..kept },
        };
        ViewState { focus, ..state.clone() }
    });
    view! {
        <span class="sentence-part">
            <a class="part" href=href title=m::DROP_PART.to(page.lang) lang=name.lang(page.lang)>
                {name.text.clone()}
            </a>
            {when(has_parts, || view! { <span class="sep">" · "</span> })}
        </span>
    }
    .into_any()
}

/// A part and the sign after it, which never begins a line.
fn part_view(
    part: &Part,
    after: &'static str,
    lang: Lang,
    opened: RwSignal<Option<Opened>>,
) -> AnyView {
    let names_lang = (part.is_source && lang != Lang::Zh).then(|| Lang::Zh.tag());
    let facet = part.facet;
    let is_open = move || opened.with(|opened| opened.is_some_and(|found| found.facet == facet));
    view! {
        <span class="sentence-part">
            <button
                type="button"
                class="part"
                data-part=choices::part_name(facet)
                data-excluded=part.is_excluded
                aria-expanded=said(move || is_open().to_string())
                title=m::OPEN_PART.to(lang)
                on:click=move |event| Opened::toggle(opened, facet, &event)
            >
                {part.before}
                <span lang=names_lang>{part.names.clone()}</span>
                {part.after}
            </button>
            <span class="sep">{after}</span>
        </span>
    }
    .into_any()
}

/// What can be done with the present view: taking its link or its tables along, printing it.
#[component]
pub(crate) fn Acts() -> impl IntoView {
    let page = Page::here();
    let print = move |_| {
        page.is_printing.set(true);
        // Everything is drawn before the dialog stops the page.
        dom::after_paint(move || {
            // Where printing is not allowed there is nothing to do but to go on.
            let _ = window().print();
            page.is_printing.set(false);
        });
    };
    view! {
        <p class="acts">
            <CopyButton
                label=m::COPY_LINK
                text=move || link_text(page, &page.state.get_untracked())
            />
            <DialogButton dialog=Dialog::Share words=m::share::SHARE />
            <TakeButton />
            <button type="button" on:click=print>{m::PRINT.to(page.lang)}</button>
            <button type="button" on:click=move |_| later::add_slide(page)>
                {m::kiosk::AS_SLIDE.to(page.lang)}
            </button>
        </p>
    }
}

/// A button that opens what can be taken along.
#[component]
pub(crate) fn TakeButton() -> impl IntoView {
    view! { <DialogButton dialog=Dialog::Take words=m::take::TAKE /> }
}

/// A button that opens a dialog.
#[component]
pub(crate) fn DialogButton(
    /// Which dialog.
    dialog: Dialog,
    /// What the button says.
    words: m::Words,
) -> impl IntoView {
    let page = Page::here();
    view! {
        <button type="button" aria-haspopup="dialog" on:click=move |_| page.open(dialog)>
            {words.to(page.lang)}
        </button>
    }
}

/// A button that copies a text and says whether it did.
#[component]
pub(crate) fn CopyButton(
    /// What the button says at first.
    label: m::Words,
    /// What is copied, asked for when it is.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let page = Page::here();
    let result = RwSignal::new(None::<bool>);
    let copy = move |_| {
        result.set(Some(dom::copy(&text.run(()))));
        // The button may be gone by then, and nothing is left to say.
        set_timeout(
            move || {
                let _ = result.try_set(None);
            },
            SAID_FOR,
        );
    };
    let words = move || match result.get() {
        None => label.to(page.lang),
        Some(true) => m::COPIED.to(page.lang),
        Some(false) => m::COPY_FAILED.to(page.lang),
    };
    view! {
        <button type="button" on:click=copy>
            <span aria-live="polite">{said(move || words().to_owned())}</span>
        </button>
    }
}

/// What a reader takes along of a state with the present filter: its link, with the sentence where
/// the link is no address.
pub(crate) fn link_text(page: Page, state: &ViewState) -> String {
    let n_tasks = page.sentence.with_untracked(|sentence| sentence.n_tasks);
    SharedLink::of(state, n_tasks).to_hand_on(&untrack(|| page.said()))
}
