//! The same indicators over the years: the rows of 对比, and one of them by region and year.

use engine::{Facet, Outcome};
use model::{Horizon, Point, PointSource, Reason, RegionIdx, Series, TargetKind};

use crate::book::Book;
use crate::figures::year_span;
use crate::messages::{compare as words, panel};
use crate::state::{Lang, SeriesOrder, ViewState};

/// The series of a filter, for one place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trends {
    /// Whose values stand in the cells.
    pub region: RegionIdx,
    /// From the first year with a document to the last.
    pub years: Vec<Year>,
    /// The series, in the order asked for.
    pub rows: Vec<Trend>,
}

/// A year of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Year {
    /// The year.
    pub year: u16,
    /// Whether any document prints a value of the place.
    pub has_document: bool,
}

/// One series of the place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trend {
    /// The series.
    pub series: &'static Series,
    /// One for each year.
    pub cells: Vec<Option<Cell>>,
    /// The change between the last two years that compare.
    pub change: Option<Change>,
    /// The years whose value is another place's, and whose.
    pub elsewhere: Vec<(u16, RegionIdx)>,
    /// Why the place's own values that do not compare do not, each reason once.
    pub reasons: Vec<(u16, Reason, Option<&'static str>)>,
}

/// A value of a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cell {
    /// The value.
    pub point: &'static Point,
    /// Whether it is another place's, because this one has none of that year.
    pub is_elsewhere: bool,
}

impl Cell {
    /// Whether it compares with the others of its place.
    pub(crate) fn is_comparable(&self) -> bool {
        !self.is_elsewhere && self.point.is_comparable()
    }
}

/// How a value changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Change {
    /// The earlier year and its value.
    pub before: (u16, f64),
    /// The later year and its value.
    pub after: (u16, f64),
    /// Whether the values are rates, which change in points.
    pub is_rate: bool,
}

impl Change {
    /// The later value less the earlier.
    pub(crate) fn difference(&self) -> f64 {
        self.after.1 - self.before.1
    }

    /// The difference as a share of the earlier value; `None` for rates and beside zero.
    pub(crate) fn ratio(&self) -> Option<f64> {
        (!self.is_rate && self.before.1 != 0.0).then(|| self.difference() / self.before.1)
    }
}

impl Trends {
    /// The series with a value in a task of `outcome`, the answer to `state`.
    pub(crate) fn of(book: Book, state: &ViewState, outcome: &Outcome) -> Self {
        let region = region_of(book, state);
        let mut is_in = vec![false; book.ledger.tasks.len()];
        for task in &outcome.rows {
            is_in[*task as usize] = true;
        }
        let years: Vec<Year> = year_span(book)
            .into_iter()
            .map(|year| Year { year, has_document: has_document(book, region, year) })
            .collect();
        let mut rows: Vec<Trend> = book
            .ledger
            .series
            .iter()
            .filter(|series| series.points.iter().any(|point| is_in[point.task as usize]))
            .map(|series| trend(series, region, &years))
            .filter(|trend| trend.cells.iter().any(Option::is_some))
            .collect();
        if state.focus.order == SeriesOrder::Change {
            rows.sort_by(|one, other| size(other).total_cmp(&size(one)));
        } else {
            // Those that compare first; the sort is stable.
            rows.sort_by_key(|trend| trend.change.is_none());
        }
        Self { region, years, rows }
    }
}

/// The region asked for: that of the view, the only one of the filter, or the one that most
/// documents are about.
pub(crate) fn region_of(book: Book, state: &ViewState) -> RegionIdx {
    let code = |key: &String| book.engine.code(Facet::Region, key).map(|code| code as RegionIdx);
    let of_filter = state.choice(Facet::Region).and_then(|choice| match &*choice.include {
        [only] => code(only),
        _ => None,
    });
    let most = || {
        let n_documents = |region: &RegionIdx| {
            book.ledger.documents.iter().filter(|document| document.region == *region).count()
        };
        // The first of several with as many.
        (0..book.ledger.regions.len() as RegionIdx).rev().max_by_key(n_documents).unwrap_or(0)
    };
    state.focus.region.as_ref().and_then(code).or(of_filter).unwrap_or_else(most)
}

/// Whether a document of the year prints values of the region: its own, or a table with it.
fn has_document(book: Book, region: RegionIdx, year: u16) -> bool {
    let of_year = |point: &&Point| point.year == year && point.region == Some(region);
    book.ledger.documents.iter().any(|document| document.year == year && document.region == region)
        || book.ledger.series.iter().any(|series| series.points.iter().any(|point| of_year(&point)))
}

fn trend(series: &'static Series, region: RegionIdx, years: &[Year]) -> Trend {
    let cells: Vec<Option<Cell>> =
        years.iter().map(|year| cell(series, region, year.year)).collect();
    let (mut reasons, mut elsewhere) = (Vec::new(), Vec::new());
    for cell in cells.iter().flatten() {
        if let (true, Some(region)) = (cell.is_elsewhere, cell.point.region) {
            elsewhere.push((cell.point.year, region));
            continue;
        }
        let why =
            cell.point.reason.map(|reason| (cell.point.year, reason, cell.point.scope.as_deref()));
        reasons.extend(why.filter(|why| !reasons.contains(why)));
    }
    Trend { series, change: change(series, &cells), cells, elsewhere, reasons }
}

/// The value of a region's year: the one that compares, else the first of the place, else the
/// first whole value of another place.
fn cell(series: &'static Series, region: RegionIdx, year: u16) -> Option<Cell> {
    let of_year = || series.points.iter().filter(move |point| point.year == year);
    let own = || of_year().filter(|point| point.region == Some(region));
    let rank = |point: &&&Point| {
        (
            !point.is_comparable(),
            point.reason == Some(Reason::SameYear),
            point.horizon == Horizon::FiveYear,
        )
    };
    if let Some(point) = own().min_by_key(|point| rank(&point)) {
        return Some(Cell { point, is_elsewhere: false });
    }
    let is_whole = |point: &&'static Point| {
        point.region.is_some() && !matches!(point.source, PointSource::Allocation(at) if at > 0)
    };
    of_year().find(is_whole).map(|point| Cell { point, is_elsewhere: true })
}

fn change(series: &Series, cells: &[Option<Cell>]) -> Option<Change> {
    let comparable: Vec<&Point> =
        cells.iter().flatten().filter(|cell| cell.is_comparable()).map(|cell| cell.point).collect();
    let (after, earlier) = comparable.split_last()?;
    // A year's figure and a five-year one do not compare.
    let before = earlier.iter().rfind(|point| point.horizon == after.horizon)?;
    Some(Change {
        before: (before.year, before.value),
        after: (after.year, after.value),
        is_rate: series.kind != TargetKind::Absolute || series.unit == "%",
    })
}

impl Trend {
    /// In words why its years that do not compare do not.
    pub(crate) fn why_not(&self, book: Book, lang: Lang) -> Vec<String> {
        let reasons = self.reasons.iter().map(|(year, reason, scope)| {
            words::in_year(*year, &panel::reason(*reason, *scope, lang), lang)
        });
        let elsewhere = self.elsewhere.iter().map(|(year, region)| {
            words::elsewhere(*year, &book.region_name(*region, lang).text, lang)
        });
        reasons.chain(elsewhere).collect()
    }
}

/// How large a change is, for sorting: percent of amounts, points of rates; none is least.
fn size(trend: &Trend) -> f64 {
    let Some(change) = trend.change else { return f64::NEG_INFINITY };
    change.ratio().map_or(change.difference().abs(), |ratio| ratio.abs() * 100.0)
}

/// One series by region and year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Large {
    /// The series.
    pub series: &'static Series,
    /// The years, as in [`Trends`]; a year has a document where the series has a value.
    pub years: Vec<u16>,
    /// A row for each region that has a value, in the ledger's order.
    pub rows: Vec<LargeRow>,
}

/// The values of a region.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LargeRow {
    /// The region; `None` is the whole province.
    pub region: Option<RegionIdx>,
    /// By year: every value of that year, the comparable one first.
    pub cells: Vec<Vec<&'static Point>>,
}

impl Large {
    /// The series with this id.
    pub(crate) fn of(book: Book, id: &str) -> Option<Self> {
        let series = book.ledger.series.iter().find(|series| series.id == id)?;
        let years = year_span(book);
        let mut regions: Vec<Option<RegionIdx>> =
            series.points.iter().map(|point| point.region).collect();
        regions.sort_unstable_by_key(|region| region.map_or(RegionIdx::MAX, |region| region));
        regions.dedup();
        let row = |region: Option<RegionIdx>| LargeRow {
            region,
            cells: years.iter().map(|year| values(series, region, *year)).collect(),
        };
        Some(Self { series, rows: regions.into_iter().map(row).collect(), years })
    }
}

fn values(series: &'static Series, region: Option<RegionIdx>, year: u16) -> Vec<&'static Point> {
    let mut points: Vec<&Point> = series
        .points
        .iter()
        .filter(|point| point.region == region && point.year == year)
        .filter(|point| point.reason != Some(Reason::SameYear))
        .collect();
    points.sort_by_key(|point| !point.is_comparable());
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;

    fn trends(query: &str) -> Trends {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let outcome = book.engine.run(&resolve::query(book, &state));
        Trends::of(book, &state, &outcome)
    }

    fn row<'a>(trends: &'a Trends, id: &str) -> &'a Trend {
        trends.rows.iter().find(|row| row.series.id == id).unwrap()
    }

    #[test]
    fn amounts_change_in_percent_and_rates_in_points() {
        let trends = trends("v=compare");
        // 加装电梯: 200 台 in 2022, 100 台 in 2024.
        let lifts = row(&trends, "lifts").change.unwrap();
        assert_eq!((lifts.before, lifts.after), ((2022, 200.0), (2024, 100.0)));
        assert_eq!(lifts.ratio(), Some(-0.5));
        let intensity = row(&trends, "rd-intensity").change.unwrap();
        assert!(intensity.is_rate && intensity.ratio().is_none());
        assert!((intensity.difference() - 0.07).abs() < 1e-9);
    }

    #[test]
    fn a_year_that_only_another_place_has_is_marked_as_elsewhere() {
        let trends = trends("v=compare");
        let gdp = row(&trends, "gdp-growth");
        let year = trends.years.iter().position(|year| year.year == 2023).unwrap();
        assert!(gdp.cells[year].unwrap().is_elsewhere);
        assert!(!trends.years[year].has_document);
    }

    #[test]
    fn a_filter_leaves_the_series_of_its_tasks() {
        let all = trends("v=compare").rows.len();
        let some = trends("v=compare&q=电梯");
        assert!(!some.rows.is_empty() && some.rows.len() < all);
    }

    #[test]
    fn the_largest_changes_can_stand_first() {
        let trends = trends("v=compare&o=change");
        let sizes: Vec<f64> = trends.rows.iter().map(size).collect();
        assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    }

    #[test]
    fn a_series_has_every_region_once() {
        let large = Large::of(Book::open().unwrap(), "lifts").unwrap();
        let n = large.rows.len();
        assert!(n >= 10, "{n}");
        assert!(large.rows.windows(2).all(|rows| rows[0].region != rows[1].region));
    }
}
