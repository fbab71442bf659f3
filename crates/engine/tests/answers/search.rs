//! Searching, and marking what was found.

use engine::{Engine, Query};
use model::{Task, Theme};

use crate::builder::{CITY, EDUCATION, HAIYAN, NANHU, led, ledger, passage, share, task, themed};

fn engine() -> Engine {
    let nursery = Task {
        sub_label: Some(passage("托位")),
        status: Some(passage("已建成")),
        heading: Some(passage("“幼有所育”")),
        allocations: vec![share(NANHU, false, Some((3.0, "")))],
        ..led(task(0, "新建普惠托育点12个（ＡI）"), &[EDUCATION], &[])
    };
    let road = themed(task(1, "改造〔县道〕20公里"), Theme::Transport);
    Engine::new(&ledger(&[(CITY, 2024), (HAIYAN, 2024)], vec![nursery, road]))
}

#[track_caller]
fn check(search: &str, expect: &[u32]) {
    let outcome = engine().run(&Query { search: search.into(), ..Query::default() });
    assert_eq!(outcome.rows, expect, "{search}");
}

#[test]
fn a_word_is_found_anywhere_in_a_task() {
    for search in ["普惠", "12", "托位", "已建", "幼有所育", "市教育局", "★教育局", "局(办)"]
    {
        check(search, &[0]);
    }
    check("", &[0, 1]);
    check("没有", &[]);
}

#[test]
fn every_word_must_be_found() {
    check("新建 教育", &[0]);
    check("新建 公里", &[]);
    check("点12", &[0]);
}

#[test]
fn a_year_beside_another_word_is_that_of_the_document() {
    check("托育 2024", &[0]);
    check("2024年 公里", &[1]);
    check("托育 2023", &[]);
    check("2024", &[]);
}

#[test]
fn a_phrase_is_one_word() {
    check("\"新建 普惠\"", &[0]);
    check("“新建 托育”", &[]);
    check("新建 托育", &[0]);
}

#[test]
fn forms_of_one_character_are_the_same() {
    check("(ai)", &[0]);
    check("【县道】", &[1]);
    check("２０公里", &[1]);
}

#[test]
fn units_own_regions_and_themes_are_found_by_sound() {
    check("jyj", &[0]);
    check("SJY", &[0]);
    check("haiyan", &[1]);
    check("trans", &[1]);
    // A share makes no own region, and one letter is no sound.
    check("nanhu", &[]);
    check("h", &[]);
}

#[test]
fn an_id_is_found_by_its_beginning() {
    check("doc1/annual", &[1]);
    check("annual", &[]);
}

#[track_caller]
fn check_hits(search: &str, text: &str, expect: &[&str]) {
    let hits = engine().hits(search, text);
    assert_eq!(hits.into_iter().map(|hit| &text[hit]).collect::<Vec<_>>(), expect);
}

#[test]
fn found_words_are_marked_as_printed() {
    check_hits("托育 ai", "新建托 育点（ＡI）", &["托 育", "ＡI"]);
    check_hits("新建 建普", "新建普惠", &["新建普"]);
    check_hits("托托", "托托托位", &["托托托"]);
    check_hits("", "新建", &[]);
}

#[test]
fn units_found_by_sound_are_marked() {
    check_hits("jyj", "由市教育局、市交通局负责", &["市教育局"]);
    check_hits("jtj", "县交通局（办）", &["县交通局（办）"]);
}
