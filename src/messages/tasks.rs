//! The words of the list and of the open task.

use model::Bound;

use super::{Words, n_tasks, words};
use crate::state::Lang;

pub(crate) const TASKS: Words = words("任务", "Tasks");
pub(crate) const SORT: Words = words("排序", "Sort");
pub(crate) const GROUP: Words = words("分组", "Group");
pub(crate) const KEYS: Words = words("快捷键", "Shortcuts");
pub(crate) const KEYS_MOVE: Words = words("上下", "move");
pub(crate) const KEYS_SOURCE: Words = words("出处", "source");
pub(crate) const KEYS_OFF: Words = words("停用", "off");
pub(crate) const KEYS_ON: Words = words("启用快捷键", "Shortcuts on");
pub(crate) const UNNAMED: Words = words("没有列单位", "no unit named");
pub(crate) const INFERRED_SIGN: Words = words("推", "inf.");
pub(crate) const CHECK_SIGN: Words = words("核", "chk.");
pub(crate) const INFERRED: Words = words("由规则推定", "decided by a rule");
pub(crate) const CHECK: Words = words("原文有待核处", "the source is to be checked");
pub(crate) const NOT_ONE: Words = words("没有符合的任务。", "No task matches.");

pub(crate) fn with_support(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 个单位配合"),
        Lang::En if n == 1 => "1 unit helps".to_owned(),
        Lang::En => format!("{n} units help"),
    }
}

pub(crate) fn drop_for(part: &str, lang: Lang) -> String {
    match lang {
        // Quotation marks within quotation marks are single.
        Lang::Zh => format!("去掉“{}”", part.replace('“', "‘").replace('”', "’")),
        Lang::En => format!("Without {part}"),
    }
}

pub(crate) fn has_n(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有 {n} 项"),
        Lang::En => n_tasks(n, lang),
    }
}

pub(crate) fn shares_chart(n: usize, n_regions: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n_regions} 处中 {n} 处有份"),
        Lang::En => format!("{n} of {n_regions} regions have a share"),
    }
}

pub(crate) const CLOSE: Words = words("关闭", "Close");
pub(crate) const PREVIOUS: Words = words("上一项", "Previous");
pub(crate) const NEXT: Words = words("下一项", "Next");
pub(crate) const OPEN_TASK: Words = words("打开的任务", "Open task");
pub(crate) const HEADING: Words = words("标题", "Heading");
pub(crate) const PART: Words = words("分项", "Part");
pub(crate) const LEAD: Words = words("牵头", "Lead");
pub(crate) const SUPPORT: Words = words("配合", "Support");
pub(crate) const THEME: Words = words("主题", "Theme");
pub(crate) const COPY_TASK: Words = words("复制本项链接", "Copy link to this task");
pub(crate) const WHY_THEME: Words = words("为什么归到这里", "Why this theme");
pub(crate) const THEME_RESTS_ON: Words = words("依据：", "Rests on: ");
pub(crate) const CARRIED: Words =
    words("本行此格为空，依合并格由上带下。", "The cell is merged: carried down from above.");
pub(crate) const STATUS: Words = words("完成情况", "Progress");
pub(crate) const STATUS_NOTE: Words = words("文件里的话", "in the document's words");
pub(crate) const SOURCE: Words = words("出处", "Source");
pub(crate) const SHOW_IN_SOURCE: Words = words("在出处里标出", "Mark in the source");
pub(crate) const MARK_TEXT: Words = words("标出任务文字", "Mark the task's text");
pub(crate) const EMPTY_CELL: Words = words("空", "empty");
pub(crate) const ALLOCATION: Words = words("分解", "Shares");
pub(crate) const REGION: Words = words("地方", "Region");
pub(crate) const SHARE_BAR: Words = words("比一比", "Bar");
pub(crate) const PRINTED: Words = words("原文", "Printed");
pub(crate) const READ_AS: Words = words("读作", "Read as");
pub(crate) const WHOLE: Words = words("全市", "Total");
pub(crate) const ADDED_UP: Words = words("各处相加", "Added up");
pub(crate) const NO_SHARE: Words = words("没有份", "no share");
pub(crate) const LOST_HEADER: Words = words(
    "表头缺区县名，依其他年份的列序认定。",
    "The header has lost the regions' names; the order of other years was taken.",
);
pub(crate) const CHECKS: Words = words("核验", "Checks");

pub(crate) const fn bound(bound: Bound) -> Words {
    match bound {
        Bound::Exactly => words("", ""),
        Bound::AtLeast => words("以上", "or more"),
        Bound::AtMost => words("以内", "or less"),
        Bound::About => words("左右", "about"),
    }
}

pub(crate) fn lines(first: usize, last: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if first == last => format!("第 {first} 行"),
        Lang::Zh => format!("第 {first}–{last} 行"),
        Lang::En if first == last => format!("line {first}"),
        Lang::En => format!("lines {first}–{last}"),
    }
}

pub(crate) fn skipped_lines(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("略去 {n} 行"),
        Lang::En if n == 1 => "1 line left out".to_owned(),
        Lang::En => format!("{n} lines left out"),
    }
}

pub(crate) fn leads_n(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共牵头 {n} 项"),
        Lang::En => format!("leads {}", n_tasks(n, lang)),
    }
}

pub(crate) fn names_n(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("参与 {n} 项"),
        Lang::En => format!("named in {}", n_tasks(n, lang)),
    }
}
