//! A row of small bars.

use std::fmt::Write as _;

use leptos::prelude::*;

/// How wide a bar is, in pixels.
const BAR: f64 = 7.0;
/// How far from one bar's beginning to the next.
const STEP: f64 = 9.0;
/// How tall the tallest is.
const TALL: f64 = 18.0;
/// The least that can be seen.
const LEAST: f64 = 1.0;

/// Bars in a row, each a share of the tallest; a low tick where there is none.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(crate) fn Spark(
    /// The height of each, from 0 to 1; `None` for a tick.
    heights: Vec<Option<f64>>,
    /// What the bars say, in words.
    label: String,
) -> impl IntoView {
    let width = heights.len() as f64 * STEP;
    let (bars, ticks) = paths(&heights);
    view! {
        <svg class="spark" width=width height=TALL role="img" aria-label=label>
            <path class="spark-bars" d=bars />
            <path class="spark-ticks" d=ticks />
        </svg>
    }
}

/// All bars as one path and all ticks as another: a list draws hundreds of them.
fn paths(heights: &[Option<f64>]) -> (String, String) {
    let (mut bars, mut ticks) = (String::new(), String::new());
    for (idx, height) in heights.iter().enumerate() {
        let x = idx as f64 * STEP;
        // Writing to a string cannot fail.
        let _ = match height {
            Some(share) => {
                let tall = (share.clamp(0.0, 1.0) * TALL).max(LEAST);
                write!(bars, "M{x:.0} {TALL}v{:.1}h{BAR}v{tall:.1}z", -tall)
            }
            None => write!(ticks, "M{:.1} {:.1}h4", x + 1.5, TALL - 0.5),
        };
    }
    (bars, ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_share_is_a_tick_and_a_small_one_can_still_be_seen() {
        let (bars, ticks) = paths(&[Some(1.0), None, Some(0.001)]);
        assert_eq!(bars, "M0 18v-18.0h7v18.0zM18 18v-1.0h7v1.0z");
        assert_eq!(ticks, "M10.5 17.5h4");
    }
}
