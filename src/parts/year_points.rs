//! Values on fixed columns, one for each year: filled where they compare, hollow where not, a
//! diamond where they are another place's. A line joins neighbouring years that compare.

use leptos::prelude::*;

/// More years than these stand closer.
const MANY: usize = 6;
/// How wide a year is, of few or of many, and how tall the row, in the picture's own units;
/// `style/compare.css` says the same of the heads above.
const STEP: f64 = 58.0;
const CLOSE_STEP: f64 = 36.0;
const HEIGHT: f64 = 30.0;
/// The room above and below the points.
const MARGIN: f64 = 6.0;

/// A year of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct YearPoint {
    /// Which year.
    pub year: u16,
    /// The value, and how it is drawn.
    pub value: Option<(f64, PointKind)>,
    /// Whether the year is a hole: no document, hatched.
    pub is_hole: bool,
}

/// How a point is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PointKind {
    /// It compares: filled.
    Comparable,
    /// It does not: hollow.
    NotComparable,
    /// Another place's: a diamond.
    Elsewhere,
}

/// The points of a row. The values stand in the cells beside, so it is hidden from those who
/// hear the page.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(crate) fn YearPoints(
    /// The years, in order.
    points: Vec<YearPoint>,
    /// Whether the scale begins at nothing (amounts) or at the least value (rates).
    from_zero: bool,
) -> impl IntoView {
    let step = if are_many(points.len()) { CLOSE_STEP } else { STEP };
    let width = step * points.len() as f64;
    let own: Vec<f64> = points
        .iter()
        .filter_map(|point| point.value)
        .filter(|(_, kind)| *kind != PointKind::Elsewhere)
        .map(|(value, _)| value)
        .collect();
    let least = if from_zero { 0.0 } else { own.iter().copied().fold(f64::INFINITY, f64::min) };
    let most = own.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let x = |at: usize| step * (at as f64 + 0.5);
    let y = |value: f64| {
        let share =
            if most > least { ((value - least) / (most - least)).clamp(0.0, 1.0) } else { 0.5 };
        HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN)
    };
    let holes = points.iter().enumerate().filter(|(_, point)| point.is_hole).map(|(at, _)| {
        view! { <path class="points-hole" d=hatch(step * at as f64, step)></path> }
    });
    let lines = points.windows(2).enumerate().filter_map(|(at, two)| {
        let (Some((a, PointKind::Comparable)), Some((b, PointKind::Comparable))) =
            (two[0].value, two[1].value)
        else {
            return None;
        };
        if two[0].year + 1 != two[1].year {
            return None;
        }
        let path = format!("M{} {:.1}L{} {:.1}", x(at), y(a), x(at + 1), y(b));
        Some(view! { <path class="points-line" d=path></path> })
    });
    let marks = points.iter().enumerate().filter_map(|(at, point)| {
        let (value, kind) = point.value?;
        Some(if kind == PointKind::Elsewhere {
            let (x, y) = (x(at), HEIGHT / 2.0);
            let path = format!("M{x} {}l4 4l-4 4l-4-4z", y - 4.0);
            view! { <path class="points-elsewhere" d=path></path> }.into_any()
        } else {
            {
                let is_hollow = kind == PointKind::NotComparable;
                let (x, y) = (x(at).to_string(), format!("{:.1}", y(value)));
                view! { <circle class="points-dot" data-hollow=is_hollow cx=x cy=y r="3.5"></circle> }
                    .into_any()
            }
        })
    });
    view! {
        <svg
            class="points"
            viewBox=format!("0 0 {width} {HEIGHT}")
            width=width.to_string()
            height=HEIGHT.to_string()
            aria-hidden="true"
        >
            {holes.collect_view()}
            {lines.collect_view()}
            {marks.collect_view()}
        </svg>
    }
}

/// Whether so many years stand closer than few.
pub(crate) const fn are_many(n_years: usize) -> bool {
    n_years > MANY
}

/// Slanting strokes over a year's column.
fn hatch(left: f64, width: f64) -> String {
    use core::fmt::Write as _;
    let mut path = String::new();
    let mut at = 0.0;
    while at < width {
        // Writing to a string cannot fail.
        let _ = write!(
            path,
            "M{} {HEIGHT}l{} -{}",
            left + at,
            8.0_f64.min(width - at),
            HEIGHT * 8.0_f64.min(width - at) / 8.0
        );
        at += 8.0;
    }
    path
}
