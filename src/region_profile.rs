//! One region of 区县: what it has in each year, its shares, and how they changed.

use engine::Facet;
use model::{DepartmentKind, DocumentIdx, PointSource, RegionIdx, Series, TargetKind, TaskIdx};

use crate::book::Book;
use crate::changes::{Change, is_beside};
use crate::figures::{Figure, year_span};
use crate::resolve;
use crate::shares::{Matrix, RowGroup, door};
use crate::state::{Chosen, View, ViewState};

/// Everything of one region that a filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RegionProfile {
    /// The region.
    pub region: RegionIdx,
    /// The years from the first document to the last.
    pub years: Vec<YearOfRegion>,
    /// The units that are its government.
    pub governments: Vec<String>,
    /// Its rows of the matrix, those alone in which it has a share.
    pub groups: Vec<RowGroup>,
    /// The indicators of which it has comparable shares in two years or more.
    pub series: Vec<SeriesOfRegion>,
}

/// One year of a region.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct YearOfRegion {
    /// The year.
    pub year: u16,
    /// The tasks of other places' tables in which it has a share.
    pub shares: Count,
    /// The tasks of its own documents.
    pub own: Count,
    /// The tasks that name its government as a unit.
    pub named: Count,
}

/// How many tasks a year has, or why none can be counted.
#[allow(
    clippy::large_enum_variant,
    reason = "a few dozen of them live at a time; where pointers are short they are no longer large"
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Count {
    /// The year has no such document.
    NoDocument,
    /// The filter leaves the year or its documents out, or no link can say what was counted.
    LeftOut,
    /// So many.
    Tasks(Figure),
}

/// One indicator of a region, year by year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeriesOfRegion {
    /// Its position in the ledger.
    pub series: usize,
    /// For each year of the profile, the share and the task that states it.
    pub points: Vec<Option<(f64, TaskIdx)>>,
}

impl RegionProfile {
    /// The profile of `region` among the tasks of `state`, whatever region the filter chooses.
    pub(crate) fn of(book: Book, state: &ViewState, region: RegionIdx) -> Self {
        let list = ViewState { sort: <_>::default(), ..state.in_view(View::Tasks) };
        let list = list.without(Facet::Region);
        let governments = governments(book, region);
        let groups = Matrix::of(book, &list).rows_of(book, region);
        let span = year_span(book);
        let years = span.iter().map(|year| year_of(book, &list, region, &governments, *year));
        Self {
            region,
            years: years.collect(),
            series: series(book, &list, region, &span),
            governments,
            groups,
        }
    }

    /// The change between the last two years in which an indicator has a share.
    pub(crate) fn last_change(&self, book: Book, row: &SeriesOfRegion) -> Option<Change> {
        let points = row.points.iter().zip(&self.years);
        let mut latest = points.rev().filter_map(|(point, year)| point.map(|point| (point, year)));
        let ((after, _), _) = latest.next()?;
        let ((before, task), year) = latest.next()?;
        let is_points = book.ledger.series[row.series].kind != TargetKind::Absolute;
        Some(Change { year: year.year, task, before, after, is_points })
    }

    /// The first share of the region in a row: its position among the task's allocations.
    pub(crate) fn cell(&self, book: Book, task: TaskIdx) -> Option<usize> {
        let cells = &book.task(task).allocations;
        cells.iter().position(|cell| cell.region == self.region && !cell.is_total)
    }
}

/// The units that are the region's government or its zone's committee, by their keys.
fn governments(book: Book, region: RegionIdx) -> Vec<String> {
    let place = &book.ledger.regions[region as usize];
    let names = || core::iter::once(&place.name).chain(&place.forms);
    let units = book.ledger.departments.iter().filter(|unit| {
        matches!(unit.kind, DepartmentKind::LocalGovernment | DepartmentKind::Zone)
            && names().any(|name| unit.name.starts_with(name.as_str()))
    });
    units.map(|unit| unit.id.clone()).collect()
}

fn year_of(
    book: Book,
    list: &ViewState,
    region: RegionIdx,
    governments: &[String],
    year: u16,
) -> YearOfRegion {
    let key = &book.ledger.regions[region as usize].id;
    let year_key = year.to_string();
    let admits = list.admits(Facet::Year, &year_key);
    let in_year = list.clone().only(Facet::Year, &year_key);
    let counted = |is_wanted: &dyn Fn(DocumentIdx) -> bool,
                   list: &dyn Fn(ViewState) -> ViewState| {
        let documents = (0..).zip(&book.ledger.documents);
        let of_year: Vec<_> = documents
            .filter(|(at, document)| document.year == year && is_wanted(*at))
            .map(|(_, document)| document)
            .collect();
        if of_year.is_empty() {
            return Count::NoDocument;
        }
        let admitted = of_year
            .iter()
            .filter(|document| in_year.admits(Facet::Document, &document.key))
            .fold(in_year.clone().without(Facet::Document), |state, document| {
                state.choosing(Facet::Document, &document.key, Chosen::Included)
            });
        if !admits || admitted.choice(Facet::Document).is_none() {
            return Count::LeftOut;
        }
        let list = list(admitted);
        Count::Tasks(Figure { n: resolve::n_tasks(book, &list) as u32, list })
    };
    let is_own = |at: DocumentIdx| book.ledger.documents[at as usize].region == region;
    let has_table = |at: DocumentIdx| !is_own(at) && has_column(book, at, region);
    let of_region = |list: ViewState| list.only(Facet::Region, key);
    let has_document = book.ledger.documents.iter().any(|document| document.year == year);
    YearOfRegion {
        year,
        shares: counted(&has_table, &of_region),
        own: counted(&is_own, &|list| list),
        named: match has_document {
            false => Count::NoDocument,
            true if !admits => Count::LeftOut,
            true => named(book, &in_year, governments).map_or(Count::LeftOut, Count::Tasks),
        },
    }
}

/// Whether a table of the document has a column for the region.
fn has_column(book: Book, document: DocumentIdx, region: RegionIdx) -> bool {
    let mut tasks = book.ledger.tasks.iter().filter(|task| task.document == document);
    tasks.any(|task| task.allocations.iter().any(|cell| cell.region == region && !cell.is_total))
}

/// The tasks of the list that name one of these units.
fn named(book: Book, list: &ViewState, units: &[String]) -> Option<Figure> {
    let tasks = book.engine.run(&resolve::query(book, list)).rows;
    let is_named = |task: &&TaskIdx| {
        let mut mentions = book.task(**task).mentions.iter();
        mentions
            .any(|mention| units.contains(&book.ledger.departments[mention.department as usize].id))
    };
    let n = tasks.iter().filter(is_named).count() as u32;
    let wanted = units
        .iter()
        .fold(list.clone(), |state, key| state.choosing(Facet::Unit, key, Chosen::Included));
    door(book, wanted, n)
}

/// The indicators with comparable shares of the region in two years or more, of which the list
/// holds a task.
fn series(book: Book, list: &ViewState, region: RegionIdx, years: &[u16]) -> Vec<SeriesOfRegion> {
    let tasks = book.engine.run(&resolve::query(book, list)).rows;
    let row = |(at, series): (usize, &Series)| {
        let own = |point: &&model::Point| {
            point.region == Some(region)
                && point.is_comparable()
                && matches!(point.source, PointSource::Allocation(_))
        };
        let first = series.points.iter().find(own)?;
        let points: Vec<_> = years
            .iter()
            .map(|year| {
                let mut beside = series.points.iter().filter(|point| is_beside(first, point));
                beside.find(|point| point.year == *year).map(|point| (point.value, point.task))
            })
            .collect();
        let n_years = points.iter().flatten().count();
        let is_listed = points.iter().flatten().any(|(_, task)| tasks.contains(task));
        (n_years > 1 && is_listed).then_some(SeriesOfRegion { series: at, points })
    };
    book.ledger.series.iter().enumerate().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(query: &str, region: &str) -> (Book, RegionProfile) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let region = book.engine.code(Facet::Region, region).unwrap() as RegionIdx;
        (book, RegionProfile::of(book, &state, region))
    }

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        for query in ["", "y=2024", "r=nh&q=建设", "unit=jx-jsj"] {
            for region in ["ph", "hy", "jk", "sbj"] {
                let (book, profile) = profile(query, region);
                let counts =
                    profile.years.iter().flat_map(|year| [&year.shares, &year.own, &year.named]);
                for count in counts {
                    let Count::Tasks(figure) = count else { continue };
                    let n = resolve::n_tasks(book, &figure.list);
                    assert!(figure.n == 0 || figure.n as usize == n, "{query}: {figure:?}");
                }
            }
        }
    }

    #[test]
    fn the_shares_of_a_year_are_the_rows_listed_for_it() {
        let (book, profile) = profile("", "ph");
        for year in &profile.years {
            let of_year = |group: &&RowGroup| {
                book.ledger.documents[group.document as usize].year == year.year
            };
            let n: usize =
                profile.groups.iter().filter(of_year).map(|group| group.rows.len()).sum();
            let counted = match &year.shares {
                Count::Tasks(figure) => figure.n,
                Count::NoDocument | Count::LeftOut => 0,
            };
            assert_eq!(n as u32, counted);
        }
    }

    #[test]
    fn a_government_is_known_by_the_name_of_its_place() {
        let (book, profile) = profile("", "ph");
        let names: Vec<_> = profile
            .governments
            .iter()
            .filter_map(|key| book.engine.code(Facet::Unit, key))
            .map(|code| &*book.ledger.departments[code as usize].name)
            .collect();
        assert_eq!(names, ["平湖市政府"]);
    }
}
