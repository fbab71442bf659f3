//! Dictionaries, and which values a task has.

use engine::{Engine, Facet, Query};
use model::{Diagnostic, DiagnosticKind, LeadRule, Ledger, Span, TargetRole, Task, Theme};

use crate::builder::{
    CITY, COUNTY_TRANSPORT, EDUCATION, HAIYAN, NANHU, TRANSPORT, led, ledger, share, target, task,
    themed,
};

/// The keys of the values that some task has, each with its number of tasks.
#[track_caller]
fn check(ledger: &Ledger, facet: Facet, expect: &[(&str, u32)]) {
    let engine = Engine::new(ledger);
    let values = engine.values(facet).iter().filter(|value| value.n_tasks > 0);
    let found: Vec<_> = values.map(|value| (value.key.as_str(), value.n_tasks)).collect();
    assert_eq!(found, expect);
}

#[test]
fn years_stand_latest_first() {
    let tasks = vec![task(0, "一"), task(1, "二"), task(2, "三")];
    let ledger = ledger(&[(CITY, 2021), (CITY, 2024), (HAIYAN, 2021)], tasks);
    check(&ledger, Facet::Year, &[("2024", 1), ("2021", 2)]);
    assert_eq!(Engine::new(&ledger).code(Facet::Year, "2021"), Some(1));
    assert_eq!(Engine::new(&ledger).code(Facet::Year, "2022"), None);
}

#[test]
fn a_name_that_units_of_two_places_bear_says_the_place() {
    let mut ledger = ledger(&[(CITY, 2024)], Vec::new());
    let mut of_county = ledger.departments[usize::from(EDUCATION)].clone();
    of_county.region = HAIYAN;
    ledger.departments.push(of_county);
    let engine = Engine::new(&ledger);
    let names: Vec<_> = engine.values(Facet::Unit).iter().map(|value| &*value.name).collect();
    assert_eq!(names, ["市教育局（嘉兴市）", "市交通局", "县交通局", "市教育局（海盐县）"]);
}

#[test]
fn a_region_has_the_tasks_of_its_documents_and_those_it_has_a_share_of() {
    let allocations = vec![
        share(CITY, true, Some((9.0, ""))),
        share(NANHU, false, Some((9.0, ""))),
        share(HAIYAN, false, None),
    ];
    let tasks = vec![Task { allocations, ..task(0, "一") }, task(1, "二")];
    let ledger = ledger(&[(CITY, 2024), (HAIYAN, 2024)], tasks);
    check(&ledger, Facet::Region, &[("jxs", 1), ("nhq", 1), ("hyx", 1)]);
}

#[test]
fn every_section_is_listed_even_without_tasks() {
    let engine = Engine::new(&ledger(&[(CITY, 2024)], vec![task(0, "一")]));
    assert_eq!(engine.values(Facet::Section).len(), 6);
    assert_eq!(engine.values(Facet::Section)[1].n_tasks, 1);
}

#[test]
fn no_theme_is_a_value_only_where_a_task_has_none() {
    let with_theme = themed(task(0, "一"), Theme::Care);
    check(&ledger(&[(CITY, 2024)], vec![with_theme.clone()]), Facet::Theme, &[("care", 1)]);
    assert_eq!(Engine::new(&Ledger::default()).values(Facet::Theme).len(), 17);
    let ledger = ledger(&[(CITY, 2024)], vec![with_theme, task(0, "二")]);
    check(&ledger, Facet::Theme, &[("care", 1), ("none", 1)]);
}

#[test]
fn units_are_those_that_lead_and_those_that_help() {
    let task = led(task(0, "一"), &[EDUCATION], &[TRANSPORT, TRANSPORT]);
    let ledger = ledger(&[(CITY, 2024)], vec![task]);
    check(&ledger, Facet::Lead, &[("sjyj", 1)]);
    check(&ledger, Facet::Unit, &[("sjyj", 1), ("sjtj", 1)]);
    let engine = Engine::new(&ledger);
    assert_eq!(engine.code(Facet::Lead, "hyx-jtj"), Some(COUNTY_TRANSPORT.into()));
}

#[test]
fn traits_tell_what_is_known_of_a_task() {
    let inferred = Task { lead_rule: Some(LeadRule::InferredFirst), ..task(0, "一") };
    let carried = Task { text_carried: true, ..task(0, "二") };
    let allocated = Task { allocations: vec![share(NANHU, false, None)], ..task(0, "三") };
    let mut ledger = ledger(&[(CITY, 2024)], vec![inferred, carried, allocated]);
    let diagnostic = |kind, task| Diagnostic {
        kind,
        document: 0,
        task: Some(task),
        span: Span::default(),
        detail: String::new(),
        stated: None,
        found: None,
    };
    ledger.diagnostics.push(diagnostic(DiagnosticKind::ExtraWords, 2));
    ledger.diagnostics.push(diagnostic(DiagnosticKind::CarriedCell, 1));
    ledger.diagnostics.push(diagnostic(DiagnosticKind::InferredLead, 0));
    ledger.targets.push(target(1, TargetRole::Target));
    ledger.targets.push(target(2, TargetRole::Qualifier));
    let expect = [("allocated", 1), ("inferred", 2), ("faulty", 1), ("targeted", 1)];
    check(&ledger, Facet::Trait, &expect);
}

#[test]
fn an_empty_ledger_has_empty_answers() {
    let engine = Engine::new(&Ledger::default());
    let outcome = engine.run(&Query { search: "新建".into(), ..Query::default() });
    assert!(outcome.rows.is_empty() && outcome.groups.is_empty());
    assert_eq!(outcome.facets.len(), Facet::ALL.len());
    assert_eq!(engine.coverage().cells.len(), 0);
}
