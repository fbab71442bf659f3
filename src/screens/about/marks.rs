//! The raised signs, and how figures and links look.

use leptos::prelude::*;

use crate::messages::about as words;
use crate::page::Page;

/// Every raised sign with what it says.
#[component]
pub(super) fn MarkTable() -> impl IntoView {
    let lang = Page::here().lang;
    let row =
        |(sign, meaning, code): (crate::messages::Words, crate::messages::Words, &'static str)| {
            view! {
                <dt><span class="sigil" data-kind=code>{sign.to(lang)}</span></dt>
                <dd>{meaning.to(lang)}</dd>
            }
        };
    view! {
        <dl class="about-facts about-marks">{words::SIGNS.map(row).into_iter().collect_view()}</dl>
        <p>{words::MARKS_TEXT.to(lang)}</p>
    }
}
