//! What is to be said of the link that was opened, above the view, and of what paper leaves out.

use leptos::prelude::*;

use crate::page::Page;
use crate::parts::{MOST_ON_PAPER, Notice, dynamic};
use crate::shared_link::SharedLink;
use crate::{book, dom, messages as m, stamp};

/// What of a link could not be read.
#[component]
pub(crate) fn IgnoredNotice() -> impl IntoView {
    let page = Page::here();
    let words = move || {
        page.ignored.with(|ignored| {
            let parts: Vec<_> =
                ignored.iter().map(|part| format!("{}={}", part.key, part.value)).collect();
            (!parts.is_empty()).then(|| m::left_out(&parts, page.lang))
        })
    };
    dynamic(move || words().map(notice).into_any())
}

/// That the data has changed since the link was made, or that a newer page made it.
#[component]
pub(crate) fn StampNotice() -> impl IntoView {
    let page = Page::here();
    let words = move || {
        let stamp = page.stamp.get()?;
        if stamp.form > stamp::FORM {
            return Some(m::share::NEWER_FORM.to(page.lang).to_owned());
        }
        let n_now = page.sentence.with(|sentence| sentence.n_tasks);
        (stamp.data != book::DATA_VERSION).then(|| {
            m::share::data_changed(&stamp.data, book::DATA_VERSION, stamp.n_tasks, n_now, page.lang)
        })
    };
    dynamic(move || words().map(notice).into_any())
}

/// What paper says of itself, and only paper shows: which view it is, its link with the version of
/// the data, the day; and that a list goes on where its paper ends.
#[component]
pub(crate) fn PaperNotice() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let source = move || {
        page.is_printing.get().then(|| {
            let n_tasks = page.sentence.with(|sentence| sentence.n_tasks);
            let (view, link) = page.state.with(|state| {
                (m::view(state.view).to(lang), SharedLink::of(state, n_tasks).text().to_owned())
            });
            let [year, month, day, ..] = dom::local_time();
            m::share::paper_source(view, &link, &format!("{year}-{month:02}-{day:02}"), lang)
        })
    };
    view! {
        <p class="paper-source">{dynamic(move || source().into_any())}</p>
        <p class="paper-cut">{m::paper_cut(MOST_ON_PAPER, lang)}</p>
    }
}

fn notice(words: String) -> AnyView {
    view! {
        <div class="ignored" role="status">
            <Notice says=words />
        </div>
    }
    .into_any()
}
