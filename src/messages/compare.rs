//! Words of 对比: the years beside each other.

use super::{Words, words};
use crate::format;
use crate::state::Lang;

pub(crate) const SERIES: Words = words("历年", "Over the years");
pub(crate) const SERIES_NOTE: Words = words(
    "实点可比，空点不可比，菱形是别处的数；没有文件的年份画斜线，连线不跨过去。数量从 0 起，比率按本行范围。",
    "Filled points compare, hollow ones do not, diamonds are another place's. Years without a document are hatched, and no line crosses them. Amounts start at 0, rates have the row's own range.",
);
pub(crate) const INDICATOR: Words = words("指标", "Indicator");
pub(crate) const CHANGE: Words = words("增减", "Change");
pub(crate) const RATIO: Words = words("幅度", "By how much");
pub(crate) const WHY: Words = words("比不比，为什么", "Comparable or not, and why");
pub(crate) const POINTS: Words = words("百分点", "points");
pub(crate) const BY_NAME: Words = words("按登记次序", "As registered");
pub(crate) const BY_CHANGE: Words = words("按变化大小", "Largest change first");
pub(crate) const NO_SERIES: Words =
    words("筛选里没有跨文件的指标。", "No indicator of this filter stands in two documents.");
pub(crate) const CLOSE_LARGE: Words = words("收起", "Close");
pub(crate) const REGION: Words = words("地方", "Region");
pub(crate) const PROVINCE: Words = words("全省", "the province");
pub(crate) const CHART_TABLE: Words = words("看表", "As a table");
pub(crate) const SAVE_SVG: Words = words("存 SVG", "Save SVG");
pub(crate) const SAVE_PNG: Words = words("存 PNG", "Save PNG");
pub(crate) const DRAWING: Words = words("正在画图…", "Drawing…");
pub(crate) const NOT_DRAWN: Words =
    words("图没有画出来，数在下面的表里。", "The chart could not be drawn; its numbers are below.");

pub(crate) const SLICES: Words = words("两组对照", "Two slices");
pub(crate) const SLICES_NOTE: Words = words(
    "按用字相近程度配对，少见的字重，数字不计，同一指标加重。",
    "Paired by rare words in common, figures aside; one indicator weighs more.",
);
pub(crate) const A: Words = words("甲", "A");
pub(crate) const B: Words = words("乙", "B");
pub(crate) const SWAP: Words = words("甲乙对调", "Swap");
pub(crate) const FILTER_AS_A: Words = words("把当前筛选设为甲", "Take the filter as A");
pub(crate) const FILTER_AS_B: Words = words("把当前筛选设为乙", "Take the filter as B");
pub(crate) const READY: Words = words("现成的对照", "Ready pairs");
pub(crate) const KEPT: Words = words("延续", "Kept");
pub(crate) const ADJUSTED: Words = words("调整", "Adjusted");
pub(crate) const DROPPED: Words = words("退出", "Dropped");
pub(crate) const ADDED: Words = words("新增", "Added");
pub(crate) const THEMES: Words = words("主题的增减", "By theme");
pub(crate) const LEADS: Words = words("牵头单位的增减", "By lead");
pub(crate) const NO_PAIR: Words = words(
    "没有同一地方、同一种清单的两份文件，请自己设甲和乙。",
    "No place has the same kind of list twice; set A and B yourself.",
);

pub(crate) fn place_title(place: &str, n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{place}，{n} 个指标"),
        Lang::En if n == 1 => format!("{place}, 1 indicator"),
        Lang::En => format!("{place}, {n} indicators"),
    }
}

/// What holds of one year's value.
pub(crate) fn in_year(year: u16, words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年{words}"),
        Lang::En => format!("{year}: {words}"),
    }
}

/// Why a year's value is not the place's own.
pub(crate) fn elsewhere(year: u16, place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年是{place}的数，不可比"),
        Lang::En => format!("{year} is {place}'s, not comparable"),
    }
}

/// 「2022 → 2024」.
pub(crate) fn years(before: u16, after: u16) -> String {
    format!("{before} → {after}")
}

/// A share of change in percent: `−50%`.
pub(crate) fn percent(ratio: f64) -> String {
    format!("{}%", format::difference((ratio * 1000.0).round() / 10.0))
}

/// What the large chart shows, in one sentence.
pub(crate) fn large_says(
    name: &str,
    place: &str,
    change: Option<[(u16, &str); 2]>,
    lang: Lang,
) -> String {
    match (lang, change) {
        (Lang::Zh, Some([(from, before), (to, after)])) => {
            format!("{name}：{place}{from}年 {before}，{to}年 {after}。")
        }
        (Lang::En, Some([(from, before), (to, after)])) => {
            format!("{name}: {place} {before} in {from}, {after} in {to}.")
        }
        (Lang::Zh, None) => format!("{name}：{place}没有两年可比的数。"),
        (Lang::En, None) => format!("{name}: {place} has no two years that compare."),
    }
}

/// 「甲 28 ＝ 退出 20 ＋ 延续 0 ＋ 调整 8」.
pub(crate) fn slices_says(n: (usize, usize), parts: [usize; 4], lang: Lang) -> String {
    let [kept, adjusted, dropped, added] = parts;
    match lang {
        Lang::Zh => format!(
            "甲 {} ＝ 退出 {dropped} ＋ 延续 {kept} ＋ 调整 {adjusted}；乙 {} ＝ 延续 {kept} ＋ 调整 {adjusted} ＋ 新增 {added}。",
            n.0, n.1
        ),
        Lang::En => format!(
            "A {} = {dropped} dropped + {kept} kept + {adjusted} adjusted; B {} = {kept} kept + {adjusted} adjusted + {added} added.",
            n.0, n.1
        ),
    }
}
