//! The order of rows and of groups.

use engine::{Engine, Group, GroupKey, Query, Sort, SortKey};
use model::{Ledger, SectionKind, Task, Theme};

use crate::builder::{CITY, EDUCATION, HAIYAN, TRANSPORT, led, ledger, task, themed, with_total};

/// The texts in the order of the answer, groups parted by `|`.
#[track_caller]
fn check(ledger: &Ledger, group: Group, sort: Sort, expect: &str) {
    let outcome = Engine::new(ledger).run(&Query { group, sort, ..Query::default() });
    let text = |&row: &u32| ledger.tasks[row as usize].text.text.as_str();
    let groups = outcome.groups.iter().map(|group| {
        let rows = &outcome.rows[group.start as usize..(group.start + group.n_rows) as usize];
        rows.iter().map(text).collect::<String>()
    });
    assert_eq!(groups.collect::<Vec<_>>().join("|"), expect);
}

const PRINTED: Sort = Sort { by: SortKey::Printed, is_descending: false };

fn by(by: SortKey, is_descending: bool) -> Sort {
    Sort { by, is_descending }
}

#[test]
fn documents_stand_latest_first_and_then_as_in_the_ledger() {
    let tasks = vec![task(0, "a"), task(1, "b"), task(2, "c"), task(2, "d")];
    let ledger = ledger(&[(CITY, 2021), (CITY, 2024), (HAIYAN, 2024)], tasks);
    check(&ledger, Group::None, PRINTED, "bcda");
    check(&ledger, Group::Section, PRINTED, "b|cd|a");
    check(&ledger, Group::Region, PRINTED, "ba|cd");
}

#[test]
fn sections_stand_as_printed() {
    let livelihood = Task { section: SectionKind::LivelihoodCity, ..task(0, "a") };
    let ledger = ledger(&[(CITY, 2024)], vec![livelihood, task(0, "b"), task(0, "c")]);
    check(&ledger, Group::Section, PRINTED, "a|bc");
    let groups = Engine::new(&ledger).run(&Query::default()).groups;
    assert_eq!(groups[1].key, GroupKey::Section(0, SectionKind::Annual));
}

#[test]
fn leads_stand_by_number_of_rows_and_nobody_last() {
    let tasks = vec![
        task(0, "a"),
        task(0, "b"),
        led(task(0, "c"), &[EDUCATION], &[]),
        led(task(0, "d"), &[TRANSPORT, EDUCATION], &[]),
        led(task(0, "e"), &[TRANSPORT], &[]),
    ];
    check(&ledger(&[(CITY, 2024)], tasks), Group::Lead, PRINTED, "de|c|ab");
}

#[test]
fn themes_stand_in_their_order_and_none_last() {
    let tasks =
        vec![task(0, "a"), themed(task(0, "b"), Theme::Care), themed(task(0, "c"), Theme::Economy)];
    check(&ledger(&[(CITY, 2024)], tasks), Group::Theme, PRINTED, "c|b|a");
}

#[test]
fn totals_are_sorted_as_numbers_and_missing_ones_stand_last() {
    let tasks = vec![
        task(0, "a"),
        with_total(task(0, "b"), 9.0, ""),
        with_total(task(0, "c"), 10.0, ""),
        with_total(task(0, "d"), 9.0, ""),
    ];
    let ledger = ledger(&[(CITY, 2024)], tasks);
    check(&ledger, Group::None, by(SortKey::Total, false), "bdca");
    check(&ledger, Group::None, by(SortKey::Total, true), "cbda");
}

#[test]
fn leads_are_sorted_by_their_id() {
    let tasks = vec![
        task(0, "a"),
        led(task(0, "b"), &[EDUCATION], &[]),
        led(task(0, "c"), &[TRANSPORT], &[EDUCATION]),
    ];
    let ledger = ledger(&[(CITY, 2024)], tasks);
    check(&ledger, Group::None, by(SortKey::Lead, false), "cba");
    check(&ledger, Group::None, by(SortKey::Lead, true), "bca");
    check(&ledger, Group::None, by(SortKey::Units, true), "cba");
}

#[test]
fn sub_rows_of_one_number_count_once() {
    let numbered = |number: &str| Task { number: Some(number.into()), ..task(0, "a") };
    let child = Task { parent_number: Some("1".into()), ..task(0, "b") };
    let elsewhere = Task { section: SectionKind::FiveYear, ..numbered("1") };
    let tasks = vec![numbered("1"), child, numbered("2"), elsewhere, task(0, "c")];
    let outcome = Engine::new(&ledger(&[(CITY, 2024)], tasks)).run(&Query::default());
    assert_eq!(outcome.n_numbers, 3);
}
