//! The coverage matrix.

use engine::{CoverageCell, Engine};
use model::Task;

use crate::builder::{CITY, HAIYAN, NANHU, ledger, share, task};

#[test]
fn a_region_has_its_own_documents_and_shares_of_others() {
    let allocations = vec![share(HAIYAN, false, Some((1.0, ""))), share(NANHU, false, None)];
    let tasks = vec![Task { allocations, ..task(0, "一") }, task(0, "二"), task(1, "三")];
    let coverage = Engine::new(&ledger(&[(CITY, 2024), (HAIYAN, 2024)], tasks)).coverage();
    let own =
        |document, n_own| CoverageCell { own: vec![document], n_own, ..CoverageCell::default() };
    assert_eq!(coverage.at(CITY, 0), &own(0, 2));
    assert_eq!(coverage.at(NANHU, 0), &CoverageCell::default());
    assert_eq!(
        coverage.at(HAIYAN, 0),
        &CoverageCell { sharing: vec![0], n_shared: 1, ..own(1, 1) }
    );
}

#[test]
fn years_without_documents_are_columns_too() {
    let coverage = Engine::new(&ledger(&[(CITY, 2024), (CITY, 2022)], vec![])).coverage();
    assert_eq!(coverage.years, [2022, 2023, 2024]);
    assert_eq!(coverage.at(CITY, 1), &CoverageCell::default());
    assert_eq!(coverage.at(CITY, 2).own, [0]);
}
