//! A document's list of the year against its livelihood list: figures of one thing that differ.

use model::{
    Bound, Diagnostic, DiagnosticKind, Ledger, SectionKind, Target, TargetKind, TargetRole,
};

use crate::checks::plain;

/// What texts put before the thing that they count.
const VERBS: [&str; 24] = [
    "全市",
    "全县",
    "全区",
    "全年",
    "建成",
    "新增",
    "新建",
    "新(改)建",
    "改建",
    "改造",
    "提升",
    "完成",
    "实施",
    "打造",
    "创建",
    "开展",
    "建设",
    "启动",
    "推进",
    "加快",
    "公办",
    "各类",
    "省级",
    "一批",
];

/// Each annual target against the livelihood targets that count the same things.
///
/// A target that names several things (`中小学校、幼儿园21所`) stands against the sum of theirs
/// within one livelihood number; one that names a single thing against the one that names it in
/// the same words. 以上 allows more, and a printed 万 is good to its last digit.
pub(crate) fn check(ledger: &Ledger) -> Vec<Diagnostic> {
    let annual = of_section(ledger, |kind| kind == SectionKind::Annual);
    let document_of = |target: &Target| ledger.tasks[target.task as usize].document;
    // Targets stand in the order of their tasks, and so of the documents.
    let livelihood = of_section(ledger, |kind| {
        matches!(kind, SectionKind::LivelihoodCity | SectionKind::LivelihoodCounty)
    });
    let mut found = Vec::new();
    for target in annual {
        let document = document_of(target);
        let first = livelihood.partition_point(|other| document_of(other) < document);
        let beside: Vec<&Target> = livelihood[first..]
            .iter()
            .copied()
            .take_while(|other| document_of(other) == document)
            .filter(|other| other.unit == target.unit && other.unit.is_some())
            .collect();
        found.extend(against(ledger, target, &beside));
    }
    found
}

fn of_section(ledger: &Ledger, is_it: impl Fn(SectionKind) -> bool) -> Vec<&Target> {
    let fits = |target: &&Target| {
        target.role == TargetRole::Target
            && target.kind == TargetKind::Absolute
            && is_it(ledger.tasks[target.task as usize].section)
    };
    ledger.targets.iter().filter(fits).collect()
}

/// The finding where the livelihood list counts the same things and comes to another figure.
fn against(ledger: &Ledger, target: &Target, beside: &[&Target]) -> Option<Diagnostic> {
    let things: Vec<&str> = target
        .indicator
        .split(['、', '和', '及'])
        .map(core_of)
        .filter(|thing| !thing.is_empty())
        .collect();
    let counted = counted(&things, beside)?;
    let sum: f64 = counted.iter().map(|other| other.value).sum();
    if agrees(target, sum) {
        return None;
    }
    let words: Vec<_> =
        counted.iter().map(|other| format!("{}{}", other.indicator, other.printed.text)).collect();
    let printed = &target.printed.text;
    Some(Diagnostic {
        kind: DiagnosticKind::CrossSectionMismatch,
        document: ledger.tasks[target.task as usize].document,
        task: Some(target.task),
        span: target.printed.span()?,
        detail: format!("{}{printed}；民生实事：{}", target.indicator, words.join("、")),
        stated: Some(printed.clone()),
        found: Some(plain(sum)),
    })
}

/// What counts the things in the first livelihood task that counts every one of them.
fn counted<'a>(things: &[&str], beside: &[&'a Target]) -> Option<Vec<&'a Target>> {
    let is_list = things.len() > 1;
    let mut tasks: Vec<u32> = beside.iter().map(|other| other.task).collect();
    tasks.dedup();
    tasks.into_iter().find_map(|task| {
        let of_thing = |thing: &&str| {
            let counts = |other: &&Target| {
                other.task == task && is_same(thing, core_of(&other.indicator), is_list)
            };
            let found: Vec<&Target> = beside.iter().copied().filter(counts).collect();
            (!found.is_empty()).then_some(found)
        };
        let each: Option<Vec<Vec<&Target>>> = things.iter().map(of_thing).collect();
        each.map(|each| each.concat()).filter(|each| !each.is_empty())
    })
}

/// The thing that an indicator counts, without what is done to it.
fn core_of(indicator: &str) -> &str {
    let mut core = indicator;
    while let Some(rest) = VERBS.iter().find_map(|verb| core.strip_prefix(verb)) {
        core = rest;
    }
    core
}

/// Whether two things are one: the same words, or, in a list of several, one the beginning of
/// the other (`中小学校` and `中小学`).
fn is_same(one: &str, other: &str, is_list: bool) -> bool {
    !other.is_empty()
        && (one == other || (is_list && (one.starts_with(other) || other.starts_with(one))))
}

/// Whether a figure agrees with what a target states.
fn agrees(target: &Target, found: f64) -> bool {
    let printed = &target.printed.text;
    // 1.5万 is good to half of its last digit to either side.
    let slack = match (printed.contains('万'), printed.contains('.')) {
        (true, true) => 500.0,
        (true, false) => 5000.0,
        _ => 1e-6,
    };
    let most = target.value_max.unwrap_or(target.value);
    match target.bound {
        Bound::AtLeast => found >= target.value - slack,
        Bound::AtMost => found <= most + slack,
        Bound::About => (found - target.value).abs() <= target.value.abs() / 100.0 + slack,
        Bound::Exactly => found >= target.value - slack && found <= most + slack,
    }
}
