//! The nouns of 一本账: what the documents order, who answers for it, and where it is written.
//!
//! Start with [`Ledger`], which holds everything, then [`Task`]. Nothing here reads a document
//! or answers a question: `parse` makes these values, `engine` works with them.
//! The crate does no I/O and knows no other crate of ours.

mod ledger;

mod allocation;
mod department;
mod diagnostic;
mod document;
mod place;
mod progress;
mod series;
mod span;
mod target;
mod task;
mod theme;

pub use allocation::{Allocation, Bound, Reading};
pub use department::{Department, DepartmentIdx, DepartmentKind, Mention, Role};
pub use diagnostic::{Diagnostic, DiagnosticKind, Severity};
pub use document::{Date, Document, DocumentIdx, Section, SectionKind};
pub use ledger::{BrokenSpan, Ledger};
pub use place::{Level, Region, RegionIdx, RegionKind};
pub use progress::{
    Achieved, Basis, Elapsed, Progress, ProgressRule, ProgressState, Tolerance, Verdict, judge,
    overall,
};
pub use series::{Point, PointSource, Reason, Series};
pub use span::{Passage, Span};
pub use target::{Direction, Horizon, Target, TargetKind, TargetRole};
pub use task::{LeadRule, Task, TaskIdx};
pub use theme::{Theme, ThemeReading};
