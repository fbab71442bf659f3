//! Words around a chart.

use super::{Words, words};

/// Names the table of its numbers.
pub(crate) const TABLE: Words = words("看表", "As a table");
pub(crate) const SAVE_SVG: Words = words("存 SVG", "Save SVG");
pub(crate) const SAVE_PNG: Words = words("存 PNG", "Save PNG");
pub(crate) const DRAWING: Words = words("正在画图…", "Drawing…");
pub(crate) const NOT_DRAWN: Words = words(
    "图没有画出来，数在旁边的表里。",
    "The chart could not be drawn; its numbers are in the table.",
);
