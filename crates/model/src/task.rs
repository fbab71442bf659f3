//! What a document orders done.

use serde::{Deserialize, Serialize};

use crate::{
    Allocation, DepartmentIdx, DocumentIdx, Mention, Passage, Role, SectionKind, Span, ThemeReading,
};

/// A task's position in [`crate::Ledger::tasks`].
pub type TaskIdx = u32;

/// One thing ordered done (任务 / 事项), with who answers for it and its shares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// `<document>/<section>/<number>[.<sub>]`: `jiaxing-2024/annual/56`.
    pub id: String,
    /// The document it stands in.
    pub document: DocumentIdx,
    /// The part of the document it stands in.
    pub section: SectionKind,
    /// Its number as printed; `None` on a row without one.
    pub number: Option<String>,
    /// The number it belongs to, where that number holds several tasks.
    pub parent_number: Option<String>,
    /// Its place among the tasks of one number, from 1; `None` where it is the only one.
    pub sub: Option<u16>,
    /// The heading it stands under, as printed.
    pub heading: Option<Passage>,
    /// Whether the heading's cell is merged and was carried down.
    pub heading_carried: bool,
    /// What is ordered, as printed, white space removed.
    pub text: Passage,
    /// Whether the text's cell is merged and was carried down.
    pub text_carried: bool,
    /// Which part of the text this row counts: `托位`.
    pub sub_label: Option<Passage>,
    /// Who is named for it, in the order printed.
    pub mentions: Vec<Mention>,
    /// How the leads were decided; `None` where nobody is named.
    pub lead_rule: Option<LeadRule>,
    /// Whether the units' cell is merged and was carried down.
    pub lead_carried: bool,
    /// What the document says has been done (完成情况), as printed.
    pub status: Option<Passage>,
    /// What it is about; `None` where no rule matches.
    pub theme: Option<ThemeReading>,
    /// Its shares, in the order of the table's columns; empty where none are printed.
    pub allocations: Vec<Allocation>,
    /// The whole row in the source.
    pub span: Span,
}

impl Task {
    /// The departments that lead, in the order printed.
    pub fn leads(&self) -> impl Iterator<Item = DepartmentIdx> {
        self.with_role(Role::Lead)
    }

    /// The departments that help, in the order printed.
    pub fn supports(&self) -> impl Iterator<Item = DepartmentIdx> {
        self.with_role(Role::Support)
    }

    /// Every passage read from the source.
    pub(crate) fn passages_mut(&mut self) -> impl Iterator<Item = &mut Passage> {
        let optional =
            [&mut self.heading, &mut self.sub_label, &mut self.status].into_iter().flatten();
        let cells = self.allocations.iter_mut().map(|cell| &mut cell.printed);
        optional.chain([&mut self.text]).chain(cells)
    }

    fn with_role(&self, role: Role) -> impl Iterator<Item = DepartmentIdx> {
        self.mentions
            .iter()
            .filter(move |mention| mention.role == role)
            .map(|mention| mention.department)
    }
}

/// How the leads of a task were decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadRule {
    /// The document marks them: `*`, `★`.
    Marked,
    /// Only one unit is named.
    Only,
    /// The document says that the first unit leads.
    FirstListed,
    /// They stand in a column or behind a label for leads alone (牵头单位).
    LeadColumn,
    /// Several are named and none is marked: the first was taken. An inference.
    InferredFirst,
}

impl LeadRule {
    /// Every rule, in the order lists show them.
    pub const ALL: [Self; 5] =
        [Self::Marked, Self::Only, Self::FirstListed, Self::LeadColumn, Self::InferredFirst];

    /// The code used in files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Only => "only",
            Self::FirstListed => "first-listed",
            Self::LeadColumn => "lead-column",
            Self::InferredFirst => "inferred-first",
        }
    }
}
