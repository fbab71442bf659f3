//! Rows to count, and the ways of going through them.

use std::cell::OnceCell;

use super::{BitSet, Row};

/// A set of rows, and the list of those it holds or of those it leaves out, whichever are fewer.
///
/// What is counted by row is counted over the list; where that is of the rows left out, the
/// counts are taken from the totals. The list is made when it is first needed.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    pub(crate) set: BitSet,
    /// How many rows it holds.
    pub(crate) n_rows: u32,
    /// How many rows there are.
    n_all: usize,
    list: OnceCell<Vec<Row>>,
}

/// One side of a selection.
pub(crate) enum Side<'a> {
    /// The rows that it holds.
    Held(&'a [Row]),
    /// The rows that it leaves out.
    Left(&'a [Row]),
}

impl Selection {
    /// Of `n_all` rows, those of a set.
    pub(crate) fn new(set: BitSet, n_all: usize) -> Self {
        let n_rows = set.n_rows();
        Self { set, n_rows, n_all, list: OnceCell::new() }
    }

    /// How many rows the shorter side has.
    pub(crate) fn n_listed(&self) -> usize {
        (self.n_rows as usize).min(self.n_all - self.n_rows as usize)
    }

    /// The shorter side.
    pub(crate) fn shorter(&self) -> Side<'_> {
        let is_held = self.n_rows as usize <= self.n_all / 2;
        let list = self.list.get_or_init(|| {
            let mut list = Vec::with_capacity(self.n_listed());
            if is_held {
                self.set.for_each(|row| list.push(row));
            } else {
                self.set.complement(self.n_all).for_each(|row| list.push(row));
            }
            list
        });
        if is_held { Side::Held(list) } else { Side::Left(list) }
    }
}
