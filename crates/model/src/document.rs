//! One source document and its parts.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{Level, RegionIdx};

/// A document's position in [`crate::Ledger::documents`].
pub type DocumentIdx = u16;

/// One source document (文件).
///
/// What the source does not print is `None`; place, level and year come from the manifest
/// where the text does not show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Short and stable, for ids and links: `jiaxing-2024`.
    pub key: String,
    /// As printed, joined over its lines.
    pub title: Option<String>,
    /// 发文机关, as printed.
    pub issuer: Option<String>,
    /// 文号, as printed: `嘉政办发〔2022〕23号`.
    pub number: Option<String>,
    /// 成文日期.
    pub date_written: Option<Date>,
    /// 发布日期.
    pub date_published: Option<Date>,
    /// The level of the government that issued it.
    pub level: Level,
    /// The place whose tasks it lists.
    pub region: RegionIdx,
    /// The year whose tasks it lists.
    pub year: u16,
    /// The parts, in the order they are printed.
    pub sections: Vec<Section>,
    /// The source text, byte for byte: every [`crate::Span`] points into it.
    pub source: String,
}

/// A part of a document (部分).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What kind of list it is.
    pub kind: SectionKind,
    /// Its heading, as printed.
    pub title: Option<String>,
    /// How many numbers are printed in it.
    pub n_numbers: u32,
    /// How many tasks it holds; sub-rows of a number are tasks of their own.
    pub n_tasks: u32,
}

/// What a list of tasks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// 今后五年主要工作任务.
    FiveYear,
    /// 年度主要工作任务.
    Annual,
    /// 省政府民生实事, a city's share of it.
    LivelihoodProvince,
    /// 市政府民生实事.
    LivelihoodCity,
    /// 县（市、区）政府民生实事.
    LivelihoodCounty,
    /// Tasks with what has been done (完成情况).
    Progress,
}

impl SectionKind {
    /// Every kind, in the order lists show them.
    pub const ALL: [Self; 6] = [
        Self::FiveYear,
        Self::Annual,
        Self::LivelihoodProvince,
        Self::LivelihoodCity,
        Self::LivelihoodCounty,
        Self::Progress,
    ];

    /// The code used in ids, files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FiveYear => "five-year",
            Self::Annual => "annual",
            Self::LivelihoodProvince => "livelihood-province",
            Self::LivelihoodCity => "livelihood-city",
            Self::LivelihoodCounty => "livelihood-county",
            Self::Progress => "progress",
        }
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, or `None` where month or day are out of range.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1000..=9999).contains(&year) && (1..=12).contains(&month);
        (fits && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }
}

/// As GB/T 7408 writes it: `2024-02-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
