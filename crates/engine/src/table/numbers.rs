//! One figure a row: ranges, sums and the largest.

use super::{BitSet, Column, PIECE, Row, Selection, in_pieces};

/// How many sets are kept of the rows with the largest figures, each larger by as many rows.
///
/// A range is cut out of the two nearest sets; at a million rows they take 8 MB, and at most
/// 8,000 rows are put in or taken out one by one.
const N_CUTS: usize = 64;

/// The digits by which figures are sorted.
const DIGIT: u32 = 11;

/// How many digits there are.
const N_DIGITS: usize = 1 << DIGIT;

/// Decimal figures of a fixed scale, one a row.
///
/// A figure is kept as a whole number of units, of which `per_one` make 1; so sums are exact in
/// any order, and can be taken from each other.
#[derive(Debug, Clone)]
pub struct Numbers {
    units: Vec<u32>,
    per_one: f64,
    /// The rows by figure, largest first, rows of one figure in their order.
    order: Vec<Row>,
    /// The first `at * n_rows / N_CUTS` rows of `order`.
    cuts: Vec<BitSet>,
}

/// A piece of the rows in the order of their figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ranks {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Numbers {
    /// Keeps `units`, of which `per_one` make 1.
    pub fn new(units: Vec<u32>, per_one: f64) -> Self {
        let order = descending(&units);
        let mut cuts = Vec::with_capacity(N_CUTS + 1);
        let mut set = BitSet::empty(units.len());
        for at in 0..=N_CUTS {
            let start = if at == 0 { 0 } else { cut(at - 1, units.len()) };
            let rows = &order[start..cut(at, units.len())];
            in_pieces(rows.len(), PIECE, &mut |piece| {
                for &row in &rows[piece] {
                    set.insert(row);
                }
            });
            cuts.push(set.clone());
        }
        Self { units, per_one, order, cuts }
    }

    /// Where the figures of at least `low` and below `high` stand in the order.
    pub(crate) fn ranks(&self, low: f64, high: f64) -> Ranks {
        let figure = |&row: &Row| f64::from(self.units[row as usize]) / self.per_one;
        let start = self.order.partition_point(|row| figure(row) >= high);
        let end = self.order.partition_point(|row| figure(row) >= low);
        Ranks { start, end: end.max(start) }
    }

    /// All rows.
    pub(crate) fn all_ranks(&self) -> Ranks {
        Ranks { start: 0, end: self.order.len() }
    }

    /// The rows of a piece of the order.
    pub(crate) fn rows_of(&self, ranks: Ranks) -> BitSet {
        let mut rows = self.first(ranks.end);
        rows.subtract(&self.first(ranks.start));
        rows
    }

    /// The first `n` rows of the order.
    fn first(&self, n: usize) -> BitSet {
        let n_rows = self.order.len();
        let below = n * N_CUTS / n_rows.max(1);
        let (at_below, at_above) = (cut(below, n_rows), cut((below + 1).min(N_CUTS), n_rows));
        if at_above.saturating_sub(n) < n - at_below {
            let mut rows = self.cuts[below + 1].clone();
            for &row in &self.order[n..at_above] {
                rows.remove(row);
            }
            return rows;
        }
        let mut rows = self.cuts[below].clone();
        for &row in &self.order[at_below..n] {
            rows.insert(row);
        }
        rows
    }

    /// The first `n` of `rows` by figure, largest first, rows of one figure in their order.
    ///
    /// All of `rows` stand in `ranks`. Many rows are met soon by going down the order; few are
    /// sorted.
    pub(crate) fn top(&self, rows: &Selection, ranks: Ranks, n: usize) -> Vec<Row> {
        let n_rows = rows.n_rows;
        let n_met = n as u64 * (ranks.end - ranks.start) as u64 / u64::from(n_rows).max(1);
        if n_met < 2 * u64::from(n_rows) {
            let order = self.order[ranks.start..ranks.end].iter().copied();
            return order.filter(|&row| rows.set.contains(row)).take(n).collect();
        }
        let key = |row: Row| (u64::from(!self.units[row as usize]) << 32) | u64::from(row);
        let mut keys: Vec<u64> = rows.set.rows().map(key).collect();
        if keys.len() > n {
            keys.select_nth_unstable(n);
            keys.truncate(n);
        }
        keys.sort_unstable();
        keys.into_iter().map(|key| key as Row).collect()
    }

    /// The sum of units over all rows, as [`Self::sums`] gives it.
    pub(crate) fn all_sums(&self, one: &Column, two: &Column) -> Vec<u64> {
        let mut sums = vec![0; (one.n_values() * two.n_values()) as usize];
        in_pieces(self.units.len(), PIECE, &mut |piece| {
            let rows: Vec<Row> = piece.map(|row| row as Row).collect();
            for (sum, of_piece) in sums.iter_mut().zip(self.sums(&rows, one, two)) {
                *sum += of_piece;
            }
        });
        sums
    }

    /// The sum of units over `rows`, by each pair of codes: those of `one` times those of `two`.
    pub(crate) fn sums(&self, rows: &[Row], one: &Column, two: &Column) -> Vec<u64> {
        let n_two = two.n_values() as usize;
        let mut sums = vec![0; one.n_values() as usize * n_two];
        if let (Some(ones), Some(twos)) = (one.bytes(), two.bytes()) {
            // A row without a value has the code behind the last; it is sorted out here.
            for &row in rows {
                let row = row as usize;
                let (one_code, two_code) = (usize::from(ones[row]), usize::from(twos[row]));
                if two_code < n_two
                    && let Some(sum) = sums.get_mut(one_code * n_two + two_code)
                {
                    *sum += u64::from(self.units[row]);
                }
            }
            return sums;
        }
        for &row in rows {
            for one_code in one.of_row(row) {
                for two_code in two.of_row(row) {
                    sums[one_code as usize * n_two + two_code as usize] +=
                        u64::from(self.units[row as usize]);
                }
            }
        }
        sums
    }

    /// A sum of units as a figure.
    pub(crate) fn figure(&self, units: u64) -> f64 {
        units as f64 / self.per_one
    }
}

/// Where a cut stands in the order.
fn cut(at: usize, n_rows: usize) -> usize {
    (at * n_rows).div_ceil(N_CUTS)
}

/// The rows by units, largest first, rows of the same units in their order.
///
/// A sort by digits from the last to the first, which costs the same for any figures.
fn descending(units: &[u32]) -> Vec<Row> {
    // A row in the low half, its units in the high one.
    let mut order: Vec<u64> =
        units.iter().zip(0..).map(|(&units, row)| (u64::from(units) << 32) | row).collect();
    let mut next = vec![0; units.len()];
    let largest = units.iter().copied().max().unwrap_or(0);
    let mut shift = 0;
    while shift < u32::BITS && largest >> shift > 0 {
        let mut places = [0_u32; N_DIGITS];
        in_pieces(order.len(), PIECE, &mut |piece| {
            for &key in &order[piece] {
                places[digit(key, shift)] += 1;
            }
        });
        let mut place = 0;
        for count in &mut places {
            place += std::mem::replace(count, place);
        }
        in_pieces(order.len(), PIECE, &mut |piece| {
            for &key in &order[piece] {
                let place = &mut places[digit(key, shift)];
                next[*place as usize] = key;
                *place += 1;
            }
        });
        std::mem::swap(&mut order, &mut next);
        shift += DIGIT;
    }
    order.into_iter().map(|key| key as Row).collect()
}

/// The digit of a key's units, the other way round: the largest comes first.
fn digit(key: u64, shift: u32) -> usize {
    (!key >> (32 + shift)) as usize % N_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Numbers {
        Numbers::new((0..1000).map(|row| row * 7919 % 500).collect(), 4.0)
    }

    #[test]
    fn the_order_is_by_figure_then_by_row() {
        let numbers = numbers();
        let mut expected: Vec<Row> = (0..1000).collect();
        expected.sort_by_key(|&row| (std::cmp::Reverse(numbers.units[row as usize]), row));
        assert_eq!(numbers.order, expected);
    }

    #[test]
    fn a_range_holds_its_low_end_and_not_its_high_end() {
        let numbers = numbers();
        for (low, high) in [(0.0, 1000.0), (3.0, 77.25), (10.0, 10.25), (9.0, 9.0), (90.0, 3.0)] {
            let expected = (0..1000).filter(|&row| {
                let figure = f64::from(numbers.units[row as usize]) / 4.0;
                figure >= low && figure < high
            });
            assert!(numbers.rows_of(numbers.ranks(low, high)).rows().eq(expected), "{low} {high}");
        }
    }

    #[test]
    fn the_largest_are_the_same_by_both_ways() {
        let numbers = numbers();
        for step in [1, 3, 50, 400] {
            let mut rows = BitSet::empty(1000);
            (0..1000).step_by(step).for_each(|row| rows.insert(row));
            let expected: Vec<Row> =
                numbers.order.iter().copied().filter(|&row| rows.contains(row)).take(10).collect();
            let top = numbers.top(&Selection::new(rows, 1000), numbers.all_ranks(), 10);
            assert_eq!(top, expected, "{step}");
        }
    }
}
