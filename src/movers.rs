//! What changed most from one year to the next that compares: the lead of 总览.
//!
//! Only the figures of a document's own place count, only where both ends are in the filter, and
//! only the latest two years that compare. Amounts change in percent, all else in points.

use engine::Outcome;
use model::{Horizon, Point, RegionIdx, Series, TargetKind};

use crate::book::Book;

/// The changes of a filter.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Changes {
    /// Amounts that changed most, the largest rise first.
    pub amounts: Vec<Change>,
    /// Rates, shares and limits, in the same order.
    pub rates: Vec<Change>,
    /// How many changes there are, shown or not.
    pub n_all: usize,
}

/// One indicator in two years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Change {
    /// The indicator.
    pub series: &'static Series,
    /// The earlier value.
    pub before: &'static Point,
    /// The later value.
    pub after: &'static Point,
    /// How much it changed: percent of the earlier amount, or points.
    pub by: f64,
}

/// How many amounts are shown.
const N_AMOUNTS: usize = 10;
/// How many rates.
const N_RATES: usize = 8;

impl Change {
    /// Whether the two values bind in different ways: `以上` became `左右`.
    pub(crate) fn has_other_bound(&self) -> bool {
        self.before.bound != self.after.bound
    }
}

impl Changes {
    /// What changed most between tasks of `outcome`.
    pub(crate) fn of(book: Book, outcome: &Outcome) -> Self {
        let mut is_in = vec![false; book.ledger.tasks.len()];
        for task in &outcome.rows {
            is_in[*task as usize] = true;
        }
        let counts = |point: &&Point| {
            let own = book.document(book.task(point.task)).region;
            is_in[point.task as usize] && point.is_comparable() && point.region == Some(own)
        };
        let all: Vec<Change> = book
            .ledger
            .series
            .iter()
            .flat_map(|series| {
                latest_pairs(series, &series.points.iter().filter(counts).collect::<Vec<_>>())
            })
            .collect();
        let n_all = all.len();
        let (amounts, rates) = all.into_iter().partition(|change| is_amount(change.series));
        Self { amounts: top(amounts, N_AMOUNTS), rates: top(rates, N_RATES), n_all }
    }

    /// The years between two that are compared in which the place has no document, where it is
    /// one place.
    pub(crate) fn holes(&self, book: Book) -> Vec<u16> {
        let Some(region) = self.region() else { return Vec::new() };
        let is_own = |year: u16| {
            book.ledger.documents.iter().any(|own| own.year == year && own.region == region)
        };
        let between = self.shown().flat_map(|change| change.before.year + 1..change.after.year);
        let mut holes: Vec<u16> = between.filter(|year| !is_own(*year)).collect();
        holes.sort_unstable();
        holes.dedup();
        holes
    }

    /// Every change shown.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Change> {
        self.amounts.iter().chain(&self.rates)
    }

    /// The place of every change shown, where it is the same of all.
    pub(crate) fn region(&self) -> Option<RegionIdx> {
        let mut regions = self.shown().map(|change| change.after.region);
        let first = regions.next()?;
        if regions.all(|other| other == first) { first } else { None }
    }
}

/// The two years of these changes, where they are the same of all.
pub(crate) fn years(changes: &[Change]) -> Option<(u16, u16)> {
    let mut years = changes.iter().map(|change| (change.before.year, change.after.year));
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

fn is_amount(series: &Series) -> bool {
    series.kind == TargetKind::Absolute && series.unit != "%"
}

/// For each place and horizon the latest value and the one of the latest year before.
fn latest_pairs(series: &'static Series, points: &[&'static Point]) -> Vec<Change> {
    let key = |point: &Point| (point.region, point.horizon == Horizon::FiveYear);
    let mut keys: Vec<_> = points.iter().map(|point| key(point)).collect();
    keys.sort_unstable();
    keys.dedup();
    let pair = |wanted| {
        let own = || points.iter().copied().filter(|point| key(point) == wanted);
        let after = own().max_by_key(|point| point.year)?;
        let before =
            own().filter(|point| point.year < after.year).max_by_key(|point| point.year)?;
        let difference = after.value - before.value;
        let by = match (is_amount(series), before.value == 0.0) {
            (true, true) => return None,
            (true, false) => difference / before.value * 100.0,
            (false, _) => difference,
        };
        Some(Change { series, before, after, by })
    };
    keys.into_iter().filter_map(pair).collect()
}

/// The `n` that changed most, the largest rise first; equal changes keep their order.
fn top(mut changes: Vec<Change>, n: usize) -> Vec<Change> {
    changes.sort_by(|one, other| other.by.abs().total_cmp(&one.by.abs()));
    changes.truncate(n);
    changes.sort_by(|one, other| other.by.total_cmp(&one.by));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;
    use crate::state::ViewState;

    fn changes(query: &str) -> Changes {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        Changes::of(book, &book.engine.run(&resolve::query(book, &state)))
    }

    fn by(changes: &[Change], id: &str) -> Option<f64> {
        let found = changes.iter().find(|change| change.series.id == id)?;
        Some((found.by * 10.0).round() / 10.0)
    }

    #[test]
    fn amounts_change_in_percent_and_rates_in_points() {
        let changes = changes("");
        // 450台 became 1230台; 200台 became 100台; 8%以上 became 6%以上.
        assert_eq!(by(&changes.amounts, "aed"), Some(173.3));
        assert_eq!(by(&changes.amounts, "lifts"), Some(-50.0));
        assert_eq!(by(&changes.rates, "fixed-investment-growth"), Some(-2.0));
        assert!(changes.amounts.is_sorted_by(|one, other| one.by >= other.by));
    }

    #[test]
    fn both_ends_must_be_in_the_filter() {
        assert_eq!(changes("y=2024"), Changes::default());
        assert_eq!(years(&changes("y=2022,2024").amounts), Some((2022, 2024)));
    }

    #[test]
    fn a_year_without_a_document_between_is_named() {
        let book = Book::open().unwrap();
        assert_eq!(changes("").holes(book), [2023]);
        assert_eq!(changes("y=2021,2022").holes(book), Vec::<u16>::new());
    }

    #[test]
    fn what_does_not_compare_is_no_change() {
        let all = changes("");
        // Places for cars at schools alone do not compare with all new places.
        let parking = all.shown().find(|change| change.series.id == "parking");
        assert!(parking.is_none_or(|change| change.after.year == 2022));
        assert!(all.shown().all(|change| change.before.is_comparable()));
    }
}
