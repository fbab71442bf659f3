//! A set of rows, one bit each.

use super::Row;

/// A set of the rows `0..n_rows`.
///
/// The bits beyond `n_rows` in the last word are always zero, so words can be counted whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// The set without any row.
    pub(crate) fn empty(n_rows: usize) -> Self {
        Self { words: vec![0; n_rows.div_ceil(64)] }
    }

    /// The set of all rows.
    pub(crate) fn full(n_rows: usize) -> Self {
        let mut words = vec![u64::MAX; n_rows.div_ceil(64)];
        if let (Some(last), used @ 1..) = (words.last_mut(), n_rows % 64) {
            *last = (1 << used) - 1;
        }
        Self { words }
    }

    pub(crate) fn insert(&mut self, row: Row) {
        self.words[row as usize / 64] |= 1 << (row % 64);
    }

    pub(crate) fn remove(&mut self, row: Row) {
        self.words[row as usize / 64] &= !(1 << (row % 64));
    }

    pub(crate) fn contains(&self, row: Row) -> bool {
        self.words[row as usize / 64] >> (row % 64) & 1 == 1
    }

    /// Adds the rows of `other`.
    pub(crate) fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Keeps only the rows that are in `other` too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes the rows of `other` away.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// How many rows it holds.
    pub(crate) fn n_rows(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many rows it shares with `other`.
    pub(crate) fn n_common(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(one, two)| (one & two).count_ones()).sum()
    }

    /// The rows `0..n_rows` that it does not hold.
    pub(crate) fn complement(&self, n_rows: usize) -> Self {
        let mut rest = Self::full(n_rows);
        rest.subtract(self);
        rest
    }

    /// Its words, the first for the rows 0 to 63.
    ///
    /// Whoever writes keeps the bits beyond the last row zero.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// How many words it takes: what a pass over it costs.
    pub(crate) fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Calls with each row it holds, in order: faster than [`Self::rows`] where there are many.
    #[inline]
    pub(crate) fn for_each(&self, mut act: impl FnMut(Row)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                act(at as Row * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// The rows it holds, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.words.iter().enumerate().flat_map(|(at, &word)| Ones { word, base: at as Row * 64 })
    }
}

/// The ones of a word, lowest first.
struct Ones {
    word: u64,
    base: Row,
}

impl Iterator for Ones {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let lowest = (self.word != 0).then(|| self.word.trailing_zeros())?;
        self.word &= self.word - 1;
        Some(self.base + lowest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_set_holds_its_rows_and_no_more() {
        for n_rows in [0, 1, 63, 64, 65, 128] {
            let set = BitSet::full(n_rows);
            assert_eq!(set.n_rows() as usize, n_rows);
            assert!(set.rows().eq(0..n_rows as Row));
        }
    }

    #[test]
    fn rows_come_back_in_order() {
        let mut set = BitSet::empty(200);
        for row in [199, 0, 64, 63] {
            set.insert(row);
        }
        assert!(set.rows().eq([0, 63, 64, 199]));
        assert!(set.contains(63) && !set.contains(1));
    }

    #[test]
    fn sets_are_joined_cut_and_taken_away() {
        let of = |rows: &[Row]| {
            let mut set = BitSet::empty(70);
            for &row in rows {
                set.insert(row);
            }
            set
        };
        let (mut joined, mut cut, mut rest) = (of(&[1, 69]), of(&[1, 69]), of(&[1, 69]));
        joined.unite(&of(&[2, 69]));
        cut.intersect(&of(&[2, 69]));
        rest.subtract(&of(&[2, 69]));
        assert_eq!((joined, cut, rest), (of(&[1, 2, 69]), of(&[69]), of(&[1])));
        assert_eq!(of(&[1, 69]).n_common(&of(&[2, 69])), 1);
    }
}
