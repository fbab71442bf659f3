//! A region's share of a livelihood target.

use serde::{Deserialize, Serialize};

use crate::{Passage, RegionIdx};

/// One cell of an allocation table (分解): a region's share, as printed and as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// Whose share; the document's own region for the total (全市).
    pub region: RegionIdx,
    /// Whether this is the total column.
    pub is_total: bool,
    /// Whether the column's name was inferred because the printed header has lost it.
    pub region_inferred: bool,
    /// The cell's words, white space removed.
    pub printed: Passage,
    /// What they say as a number; `None` where the cell is `/` or holds no number.
    pub reading: Option<Reading>,
}

impl Allocation {
    /// Whether the cell says that the region has no share (`/`), which is not zero.
    pub fn is_none(&self) -> bool {
        matches!(self.printed.text.as_str(), "/" | "／" | "-" | "—" | "")
    }
}

/// A quantity read from printed words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The number, with 万 and 亿 worked out: `约64万` is 640 000. Percentages keep their
    /// printed scale: `92%` is 92 with the unit `%`.
    pub value: f64,
    /// The measure unit, where the words print one (`%`, `公里`).
    pub unit: Option<String>,
    /// How the value binds.
    pub bound: Bound,
}

/// How a value binds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Bound {
    /// Neither more nor less is said.
    #[default]
    Exactly,
    /// 以上, 超过, 不低于.
    AtLeast,
    /// 以下, 以内, 不超过.
    AtMost,
    /// 左右, 约.
    About,
}

impl Bound {
    /// The sign used in files: `=`, `>=`, `<=`, `~`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "=",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::About => "~",
        }
    }
}
