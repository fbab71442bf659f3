//! The words of 区县.

use model::Reason;

use super::{Clauses, Words, words};
use crate::changes::Gap;
use crate::state::{Cells, Lang};
use crate::sums;

pub(crate) const NOTE: Words = words(
    "一行一个数，字是原文的数，颜色是占各处相加之数的份额。“/” 是没有份，不是 0；“=” 是各处相加与全市相符。",
    "One figure a row, as printed; the shade is its part of the shares added up. “/” is no \
     share, which is not 0; “=” says that the shares add up to the total.",
);
pub(crate) const NOTE_CHANGE: Words = words(
    "与上一个有可比之数的年份相比：数量按百分比，比率按百分点；不可比的空着，末栏说明。",
    "Against the last year that has a comparable figure: amounts in percent, rates in points; \
     what does not compare stays empty, and the last column says why.",
);
pub(crate) const CELLS: Words = words("格中显示", "Cells show");
pub(crate) const KEY: Words = words("颜色：份额", "Share of total");
pub(crate) const STEPS: [&str; 5] = ["<5%", "5–10", "10–15", "15–20", "≥20%"];
pub(crate) const TILES: Words = words("选区县", "Choose a region");
pub(crate) const SCHEMATIC: Words =
    words("示意图，不表示位置与边界", "A sketch: no true places or borders");
pub(crate) const ITEM: Words = words("事项", "Item");
pub(crate) const ADDED: Words = words("相加", "Sum");
pub(crate) const AGAINST: Words = words("比何年", "Against");
pub(crate) const WITH_SHARE: Words = words("有份的事项", "items with a share");
pub(crate) const NO_COLUMN: Words = words("表中没有这一列", "no column in this table");
pub(crate) const NOTHING: Words =
    words("筛选出的任务都没有分解到区县。", "None of these tasks is shared out among regions.");
pub(crate) const NOTHING_NEXT: Words = words(
    "去掉一项筛选，或另选年度：有分解表的年度见总览。",
    "Leave a part of the filter out, or choose another year; the overview says which years \
     have such tables.",
);
pub(crate) const LEFT_OUT: Words = words("不在筛选内", "left out by the filter");
pub(crate) const PROFILE_YEARS: Words = words("历年有什么", "What there is, by year");
pub(crate) const OWN: Words = words("自己的文件", "own document");
pub(crate) const NAMED: Words = words("点名其政府", "its government named");
pub(crate) const SERIES: Words = words("历年可比的份额", "Shares that compare over the years");
pub(crate) const SERIES_NONE: Words = words(
    "没有两年可比的份额。指标、单位、口径都相同才相比。",
    "No share compares over two years; indicator, unit and scope must be the same.",
);
pub(crate) const INDICATOR: Words = words("指标", "Indicator");
pub(crate) const CHANGED: Words = words("增减", "Change");
pub(crate) const SHARES: Words = words("全部份额", "All shares");
pub(crate) const SHARES_NOTE: Words = words(
    "位次只在区县之间排，按份额从多到少，同数同位；开发区、市本级不排。",
    "Places are among districts and counties alone, by the size of the share; equal shares \
     have one place. Zones and the city level are not placed.",
);
pub(crate) const SHARE: Words = words("份额", "Share");
pub(crate) const PART: Words = words("占比", "% of total");
pub(crate) const PLACE: Words = words("位次", "Place");
pub(crate) const YEAR: Words = words("年度", "Year");
pub(crate) const CLOSE: Words = words("不看这一处", "Close the profile");
pub(crate) const NO_SHARES: Words =
    words("筛选出的任务里没有它的份额。", "It has no share of these tasks.");

pub(crate) const fn cells(cells: Cells) -> Words {
    match cells {
        Cells::Amount => words("数量", "Amount"),
        Cells::Share => words("占比", "% of total"),
        Cells::Change => words("增减", "Change"),
    }
}

/// What stands before and after the number of tasks that the tables hold.
pub(crate) const IN_TABLES: Clauses =
    Clauses { zh: ("分到区县的有 ", " 项。"), en: ("Shared out: ", " tasks. ") };

pub(crate) fn caption(place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{place}各区县分解表"),
        Lang::En => format!("Shares of the regions of {place}"),
    }
}

/// The heading of a region's profile.
pub(crate) fn profile(region: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{region}的账"),
        Lang::En => format!("{region}: its ledger"),
    }
}

pub(crate) fn place(n: usize, of: usize, is_tied: bool, lang: Lang) -> String {
    match (lang, is_tied) {
        (Lang::Zh, false) => format!("第 {n} 位/共 {of}"),
        (Lang::Zh, true) => format!("并列第 {n} 位/共 {of}"),
        (Lang::En, false) => format!("{n} of {of}"),
        (Lang::En, true) => format!("{n} of {of}, tied"),
    }
}

pub(crate) fn against(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("比{year}年"),
        Lang::En => format!("on {year}"),
    }
}

pub(crate) fn in_year(year: u16, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年 {value}"),
        Lang::En => format!("{year}: {value}"),
    }
}

pub(crate) fn points(difference: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{difference} 百分点"),
        Lang::En => format!("{difference} pp"),
    }
}

pub(crate) fn part_of_whole(percent: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("占 {percent}"),
        Lang::En => format!("{percent} of the whole"),
    }
}

pub(crate) fn off(difference: &str, sum: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("相加 {sum}，差 {difference}"),
        Lang::En => format!("adds to {sum}, {difference}"),
    }
}

pub(crate) fn sum_alone(sum: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("相加 {sum}，全市未印"),
        Lang::En => format!("adds to {sum}; no total"),
    }
}

pub(crate) const AGREES: Words = words("各处相加与全市相符", "the shares add up to the total");
pub(crate) const NO_PART: Words = words("不是份额，不算占比", "no part of a total");

/// Why the shares of a row were not added up, in few words.
pub(crate) const fn not_added(reason: sums::Reason) -> Words {
    match reason {
        sums::Reason::Nothing => words("没有份", "no share"),
        sums::Reason::NotNumbers => words("有文字", "words in cells"),
        sums::Reason::Ratios => words("比率", "rates"),
        sums::Reason::Rough => words("约数", "rough figures"),
        sums::Reason::MixedUnits => words("单位不一", "mixed units"),
    }
}

/// Why a share has no change, in few words.
pub(crate) const fn gap(gap: Gap) -> Words {
    match gap {
        Gap::NotFollowed => words("没有同一指标", "no such indicator"),
        Gap::First => words("此前没有", "none earlier"),
        Gap::NotComparable(why) => reason(why),
    }
}

/// Why a share does not compare, in few words.
pub(crate) const fn reason(reason: Reason) -> Words {
    match reason {
        Reason::OtherObject => words("对象不同", "other object"),
        Reason::OtherUnit => words("单位不同", "other unit"),
        Reason::Stock => words("存量与增量", "stock, not flow"),
        Reason::Level => words("总量与增幅", "level, not growth"),
        Reason::OtherHorizon => words("期限不同", "other horizon"),
        Reason::Province => words("全省的数", "the province's"),
        Reason::SameYear => words("同年另有一数", "another stands for it"),
        Reason::OtherRegion => words("他年没有此处", "no other year"),
    }
}

pub(crate) fn n_shares(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 行"),
        Lang::En if n == 1 => "1 row".to_owned(),
        Lang::En => format!("{n} rows"),
    }
}
