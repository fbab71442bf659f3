//! 任务: facets at the side, the list, and the open task beside it with its source.
//!
//! `list` draws what is near the screen, `row` one task, `panel` the open one.

mod drawn;
mod facets;
mod list;
mod list_tools;
mod row;

mod panel;

mod allocation;
mod facts;
mod findings;
mod history;
mod marks;
mod reached;
mod relatives;
mod source;
mod targets;

pub(crate) mod keys;

use leptos::prelude::*;
use model::TaskIdx;

use crate::dom;
use crate::later;
use crate::messages as m;
use crate::page::{Dialog, Page};
use crate::parts::{dynamic, said, soon, whether};
use crate::screens::head::{CopyButton, DialogButton, SentenceHead, TakeButton, link_text};
use crate::state::ViewState;
use facets::Facets;
use list::TaskList;
pub(crate) use panel::TaskPanel;

/// The view of all tasks.
#[component]
pub(crate) fn Tasks() -> impl IntoView {
    let page = Page::here();
    let is_filtering = RwSignal::new(false);
    let open = open_task(page);
    follow_focus(open);
    view! {
        <div class="tasks" data-open=whether(move || open.get().is_some())>
            <SentenceHead />
            <PhoneTools is_filtering />
            <div class="work" data-filtering=whether(move || is_filtering.get())>
                {soon(move || view! { <Facets is_filtering /> }.into_any())}
                <TaskList open />
                {dynamic(move || open.get().map(|task| later::panel(page, task)).into_any())}
            </div>
        </div>
    }
}

/// The position of the task that the address opens.
fn open_task(page: Page) -> Memo<Option<TaskIdx>> {
    Memo::new(move |_| {
        page.state.with(|state| state.task.as_deref().and_then(|id| page.book.task_idx(id)))
    })
}

/// Moves the focus to a task that a reader opens, and begins each task at its top.
fn follow_focus(open: Memo<Option<TaskIdx>>) {
    Effect::new(move |before: Option<Option<TaskIdx>>| {
        let open = open.get();
        if let (Some(before), Some(_)) = (before, open) {
            dom::after_paint(move || {
                if let Some(panel) = dom::find(".panel") {
                    panel.set_scroll_top(0);
                }
                if before.is_none() || dom::is_focus_lost() {
                    dom::focus(".panel-text");
                }
                if dom::is_phone() {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                }
            });
        }
        open
    });
}

/// What a phone shows in the place of the facets: a button that opens them.
#[component]
fn PhoneTools(
    /// Whether the facets are shown.
    is_filtering: RwSignal<bool>,
) -> impl IntoView {
    let page = Page::here();
    let n_choices = move || match page.state.with(ViewState::n_choices) {
        0 => String::new(),
        n => n.to_string(),
    };
    view! {
        <p class="phone-tools">
            <button
                type="button"
                aria-expanded=said(move || is_filtering.get().to_string())
                on:click=move |_| is_filtering.update(|is_filtering| *is_filtering = !*is_filtering)
            >
                {m::FACETS.to(page.lang)}
                <span class="num">{said(n_choices)}</span>
            </button>
            <CopyButton
                label=m::COPY_LINK
                text=move || link_text(page, &page.state.get_untracked())
            />
            <DialogButton dialog=Dialog::Share words=m::share::SHARE />
            <TakeButton />
        </p>
    }
}
