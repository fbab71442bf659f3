//! What a person should know about a value or about the source itself.

use serde::{Deserialize, Serialize};

use crate::{DocumentIdx, Span, TaskIdx};

/// A finding about the source (核验) or about how it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What was found.
    pub kind: DiagnosticKind,
    /// In which document.
    pub document: DocumentIdx,
    /// About which task, where it concerns one.
    pub task: Option<TaskIdx>,
    /// Where the words stand that it is about.
    pub span: Span,
    /// What a person needs to judge it: the words or figures concerned, as printed.
    pub detail: String,
    /// What the source states, where two figures differ.
    pub stated: Option<String>,
    /// What is found beside it: the sum of the parts, the table's figure.
    pub found: Option<String>,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiagnosticKind {
    /// A table's header lacks column names; they were taken from the place's usual order.
    LostHeader,
    /// A row without a number, taken as a part of the number above.
    UnnumberedRow,
    /// Several units, none marked: the first was taken as the lead.
    InferredLead,
    /// Several units are marked as leads.
    SeveralLeads,
    /// The cell is merged with the one above; its value was carried down.
    CarriedCell,
    /// Several units stand in one cell without a separator and were parted.
    UnseparatedUnits,
    /// A cell holds more than its value.
    ExtraWords,
    /// One cell is printed across several columns.
    MergedColumns,
    /// A number of the sequence is missing or out of order.
    NumberGap,
    /// A cell of a column that is known and not read: 完成时限, 责任领导, 备注.
    UnreadColumn,
    /// Text that fits no rule and was left out of every task.
    UnreadText,
    /// Characters are missing or cannot be read: bytes that are not UTF-8 (they stand as U+FFFD),
    /// a mark that is closed and was never opened.
    GarbledText,
    /// No rule recognises the document's layout.
    UnknownLayout,
    /// The parts of an allocation do not add up to its total.
    SumMismatch,
    /// A total is printed and no part.
    PartsMissing,
    /// The text says another figure than the table beside it.
    TextTableMismatch,
    /// The list of the year says another figure than the document's livelihood list.
    CrossSectionMismatch,
}

impl DiagnosticKind {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LostHeader => "lost-header",
            Self::UnnumberedRow => "unnumbered-row",
            Self::InferredLead => "inferred-lead",
            Self::SeveralLeads => "several-leads",
            Self::CarriedCell => "carried-cell",
            Self::UnseparatedUnits => "unseparated-units",
            Self::ExtraWords => "extra-words",
            Self::MergedColumns => "merged-columns",
            Self::NumberGap => "number-gap",
            Self::UnreadColumn => "unread-column",
            Self::UnreadText => "unread-text",
            Self::GarbledText => "garbled-text",
            Self::UnknownLayout => "unknown-layout",
            Self::SumMismatch => "sum-mismatch",
            Self::PartsMissing => "parts-missing",
            Self::TextTableMismatch => "text-table-mismatch",
            Self::CrossSectionMismatch => "cross-section-mismatch",
        }
    }

    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::UnnumberedRow | Self::CarriedCell | Self::UnreadColumn => Severity::Note,
            Self::LostHeader
            | Self::InferredLead
            | Self::SeveralLeads
            | Self::UnseparatedUnits
            | Self::MergedColumns => Severity::Inferred,
            Self::ExtraWords
            | Self::NumberGap
            | Self::UnreadText
            | Self::GarbledText
            | Self::UnknownLayout
            | Self::SumMismatch
            | Self::PartsMissing
            | Self::TextTableMismatch
            | Self::CrossSectionMismatch => Severity::Fault,
        }
    }
}

/// How much a finding matters to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The form of the source; the reading is certain.
    Note,
    /// The reading rests on a rule.
    Inferred,
    /// Something of the source does not fit or was not read.
    Fault,
}
