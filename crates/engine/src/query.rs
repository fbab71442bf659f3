//! What a reader asks for.

use model::Tolerance;
use serde::{Deserialize, Serialize};

use crate::{Code, Facet};

/// A question to the ledger: which tasks, in which order, parted how.
///
/// An empty query matches every task. Filters on one facet are joined by "or", different facets
/// by "and"; excluded values take tasks away; every word of `search` must be found.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Query {
    /// At most one entry a facet; the order has no meaning.
    pub filters: Vec<Filter>,
    /// Words parted by white space; each is found anywhere in a task's text, number, heading,
    /// sub-row label, status or units, or by pinyin or initials in its units, regions and
    /// themes, or as the beginning of its id. Words between `"` or `“ ”` are one word, white
    /// space within ignored. Full-width and half-width forms, capitals and small letters, and
    /// kinds of brackets are the same.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Parted by what.
    pub group: Group,
    /// How far a figure may lie from its mark: decides the values of [`Facet::Progress`].
    pub tolerance: Tolerance,
}

/// What is chosen of one facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// The facet.
    pub facet: Facet,
    /// The task has at least one of these; empty means any.
    pub include: Vec<Code>,
    /// The task has none of these.
    pub exclude: Vec<Code>,
}

/// The order of the rows (within their groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sort {
    /// By what; ties stand in document order.
    pub by: SortKey,
    /// Largest first; has no meaning for [`SortKey::Printed`].
    pub is_descending: bool,
}

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum SortKey {
    /// As printed, the latest year first.
    #[default]
    Printed,
    /// By the first lead's id (its pinyin initials); tasks without a lead last.
    Lead,
    /// By how many units are named.
    Units,
    /// By the total of the allocation, as a number; tasks without one last.
    Total,
}

/// What rows are parted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Group {
    /// One list.
    None,
    /// By document and section, as printed.
    #[default]
    Section,
    /// By theme.
    Theme,
    /// By the first department that leads.
    Lead,
    /// By the document's region.
    Region,
}
