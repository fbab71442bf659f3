//! The drawing of who works with whom: units in a column, an arc between two that share tasks.
//!
//! The column's order is worked out, and the same each time: units that share most stand near
//! each other. Nothing here knows a browser.

use model::DepartmentIdx;

use crate::pairs::Pair;

/// Units in a column, and the arcs between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Network {
    /// The units from top to bottom.
    pub nodes: Vec<DepartmentIdx>,
    /// The arcs, the thickest last.
    pub arcs: Vec<Arc>,
}

/// Two units that share tasks, whoever leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arc {
    /// The position of the upper one.
    pub from: usize,
    /// The position of the lower one.
    pub to: usize,
    /// How often one leads a task that names the other.
    pub n_tasks: u32,
}

/// A link of two nodes before they have a place.
type Tie = (usize, usize, u32);

/// No order is looked for longer than this, however many units there are.
const MAX_PASSES: usize = 24;

impl Network {
    /// The drawing of these pairs.
    pub(crate) fn of(pairs: &[Pair]) -> Self {
        let (units, ties) = tied(pairs);
        let order = improved(first_order(units.len(), &ties), &ties);
        let mut arcs: Vec<Arc> = ties
            .iter()
            .map(|(one, other, n_tasks)| {
                let (one, other) = (position(&order, *one), position(&order, *other));
                Arc { from: one.min(other), to: one.max(other), n_tasks: *n_tasks }
            })
            .collect();
        arcs.sort_by_key(|arc| (arc.n_tasks, arc.from, arc.to));
        Self { nodes: order.iter().map(|node| units[*node]).collect(), arcs }
    }
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
            Some((.., n_tasks)) => *n_tasks += pair.tasks.n,
            None => ties.push((one, other, pair.tasks.n)),
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

/// Swaps neighbours as long as that makes the arcs shorter.
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

/// How long all arcs are, each as often as it has tasks.
fn length(order: &[usize], ties: &[Tie]) -> usize {
    let length = |(one, other, n): &Tie| {
        position(order, *one).abs_diff(position(order, *other)) * *n as usize
    };
    ties.iter().map(length).sum()
}

fn position(order: &[usize], node: usize) -> usize {
    order.iter().position(|known| *known == node).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Figure;
    use crate::state::ViewState;

    fn pair(lead: DepartmentIdx, partner: DepartmentIdx, n: u32) -> Pair {
        Pair { lead, partner, tasks: Figure { n, list: ViewState::default() } }
    }

    #[test]
    fn both_directions_of_a_pair_are_one_arc() {
        let network = Network::of(&[pair(7, 3, 4), pair(3, 7, 2)]);
        assert_eq!(network.nodes, [7, 3]);
        assert_eq!(network.arcs, [Arc { from: 0, to: 1, n_tasks: 6 }]);
    }

    #[test]
    fn the_drawing_is_the_same_each_time_and_holds_each_unit_once() {
        let pairs: Vec<Pair> =
            (0..12).map(|at| pair(at, (at * 5 + 3) % 12, u32::from(at) + 1)).collect();
        let network = Network::of(&pairs);
        assert_eq!(network, Network::of(&pairs));
        let mut nodes = network.nodes.clone();
        nodes.sort_unstable();
        nodes.dedup();
        assert_eq!(nodes.len(), network.nodes.len());
    }

    #[test]
    fn an_order_is_only_changed_for_shorter_arcs() {
        let ties = [(0, 3, 5), (1, 2, 1), (0, 1, 1)];
        let first = first_order(4, &ties);
        assert!(length(&improved(first.clone(), &ties), &ties) <= length(&first, &ties));
    }
}
