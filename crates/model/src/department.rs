//! Who answers for a task.

use serde::{Deserialize, Serialize};

use crate::{Level, RegionIdx, Span};

/// A department's position in [`crate::Ledger::departments`].
pub type DepartmentIdx = u16;

/// A unit that leads or helps (责任单位).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// The canonical name: as documents of its region write it, without brackets.
    pub name: String,
    /// Short and stable, for links: pinyin initials, behind the region's where it is a county's.
    pub id: String,
    /// City or county.
    pub level: Level,
    /// Whose department it is.
    pub region: RegionIdx,
    /// What kind of body it is.
    pub kind: DepartmentKind,
    /// Every form it is written in, as printed, in order of first appearance.
    pub forms: Vec<String>,
    /// What finds it by sound: pinyin and initials of the name, lower case.
    pub keys: Vec<String>,
    /// The department of the city that a county's department answers to, found by name.
    pub city_counterpart: Option<DepartmentIdx>,
}

/// What kind of body a department is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DepartmentKind {
    /// 党委部门: 市委组织部, 政法委.
    Party,
    /// 政府部门: 局, 委, 办.
    Government,
    /// 下级政府、镇、街道.
    LocalGovernment,
    /// 开发区、新区、管委会.
    Zone,
    /// 国有企业.
    Enterprise,
    /// 群团组织: 总工会, 团市委, 妇联, 残联, 红十字会.
    MassOrganisation,
    /// 学校、科研院所.
    Institution,
    /// 中央、省驻地方单位: 税务局, 海关, 人民银行.
    Vertical,
    /// 指挥部、专班, and what no rule knows.
    Other,
}

impl DepartmentKind {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Government => "government",
            Self::LocalGovernment => "local-government",
            Self::Zone => "zone",
            Self::Enterprise => "enterprise",
            Self::MassOrganisation => "mass-organisation",
            Self::Institution => "institution",
            Self::Vertical => "vertical",
            Self::Other => "other",
        }
    }
}

/// How a department answers for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// 牵头.
    Lead,
    /// 配合.
    Support,
}

/// One department named for one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Who is named.
    pub department: DepartmentIdx,
    /// As lead or as help.
    pub role: Role,
    /// The words, as printed and without white space.
    #[serde(skip)]
    pub printed: String,
    /// Where they stand; in a carried cell, in the row that prints them.
    pub spans: Vec<Span>,
}
