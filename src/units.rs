//! What the tables of 部门 share: which units a filter lets in, how a task names them, and how
//! their names are sorted.

use engine::Facet;
use model::{DepartmentIdx, Role, Task};

use crate::book::Book;
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

/// Each unit that a task names, once: as lead where it is named as both.
pub(crate) fn roles(task: &Task) -> Vec<(DepartmentIdx, Role)> {
    let mut roles: Vec<(DepartmentIdx, Role)> = Vec::new();
    for mention in &task.mentions {
        match roles.iter_mut().find(|(unit, _)| *unit == mention.department) {
            Some((_, role)) if mention.role == Role::Lead => *role = Role::Lead,
            Some(_) => {}
            None => roles.push((mention.department, mention.role)),
        }
    }
    roles
}

/// Whether a document of the unit's place is of this year.
pub(crate) fn has_document(book: Book, unit: DepartmentIdx, year: u16) -> bool {
    let region = book.ledger.departments[usize::from(unit)].region;
    let mut documents = book.ledger.documents.iter();
    documents.any(|document| document.region == region && document.year == year)
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
            let roles = roles(task);
            let mut units: Vec<_> = roles.iter().map(|(unit, _)| *unit).collect();
            units.sort_unstable();
            units.dedup();
            assert_eq!(units.len(), roles.len(), "{}", task.id);
            let leads = |unit: &DepartmentIdx| task.leads().any(|lead| lead == *unit);
            assert!(roles.iter().all(|(unit, role)| (*role == Role::Lead) == leads(unit)));
        }
    }
}
