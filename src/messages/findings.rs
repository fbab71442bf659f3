//! What is said of how a value was read, and of what does not fit in a source.

use model::{DiagnosticKind, LeadRule};

use super::{Words, words};

/// How the lead was decided, as a sentence.
pub(crate) const fn lead_reason(rule: LeadRule) -> Words {
    match rule {
        LeadRule::Marked => {
            words("文件用星号标出牵头单位。", "The document marks the lead with a star.")
        }
        LeadRule::Only => words("只列了这一个单位。", "Only this unit is named."),
        LeadRule::FirstListed => words(
            "文件注明，列在第一位的是牵头单位。",
            "The document says that the first unit named leads.",
        ),
        LeadRule::LeadColumn => words("写在牵头单位一栏。", "It stands in the column for leads."),
        LeadRule::InferredFirst => words(
            "几个单位都没有标明牵头，取列在第一位的。",
            "Several units are named and none is marked: the first was taken.",
        ),
    }
}

/// The sum of the shares, judged against the printed total.
pub(crate) mod sum {
    use super::{Words, words};
    use crate::state::Lang;

    pub(crate) const AGREES: Words = words("与全市相符", "agrees with the total");
    pub(crate) const NO_TOTAL: Words = words("表中没有全市数", "no total is printed");
    pub(crate) const RATIOS: Words = words("百分比不相加", "percentages are not added up");
    pub(crate) const NOT_NUMBERS: Words =
        words("有的格不是数，不相加", "some cells are not numbers, so nothing is added up");
    pub(crate) const ROUGH: Words =
        words("有约数，不核对", "some figures are approximate, so the sum is not checked");
    pub(crate) const MIXED: Words =
        words("单位不一，不相加", "units differ, so nothing is added up");

    pub(crate) fn differs(difference: &str, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("与全市差 {difference}"),
            Lang::En => format!("differs from the total by {difference}"),
        }
    }

    pub(crate) fn added_up(sum: &str, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("各处相加 {sum}"),
            Lang::En => format!("added up: {sum}"),
        }
    }
}

pub(crate) const fn diagnostic(kind: DiagnosticKind) -> Words {
    match kind {
        DiagnosticKind::LostHeader => words(
            "表头缺列名，依这个地方惯用的列序认定。",
            "The header lacks column names; the usual order was taken.",
        ),
        DiagnosticKind::UnnumberedRow => words(
            "这一行没有编号，算作上一编号的分项。",
            "The row has no number and counts as a part of the number above.",
        ),
        DiagnosticKind::InferredLead => words(
            "几个单位都没有标明牵头，取列在第一位的。",
            "No lead is marked; the first unit was taken.",
        ),
        DiagnosticKind::SeveralLeads => {
            words("标出的牵头单位不止一个。", "More than one unit is marked as lead.")
        }
        DiagnosticKind::CarriedCell => words(
            "此格与上格合并，内容由上带下。",
            "The cell is merged with the one above, whose words were carried down.",
        ),
        DiagnosticKind::UnseparatedUnits => words(
            "几个单位连写在一格，没有分隔，已分开。",
            "Several units stand in one cell without a separator and were parted.",
        ),
        DiagnosticKind::ExtraWords => {
            words("格里除了应有的值，还有别的字。", "The cell holds more than its value.")
        }
        DiagnosticKind::MergedColumns => {
            words("一格横跨几列。", "One cell is printed across several columns.")
        }
        DiagnosticKind::NumberGap => {
            words("编号有缺或次序不对。", "A number is missing or out of order.")
        }
        DiagnosticKind::UnreadColumn => words(
            "这一列（时限、领导、备注等）照原文保留，没有另读。",
            "This column (time limit, leader, remark) is kept as printed and not read further.",
        ),
        DiagnosticKind::UnreadText => {
            words("有文字没有归入任何任务。", "Some words belong to no task.")
        }
        DiagnosticKind::GarbledText => words(
            "此处疑有缺字，或有读不出的字。",
            "Characters seem to be missing here, or cannot be read.",
        ),
        DiagnosticKind::UnknownLayout => {
            words("没有规则认得这种版式。", "No rule recognises the layout.")
        }
        DiagnosticKind::SumMismatch => {
            words("各处相加与全市不符。", "The shares do not add up to the total.")
        }
        DiagnosticKind::PartsMissing => {
            words("只有合计，没有各处的数。", "A total is printed and no share.")
        }
        DiagnosticKind::CrossSectionMismatch => words(
            "年度任务与民生实事的数不一致。",
            "The list of the year and the livelihood list state different figures.",
        ),
        DiagnosticKind::TextTableMismatch => {
            words("正文与表中的数不一致。", "The text and its table state different figures.")
        }
    }
}
