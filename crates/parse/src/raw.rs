//! What the layouts hand on: rows read off the page, before names are resolved.
//!
//! Every layout ends in [`RawSection`]s; `resolve` makes tasks of them.

use model::{DiagnosticKind, Passage, Span};

/// A list of tasks as a layout read it.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawSection {
    /// Its heading, from outermost to innermost: `…责任分解`, `一、未来五年主要工作任务`.
    pub(crate) titles: Vec<Passage>,
    /// Where stands what heads no row of its own: 二、… over （一）…, a header that a page repeats.
    pub(crate) furniture: Vec<Span>,
    /// The names of the value columns, total first; `None` where the header has lost them.
    pub(crate) columns: Vec<Option<Passage>>,
    /// Whether it has a column for what has been done.
    pub(crate) has_status: bool,
    /// Where its header stands, if it has one.
    pub(crate) header: Option<Span>,
    /// The rows, as printed.
    pub(crate) rows: Vec<RawRow>,
    /// Where the section ends in the source.
    pub(crate) end: u32,
}

/// One row of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawRow {
    /// The number, if the row prints one.
    pub(crate) number: Option<Passage>,
    /// The heading or category it stands under.
    pub(crate) heading: Option<Passage>,
    /// Whether the heading was printed in an earlier row's merged cell.
    pub(crate) is_heading_carried: bool,
    /// What is ordered.
    pub(crate) text: Passage,
    /// Whether the text was printed in an earlier row's merged cell.
    pub(crate) is_text_carried: bool,
    /// Which part of the text the row counts.
    pub(crate) sub_label: Option<Passage>,
    /// The cells of units, in the order of their columns.
    pub(crate) units: Vec<RawUnits>,
    /// Whether the units were printed in an earlier row's merged cell.
    pub(crate) is_units_carried: bool,
    /// What has been done.
    pub(crate) status: Option<Passage>,
    /// How much of the text is to be reached, until it stands behind the text.
    pub(crate) goal: Option<Passage>,
    /// What the values are counted in, where a column says it.
    pub(crate) measure: Option<Passage>,
    /// The value cells, one for each column, or one alone where columns are merged.
    pub(crate) values: Vec<Passage>,
    /// The whole row.
    pub(crate) span: Span,
    /// What a person should know about it: kind, words concerned, place.
    pub(crate) notes: Vec<Note>,
}

/// A cell of units and what its column says of them.
#[derive(Debug, Clone)]
pub(crate) struct RawUnits {
    /// The cell.
    pub(crate) cell: Passage,
    /// What the column's name or the label before it says.
    pub(crate) column: UnitColumn,
}

/// What the name of a column of units says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitColumn {
    /// 责任单位: leads and helpers together.
    Any,
    /// 牵头单位.
    Lead,
    /// 配合单位.
    Support,
}

/// A diagnostic before its document and task are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// What was found.
    pub(crate) kind: DiagnosticKind,
    /// Where.
    pub(crate) span: Span,
    /// The words concerned.
    pub(crate) detail: String,
}

impl Note {
    /// A note on the words of a passage, at `fallback` where the passage is empty.
    pub(crate) fn on(kind: DiagnosticKind, passage: &Passage, fallback: Span) -> Self {
        let span = passage.span().unwrap_or(fallback);
        Self { kind, span, detail: passage.text.clone() }
    }
}

/// What a layout made of a document.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawDocument {
    /// The lists, in the order printed.
    pub(crate) sections: Vec<RawSection>,
    /// Notes that concern no single row.
    pub(crate) notes: Vec<Note>,
}
