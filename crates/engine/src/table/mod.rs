//! Plain columns in, sets and counts out: the part of the engine that knows no tasks.
//!
//! Rows are numbers, values are codes. [`Column`] holds the codes of a facet, [`Numbers`] a
//! figure a row, [`Texts`] what is searched; [`Table`] puts such columns together and answers a
//! whole [`Request`] at once. [`crate::Engine`] is made of the same columns and adds what tasks
//! need. Deliberately absent: names of values, folding of texts, grouping.

mod answer;
mod parts;

mod column;
mod numbers;
mod texts;

mod bitset;
mod selection;
mod signatures;

pub use answer::{Answer, Request, Table};
pub use bitset::BitSet;
pub use column::{Column, Packed};
pub use numbers::Numbers;
pub(crate) use parts::Parts;
pub(crate) use selection::{Selection, Side};
pub use texts::Texts;

/// A row of a table, from 0.
pub type Row = u32;

/// The code of a value in its facet: its position in the facet's list of values.
pub type Code = u32;

/// How many rows are a piece, where nothing else says it.
const PIECE: usize = 4096;

/// Calls with the rows `0..n_rows` piece by piece, the last of what is left.
///
/// A browser compiles wasm in haste at first, and well what has run for a while, for its later
/// calls: a loop that goes once through all rows stays slow to its end. So columns are made in
/// many calls, and no compiler before the browser may put them into one another.
fn in_pieces(n_rows: usize, length: usize, act: &mut dyn FnMut(std::ops::Range<usize>)) {
    let act = std::hint::black_box(act);
    for start in (0..n_rows).step_by(length) {
        act(start..n_rows.min(start + length));
    }
}
