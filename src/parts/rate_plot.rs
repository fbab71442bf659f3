//! A rate against its target: a dot on a line that shows ten points to either side.

use leptos::prelude::*;

/// How far to either side the line shows, in points.
const REACH: f64 = 10.0;

/// The dot, with a line from the target to it.
#[component]
pub(crate) fn RatePlot(
    /// The figure less the target.
    difference: f64,
    /// Whether the difference is on the wrong side and beyond the tolerance.
    is_behind: bool,
) -> impl IntoView {
    let is_beyond = difference.abs() > REACH;
    let at = 0.5 + (difference / REACH).clamp(-1.0, 1.0) / 2.0;
    let (start, length) = (at.min(0.5), (at - 0.5).abs());
    view! {
        <span
            class="rate-plot"
            data-behind=is_behind
            data-beyond=is_beyond
            aria-hidden="true"
        >
            <i
                class="rate-line"
                style=("--at", format!("{start:.4}"))
                style=("--share", format!("{length:.4}"))
            ></i>
            <i class="rate-target"></i>
            <i class="rate-dot" style=("--at", format!("{at:.4}"))></i>
        </span>
    }
}
