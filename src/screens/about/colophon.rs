//! Limits, versions, how to cite, what is kept, and under which licences.

use leptos::prelude::*;

use super::rules::pair;
use super::sources::N_FIRST;
use crate::book::{DATA_HASH, DATA_VERSION, RULES_VERSION};
use crate::citation;
use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::parts::{LINE, dynamic, rows_in_turn, when};
use crate::screens::head::CopyButton;
use crate::screens::more_rows::MoreRows;
use crate::state::Lang;

/// What the page cannot do.
#[component]
pub(super) fn Limits() -> impl IntoView {
    let lang = Page::here().lang;
    let limits = words::LIMIT_LIST.map(|text| view! { <li>{text.to(lang)}</li> });
    view! { <ul class="about-list">{limits.into_iter().collect_view()}</ul> }
}

/// Which data and which rules these are, and how much of them.
#[component]
pub(super) fn Versions() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let ledger = page.book.ledger;
    let n_shares: usize = ledger.tasks.iter().map(|task| task.allocations.len()).sum();
    let counts = [
        (words::N_TASKS, ledger.tasks.len()),
        (words::N_TARGETS, ledger.targets.len()),
        (words::N_SHARES, n_shares),
        (words::N_PROGRESS, ledger.progress.len()),
        (words::N_SERIES, ledger.series.len()),
        (words::N_UNITS, ledger.departments.len()),
    ];
    let counts = counts.map(|(name, n)| {
        view! {
            <dt>{name.to(lang)}</dt>
            <dd class="num">{n}</dd>
        }
    });
    view! {
        <dl class="about-facts">
            <dt>{words::DATA.to(lang)}</dt>
            <dd>
                <b class="num">{DATA_VERSION}</b>
                <code class="about-hash">{DATA_HASH}</code>
                <span class="about-none">{words::HASH.to(lang)}</span>
            </dd>
            <dt>{words::RULES.to(lang)}</dt>
            <dd><b class="num">{RULES_VERSION}</b></dd>
            <dt>{words::PROGRAM.to(lang)}</dt>
            <dd><b class="num">{env!("CARGO_PKG_VERSION")}</b></dd>
            {counts.into_iter().collect_view()}
        </dl>
    }
}

/// A line for each document and one for the page.
#[component]
pub(super) fn Citations() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let n_lines = page.book.ledger.documents.len() + 1;
    let is_open = RwSignal::new(false);
    let items = move || {
        let shows_all = is_open.get() || page.is_printing.get();
        let n_shown = if shows_all { n_lines } else { n_lines.min(N_FIRST) };
        rows_in_turn(0..n_shown, LINE, move |at| view! { <li>{citation(page, at)}</li> }.into_any())
    };
    let all = move || (0..n_lines).map(|at| citation(page, at)).collect::<Vec<_>>().join("\n");
    let more = when(n_lines > N_FIRST, || {
        view! { <MoreRows words=words::all_sources(n_lines - 1, lang) is_open /> }
    });
    view! {
        <p>{words::CITING_TEXT.to(lang)}</p>
        <ul class="about-citations" lang="zh-CN">{dynamic(items)}</ul>
        {more}
        <p class="acts"><CopyButton label=words::COPY_CITATIONS text=move || all() /></p>
    }
}

/// The line for the page, and behind it one for each document.
fn citation(page: Page, at: usize) -> String {
    let Some(at) = at.checked_sub(1) else {
        return citation::of_page(m::NAME.to(Lang::Zh));
    };
    let ledger = page.book.ledger;
    let document = &ledger.documents[at];
    citation::of_document(document, &ledger.regions[document.region as usize].name)
}

/// What leaves this device, and what stays on it.
#[component]
pub(super) fn Privacy() -> impl IntoView {
    let lang = Page::here().lang;
    words::PRIVACY_TEXT.map(|text| view! { <p>{text.to(lang)}</p> }).into_iter().collect_view()
}

/// The licences of what is inside.
#[component]
pub(super) fn Licences() -> impl IntoView {
    let lang = Page::here().lang;
    let crates = words::CRATES.map(|(name, licence)| pair(name, licence));
    view! {
        <p>{words::LICENCE_TEXT.to(lang)}</p>
        <dl class="about-facts" lang="en">{crates.into_iter().collect_view()}</dl>
    }
}
