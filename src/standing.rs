//! How the tasks of a filter stand: the rows of 进度, judged with the reader's tolerance.
//!
//! [`Standing::of`] takes the tasks that match and gives them parted by state or by lead, each
//! with its figures: first the one that decides its state, then the others.

use engine::{Facet, Group, Outcome};
use model::{
    Basis, DepartmentIdx, Progress, ProgressState, Target, TaskIdx, Verdict, judge, overall,
};

use crate::book::Book;
use crate::figures::Figure;
use crate::state::{View, ViewState};

/// The view of one filter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    /// How many tasks stand in each state, in the order of [`ProgressState::ALL`], whatever
    /// state the filter chooses.
    pub counts: Vec<Figure>,
    /// How many tasks of the filter report progress.
    pub n_reported: usize,
    /// The parts of the list, in order.
    pub parts: Vec<Part>,
    /// The ends of the periods that amounts are held against: a month, and the share of the
    /// year gone by then.
    pub periods: Vec<(u8, f64)>,
}

/// Tasks that share a state, or a lead.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// What they share.
    pub key: PartKey,
    /// The tasks with figures that compare, those furthest behind first: amounts, then rates.
    pub judged: Vec<TaskRows>,
    /// The tasks without, as printed.
    pub unjudged: Vec<TaskRows>,
}

/// What the tasks of a part share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKey {
    /// Their state.
    State(ProgressState),
    /// Their first lead; `None` where nobody is named.
    Lead(Option<DepartmentIdx>),
}

/// A task and its figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TaskRows {
    /// The task.
    pub task: TaskIdx,
    /// How it stands as a whole: its least advanced figure.
    pub state: ProgressState,
    /// Its figures, the one that decides first.
    pub rows: Vec<Row>,
}

/// One figure, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Row {
    /// Its position in the ledger's progress.
    pub at: usize,
    /// How it stands.
    pub verdict: Verdict,
    /// How far it is from its mark; `None` where it is not judged.
    pub gap: Option<Gap>,
}

/// The distance of a figure from its mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Gap {
    /// An amount: points of the target above the share of the year (the whole of it where no
    /// time is known).
    Amount(f64),
    /// A rate, level or limit: the figure less the target, and whether less is better.
    Rate {
        /// The difference, in the target's own unit.
        difference: f64,
        /// Whether the target is a limit.
        is_limit: bool,
    },
}

impl Gap {
    /// The distance as it counts: negative is behind.
    pub(crate) fn advance(self) -> f64 {
        match self {
            Self::Amount(points) => points,
            Self::Rate { difference, is_limit: false } => difference,
            Self::Rate { difference, is_limit: true } => -difference,
        }
    }
}

impl Standing {
    /// How the tasks of `outcome`, the answer to `state`, stand.
    pub(crate) fn of(book: Book, state: &ViewState, outcome: &Outcome) -> Self {
        let tasks: Vec<TaskRows> = outcome
            .rows
            .iter()
            .filter(|task| book.task(**task).status.is_some())
            .map(|task| task_rows(book, *task, state))
            .collect();
        Self {
            counts: counts(state, outcome),
            n_reported: tasks.len(),
            periods: periods(book, &tasks),
            parts: if state.group == Group::Lead { by_lead(book, tasks) } else { by_state(tasks) },
        }
    }
}

fn counts(state: &ViewState, outcome: &Outcome) -> Vec<Figure> {
    let list = state.in_view(View::Tasks);
    let counts = outcome.facets.get(Facet::Progress as usize).map(|found| &found.counts);
    let figure = |known: ProgressState| Figure {
        n: counts.map_or(0, |counts| counts[known as usize]),
        list: list.clone().only(Facet::Progress, known.code()),
    };
    ProgressState::ALL.map(figure).into()
}

fn task_rows(book: Book, task: TaskIdx, state: &ViewState) -> TaskRows {
    let tolerance = state.focus.tolerance.tolerance();
    let row = |at: usize| {
        let row = &book.ledger.progress[at];
        let target = target_of(book, row);
        let verdict = judge(row, target, tolerance);
        Row { at, verdict, gap: gap(row, target, &verdict) }
    };
    let mut rows: Vec<Row> = book.progress_of(task).map(row).collect();
    let of = |row: &Row| &book.ledger.progress[row.at];
    let state = overall(rows.iter().map(|row| (of(row), row.verdict.state)));
    // The latest measured figure in the task's own state decides; the sort is stable.
    let month = |row: &Row| of(row).period.as_ref().map_or(0, |period| period.end_month);
    let decides = |row: &Row| {
        row.verdict.state == state
            && state != ProgressState::Unquantified
            && of(row).basis == Basis::Actual
    };
    let advance = |row: &Row| row.gap.map_or(f64::INFINITY, Gap::advance);
    rows.sort_by(|one, other| {
        let rank = |row: &Row| (!decides(row), core::cmp::Reverse(month(row)));
        let by_gap = || advance(one).total_cmp(&advance(other));
        let is_decided = decides(one) && decides(other);
        rank(one)
            .cmp(&rank(other))
            .then_with(|| if is_decided { by_gap() } else { core::cmp::Ordering::Equal })
    });
    TaskRows { task, state, rows }
}

/// The clause of the status text that a figure stands in, word for word.
pub(crate) fn clause(book: Book, row: &Progress) -> Option<&'static str> {
    let status = book.task(row.task).status.as_ref()?;
    let range = status.range_of(&row.printed).filter(|range| !range.is_empty())?;
    let ends = ['，', ',', '。', '；', ';', '：'];
    let start = status.text[..range.start]
        .rfind(ends)
        .map_or(0, |at| at + status.text[at..].chars().next().map_or(0, char::len_utf8));
    let end = status.text[range.end..].find(ends).map_or(status.text.len(), |at| range.end + at);
    status.text.get(start..end)
}

/// The target that a figure answers.
pub(crate) fn target_of(book: Book, row: &Progress) -> Option<&'static Target> {
    book.ledger.targets.get(row.target? as usize)
}

fn gap(row: &Progress, target: Option<&Target>, verdict: &Verdict) -> Option<Gap> {
    if verdict.state == ProgressState::Unquantified {
        return None;
    }
    if let Some(share) = verdict.ratio {
        let elapsed = row.period.as_ref().map_or(1.0, model::Elapsed::share_of_year);
        return Some(Gap::Amount((share - elapsed) * 100.0));
    }
    let (target, achieved) = (target?, row.achieved.as_ref()?);
    Some(Gap::Rate {
        difference: achieved.value - target.value,
        is_limit: target.bound == model::Bound::AtMost,
    })
}

fn periods(book: Book, tasks: &[TaskRows]) -> Vec<(u8, f64)> {
    let rows = tasks.iter().flat_map(|task| &task.rows);
    let amounts = rows.filter(|row| matches!(row.gap, Some(Gap::Amount(_))));
    let mut periods: Vec<(u8, f64)> = amounts
        .filter_map(|row| book.ledger.progress[row.at].period.as_ref())
        .map(|period| (period.end_month, period.share_of_year()))
        .collect();
    periods.sort_by_key(|(month, _)| *month);
    periods.dedup_by_key(|(month, _)| *month);
    periods
}

fn by_state(tasks: Vec<TaskRows>) -> Vec<Part> {
    let mut parts: Vec<Part> = ProgressState::ALL
        .map(|state| Part { key: PartKey::State(state), judged: Vec::new(), unjudged: Vec::new() })
        .into();
    for task in tasks {
        let part = &mut parts[task.state as usize];
        add(part, task);
    }
    finished(parts)
}

/// By first lead; those with most tasks behind first, then in the ledger's order.
fn by_lead(book: Book, tasks: Vec<TaskRows>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for task in tasks {
        let key = PartKey::Lead(book.task(task.task).leads().next());
        let at = parts.iter().position(|part| part.key == key).unwrap_or_else(|| {
            parts.push(Part { key, judged: Vec::new(), unjudged: Vec::new() });
            parts.len() - 1
        });
        add(&mut parts[at], task);
    }
    let n_behind =
        |part: &Part| part.judged.iter().filter(|task| task.state == ProgressState::Behind).count();
    parts.sort_by_key(|part| core::cmp::Reverse((n_behind(part), part.judged.len())));
    finished(parts)
}

fn add(part: &mut Part, task: TaskRows) {
    if task.state == ProgressState::Unquantified {
        part.unjudged.push(task);
    } else {
        part.judged.push(task);
    }
}

/// The parts that hold anything, their tasks in order.
fn finished(mut parts: Vec<Part>) -> Vec<Part> {
    let is_rate = |task: &TaskRows| !matches!(task.rows[0].gap, Some(Gap::Amount(_)));
    let advance = |task: &TaskRows| task.rows[0].gap.map_or(f64::INFINITY, Gap::advance);
    for part in &mut parts {
        part.judged.sort_by(|one, other| {
            is_rate(one).cmp(&is_rate(other)).then(advance(one).total_cmp(&advance(other)))
        });
    }
    parts.retain(|part| !part.judged.is_empty() || !part.unjudged.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;

    fn standing(query: &str) -> Standing {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let outcome = book.engine.run(&resolve::query(book, &state));
        Standing::of(book, &state, &outcome)
    }

    fn n_tasks(standing: &Standing) -> usize {
        standing.parts.iter().map(|part| part.judged.len() + part.unjudged.len()).sum()
    }

    #[test]
    fn every_reported_task_stands_in_one_part_however_it_is_parted() {
        for query in ["v=progress", "v=progress&group=lead", "v=progress&tol=20&rtol=3"] {
            let standing = standing(query);
            assert_eq!(n_tasks(&standing), 138);
            assert_eq!(standing.n_reported, 138);
        }
    }

    #[test]
    fn the_counts_are_those_of_the_parts_and_open_lists_of_as_many() {
        let book = Book::open().unwrap();
        let standing = standing("v=progress&tol=8");
        for (figure, state) in standing.counts.iter().zip(ProgressState::ALL) {
            let part = standing.parts.iter().find(|part| part.key == PartKey::State(state));
            let n = part.map_or(0, |part| part.judged.len() + part.unjudged.len());
            assert_eq!(figure.n as usize, n, "{state:?}");
            assert_eq!(figure.n as usize, resolve::n_tasks(book, &figure.list), "{state:?}");
        }
    }

    #[test]
    fn what_is_furthest_behind_stands_first_amounts_before_rates() {
        let standing = standing("v=progress");
        let behind = &standing.parts[0];
        assert_eq!(behind.key, PartKey::State(ProgressState::Behind));
        // 新增市域绿道: 2.2 of 10 km at mid-year.
        let first = behind.judged[0].rows[0].gap;
        assert!(
            matches!(first, Some(Gap::Amount(points)) if (points + 28.0).abs() < 0.01),
            "{first:?}"
        );
        assert!(behind.judged.iter().all(|task| task.rows[0].gap.unwrap().advance() < 0.0));
    }
}
