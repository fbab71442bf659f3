//! The dimensions by which tasks are filtered, counted and grouped.

use serde::{Deserialize, Serialize};

/// A value's position in the dictionary of its facet.
pub use crate::table::Code;

/// A dimension to filter and count by (分面).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// The year of the document; latest first.
    Year,
    /// The document.
    Document,
    /// The document's own region, and every region that has a share of the task.
    Region,
    /// The part of the document.
    Section,
    /// The theme.
    Theme,
    /// A department that leads.
    Lead,
    /// A department that leads or helps.
    Unit,
    /// How the leads were decided.
    LeadRule,
    /// What is known of the task: see [`Trait`].
    Trait,
    /// What kinds of quantities it is to reach: see [`Wanted`].
    Wanted,
    /// How it stands, where its document reports progress: a [`model::ProgressState`], judged
    /// with the query's tolerance.
    Progress,
}

impl Facet {
    /// Every facet, in the order lists show them.
    pub const ALL: [Self; 11] = [
        Self::Year,
        Self::Document,
        Self::Region,
        Self::Section,
        Self::Theme,
        Self::Lead,
        Self::Unit,
        Self::LeadRule,
        Self::Trait,
        Self::Wanted,
        Self::Progress,
    ];
}

/// A kind of quantity that a task is to reach, as a value of [`Facet::Wanted`] (目标值).
///
/// A text carried down from a merged cell has the quantities of the row that prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// 数量.
    Absolute,
    /// 增速.
    Growth,
    /// 比例.
    Ratio,
    /// No quantity to reach at all.
    Nothing,
}

impl Wanted {
    /// Every kind, in the order of its codes.
    pub const ALL: [Self; 4] = [Self::Absolute, Self::Growth, Self::Ratio, Self::Nothing];

    /// The key used in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Growth => "growth",
            Self::Ratio => "ratio",
            Self::Nothing => "none",
        }
    }
}

/// What is known of a task, as a value of [`Facet::Trait`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// It has shares in an allocation table.
    Allocated,
    /// It has a status text.
    Reported,
    /// Something about it was inferred by a rule or carried down from a merged cell.
    Inferred,
    /// A fault of the source concerns it.
    Faulty,
    /// Its text states a quantity to reach.
    Targeted,
}

impl Trait {
    /// Every trait, in the order of its codes.
    pub const ALL: [Self; 5] =
        [Self::Allocated, Self::Reported, Self::Inferred, Self::Faulty, Self::Targeted];

    /// The key used in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Allocated => "allocated",
            Self::Reported => "reported",
            Self::Inferred => "inferred",
            Self::Faulty => "faulty",
            Self::Targeted => "targeted",
        }
    }
}

/// One value of a facet: an entry of its dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// Short and stable, for links: `2024`, `annual`, `sjsj`.
    pub key: String,
    /// The name that the data give it (a department's, a region's, a document's title), empty
    /// where the value is a code whose words the page keeps.
    pub name: String,
    /// Pinyin and initials that find it.
    pub keys: Vec<String>,
    /// How many tasks of the whole ledger have it.
    pub n_tasks: u32,
}
