//! Everything that was read, in one value.

use serde::{Deserialize, Serialize};

use crate::{Department, Diagnostic, Document, Region, Target, Task};

/// Every task of every document, with what they refer to (台账).
///
/// Tasks stand in the order of their documents and, within one, as printed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// The documents, in the manifest's order.
    pub documents: Vec<Document>,
    /// The places: each city before its districts, in the order of its tables.
    pub regions: Vec<Region>,
    /// The departments, in order of first appearance.
    pub departments: Vec<Department>,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The quantities in the tasks' texts, in the order of the tasks and as printed.
    pub targets: Vec<Target>,
    /// What finds each theme by sound, in the order of [`crate::Theme::ALL`].
    pub theme_keys: Vec<Vec<String>>,
    /// What a reader should know about them, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
}
