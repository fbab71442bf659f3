//! The bundled documents, value by value: pages that a person can hold beside the sources.

mod common;

use common::bundled;
use model::SectionKind;

#[test]
fn every_value_is_printed_beside_its_words() {
    let ledger = bundled();
    for (at, document) in ledger.documents.iter().enumerate() {
        insta::assert_snapshot!(document.key.clone(), parse::report(&ledger, at as u16));
    }
}

/// The counts that a person took from the printed documents.
#[test]
fn every_printed_number_is_found() {
    let ledger = bundled();
    let counts: Vec<_> = ledger
        .documents
        .iter()
        .flat_map(|document| {
            document.sections.iter().map(move |s| (document.key.as_str(), s.kind, s.n_numbers))
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("jiaxing-2021", SectionKind::LivelihoodProvince, 36),
            ("jiaxing-2021", SectionKind::LivelihoodCity, 25),
            ("jiaxing-2022", SectionKind::FiveYear, 85),
            ("jiaxing-2022", SectionKind::Annual, 54),
            ("jiaxing-2022", SectionKind::LivelihoodCity, 28),
            ("haiyan-2022", SectionKind::Annual, 65),
            ("haiyan-2022", SectionKind::LivelihoodCounty, 8),
            ("pinghu-2023", SectionKind::Progress, 138),
            ("jiaxing-2024", SectionKind::Annual, 117),
            ("jiaxing-2024", SectionKind::LivelihoodCity, 36),
        ]
    );
    assert_eq!(ledger.tasks.len(), 626);
}

#[test]
fn no_word_between_the_first_row_and_the_last_is_lost() {
    let ledger = bundled();
    let lost: Vec<_> = ledger
        .diagnostics
        .iter()
        .filter(|found| found.kind == model::DiagnosticKind::UnreadText)
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}
