//! The same indicator in several documents or years.

use serde::{Deserialize, Serialize};

use crate::{Bound, DocumentIdx, Horizon, Ledger, Passage, RegionIdx, TargetKind, TaskIdx};

/// One indicator across documents and years (序列).
///
/// It is listed only where at least two documents have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Short and stable, for links: `gdp-growth`.
    pub id: String,
    /// The name shown, in Chinese.
    pub name: String,
    /// The name shown in the English page.
    pub name_en: String,
    /// What finds it by sound: pinyin and initials of the name, lower case.
    pub keys: Vec<String>,
    /// The measure unit of the points that compare.
    pub unit: String,
    /// What kind of quantity it is: amounts change in percent, the others in 百分点.
    pub kind: TargetKind,
    /// The values, in the order of the documents and, within one, as printed.
    pub points: Vec<Point>,
}

/// One value of a series, with whether it may be compared with the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The task that states it.
    pub task: TaskIdx,
    /// The document it stands in.
    pub document: DocumentIdx,
    /// Whose value it is; `None` where a city's document prints the whole province's.
    pub region: Option<RegionIdx>,
    /// The year of the document.
    pub year: u16,
    /// By when.
    pub horizon: Horizon,
    /// Where the ledger holds it.
    pub source: PointSource,
    /// The number, as the target or the share states it.
    pub value: f64,
    /// Its measure unit: the printed one, or that of the series where the table prints none.
    pub unit: Option<String>,
    /// How the value binds. Points with different bounds still compare.
    pub bound: Bound,
    /// What this value counts, where that is not what the series counts: `新开工`.
    pub scope: Option<String>,
    /// Why it is not to be compared; `None` where it is.
    pub reason: Option<Reason>,
}

impl Point {
    /// Whether it may be compared with the other such points of its region and horizon.
    pub const fn is_comparable(&self) -> bool {
        self.reason.is_none()
    }

    /// The words of the value, as printed; `None` where they are kept elsewhere.
    pub fn printed<'a>(&self, ledger: &'a Ledger) -> Option<&'a Passage> {
        match self.source {
            PointSource::Target(at) => {
                ledger.targets.get(at as usize).map(|target| &target.printed)
            }
            PointSource::Allocation(at) => {
                let task = ledger.tasks.get(self.task as usize)?;
                task.allocations.get(at as usize).map(|share| &share.printed)
            }
            PointSource::Progress(_) => None,
        }
    }
}

/// Where the ledger holds the value of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PointSource {
    /// A quantity in the task's text: its position in [`Ledger::targets`].
    Target(u32),
    /// A cell of the allocation table: its position in [`crate::Task::allocations`].
    Allocation(u16),
    /// What was reached, by its position in the ledger.
    Progress(u32),
}

impl PointSource {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Target(_) => "target",
            Self::Allocation(_) => "allocation",
            Self::Progress(_) => "progress",
        }
    }
}

/// Why a point is not to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It counts another object: 高校 against 中小学.
    OtherObject,
    /// It counts in another measure unit: 人次 against 人.
    OtherUnit,
    /// It is how much there is, and the series what is added; or the other way round.
    Stock,
    /// It is the amount, and the series its growth; or the other way round.
    Level,
    /// It is to be reached in five years, and no other document has such a point.
    OtherHorizon,
    /// It is the whole province's figure in a city's document.
    Province,
    /// Another figure of the same region and year stands for it.
    SameYear,
    /// No other year of its region has a figure; other regions do not compare.
    OtherRegion,
}

impl Reason {
    /// Every reason, in the order lists show them.
    pub const ALL: [Self; 8] = [
        Self::OtherObject,
        Self::OtherUnit,
        Self::Stock,
        Self::Level,
        Self::OtherHorizon,
        Self::Province,
        Self::SameYear,
        Self::OtherRegion,
    ];

    /// The code used in files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherObject => "other-object",
            Self::OtherUnit => "other-unit",
            Self::Stock => "stock",
            Self::Level => "level",
            Self::OtherHorizon => "other-horizon",
            Self::Province => "province",
            Self::SameYear => "same-year-other-source",
            Self::OtherRegion => "other-region",
        }
    }
}
