//! Places: the regions that issue documents or take a share.

use serde::{Deserialize, Serialize};

/// The level of government (层级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 省.
    Province,
    /// 市, a city that governs counties.
    City,
    /// 县, 区, or a city of the same rank.
    County,
}

impl Level {
    /// The code used in files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
        }
    }
}

/// A place's position in [`crate::Ledger::regions`].
pub type RegionIdx = u16;

/// A region (区县): a city, one of its districts and zones, or its own level (市本级).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// The short name, as the data contract writes it: `南湖区`, `经开区`.
    pub name: String,
    /// Short and stable, for links: the pinyin initials, made unique.
    pub id: String,
    /// The English name shown beside it, empty where none is stated.
    pub name_en: String,
    /// The longer forms that documents print: `嘉兴经济技术开发区（国际商务区）`.
    pub forms: Vec<String>,
    /// What finds it by sound: pinyin and initials of the name, lower case.
    pub keys: Vec<String>,
}
