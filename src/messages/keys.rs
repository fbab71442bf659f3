//! Words of the keys and of what they open.

use super::{Words, n_tasks, words};
use crate::state::Lang;

pub(crate) const HELP: Words = words("快捷键", "Keyboard shortcuts");
pub(crate) const HELP_NOTE: Words =
    words("正在输入文字时，单键不起作用。", "Single keys do nothing while text is being typed.");
pub(crate) const SINGLE_KEYS: Words = words("启用单键", "Single keys act");
pub(crate) const ALWAYS: Words =
    words("停用后，Ctrl K 和 Esc 仍可用。", "When off, Ctrl K and Esc still act.");
pub(crate) const LINK_COPIED: Words = words("链接已复制", "Link copied");

pub(crate) const KEY_PALETTE: Words =
    words("快速去处：任务、部门、指标、区县", "go to a task, unit, indicator or region");
pub(crate) const KEY_SEARCH: Words = words("搜索", "search");
pub(crate) const KEY_VIEWS: Words =
    words("去各个视图，筛选不变", "to the views, the filter unchanged");
pub(crate) const KEY_YEARS: Words = words("早一年、晚一年", "a year earlier, later");
pub(crate) const KEY_MOVE: Words = words("下一项、上一项", "next, previous task");
pub(crate) const KEY_OPEN: Words = words("打开这一项", "open it");
pub(crate) const KEY_SOURCE: Words = words("看出处", "its source");
pub(crate) const KEY_COPY: Words = words("复制链接", "copy the link");
pub(crate) const KEY_TAKE: Words = words("下载", "download");
pub(crate) const KEY_RESET: Words = words("去掉全部筛选", "clear the filter");
pub(crate) const KEY_CLOSE: Words = words("关闭打开的任务或窗口", "close a task or dialog");
pub(crate) const KEY_HELP: Words = words("本页快捷键", "these shortcuts");

pub(crate) const PALETTE: Words = words("快速去处", "Go to");
pub(crate) const PALETTE_HINT: Words = words(
    "任务、部门、指标、区县；汉字、拼音或首字母",
    "task, unit, indicator, region; characters, pinyin or initials",
);
pub(crate) const PALETTE_RESULTS: Words = words("找到的去处", "Results");
pub(crate) const PALETTE_NONE: Words = words("没有找到。", "Nothing found.");
pub(crate) const HIT_LINK: Words = words("链接", "Link");
pub(crate) const HIT_VIEW: Words = words("视图", "view");
pub(crate) const HIT_UNIT: Words = words("部门", "unit");
pub(crate) const HIT_REGION: Words = words("区县", "region");
pub(crate) const HIT_SERIES: Words = words("指标", "indicator");
pub(crate) const HIT_THEME: Words = words("主题", "theme");
pub(crate) const HIT_TASK: Words = words("任务", "task");
pub(crate) const HIT_SEARCH: Words = words("搜索", "search");

/// How many results there are, for those who listen.
pub(crate) fn n_results(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 个去处"),
        Lang::En if n == 1 => "1 result".to_owned(),
        Lang::En => format!("{n} results"),
    }
}

/// What a unit has to do.
pub(crate) fn unit_tasks(n_leads: u32, n_named: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("牵头 {n_leads}，参与 {n_named}"),
        Lang::En => format!("leads {n_leads}, named in {n_named}"),
    }
}

/// In how many documents' tasks an indicator stands.
pub(crate) fn series_points(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 个数"),
        Lang::En => format!("{n} figures"),
    }
}

/// Every task that holds the words.
pub(crate) fn tasks_with(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("含“{words}”的任务"),
        Lang::En => format!("tasks containing \"{words}\""),
    }
}

/// How many tasks a hit has.
pub(crate) fn hit_tasks(n: u32, lang: Lang) -> String {
    n_tasks(n as usize, lang)
}
