//! A [`Query`] over the ledger in, plain results out.
//!
//! Build an [`Engine`] once from a [`model::Ledger`], then ask it with [`Engine::run`].
//! Inside, tasks are columns of codes and bit sets; no string is touched while filtering, but
//! for the search. Deliberately absent: the page's words, links, a clock.

mod facet;
mod outcome;
mod query;

mod engine;
mod run;

mod dictionary;
mod membership;

mod compare;
mod coverage;
mod group;
mod pivot;
mod relatives;
mod search;
mod wording;

pub mod table;

mod fold;
mod measure;
mod rows;
mod standing;

pub use coverage::{Coverage, CoverageCell};
pub use engine::{Engine, EngineReading};
pub use facet::{Code, Facet, FacetValue, Trait, Wanted};
pub use outcome::{
    Change, FacetCounts, GroupKey, GroupRows, Measure, Outcome, Pivot, Reason, Sum, Verdict,
};
pub use query::{Filter, Group, Query, Sort, SortKey};
pub use relatives::{
    Kinship, Pair, Pairing, PairingReading, Relative, Relatives, RelativesReading, THRESHOLD,
};
pub use wording::{TextRun, WordChange, changed_words};
