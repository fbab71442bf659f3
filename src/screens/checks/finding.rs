//! One finding: what does not fit, in which row, and the words it rests on.

use leptos::prelude::*;
use model::Diagnostic;

use crate::excerpt::excerpt;
use crate::messages::checks as words;
use crate::page::Page;
use crate::parts::{SourceView, dynamic, said};

/// A finding as an item of a list.
#[component]
pub(super) fn FindingItem(
    /// The finding.
    finding: &'static Diagnostic,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let document = &page.book.ledger.documents[finding.document as usize];
    let place = page.book.document_name(document, lang);
    let task = finding.task.map(|task| page.book.task(task));
    let where_it_is = match task {
        Some(task) => {
            let number = task.number.clone().or_else(|| task.parent_number.clone());
            // The list of findings is drawn anew with the state.
            let href = page.state.with_untracked(|state| state.with_task(&task.id).href());
            view! {
                <a class="fig" href=href>
                    {place.text}
                    " · "
                    {crate::messages::section_short(task.section).to(lang)}
                    " "
                    <b class="num" lang="zh-CN">{number}</b>
                </a>
                <span class="checks-task" lang="zh-CN">{task.text.text.clone()}</span>
            }
            .into_any()
        }
        None => view! {
            <span>{place.text} " · " {words::WHOLE_DOCUMENT.to(lang)}</span>
        }
        .into_any(),
    };
    let says = words::against(finding, lang).map(|says| view! { <b>{says}</b> });
    view! {
        <li class="checks-item">
            <p class="checks-where">{where_it_is}</p>
            <p class="checks-what">
                {says}
                <span lang="zh-CN">{finding.detail.clone()}</span>
            </p>
            <SourceOf finding />
        </li>
    }
}

/// The lines of the source, read when they are asked for.
#[component]
fn SourceOf(finding: &'static Diagnostic) -> impl IntoView {
    let page = Page::here();
    let is_open = RwSignal::new(false);
    let source = move || {
        if !is_open.get() {
            return ().into_any();
        }
        let blocks = Memo::new(move |_| {
            let document = &page.book.ledger.documents[finding.document as usize];
            let row = finding.task.map_or(finding.span, |task| page.book.task(task).span);
            excerpt(&document.source, row, &[finding.span])
        });
        view! { <SourceView blocks lang=page.lang /> }.into_any()
    };
    view! {
        <button
            type="button"
            class="trace checks-source"
            aria-expanded=said(move || is_open.get().to_string())
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {words::SHOW_SOURCE.to(page.lang)}
        </button>
        {dynamic(source)}
    }
}
