//! The documents, each with what it prints of itself and what it does not.

use engine::Facet;
use leptos::prelude::*;
use model::{Document, Level};

use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::parts::FigureLink;
use crate::state::{Lang, View};

/// The documents that the filter has tasks of.
pub(super) fn sources_view(page: Page) -> AnyView {
    let lang = page.lang;
    let documents = &page.book.ledger.documents;
    let mut is_shown = vec![false; documents.len()];
    page.outcome.with(|outcome| {
        for task in &outcome.rows {
            is_shown[page.book.task(*task).document as usize] = true;
        }
    });
    let shown: Vec<_> =
        documents.iter().zip(&is_shown).filter(|(_, is_shown)| **is_shown).collect();
    let n_shown = shown.len();
    let views: Vec<_> =
        shown.into_iter().map(|(document, _)| document_view(page, document)).collect();
    view! {
        <p>{words::n_sources(n_shown, documents.len(), lang)}</p>
        {views}
    }
    .into_any()
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
