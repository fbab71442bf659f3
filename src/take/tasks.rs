//! The list itself and what was reached: one row a task, one row a figure.

use model::{Progress, ProgressState, Role, Verdict};

use super::Sheet;
use super::sheet::Cell;
use super::table::{Rows, Table};
use crate::messages::{self as m, take::column as c};
use crate::standing::target_of;

/// 任务: the filtered list.
pub(super) fn tasks(rows: Rows) -> Sheet {
    let book = rows.book;
    let states = task_states(rows);
    let listed = rows.outcome.rows.iter().copied();
    let mut table = Table::new(rows, m::take::sheet::TASKS, listed);
    table.place(|task| task);
    table.column(c::TEXT, 48, |task| &book.task(task).text.text);
    table.column(c::LEADS, 13, |task| rows.units(task, Role::Lead));
    table.column(c::SUPPORTS, 20, |task| rows.units(task, Role::Support));
    table.word(c::LEAD_RULE, 11, |task| book.task(task).lead_rule.map(m::lead_rule));
    table.word(c::THEME, 9, |task| {
        let theme = book.task(task).theme.as_ref();
        theme.map_or(m::NO_THEME, |reading| m::theme(reading.theme))
    });
    table.column(c::STATUS, 38, |task| book.task(task).status.as_ref().map(|status| &status.text));
    table.word(c::STATE, 8, |task| states[task as usize].map(m::state));
    table.source(|task| task);
    table.finish()
}

/// How each task of the ledger stands at the state's tolerance; `None` where nothing is reported.
fn task_states(rows: Rows) -> Vec<Option<ProgressState>> {
    let ledger = rows.book.ledger;
    let mut states = vec![None; ledger.tasks.len()];
    for chunk in ledger.progress.chunk_by(|one, next| one.task == next.task) {
        let judged = chunk.iter().map(|row| (row, judge(rows, row).state));
        if let Some(first) = chunk.first() {
            states[first.task as usize] = Some(model::overall(judged));
        }
    }
    states
}

fn judge(rows: Rows, row: &Progress) -> Verdict {
    model::judge(row, target_of(rows.book, row), rows.state.focus.tolerance.tolerance())
}

/// 完成情况: what the status texts say was reached.
pub(super) fn progress(rows: Rows) -> Sheet {
    let book = rows.book;
    let is_in = rows.membership();
    let all = book.ledger.progress.iter();
    let records = all
        .filter(|row| is_in[row.task as usize])
        .map(|row| (row, target_of(book, row), judge(rows, row)));
    let records: Vec<_> = records.collect();
    let indices = 0..records.len();
    let row = |at: usize| records[at].0;
    let target = |at: usize| records[at].1;
    let verdict = |at: usize| records[at].2;
    let achieved = |at: usize| row(at).achieved.as_ref();
    let mut table = Table::new(rows, m::take::sheet::PROGRESS, indices);
    table.place(|at| row(at).task);
    table.column(c::INDICATOR, 22, |at| {
        target(at).map_or(&row(at).indicator, |target| &target.indicator)
    });
    table.column(c::TARGET_PRINTED, 10, |at| target(at).map(|target| &target.printed.text));
    table.column(c::TARGET_VALUE, 12, |at| target(at).map(|target| target.value));
    table.column(c::TARGET_UNIT, 8, |at| target(at).and_then(|target| target.unit.as_ref()));
    table.word(c::BOUND, 7, |at| target(at).map(|target| m::take::bound_word(target.bound)));
    table.column(c::ACHIEVED_PRINTED, 10, |at| &row(at).printed.text);
    table.column(c::ACHIEVED, 12, |at| achieved(at).map(|achieved| achieved.value));
    table
        .column(c::ACHIEVED_UNIT, 8, |at| achieved(at).and_then(|achieved| achieved.unit.as_ref()));
    table.column(c::PERIOD, 9, |at| row(at).period.as_ref().map(|period| &period.printed.text));
    table.column(c::PERIOD_END, 7, |at| {
        row(at).period.as_ref().map(|period| u16::from(period.end_month))
    });
    table.word(c::BASIS, 7, |at| achieved(at).map(|_| m::take::basis(row(at).basis)));
    table.column(c::RATIO, 8, |at| Cell::share(verdict(at).ratio));
    table.word(c::STATE, 8, |at| m::state(verdict(at).state));
    table.word(c::RULE, 16, |at| m::panel::rule(verdict(at).rule));
    table.column(c::CLAIM, 9, |at| row(at).claim.as_ref().map(|claim| &claim.text));
    table.column(c::LEADS, 14, |at| rows.units(row(at).task, Role::Lead));
    table.column(c::TEXT, 40, |at| &book.task(row(at).task).text.text);
    table.source(|at| row(at).task);
    table.finish()
}
