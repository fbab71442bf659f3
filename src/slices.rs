//! Two slices of the tasks beside each other: what was kept, adjusted, dropped and added, and
//! how themes and leads shifted.

use std::sync::OnceLock;

use engine::{Code, Facet, Measure, Pair, Pairing, PairingReading, Query, Relatives};
use model::{Point, PointSource, Reason, RegionIdx, SectionKind, Series, TaskIdx};

use crate::book::Book;
use crate::resolve;
use crate::state::{Chosen, Slice, View, ViewState};

/// The two slices and what became of the first in the second.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slices {
    /// The state whose list is the first slice.
    pub before: ViewState,
    /// The state whose list is the second slice.
    pub after: ViewState,
    /// How many tasks each has.
    pub n: (usize, usize),
    /// The pairs.
    pub pairing: Pairing,
    /// How the themes shifted.
    pub themes: Vec<Shift>,
    /// How the leads shifted.
    pub leads: Vec<Shift>,
}

/// How many tasks a value has on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shift {
    /// The value's code in its facet.
    pub code: Code,
    /// In the first slice.
    pub before: u32,
    /// In the second slice.
    pub after: u32,
}

impl Slices {
    /// The slices that `state` asks for, or the latest pair of lists; `None` where no place has
    /// the same kind of list twice.
    pub(crate) fn of(book: Book, state: &ViewState) -> Option<Self> {
        let mut reading = SlicesReading::of(book, state)?;
        reading.go_on(book, book.relatives(), usize::MAX)
    }
}

/// The slices, as far as they have been compared.
#[derive(Debug)]
pub(crate) struct SlicesReading {
    before: ViewState,
    after: ViewState,
    n: (usize, usize),
    pairing: PairingReading,
}

impl SlicesReading {
    /// The slices that `state` asks for, as [`Slices::of`] takes them.
    pub(crate) fn of(book: Book, state: &ViewState) -> Option<Self> {
        let (before, after) = chosen(book, state)?;
        let (before, after) = (list_of(state, &before), list_of(state, &after));
        let tasks = |state: &ViewState| book.engine.run(&resolve::query(book, state)).rows;
        let (first, second) = (in_order(tasks(&before)), in_order(tasks(&after)));
        let n = (first.len(), second.len());
        Some(Self { before, after, n, pairing: PairingReading::new(first, second) })
    }

    /// How much of them has been compared.
    pub(crate) fn percent(&self) -> usize {
        self.pairing.n_compared() * 100 / self.n.0.max(1)
    }

    /// Compares `n` pairs of tasks more; once all are compared, the slices.
    pub(crate) fn go_on(&mut self, book: Book, relatives: &Relatives, n: usize) -> Option<Slices> {
        let pairing = self.pairing.go_on(relatives, n)?;
        let queries = (resolve::query(book, &self.before), resolve::query(book, &self.after));
        Some(Slices {
            before: self.before.clone(),
            after: self.after.clone(),
            n: self.n,
            pairing,
            themes: shifts(book, &queries, Facet::Theme),
            leads: shifts(book, &queries, Facet::Lead),
        })
    }
}

/// The tasks as their documents print them.
fn in_order(mut tasks: Vec<TaskIdx>) -> Vec<TaskIdx> {
    tasks.sort_unstable();
    tasks
}

/// The slices of the link; where one is missing, of the first ready pair.
pub(crate) fn chosen(book: Book, state: &ViewState) -> Option<(Slice, Slice)> {
    let [a, b] = [&state.focus.a, &state.focus.b];
    if let (Some(a), Some(b)) = (a, b) {
        return Some((a.clone(), b.clone()));
    }
    let ready = ready_pairs(book).first()?;
    let or = |own: &Option<Slice>, ready: &Slice| own.as_ref().unwrap_or(ready).clone();
    Some((or(a, &ready.before), or(b, &ready.after)))
}

/// The list of a slice: what the page's filter says, but for what the slice chooses itself. Year
/// and document are one choice: when.
fn list_of(state: &ViewState, slice: &Slice) -> ViewState {
    let when = [Facet::Year, Facet::Document];
    let mut list = state.in_view(View::Tasks);
    if slice.choices.iter().any(|choice| when.contains(&choice.facet)) {
        list = list.without(Facet::Year).without(Facet::Document);
    }
    for choice in &slice.choices {
        list = list.without(choice.facet);
        for key in &choice.include {
            list = list.choosing(choice.facet, key, Chosen::Included);
        }
        for key in &choice.exclude {
            list = list.choosing(choice.facet, key, Chosen::Excluded);
        }
    }
    if slice.search.is_empty() { list } else { list.searching(&slice.search) }
}

/// Two lists of one place that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadyPair {
    /// Whose lists.
    pub region: RegionIdx,
    /// Which kind of list.
    pub kind: SectionKind,
    /// The years.
    pub years: (u16, u16),
    /// The earlier list.
    pub before: Slice,
    /// The later list.
    pub after: Slice,
}

/// Every two lists of the same place and kind that follow each other, the latest first; found once,
/// as a page has one book.
pub(crate) fn ready_pairs(book: Book) -> &'static [ReadyPair] {
    static FOUND: OnceLock<Vec<ReadyPair>> = OnceLock::new();
    FOUND.get_or_init(|| find_pairs(book))
}

fn find_pairs(book: Book) -> Vec<ReadyPair> {
    let mut lists: Vec<(RegionIdx, SectionKind, u16, &str)> = Vec::new();
    for document in &book.ledger.documents {
        for section in &document.sections {
            lists.push((document.region, section.kind, document.year, &document.key));
        }
    }
    lists.sort_unstable();
    lists.dedup();
    let follow = |two: &[(RegionIdx, SectionKind, u16, &str)]| {
        let [one, other] = two else { return None };
        let slice = |key: &str, kind: SectionKind| {
            ViewState::default()
                .choosing(Facet::Document, key, Chosen::Included)
                .choosing(Facet::Section, kind.code(), Chosen::Included)
                .slice()
        };
        ((one.0, one.1) == (other.0, other.1) && one.2 < other.2).then(|| ReadyPair {
            region: one.0,
            kind: one.1,
            years: (one.2, other.2),
            before: slice(one.3, one.1),
            after: slice(other.3, other.1),
        })
    };
    let mut pairs: Vec<ReadyPair> = lists.windows(2).filter_map(follow).collect();
    pairs.sort_by_key(|pair| core::cmp::Reverse((pair.years.1, pair.kind)));
    pairs
}

/// Why two figures of a pair do not compare, with what is counted instead; `None` where no series
/// has both.
pub(crate) type WhyNot = Option<(Reason, Option<&'static str>)>;

/// How the figure of a pair changed and in which unit, where a series says that the two compare:
/// points compare only with those of their own region and horizon.
pub(crate) fn whole_difference(book: Book, pair: &Pair) -> Result<(f64, &'static str), WhyNot> {
    let mut why = None;
    for series in &book.ledger.series {
        match compared(series, pair) {
            Some(Ok(change)) => return Ok((change, &*series.unit)),
            Some(Err(reason)) if why.is_none() => why = Some(reason),
            _ => {}
        }
    }
    Err(why)
}

/// The change of a series that both tasks stand in, or why there is none.
fn compared(
    series: &'static Series,
    pair: &Pair,
) -> Option<Result<f64, (Reason, Option<&'static str>)>> {
    let before = whole_point(&series.points, pair.before)?;
    let after = whole_point(&series.points, pair.after)?;
    let why = |point: &'static Point| point.reason.map(|reason| (reason, point.scope.as_deref()));
    let elsewhere = (before.region != after.region).then_some((Reason::OtherRegion, None));
    let by_then = (before.horizon != after.horizon).then_some((Reason::OtherHorizon, None));
    let why = why(before).or_else(|| why(after)).or(elsewhere).or(by_then);
    Some(why.map_or(Ok(after.value - before.value), Err))
}

/// The task's point that is no region's share, the comparable one first.
fn whole_point(points: &'static [Point], task: TaskIdx) -> Option<&'static Point> {
    let whole = points.iter().filter(|point| {
        point.task == task && !matches!(point.source, PointSource::Allocation(at) if at > 0)
    });
    whole.min_by_key(|point| !point.is_comparable())
}

/// How many tasks each value has on either side, the largest shifts first.
fn shifts(book: Book, (before, after): &(Query, Query), by: Facet) -> Vec<Shift> {
    let changes = book.engine.compare(before, after, by, Measure::Tasks);
    // Counts come as numbers: whole, and far below 2^32.
    #[expect(clippy::cast_sign_loss, reason = "a count is never negative")]
    let count = |value: Option<f64>| value.unwrap_or(0.0) as u32;
    let mut shifts: Vec<Shift> = changes
        .iter()
        .map(|change| Shift {
            code: change.key,
            before: count(change.before),
            after: count(change.after),
        })
        .collect();
    shifts
        .sort_by_key(|shift| (core::cmp::Reverse(shift.before.abs_diff(shift.after)), shift.code));
    shifts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(query: &str) -> Slices {
        let (state, ignored) = ViewState::from_query(query);
        assert_eq!(ignored, []);
        Slices::of(Book::open().unwrap(), &state).unwrap()
    }

    #[test]
    fn every_task_of_either_side_is_accounted_for() {
        let slices = slices("v=compare&a=doc:jiaxing-2022;s:annual&b=doc:jiaxing-2024;s:annual");
        let pairing = &slices.pairing;
        let n_pairs = pairing.kept.len() + pairing.adjusted.len();
        assert_eq!(slices.n.0, n_pairs + pairing.dropped.len());
        assert_eq!(slices.n.1, n_pairs + pairing.added.len());
        assert!(n_pairs > 10);
    }

    #[test]
    fn the_shifts_of_a_facet_with_one_value_a_task_add_up_to_the_slices() {
        let slices = slices("v=compare");
        let before: u32 = slices.themes.iter().map(|shift| shift.before).sum();
        let after: u32 = slices.themes.iter().map(|shift| shift.after).sum();
        assert_eq!((before as usize, after as usize), slices.n);
    }

    #[test]
    fn the_filter_of_the_page_acts_on_both_sides() {
        let all = slices("v=compare");
        let some = slices("v=compare&th=transport");
        assert!(some.n.0 < all.n.0 && some.n.1 < all.n.1);
        // A year would leave one side empty, and a list has its own.
        assert_eq!(slices("v=compare&y=2024").n, all.n);
    }

    #[test]
    fn lists_that_follow_each_other_are_offered_the_latest_first() {
        let pairs = ready_pairs(Book::open().unwrap());
        let years: Vec<_> = pairs.iter().map(|pair| pair.years).collect();
        assert!(years.contains(&(2022, 2024)) && years.contains(&(2021, 2022)), "{years:?}");
        assert!(years.is_sorted_by(|one, other| one.1 >= other.1));
    }
}
