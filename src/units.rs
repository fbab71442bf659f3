//! What the tables of 部门 share: which units a filter lets in, how a task names them, and how
//! their names are sorted.

use std::collections::BTreeSet;

use engine::Facet;
use model::{DepartmentIdx, Mention, RegionIdx, Role, Task, TaskIdx};

use crate::book::Book;
use crate::resolve;
use crate::state::{Chosen, View, ViewState};

/// The filter without its choice of units, as a list of tasks.
pub(crate) fn without_units(state: &ViewState) -> ViewState {
    let list = ViewState { sort: <_>::default(), ..state.in_view(View::Tasks) };
    list.without(Facet::Lead).without(Facet::Unit)
}

/// Whether the filter's choice of units lets this one into the tables.
pub(crate) fn is_wanted(book: Book, state: &ViewState, unit: DepartmentIdx) -> bool {
    let key = &book.ledger.departments[usize::from(unit)].id;
    let facets = [Facet::Lead, Facet::Unit];
    let chosen = facets.map(|facet| state.chosen(facet, key));
    let includes = |facet| state.choice(facet).is_some_and(|choice| !choice.include.is_empty());
    let is_narrowed = facets.into_iter().any(includes);
    !chosen.contains(&Chosen::Excluded) && (!is_narrowed || chosen.contains(&Chosen::Included))
}

/// The tasks that the filter lets through whatever units it chooses, in no order.
pub(crate) fn tasks_of(book: Book, state: &ViewState) -> Vec<TaskIdx> {
    book.engine.matches(&resolve::query(book, &without_units(state)))
}

/// Each unit that a task names, once: as lead where it is named as both.
pub(crate) fn roles(task: &Task) -> impl Iterator<Item = (DepartmentIdx, Role)> {
    let mentions = &task.mentions;
    mentions.iter().enumerate().filter_map(|(at, mention)| {
        let unit = mention.department;
        let is_same = |other: &&Mention| other.department == unit;
        if mentions[..at].iter().any(|other| other.department == unit) {
            return None;
        }
        let mut named = mentions[at..].iter().filter(is_same);
        let leads = named.any(|other| other.role == Role::Lead);
        Some((unit, if leads { Role::Lead } else { Role::Support }))
    })
}

/// Which places have a document of which years.
#[derive(Debug)]
pub(crate) struct Documented(BTreeSet<(RegionIdx, u16)>);

impl Documented {
    /// Those of the ledger.
    pub(crate) fn of(book: Book) -> Self {
        let documents = book.ledger.documents.iter();
        Self(documents.map(|document| (document.region, document.year)).collect())
    }

    /// Whether a document of the unit's place is of this year.
    pub(crate) fn has(&self, book: Book, unit: DepartmentIdx, year: u16) -> bool {
        self.0.contains(&(book.ledger.departments[usize::from(unit)].region, year))
    }
}

/// What finds a unit's place among names: its pinyin, and its name where sounds are equal.
pub(crate) fn sound(book: Book, unit: DepartmentIdx) -> (&'static str, &'static str) {
    let unit = &book.ledger.departments[usize::from(unit)];
    (unit.keys.first().map_or("", String::as_str), &unit.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_wanted_by(query: &str, unit: &str) -> bool {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let unit = book.engine.code(Facet::Unit, unit).unwrap() as DepartmentIdx;
        is_wanted(book, &state, unit)
    }

    #[test]
    fn a_filter_lets_in_the_units_it_includes_and_none_it_excludes() {
        assert!(is_wanted_by("y=2024", "jx-jsj"));
        assert!(is_wanted_by("lead=jx-jsj&unit=jx-jyj", "jx-jyj"));
        assert!(!is_wanted_by("lead=jx-jsj", "jx-jyj"));
        assert!(!is_wanted_by("unit=-jx-jsj", "jx-jsj"));
    }

    #[test]
    fn a_task_names_a_unit_once_and_as_lead_before_help() {
        let book = Book::open().unwrap();
        for task in &book.ledger.tasks {
            let roles: Vec<_> = roles(task).collect();
            let mut units: Vec<_> = roles.iter().map(|(unit, _)| *unit).collect();
            units.sort_unstable();
            units.dedup();
            assert_eq!(units.len(), roles.len(), "{}", task.id);
            let leads = |unit: &DepartmentIdx| task.leads().any(|lead| lead == *unit);
            assert!(roles.iter().all(|(unit, role)| (*role == Role::Lead) == leads(unit)));
        }
    }
}
