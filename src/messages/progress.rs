//! Words of 进度: how far things have come.

use super::{Words, words};
use crate::format;
use crate::state::Lang;

pub(crate) const AMOUNTS: Words = words("累计", "Amounts");
pub(crate) const RATES: Words = words("增速、比例、限值", "Rates and limits");
pub(crate) const TOLERANCE_AMOUNT: Words = words("容差，累计", "Tolerance, amounts");
pub(crate) const TOLERANCE_RATE: Words = words("容差，比率", "Tolerance, rates");
pub(crate) const POINTS: Words = words("个百分点", "points");
pub(crate) const LESS: Words = words("减", "Less");
pub(crate) const MORE: Words = words("加", "More");
pub(crate) const BY_STATE: Words = words("按状态", "By state");
pub(crate) const BY_LEAD: Words = words("按牵头单位", "By lead");
pub(crate) const MEETING: Words = words("欠进度清单", "Those behind, by lead");
pub(crate) const NUMBER: Words = words("编号", "No.");
pub(crate) const TASK: Words = words("指标", "Indicator");
pub(crate) const TARGET: Words = words("全年目标", "Target");
pub(crate) const REACHED: Words = words("已完成", "Reached");
pub(crate) const PLOT: Words = words("对照", "Plot");
pub(crate) const SHARE: Words = words("完成率", "Share");
pub(crate) const GAP: Words = words("差", "Gap");
pub(crate) const UP_TO: Words = words("截至", "Up to");
pub(crate) const PART_NOTE: Words = words(
    "竖线是序时或目标，斜纹是还差的部分，按差排序。",
    "The upright line is the share of the year or the target; hatched is what is missing.",
);
pub(crate) const NOTHING: Words =
    words("筛选里没有报告完成情况的任务。", "No task of this filter reports progress.");
pub(crate) const NOTHING_NEXT: Words =
    words("看全部有完成情况的任务", "Show all that report progress");
pub(crate) const DISTRIBUTION: Words = words("各状态的任务数", "Tasks by state");

pub(crate) fn reported(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其中 {n} 项报告了完成情况。"),
        Lang::En => format!("{n} of them report progress. "),
    }
}

/// 「累计对序时：1–5月 41.7%…」.
pub(crate) fn rule_note(periods: &[(u8, f64)], lang: Lang) -> String {
    let share = |(month, share): &(u8, f64)| {
        let words = super::panel::up_to_month(*month, lang);
        format!("{words} {}%", format::number((share * 1000.0).round() / 10.0))
    };
    let shares: Vec<_> = periods.iter().map(share).collect();
    match lang {
        Lang::Zh => {
            let of_year = if shares.is_empty() {
                String::new()
            } else {
                format!("：{}", shares.join("，"))
            };
            format!(
                "累计对序时（全年已过的份额）{of_year}；增速、比例、限值对目标本身，不折算序时。一项有几个指标的，取最靠后的一个；预计数不参与判断。"
            )
        }
        Lang::En => {
            let of_year =
                if shares.is_empty() { String::new() } else { format!(" ({})", shares.join(", ")) };
            format!(
                "Amounts stand against the share of the year{of_year}; rates and limits against the target itself. Of several indicators the least advanced counts; forecasts are not judged."
            )
        }
    }
}

pub(crate) fn n_more(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有可对照的数，{n} 项"),
        Lang::En => format!("without a figure to compare: {n}"),
    }
}
