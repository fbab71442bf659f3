//! The nearest tasks of other documents by wording, with the words that changed.

use engine::{Kinship, Relative, Relatives, changed_words};
use leptos::prelude::*;
use model::TaskIdx;

use crate::dom;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{changed_text, dynamic, said};

/// How many are shown.
const N_SHOWN: usize = 4;

/// So many tasks are read without a look at the clock.
const PIECE: usize = 500;

/// Among more tasks than these the relatives are found after the panel is seen.
const MOST_AT_ONCE: usize = 2000;

/// The relatives; said to be none where there are none.
#[component]
pub(super) fn RelativesSection(idx: TaskIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let found = RwSignal::new(None);
    let find = move || {
        // Another task may be opened meanwhile.
        let is_wanted = move || !found.is_disposed();
        let done = move |relatives: &Relatives| {
            found.try_set(Some(relatives.of(idx, N_SHOWN)));
        };
        dom::in_pieces(is_wanted, move || page.book.relatives_after(PIECE), done);
    };
    if page.book.ledger.tasks.len() > MOST_AT_ONCE {
        dom::after_paint(find);
    } else {
        find();
    }
    let body = move || {
        found.with(|found| match found {
            None => view! { <p class="panel-note">{m::panel::COMPARING.to(lang)}</p> }.into_any(),
            Some(found) if found.is_empty() => {
                view! { <p class="panel-note">{m::panel::NO_RELATIVES.to(lang)}</p> }.into_any()
            }
            Some(found) => {
                let rows: Vec<_> =
                    found.iter().map(|found| relative_view(page, idx, *found)).collect();
                view! { <ul class="relatives">{rows}</ul> }.into_any()
            }
        })
    };
    view! {
        <section class="panel-section">
            <h3>
                {m::panel::RELATIVES.to(lang)}
                <small>{m::panel::RELATIVES_NOTE.to(lang)}</small>
            </h3>
            {dynamic(body)}
        </section>
    }
}

fn relative_view(page: Page, idx: TaskIdx, found: Relative) -> AnyView {
    let lang = page.lang;
    let (own, other) = (page.book.task(idx), page.book.task(found.task));
    let (document, own_document) = (page.book.document(other), page.book.document(own));
    let place = page.book.document_name(document, lang);
    let number = other.number.clone().or_else(|| other.parent_number.clone()).unwrap_or_default();
    let kinship = match found.kinship {
        Kinship::Same => m::panel::SAME_WORDS,
        Kinship::Adjusted => m::panel::ADJUSTED,
    };
    // The earlier text is the one that words were taken from.
    let is_earlier =
        (document.year, document.key.as_str()) < (own_document.year, &own_document.key);
    let words = if is_earlier {
        changed_words(&other.text.text, &own.text.text)
    } else {
        changed_words(&own.text.text, &other.text.text)
    };
    let href = said(move || page.href(|state| state.with_task(&other.id)));
    view! {
        <li>
            <p class="relative-head">
                <a class="fig" href=href>
                    {place.text} " · " {m::section(other.section).to(lang)} " " <b class="num">{number}</b>
                </a>
                <small>
                    {kinship.to(lang)} " · " {m::panel::likeness(found.similarity, lang)}
                </small>
            </p>
            <p class="relative-text" lang="zh-CN">{changed_text(&words)}</p>
        </li>
    }
    .into_any()
}
