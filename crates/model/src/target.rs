//! What is to be reached: the quantities in a task's words.

use serde::{Deserialize, Serialize};

use crate::{Bound, Passage, TaskIdx};

/// A quantity in a task's text (目标值), as printed and as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The task whose text holds it.
    pub task: TaskIdx,
    /// What is measured, in the text's own words, apart from how much.
    pub indicator: String,
    /// The words of the quantity, with its bound: `6.5%以上`, `10-50万元`.
    pub printed: Passage,
    /// The number, with 万 and 亿 worked out; the lower end of a range. Percentages keep their
    /// printed scale.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// The measure unit without 万 and 亿: `元`, `%`, `微克/立方米`; `None` where none is printed.
    pub unit: Option<String>,
    /// How the value binds.
    pub bound: Bound,
    /// What kind of quantity it is.
    pub kind: TargetKind,
    /// Which way it is to change, where the text says so.
    pub direction: Option<Direction>,
    /// Whether it is to be reached, or says what is counted.
    pub role: TargetRole,
    /// By when.
    pub horizon: Horizon,
}

/// What kind of quantity a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetKind {
    /// A change over an earlier time: 增长6%, 提升1个百分点.
    Growth,
    /// A share or rate: 达到95%.
    Ratio,
    /// An amount: 100台.
    Absolute,
}

impl TargetKind {
    /// Every kind, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Absolute, Self::Growth, Self::Ratio];

    /// The code used in files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Ratio => "ratio",
            Self::Absolute => "absolute",
        }
    }
}

/// Which way a quantity is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 增长, 上升, 提高.
    Up,
    /// 下降, 减少, 降低.
    Down,
}

impl Direction {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What a quantity does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetRole {
    /// A quantity to reach.
    Target,
    /// A threshold that says what is counted: 60岁以上老年人.
    Qualifier,
}

impl TargetRole {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Qualifier => "qualifier",
        }
    }
}

/// By when a target is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// Within the document's year.
    Annual,
    /// Within the five years of a term.
    FiveYear,
}

impl Horizon {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::FiveYear => "five-year",
        }
    }
}
