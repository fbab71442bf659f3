//! How the tasks of a filter stand: the rows of 进度, judged with the reader's tolerance.
//!
//! [`Standing::of`] takes the tasks that match and gives them parted by state or by lead, each
//! with its figures: first the one that decides its state, then the others. How a task stands and
//! its place in its part follow from the tolerance alone, so they are found once for all filters.

use core::cmp::Reverse;
use std::sync::Arc;

use engine::{Facet, Group, Outcome};
use model::{
    Basis, DepartmentIdx, Direction, Progress, ProgressState, Target, TaskIdx, Tolerance, Verdict,
    judge, overall,
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
    pub judged: Vec<Arc<TaskRows>>,
    /// The tasks without, as printed.
    pub unjudged: Vec<Arc<TaskRows>>,
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

/// Every task that reports progress, judged with one tolerance.
#[derive(Debug)]
pub(crate) struct Judged {
    tolerance: Tolerance,
    /// In the order of a part.
    tasks: Vec<Arc<TaskRows>>,
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
        let judged = book.judged(state.focus.tolerance.tolerance());
        let mut is_asked = vec![false; book.ledger.tasks.len()];
        for task in &outcome.rows {
            is_asked[*task as usize] = true;
        }
        let asked = judged.tasks.iter().filter(|found| is_asked[found.task as usize]);
        let tasks: Vec<_> = asked.cloned().collect();
        Self {
            counts: counts(state, outcome),
            n_reported: tasks.len(),
            periods: periods(book, &tasks),
            parts: if state.group == Group::Lead { by_lead(book, tasks) } else { by_state(tasks) },
        }
    }
}

impl Judged {
    /// The tasks of the ledger that report progress.
    pub(crate) fn of(book: Book, tolerance: Tolerance) -> Self {
        let reported = (0_u32..).zip(&book.ledger.tasks).filter(|(_, task)| task.status.is_some());
        let mut tasks: Vec<_> =
            reported.map(|(task, _)| Arc::new(task_rows(book, task, tolerance))).collect();
        let place = |task: &TaskRows| match task.rows.first().and_then(|row| row.gap) {
            Some(gap @ Gap::Amount(_)) => (0, gap.advance()),
            Some(gap @ Gap::Rate { .. }) => (1, gap.advance()),
            None => (2, 0.0),
        };
        // Tasks that are as far stand in the ledger's order.
        tasks.sort_by(|one, other| {
            let ((kind, advance), (other_kind, other)) = (place(one), place(other));
            kind.cmp(&other_kind).then(advance.total_cmp(&other))
        });
        Self { tolerance, tasks }
    }

    /// Whether this is what the tolerance asks for.
    pub(crate) fn is_for(&self, tolerance: Tolerance) -> bool {
        self.tolerance == tolerance
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

fn task_rows(book: Book, task: TaskIdx, tolerance: Tolerance) -> TaskRows {
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
        let rank = |row: &Row| (!decides(row), Reverse(month(row)));
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

/// 下降 before a figure that is to fall: without it `20%以上` would read as a rise.
pub(crate) fn falling(target: Option<&Target>) -> &'static str {
    let is_falling = target.is_some_and(|target| target.direction == Some(Direction::Down));
    if is_falling { "下降" } else { "" }
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

fn periods(book: Book, tasks: &[Arc<TaskRows>]) -> Vec<(u8, f64)> {
    let rows = tasks.iter().flat_map(|task| &task.rows);
    let amounts = rows.filter(|row| matches!(row.gap, Some(Gap::Amount(_))));
    let mut periods: Vec<(u8, f64)> = Vec::new();
    for period in amounts.filter_map(|row| book.ledger.progress[row.at].period.as_ref()) {
        if let Err(at) = periods.binary_search_by_key(&period.end_month, |(month, _)| *month) {
            periods.insert(at, (period.end_month, period.share_of_year()));
        }
    }
    periods
}

fn by_state(tasks: Vec<Arc<TaskRows>>) -> Vec<Part> {
    let keys = ProgressState::ALL.into_iter().map(PartKey::State);
    parted(keys, tasks, |task| task.state as usize)
}

/// By first lead; those with most tasks behind first, then those with most.
fn by_lead(book: Book, tasks: Vec<Arc<TaskRows>>) -> Vec<Part> {
    let n_units = book.ledger.departments.len();
    let leads = (0..n_units as DepartmentIdx).map(Some).chain([None]);
    let lead = |task: &TaskRows| book.task(task.task).leads().next();
    let mut parts =
        parted(leads.map(PartKey::Lead), tasks, |task| lead(task).map_or(n_units, usize::from));
    let n_behind =
        |part: &Part| part.judged.iter().filter(|task| task.state == ProgressState::Behind).count();
    // Parts of a size stand in the ledger's order of units.
    parts.sort_by_key(|part| Reverse((n_behind(part), part.judged.len(), part.unjudged.len())));
    parts
}

/// The parts that hold anything; `at` tells a task's own.
fn parted(
    keys: impl Iterator<Item = PartKey>,
    tasks: Vec<Arc<TaskRows>>,
    at: impl Fn(&TaskRows) -> usize,
) -> Vec<Part> {
    let part = |key| Part { key, judged: Vec::new(), unjudged: Vec::new() };
    let mut parts: Vec<Part> = keys.map(part).collect();
    for task in tasks {
        let part = &mut parts[at(&task)];
        let is_judged = task.state != ProgressState::Unquantified;
        if is_judged { &mut part.judged } else { &mut part.unjudged }.push(task);
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

    #[test]
    fn every_part_holds_its_tasks_in_order_whatever_the_filter_and_the_sort_of_the_list() {
        // A limit that is just reached is −0 apart, and stands before a level that is.
        let is_before = |one: &Arc<TaskRows>, other: &Arc<TaskRows>| {
            let [one_gap, other_gap] = [one, other].map(|task| task.rows[0].gap.unwrap());
            let is_rate = |gap| !matches!(gap, Gap::Amount(_));
            let order = is_rate(one_gap).cmp(&is_rate(other_gap));
            let order = order.then(one_gap.advance().total_cmp(&other_gap.advance()));
            order.then(one.task.cmp(&other.task)).is_lt()
        };
        for query in ["", "&q=建设", "&group=lead", "&tol=20&rtol=3", "&sort=-lead&group=lead"] {
            for part in standing(&format!("v=progress{query}")).parts {
                assert!(part.judged.is_sorted_by(is_before), "{query}");
                assert!(part.unjudged.is_sorted_by_key(|task| task.task), "{query}");
            }
        }
    }

    #[test]
    fn parts_of_leads_stand_by_how_many_are_behind() {
        let standing = standing("v=progress&group=lead");
        let n_behind = |part: &Part| {
            part.judged.iter().filter(|task| task.state == ProgressState::Behind).count()
        };
        assert!(standing.parts.iter().map(n_behind).is_sorted_by(|one, other| one >= other));
        assert!(n_behind(&standing.parts[0]) > 0);
        let book = Book::open().unwrap();
        for part in &standing.parts {
            for task in part.judged.iter().chain(&part.unjudged) {
                assert_eq!(part.key, PartKey::Lead(book.task(task.task).leads().next()));
            }
        }
    }
}
