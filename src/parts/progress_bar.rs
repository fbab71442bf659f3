//! An amount on its way to the year's target: grey up to the time mark, and only what is missing
//! or over in colour.

use leptos::prelude::*;

use crate::format;

/// A bar from nothing to the year's target, with the share of the year as a mark.
#[component]
pub(crate) fn ProgressBar(
    /// The share of the target that was reached.
    reached: f64,
    /// The share of the year gone by; no mark where no time is known.
    elapsed: Option<f64>,
    /// Whether what is missing is more than the tolerance.
    is_behind: bool,
) -> impl IntoView {
    let mark = elapsed.unwrap_or(reached);
    let is_over = reached > 1.0;
    let share = |value: f64| format::share(value, 1.0);
    let full = reached.min(mark).clamp(0.0, 1.0);
    let missing = (mark - reached).clamp(0.0, 1.0);
    let beyond = (reached.min(1.0) - mark).clamp(0.0, 1.0);
    let time = elapsed.map(|elapsed| {
        view! { <i class="bar-time" style=("--at", share(elapsed))></i> }
    });
    view! {
        <span class="progress-bar" data-over=is_over data-behind=is_behind aria-hidden="true">
            <i class="bar-full" style=("--share", share(full))></i>
            <i class="bar-missing" style=("--at", share(full)) style=("--share", share(missing))></i>
            <i class="bar-beyond" style=("--at", share(full)) style=("--share", share(beyond))></i>
            {time}
        </span>
    }
}
