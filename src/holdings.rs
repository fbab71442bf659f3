//! What each place has in each year: the coverage matrix, each count with its list, which is made
//! when it is drawn.

use engine::{CoverageCell, Facet};
use model::{DocumentIdx, RegionIdx, SectionKind};

use crate::book::{Book, Name};
use crate::state::{Chosen, Lang, View, ViewState};

/// The matrix: places by years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holdings {
    /// From the first year with a document to the last.
    pub years: Vec<u16>,
    /// The places that have anything, in the ledger's order.
    pub rows: Vec<HoldingsRow>,
}

/// One place, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HoldingsRow {
    /// The place.
    pub region: RegionIdx,
    /// The place's name.
    pub name: Name,
    /// One for each year.
    pub cells: Vec<Holding>,
}

/// What a place has in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holding {
    /// Documents of its own, and how many tasks they hold.
    Own(u32, Vec<DocumentIdx>),
    /// Other places' documents that give it shares, and in how many of their tasks.
    Shared(u32, Vec<DocumentIdx>),
    /// The year has such a table, but without a column for this place.
    NoColumn,
    /// The year has no document that names this place.
    NoDocument,
}

impl Holdings {
    /// The matrix of the whole ledger, whatever the filter.
    pub(crate) fn of(book: Book, lang: Lang) -> Self {
        let coverage = book.engine.coverage();
        let years = 0..coverage.years.len();
        let regions = 0..book.ledger.regions.len() as RegionIdx;
        let has_shares =
            |year: usize| regions.clone().any(|region| coverage.at(region, year).n_shared > 0);
        let has_shares: Vec<bool> = years.clone().map(has_shares).collect();
        let row = |region: RegionIdx| HoldingsRow {
            region,
            name: book.region_name(region, lang),
            cells: years
                .clone()
                .map(|year| holding(coverage.at(region, year), has_shares[year]))
                .collect(),
        };
        let has_anything = |region: &RegionIdx| {
            let mut cells = years.clone().map(|year| coverage.at(*region, year));
            cells.any(|cell| cell.n_own + cell.n_shared > 0)
        };
        let rows = regions.clone().filter(has_anything).map(row).collect();
        Self { years: coverage.years.clone(), rows }
    }
}

impl HoldingsRow {
    /// The tasks that a cell of the row counts; of `look` the list takes along the look alone.
    pub(crate) fn list(&self, book: Book, look: &ViewState, cell: &Holding) -> ViewState {
        let blank = look.blank(View::Tasks);
        match cell {
            Holding::Own(_, documents) => in_documents(book, blank, documents),
            Holding::Shared(_, documents) => {
                let key = &book.ledger.regions[self.region as usize].id;
                in_documents(book, blank, documents).only(Facet::Region, key)
            }
            Holding::NoColumn | Holding::NoDocument => blank,
        }
    }
}

fn holding(cell: &CoverageCell, has_shares: bool) -> Holding {
    match cell {
        CoverageCell { n_own: 1.., .. } => Holding::Own(cell.n_own, cell.own.clone()),
        CoverageCell { n_shared: 1.., .. } => Holding::Shared(cell.n_shared, cell.sharing.clone()),
        _ if has_shares => Holding::NoColumn,
        _ => Holding::NoDocument,
    }
}

fn in_documents(book: Book, blank: ViewState, documents: &[DocumentIdx]) -> ViewState {
    documents.iter().fold(blank, |state, idx| {
        let key = &book.ledger.documents[*idx as usize].key;
        state.choosing(Facet::Document, key, Chosen::Included)
    })
}

/// The kinds of lists in the documents, in the order printed.
pub(crate) fn sections(book: Book, documents: &[DocumentIdx]) -> Vec<SectionKind> {
    let documents = documents.iter().map(|idx| &book.ledger.documents[*idx as usize]);
    documents.flat_map(|document| &document.sections).map(|section| section.kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;

    #[test]
    fn every_cell_opens_a_list_of_as_many_tasks() {
        let book = Book::open().unwrap();
        let mut n_figures = 0;
        for row in &Holdings::of(book, Lang::Zh).rows {
            for cell in &row.cells {
                if let Holding::Own(n, _) | Holding::Shared(n, _) = cell {
                    let list = row.list(book, &ViewState::default(), cell);
                    assert_eq!(*n as usize, resolve::n_tasks(book, &list), "{list:?}");
                    n_figures += 1;
                }
            }
        }
        assert!(n_figures > 0);
    }

    #[test]
    fn a_year_that_only_another_place_wrote_about_has_no_document_for_the_rest() {
        let book = Book::open().unwrap();
        let holdings = Holdings::of(book, Lang::Zh);
        let year = holdings.years.iter().position(|year| *year == 2023).unwrap();
        let has_own = |row: &&HoldingsRow| matches!(row.cells[year], Holding::Own(..));
        assert_eq!(holdings.rows.iter().filter(has_own).count(), 1);
        let is_empty = |row: &&HoldingsRow| row.cells[year] == Holding::NoDocument;
        assert_eq!(holdings.rows.iter().filter(is_empty).count(), holdings.rows.len() - 1);
    }
}
