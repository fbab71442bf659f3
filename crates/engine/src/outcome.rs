//! What the engine answers.

use model::{DepartmentIdx, DocumentIdx, RegionIdx, SectionKind, TaskIdx, Theme};

use crate::{Code, Facet};

/// The answer to a [`crate::Query`]: the rows in order, their groups, and the count of each value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The matching tasks, group by group.
    pub rows: Vec<TaskIdx>,
    /// How many printed numbers they belong to; sub-rows of one number count once.
    pub n_numbers: u32,
    /// The groups, in order; they part `rows` without gap or overlap. One group without a key
    /// where the query asks for none; none where nothing matches.
    pub groups: Vec<GroupRows>,
    /// For each facet of [`Facet::ALL`], in that order, how many tasks have each value,
    /// ignoring what the query chooses of that facet itself.
    pub facets: Vec<FacetCounts>,
}

/// One run of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRows {
    /// What the rows share.
    pub key: GroupKey,
    /// The first row's position in [`Outcome::rows`].
    pub start: u32,
    /// How many rows.
    pub n_rows: u32,
}

/// What the rows of a group share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// Everything.
    All,
    /// The part of a document.
    Section(DocumentIdx, SectionKind),
    /// The theme; `None` where no rule gave one.
    Theme(Option<Theme>),
    /// The first lead; `None` where nobody is named.
    Lead(Option<DepartmentIdx>),
    /// The document's region.
    Region(RegionIdx),
}

/// How many tasks have each value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// One count for each value of the dictionary, by code.
    pub counts: Vec<u32>,
}

/// Counts of tasks by two facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pivot {
    /// How many rows: the values of the first facet.
    pub n_rows: u32,
    /// How many columns: the values of the second.
    pub n_columns: u32,
    /// Row by row.
    pub counts: Vec<u32>,
}

impl Pivot {
    /// The count where a row and a column meet.
    pub fn at(&self, row: Code, column: Code) -> u32 {
        self.counts[(row * self.n_columns + column) as usize]
    }
}

/// What is added up or counted when two slices are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The number of tasks.
    Tasks,
    /// The total of the allocation (全市).
    Total,
    /// The share of one region.
    Share(RegionIdx),
}

/// What the values of a slice add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// The sum; percentages keep their printed scale.
    pub value: f64,
    /// The measure unit of every value in it; `None` for a plain count.
    pub unit: Option<String>,
    /// How many tasks have a value in it.
    pub n_tasks: u32,
}

/// One key's values in two slices, and what can be said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The value of the facet that the slices are compared by.
    pub key: Code,
    /// In the first slice; `None` where it has nothing to count or to add.
    pub before: Option<f64>,
    /// In the second slice.
    pub after: Option<f64>,
    /// The measure unit of both values; `None` for plain counts and where they are not comparable.
    pub unit: Option<String>,
    /// What can be said.
    pub verdict: Verdict,
}

/// Whether two values can be compared, and how they differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// They measure the same thing.
    Comparable {
        /// After less before; percentage points where the values are percentages.
        difference: f64,
        /// The difference as a share of `before` (0.1 is ten percent); `None` where `before`
        /// is zero or the values are percentages.
        ratio: Option<f64>,
    },
    /// They cannot be compared.
    NotComparable(Reason),
}

/// Why two values cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The first slice has no value.
    NothingBefore,
    /// The second slice has no value.
    NothingAfter,
    /// Values of different measure units meet in one sum.
    MixedUnits,
    /// Percentages and other rates (`元/人`) do not add up.
    RatiosDoNotAdd,
    /// The two slices measure in different units.
    DifferentUnits,
}
