//! The documents, each with what it prints of itself and what it does not.

use engine::Facet;
use leptos::prelude::*;
use model::{Document, Level};

use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::parts::{FigureLink, dynamic, growing, said, when};
use crate::screens::more_rows::MoreRows;
use crate::state::{Lang, View};

/// How many documents, and lines of citation, are shown at first: what follows them is to be come
/// to without passing a thousand.
pub(super) const N_FIRST: usize = 12;
/// How many documents are drawn at once; others as far as the reader comes.
const AT_ONCE: usize = 6;

/// The documents that the filter has tasks of.
#[component]
pub(super) fn Sources() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let documents = &page.book.ledger.documents;
    let is_open = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let mut is_found = vec![false; documents.len()];
        page.outcome.with(|outcome| {
            for task in &outcome.rows {
                is_found[page.book.task(*task).document as usize] = true;
            }
        });
        (0..documents.len()).filter(|at| is_found[*at]).collect::<Vec<_>>()
    });
    let n_found = move || found.with(Vec::len);
    let list = move || {
        let shows_all = is_open.get() || page.is_printing.get();
        let found = found.get();
        let n_shown = if shows_all { found.len() } else { found.len().min(N_FIRST) };
        growing(0..n_shown, AT_ONCE, move |at| document_view(page, &documents[found[at]]))
    };
    let more = move || {
        let words = said(move || words::all_sources(n_found(), lang));
        when(n_found() > N_FIRST, || view! { <MoreRows words is_open /> })
    };
    view! {
        <p>{said(move || words::n_sources(n_found(), documents.len(), lang))}</p>
        {dynamic(list)}
        {dynamic(more)}
    }
}

fn document_view(page: Page, document: &'static Document) -> AnyView {
    let (book, lang) = (page.book, page.lang);
    let name = book.document_name(document, lang);
    let place = book.region_name(document.region, lang);
    let level = match document.level {
        Level::Province => words::PROVINCE,
        Level::City => words::CITY,
        Level::County => words::COUNTY,
    };
    let date = |date: Option<model::Date>| date.map(|date| date.to_string());
    let n_lines = document.source.lines().count();
    let n_signs = document.source.chars().filter(|sign| !sign.is_whitespace()).count();
    view! {
        <h3 lang=name.lang(lang)>{name.text.clone()}</h3>
        <dl class="about-facts">
            {printed(words::TITLE, document.title.clone(), lang)}
            {printed(words::ISSUER, document.issuer.clone(), lang)}
            {printed(words::NUMBER, document.number.clone(), lang)}
            {printed(words::WRITTEN, date(document.date_written), lang)}
            {printed(words::PUBLISHED, date(document.date_published), lang)}
            <dt>{words::PLACE_AND_YEAR.to(lang)}</dt>
            <dd>
                <span lang=place.lang(lang)>{place.text.clone()}</span>
                {words::level_and_year(level.to(lang), document.year, lang)}
            </dd>
            <dt>{words::SECTIONS.to(lang)}</dt>
            <dd>{sections(page, document)}</dd>
            <dt>{words::TEXT.to(lang)}</dt>
            <dd>{words::extent(n_lines, n_signs, document.source.len(), lang)}</dd>
        </dl>
    }
    .into_any()
}

/// What the source prints of itself; said where it prints nothing.
fn printed(name: m::Words, value: Option<String>, lang: Lang) -> AnyView {
    let value = match value {
        Some(value) => view! { <span lang="zh-CN">{value}</span> }.into_any(),
        None => view! { <span class="about-none">{words::NOT_PRINTED.to(lang)}</span> }.into_any(),
    };
    view! {
        <dt>{name.to(lang)}</dt>
        <dd>{value}</dd>
    }
    .into_any()
}

/// The sections as printed, with how many numbers and rows each holds.
fn sections(page: Page, document: &'static Document) -> AnyView {
    let lang = page.lang;
    let section = |section: &'static model::Section| {
        let list = page.state.with(|state| {
            let all = state.blank(View::Tasks).only(Facet::Document, &document.key);
            all.only(Facet::Section, section.kind.code())
        });
        let (before, after) = words::rows_of(section.n_numbers, lang);
        let title = section.title.clone().map(|title| {
            view! { <span class="about-title" lang="zh-CN">{title}</span> }
        });
        view! {
            <li>
                {m::section(section.kind).to(lang)}
                {before}
                <FigureLink n=section.n_tasks href=list.href() />
                {after}
                {title}
            </li>
        }
    };
    view! { <ul>{document.sections.iter().map(section).collect_view()}</ul> }.into_any()
}
