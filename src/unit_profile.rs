//! One unit of 部门: what it leads in each year, what of that stands in other years, and the
//! offices of other places that do the same.

use model::{
    DepartmentIdx, Point, PointSource, ProgressState, Role, Series, TargetRole, TaskIdx, judge,
    overall,
};

use crate::book::Book;
use crate::figures::{Figure, year_span};
use crate::loads::{Load, Loads, admitted_years, named_any};
use crate::resolve;
use crate::state::ViewState;
use crate::units::{Documented, roles, without_units};

/// Everything of one unit that a filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitProfile {
    /// What the load is counted of: the filter without its choice of units.
    pub list: ViewState,
    /// Its load by year.
    pub load: Load,
    /// The years of the load.
    pub years: Vec<u16>,
    /// The years of the indicators, which the filter does not narrow, each with whether the
    /// unit's place has a document.
    pub span: Vec<(u16, bool)>,
    /// What it leads, the latest year first.
    pub led: Vec<YearOfUnit>,
    /// The indicators of what it leads that another year has as well.
    pub series: Vec<SeriesOfUnit>,
    /// The city's office and its counterparts in the counties, this one among them; empty where
    /// it has none.
    pub family: Vec<(DepartmentIdx, Figure)>,
    /// The tasks that name any of the family.
    pub together: Option<Figure>,
}

/// What a unit leads in one year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct YearOfUnit {
    /// The year.
    pub year: u16,
    /// The tasks, as printed.
    pub tasks: Vec<LedTask>,
}

/// One task that a unit leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LedTask {
    /// The task.
    pub task: TaskIdx,
    /// The quantities to reach, by their positions in the ledger.
    pub targets: Vec<usize>,
    /// How it stands; `None` where its document reports no progress.
    pub state: Option<ProgressState>,
}

/// One indicator of a unit, year by year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeriesOfUnit {
    /// Its position in the ledger.
    pub series: usize,
    /// For each year of the span the position of a point.
    pub points: Vec<Option<usize>>,
}

impl UnitProfile {
    /// The profile of `unit` among the tasks of `state`, whatever units the filter chooses.
    pub(crate) fn of(book: Book, state: &ViewState, unit: DepartmentIdx) -> Self {
        let list = without_units(state);
        let rows = book.engine.run(&resolve::query(book, &list)).rows;
        let leads =
            |task: &TaskIdx| roles(book.task(*task)).any(|named| named == (unit, Role::Lead));
        let tasks: Vec<TaskIdx> = rows.into_iter().filter(leads).collect();
        let span = year_span(book);
        let documented = Documented::of(book);
        let family = family(book, unit);
        let count =
            |member: &DepartmentIdx| (*member, named_any(book, &list, core::iter::once(*member)));
        Self {
            load: Loads::of_unit(book, state, unit),
            led: led(book, state, &tasks),
            series: series(book, &tasks, &span),
            together: (!family.is_empty()).then(|| named_any(book, &list, family.iter().copied())),
            family: family.iter().map(count).collect(),
            years: admitted_years(book, &list),
            span: span.into_iter().map(|year| (year, documented.has(book, unit, year))).collect(),
            list,
        }
    }
}

/// The tasks by year, the latest first.
fn led(book: Book, state: &ViewState, tasks: &[TaskIdx]) -> Vec<YearOfUnit> {
    let mut years: Vec<YearOfUnit> = Vec::new();
    for &task in tasks {
        let year = book.document(book.task(task)).year;
        let led = led_task(book, state, task);
        match years.iter_mut().find(|known| known.year == year) {
            Some(known) => known.tasks.push(led),
            None => years.push(YearOfUnit { year, tasks: vec![led] }),
        }
    }
    years.sort_by_key(|known| core::cmp::Reverse(known.year));
    years
}

fn led_task(book: Book, state: &ViewState, task: TaskIdx) -> LedTask {
    let targets = &book.ledger.targets;
    let start = targets.partition_point(|target| target.task < task);
    let own = (start..targets.len()).take_while(|at| targets[*at].task == task);
    let tolerance = state.focus.tolerance.tolerance();
    let rows: Vec<_> = book.ledger.progress[book.progress_of(task)]
        .iter()
        .map(|row| {
            let target = row.target.and_then(|at| targets.get(at as usize));
            (row, judge(row, target, tolerance).state)
        })
        .collect();
    LedTask {
        task,
        targets: own.filter(|at| targets[*at].role == TargetRole::Target).collect(),
        state: (!rows.is_empty()).then(|| overall(rows)),
    }
}

/// The indicators of these tasks that stand in two years or more.
fn series(book: Book, tasks: &[TaskIdx], years: &[u16]) -> Vec<SeriesOfUnit> {
    let row = |(at, series): (usize, &Series)| {
        let is_stated = |point: &Point| is_whole(book, point) && tasks.contains(&point.task);
        // A point that compares says more of the other years than one that does not.
        let mut stated = series.points.iter().filter(|point| is_stated(point));
        let first = stated.clone().find(|point| point.is_comparable()).or_else(|| stated.next())?;
        let beside = |point: &Point| {
            is_whole(book, point) && point.region == first.region && point.horizon == first.horizon
        };
        let of_year = |year: &u16| {
            let points = || {
                let points = series.points.iter().enumerate();
                points.filter(|(_, point)| point.year == *year && beside(point))
            };
            let comparable = points().find(|(_, point)| point.is_comparable());
            comparable.or_else(|| points().next()).map(|(at, _)| at)
        };
        let points: Vec<_> = years.iter().map(of_year).collect();
        (points.iter().flatten().count() > 1).then_some(SeriesOfUnit { series: at, points })
    };
    book.ledger.series.iter().enumerate().filter_map(row).collect()
}

/// Whether a point is a quantity to reach or the total of a table, not one region's share.
fn is_whole(book: Book, point: &Point) -> bool {
    match point.source {
        PointSource::Target(_) => true,
        PointSource::Allocation(at) => {
            let cell = book.task(point.task).allocations.get(usize::from(at));
            cell.is_some_and(|cell| cell.is_total)
        }
        PointSource::Progress(_) => false,
    }
}

/// The city's office and the counties' that answer to it; empty where there is only one.
fn family(book: Book, unit: DepartmentIdx) -> Vec<DepartmentIdx> {
    let departments = &book.ledger.departments;
    let head = departments[usize::from(unit)].city_counterpart.unwrap_or(unit);
    let members = (0..)
        .zip(departments)
        .filter(|(at, department)| *at == head || department.city_counterpart == Some(head));
    let family: Vec<DepartmentIdx> = members.map(|(at, _)| at).collect();
    if family.len() > 1 { family } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use engine::Facet;

    use super::*;

    fn profile(query: &str, unit: &str) -> (Book, UnitProfile) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let unit = book.engine.code(Facet::Unit, unit).unwrap() as DepartmentIdx;
        (book, UnitProfile::of(book, &state, unit))
    }

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        for query in ["", "y=2023", "lead=jx-jyj&q=建设"] {
            let (book, profile) = profile(query, "jx-jsj");
            for figure in profile.family.iter().map(|(_, figure)| figure).chain(&profile.together) {
                let n = resolve::n_tasks(book, &figure.list);
                assert!(figure.n == 0 || figure.n as usize == n, "{query}: {figure:?}");
            }
        }
    }

    #[test]
    fn the_tasks_listed_are_the_tasks_counted() {
        let (_, profile) = profile("", "jx-jsj");
        let n: usize = profile.led.iter().map(|year| year.tasks.len()).sum();
        assert_eq!(n, profile.load.leads as usize);
        assert!(profile.family.len() > 1);
    }
}
