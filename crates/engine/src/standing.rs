//! How tasks stand to what they are to reach, judged with the tolerance that a query gives.

use std::borrow::Cow;

use model::{Ledger, Progress, ProgressState, Target, TaskIdx, Tolerance, judge, overall};

use crate::{Code, Engine, Facet, table::Column};

/// What is judged of each row: the figures of its status, each with the target it answers.
///
/// It copies the few rows of documents that report progress, so that the engine keeps no
/// reference to the ledger.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standings {
    /// By row; empty where the document reports nothing.
    figures: Vec<Vec<(Progress, Option<Target>)>>,
}

impl Standings {
    /// Those of `tasks`, in the order of the rows.
    pub(crate) fn new(ledger: &Ledger, tasks: &[TaskIdx]) -> Self {
        let mut by_task = vec![Vec::new(); ledger.tasks.len()];
        for row in &ledger.progress {
            let target = row.target.and_then(|target| ledger.targets.get(target as usize));
            by_task[row.task as usize].push((row.clone(), target.cloned()));
        }
        let take = |&task: &TaskIdx| core::mem::take(&mut by_task[task as usize]);
        Self { figures: tasks.iter().map(take).collect() }
    }

    /// The column of [`Facet::Progress`] at a tolerance: the state of every task that has one.
    pub(crate) fn column(&self, tolerance: Tolerance) -> Column {
        let state = |figures: &Vec<(Progress, Option<Target>)>| {
            let judged = figures
                .iter()
                .map(|(row, target)| (row, judge(row, target.as_ref(), tolerance).state));
            (!figures.is_empty()).then(|| overall(judged) as Code)
        };
        Column::one(ProgressState::ALL.len() as u32, self.figures.iter().map(state))
    }
}

impl Engine {
    /// The column of a facet as this tolerance has it.
    pub(crate) fn column_at(&self, facet: Facet, tolerance: Tolerance) -> Cow<'_, Column> {
        if facet == Facet::Progress && tolerance != Tolerance::default() {
            Cow::Owned(self.standings.column(tolerance))
        } else {
            Cow::Borrowed(self.column(facet))
        }
    }
}
