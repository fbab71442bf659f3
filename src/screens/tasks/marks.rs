//! Which words of the source a reader has asked to see marked.

use model::{Diagnostic, Passage, Progress, Span, Task};

use crate::book::Book;

/// What is marked in the source of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mark {
    /// What is ordered.
    #[default]
    Text,
    /// The heading it stands under.
    Heading,
    /// Which part of the text the row counts.
    Part,
    /// What is said to have been done.
    Status,
    /// A unit, by its position among those named.
    Unit(usize),
    /// A share, by its position.
    Cell(usize),
    /// A finding, by its position among those of the task.
    Finding(usize),
    /// A quantity, by its position in the ledger.
    Target(usize),
    /// What was reached, by its position in the ledger.
    Progress(usize),
}

impl Mark {
    /// Where the words stand; nothing where the task lacks what is asked for.
    pub(super) fn spans(self, book: Book, task: &Task, findings: &[&Diagnostic]) -> Vec<Span> {
        let of = |passage: Option<&Passage>| passage.map(|found| found.pieces.clone());
        let spans = match self {
            Self::Text => of(Some(&task.text)),
            Self::Heading => of(task.heading.as_ref()),
            Self::Part => of(task.sub_label.as_ref()),
            Self::Status => of(task.status.as_ref()),
            Self::Unit(idx) => task.mentions.get(idx).map(|mention| mention.spans.clone()),
            Self::Cell(idx) => of(task.allocations.get(idx).map(|cell| &cell.printed)),
            Self::Target(idx) => of(book.ledger.targets.get(idx).map(|target| &target.printed)),
            Self::Progress(idx) => book.ledger.progress.get(idx).map(progress_spans),
            Self::Finding(idx) => findings.get(idx).map(|finding| vec![finding.span]),
        };
        spans.unwrap_or_default()
    }
}

/// The words of a figure, of its period, and of what is claimed.
fn progress_spans(row: &Progress) -> Vec<Span> {
    let period = row.period.as_ref().map(|period| &period.printed);
    let passages = [Some(&row.printed), period, row.claim.as_ref()];
    passages.into_iter().flatten().flat_map(|passage| passage.pieces.clone()).collect()
}
