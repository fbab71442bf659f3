//! What a task is about.

use serde::{Deserialize, Serialize};

/// The themes a reader expects (主题), in the order lists show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Theme {
    /// 经济运行.
    Economy,
    /// 科技创新与人才.
    Innovation,
    /// 产业发展.
    Industry,
    /// 营商环境与改革.
    Business,
    /// 投资与项目.
    Investment,
    /// 开放与区域合作.
    Opening,
    /// 交通.
    Transport,
    /// 城乡建设.
    Urban,
    /// 农业农村.
    Rural,
    /// 生态环境与能源.
    Environment,
    /// 教育.
    Education,
    /// 卫生健康.
    Health,
    /// 养老托育救助.
    Care,
    /// 就业与社会保障.
    Employment,
    /// 文化体育旅游.
    Culture,
    /// 平安法治.
    Safety,
    /// 政务与数字化.
    Government,
}

impl Theme {
    /// Every theme, in order.
    pub const ALL: [Self; 17] = [
        Self::Economy,
        Self::Innovation,
        Self::Industry,
        Self::Business,
        Self::Investment,
        Self::Opening,
        Self::Transport,
        Self::Urban,
        Self::Rural,
        Self::Environment,
        Self::Education,
        Self::Health,
        Self::Care,
        Self::Employment,
        Self::Culture,
        Self::Safety,
        Self::Government,
    ];

    /// The code used in links and in the rules' file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Economy => "economy",
            Self::Innovation => "innovation",
            Self::Industry => "industry",
            Self::Business => "business",
            Self::Investment => "investment",
            Self::Opening => "opening",
            Self::Transport => "transport",
            Self::Urban => "urban",
            Self::Rural => "rural",
            Self::Environment => "environment",
            Self::Education => "education",
            Self::Health => "health",
            Self::Care => "care",
            Self::Employment => "employment",
            Self::Culture => "culture",
            Self::Safety => "safety",
            Self::Government => "government",
        }
    }

    /// The theme of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// The name in Chinese, as exports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Economy => "经济运行",
            Self::Innovation => "科技创新",
            Self::Industry => "产业发展",
            Self::Business => "营商环境",
            Self::Investment => "投资项目",
            Self::Opening => "开放合作",
            Self::Transport => "交通出行",
            Self::Urban => "城乡建设",
            Self::Rural => "农业农村",
            Self::Environment => "生态环境",
            Self::Education => "教育",
            Self::Health => "卫生健康",
            Self::Care => "养老托育救助",
            Self::Employment => "就业社保",
            Self::Culture => "文化体育",
            Self::Safety => "平安法治",
            Self::Government => "政务数字化",
        }
    }
}

/// The theme that the rules give a task, and what they rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeReading {
    /// The theme with the highest score.
    pub theme: Theme,
    /// Its score: the sum of the weights of the rules that matched.
    pub score: u16,
    /// What matched, strongest first: words of the task, or a leading department's name.
    pub evidence: Vec<String>,
}
