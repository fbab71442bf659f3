//! The list itself and what was reached: one row a task, one row a figure.

use model::{Progress, ProgressState, Role, Target, Task, TaskIdx, Tolerance};

use super::Sheet;
use super::sheet::{Cell, Kind};
use super::sheets::Rows;
use crate::messages::{self as m, take::column as c};
use crate::state::Lang;

/// 任务: the filtered list.
pub(super) fn tasks(rows: Rows) -> Sheet {
    let columns = [
        (c::ID, Kind::Text, 16),
        (c::YEAR, Kind::Number, 6),
        (c::DOCUMENT, Kind::Text, 11),
        (c::SECTION, Kind::Text, 9),
        (c::NUMBER, Kind::Text, 6),
        (c::PART, Kind::Text, 9),
        (c::TEXT, Kind::Text, 48),
        (c::LEADS, Kind::Text, 13),
        (c::SUPPORTS, Kind::Text, 20),
        (c::LEAD_RULE, Kind::Text, 11),
        (c::THEME, Kind::Text, 9),
        (c::STATUS, Kind::Text, 38),
        (c::STATE, Kind::Text, 8),
    ];
    let states = task_states(rows);
    let row = |task: &TaskIdx| task_row(rows, *task, states[*task as usize]);
    Sheet::table(m::take::sheet::TASKS, &columns, rows.lang()).with_rows(rows.tasks.iter().map(row))
}

fn task_row(rows: Rows, idx: TaskIdx, state: Option<ProgressState>) -> Vec<Cell> {
    let (book, lang) = (rows.book, rows.lang());
    let task = book.task(idx);
    let names = |role: Role| units(rows, task, role);
    let theme = task.theme.as_ref().map_or(m::NO_THEME, |reading| m::theme(reading.theme));
    let mut cells = place(rows, task);
    cells.extend([
        Cell::text(&*task.text.text),
        names(Role::Lead),
        names(Role::Support),
        word(task.lead_rule.map(m::lead_rule), lang),
        word(Some(theme), lang),
        Cell::text(task.status.as_ref().map_or("", |status| &*status.text)),
        word(state.map(m::state), lang),
    ]);
    cells
}

/// The units that a task names in one role.
fn units(rows: Rows, task: &Task, role: Role) -> Cell {
    let mentions = task.mentions.iter().filter(|mention| mention.role == role);
    let names: Vec<_> = mentions
        .map(|mention| &*rows.book.ledger.departments[mention.department as usize].name)
        .collect();
    Cell::text(names.join("、"))
}

/// Where a task stands: its id, year, document, section, number and part.
pub(super) fn place(rows: Rows, task: &Task) -> Vec<Cell> {
    let document = rows.book.document(task);
    let number = task.number.as_deref().or(task.parent_number.as_deref());
    vec![
        Cell::text(&*task.id),
        Cell::Number(f64::from(document.year)),
        Cell::text(rows.book.document_name(document, rows.lang()).text),
        Cell::text(m::section(task.section).to(rows.lang())),
        Cell::text(number.unwrap_or_default()),
        Cell::text(task.sub_label.as_ref().map_or("", |label| &*label.text)),
    ]
}

/// A word where there is one.
pub(super) fn word(words: Option<m::Words>, lang: Lang) -> Cell {
    Cell::text(words.map_or("", |words| words.to(lang)))
}

/// How each task of the ledger stands at the state's tolerance; `None` where nothing is reported.
fn task_states(rows: Rows) -> Vec<Option<ProgressState>> {
    let ledger = rows.book.ledger;
    let tolerance = rows.state.focus.tolerance.tolerance();
    let mut states = vec![None; ledger.tasks.len()];
    for chunk in ledger.progress.chunk_by(|one, next| one.task == next.task) {
        let judged = chunk.iter().map(|row| (row, judge(rows, row, tolerance).state));
        if let Some(first) = chunk.first() {
            states[first.task as usize] = Some(model::overall(judged));
        }
    }
    states
}

fn judge(rows: Rows, row: &Progress, tolerance: Tolerance) -> model::Verdict {
    model::judge(row, target_of(rows, row), tolerance)
}

fn target_of<'a>(rows: Rows<'a>, row: &Progress) -> Option<&'a Target> {
    row.target.and_then(|at| rows.book.ledger.targets.get(at as usize))
}

/// 完成情况: what the status texts say was reached.
pub(super) fn progress(rows: Rows) -> Sheet {
    let columns = [
        (c::ID, Kind::Text, 16),
        (c::YEAR, Kind::Number, 6),
        (c::DOCUMENT, Kind::Text, 11),
        (c::SECTION, Kind::Text, 9),
        (c::NUMBER, Kind::Text, 6),
        (c::PART, Kind::Text, 9),
        (c::INDICATOR, Kind::Text, 22),
        (c::TARGET_PRINTED, Kind::Text, 10),
        (c::TARGET_VALUE, Kind::Number, 12),
        (c::TARGET_UNIT, Kind::Text, 8),
        (c::BOUND, Kind::Text, 7),
        (c::ACHIEVED_PRINTED, Kind::Text, 10),
        (c::ACHIEVED, Kind::Number, 12),
        (c::ACHIEVED_UNIT, Kind::Text, 8),
        (c::PERIOD, Kind::Text, 9),
        (c::PERIOD_END, Kind::Number, 7),
        (c::BASIS, Kind::Text, 7),
        (c::RATIO, Kind::Percent, 8),
        (c::STATE, Kind::Text, 8),
        (c::RULE, Kind::Text, 16),
        (c::CLAIM, Kind::Text, 9),
        (c::LEADS, Kind::Text, 14),
        (c::TEXT, Kind::Text, 40),
    ];
    let is_in = rows.membership();
    let shown = rows.book.ledger.progress.iter().filter(|row| is_in[row.task as usize]);
    Sheet::table(m::take::sheet::PROGRESS, &columns, rows.lang())
        .with_rows(shown.map(|row| progress_row(rows, row)))
}

fn progress_row(rows: Rows, row: &Progress) -> Vec<Cell> {
    let lang = rows.lang();
    let target = target_of(rows, row);
    let verdict = judge(rows, row, rows.state.focus.tolerance.tolerance());
    let indicator = target.map_or(&*row.indicator, |target| &*target.indicator);
    let achieved = row.achieved.as_ref();
    let period = row.period.as_ref();
    let unit = |unit: Option<&Option<String>>| {
        Cell::text(unit.and_then(Option::as_deref).unwrap_or_default())
    };
    let mut cells = place(rows, rows.book.task(row.task));
    cells.extend([
        Cell::text(indicator),
        Cell::text(target.map_or("", |target| &*target.printed.text)),
        Cell::number(target.map(|target| target.value)),
        unit(target.map(|target| &target.unit)),
        word(target.map(|target| m::take::bound_word(target.bound)), lang),
        Cell::text(&*row.printed.text),
        Cell::number(achieved.map(|achieved| achieved.value)),
        unit(achieved.map(|achieved| &achieved.unit)),
        Cell::text(period.map_or("", |period| &*period.printed.text)),
        Cell::number(period.map(|period| f64::from(period.end_month))),
        word(achieved.map(|_| m::take::basis(row.basis)), lang),
        Cell::number(verdict.ratio),
        word(Some(m::state(verdict.state)), lang),
        word(Some(m::panel::rule(verdict.rule)), lang),
        Cell::text(row.claim.as_ref().map_or("", |claim| &*claim.text)),
        units(rows, rows.book.task(row.task), Role::Lead),
        Cell::text(&*rows.book.task(row.task).text.text),
    ]);
    cells
}
