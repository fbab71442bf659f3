//! Limits, versions, how to cite, what is kept, and under which licences.

use leptos::prelude::*;

use super::rules::pair;
use crate::book::{DATA_HASH, DATA_VERSION, RULES_VERSION};
use crate::citation;
use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::screens::head::CopyButton;

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
    let ledger = page.book.ledger;
    let mut lines = vec![citation::of_page(m::NAME.to(crate::state::Lang::Zh))];
    lines.extend(ledger.documents.iter().map(|document| {
        citation::of_document(document, &ledger.regions[document.region as usize].name)
    }));
    let all = lines.join("\n");
    let items: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! {
        <p>{words::CITING_TEXT.to(lang)}</p>
        <ul class="about-citations" lang="zh-CN">{items}</ul>
        <p class="acts"><CopyButton label=words::COPY_CITATIONS text=move || all.clone() /></p>
    }
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
