//! Small ledgers for the tests. Places and departments are the same in all of them.

use engine::{Engine, Facet, Filter, Query};
use model::{
    Allocation, Bound, Department, DepartmentIdx, DepartmentKind, Document, DocumentIdx, Horizon,
    LeadRule, Ledger, Level, Mention, Passage, Reading, Region, RegionIdx, RegionKind, Role,
    SectionKind, Span, Target, TargetKind, TargetRole, Task, TaskIdx, Theme, ThemeReading,
};

/// 嘉兴市, 南湖区, 海盐县.
pub(crate) const CITY: RegionIdx = 0;
pub(crate) const NANHU: RegionIdx = 1;
pub(crate) const HAIYAN: RegionIdx = 2;

/// 市教育局, 市交通局, 县交通局.
pub(crate) const EDUCATION: DepartmentIdx = 0;
pub(crate) const TRANSPORT: DepartmentIdx = 1;
pub(crate) const COUNTY_TRANSPORT: DepartmentIdx = 2;

/// A ledger of documents, each a region and a year, and of tasks, which name them by position.
pub(crate) fn ledger(documents: &[(RegionIdx, u16)], tasks: Vec<Task>) -> Ledger {
    let theme_keys = Theme::ALL.map(|theme| vec![theme.code().to_owned()]);
    Ledger {
        documents: documents.iter().enumerate().map(document).collect(),
        regions: vec![
            region("嘉兴市", "jxs", &["jiaxingshi", "jxs"]),
            region("南湖区", "nhq", &["nanhuqu", "nhq"]),
            region("海盐县", "hyx", &["haiyanxian", "hyx"]),
        ],
        departments: vec![
            department("市教育局", "sjyj", &["shijiaoyuju", "sjyj", "jyj"]),
            department("市交通局", "sjtj", &["shijiaotongju", "sjtj", "jtj"]),
            department("县交通局", "hyx-jtj", &["xianjiaotongju", "xjtj", "jtj"]),
        ],
        tasks,
        targets: Vec::new(),
        progress: Vec::new(),
        series: Vec::new(),
        theme_keys: theme_keys.to_vec(),
        diagnostics: Vec::new(),
    }
}

fn document((at, &(region, year)): (usize, &(RegionIdx, u16))) -> Document {
    Document {
        key: format!("doc{at}-{year}"),
        title: None,
        issuer: None,
        number: None,
        date_written: None,
        date_published: None,
        level: Level::City,
        region,
        year,
        sections: Vec::new(),
        source: String::new(),
    }
}

fn region(name: &str, id: &str, keys: &[&str]) -> Region {
    Region {
        name: name.to_owned(),
        id: id.to_owned(),
        name_en: String::new(),
        forms: Vec::new(),
        kind: RegionKind::default(),
        tile: None,
        keys: keys.iter().map(ToString::to_string).collect(),
    }
}

fn department(name: &str, id: &str, keys: &[&str]) -> Department {
    Department {
        name: name.to_owned(),
        id: id.to_owned(),
        level: Level::City,
        region: CITY,
        kind: DepartmentKind::Government,
        forms: vec![format!("{name}（办）")],
        keys: keys.iter().map(ToString::to_string).collect(),
        city_counterpart: None,
    }
}

/// An annual task without anything but its text.
pub(crate) fn task(document: DocumentIdx, text: &str) -> Task {
    Task {
        id: format!("doc{document}/annual/{text}"),
        document,
        section: SectionKind::Annual,
        number: None,
        parent_number: None,
        sub: None,
        heading: None,
        heading_carried: false,
        text: passage(text),
        text_carried: false,
        sub_label: None,
        mentions: Vec::new(),
        lead_rule: None,
        lead_carried: false,
        status: None,
        theme: None,
        allocations: Vec::new(),
        span: Span::default(),
    }
}

/// The task with these leads and supporting departments.
pub(crate) fn led(task: Task, leads: &[DepartmentIdx], supports: &[DepartmentIdx]) -> Task {
    let mention = |role| move |&department: &DepartmentIdx| named(department, role);
    let leads = leads.iter().map(mention(Role::Lead));
    let mentions: Vec<Mention> = leads.chain(supports.iter().map(mention(Role::Support))).collect();
    Task { lead_rule: (!mentions.is_empty()).then_some(LeadRule::Marked), mentions, ..task }
}

/// A department named under its short form.
fn named(department: DepartmentIdx, role: Role) -> Mention {
    let printed = ["★教育局", "市交通局", "交通局"][department as usize].to_owned();
    Mention { department, role, printed, spans: Vec::new() }
}

pub(crate) fn themed(task: Task, theme: Theme) -> Task {
    Task { theme: Some(ThemeReading { theme, score: 1, evidence: Vec::new() }), ..task }
}

/// The task with a total of so much.
pub(crate) fn with_total(task: Task, value: f64, unit: &str) -> Task {
    Task { allocations: vec![share(CITY, true, Some((value, unit)))], ..task }
}

/// A quantity in the text of a task, to be reached or only saying what is counted.
pub(crate) fn target(task: TaskIdx, role: TargetRole) -> Target {
    Target {
        task,
        indicator: String::new(),
        printed: Passage::default(),
        value: 1.0,
        value_max: None,
        unit: None,
        bound: Bound::Exactly,
        kind: TargetKind::Absolute,
        direction: None,
        role,
        horizon: Horizon::Annual,
    }
}

/// A cell of an allocation table; `/` where there is no figure, no unit where `unit` is empty.
pub(crate) fn share(region: RegionIdx, is_total: bool, figure: Option<(f64, &str)>) -> Allocation {
    let unit = |unit: &str| (!unit.is_empty()).then(|| unit.to_owned());
    Allocation {
        region,
        is_total,
        region_inferred: false,
        printed: passage(&figure.map_or("/".to_owned(), |(value, unit)| format!("{value}{unit}"))),
        reading: figure.map(|(value, printed)| Reading {
            value,
            unit: unit(printed),
            bound: Bound::Exactly,
        }),
    }
}

pub(crate) fn passage(text: &str) -> Passage {
    Passage { text: text.to_owned(), pieces: Vec::new() }
}

/// A query for the values of one facet with these keys.
pub(crate) fn only(engine: &Engine, facet: Facet, keys: &[&str]) -> Query {
    let code = |key: &&str| engine.code(facet, key).expect("the test names a known key");
    let include = keys.iter().map(code).collect();
    Query { filters: vec![Filter { facet, include, exclude: Vec::new() }], ..Query::default() }
}
