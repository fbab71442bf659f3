//! The rows of each exported table, field for field as the data contract states them.

use model::{
    Allocation, Bound, Ledger, Level, Passage, Point, Progress, Role, Section, Span, Task,
};
use serde::Serialize;

use crate::messages::{message, reason};

/// A row of `documents`.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentRow<'a> {
    key: &'a str,
    title: Option<&'a str>,
    issuer: Option<&'a str>,
    number: Option<&'a str>,
    date_written: Option<String>,
    date_published: Option<String>,
    level: &'static str,
    region: &'a str,
    year: Option<u16>,
    sections: Vec<SectionRow>,
}

/// An entry of a document's `sections`.
#[derive(Debug, Serialize)]
pub(crate) struct SectionRow {
    section: &'static str,
    n_numbers: u32,
    n_tasks: u32,
}

/// A row of `tasks`.
#[derive(Debug, Serialize)]
pub(crate) struct TaskRow<'a> {
    id: &'a str,
    document: &'a str,
    section: &'static str,
    number: Option<&'a str>,
    parent_number: Option<&'a str>,
    sub: Option<u16>,
    heading: Option<&'a str>,
    text: &'a str,
    sub_label: Option<&'a str>,
    leads: Vec<&'a str>,
    supports: Vec<&'a str>,
    lead_rule: Option<&'static str>,
    lead_carried: bool,
    status_text: Option<&'a str>,
    theme: Option<&'static str>,
    span: SpanRow,
}

/// A row of `allocations`.
#[derive(Debug, Serialize)]
pub(crate) struct AllocationRow<'a> {
    task: &'a str,
    region: &'a str,
    printed: &'a str,
    value: Option<f64>,
    unit: Option<&'a str>,
    bound: Option<&'static str>,
    span: Option<SpanRow>,
}

/// A row of `targets`.
#[derive(Debug, Serialize)]
pub(crate) struct TargetRow<'a> {
    task: &'a str,
    indicator: &'a str,
    printed: &'a str,
    value: f64,
    value_max: Option<f64>,
    unit: Option<&'a str>,
    bound: &'static str,
    kind: &'static str,
    direction: Option<&'static str>,
    role: &'static str,
    horizon: &'static str,
    span: Option<SpanRow>,
}

/// A row of `progress`.
#[derive(Debug, Serialize)]
pub(crate) struct ProgressRow<'a> {
    task: &'a str,
    indicator: Option<&'a str>,
    target_value: Option<f64>,
    target_unit: Option<&'a str>,
    bound: Option<&'static str>,
    achieved_value: Option<f64>,
    achieved_unit: Option<&'a str>,
    /// As printed; `None` where the text names no time.
    period: Option<&'a str>,
    /// The month at whose end the figure counts, 1 to 12.
    period_end: Option<u8>,
    period_inferred: bool,
    basis: &'static str,
    ratio: Option<f64>,
    status: &'static str,
    rule: &'static str,
    claim: Option<&'a str>,
    printed: Option<&'a str>,
    span: Option<SpanRow>,
}

/// A row of `series`.
#[derive(Debug, Serialize)]
pub(crate) struct SeriesRow<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
    unit: &'a str,
    points: Vec<PointRow<'a>>,
}

/// An entry of a series' `points`.
#[derive(Debug, Serialize)]
pub(crate) struct PointRow<'a> {
    task: &'a str,
    document: &'a str,
    region: &'a str,
    year: u16,
    horizon: &'static str,
    source: &'static str,
    value: f64,
    unit: Option<&'a str>,
    bound: &'static str,
    printed: Option<&'a str>,
    comparable: bool,
    reason: Option<String>,
}

/// A row of `series` where rows cannot nest: one point with its series.
#[derive(Debug, Serialize)]
pub(crate) struct SeriesPointRow<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
    #[serde(flatten)]
    point: PointRow<'a>,
}

/// A row of `checks`.
#[derive(Debug, Serialize)]
pub(crate) struct CheckRow<'a> {
    kind: &'static str,
    document: &'a str,
    task: Option<&'a str>,
    message: String,
    stated: Option<&'a str>,
    found: Option<&'a str>,
    span: SpanRow,
}

/// A row of `departments`.
#[derive(Debug, Serialize)]
pub(crate) struct DepartmentRow<'a> {
    name: &'a str,
    level: &'static str,
    region: &'a str,
    kind: &'static str,
    forms: &'a [String],
    city_counterpart: Option<&'a str>,
}

/// Bytes in the source file.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct SpanRow {
    start: u32,
    end: u32,
}

impl From<Span> for SpanRow {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// The documents, in the ledger's order.
pub(crate) fn documents(ledger: &Ledger) -> Vec<DocumentRow<'_>> {
    let row = |document: &'_ model::Document| -> Vec<SectionRow> {
        document.sections.iter().map(section).collect()
    };
    ledger
        .documents
        .iter()
        .map(|document| DocumentRow {
            key: &document.key,
            title: document.title.as_deref(),
            issuer: document.issuer.as_deref(),
            number: document.number.as_deref(),
            date_written: document.date_written.map(|date| date.to_string()),
            date_published: document.date_published.map(|date| date.to_string()),
            level: document.level.code(),
            region: &ledger.regions[document.region as usize].name,
            year: (document.year > 0).then_some(document.year),
            sections: row(document),
        })
        .collect()
}

fn section(section: &Section) -> SectionRow {
    SectionRow {
        section: section.kind.code(),
        n_numbers: section.n_numbers,
        n_tasks: section.n_tasks,
    }
}

/// The tasks, in the ledger's order.
pub(crate) fn tasks(ledger: &Ledger) -> Vec<TaskRow<'_>> {
    ledger.tasks.iter().map(|task| task_row(ledger, task)).collect()
}

fn task_row<'a>(ledger: &'a Ledger, task: &'a Task) -> TaskRow<'a> {
    let names = |role: Role| {
        let mentions = task.mentions.iter().filter(move |mention| mention.role == role);
        mentions
            .map(|mention| ledger.departments[mention.department as usize].name.as_str())
            .collect()
    };
    TaskRow {
        id: &task.id,
        document: &ledger.documents[task.document as usize].key,
        section: task.section.code(),
        number: task.number.as_deref(),
        parent_number: task.parent_number.as_deref(),
        sub: task.sub,
        heading: task.heading.as_ref().map(|heading| heading.text.as_str()),
        text: &task.text.text,
        sub_label: task.sub_label.as_ref().map(|label| label.text.as_str()),
        leads: names(Role::Lead),
        supports: names(Role::Support),
        lead_rule: task.lead_rule.map(model::LeadRule::code),
        lead_carried: task.lead_carried,
        status_text: task.status.as_ref().map(|status| status.text.as_str()),
        theme: task.theme.as_ref().map(|reading| reading.theme.name()),
        span: task.span.into(),
    }
}

/// The cells of the allocation tables, row by row.
pub(crate) fn allocations(ledger: &Ledger) -> Vec<AllocationRow<'_>> {
    let cells =
        ledger.tasks.iter().flat_map(|task| task.allocations.iter().map(move |cell| (task, cell)));
    cells.map(|(task, cell)| allocation_row(ledger, task, cell)).collect()
}

fn allocation_row<'a>(
    ledger: &'a Ledger,
    task: &'a Task,
    cell: &'a Allocation,
) -> AllocationRow<'a> {
    let document = &ledger.documents[task.document as usize];
    let region = ledger.regions[cell.region as usize].name.as_str();
    AllocationRow {
        task: &task.id,
        region: if cell.is_total { total_name(document.level, region) } else { region },
        printed: &cell.printed.text,
        value: cell.reading.as_ref().map(|reading| reading.value),
        unit: cell.reading.as_ref().and_then(|reading| reading.unit.as_deref()),
        bound: cell.reading.as_ref().map(|reading| Bound::sign(reading.bound)),
        span: cell.printed.span().map(SpanRow::from),
    }
}

/// What the total column is called.
fn total_name(level: Level, region: &str) -> &'static str {
    match level {
        Level::Province => "全省",
        Level::City => "全市",
        Level::County if region.ends_with('区') => "全区",
        Level::County if region.ends_with('市') => "全市",
        Level::County => "全县",
    }
}

/// The quantities in the tasks' texts, in the ledger's order.
pub(crate) fn targets(ledger: &Ledger) -> Vec<TargetRow<'_>> {
    ledger
        .targets
        .iter()
        .map(|target| TargetRow {
            task: &ledger.tasks[target.task as usize].id,
            indicator: &target.indicator,
            printed: &target.printed.text,
            value: target.value,
            value_max: target.value_max,
            unit: target.unit.as_deref(),
            bound: target.bound.sign(),
            kind: target.kind.code(),
            direction: target.direction.map(model::Direction::code),
            role: target.role.code(),
            horizon: target.horizon.code(),
            span: target.printed.span().map(SpanRow::from),
        })
        .collect()
}

/// What the status texts say was reached, in the ledger's order.
pub(crate) fn progress(ledger: &Ledger) -> Vec<ProgressRow<'_>> {
    ledger.progress.iter().map(|row| progress_row(ledger, row)).collect()
}

fn progress_row<'a>(ledger: &'a Ledger, row: &'a Progress) -> ProgressRow<'a> {
    let task = &ledger.tasks[row.task as usize];
    let target = row.target.map(|at| &ledger.targets[at as usize]);
    let achieved = row.achieved.as_ref();
    let period = row.period.as_ref();
    // Without a figure the claim is shown; without a claim, the whole status.
    let words = [Some(&row.printed), row.claim.as_ref(), task.status.as_ref()];
    ProgressRow {
        task: &task.id,
        indicator: target
            .map(|target| target.indicator.as_str())
            .or(Some(row.indicator.as_str()))
            .filter(|indicator| !indicator.is_empty()),
        target_value: target.map(|target| target.value),
        target_unit: target.and_then(|target| target.unit.as_deref()),
        bound: target.map(|target| target.bound.sign()),
        achieved_value: achieved.map(|achieved| achieved.value),
        achieved_unit: achieved.and_then(|achieved| achieved.unit.as_deref()),
        period: period
            .map(|period| period.printed.text.as_str())
            .filter(|printed| !printed.is_empty()),
        period_end: period.map(|period| period.end_month),
        period_inferred: period.is_some_and(|period| period.is_inferred),
        basis: row.basis.code(),
        ratio: row.ratio,
        status: row.state.code(),
        rule: row.rule.code(),
        claim: row.claim.as_ref().map(|claim| claim.text.as_str()),
        printed: Some(row.printed.text.as_str()).filter(|printed| !printed.is_empty()),
        span: words.into_iter().flatten().find_map(Passage::span).map(SpanRow::from),
    }
}

/// The indicators that recur, in the ledger's order.
pub(crate) fn series(ledger: &Ledger) -> Vec<SeriesRow<'_>> {
    let series = ledger.series.iter();
    series
        .map(|series| SeriesRow {
            id: &series.id,
            name: &series.name,
            name_en: &series.name_en,
            unit: &series.unit,
            points: series.points.iter().map(|point| point_row(ledger, point)).collect(),
        })
        .collect()
}

/// The same as one row a point, for files that cannot nest.
pub(crate) fn series_points(ledger: &Ledger) -> Vec<SeriesPointRow<'_>> {
    let points = ledger.series.iter().flat_map(|series| {
        series.points.iter().map(move |point| SeriesPointRow {
            id: &series.id,
            name: &series.name,
            name_en: &series.name_en,
            point: point_row(ledger, point),
        })
    });
    points.collect()
}

fn point_row<'a>(ledger: &'a Ledger, point: &'a Point) -> PointRow<'a> {
    let region = |at: model::RegionIdx| ledger.regions[at as usize].name.as_str();
    PointRow {
        task: &ledger.tasks[point.task as usize].id,
        document: &ledger.documents[point.document as usize].key,
        region: point.region.map_or("全省", region),
        year: point.year,
        horizon: point.horizon.code(),
        source: point.source.code(),
        value: point.value,
        unit: point.unit.as_deref(),
        bound: point.bound.sign(),
        printed: point.printed(ledger).map(|words| words.text.as_str()),
        comparable: point.is_comparable(),
        reason: point.reason.map(|why| reason(why, point.scope.as_deref())),
    }
}

/// What was found about the sources.
pub(crate) fn checks(ledger: &Ledger) -> Vec<CheckRow<'_>> {
    ledger
        .diagnostics
        .iter()
        .map(|found| CheckRow {
            kind: found.kind.code(),
            document: &ledger.documents[found.document as usize].key,
            task: found.task.map(|task| ledger.tasks[task as usize].id.as_str()),
            message: message(found),
            stated: found.stated.as_deref(),
            found: found.found.as_deref(),
            span: found.span.into(),
        })
        .collect()
}

/// The departments, in order of first appearance.
pub(crate) fn departments(ledger: &Ledger) -> Vec<DepartmentRow<'_>> {
    ledger
        .departments
        .iter()
        .map(|department| DepartmentRow {
            name: &department.name,
            level: department.level.code(),
            region: &ledger.regions[department.region as usize].name,
            kind: department.kind.code(),
            forms: &department.forms,
            city_counterpart: department
                .city_counterpart
                .map(|at| ledger.departments[at as usize].name.as_str()),
        })
        .collect()
}
