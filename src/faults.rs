//! What of the sources does not fit: the findings about the tasks of a filter, by kind.

use engine::Outcome;
use model::{Diagnostic, DiagnosticKind, Severity, TaskIdx};

use crate::book::Book;
use crate::state::ViewState;

/// The findings of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Findings {
    /// How many findings there are of any kind.
    pub n: usize,
    /// By kind: faults first, then what was inferred, then notes; within, sums and figures that
    /// contradict each other first, then most findings first.
    pub kinds: Vec<FindingsOfKind>,
}

/// The findings of one kind, in the order of the sources.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FindingsOfKind {
    /// The kind.
    pub kind: DiagnosticKind,
    /// The findings.
    pub found: Vec<&'static Diagnostic>,
}

/// The faults that a reader can act on first; the others follow by their number.
const RANK: [DiagnosticKind; 4] = [
    DiagnosticKind::SumMismatch,
    DiagnosticKind::TextTableMismatch,
    DiagnosticKind::CrossSectionMismatch,
    DiagnosticKind::PartsMissing,
];

impl Findings {
    /// The findings about the tasks of `outcome`, and those about whole documents that have a
    /// task in it.
    pub(crate) fn of(book: Book, outcome: &Outcome) -> Self {
        let mut is_task_in = vec![false; book.ledger.tasks.len()];
        let mut is_document_in = vec![false; book.ledger.documents.len()];
        for &task in &outcome.rows {
            is_task_in[task as usize] = true;
            is_document_in[book.task(task).document as usize] = true;
        }
        let is_in = |finding: &&Diagnostic| match finding.task {
            Some(task) => is_task_in[task as usize],
            None => is_document_in[finding.document as usize],
        };
        let mut kinds: Vec<FindingsOfKind> = Vec::new();
        let mut n = 0;
        for finding in book.ledger.diagnostics.iter().filter(is_in) {
            n += 1;
            match kinds.iter_mut().find(|of_kind| of_kind.kind == finding.kind) {
                Some(of_kind) => of_kind.found.push(finding),
                None => kinds.push(FindingsOfKind { kind: finding.kind, found: vec![finding] }),
            }
        }
        kinds.sort_by_key(|of_kind| {
            let rank = RANK.iter().position(|kind| *kind == of_kind.kind).unwrap_or(RANK.len());
            let n = of_kind.found.len();
            (core::cmp::Reverse(of_kind.kind.severity()), rank, core::cmp::Reverse(n))
        });
        Self { n, kinds }
    }

    /// The kinds that `state` asks for: one, or all.
    pub(crate) fn chosen(&self, state: &ViewState) -> Vec<FindingsOfKind> {
        let is_chosen = |of_kind: &&FindingsOfKind| {
            state.focus.check.as_deref().is_none_or(|code| code == of_kind.kind.code())
        };
        self.kinds.iter().filter(is_chosen).cloned().collect()
    }

    /// How many findings are faults of the sources.
    pub(crate) fn n_faults(&self) -> usize {
        let faults = self.kinds.iter().filter(|kind| kind.kind.severity() == Severity::Fault);
        faults.map(|kind| kind.found.len()).sum()
    }
}

/// A row whose shares do not add up, worked out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sum {
    /// The row.
    pub task: TaskIdx,
    /// Each share as printed with its region, the total left out.
    pub shares: Vec<(model::RegionIdx, &'static str)>,
    /// What the shares add up to.
    pub added: f64,
    /// The total as printed.
    pub stated: &'static str,
    /// The sum less the total.
    pub difference: f64,
}

/// The sum behind a finding; `None` where its task has no shares that add up.
pub(crate) fn sum_of(book: Book, finding: &Diagnostic) -> Option<Sum> {
    use crate::sums::{ShareSum, Verdict, share_sum};
    let task = finding.task?;
    let cells = &book.task(task).allocations;
    let ShareSum::Added { sum, verdict: Verdict::Differs { difference } } = share_sum(cells) else {
        return None;
    };
    let total = cells.iter().find(|cell| cell.is_total)?;
    let shares = cells.iter().filter(|cell| !cell.is_total);
    Some(Sum {
        task,
        shares: shares.map(|cell| (cell.region, &*cell.printed.text)).collect(),
        added: sum,
        stated: &total.printed.text,
        difference,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;

    fn findings(query: &str) -> (Book, Findings) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let outcome = book.engine.run(&resolve::query(book, &state));
        (book, Findings::of(book, &outcome))
    }

    #[test]
    fn without_a_filter_every_finding_is_there_once() {
        let (book, findings) = findings("");
        assert_eq!(findings.n, book.ledger.diagnostics.len());
        let n: usize = findings.kinds.iter().map(|kind| kind.found.len()).sum();
        assert_eq!(n, findings.n);
    }

    #[test]
    fn faults_stand_first() {
        let (_, findings) = findings("");
        let severities: Vec<_> = findings.kinds.iter().map(|kind| kind.kind.severity()).collect();
        assert!(severities.is_sorted_by(|one, other| one >= other), "{severities:?}");
    }

    #[test]
    fn each_sum_that_does_not_fit_can_be_worked_out() {
        let (book, findings) = findings("");
        let sums = findings.kinds.iter().find(|kind| kind.kind == DiagnosticKind::SumMismatch);
        let sums: Vec<_> =
            sums.unwrap().found.iter().map(|finding| sum_of(book, finding).unwrap()).collect();
        // 2021, 省 22: 10+1+3+2+1+6+17+1 = 41, the table says 10.
        assert!(sums.iter().any(|sum| sum.stated == "10" && (sum.difference - 31.0).abs() < 1e-9));
        assert_eq!(sums.len(), 6);
    }
}
