//! The words of the page and what they mean.

use leptos::prelude::*;

use super::rules::pair;
use crate::messages::about as words;
use crate::page::Page;

/// Each word with its meaning.
#[component]
pub(super) fn TermTable() -> impl IntoView {
    let lang = Page::here().lang;
    let terms = words::TERM_LIST.map(|(name, text)| pair(name.to(lang), text.to(lang)));
    view! { <dl class="about-facts">{terms.into_iter().collect_view()}</dl> }
}
