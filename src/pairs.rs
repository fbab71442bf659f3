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
        let found: Vec<Pair> = counted
            .into_iter()
            .filter(|pair| is_wanted(pair.lead) || is_wanted(pair.partner))
            .collect();
        let most = found.iter().map(|pair| pair.n as usize).max().unwrap_or(0);
        // Pairs with as many stand in the ledger's order.
        let found = parted(&found, most + 1, |pair| most - pair.n as usize);
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

/// How often each pair is named, in the ledger's order of leads and then of partners.
fn counted(named: &[(DepartmentIdx, DepartmentIdx)], n_units: usize) -> Vec<Pair> {
    let by_partner = parted(named, n_units, |(_, partner)| usize::from(*partner));
    let by_lead = parted(&by_partner, n_units, |(lead, _)| usize::from(*lead));
    let same = by_lead.chunk_by(|one, other| one == other);
    same.map(|same| Pair { lead: same[0].0, partner: same[0].1, n: same.len() as u32 }).collect()
}

/// The items in the order of a small whole number, under `n_keys`; those with the same stay as they
/// are. It goes through them twice, where a sort goes through them many times.
fn parted<T: Copy>(items: &[T], n_keys: usize, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut next = vec![0_usize; n_keys + 1];
    for item in items {
        next[key(item) + 1] += 1;
    }
    for key in 0..n_keys {
        next[key + 1] += next[key];
    }
    let mut ordered = items.to_vec();
    for item in items {
        let next = &mut next[key(item)];
        ordered[*next] = *item;
        *next += 1;
    }
    ordered
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
