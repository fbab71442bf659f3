//! Words of 核验: what of the sources does not fit.

use model::{Diagnostic, DiagnosticKind, Severity};

use super::{Words, words};
use crate::state::Lang;

pub(crate) const KINDS: Words = words("种类", "Kinds");
pub(crate) const ALL: Words = words("全部", "All");
pub(crate) const SUM: Words = words("相加", "Sum");
pub(crate) const STATED: Words = words("表中全市", "Printed total");
pub(crate) const DIFFERENCE: Words = words("差", "Difference");
pub(crate) const TASK: Words = words("事项", "Row");
pub(crate) const SHOW_SOURCE: Words = words("看原文", "Show the source");
pub(crate) const WHOLE_DOCUMENT: Words = words("全文", "the document");
pub(crate) const NOTHING: Words =
    words("筛选里没有要核的地方。", "Nothing to check in this filter.");

pub(crate) const fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Fault => words("原文对不上", "Does not fit"),
        Severity::Inferred => words("由规则推定", "Decided by a rule"),
        Severity::Note => words("原文的写法", "How it is printed"),
    }
}

pub(crate) const fn severity_note(severity: Severity) -> Words {
    match severity {
        Severity::Fault => words(
            "照登原文，不作更改；可打印送回核实。",
            "Shown as printed, never changed; print it to send it back.",
        ),
        Severity::Inferred => words("读法依规则，可逐条看。", "How it was read rests on a rule."),
        Severity::Note => words("读法没有疑问。", "The reading is certain."),
    }
}

/// The short name of a kind, for the switch.
pub(crate) const fn kind(kind: DiagnosticKind) -> Words {
    match kind {
        DiagnosticKind::SumMismatch => words("合计不符", "sums"),
        DiagnosticKind::CrossSectionMismatch => words("两表不一", "two lists"),
        DiagnosticKind::TextTableMismatch => words("文表不一", "text and table"),
        DiagnosticKind::PartsMissing => words("只有合计", "parts missing"),
        DiagnosticKind::LostHeader => words("表头缺失", "lost header"),
        DiagnosticKind::GarbledText => words("疑有缺字", "garbled"),
        DiagnosticKind::UnreadColumn => words("未读的列", "unread column"),
        DiagnosticKind::UnreadText => words("未读文字", "unread"),
        DiagnosticKind::ExtraWords => words("格内有字", "extra words"),
        DiagnosticKind::MergedColumns => words("跨列", "merged columns"),
        DiagnosticKind::NumberGap => words("编号有缺", "number gap"),
        DiagnosticKind::UnknownLayout => words("版式不识", "unknown layout"),
        DiagnosticKind::InferredLead => words("牵头推定", "lead inferred"),
        DiagnosticKind::SeveralLeads => words("几个牵头", "several leads"),
        DiagnosticKind::CarriedCell => words("合并格", "merged cell"),
        DiagnosticKind::UnnumberedRow => words("没有编号", "no number"),
        DiagnosticKind::UnseparatedUnits => words("单位连写", "units joined"),
    }
}

/// How many findings, of which how many are faults.
pub(crate) fn summary(n: usize, n_faults: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("查出 {n} 处，其中原文对不上的 {n_faults} 处。"),
        Lang::En => format!("{n} findings, {n_faults} of them where the source does not fit."),
    }
}

/// What a text states beside what its table states.
pub(crate) fn against(finding: &Diagnostic, lang: Lang) -> Option<String> {
    let (stated, found) = (finding.stated.as_deref()?, finding.found.as_deref());
    Some(match (finding.kind, lang, found) {
        (DiagnosticKind::SumMismatch, Lang::Zh, Some(found)) => {
            format!("各处相加是 {found}，表中全市写 {stated}")
        }
        (DiagnosticKind::SumMismatch, Lang::En, Some(found)) => {
            format!("the shares add up to {found}, the total says {stated}")
        }
        (DiagnosticKind::CrossSectionMismatch, Lang::Zh, Some(found)) => {
            format!("年度任务写 {stated}，民生实事相加是 {found}")
        }
        (DiagnosticKind::CrossSectionMismatch, Lang::En, Some(found)) => {
            format!("the list of the year says {stated}, the livelihood list {found}")
        }
        (_, Lang::Zh, Some(found)) => format!("正文写 {stated}，表中写 {found}"),
        (_, Lang::En, Some(found)) => format!("the text says {stated}, the table {found}"),
        (_, Lang::Zh, None) => format!("合计写 {stated}，没有各处的数"),
        (_, Lang::En, None) => format!("the total says {stated}, no share is printed"),
    })
}
