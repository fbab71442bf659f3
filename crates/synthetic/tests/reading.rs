//! The parser reads what was written, all of it, and the engine counts the same.

#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

use std::collections::BTreeMap;

use engine::{Engine, Facet, Filter, PairingReading, Query, Relatives, RelativesReading, Trait};
use model::{DiagnosticKind, Ledger};
use parse::{Manifest, Registry, Source, read_ledger};
use synthetic::{Documents, documents};

fn text<'a>(folder: &'a Documents, name: &str) -> &'a str {
    &folder.files.iter().find(|file| file.name == name).unwrap().text
}

fn read(folder: &Documents) -> Ledger {
    let named = |name: &str| text(folder, name).to_owned();
    let registry = Registry::from_toml(
        &named("places.toml"),
        &named("themes.toml"),
        &named("indicators.toml"),
    );
    let manifest = Manifest::from_toml(&named("manifest.toml")).unwrap();
    let source =
        |entry: parse::ManifestEntry| Source { text: named(&entry.file), hints: entry.hints };
    read_ledger(&registry.unwrap(), manifest.documents.into_iter().map(source).collect())
}

#[test]
fn every_task_is_read_and_counted() {
    let folder = documents(3000, 7);
    let ledger = read(&folder);
    let written = &folder.written;
    assert_eq!(ledger.tasks.len(), written.n_tasks);
    let unread = |kind| ledger.diagnostics.iter().filter(|found| found.kind == kind).count();
    assert_eq!(unread(DiagnosticKind::UnreadText), 0);
    assert_eq!(unread(DiagnosticKind::UnknownLayout), 0);
    assert!(ledger.tasks.iter().all(|task| task.leads().next().is_some()));
    let n_allocated = ledger.tasks.iter().filter(|task| !task.allocations.is_empty()).count();
    assert_eq!(n_allocated, written.n_allocated);

    let engine = Engine::new(&ledger);
    for (year, n) in &written.by_year {
        let code = engine.code(Facet::Year, &year.to_string()).unwrap();
        assert_eq!(engine.values(Facet::Year)[code as usize].n_tasks as usize, *n, "{year}");
    }
    let reported = engine.code(Facet::Trait, Trait::Reported.key()).unwrap();
    let filter = Filter { facet: Facet::Trait, include: vec![reported], exclude: vec![] };
    let outcome = engine.run(&Query { filters: vec![filter], ..Query::default() });
    assert_eq!(outcome.rows.len(), written.n_reported);
}

#[test]
fn what_is_read_survives_being_stored() {
    let ledger = read(&documents(1000, 8));
    let bytes = columns::to_bytes(&ledger).unwrap();
    let mut stored: Ledger = columns::from_bytes(&bytes).unwrap();
    stored.restore_words().unwrap();
    assert_eq!(stored, ledger);
}

#[test]
fn relatives_read_piece_by_piece_are_those_read_at_once() {
    let ledger = read(&documents(1000, 9));
    let whole = Relatives::new(&ledger);
    let mut reading = RelativesReading::default();
    let pieces = std::iter::from_fn(|| Some(reading.go_on(&ledger, 77)));
    let (n_waits, pieces) =
        pieces.enumerate().find_map(|(at, relatives)| Some((at, relatives?))).unwrap();
    assert_eq!(n_waits, 2000_usize.div_ceil(77) - 1);
    let mut n_found = 0;
    for task in (0..1000).step_by(9) {
        let found = pieces.of(task, 5);
        assert_eq!(found, whole.of(task, 5), "{task}");
        n_found += found.len();
    }
    assert!(n_found > 100);
}

#[test]
fn lists_paired_piece_by_piece_are_paired_as_at_once() {
    let ledger = read(&documents(1000, 9));
    let relatives = Relatives::new(&ledger);
    let (before, after): (Vec<u32>, Vec<u32>) = ((0..300).collect(), (500..700).collect());
    let whole = relatives.pair(&before, &after);
    assert!(whole.kept.len() + whole.adjusted.len() > 20);
    // Fewer than a task's pairs, some tasks', and more than all.
    for n in [1, 777, 1_000_000] {
        let mut reading = PairingReading::new(before.clone(), after.clone());
        let mut last = 0;
        let pieces = loop {
            if let Some(pairing) = reading.go_on(&relatives, n) {
                break pairing;
            }
            let n_compared = reading.n_compared();
            // Who has lost a pair asks again, in the place of one that has not asked.
            assert!((last..=last + (n / 200).max(1)).contains(&n_compared), "{last} {n_compared}");
            last = n_compared;
        };
        assert_eq!(pieces, whole, "{n}");
        assert_eq!(reading.go_on(&relatives, n), Some(pieces), "asked again");
        assert_eq!(reading.n_compared(), 300);
    }
    assert_eq!(relatives.pair(&before, &[]).dropped, before);
    assert_eq!(relatives.pair(&[], &after).added, after);
}

#[test]
fn nobody_in_a_pair_is_more_alike_to_another_who_is_not_at_least_as_well_paired() {
    let ledger = read(&documents(1000, 9));
    let relatives = Relatives::new(&ledger);
    let (before, after): (Vec<u32>, Vec<u32>) = ((0..300).collect(), (500..700).collect());
    let pairing = relatives.pair(&before, &after);
    let pairs = || pairing.kept.iter().chain(&pairing.adjusted);
    let of_before: BTreeMap<u32, f64> =
        pairs().map(|pair| (pair.before, pair.similarity)).collect();
    let of_after: BTreeMap<u32, f64> = pairs().map(|pair| (pair.after, pair.similarity)).collect();
    assert_eq!((of_before.len(), of_after.len()), (pairs().count(), pairs().count()));
    let mut n_passed_over = 0;
    for one in before {
        let own = of_before.get(&one).copied().unwrap_or_default();
        for other in relatives.of(one, usize::MAX) {
            if after.contains(&other.task) && other.similarity > own {
                let held = of_after.get(&other.task).copied().unwrap_or_default();
                assert!(held >= other.similarity, "{one} and {} are both free", other.task);
                n_passed_over += 1;
            }
        }
    }
    assert!(n_passed_over > 100, "{n_passed_over}");
}
