//! Which region has which documents in which year.

use std::ops::RangeInclusive;

use model::{DocumentIdx, RegionIdx};

use crate::{Engine, Facet, rows::Row};

/// What there is for each region and year: the matrix of 总览.
///
/// Rows are the regions in the ledger's order, so a row's position is its [`RegionIdx`] and its
/// code in [`crate::Facet::Region`]. Columns are [`Coverage::years`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// From the earliest document's year to the latest, those without any document included.
    pub years: Vec<u16>,
    /// Row by row: one cell for each region and year.
    pub cells: Vec<CoverageCell>,
}

/// What one region has in one year.
///
/// Document codes of [`crate::Facet::Document`] are document positions, so each list makes a
/// filter: `own` by itself lists the `n_own` tasks; `sharing` together with the region lists
/// the `n_shared`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoverageCell {
    /// The region's own documents of the year, in the ledger's order.
    pub own: Vec<DocumentIdx>,
    /// How many tasks they hold.
    pub n_own: u32,
    /// The year's documents of other regions that give it a share, in the ledger's order.
    pub sharing: Vec<DocumentIdx>,
    /// In how many of their tasks it has a share.
    pub n_shared: u32,
}

impl Coverage {
    /// The cell of a region in the year at this position of `years`.
    pub fn at(&self, region: RegionIdx, year_idx: usize) -> &CoverageCell {
        &self.cells[region as usize * self.years.len() + year_idx]
    }

    fn cell_mut(&mut self, region: RegionIdx, year_idx: u16) -> &mut CoverageCell {
        &mut self.cells[region as usize * self.years.len() + year_idx as usize]
    }
}

impl Engine {
    /// What there is for each region and year.
    pub fn coverage(&self) -> Coverage {
        let Some(years) = self.years_covered() else { return Coverage::default() };
        let first = *years.start();
        let years: Vec<u16> = years.collect();
        let n_regions = self.values(Facet::Region).len();
        let mut coverage =
            Coverage { cells: vec![CoverageCell::default(); n_regions * years.len()], years };
        let n_tasks = self.values(Facet::Document).iter().map(|document| document.n_tasks);
        for (document, (&(year, region), n_tasks)) in self.documents.iter().zip(n_tasks).enumerate()
        {
            let cell = coverage.cell_mut(region, year - first);
            cell.own.push(document as DocumentIdx);
            cell.n_own += n_tasks;
        }
        let (documents, regions) = (self.column(Facet::Document), self.column(Facet::Region));
        for row in 0..self.tasks.len() as Row {
            for document in documents.of_row(row) {
                let (year, own) = self.documents[document as usize];
                for region in regions.of_row(row).filter(|&region| region != own.into()) {
                    let cell = coverage.cell_mut(region as RegionIdx, year - first);
                    cell.n_shared += 1;
                    let document = document as DocumentIdx;
                    // Most rows follow one of the same document.
                    if cell.sharing.last() != Some(&document) && !cell.sharing.contains(&document) {
                        cell.sharing.push(document);
                    }
                }
            }
        }
        for cell in &mut coverage.cells {
            cell.sharing.sort_unstable();
        }
        coverage
    }

    /// From the earliest document's year to the latest; `None` without documents.
    fn years_covered(&self) -> Option<RangeInclusive<u16>> {
        let years = || self.documents.iter().map(|&(year, _)| year);
        Some(years().min()?..=years().max()?)
    }
}
