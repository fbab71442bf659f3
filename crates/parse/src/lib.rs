//! Reads government work lists: the text of a document in, tasks and diagnostics out.
//!
//! Start with [`read_ledger`]. A document is read by its layout (`document`), never by its
//! name: tables flattened to one cell a line (`tabbed`) or one cell a paragraph (`flat`), rows of
//! bars (`pipes`), running text with labels (`running`). Every layout ends in raw rows; `ledger`
//! resolves their names, roles and shares.
//! The crate does no I/O, knows no clock, and never panics, whatever the text.

mod ledger;
mod registry;
mod report;

mod document;
mod front;

mod flat;
mod pipes;
mod running;
mod spaced;
mod tabbed;

mod columns;
mod progress;
mod raw;
mod sections;
mod table;
mod targets;
mod unread;

mod leads;
mod names;
mod numbering;
mod unit_labels;

mod checks;
mod counterparts;
mod cross;
mod departments;
mod pinyin;
mod series;
mod themes;
mod units;

mod lines;
mod numerals;
mod value;

pub use ledger::{Source, read_ledger};
pub use registry::{Hints, Manifest, ManifestEntry, Registry, RegistryError};
pub use report::report;
pub use series::{Candidate, candidates};
