//! One facet's values of every row, as codes and as sets.

use std::ops::Range;

use super::{BitSet, Code, PIECE, Row, Selection, Side, in_pieces};

/// A facet with at most this many values keeps a set of rows for each of them.
///
/// At a million rows a set takes 122 KiB, so a facet takes at most 31 MiB.
const MAX_SETS: u32 = 256;

/// What counting a row costs, in words of a set.
const WORDS_A_ROW: usize = 3;

/// The codes of every row in one facet.
///
/// A facet has fewer than 65,535 values, so that a code takes one byte or two: what is counted
/// by row waits for the memory.
#[derive(Debug, Clone)]
pub struct Column {
    n_values: u32,
    n_rows: usize,
    codes: Codes,
    rows: RowsOf,
    /// How many rows have each value.
    totals: Vec<u32>,
}

/// Codes as wide as they need to be.
#[derive(Debug, Clone)]
pub enum Packed {
    /// Below 255.
    Bytes(Vec<u8>),
    /// Below 65,535.
    Halves(Vec<u16>),
}

/// What stands where in a column.
#[derive(Debug, Clone)]
struct Codes {
    packed: Packed,
    /// The codes of row `r` stand at `starts[r]..starts[r + 1]`, each once; `None` where each
    /// row has one code, or `n_values` for none.
    starts: Option<Vec<u32>>,
}

/// The rows of each value.
#[derive(Debug, Clone)]
enum RowsOf {
    /// A set for each value, where there are few.
    Sets(Vec<BitSet>),
    /// The rows of value `v` stand at `starts[v]..starts[v + 1]`.
    Lists { starts: Vec<u32>, rows: Vec<Row> },
}

impl Column {
    /// A column of at most one code a row: `n_values` where there is none.
    ///
    /// # Panics
    ///
    /// When there are 65,535 values or more, or a code is larger than their number.
    pub fn of_codes(n_values: u32, codes: Packed) -> Self {
        Self::new(n_values, codes.len(), Codes { packed: codes, starts: None })
    }

    /// A column of any number of codes a row, each once; row `r` has those at
    /// `starts[r]..starts[r + 1]`.
    ///
    /// # Panics
    ///
    /// When there are 65,535 values or more, a code is not below their number, or `starts` is
    /// empty or does not fit `codes`.
    pub fn of_lists(n_values: u32, starts: Vec<u32>, codes: Packed) -> Self {
        Self::new(n_values, starts.len() - 1, Codes { packed: codes, starts: Some(starts) })
    }

    /// A column of at most one code a row.
    pub(crate) fn one(n_values: u32, codes: impl Iterator<Item = Option<Code>>) -> Self {
        let codes = codes.map(|code| code.unwrap_or(n_values) as u16).collect();
        Self::of_codes(n_values, Packed::new(n_values, codes))
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
                let code = code as u16;
                if !codes[start..].contains(&code) {
                    codes.push(code);
                }
            }
            starts.push(codes.len() as u32);
        }
        Self::of_lists(n_values, starts, Packed::new(n_values, codes))
    }

    fn new(n_values: u32, n_rows: usize, codes: Codes) -> Self {
        assert!(n_values < u32::from(u16::MAX), "a code takes two bytes at most");
        let rows = RowsOf::Sets(Vec::new());
        let mut column = Self { n_values, n_rows, codes, rows, totals: Vec::new() };
        if n_values <= MAX_SETS {
            let sets = column.in_sets();
            column.totals = sets.iter().map(BitSet::n_rows).collect();
            column.rows = RowsOf::Sets(sets);
        } else {
            column.totals = column.counted();
            column.rows = column.in_lists();
        }
        column
    }

    fn in_sets(&self) -> Vec<BitSet> {
        let mut sets = vec![BitSet::empty(self.n_rows); self.n_values as usize];
        in_pieces(self.n_rows, 64, &mut |rows| {
            let at = rows.start / 64;
            let mut words = [0_u64; MAX_SETS as usize];
            self.for_each(rows, |row, code| words[code] |= 1 << (row % 64));
            for (set, word) in sets.iter_mut().zip(words) {
                set.words_mut()[at] = word;
            }
        });
        sets
    }

    fn counted(&self) -> Vec<u32> {
        let mut totals = vec![0; self.n_values as usize];
        in_pieces(self.n_rows, PIECE, &mut |rows| {
            for code in rows.flat_map(|row| self.of_row(row as Row)) {
                totals[code as usize] += 1;
            }
        });
        totals
    }

    fn in_lists(&self) -> RowsOf {
        let mut starts = vec![0];
        starts.extend(self.totals.iter().scan(0, |end, total| {
            *end += total;
            Some(*end)
        }));
        let mut next = starts.clone();
        let mut listed = vec![0; starts.last().map_or(0, |&end| end as usize)];
        in_pieces(self.n_rows, PIECE, &mut |rows| {
            for row in rows {
                for code in self.of_row(row as Row) {
                    let next = &mut next[code as usize];
                    listed[*next as usize] = row as Row;
                    *next += 1;
                }
            }
        });
        RowsOf::Lists { starts, rows: listed }
    }

    /// Calls with every row of a piece and each of its codes.
    fn for_each(&self, rows: Range<usize>, act: impl FnMut(usize, usize)) {
        match &self.codes.packed {
            Packed::Bytes(codes) => self.for_each_of(codes, rows, act),
            Packed::Halves(codes) => self.for_each_of(codes, rows, act),
        }
    }

    fn for_each_of<C: Copy + Into<usize>>(
        &self,
        codes: &[C],
        rows: Range<usize>,
        mut act: impl FnMut(usize, usize),
    ) {
        let Some(starts) = &self.codes.starts else {
            for (row, &code) in rows.clone().zip(&codes[rows]) {
                if code.into() < self.n_values as usize {
                    act(row, code.into());
                }
            }
            return;
        };
        for (row, ends) in rows.clone().zip(starts[rows.start..=rows.end].windows(2)) {
            for &code in &codes[ends[0] as usize..ends[1] as usize] {
                act(row, code.into());
            }
        }
    }

    pub(crate) fn n_values(&self) -> u32 {
        self.n_values
    }

    /// How many rows there are.
    pub(crate) fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// The code of each row, where rows have at most one and codes take a byte; `n_values` where
    /// a row has none.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.codes {
            Codes { packed: Packed::Bytes(codes), starts: None } => Some(codes),
            _ => None,
        }
    }

    /// The codes of a row.
    pub(crate) fn of_row(&self, row: Row) -> impl Iterator<Item = Code> {
        let row = row as usize;
        let place = match &self.codes.starts {
            Some(starts) => starts[row] as usize..starts[row + 1] as usize,
            None => row..row + 1,
        };
        let codes = place.map(|at| self.codes.packed.at(at));
        codes.filter(|&code| code < self.n_values)
    }

    /// The rows that have at least one of these codes; codes the facet does not know find none.
    pub(crate) fn rows_with_any(&self, codes: &[Code]) -> BitSet {
        let mut found = BitSet::empty(self.n_rows);
        for &code in codes.iter().filter(|&&code| code < self.n_values) {
            let code = code as usize;
            match &self.rows {
                RowsOf::Sets(sets) => found.unite(&sets[code]),
                RowsOf::Lists { .. } => {
                    for &row in self.listed(code as Code) {
                        found.insert(row);
                    }
                }
            }
        }
        found
    }

    /// The rows of each value, where there are few values.
    pub(crate) fn sets(&self) -> Option<&[BitSet]> {
        match &self.rows {
            RowsOf::Sets(sets) => Some(sets),
            RowsOf::Lists { .. } => None,
        }
    }

    /// The rows of a value, where there are many values.
    pub(crate) fn listed(&self, value: Code) -> &[Row] {
        match &self.rows {
            RowsOf::Sets(_) => &[],
            RowsOf::Lists { starts, rows } => {
                let value = value as usize;
                &rows[starts[value] as usize..starts[value + 1] as usize]
            }
        }
    }

    /// How many of all rows have each value, by code.
    pub(crate) fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// How many of `rows` have each value, by code.
    ///
    /// Many rows of a facet with few values are counted set by set, a word at a time; few rows,
    /// or many values, row by row.
    pub(crate) fn counts(&self, rows: &Selection) -> Vec<u32> {
        let cost_by_row = rows.n_listed() * self.n_codes() / self.n_rows.max(1) * WORDS_A_ROW;
        if let RowsOf::Sets(sets) = &self.rows
            && sets.len() * rows.set.n_words() < cost_by_row
        {
            return sets.iter().map(|set| set.n_common(&rows.set)).collect();
        }
        match rows.shorter() {
            Side::Held(rows) => self.counts_by_row(rows.iter().copied()),
            Side::Left(rows) => {
                let left = self.counts_by_row(rows.iter().copied());
                self.totals.iter().zip(left).map(|(total, left)| total - left).collect()
            }
        }
    }

    fn counts_by_row(&self, rows: impl Iterator<Item = Row>) -> Vec<u32> {
        match &self.codes.packed {
            Packed::Bytes(codes) => self.counts_of(codes, rows),
            Packed::Halves(codes) => self.counts_of(codes, rows),
        }
    }

    fn counts_of<C: Copy + Into<usize>>(
        &self,
        codes: &[C],
        rows: impl Iterator<Item = Row>,
    ) -> Vec<u32> {
        // Rows without a value are counted behind the last one.
        let mut counts = vec![0; self.n_values as usize + 1];
        match &self.codes.starts {
            None => {
                for row in rows {
                    counts[codes[row as usize].into()] += 1;
                }
            }
            Some(starts) => {
                for row in rows {
                    let row = row as usize;
                    for &code in &codes[starts[row] as usize..starts[row + 1] as usize] {
                        counts[code.into()] += 1;
                    }
                }
            }
        }
        counts.pop();
        counts
    }

    /// How many codes all rows have together.
    fn n_codes(&self) -> usize {
        self.codes.packed.len()
    }
}

impl Packed {
    /// As narrow as `n_values` values, and a code for none, allow.
    fn new(n_values: u32, codes: Vec<u16>) -> Self {
        if n_values < u32::from(u8::MAX) {
            Self::Bytes(codes.into_iter().map(|code| code as u8).collect())
        } else {
            Self::Halves(codes)
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Bytes(codes) => codes.len(),
            Self::Halves(codes) => codes.len(),
        }
    }

    fn at(&self, place: usize) -> Code {
        match self {
            Self::Bytes(codes) => codes[place].into(),
            Self::Halves(codes) => codes[place].into(),
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
            assert_eq!(column.totals()[..3], [100, 0, 200]);
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
        assert_eq!(column.totals(), [0, 2]);
        assert_eq!(column.of_row(1).count(), 0);
    }
}
