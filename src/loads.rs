//! The loads of 部门: what each unit leads and helps with, year by year, each count with its list.
//!
//! Counts are taken over the filter without its choice of units; that choice says which units
//! stand in the table. So a filter of one unit is that unit's row, and a filter of several is
//! those units looked at together.

use engine::{Code, Facet, Trait};
use model::DepartmentIdx;

use crate::book::Book;
use crate::figures::{Figure, year_span};
use crate::resolve;
use crate::state::{Chosen, UnitOrder, ViewState};
use crate::units::{Documented, is_wanted, sound, without_units};

/// The table of loads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Loads {
    /// What the counts are taken of: the filter without its choice of units.
    pub list: ViewState,
    /// The years that the filter admits, from the first with a document to the last.
    pub years: Vec<u16>,
    /// The units that are named for any task, in the order asked for.
    pub rows: Vec<Load>,
    /// The tasks that name any of several chosen units, each counted once.
    pub together: Option<Figure>,
}

/// How many tasks name one unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Load {
    /// The unit.
    pub unit: DepartmentIdx,
    /// One for each year; `None` where no document of the unit's place is of this year, and no
    /// other names it.
    pub years: Vec<Option<YearLoad>>,
    /// What it leads.
    pub leads: u32,
    /// What it helps with and does not lead.
    pub supports: u32,
    /// What it leads and states a quantity to reach; `None` where the filter chooses among the
    /// traits itself, because a link cannot say "this trait and that one".
    pub targeted: Option<u32>,
}

/// How many tasks of one year name one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct YearLoad {
    /// What it leads.
    pub leads: u32,
    /// What it helps with and does not lead.
    pub supports: u32,
}

/// How a task counted names the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// As lead.
    Lead,
    /// As help, and not as lead.
    Support,
    /// As lead, and it states a quantity to reach.
    Targeted,
}

/// The counts of a unit and a year.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    leads: u32,
    supports: u32,
    targeted: u32,
}

/// The counts of every unit, year by year.
struct Counted {
    years: Vec<u16>,
    /// All years of the first unit, then those of the next.
    counts: Vec<Counts>,
    documented: Documented,
}

impl Load {
    /// The part of what it leads that states a quantity to reach.
    pub(crate) fn targeted_part(&self) -> Option<f64> {
        let targeted = self.targeted.filter(|_| self.leads > 0)?;
        Some(f64::from(targeted) / f64::from(self.leads))
    }

    /// Everything that names it.
    pub(crate) fn n_named(&self) -> u32 {
        self.leads + self.supports
    }
}

impl Loads {
    /// The loads of the tasks that `state` asks for.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let list = without_units(state);
        let counted = Counted::of(book, state);
        let units = 0..book.ledger.departments.len() as DepartmentIdx;
        let mut rows: Vec<Load> = units
            .filter(|unit| counted.is_named(*unit) && is_wanted(book, state, *unit))
            .map(|unit| counted.load(book, &list, unit))
            .collect();
        sort(book, &mut rows, state.focus.units);
        let together = together(book, state, &list, &rows);
        Self { list, years: counted.years, rows, together }
    }

    /// The load of one unit, whatever units the filter chooses; empty where nothing names it.
    pub(crate) fn of_unit(book: Book, state: &ViewState, unit: DepartmentIdx) -> Load {
        Counted::of(book, state).load(book, &without_units(state), unit)
    }
}

/// The tasks of `list` that are counted for a unit, in one year or in all.
pub(crate) fn counted_for(
    book: Book,
    list: &ViewState,
    unit: DepartmentIdx,
    named: Named,
    year: Option<u16>,
) -> ViewState {
    let key = &book.ledger.departments[usize::from(unit)].id;
    let list = match year {
        Some(year) => list.clone().only(Facet::Year, &year.to_string()),
        None => list.clone(),
    };
    match named {
        Named::Lead => list.only(Facet::Lead, key),
        Named::Support => list.only(Facet::Unit, key).choosing(Facet::Lead, key, Chosen::Excluded),
        Named::Targeted => list.only(Facet::Trait, Trait::Targeted.key()).only(Facet::Lead, key),
    }
}

/// The years from the first document to the last that the filter admits.
pub(crate) fn admitted_years(book: Book, list: &ViewState) -> Vec<u16> {
    let mut years = year_span(book);
    years.retain(|year| list.admits(Facet::Year, &year.to_string()));
    years
}

impl Counted {
    /// The tasks that `state` asks for, counted for every unit that they name.
    fn of(book: Book, state: &ViewState) -> Self {
        let list = without_units(state);
        let years = admitted_years(book, &list);
        let engine = book.engine;
        let counted =
            |list: &ViewState, facet| engine.pivot(&resolve::query(book, list), facet, Facet::Year);
        let named = counted(&list, Facet::Unit);
        let leads = counted(&list, Facet::Lead);
        // A list that chooses among the traits itself shows no such counts.
        let targeted = counted(&list.only(Facet::Trait, Trait::Targeted.key()), Facet::Lead);
        let codes = years.iter().map(|year| engine.code(Facet::Year, &year.to_string()));
        let codes: Vec<Option<Code>> = codes.collect();
        let units = 0..book.ledger.departments.len() as Code;
        let of_year = |unit: Code, year: Option<Code>| {
            let Some(year) = year else { return Counts::default() };
            let leads = leads.at(unit, year);
            let supports = named.at(unit, year) - leads;
            Counts { leads, supports, targeted: targeted.at(unit, year) }
        };
        let of_unit = |unit| codes.iter().map(move |year| of_year(unit, *year));
        let counts = units.flat_map(of_unit).collect();
        Self { years, counts, documented: Documented::of(book) }
    }

    fn of_unit(&self, unit: DepartmentIdx) -> &[Counts] {
        &self.counts[usize::from(unit) * self.years.len()..][..self.years.len()]
    }

    /// Whether any task names the unit.
    fn is_named(&self, unit: DepartmentIdx) -> bool {
        self.of_unit(unit).iter().any(|counts| counts.leads + counts.supports > 0)
    }

    fn load(&self, book: Book, list: &ViewState, unit: DepartmentIdx) -> Load {
        let counts = self.of_unit(unit);
        let sum = |part: fn(&Counts) -> u32| counts.iter().map(part).sum();
        let year_load = |(year, counts): (&u16, &Counts)| {
            let Counts { leads, supports, .. } = *counts;
            let is_there = leads + supports > 0 || self.documented.has(book, unit, *year);
            is_there.then_some(YearLoad { leads, supports })
        };
        let has_targeted = list.choice(Facet::Trait).is_none();
        Load {
            unit,
            years: self.years.iter().zip(counts).map(year_load).collect(),
            leads: sum(|counts| counts.leads),
            supports: sum(|counts| counts.supports),
            targeted: has_targeted.then(|| sum(|counts| counts.targeted)),
        }
    }
}

fn sort(book: Book, rows: &mut [Load], order: UnitOrder) {
    // The sorts are stable: units with as many stand in the ledger's order.
    let descending = |n: u32| core::cmp::Reverse(n);
    match order {
        UnitOrder::Lead => {
            rows.sort_by_key(|row| (descending(row.leads), descending(row.supports)));
        }
        UnitOrder::Support => {
            rows.sort_by_key(|row| (descending(row.supports), descending(row.leads)));
        }
        UnitOrder::Target => rows.sort_by(|one, other| {
            // Units that lead nothing have no part, and stand last.
            let part = |row: &Load| row.targeted_part().unwrap_or(-1.0);
            part(other).total_cmp(&part(one)).then(other.leads.cmp(&one.leads))
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
            let is_as_many = |n: u32, list: &ViewState| {
                assert_eq!(n as usize, resolve::n_tasks(book, list), "{query}: {list:?}");
            };
            for row in &loads.rows {
                let is_listed = |n: u32, named: Named, year: Option<u16>| {
                    is_as_many(n, &counted_for(book, &loads.list, row.unit, named, year));
                };
                for (year, load) in loads.years.iter().zip(&row.years) {
                    let Some(load) = load else { continue };
                    is_listed(load.leads, Named::Lead, Some(*year));
                    is_listed(load.supports, Named::Support, Some(*year));
                }
                is_listed(row.leads, Named::Lead, None);
                is_listed(row.supports, Named::Support, None);
                if let Some(n) = row.targeted {
                    is_listed(n, Named::Targeted, None);
                }
            }
            if let Some(together) = &loads.together {
                is_as_many(together.n, &together.list);
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
            let years = row.years.iter().flatten().map(|year| year.leads + year.supports);
            assert_eq!(years.sum::<u32>(), row.n_named());
        }
    }
}
