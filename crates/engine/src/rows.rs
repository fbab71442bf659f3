//! The order of rows: as printed, sorted, parted into runs.
//!
//! The engine numbers tasks in printed order, so a set of rows read from the lowest bit up is
//! already in the default order. Sorting and grouping are one act, [`part`]: a stable counting
//! sort by the rank of each row.

use std::cmp::Reverse;

use model::{Ledger, TaskIdx};

/// A task's position in printed order.
pub(crate) use crate::table::Row;

/// The task of each row: documents by year, latest first, then as the ledger has them.
pub(crate) fn printed_order(ledger: &Ledger) -> Vec<TaskIdx> {
    let mut tasks: Vec<TaskIdx> = (0..ledger.tasks.len() as TaskIdx).collect();
    tasks.sort_by_key(|&task| {
        let document = ledger.tasks[task as usize].document;
        (Reverse(ledger.documents[document as usize].year), document)
    });
    tasks
}

/// One rank for each row, by which rows are sorted or parted.
#[derive(Debug, Clone)]
pub(crate) struct Ranks {
    /// Below `n`; `n` itself where the row has none.
    pub(crate) of_row: Vec<u32>,
    /// How many ranks there are.
    pub(crate) n: u32,
}

impl Ranks {
    /// Ranks rows by their keys: equal keys share a rank, ranks leave no gap.
    pub(crate) fn by_key<K: Ord + Clone>(keys: &[Option<K>]) -> Self {
        let mut known: Vec<K> = keys.iter().flatten().cloned().collect();
        known.sort_unstable();
        known.dedup();
        let n = known.len();
        let rank = |key: &K| known.binary_search(key).expect("every key is among the known");
        let of_row = keys.iter().map(|key| key.as_ref().map_or(n, rank) as u32).collect();
        Self { of_row, n: n as u32 }
    }

    /// The ranks from first to last, or from last to first; "none" is last in both.
    pub(crate) fn order(&self, is_descending: bool) -> Vec<u32> {
        let ranks = 0..self.n;
        let mut order: Vec<u32> =
            if is_descending { ranks.rev().collect() } else { ranks.collect() };
        order.push(self.n);
        order
    }

    /// How many of `rows` have each rank; "none" is the last count.
    pub(crate) fn counts(&self, rows: &[Row]) -> Vec<u32> {
        let mut counts = vec![0; self.n as usize + 1];
        for &row in rows {
            counts[self.of_row[row as usize] as usize] += 1;
        }
        counts
    }
}

/// Some of the rows, standing together because they share a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) rank: u32,
    pub(crate) start: u32,
    pub(crate) n_rows: u32,
}

/// Puts rows of one rank together, the ranks in this order, and says where each run stands.
///
/// Rows of one rank keep their order. `counts` are those of [`Ranks::counts`]; `order` holds
/// each rank once, "none" included. Ranks without rows give no run.
pub(crate) fn part(
    rows: &[Row],
    ranks: &Ranks,
    counts: &[u32],
    order: &[u32],
) -> (Vec<Row>, Vec<Run>) {
    let mut runs = Vec::new();
    let mut next = vec![0; counts.len()];
    let mut start = 0;
    for &rank in order {
        let n_rows = counts[rank as usize];
        next[rank as usize] = start;
        if n_rows > 0 {
            runs.push(Run { rank, start, n_rows });
        }
        start += n_rows;
    }
    let mut parted = vec![0; rows.len()];
    for &row in rows {
        let place = &mut next[ranks.of_row[row as usize] as usize];
        parted[*place as usize] = row;
        *place += 1;
    }
    (parted, runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_rank_keep_their_order_and_none_is_last() {
        let ranks = Ranks::by_key(&[Some("b"), None, Some("a"), Some("b")]);
        let rows = [0, 1, 2, 3];
        let counts = ranks.counts(&rows);
        let (ascending, runs) = part(&rows, &ranks, &counts, &ranks.order(false));
        assert_eq!(ascending, [2, 0, 3, 1]);
        assert_eq!(runs[1], Run { rank: 1, start: 1, n_rows: 2 });
        let (descending, _) = part(&rows, &ranks, &counts, &ranks.order(true));
        assert_eq!(descending, [0, 3, 2, 1]);
    }
}
