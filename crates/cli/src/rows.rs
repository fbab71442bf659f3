//! The rows of each exported table, field for field as the data contract states them.

use model::{Allocation, Bound, Ledger, Level, Role, Section, Span, Task};
use serde::Serialize;

use crate::messages::message;

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
