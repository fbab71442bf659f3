//! What the keys do in the list.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::dom;
use crate::page::Page;
use crate::state::View;

/// Closes the open task and gives the focus back to its row; whether one was open.
pub(crate) fn close(page: Page) -> bool {
    let Some(task) = page.state.with_untracked(|state| state.task.clone()) else { return false };
    let row = row_of(page, &task);
    page.go(|state| state.without_task());
    if let Some(row) = row {
        page.wanted_row.set(Some(row as u32));
    }
    true
}

/// Moves along the list by `step` rows: to the next task where one is open, else the focus.
/// Whether there is a list to move in.
pub(crate) fn step(page: Page, step: isize) -> bool {
    let state = page.state.get_untracked();
    let n_rows = page.outcome.with_untracked(|outcome| outcome.rows.len());
    if state.view != View::Tasks || n_rows == 0 {
        return false;
    }
    let here = match &state.task {
        Some(task) => row_of(page, task),
        None => focused_row(),
    };
    let next = here.map_or(0, |here| here.saturating_add_signed(step).min(n_rows - 1));
    if state.task.is_some() {
        let id = page.outcome.with_untracked(|outcome| {
            outcome.rows.get(next).map(|idx| page.book.task(*idx).id.clone())
        });
        if let Some(id) = id {
            page.adjust(|state| state.with_task(&id));
        }
    } else {
        // The next row is drawn nearly always, because the list draws beyond the screen; at once
        // is what fast fingers need.
        if !dom::focus_in_view(&format!(".task[data-row=\"{next}\"] a")) {
            page.wanted_row.set(Some(next as u32));
        }
    }
    true
}

/// The position in the list of the task with this id.
fn row_of(page: Page, id: &str) -> Option<usize> {
    let task = page.book.task_idx(id)?;
    page.outcome.with_untracked(|outcome| outcome.rows.iter().position(|found| *found == task))
}

/// The position of the row that has the focus.
fn focused_row() -> Option<usize> {
    let row = document().active_element()?.closest(".task").ok()??;
    row.dyn_into::<HtmlElement>().ok()?.dataset().get("row")?.parse().ok()
}
