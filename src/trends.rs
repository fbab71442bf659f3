//! The same indicators over the years: the rows of 对比, and one of them by region and year.

use engine::{Facet, Outcome};
use model::{Bound, Horizon, Point, PointSource, Reason, RegionIdx, Series, TargetKind, Theme};

use crate::book::Book;
use crate::figures::year_span;
use crate::messages::{compare as words, panel};
use crate::state::{Lang, SeriesOrder, ViewState};

/// The series of a filter, for one place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trends {
    /// Whose values stand in the cells.
    pub region: RegionIdx,
    /// From the first year with a document to the last, those that the filter lets in.
    pub years: Vec<Year>,
    /// The years that the filter leaves out.
    pub left_out: Vec<u16>,
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
    /// The theme that most of its tasks have.
    pub theme: Option<Theme>,
    /// One for each year.
    pub cells: Vec<Option<Cell>>,
    /// The change between the last two years that compare.
    pub change: Option<Change>,
    /// The years whose value is another place's, and whose.
    pub elsewhere: Vec<(u16, RegionIdx)>,
    /// Why the place's own values that do not compare do not, each reason once.
    pub reasons: Vec<(u16, Reason, Option<&'static str>)>,
}

impl Trend {
    /// The years of the values that compare with others of their place; where none changed, there
    /// is one such year, or each has a horizon of its own.
    pub(crate) fn comparable_years(&self) -> impl Iterator<Item = u16> {
        let cells = self.cells.iter().flatten();
        cells.filter(|cell| cell.is_comparable()).map(|cell| cell.point.year)
    }
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
    /// Whether they bind in different ways: 以上 became 左右.
    pub has_other_bound: bool,
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
        let (years, left_out) = years(book, state, Some(region));
        let mut rows: Vec<Trend> = book
            .ledger
            .series
            .iter()
            .filter(|series| series.points.iter().any(|point| is_in[point.task as usize]))
            .map(|series| trend(book, series, region, &years))
            .filter(|trend| trend.cells.iter().any(Option::is_some))
            .collect();
        // Those that compare first; the sorts are stable.
        rows.sort_by_key(|trend| trend.change.is_none());
        match state.focus.order {
            SeriesOrder::Registry => {}
            SeriesOrder::Name => rows.sort_by_cached_key(|trend| sound(trend.series, state.lang)),
            SeriesOrder::Theme => rows.sort_by_key(|trend| (trend.theme.is_none(), trend.theme)),
            SeriesOrder::Change => rows.sort_by(|one, other| size(other).total_cmp(&size(one))),
        }
        Self { region, years, left_out, rows }
    }
}

/// What finds a series' place among names: its pinyin, or in English the name itself.
fn sound(series: &Series, lang: Lang) -> (String, &str) {
    let first = match lang {
        Lang::Zh => series.keys.first().cloned().unwrap_or_default(),
        Lang::En => Book::series_name(series, lang).text.to_lowercase(),
    };
    (first, &series.name)
}

/// The years that the filter lets in, and those that it leaves out; `None` is the whole province.
fn years(book: Book, state: &ViewState, region: Option<RegionIdx>) -> (Vec<Year>, Vec<u16>) {
    let (shown, left_out): (Vec<u16>, Vec<u16>) =
        year_span(book).into_iter().partition(|year| state.admits(Facet::Year, &year.to_string()));
    let year = |year| Year { year, has_document: has_document(book, region, year) };
    (shown.into_iter().map(year).collect(), left_out)
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

/// Whether a document of the year prints values of the region: its own, or a table with it. The
/// province's stand in the documents of the places that have printed one.
fn has_document(book: Book, region: Option<RegionIdx>, year: u16) -> bool {
    let mut points = book.ledger.series.iter().flat_map(|series| &series.points);
    let mut documents = book.ledger.documents.iter().filter(|document| document.year == year);
    documents.any(|document| match region {
        Some(region) => document.region == region,
        None => points.clone().any(|point| {
            let printed_by = book.ledger.documents.get(usize::from(point.document));
            point.region.is_none() && printed_by.is_some_and(|by| by.region == document.region)
        }),
    }) || points.any(|point| point.year == year && point.region == region)
}

/// The theme that most of a series' tasks have; the first of several with as many.
fn theme_of(book: Book, series: &Series) -> Option<Theme> {
    let mut n_points = [0_usize; Theme::ALL.len()];
    let task = |point: &Point| book.task(point.task).theme.as_ref();
    for reading in series.points.iter().filter_map(task) {
        n_points[reading.theme as usize] += 1;
    }
    let found = Theme::ALL.into_iter().filter(|theme| n_points[*theme as usize] > 0);
    found.max_by_key(|theme| (n_points[*theme as usize], core::cmp::Reverse(*theme)))
}

/// How a value binds: a cell of a table prints the number alone, and the text of the same year
/// may say of the same number that it is the least or about what is wanted.
pub(crate) fn bound_of(series: &Series, point: &Point) -> Bound {
    let says_more = |other: &&Point| {
        (other.region, other.year, other.horizon) == (point.region, point.year, point.horizon)
            && other.unit == point.unit
            && (other.value - point.value).abs() < f64::EPSILON
            && other.bound != Bound::Exactly
    };
    if point.bound != Bound::Exactly || !matches!(point.source, PointSource::Allocation(_)) {
        return point.bound;
    }
    series.points.iter().find(says_more).map_or(Bound::Exactly, |other| other.bound)
}

fn trend(book: Book, series: &'static Series, region: RegionIdx, years: &[Year]) -> Trend {
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
    let change = change(series, &cells);
    Trend { series, theme: theme_of(book, series), change, cells, elsewhere, reasons }
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
        has_other_bound: before.bound != after.bound,
    })
}

impl Trend {
    /// Why values that compare did not change: there is one alone, or each has its own horizon.
    fn why_no_change(&self, lang: Lang) -> Option<String> {
        if self.change.is_some() {
            return None;
        }
        let years: Vec<_> = self.comparable_years().collect();
        match *years {
            [] => None,
            [year] => Some(words::only_year(year, lang)),
            _ => Some(panel::reason(Reason::OtherHorizon, None, lang)),
        }
    }

    /// In words why its years that do not compare do not.
    pub(crate) fn why_not(&self, book: Book, lang: Lang) -> Vec<String> {
        let reasons = self.reasons.iter().map(|(year, reason, scope)| {
            words::in_year(*year, &panel::reason(*reason, *scope, lang), lang)
        });
        let elsewhere = self.elsewhere.iter().map(|(year, region)| {
            words::elsewhere(*year, &book.region_name(*region, lang).text, lang)
        });
        reasons.chain(elsewhere).chain(self.why_no_change(lang)).collect()
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
    /// The years, as in [`Trends`].
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
    /// By year: whether a document could have one.
    pub has_document: Vec<bool>,
}

impl Large {
    /// The series that `state` opens.
    pub(crate) fn of(book: Book, state: &ViewState) -> Option<Self> {
        let id = state.focus.series.as_deref()?;
        let series = book.ledger.series.iter().find(|series| series.id == id)?;
        let (shown, _) = years(book, state, None);
        let shown: Vec<u16> = shown.iter().map(|year| year.year).collect();
        let mut regions: Vec<Option<RegionIdx>> =
            series.points.iter().map(|point| point.region).collect();
        regions.sort_unstable_by_key(|region| region.map_or(RegionIdx::MAX, |region| region));
        regions.dedup();
        let row = |region: Option<RegionIdx>| LargeRow {
            region,
            cells: shown.iter().map(|year| values(series, region, *year)).collect(),
            has_document: shown.iter().map(|year| has_document(book, region, *year)).collect(),
        };
        let rows: Vec<LargeRow> = regions.into_iter().map(row).collect();
        let rows = rows.into_iter().filter(|row| row.cells.iter().any(|values| !values.is_empty()));
        Some(Self { series, rows: rows.collect(), years: shown })
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

    fn large(query: &str) -> Large {
        Large::of(Book::open().unwrap(), &ViewState::from_query(query).0).unwrap()
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
        let large = large("i=lifts");
        let n = large.rows.len();
        assert!(n >= 10, "{n}");
        assert!(large.rows.windows(2).all(|rows| rows[0].region != rows[1].region));
    }

    #[test]
    fn the_years_chosen_are_those_shown_and_compared_and_the_others_are_named() {
        let trends = trends("v=compare&y=2022,2024");
        let years: Vec<_> = trends.years.iter().map(|year| year.year).collect();
        assert_eq!((years, trends.left_out.clone()), (vec![2022, 2024], vec![2021, 2023]));
        assert!(trends.rows.iter().all(|row| row.cells.len() == 2));
        assert_eq!(large("i=lifts&y=-2023").years, [2021, 2022, 2024]);
    }

    #[test]
    fn series_stand_by_name_as_pinyin_or_in_the_alphabet() {
        let sounds = |query: &str, lang| -> Vec<String> {
            let rows = trends(query).rows.into_iter();
            rows.map(|row| sound(row.series, lang).0).collect()
        };
        let (zh, en) = (sounds("o=name", Lang::Zh), sounds("o=name&lang=en", Lang::En));
        assert!(zh.is_sorted() && en.is_sorted() && zh != en, "{zh:?} {en:?}");
    }

    #[test]
    fn series_by_theme_have_each_theme_once() {
        let rows = trends("v=compare&o=theme").rows;
        let parts: Vec<_> = rows.chunk_by(|one, other| one.theme == other.theme).collect();
        let mut themes: Vec<_> = parts.iter().map(|part| part[0].theme).collect();
        assert!(themes.len() > 5);
        themes.sort_unstable();
        themes.dedup();
        assert_eq!(themes.len(), parts.len());
    }

    #[test]
    fn a_bound_that_only_the_text_states_holds_for_the_cell_of_the_table() {
        let trends = trends("v=compare");
        // 2024: 350公里以上 in the list of the year, 350 in the table of shares.
        let roads = row(&trends, "rural-roads");
        let cell = roads.cells[3].unwrap();
        assert_eq!((cell.point.bound, cell.point.value), (Bound::Exactly, 350.0));
        assert_eq!(bound_of(roads.series, cell.point), Bound::AtLeast);
        let before = roads.cells[1].unwrap();
        assert_eq!(bound_of(roads.series, before.point), Bound::Exactly);
    }

    #[test]
    fn a_year_without_a_document_of_the_region_is_a_hole_of_its_row() {
        let large = large("i=lifts");
        let book = Book::open().unwrap();
        let has_2023 = |id: &str| {
            let code = book.engine.code(Facet::Region, id).map(|code| code as RegionIdx);
            large.rows.iter().find(|row| row.region == code).unwrap().has_document[2]
        };
        assert!(has_2023("ph") && !has_2023("hn"));
    }
}
