//! The source of the open task, what was asked for marked in it.

use leptos::prelude::*;

use super::marks::Mark;
use super::panel::OpenTask;
use crate::excerpt::{excerpt, line_range};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{SourceView, dynamic, said};

/// The lines that the task was read from.
#[component]
pub(super) fn SourceSection(open: OpenTask) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let document = page.book.document(open.task);
    let blocks = Memo::new(move |_| {
        let marks = open
            .findings
            .with_value(|findings| open.mark.get().spans(page.book, open.task, findings));
        excerpt(&document.source, open.task.span, &marks)
    });
    let lines = move || {
        blocks.with(|blocks| {
            line_range(blocks).map_or_else(String::new, |(first, last)| m::lines(first, last, lang))
        })
    };
    let name = page.book.document_name(document, lang);
    // One click brings back the task's own words.
    let back = move || {
        let is_other = open.mark.get() != Mark::Text;
        let button = || {
            view! {
                <button type="button" class="trace" on:click=move |_| open.show(Mark::Text)>
                    {m::MARK_TEXT.to(lang)}
                </button>
            }
        };
        is_other.then(button).into_any()
    };
    view! {
        <section class="panel-section panel-source" tabindex="-1" aria-label=m::SOURCE.to(lang)>
            <h3>
                {m::SOURCE.to(lang)}
                <small>
                    <span title=document.title.clone()>{name.text}</span>
                    {m::clause_comma(lang)}
                    {said(lines)}
                </small>
                {dynamic(back)}
            </h3>
            <SourceView blocks lang />
        </section>
    }
}
