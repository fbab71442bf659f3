//! Who works with whom in 部门: how often one unit leads a task that names another.
//!
//! A pair has a direction, because a link can say "this one leads and that one is named" and
//! cannot say "both are named".

use engine::Facet;
use model::{DepartmentIdx, Role};

use crate::book::Book;
use crate::state::{PairOrder, ViewState};
use crate::units::{is_wanted, roles, sound, tasks_of, without_units};

/// Who works with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pairs {
    /// What the counts are taken of: the filter without its choice of units.
    pub list: ViewState,
    /// Every pair, the most tasks first.
    pub found: Vec<Pair>,
}

/// A unit that leads, another that is named with it, and in how many tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Who leads.
    pub lead: DepartmentIdx,
    /// Who is named as well, as lead or as help.
    pub partner: DepartmentIdx,
    /// How many tasks.
    pub n: u32,
}

/// How many pairs are drawn and listed first.
pub(crate) const N_STRONGEST: usize = 30;

impl Pairs {
    /// Every pair of the tasks that `state` asks for. Where units are chosen, the pairs that hold
    /// one of them.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let mut named: Vec<(DepartmentIdx, DepartmentIdx)> = Vec::new();
        for idx in tasks_of(book, state) {
            let task = book.task(idx);
            for (lead, _) in roles(task).filter(|(_, role)| *role == Role::Lead) {
                let partners = roles(task).filter(|(partner, _)| *partner != lead);
                named.extend(partners.map(|(partner, _)| (lead, partner)));
            }
        }
        let counted = counted(&named, book.ledger.departments.len());
        let is_wanted: Vec<bool> = (0..book.ledger.departments.len() as DepartmentIdx)
            .map(|unit| is_wanted(book, state, unit))
            .collect();
        let is_wanted = |unit: DepartmentIdx| is_wanted[usize::from(unit)];
        let mut found: Vec<Pair> = counted
            .into_iter()
            .filter(|pair| is_wanted(pair.lead) || is_wanted(pair.partner))
            .collect();
        // The sort is stable: pairs with as many stand in the ledger's order.
        found.sort_by_key(|pair| core::cmp::Reverse(pair.n));
        Self { list: without_units(state), found }
    }

    /// The tasks of a pair.
    pub(crate) fn tasks(&self, book: Book, pair: Pair) -> ViewState {
        let key = |unit: DepartmentIdx| &book.ledger.departments[usize::from(unit)].id;
        let led = self.list.clone().only(Facet::Lead, key(pair.lead));
        led.only(Facet::Unit, key(pair.partner))
    }

    /// The strongest of them.
    pub(crate) fn strongest(&self) -> &[Pair] {
        &self.found[..self.found.len().min(N_STRONGEST)]
    }
}

/// How often each pair is named, in the ledger's order of leads and then of partners. Leads are
/// parted first, so that no sort goes through all that is named.
fn counted(named: &[(DepartmentIdx, DepartmentIdx)], n_units: usize) -> Vec<Pair> {
    let mut ends = vec![0_usize; n_units + 1];
    for (lead, _) in named {
        ends[usize::from(*lead) + 1] += 1;
    }
    for unit in 0..n_units {
        ends[unit + 1] += ends[unit];
    }
    let mut next = ends.clone();
    let mut partners: Vec<DepartmentIdx> = vec![0; named.len()];
    for (lead, partner) in named {
        let next = &mut next[usize::from(*lead)];
        partners[*next] = *partner;
        *next += 1;
    }
    let pairs = (0..n_units).flat_map(|lead| {
        let mut own = partners[ends[lead]..ends[lead + 1]].to_vec();
        own.sort_unstable();
        let pairs = own.chunk_by(|one, other| one == other).map(|same| Pair {
            lead: lead as DepartmentIdx,
            partner: same[0],
            n: same.len() as u32,
        });
        pairs.collect::<Vec<_>>()
    });
    pairs.collect()
}

/// The pairs in the order of the table.
pub(crate) fn sorted(book: Book, pairs: &[Pair], order: PairOrder) -> Vec<Pair> {
    let mut sorted = pairs.to_vec();
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
    use crate::resolve;

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        let book = Book::open().unwrap();
        for query in ["", "y=2024&s=-annual", "unit=jx-jsj", "lead=-jx-fgw&q=建设"] {
            let (state, _) = ViewState::from_query(query);
            let pairs = Pairs::of(book, &state);
            for pair in &pairs.found {
                let n = resolve::n_tasks(book, &pairs.tasks(book, *pair));
                assert_eq!(pair.n as usize, n, "{query}: {pair:?}");
            }
        }
    }

    #[test]
    fn a_chosen_unit_stands_in_every_pair() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("unit=jx-jsj");
        let unit = book.engine.code(Facet::Unit, "jx-jsj").unwrap() as DepartmentIdx;
        let Pairs { found, .. } = Pairs::of(book, &state);
        assert!(!found.is_empty());
        assert!(found.iter().all(|pair| pair.lead == unit || pair.partner == unit));
    }
}
