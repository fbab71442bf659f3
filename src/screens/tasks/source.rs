//! The source of the open task, what was asked for marked in it.

use leptos::prelude::*;

use super::marks::Mark;
use super::panel::OpenTask;
use crate::excerpt::{excerpt, line_range};
use crate::messages as m;
use crate::page::Page;
use crate::parts::SourceView;

/// The lines that the task was read from.
#[component]
pub(super) fn SourceSection(open: OpenTask) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let document = page.book.document(open.task);
    let blocks = Memo::new(move |_| {
        let marks = open.findings.with_value(|findings| open.mark.get().spans(open.task, findings));
        excerpt(&document.source, open.task.span, &marks)
    });
    let lines = move || {
        blocks.with(|blocks| line_range(blocks).map(|(first, last)| m::lines(first, last, lang)))
    };
    let name = page.book.document_name(document, lang);
    let whole = move || open.mark.get() != Mark::Text;
    view! {
        <section class="panel-section panel-source" tabindex="-1" aria-label=m::SOURCE.to(lang)>
            <h3>
                {m::SOURCE.to(lang)}
                <small>
                    <span title=document.title.clone()>{name.text}</span>
                    {m::clause_comma(lang)}
                    {lines}
                </small>
                {move || whole().then(|| view! {
                    <button type="button" class="trace" on:click=move |_| open.show(Mark::Text)>
                        {m::MARK_TEXT.to(lang)}
                    </button>
                })}
            </h3>
            <SourceView blocks lang />
        </section>
    }
}
