//! One facet's values of every row, as codes and as sets.

use crate::{Code, bitset::BitSet, rows::Row};

/// A facet with at most this many values keeps a set of rows for each of them.
///
/// At a million rows a set takes 122 KiB, so a facet takes at most 31 MiB.
const MAX_SETS: u32 = 256;

/// The codes of every row in one facet.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    n_values: u32,
    n_rows: usize,
    codes: Codes,
    /// The rows of each value; empty where there are too many values.
    sets: Vec<BitSet>,
}

#[derive(Debug, Clone)]
enum Codes {
    /// One code a row; `n_values` where the row has none.
    One(Vec<Code>),
    /// The codes of row `r` stand at `starts[r]..starts[r + 1]`, each once.
    Many { starts: Vec<u32>, codes: Vec<Code> },
}

impl Column {
    /// A column of at most one code a row.
    pub(crate) fn one(n_values: u32, codes: impl Iterator<Item = Option<Code>>) -> Self {
        let codes: Vec<Code> = codes.map(|code| code.unwrap_or(n_values)).collect();
        Self::new(n_values, codes.len(), Codes::One(codes))
    }

    /// A column of any number of codes a row; what a row repeats counts once.
    pub(crate) fn many<I: IntoIterator<Item = Code>>(
        n_values: u32,
        rows: impl Iterator<Item = I>,
    ) -> Self {
        let (mut starts, mut codes) = (vec![0], Vec::new());
        for row in rows {
            let start = codes.len();
            for code in row {
                if !codes[start..].contains(&code) {
                    codes.push(code);
                }
            }
            starts.push(codes.len() as u32);
        }
        Self::new(n_values, starts.len() - 1, Codes::Many { starts, codes })
    }

    fn new(n_values: u32, n_rows: usize, codes: Codes) -> Self {
        let mut column = Self { n_values, n_rows, codes, sets: Vec::new() };
        if n_values <= MAX_SETS {
            let mut sets = vec![BitSet::empty(n_rows); n_values as usize];
            for row in 0..n_rows as Row {
                for &code in column.of_row(row) {
                    sets[code as usize].insert(row);
                }
            }
            column.sets = sets;
        }
        column
    }

    pub(crate) fn n_values(&self) -> u32 {
        self.n_values
    }

    /// The codes of a row.
    pub(crate) fn of_row(&self, row: Row) -> &[Code] {
        let row = row as usize;
        match &self.codes {
            Codes::One(codes) => {
                let code = &codes[row..=row];
                if code[0] < self.n_values { code } else { &[] }
            }
            Codes::Many { starts, codes } => &codes[starts[row] as usize..starts[row + 1] as usize],
        }
    }

    /// The rows that have at least one of these codes; codes the facet does not know find none.
    pub(crate) fn rows_with_any(&self, codes: &[Code]) -> BitSet {
        let mut found = BitSet::empty(self.n_rows);
        if self.sets.is_empty() {
            let mut is_wanted = vec![false; self.n_values as usize];
            for &code in codes.iter().filter(|&&code| code < self.n_values) {
                is_wanted[code as usize] = true;
            }
            for row in 0..self.n_rows as Row {
                if self.of_row(row).iter().any(|&code| is_wanted[code as usize]) {
                    found.insert(row);
                }
            }
        } else {
            for &code in codes {
                if let Some(set) = self.sets.get(code as usize) {
                    found.unite(set);
                }
            }
        }
        found
    }

    /// How many of `rows` have each value, by code.
    ///
    /// Many rows of a facet with few values are counted set by set, a word at a time;
    /// few rows, or many values, row by row.
    pub(crate) fn counts(&self, rows: &BitSet) -> Vec<u32> {
        let cost_by_set = self.sets.len() * rows.n_words();
        let cost_by_row = rows.n_rows() as usize * self.n_codes() / self.n_rows.max(1);
        if !self.sets.is_empty() && cost_by_set < cost_by_row {
            return self.sets.iter().map(|set| set.n_common(rows)).collect();
        }
        let mut counts = vec![0; self.n_values as usize];
        for row in rows.rows() {
            for &code in self.of_row(row) {
                counts[code as usize] += 1;
            }
        }
        counts
    }

    /// How many codes all rows have together.
    fn n_codes(&self) -> usize {
        match &self.codes {
            Codes::One(codes) | Codes::Many { codes, .. } => codes.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same codes with sets and, behind many unused values, without.
    fn columns() -> [Column; 2] {
        [3, MAX_SETS + 1].map(|n_values| {
            let rows = [vec![0, 2, 0], vec![], vec![2]];
            Column::many(n_values, rows.into_iter().cycle().take(300))
        })
    }

    #[test]
    fn a_row_counts_once_for_each_of_its_values() {
        for column in columns() {
            assert_eq!(column.counts(&BitSet::full(300))[..3], [100, 0, 200]);
        }
    }

    #[test]
    fn rows_are_found_by_any_of_their_values() {
        for column in columns() {
            assert_eq!(column.rows_with_any(&[0, 1]).n_rows(), 100);
            assert_eq!(column.rows_with_any(&[2, 9999]).n_rows(), 200);
            assert_eq!(column.rows_with_any(&[]).n_rows(), 0);
        }
    }

    #[test]
    fn a_row_without_a_value_counts_nowhere() {
        let column = Column::one(2, [Some(1), None, Some(1)].into_iter());
        assert_eq!(column.counts(&BitSet::full(3)), [0, 2]);
        assert_eq!(column.of_row(1), &[] as &[Code]);
    }
}
