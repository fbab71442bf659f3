//! The loads of 部门: what each unit leads and helps with, year by year, each count with its list.
//!
//! Counts are taken over the filter without its choice of units; that choice says which units
//! stand in the table. So a filter of one unit is that unit's row, and a filter of several is
//! those units looked at together.

use std::collections::BTreeMap;

use engine::{Facet, Trait};
use model::{DepartmentIdx, Role, TaskIdx};

use crate::book::Book;
use crate::figures::{Figure, year_span};
use crate::resolve;
use crate::state::{Chosen, UnitOrder, ViewState};
use crate::units::{has_document, is_wanted, roles, sound, without_units};

/// The table of loads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Loads {
    /// The years that the filter admits, from the first with a document to the last.
    pub years: Vec<u16>,
    /// The units that are named for any task, in the order asked for.
    pub rows: Vec<Load>,
    /// The tasks that name any of several chosen units, each counted once.
    pub together: Option<Figure>,
}

/// One unit's tasks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Load {
    /// The unit.
    pub unit: DepartmentIdx,
    /// One for each year; `None` where no document of the unit's place is of this year, and no
    /// other names it.
    pub years: Vec<Option<YearLoad>>,
    /// What it leads.
    pub leads: Figure,
    /// What it helps with and does not lead.
    pub supports: Figure,
    /// What it leads and states a quantity to reach; `None` where the filter chooses among the
    /// traits itself, because a link cannot say "this trait and that one".
    pub targeted: Option<Figure>,
}

/// One unit's tasks of one year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct YearLoad {
    /// What it leads.
    pub leads: Figure,
    /// What it helps with and does not lead.
    pub supports: Figure,
}

/// How many tasks of a year name a unit.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    leads: u32,
    supports: u32,
    targeted: u32,
}

impl Load {
    /// The part of what it leads that states a quantity to reach.
    pub(crate) fn targeted_part(&self) -> Option<f64> {
        let targeted = self.targeted.as_ref().filter(|_| self.leads.n > 0)?;
        Some(f64::from(targeted.n) / f64::from(self.leads.n))
    }

    /// Everything that names it.
    pub(crate) fn n_named(&self) -> u32 {
        self.leads.n + self.supports.n
    }
}

impl Loads {
    /// The loads of the tasks that `state` asks for.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let list = without_units(state);
        let tasks = book.engine.run(&resolve::query(book, &list)).rows;
        let years = admitted_years(book, &list);
        let counts = counted(book, &tasks, &years);
        let mut rows: Vec<Load> = counts
            .iter()
            .filter(|(unit, _)| is_wanted(book, state, **unit))
            .map(|(unit, counts)| load(book, &list, &years, *unit, counts))
            .collect();
        sort(book, &mut rows, state.focus.units);
        let together = together(book, state, &list, &rows);
        Self { years, rows, together }
    }

    /// The load of one unit, whatever units the filter chooses; empty where nothing names it.
    pub(crate) fn of_unit(book: Book, state: &ViewState, unit: DepartmentIdx) -> Load {
        let list = without_units(state);
        let tasks = book.engine.run(&resolve::query(book, &list)).rows;
        let years = admitted_years(book, &list);
        let mut counts = counted(book, &tasks, &years);
        let own = counts.remove(&unit).unwrap_or_else(|| vec![Counts::default(); years.len()]);
        load(book, &list, &years, unit, &own)
    }
}

/// The years from the first document to the last that the filter admits.
pub(crate) fn admitted_years(book: Book, list: &ViewState) -> Vec<u16> {
    let mut years = year_span(book);
    years.retain(|year| list.admits(Facet::Year, &year.to_string()));
    years
}

/// The tasks of each unit, by year.
fn counted(book: Book, tasks: &[TaskIdx], years: &[u16]) -> BTreeMap<DepartmentIdx, Vec<Counts>> {
    let targeted = targeted(book);
    let mut counts = BTreeMap::new();
    for &idx in tasks {
        let task = book.task(idx);
        let year = book.document(task).year;
        let Some(at) = years.iter().position(|known| *known == year) else { continue };
        for (unit, role) in roles(task) {
            let of_unit =
                counts.entry(unit).or_insert_with(|| vec![Counts::default(); years.len()]);
            let of_year = &mut of_unit[at];
            match role {
                Role::Lead => {
                    of_year.leads += 1;
                    of_year.targeted += u32::from(targeted.binary_search(&idx).is_ok());
                }
                Role::Support => of_year.supports += 1,
            }
        }
    }
    counts
}

/// The tasks that state a quantity to reach, in order.
fn targeted(book: Book) -> Vec<TaskIdx> {
    let is_to_reach = |target: &&model::Target| target.role == model::TargetRole::Target;
    let mut tasks: Vec<TaskIdx> =
        book.ledger.targets.iter().filter(is_to_reach).map(|target| target.task).collect();
    tasks.sort_unstable();
    tasks
}

fn load(
    book: Book,
    list: &ViewState,
    years: &[u16],
    unit: DepartmentIdx,
    counts: &[Counts],
) -> Load {
    let key = &book.ledger.departments[usize::from(unit)].id;
    let leading = |list: &ViewState, n| Figure { n, list: list.clone().only(Facet::Lead, key) };
    let helping = |list: &ViewState, n| {
        let list = list.clone().only(Facet::Unit, key);
        Figure { n, list: list.choosing(Facet::Lead, key, Chosen::Excluded) }
    };
    let sum = |part: fn(&Counts) -> u32| counts.iter().map(part).sum();
    let year_load = |(year, counts): (&u16, &Counts)| {
        let year_key = year.to_string();
        if counts.leads + counts.supports == 0 && !has_document(book, unit, *year) {
            return None;
        }
        let list = list.clone().only(Facet::Year, &year_key);
        Some(YearLoad {
            leads: leading(&list, counts.leads),
            supports: helping(&list, counts.supports),
        })
    };
    let targeted = list.choice(Facet::Trait).is_none().then(|| {
        let list = list.clone().only(Facet::Trait, Trait::Targeted.key());
        leading(&list, sum(|counts| counts.targeted))
    });
    Load {
        unit,
        years: years.iter().zip(counts).map(year_load).collect(),
        leads: leading(list, sum(|counts| counts.leads)),
        supports: helping(list, sum(|counts| counts.supports)),
        targeted,
    }
}

fn sort(book: Book, rows: &mut [Load], order: UnitOrder) {
    // The sorts are stable: units with as many stand in the ledger's order.
    let descending = |n: u32| core::cmp::Reverse(n);
    match order {
        UnitOrder::Lead => {
            rows.sort_by_key(|row| (descending(row.leads.n), descending(row.supports.n)));
        }
        UnitOrder::Support => {
            rows.sort_by_key(|row| (descending(row.supports.n), descending(row.leads.n)));
        }
        UnitOrder::Target => rows.sort_by(|one, other| {
            // Units that lead nothing have no part, and stand last.
            let part = |row: &Load| row.targeted_part().unwrap_or(-1.0);
            part(other).total_cmp(&part(one)).then(other.leads.n.cmp(&one.leads.n))
        }),
        UnitOrder::Name => rows.sort_by_key(|row| sound(book, row.unit)),
    }
}

fn together(book: Book, state: &ViewState, list: &ViewState, rows: &[Load]) -> Option<Figure> {
    let includes = |facet| state.choice(facet).is_some_and(|choice| !choice.include.is_empty());
    let is_chosen = includes(Facet::Lead) || includes(Facet::Unit);
    (is_chosen && rows.len() > 1).then(|| {
        let units = rows.iter().map(|row| row.unit);
        named_any(book, list, units)
    })
}

/// The tasks that name any of these units.
pub(crate) fn named_any(
    book: Book,
    list: &ViewState,
    units: impl Iterator<Item = DepartmentIdx>,
) -> Figure {
    let list = units.fold(list.clone(), |state, unit| {
        let key = &book.ledger.departments[usize::from(unit)].id;
        state.choosing(Facet::Unit, key, Chosen::Included)
    });
    Figure { n: resolve::n_tasks(book, &list) as u32, list }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loads(query: &str) -> (Book, Loads) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        (book, Loads::of(book, &state))
    }

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        for query in ["", "y=2022&q=建设", "has=reported", "unit=jx-jsj,jx-fgw", "lead=-jx-jsj"] {
            let (book, loads) = loads(query);
            let figures = loads.rows.iter().flat_map(|row| {
                let years = row.years.iter().flatten();
                let years = years.flat_map(|year| [&year.leads, &year.supports]);
                years.chain([&row.leads, &row.supports]).chain(&row.targeted)
            });
            for figure in figures.chain(&loads.together).filter(|figure| figure.n > 0) {
                let n = resolve::n_tasks(book, &figure.list);
                assert_eq!(figure.n as usize, n, "{query}: {figure:?}");
            }
        }
    }

    #[test]
    fn a_choice_of_units_is_a_choice_of_rows() {
        let (book, loads) = loads("unit=jx-jsj&lead=jx-jyj");
        let names: Vec<_> = loads
            .rows
            .iter()
            .map(|row| &*book.ledger.departments[usize::from(row.unit)].id)
            .collect();
        let mut names: Vec<_> = names;
        names.sort_unstable();
        assert_eq!(names, ["jx-jsj", "jx-jyj"]);
        assert!(loads.together.is_some());
    }

    #[test]
    fn the_years_of_a_unit_add_up_to_its_tasks() {
        let (_, loads) = loads("");
        for row in &loads.rows {
            let years = row.years.iter().flatten().map(|year| year.leads.n + year.supports.n);
            assert_eq!(years.sum::<u32>(), row.n_named());
        }
    }
}
