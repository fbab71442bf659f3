//! The same indicator in other documents, and in other years of the same row.

use model::{Point, PointSource, Series, TaskIdx};

use crate::book::Book;

/// A series that a task has values in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TaskSeries {
    /// The series.
    pub series: &'static Series,
    /// Whose value the task states: the point by which the task stands in the series.
    pub own: &'static Point,
}

/// The series of a task, in the registry's order.
///
/// A row of an allocation table stands in one by its total, a text by its quantities.
pub(crate) fn series_of(book: Book, task: TaskIdx) -> Vec<TaskSeries> {
    let own = |series: &'static Series| {
        let mut points = series.points.iter().filter(|point| point.task == task);
        let first = points.next()?;
        // A row's own value is its total; the texts of one number may state several.
        let region = book.document(book.task(task)).region;
        let own = series
            .points
            .iter()
            .find(|point| {
                point.task == task && point.region == Some(region) && point.is_comparable()
            })
            .unwrap_or(first);
        Some(TaskSeries { series, own })
    };
    book.ledger.series.iter().filter_map(own).collect()
}

/// The values of a series for the region of `own`, in the order of the documents.
pub(crate) fn points_of_region(found: TaskSeries) -> Vec<&'static Point> {
    let is_same = |point: &&Point| point.region == found.own.region;
    found.series.points.iter().filter(is_same).collect()
}

/// A year of a series, for one region.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum YearEntry {
    /// A value.
    Value(&'static Point),
    /// A year between two values without one, and whether the region has a document of it.
    Missing(u16, bool),
}

/// `points`, in the order of their years, with the years between that have none.
pub(crate) fn with_missing_years(book: Book, points: &[&'static Point]) -> Vec<YearEntry> {
    let mut points = points.to_vec();
    points.sort_by_key(|point| point.year);
    let mut entries = Vec::new();
    let mut last: Option<u16> = None;
    for point in points {
        let between = last.map_or(0..0, |last| last + 1..point.year);
        for year in between {
            let mut documents = book.ledger.documents.iter();
            let has_document =
                documents.any(|found| found.year == year && Some(found.region) == point.region);
            entries.push(YearEntry::Missing(year, has_document));
        }
        entries.push(YearEntry::Value(point));
        last = Some(point.year);
    }
    entries
}

/// The earlier year beside a row's cells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EarlierCells {
    /// Which year.
    pub year: u16,
    /// For each cell the comparable value of the same region, where there is one.
    pub cells: Vec<Option<&'static Point>>,
}

impl EarlierCells {
    /// Whether the regions of that year were inferred, because its header has lost them.
    pub(crate) fn is_inferred(&self, book: Book) -> bool {
        self.cells.iter().flatten().any(|point| match point.source {
            PointSource::Allocation(at) => {
                let cells = &book.task(point.task).allocations;
                cells.get(usize::from(at)).is_some_and(|cell| cell.region_inferred)
            }
            _ => false,
        })
    }
}

/// The nearest earlier values of a row's cells: for each cell of `task`, the comparable value of
/// the same region in the latest year before; `None` where no cell has one.
pub(crate) fn earlier_cells(book: Book, task: TaskIdx) -> Option<EarlierCells> {
    let n_cells = book.task(task).allocations.len();
    let of_series = |series: &'static Series| {
        let own = |cell: usize| {
            series.points.iter().find(|point| {
                point.task == task
                    && point.is_comparable()
                    && point.source == PointSource::Allocation(cell as u16)
            })
        };
        let before = |own: &Point| {
            let peers = series.points.iter().filter(|point| {
                point.is_comparable()
                    && point.region == own.region
                    && point.horizon == own.horizon
                    && point.year < own.year
                    && matches!(point.source, PointSource::Allocation(_))
            });
            peers.max_by_key(|point| point.year)
        };
        let cells: Vec<Option<&Point>> =
            (0..n_cells).map(|cell| own(cell).and_then(before)).collect();
        let year = cells.iter().flatten().map(|point| point.year).max()?;
        let of_year = |cell: Option<&'static Point>| cell.filter(|point| point.year == year);
        Some(EarlierCells { year, cells: cells.into_iter().map(of_year).collect() })
    };
    book.ledger.series.iter().find_map(of_series)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_knows_its_earlier_shares() {
        let book = Book::open().unwrap();
        let task = book.task_idx("jiaxing-2024/livelihood-city/24").unwrap();
        let earlier = earlier_cells(book, task).unwrap();
        assert_eq!(earlier.year, 2022);
        // 全市 200, and 26 for the first district, whose name the header of that year has lost.
        let values: Vec<_> = earlier.cells[..2].iter().map(|cell| cell.unwrap().value).collect();
        assert_eq!(values, [200.0, 26.0]);
        assert!(earlier.is_inferred(book));
    }

    #[test]
    fn a_year_without_a_value_between_two_is_named() {
        let book = Book::open().unwrap();
        let task = book.task_idx("jiaxing-2024/livelihood-city/24").unwrap();
        let points = points_of_region(series_of(book, task)[0]);
        let entries = with_missing_years(book, &points);
        let missing: Vec<_> =
            entries.iter().filter(|entry| matches!(entry, YearEntry::Missing(..))).collect();
        assert_eq!(missing, [&YearEntry::Missing(2023, false)]);
        assert!(entries.len() > 2);
    }

    #[test]
    fn a_task_stands_in_the_series_that_its_words_name() {
        let book = Book::open().unwrap();
        let task = book.task_idx("jiaxing-2024/annual/1").unwrap();
        let found = series_of(book, task);
        assert_eq!(found.len(), 1);
        let years: Vec<_> =
            points_of_region(found[0]).iter().map(|point| (point.year, point.value)).collect();
        assert!(years.contains(&(2022, 6.0)) && years.contains(&(2024, 6.0)), "{years:?}");
    }
}
