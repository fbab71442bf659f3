//! Words of 对比: the years beside each other.

use super::{Words, words};
use crate::format;
use crate::state::{Lang, SeriesOrder};

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
pub(crate) const ORDER: Words = words("次序", "Order");
pub(crate) const EVERY_YEAR: Words = words("看各年", "All years");
pub(crate) const NOT_COMPARED: Words = words("不可比", "not comparable");
pub(crate) const NO_SHARED_SERIES: Words =
    words("两边的数不是同一指标", "their figures are not of one indicator");
pub(crate) const NO_FIGURE: Words = words("没有写数", "no figure is stated");
pub(crate) const NO_SERIES: Words =
    words("筛选里没有跨文件的指标。", "No indicator of this filter stands in two documents.");
pub(crate) const CLOSE_LARGE: Words = words("收起", "Close");
pub(crate) const REGION: Words = words("地方", "Region");
pub(crate) const PROVINCE: Words = words("全省", "the province");

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
/// What parts the reasons why values do not compare.
pub(crate) const fn between_reasons(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// What shows the ready pairs of every place.
pub(crate) fn all_ready(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("各地全部 {n} 对"),
        Lang::En => format!("All {n} pairs of every place"),
    }
}

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

pub(crate) const fn order(order: SeriesOrder) -> Words {
    match order {
        SeriesOrder::Registry => words("按登记次序", "As registered"),
        SeriesOrder::Name => words("按名称", "By name"),
        SeriesOrder::Theme => words("按主题", "By theme"),
        SeriesOrder::Change => words("按变化大小", "Largest change first"),
    }
}

pub(crate) fn n_series(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 个"),
        Lang::En => n.to_string(),
    }
}

/// Which years are shown, and which the filter leaves out.
pub(crate) fn left_out(shown: &[u16], left_out: &[u16], lang: Lang) -> String {
    let list = |years: &[u16]| {
        let years: Vec<_> = years.iter().map(u16::to_string).collect();
        years.join(super::comma(lang))
    };
    let (shown, left_out) = (list(shown), list(left_out));
    match lang {
        Lang::Zh => format!("按所选年度只列{shown}年，增减也只在其间比；{left_out}年没有列出。"),
        Lang::En => {
            format!("Only {shown} as chosen, and changes between these alone; {left_out} left out.")
        }
    }
}

/// That no other year has a value to compare with this one's.
pub(crate) fn only_year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只有{year}年有可比的数"),
        Lang::En => format!("only {year} has such a figure"),
    }
}

/// That two figures do not compare, and why.
pub(crate) fn not_compared(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不可比：{why}"),
        Lang::En => format!("not comparable: {why}"),
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
    holes: &[u16],
    lang: Lang,
) -> String {
    let holes: String = holes
        .iter()
        .map(|year| match lang {
            Lang::Zh => format!("{year}年没有{place}的文件。"),
            Lang::En => format!(" No document of {place} for {year}."),
        })
        .collect();
    let says = match (lang, change) {
        (Lang::Zh, Some([(from, before), (to, after)])) => {
            format!("{name}：{place}{from}年 {before}，{to}年 {after}。")
        }
        (Lang::En, Some([(from, before), (to, after)])) => {
            format!("{name}: {place} {before} in {from}, {after} in {to}.")
        }
        (Lang::Zh, None) => format!("{name}：{place}没有两年可比的数。"),
        (Lang::En, None) => format!("{name}: {place} has no two years that compare."),
    };
    says + &holes
}

/// 「甲 28 ＝ 退出 20 ＋ 延续 0 ＋ 调整 8」.
pub(crate) fn comparing(percent: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在逐条比对甲乙两边的任务，已比 {percent}%。"),
        Lang::En => format!("Comparing the tasks of A and B one by one: {percent}% done."),
    }
}

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
