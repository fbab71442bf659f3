//! What each place has in each year: the coverage matrix, each count with its list.

use engine::{Coverage, CoverageCell, Facet};
use model::{DocumentIdx, RegionIdx, SectionKind};

use crate::book::{Book, Name};
use crate::figures::Figure;
use crate::state::{Chosen, View, ViewState};

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
    /// The place's name.
    pub name: Name,
    /// One for each year.
    pub cells: Vec<Holding>,
}

/// What a place has in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holding {
    /// A document of its own: its tasks, and the kinds of lists in it.
    Own(Figure, Vec<SectionKind>),
    /// A share of tasks in another place's table.
    Shared(Figure),
    /// The year has such a table, but without a column for this place.
    NoColumn,
    /// The year has no document that names this place.
    NoDocument,
}

impl Holdings {
    /// The matrix of the whole ledger, whatever the filter; of `state` its lists take along the
    /// look alone.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let coverage = book.engine.coverage();
        let blank = state.blank(View::Tasks);
        let years = 0..coverage.years.len();
        let regions = 0..book.ledger.regions.len() as RegionIdx;
        let rows = regions
            .filter(|region| years.clone().any(|year| has_anything(coverage.at(*region, year))))
            .map(|region| HoldingsRow {
                name: book.region_name(region, state.lang),
                cells: years
                    .clone()
                    .map(|year| holding(book, &coverage, region, year, &blank))
                    .collect(),
            })
            .collect();
        Self { years: coverage.years.clone(), rows }
    }
}

fn has_anything(cell: &CoverageCell) -> bool {
    cell.n_own + cell.n_shared > 0
}

fn holding(
    book: Book,
    coverage: &Coverage,
    region: RegionIdx,
    year: usize,
    blank: &ViewState,
) -> Holding {
    let cell = coverage.at(region, year);
    if cell.n_own > 0 {
        let figure = Figure { n: cell.n_own, list: in_documents(book, blank, &cell.own) };
        return Holding::Own(figure, sections(book, &cell.own));
    }
    if cell.n_shared > 0 {
        let key = &book.ledger.regions[region as usize].id;
        let list = in_documents(book, blank, &cell.sharing).only(Facet::Region, key);
        return Holding::Shared(Figure { n: cell.n_shared, list });
    }
    let mut regions = 0..book.ledger.regions.len() as RegionIdx;
    if regions.any(|other| coverage.at(other, year).n_shared > 0) {
        Holding::NoColumn
    } else {
        Holding::NoDocument
    }
}

fn in_documents(book: Book, blank: &ViewState, documents: &[DocumentIdx]) -> ViewState {
    documents.iter().fold(blank.clone(), |state, idx| {
        let key = &book.ledger.documents[*idx as usize].key;
        state.choosing(Facet::Document, key, Chosen::Included)
    })
}

/// The kinds of lists in the documents, in the order printed.
fn sections(book: Book, documents: &[DocumentIdx]) -> Vec<SectionKind> {
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
        let holdings = Holdings::of(book, &ViewState::default());
        let mut n_figures = 0;
        for cell in holdings.rows.iter().flat_map(|row| &row.cells) {
            if let Holding::Own(figure, _) | Holding::Shared(figure) = cell {
                assert_eq!(figure.n as usize, resolve::n_tasks(book, &figure.list), "{figure:?}");
                n_figures += 1;
            }
        }
        assert!(n_figures > 0);
    }

    #[test]
    fn a_year_that_only_another_place_wrote_about_has_no_document_for_the_rest() {
        let book = Book::open().unwrap();
        let holdings = Holdings::of(book, &ViewState::default());
        let year = holdings.years.iter().position(|year| *year == 2023).unwrap();
        let has_own = |row: &&HoldingsRow| matches!(row.cells[year], Holding::Own(..));
        assert_eq!(holdings.rows.iter().filter(has_own).count(), 1);
        let is_empty = |row: &&HoldingsRow| row.cells[year] == Holding::NoDocument;
        assert_eq!(holdings.rows.iter().filter(is_empty).count(), holdings.rows.len() - 1);
    }
}
