//! Who works with whom in 部门: how often one unit leads a task that names another.
//!
//! A pair has a direction, because a link can say "this one leads and that one is named" and
//! cannot say "both are named".

use std::collections::BTreeMap;

use engine::Facet;
use model::{DepartmentIdx, Role};

use crate::book::Book;
use crate::figures::Figure;
use crate::resolve;
use crate::state::{PairOrder, ViewState};
use crate::units::{is_wanted, roles, sound, without_units};

/// A unit that leads, another that is named with it, and the tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Who leads.
    pub lead: DepartmentIdx,
    /// Who is named as well, as lead or as help.
    pub partner: DepartmentIdx,
    /// The tasks.
    pub tasks: Figure,
}

/// How many pairs are drawn and listed first.
pub(crate) const N_STRONGEST: usize = 30;

/// Every pair of the tasks that `state` asks for, the most tasks first. Where units are chosen,
/// the pairs that hold one of them.
pub(crate) fn pairs(book: Book, state: &ViewState) -> Vec<Pair> {
    let list = without_units(state);
    let mut counts: BTreeMap<(DepartmentIdx, DepartmentIdx), u32> = BTreeMap::new();
    for idx in book.engine.run(&resolve::query(book, &list)).rows {
        let roles = roles(book.task(idx));
        for (lead, _) in roles.iter().filter(|(_, role)| *role == Role::Lead) {
            for (partner, _) in roles.iter().filter(|(partner, _)| partner != lead) {
                *counts.entry((*lead, *partner)).or_default() += 1;
            }
        }
    }
    let wanted = |unit| is_wanted(book, state, unit);
    let key = |unit: DepartmentIdx| &book.ledger.departments[usize::from(unit)].id;
    let mut pairs: Vec<Pair> = counts
        .into_iter()
        .filter(|((lead, partner), _)| wanted(*lead) || wanted(*partner))
        .map(|((lead, partner), n)| {
            let led = list.clone().only(Facet::Lead, key(lead));
            let tasks = Figure { n, list: led.only(Facet::Unit, key(partner)) };
            Pair { lead, partner, tasks }
        })
        .collect();
    // The sort is stable: pairs with as many stand in the ledger's order.
    pairs.sort_by_key(|pair| core::cmp::Reverse(pair.tasks.n));
    pairs
}

/// The pairs in the order of the table.
pub(crate) fn sorted(book: Book, pairs: &[Pair], order: PairOrder) -> Vec<&Pair> {
    let mut sorted: Vec<&Pair> = pairs.iter().collect();
    match order {
        PairOrder::Tasks => {}
        PairOrder::Lead => sorted.sort_by_key(|pair| sound(book, pair.lead)),
        PairOrder::Partner => sorted.sort_by_key(|pair| sound(book, pair.partner)),
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        let book = Book::open().unwrap();
        for query in ["", "y=2024&s=-annual", "unit=jx-jsj", "lead=-jx-fgw&q=建设"] {
            let (state, _) = ViewState::from_query(query);
            for pair in pairs(book, &state) {
                let n = resolve::n_tasks(book, &pair.tasks.list);
                assert_eq!(pair.tasks.n as usize, n, "{query}: {pair:?}");
            }
        }
    }

    #[test]
    fn a_chosen_unit_stands_in_every_pair() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("unit=jx-jsj");
        let unit = book.engine.code(Facet::Unit, "jx-jsj").unwrap() as DepartmentIdx;
        let pairs = pairs(book, &state);
        assert!(!pairs.is_empty());
        assert!(pairs.iter().all(|pair| pair.lead == unit || pair.partner == unit));
    }
}
