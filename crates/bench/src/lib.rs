//! A workload of any size for the engine: its rows, its questions, the right answers.
//!
//! `workload/` holds the phrases of the texts, the usual trace and the hashes of its answers.
//! [`Generator`] draws the rows, [`Rows`] writes them as bytes that every measured engine reads,
//! [`State`] is a step of a trace, [`reference()`] answers it by looking at every row. The same
//! crate, compiled for the browser, is what `cargo xtask bench` measures.

#[cfg(target_arch = "wasm32")]
mod browser;
mod generator;
mod hash;
mod random;
mod reference;
mod rows;
mod table;
mod trace;

pub use generator::{Generator, SEED};
pub use hash::{Hashes, of_words};
pub use random::{random_trace, random_words};
pub use reference::{reference, rows_with};
pub use rows::{FACETS, N_VALUES, Rows};
pub use table::{SCALE, request, table};
pub use trace::{State, Step, searches, usual_trace};
