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

/// What kind of place a region is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum RegionKind {
    /// A city that governs counties; the whole of its table.
    City,
    /// A district, a county, or a city of the same rank.
    #[default]
    District,
    /// A development zone (开发区), which takes a share without being a district.
    Zone,
    /// What is left for no place in particular: 市本级, 其他.
    Rest,
}

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
    /// What kind of place it is; those of one kind stand beside each other in a ranking.
    pub kind: RegionKind,
    /// Column and row of its square in a schematic map; `None` where nobody has drawn it.
    pub tile: Option<[u8; 2]>,
    /// What finds it by sound: pinyin and initials of the name, lower case.
    pub keys: Vec<String>,
}
