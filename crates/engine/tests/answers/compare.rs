//! What may be added up and what may be compared.

use engine::{Engine, Facet, Measure, Query, Reason, Sum, Verdict};
use model::{Task, Theme};

use crate::builder::{CITY, NANHU, ledger, only, share, task, themed, with_total};

/// A figure of one year, all of one theme.
fn figure(document: u16, text: &str, value: f64, unit: &str) -> Task {
    with_total(themed(task(document, text), Theme::Care), value, unit)
}

/// The verdict on the totals of 2021 and 2024, with what it says of the values.
#[track_caller]
fn check(tasks: Vec<Task>, expect: &str) {
    let engine = Engine::new(&ledger(&[(CITY, 2021), (CITY, 2024)], tasks));
    let (before, after) = (of_year(&engine, "2021"), of_year(&engine, "2024"));
    let changes = engine.compare(&before, &after, Facet::Theme, Measure::Total);
    assert_eq!(changes.len(), 1);
    let said = match changes[0].verdict {
        Verdict::Comparable { difference, ratio } => format!("{difference} {ratio:?}"),
        Verdict::NotComparable(reason) => format!("{reason:?}"),
    };
    assert_eq!(said, expect);
}

fn of_year(engine: &Engine, year: &str) -> Query {
    only(engine, Facet::Year, &[year])
}

#[test]
fn figures_of_one_unit_add_up_and_compare() {
    let tasks = vec![
        figure(0, "县道", 30.0, "公里"),
        figure(0, "绿道", 10.0, "公里"),
        figure(1, "绿道", 50.0, "公里"),
    ];
    check(tasks, "10 Some(0.25)");
}

#[test]
fn percentages_compare_in_points_but_do_not_add_up() {
    let one = vec![figure(0, "增长", 6.0, "%"), figure(1, "增长", 6.5, "%")];
    check(one, "0.5 None");
    let two = vec![figure(0, "一", 6.0, "%"), figure(0, "二", 7.0, "%"), figure(1, "一", 6.0, "%")];
    check(two, "RatiosDoNotAdd");
    let rate = |text| figure(0, text, 6.0, "元/人");
    check(vec![rate("一"), rate("二"), figure(1, "一", 6.0, "元/人")], "RatiosDoNotAdd");
}

#[test]
fn figures_of_different_units_neither_add_up_nor_compare() {
    let mixed = vec![
        figure(0, "一", 6.0, "公里"),
        figure(0, "二", 7.0, "平方米"),
        figure(1, "一", 6.0, "公里"),
    ];
    check(mixed, "MixedUnits");
    check(vec![figure(0, "一", 6.0, "公里"), figure(1, "一", 6.0, "平方米")], "DifferentUnits");
}

#[test]
fn plain_counts_compare_where_their_tasks_say_the_same_but_for_figures() {
    check(
        vec![figure(0, "新建托位10个", 10.0, ""), figure(1, "新建托位15个", 15.0, "")],
        "5 Some(0.5)",
    );
    check(
        vec![figure(0, "新建托位10个", 10.0, ""), figure(1, "加装电梯15部", 15.0, "")],
        "DifferentUnits",
    );
}

#[test]
fn plain_counts_do_not_add_up() {
    let one = figure(0, "新建托位10个", 10.0, "");
    check(vec![one.clone(), one.clone(), Task { document: 1, ..one }], "MixedUnits");
}

#[test]
fn nothing_on_one_side_is_no_zero() {
    check(vec![figure(1, "一", 6.0, "公里")], "NothingBefore");
    check(vec![figure(0, "一", 6.0, "公里")], "NothingAfter");
    check(vec![figure(0, "一", 0.0, "公里"), figure(1, "一", 6.0, "公里")], "6 None");
}

#[test]
fn numbers_of_tasks_always_compare() {
    let tasks = vec![themed(task(0, "一"), Theme::Care), themed(task(0, "二"), Theme::Care)];
    let engine = Engine::new(&ledger(&[(CITY, 2021), (CITY, 2024)], tasks));
    let (before, after) = (of_year(&engine, "2021"), of_year(&engine, "2024"));
    let changes = engine.compare(&before, &after, Facet::Theme, Measure::Tasks);
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].before, changes[0].after), (Some(2.0), Some(0.0)));
    let verdict = Verdict::Comparable { difference: -2.0, ratio: Some(-1.0) };
    assert_eq!(changes[0].verdict, verdict);
}

#[test]
fn a_share_is_that_of_its_region_alone() {
    let allocations =
        vec![share(CITY, true, Some((9.0, "公里"))), share(NANHU, false, Some((4.0, "公里")))];
    let tasks = vec![Task { allocations, ..task(0, "一") }, task(0, "二")];
    let engine = Engine::new(&ledger(&[(CITY, 2024)], tasks));
    let sum = |measure| engine.sum(&Query::default(), measure).unwrap();
    let of = |value, unit: Option<&str>, n_tasks| {
        Some(Sum { value, unit: unit.map(str::to_owned), n_tasks })
    };
    assert_eq!(sum(Measure::Share(NANHU)), of(4.0, Some("公里"), 1));
    assert_eq!(sum(Measure::Total), of(9.0, Some("公里"), 1));
    assert_eq!(sum(Measure::Share(CITY)), None);
    assert_eq!(sum(Measure::Tasks), of(2.0, None, 2));
}

#[test]
fn a_sum_that_is_refused_says_why() {
    let tasks = vec![figure(0, "一", 6.0, "公里"), figure(0, "二", 7.0, "")];
    let engine = Engine::new(&ledger(&[(CITY, 2024)], tasks));
    assert_eq!(engine.sum(&Query::default(), Measure::Total), Err(Reason::MixedUnits));
}
