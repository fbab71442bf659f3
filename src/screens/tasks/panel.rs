//! The open task: where it stands, what it says, who answers for it, its shares, its source.

use leptos::prelude::*;
use model::{Diagnostic, Task, TaskIdx};
use web_sys::ScrollLogicalPosition;

use super::allocation::AllocationTable;
use super::facts::Facts;
use super::findings::Findings;
use super::history::HistorySection;
use super::keys;
use super::marks::Mark;
use super::reached::ProgressSection;
use super::relatives::RelativesSection;
use super::row::with_marks;
use super::source::SourceSection;
use super::targets::TargetSection;
use crate::dom;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Glyph, Icon, in_turn, said, said_if};
use crate::screens::head::CopyButton;
use crate::shared_link::SharedLink;
use crate::state::ViewState;

/// What the sections of the panel share.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenTask {
    /// The task.
    pub task: &'static Task,
    /// What was found about it.
    pub findings: StoredValue<Vec<&'static Diagnostic>>,
    /// What is marked in its source.
    pub mark: RwSignal<Mark>,
}

impl OpenTask {
    /// Marks something in the source and shows it there.
    pub(super) fn show(self, mark: Mark) {
        self.mark.set(mark);
        dom::after_paint(|| {
            let marked = dom::find(".panel .mark").or_else(|| dom::find(".panel-source"));
            if let Some(marked) = marked {
                dom::scroll_into_view(&marked, ScrollLogicalPosition::Nearest);
            }
        });
    }
}

/// The task beside the list; on a phone, in its place.
#[component]
pub(crate) fn TaskPanel(
    /// Which task.
    task: TaskIdx,
) -> impl IntoView {
    let page = Page::here();
    let found = page.book.task(task);
    let findings: Vec<_> =
        page.book.ledger.diagnostics.iter().filter(|finding| finding.task == Some(task)).collect();
    let open = OpenTask {
        task: found,
        findings: StoredValue::new(findings),
        mark: RwSignal::new(Mark::default()),
    };
    let words = with_marks(&found.text.text, &[], &page.book.figures_in(task));
    view! {
        <aside class="panel" aria-label=m::OPEN_TASK.to(page.lang)>
            <PanelHead task />
            <h2 class="panel-text" lang="zh-CN" tabindex="-1">{words}</h2>
            <Facts open />
            <TargetSection open idx=task />
            <StatusSection open />
            <ProgressSection open idx=task />
            <SourceSection open />
            <AllocationTable open idx=task />
            {in_turn(move || view! { <HistorySection idx=task /> }.into_any())}
            {in_turn(move || view! { <RelativesSection idx=task /> }.into_any())}
            <Findings open />
            <p class="panel-foot acts">
                <CopyButton label=m::COPY_TASK text=move || task_link(page, found) />
            </p>
        </aside>
    }
}

/// A link to this task alone.
fn task_link(page: Page, task: &Task) -> String {
    let view = page.state.with_untracked(|state| state.blank(state.view).with_task(&task.id));
    SharedLink::of(&view, page.book.ledger.tasks.len()).to_hand_on(&task.text.text)
}

/// Where the task stands, and the way to its neighbours and out.
#[component]
fn PanelHead(task: TaskIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let found = page.book.task(task);
    let document = page.book.document(found);
    let place = page.book.document_name(document, lang);
    let number = found.number.clone().or_else(|| found.parent_number.clone());
    let neighbour = move |step: isize| {
        page.outcome.with(|outcome| {
            let here = outcome.rows.iter().position(|row| *row == task)?;
            let there = outcome.rows.get(here.checked_add_signed(step)?)?;
            Some(page.href(|state| state.with_task(&page.book.task(*there).id)))
        })
    };
    let close = move |event: leptos::ev::MouseEvent| {
        // A plain click gives the focus back to the row; any other is the link's own.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            keys::close(page);
        }
    };
    view! {
        <header class="panel-head">
            <p>
                <span title=document.title.clone()>{place.text}</span>
                " · "
                {m::section(found.section).to(lang)}
                " · "
                <b class="num" lang="zh-CN">{number}</b>
            </p>
            <nav class="panel-acts">
                <a
                    href=said_if(move || neighbour(-1))
                    aria-label=m::PREVIOUS.to(lang)
                    title=m::PREVIOUS.to(lang)
                >
                    <Icon glyph=Glyph::Previous />
                </a>
                <a
                    href=said_if(move || neighbour(1))
                    aria-label=m::NEXT.to(lang)
                    title=m::NEXT.to(lang)
                >
                    <Icon glyph=Glyph::Next />
                </a>
                <a
                    href=said(move || page.href(ViewState::without_task))
                    aria-label=m::CLOSE.to(lang)
                    title=m::CLOSE.to(lang)
                    on:click=close
                >
                    <Icon glyph=Glyph::Close />
                </a>
            </nav>
        </header>
    }
}

/// What the document says has been done.
#[component]
fn StatusSection(open: OpenTask) -> impl IntoView {
    let lang = Page::here().lang;
    open.task.status.as_ref().map(|status| {
        view! {
            <section class="panel-section">
                <h3>{m::STATUS.to(lang)}<small>{m::STATUS_NOTE.to(lang)}</small></h3>
                <p class="panel-status" lang="zh-CN">{status.text.clone()}</p>
                <p class="panel-more">
                    <button type="button" class="trace" on:click=move |_| open.show(Mark::Status)>
                        {m::SHOW_IN_SOURCE.to(lang)}
                    </button>
                </p>
            </section>
        }
    })
}
