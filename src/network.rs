//! The network of who works with whom: units on a ring, a link from each that leads to each that
//! is named with it.
//!
//! The order on the ring is worked out, and the same each time: units that share most stand near
//! each other. Nothing here knows a browser.

use model::DepartmentIdx;

use crate::book::Book;
use crate::pairs::Pair;
use crate::state::ViewState;
use crate::units::{roles, tasks_of};

/// Units on a ring, and the links between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Network {
    /// The units, once round the ring, and how many tasks name each.
    pub nodes: Vec<(DepartmentIdx, u32)>,
    /// The links: who leads, who is named with it, and in how many tasks; the fewest first.
    pub links: Vec<(DepartmentIdx, DepartmentIdx, u32)>,
}

/// A link of two nodes before they have a place.
type Tie = (usize, usize, u32);

/// No order is looked for longer than this, however many units there are.
const MAX_PASSES: usize = 24;

impl Network {
    /// The network of these pairs, of the tasks that `state` asks for.
    pub(crate) fn of(book: Book, state: &ViewState, pairs: &[Pair]) -> Self {
        let mut n_tasks = vec![0; book.ledger.departments.len()];
        for idx in tasks_of(book, state) {
            for (unit, _) in roles(book.task(idx)) {
                n_tasks[usize::from(unit)] += 1;
            }
        }
        let nodes = ring(pairs).into_iter();
        // The pairs come with the most tasks first; the thickest link is drawn last.
        let links = pairs.iter().rev().map(|pair| (pair.lead, pair.partner, pair.n));
        Self {
            nodes: nodes.map(|unit| (unit, n_tasks[usize::from(unit)])).collect(),
            links: links.collect(),
        }
    }
}

/// The units of the pairs, those that share most near each other.
fn ring(pairs: &[Pair]) -> Vec<DepartmentIdx> {
    let (units, ties) = tied(pairs);
    let order = improved(first_order(units.len(), &ties), &ties);
    order.into_iter().map(|node| units[node]).collect()
}

/// The units of the pairs, and the tasks of both directions added up.
fn tied(pairs: &[Pair]) -> (Vec<DepartmentIdx>, Vec<Tie>) {
    let mut units: Vec<DepartmentIdx> = Vec::new();
    let mut ties: Vec<Tie> = Vec::new();
    for pair in pairs {
        let [one, other] = [pair.lead, pair.partner].map(|unit| {
            units.iter().position(|known| *known == unit).unwrap_or_else(|| {
                units.push(unit);
                units.len() - 1
            })
        });
        let (one, other) = (one.min(other), one.max(other));
        match ties.iter_mut().find(|(from, to, _)| (*from, *to) == (one, other)) {
            Some((.., n_tasks)) => *n_tasks += pair.n,
            None => ties.push((one, other, pair.n)),
        }
    }
    (units, ties)
}

/// Beginning with the strongest tie, always the node that is tied most to those that stand.
fn first_order(n_nodes: usize, ties: &[Tie]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < n_nodes {
        let pull = |node: usize| -> u32 {
            let to_placed = |(one, other, _): &&Tie| {
                (*one == node && order.contains(other)) || (*other == node && order.contains(one))
            };
            ties.iter().filter(to_placed).map(|(.., n)| n).sum()
        };
        let left = (0..n_nodes).filter(|node| !order.contains(node));
        // Of nodes with an equal pull the first is taken, so that the order is always the same.
        let next = left.map(|node| (pull(node), core::cmp::Reverse(node))).max();
        let Some((_, core::cmp::Reverse(node))) = next else { break };
        order.push(node);
    }
    order
}

/// Swaps neighbours as long as that makes the links shorter.
fn improved(mut order: Vec<usize>, ties: &[Tie]) -> Vec<usize> {
    for _ in 0..MAX_PASSES {
        let mut is_better = false;
        for at in 1..order.len() {
            let before = length(&order, ties);
            order.swap(at - 1, at);
            if length(&order, ties) < before {
                is_better = true;
            } else {
                order.swap(at - 1, at);
            }
        }
        if !is_better {
            break;
        }
    }
    order
}

/// How long all links are, along the ring, each as often as it has tasks.
fn length(order: &[usize], ties: &[Tie]) -> usize {
    let length = |(one, other, n): &Tie| {
        let apart = position(order, *one).abs_diff(position(order, *other));
        apart.min(order.len() - apart) * *n as usize
    };
    ties.iter().map(length).sum()
}

fn position(order: &[usize], node: usize) -> usize {
    order.iter().position(|known| *known == node).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::pairs::Pairs;
    use crate::state::ViewState;

    fn pair(lead: DepartmentIdx, partner: DepartmentIdx, n: u32) -> Pair {
        Pair { lead, partner, n }
    }

    #[test]
    fn the_ring_is_the_same_each_time_and_holds_each_unit_once() {
        let pairs: Vec<Pair> =
            (0..12).map(|at| pair(at, (at * 5 + 3) % 12, u32::from(at) + 1)).collect();
        let found = ring(&pairs);
        assert_eq!(found, ring(&pairs));
        let mut units = found.clone();
        units.sort_unstable();
        units.dedup();
        assert_eq!(units.len(), found.len());
    }

    #[test]
    fn an_order_is_only_changed_for_shorter_links() {
        let ties = [(0, 3, 5), (1, 2, 1), (0, 1, 1)];
        let first = first_order(4, &ties);
        assert!(length(&improved(first.clone(), &ties), &ties) <= length(&first, &ties));
    }

    #[test]
    fn a_unit_has_at_least_the_tasks_of_each_of_its_links() {
        let book = Book::open().unwrap();
        let state = ViewState::default();
        let Pairs { found: pairs, .. } = Pairs::of(book, &state);
        let network = Network::of(book, &state, &pairs);
        assert_eq!(network.links.len(), pairs.len());
        let n_tasks: BTreeMap<_, _> = network.nodes.iter().copied().collect();
        for (lead, partner, n) in network.links {
            assert!(n_tasks[&lead] >= n && n_tasks[&partner] >= n, "{lead} {partner} {n}");
        }
    }
}
