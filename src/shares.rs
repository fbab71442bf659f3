//! The allocation matrix of 区县: the shares of every allocated task, region beside region.
//!
//! Start at [`Matrix::of`]. One table holds the documents of one city, because only their columns
//! are the same places.

use engine::{Facet, Group, GroupKey, Trait};
use model::{Allocation, DocumentIdx, RegionIdx, RegionKind, SectionKind, Task, TaskIdx};

use crate::book::Book;
use crate::figures::Figure;
use crate::resolve;
use crate::state::{Chosen, View, ViewState};
use crate::sums::{Reason, ShareSum, share_sum, total};

/// The allocated tasks that a filter lets through, place by place; each place is a [`Table`],
/// which is made when it is looked at.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    list: ViewState,
    places: Vec<PlaceTasks>,
}

/// The allocated tasks of one place's documents.
#[derive(Debug, Clone, PartialEq)]
struct PlaceTasks {
    region: RegionIdx,
    groups: Vec<(DocumentIdx, SectionKind, Vec<TaskIdx>)>,
}

/// The shares that the documents of one place give out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    /// Whose documents.
    pub region: RegionIdx,
    /// The regions that have a column, in the order of the tables.
    pub columns: Vec<Column>,
    /// The rows by document and section, the latest year first.
    pub groups: Vec<RowGroup>,
    /// All rows; `None` where no link can say which they are.
    pub all: Option<Figure>,
}

/// One region's column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// The region.
    pub region: RegionIdx,
    /// The rows in which it has a share; `None` where no link can say which they are.
    pub figure: Option<Figure>,
}

/// The rows of one section of a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RowGroup {
    /// The document.
    pub document: DocumentIdx,
    /// Its section.
    pub section: SectionKind,
    /// The rows, as printed.
    pub rows: Vec<Row>,
}

/// The shares of one task.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// The task.
    pub task: TaskIdx,
    /// Where the total stands among the task's allocations.
    pub total: Option<usize>,
    /// For each column where its share stands among the task's allocations; `None` where the
    /// document's table has no such column.
    pub cells: Vec<Option<usize>>,
    /// The shares added up.
    pub sum: ShareSum,
    /// What a share is a part of; `None` where the cells are no parts of anything.
    pub whole: Option<f64>,
}

/// How many steps the colours of the cells have.
pub(crate) const N_STEPS: u8 = 5;
/// How wide a step is, as a part of the whole.
const STEP: f64 = 0.05;

impl Matrix {
    /// The tables of the tasks that `state` asks for.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let list = ViewState { sort: <_>::default(), ..state.in_view(View::Tasks) };
        let by_section = ViewState { group: Group::Section, ..list.clone() };
        let outcome = book.engine.run(&resolve::query(book, &by_section));
        let mut places: Vec<PlaceTasks> = Vec::new();
        for group in &outcome.groups {
            let GroupKey::Section(document, section) = group.key else { continue };
            let tasks = &outcome.rows[group.start as usize..][..group.n_rows as usize];
            let shared = tasks.iter().filter(|task| !book.task(**task).allocations.is_empty());
            let tasks: Vec<TaskIdx> = shared.copied().collect();
            if tasks.is_empty() {
                continue;
            }
            let region = book.ledger.documents[document as usize].region;
            let group = (document, section, tasks);
            match places.iter_mut().find(|place| place.region == region) {
                Some(place) => place.groups.push(group),
                None => places.push(PlaceTasks { region, groups: vec![group] }),
            }
        }
        Self { list, places }
    }

    /// How many tasks stand in the tables.
    pub(crate) fn n_rows(&self) -> usize {
        self.places.iter().flat_map(|place| &place.groups).map(|(.., tasks)| tasks.len()).sum()
    }

    /// How many tables there are.
    pub(crate) fn n_tables(&self) -> usize {
        self.places.len()
    }

    /// The tables.
    pub(crate) fn tables(&self, book: Book) -> impl Iterator<Item = Table> {
        (0..self.n_tables()).filter_map(move |at| self.table(book, at))
    }

    /// One of the tables.
    pub(crate) fn table(&self, book: Book, at: usize) -> Option<Table> {
        let place = self.places.get(at)?;
        Some(table(book, &self.list, place.region, place.rows(book, |_| true)))
    }

    /// The rows in which a region has a share, without the columns of their tables.
    pub(crate) fn rows_of(&self, book: Book, region: RegionIdx) -> Vec<RowGroup> {
        let has = |task: &Task| has_share(task, region);
        self.places.iter().flat_map(|place| place.rows(book, has)).collect()
    }
}

impl PlaceTasks {
    /// The rows of the wanted tasks by document and section, without their columns.
    fn rows(&self, book: Book, is_wanted: impl Fn(&Task) -> bool) -> Vec<RowGroup> {
        let groups = self.groups.iter().map(|(document, section, tasks)| {
            let wanted = tasks.iter().filter(|task| is_wanted(book.task(**task)));
            let rows = wanted.map(|task| row(book.task(*task), *task)).collect();
            RowGroup { document: *document, section: *section, rows }
        });
        groups.filter(|group| !group.rows.is_empty()).collect()
    }
}

/// A row without its columns, which only the whole table knows.
fn row(task: &Task, idx: TaskIdx) -> Row {
    let sum = share_sum(&task.allocations);
    Row {
        task: idx,
        total: task.allocations.iter().position(|cell| cell.is_total),
        cells: Vec::new(),
        whole: whole(&task.allocations, &sum),
        sum,
    }
}

/// What the shares are parts of: their sum, or the printed total where it cannot be worked out.
fn whole(cells: &[Allocation], sum: &ShareSum) -> Option<f64> {
    let whole = match sum {
        ShareSum::Added { sum, .. } => Some(*sum),
        ShareSum::NotAdded(Reason::Rough | Reason::NotNumbers) => {
            total(cells).map(|total| total.value)
        }
        ShareSum::NotAdded(_) => None,
    };
    whole.filter(|whole| *whole > 0.0)
}

fn table(book: Book, list: &ViewState, of: RegionIdx, mut groups: Vec<RowGroup>) -> Table {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let mut regions: Vec<RegionIdx> = rows()
        .flat_map(|row| &book.task(row.task).allocations)
        .filter(|cell| !cell.is_total)
        .map(|cell| cell.region)
        .collect();
    regions.sort_unstable();
    regions.dedup();
    let own = in_documents(book, list, &groups);
    let n_rows = rows().count() as u32;
    let columns = regions
        .iter()
        .map(|region| {
            let has = |row: &&Row| has_share(book.task(row.task), *region);
            let n = rows().filter(has).count() as u32;
            let key = &book.ledger.regions[*region as usize].id;
            let wanted = own.clone().choosing(Facet::Region, key, Chosen::Included);
            Column { region: *region, figure: door(book, wanted, n) }
        })
        .collect();
    let allocated = own.choosing(Facet::Trait, Trait::Allocated.key(), Chosen::Included);
    let all = door(book, allocated, n_rows);
    for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
        let cells = &book.task(row.task).allocations;
        let at = |region: &RegionIdx| {
            cells.iter().position(|cell| !cell.is_total && cell.region == *region)
        };
        row.cells = regions.iter().map(at).collect();
    }
    Table { region: of, columns, groups, all }
}

/// The list narrowed to the documents of these groups.
fn in_documents(book: Book, list: &ViewState, groups: &[RowGroup]) -> ViewState {
    groups.iter().fold(list.clone().without(Facet::Document), |state, group| {
        let key = &book.ledger.documents[group.document as usize].key;
        state.choosing(Facet::Document, key, Chosen::Included)
    })
}

/// Whether the region has a share of the task, be it of nothing.
pub(crate) fn has_share(task: &Task, region: RegionIdx) -> bool {
    let is_own = |cell: &Allocation| cell.region == region && !cell.is_total && !cell.is_none();
    task.allocations.iter().any(is_own)
}

/// A number with its list, where the list holds as many tasks: a link joins the values of one
/// facet by "or", so that beside other choices it cannot always say what was counted.
pub(crate) fn door(book: Book, list: ViewState, n: u32) -> Option<Figure> {
    (n == 0 || resolve::n_tasks(book, &list) == n as usize).then_some(Figure { n, list })
}

impl Row {
    /// The cell's part of the whole, 0 to 1; `None` where it is no part.
    pub(crate) fn part(&self, cell: &Allocation) -> Option<f64> {
        let reading = cell.reading.as_ref().filter(|_| !cell.is_total)?;
        self.whole.map(|whole| reading.value / whole)
    }

    /// The step of the cell's colour, from 1; `None` where it has none.
    pub(crate) fn step(&self, cell: &Allocation) -> Option<u8> {
        self.part(cell).map(step)
    }
}

fn step(part: f64) -> u8 {
    // A part of exactly 5% stands in the second step whatever binary fractions make of it.
    let is_reached = |n: &u8| part + 1e-9 >= STEP * f64::from(*n);
    (1..N_STEPS).filter(is_reached).fold(1, |step, _| step + 1)
}

/// A region's place among the districts, by the size of their shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// One more than there are larger shares, so that equal shares have one place.
    pub n: usize,
    /// How many districts have a share.
    pub of: usize,
    /// Whether another share is as large.
    pub is_tied: bool,
}

/// The place of a region's share in its row; `None` where it is no district, has no share, or
/// the cells are no parts of a whole.
pub(crate) fn place(book: Book, row: &Row, region: RegionIdx) -> Option<Place> {
    row.whole?;
    let is_district =
        |region: RegionIdx| book.ledger.regions[region as usize].kind == RegionKind::District;
    let value = |cell: &Allocation| cell.reading.as_ref().map(|reading| reading.value);
    let cells = &book.task(row.task).allocations;
    let districts = cells.iter().filter(|cell| !cell.is_total && is_district(cell.region));
    let values: Vec<(RegionIdx, f64)> =
        districts.filter_map(|cell| Some((cell.region, value(cell)?))).collect();
    let (_, own) = values.iter().find(|(of, _)| *of == region)?;
    let n_larger = values.iter().filter(|(_, other)| other > own).count();
    let n_equal = values.iter().filter(|(_, other)| other.total_cmp(own).is_eq()).count();
    Some(Place { n: n_larger + 1, of: values.len(), is_tied: n_equal > 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(query: &str) -> (Book, Matrix) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        (book, Matrix::of(book, &state))
    }

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        for query in ["", "y=2024", "r=ph", "r=-hy", "has=faulty", "doc=jiaxing-2021&q=改造"] {
            let (book, matrix) = matrix(query);
            for table in matrix.tables(book) {
                let columns = table.columns.iter().filter_map(|column| column.figure.as_ref());
                for figure in columns.chain(&table.all).filter(|figure| figure.n > 0) {
                    assert_eq!(figure.n as usize, resolve::n_tasks(book, &figure.list), "{query}");
                }
            }
        }
    }

    #[test]
    fn the_table_holds_every_allocated_task_once() {
        let (book, matrix) = matrix("");
        let allocated = book.ledger.tasks.iter().filter(|task| !task.allocations.is_empty());
        assert_eq!(matrix.n_rows(), allocated.count());
        assert!(matrix.tables(book).all(|table| table.all.is_some()));
    }

    #[test]
    fn a_share_takes_the_step_of_its_part_and_a_slash_none() {
        assert_eq!([0.0, 0.049, 0.05, 0.1, 0.15, 0.2, 4.1].map(step), [1, 1, 2, 3, 4, 5, 5]);
        let (book, matrix) = matrix("y=2024");
        let groups = matrix.tables(book).flat_map(|table| table.groups);
        for row in groups.flat_map(|group| group.rows) {
            for cell in &book.task(row.task).allocations {
                let is_coloured = row.step(cell).is_some();
                assert!(!(is_coloured && (cell.is_none() || cell.is_total)));
                let is_ratio = row.sum == ShareSum::NotAdded(Reason::Ratios);
                assert!(!(is_coloured && is_ratio));
            }
        }
    }

    #[test]
    fn equal_shares_have_one_place() {
        // 2022: 既有住宅加装电梯 gives each of the seven districts 26.
        let (book, matrix) = matrix("y=2022&q=加装电梯");
        let table = matrix.table(book, 0).unwrap();
        let row = &table.groups[0].rows[0];
        let region = book.engine.code(Facet::Region, "ph").unwrap() as RegionIdx;
        assert_eq!(place(book, row, region), Some(Place { n: 1, of: 7, is_tied: true }));
        let zone = book.engine.code(Facet::Region, "jk").unwrap() as RegionIdx;
        assert_eq!(place(book, row, zone), None);
    }
}
