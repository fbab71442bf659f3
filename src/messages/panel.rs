//! Words of an open task: what it is to reach, what was reached, and its relatives.

use model::{ProgressRule, Reason};

use super::{Words, words};
use crate::format;
use crate::state::Lang;

pub(crate) const TARGETS: Words = words("目标值", "Targets");
pub(crate) const INDICATOR: Words = words("指标", "Indicator");
pub(crate) const QUALIFIER: Words = words("口径，不是目标", "threshold, not a target");
pub(crate) const UP: Words = words("上升", "up");
pub(crate) const DOWN: Words = words("下降", "down");
pub(crate) const FIVE_YEAR: Words = words("五年", "five years");

pub(crate) const STANDING: Words = words("对照目标", "Against the targets");
pub(crate) const OVERALL_RULE: Words =
    words("取最靠后的一个指标", "the least advanced indicator counts");
pub(crate) const WANTED: Words = words("全年 ", "wanted ");
pub(crate) const REACHED: Words = words("完成 ", "reached ");
pub(crate) const CLAIM: Words = words("文件说 ", "The document says ");
pub(crate) const FORECAST_SIGN: Words = words("预", "fc.");
pub(crate) const FORECAST: Words =
    words("文件的预计数，不参与判断", "a forecast of the document, not judged");
pub(crate) const NOT_COMPARABLE_SIGN: Words = words("异", "n.c.");
pub(crate) const NOT_COMPARABLE: Words = words("这里不可比", "not comparable here");

pub(crate) fn up_to_month(month: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh if month == 6 => "上半年".to_owned(),
        Lang::Zh => format!("1–{month}月"),
        Lang::En => {
            const MONTHS: [&str; 12] = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ];
            let end = MONTHS.get(usize::from(month).saturating_sub(1)).copied();
            format!("Jan–{}", end.unwrap_or_default())
        }
    }
}

/// Why a figure stands as it does.
pub(crate) const fn rule(rule: ProgressRule) -> Words {
    match rule {
        ProgressRule::AmountReached => words("已达到全年目标", "the target of the year is reached"),
        ProgressRule::AmountOverTime => {
            words("完成率对序时（全年已过的份额）", "share reached against the share of the year")
        }
        ProgressRule::Growth => words("增速对目标增速", "the rate against the wanted rate"),
        ProgressRule::Level => words("比例对目标本身", "the level against the wanted level"),
        ProgressRule::LevelClaimed => words(
            "已达到目标比例，文件说已完成",
            "the level is reached, and the document says it is done",
        ),
        ProgressRule::Limit => words("数值对限值", "the value against its limit"),
        ProgressRule::Forecast => words("预计数，不判断", "a forecast, not judged"),
        ProgressRule::Step => {
            words("是过程中的一步，不是结果，不判断", "a step on the way, not judged")
        }
        ProgressRule::NoPeriod => {
            words("没有写截至何时，无法对序时", "no time is given to hold it against")
        }
        ProgressRule::Claim => words(
            "文件说已完成或已开工，没有可对照的数",
            "claimed done or begun, without a figure to compare",
        ),
        ProgressRule::NoFigure => {
            words("文件没有给出可对照的数", "no figure that compares with the target")
        }
        ProgressRule::NoTarget => words("任务没有写数量", "the task states no quantity"),
    }
}

pub(crate) const HISTORY: Words = words("历年", "Over the years");
pub(crate) const HISTORY_NOTE: Words =
    words("同一地方的同一指标", "the same indicator of the same place");

pub(crate) const NO_VALUE: Words =
    words("有文件，没有这个指标", "a document, but not this indicator");

/// How many rows share a task's number.
pub(crate) fn n_rows(n: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("同号 {n} 行"),
        Lang::En => format!("{n} rows share this number"),
    }
}

/// Why a point does not compare; `scope` is what it counts instead, in the data's words.
pub(crate) fn reason(reason: Reason, scope: Option<&str>, lang: Lang) -> String {
    let why = match reason {
        Reason::OtherObject => words("对象不同", "counts another object"),
        Reason::OtherUnit => words("单位不同", "another unit"),
        Reason::Stock => words("一个是存量，一个是新增", "stock against addition"),
        Reason::Level => words("一个是总额，一个是增幅", "level against growth"),
        Reason::OtherHorizon => words("五年目标与年度目标", "five years against one"),
        Reason::Province => words("是全省的数", "the whole province's figure"),
        Reason::SameYear => words("同年另有出处为准", "another figure of that year counts"),
        Reason::OtherRegion => words("该地没有别的年份", "no other year of this place"),
    };
    let why = why.to(lang);
    scope.map_or_else(|| why.to_owned(), |scope| format!("{why}（{scope}）"))
}

/// How a value changed since an earlier year: in points for rates, else with its percent.
pub(crate) fn change_since(
    year: u16,
    difference: f64,
    before: f64,
    is_rate: bool,
    lang: Lang,
) -> String {
    let points = format::difference(difference);
    let percent = (before != 0.0)
        .then(|| format::difference((difference / before * 1000.0).round() / 10.0) + "%");
    match (lang, is_rate, percent) {
        (Lang::Zh, true, _) => format!("比{year}年 {points} 个百分点"),
        (Lang::En, true, _) => format!("{points} points since {year}"),
        (Lang::Zh, false, Some(percent)) => format!("比{year}年 {points}（{percent}）"),
        (Lang::En, false, Some(percent)) => format!("{points} ({percent}) since {year}"),
        (Lang::Zh, false, None) => format!("比{year}年 {points}"),
        (Lang::En, false, None) => format!("{points} since {year}"),
    }
}

pub(crate) const EARLIER_ONLY: Words = words("增减", "change");

pub(crate) const RELATIVES: Words = words("别的文件里的近似任务", "Alike in other documents");
pub(crate) const RELATIVES_NOTE: Words = words(
    "按用字相近程度，少见的字重，数字不计，同一指标加重；划去的是较早的话",
    "by rare words in common, figures aside; struck words are the earlier text's",
);
pub(crate) const COMPARING: Words =
    words("正在与其他文件逐条比对…", "Comparing with the other documents…");
pub(crate) const NO_RELATIVES: Words =
    words("没有足够相近的任务。", "No task of another document is alike enough.");
pub(crate) const SAME_WORDS: Words = words("延续", "kept");
pub(crate) const ADJUSTED: Words = words("调整", "adjusted");

pub(crate) fn likeness(similarity: f64, lang: Lang) -> String {
    let percent = (similarity * 100.0).round();
    match lang {
        Lang::Zh => format!("相近 {percent}%"),
        Lang::En => format!("{percent}% alike"),
    }
}
