//! What the bundled documents give as series, by the bundled registry.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::bundled;
use model::{Ledger, Point, PointSource, Series};

fn series<'a>(ledger: &'a Ledger, id: &str) -> &'a Series {
    let found = ledger.series.iter().find(|series| series.id == id);
    found.unwrap_or_else(|| panic!("no series {id}"))
}

/// The points of one region that compare, as `year value`.
fn comparable(ledger: &Ledger, id: &str, region: &str) -> Vec<String> {
    let points = series(ledger, id).points.iter();
    let of_region = points.filter(|point| {
        point.is_comparable()
            && point.region.is_some_and(|at| ledger.regions[at as usize].name == region)
    });
    of_region.map(|point| format!("{} {}", point.year, point.value)).collect()
}

fn all_points(ledger: &Ledger) -> impl Iterator<Item = &Point> {
    ledger.series.iter().flat_map(|series| &series.points)
}

#[test]
fn every_series_has_two_documents_and_points_in_their_order() {
    let ledger = bundled();
    assert!(ledger.series.len() > 50, "{}", ledger.series.len());
    for series in &ledger.series {
        let documents: BTreeSet<_> = series.points.iter().map(|point| point.document).collect();
        assert!(documents.len() > 1, "{}", series.id);
        assert!(series.points.is_sorted_by_key(|point| (point.document, point.task, point.source)));
    }
}

/// 县控以上地表水断面…比例、饮用水水源地水质达标率保持100% states two rates with one figure.
#[test]
fn a_figure_stands_in_one_series_unless_its_words_name_two() {
    let ledger = bundled();
    let mut holders: BTreeMap<_, u32> = BTreeMap::new();
    for point in all_points(&ledger) {
        *holders.entry((point.task, point.source)).or_default() += 1;
    }
    let shared: Vec<_> = holders.into_iter().filter(|(_, n)| *n > 1).collect();
    assert_eq!(shared.len(), 1);
    let ((task, source), _) = shared[0];
    assert_eq!(ledger.tasks[task as usize].id, "haiyan-2022/annual/五-10");
    let PointSource::Target(at) = source else { panic!("a quantity of the text") };
    assert!(ledger.targets[at as usize].indicator.contains('、'));
}

#[test]
fn what_compares_has_one_value_a_year_in_two_years_of_one_region() {
    let ledger = bundled();
    for series in &ledger.series {
        let mut years: BTreeMap<_, Vec<u16>> = BTreeMap::new();
        for point in series.points.iter().filter(|point| point.is_comparable()) {
            years.entry((point.region, point.horizon)).or_default().push(point.year);
        }
        for of_region in years.values() {
            let distinct: BTreeSet<_> = of_region.iter().collect();
            assert!(distinct.len() > 1 && distinct.len() == of_region.len(), "{}", series.id);
        }
    }
}

#[test]
fn the_table_stands_for_the_year_where_there_is_one() {
    let ledger = bundled();
    assert_eq!(comparable(&ledger, "reading-lounges", "嘉兴市"), ["2021 40", "2022 40"]);
    assert_eq!(comparable(&ledger, "lifts", "嘉兴市"), ["2022 200", "2024 100"]);
    assert_eq!(comparable(&ledger, "lifts", "海盐县"), ["2022 26", "2024 14"]);
    assert_eq!(comparable(&ledger, "aed", "嘉兴市"), ["2022 450", "2024 1230"]);
}

#[test]
fn targets_of_one_city_compare_across_years() {
    let ledger = bundled();
    let city = |id| comparable(&ledger, id, "嘉兴市");
    assert_eq!(city("gdp-growth"), ["2022 6", "2024 6"]);
    assert_eq!(city("unemployment"), ["2022 5.5", "2024 5"]);
    assert_eq!(city("high-tech-firms"), ["2022 700", "2024 500"]);
    assert_eq!(city("burden-relief"), ["2022 30000000000", "2024 23000000000"]);
    assert_eq!(comparable(&ledger, "gdp-growth", "平湖市"), [""; 0]);
}

#[test]
fn other_objects_and_the_provinces_figures_never_compare() {
    let ledger = bundled();
    for id in ["bowel-screening", "fetal-ultrasound", "nurseries", "nursery-places", "old-estates"]
    {
        assert!(series(&ledger, id).points.iter().all(|point| !point.is_comparable()), "{id}");
    }
    for point in all_points(&ledger).filter(|point| point.region.is_none()) {
        assert!(!point.is_comparable());
        assert!(ledger.tasks[point.task as usize].id.contains("/livelihood-province/"));
    }
}

#[test]
fn every_point_shows_its_words() {
    let ledger = bundled();
    assert!(all_points(&ledger).all(|point| point.printed(&ledger).is_some()));
}
