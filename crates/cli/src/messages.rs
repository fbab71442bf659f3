//! What a reader of the exported files is told, in Chinese.

use model::{Diagnostic, DiagnosticKind, Reason};

/// Said of a document in which no list was found.
pub(crate) const NO_LIST: &str =
    "没有认出任务清单。请确认是分工表或任务分解的原文，保留制表符、竖线或“责任单位：”等标记。";

/// What a finding says, with the words it is about.
pub(crate) fn message(found: &Diagnostic) -> String {
    let detail = &found.detail;
    match found.kind {
        DiagnosticKind::LostHeader => format!("表头缺列名，按该地表格的通常次序认定：{detail}"),
        DiagnosticKind::UnnumberedRow => format!("该行没有编号，归入上一编号：{detail}"),
        DiagnosticKind::InferredLead => format!("多个单位未标明牵头，取列第一位：{detail}"),
        DiagnosticKind::SeveralLeads => format!("标明了多个牵头单位：{detail}"),
        DiagnosticKind::CarriedCell => format!("单位格为空，依合并格由上一行带下：{detail}"),
        DiagnosticKind::UnseparatedUnits => format!("单位之间没有分隔，按名称拆开：{detail}"),
        DiagnosticKind::ExtraWords => format!("格内除数值外另有文字：{detail}"),
        DiagnosticKind::MergedColumns => format!("一格横跨多列，未逐列填数：{detail}"),
        DiagnosticKind::NumberGap => format!("编号不连续：{detail}"),
        DiagnosticKind::UnreadColumn => format!("此列照录，没有读数：{detail}"),
        DiagnosticKind::UnreadText => format!("此处文字没有归入任何任务：{detail}"),
        DiagnosticKind::GarbledText => format!("此处有缺字或无法识别的字符：{detail}"),
        DiagnosticKind::SumMismatch => {
            let (stated, sum) = figures(found);
            format!("各处相加是{sum}，表中合计写{stated}：{detail}")
        }
        DiagnosticKind::PartsMissing => format!("只有合计，没有各处的数：{detail}"),
        DiagnosticKind::CrossSectionMismatch => format!("年度任务与民生实事不一致：{detail}"),
        DiagnosticKind::TextTableMismatch => format!("正文与表不一致：{detail}"),
        DiagnosticKind::UnknownLayout => format!("没有认出版式，全文未读：{detail}"),
    }
}

/// What is stated and what was found.
fn figures(found: &Diagnostic) -> (&str, &str) {
    (found.stated.as_deref().unwrap_or_default(), found.found.as_deref().unwrap_or_default())
}

/// Why a point of a series does not compare. `scope` is what it counts instead.
pub(crate) fn reason(reason: Reason, scope: Option<&str>) -> String {
    let why = match reason {
        Reason::OtherObject => "对象不同",
        Reason::OtherUnit => "单位不同",
        Reason::Stock => "存量，不是新增",
        Reason::Level => "总额，不是增幅",
        Reason::OtherHorizon => "五年目标与年度目标不可比",
        Reason::Province => "正文是全省的数",
        Reason::SameYear => "同年另有出处为准",
        Reason::OtherRegion => "该地区没有别的年份可比",
    };
    scope.map_or_else(|| why.to_owned(), |scope| format!("{why}：{scope}"))
}
