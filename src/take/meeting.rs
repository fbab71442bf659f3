//! 进度: the list of a meeting, parted by state or by lead as the view parts it.

use model::{Progress, Role, Target};

use super::Sheet;
use super::sheet::Cell;
use super::table::{Rows, Table};
use crate::messages::{self as m, progress as p, take as t, take::column as c};
use crate::standing::{Gap, Part, PartKey, Row, Standing, TaskRows, clause, target_of};

/// One line of the list; a task without any figure has one as well.
#[derive(Clone, Copy)]
struct Line<'a> {
    part: &'a Part,
    task: &'a TaskRows,
    row: Option<&'a Row>,
}

/// The tasks that report, part by part: those with figures that compare, the furthest behind
/// first, a line a figure, then those without.
pub(super) fn meeting(rows: Rows) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let standing = Standing::of(book, rows.state, rows.outcome);
    let lines = standing.parts.iter().flat_map(|part| {
        let tasks = part.judged.iter().chain(&part.unjudged);
        tasks.flat_map(move |task| {
            let none = task.rows.is_empty().then_some(None);
            let found = task.rows.iter().map(Some).chain(none);
            found.map(move |row| Line { part, task, row })
        })
    });
    let figure =
        |line: Line| -> Option<&'static Progress> { Some(&book.ledger.progress[line.row?.at]) };
    let target = |line: Line| -> Option<&'static Target> { target_of(book, figure(line)?) };
    let gap = |line: Line| line.row?.gap;
    let mut table = Table::new(rows, t::sheet::MEETING, lines);
    table.column(c::GROUP, 10, |line| match line.part.key {
        PartKey::State(state) => m::state(state).to(lang),
        PartKey::Lead(Some(unit)) => &*book.ledger.departments[unit as usize].name,
        PartKey::Lead(None) => m::UNNAMED.to(lang),
    });
    table.word(c::STATE, 8, |line| {
        m::state(line.row.map_or(line.task.state, |row| row.verdict.state))
    });
    table.word(c::MEASURE, 11, |line| match gap(line) {
        Some(Gap::Amount(_)) => p::AMOUNTS,
        Some(Gap::Rate { .. }) => p::RATES,
        None => t::NO_FIGURE,
    });
    table.place(|line| line.task.task);
    table.column(c::INDICATOR, 22, |line| match (target(line), figure(line)) {
        (Some(target), _) => Some(&target.indicator),
        (None, figure) => figure.map(|figure| &figure.indicator),
    });
    table.column(c::TARGET_PRINTED, 10, |line| target(line).map(|target| &target.printed.text));
    table.column(c::TARGET_VALUE, 11, |line| target(line).map(|target| target.value));
    table.column(c::ACHIEVED_PRINTED, 10, |line| figure(line).map(|figure| &figure.printed.text));
    table.column(c::ACHIEVED, 11, |line| {
        figure(line)?.achieved.as_ref().map(|achieved| achieved.value)
    });
    table.column(c::PERIOD, 8, |line| {
        let period = figure(line)?.period.as_ref()?;
        let is_printed = !period.printed.text.is_empty();
        let month = || m::panel::up_to_month(period.end_month, lang);
        Some(if is_printed { period.printed.text.clone() } else { month() })
    });
    table.word(c::IS_INFERRED, 8, |line| {
        figure(line)?.period.as_ref().map(|period| t::yes_or_no(period.is_inferred))
    });
    table.column(c::ELAPSED, 8, |line| {
        let period = figure(line).and_then(|figure| figure.period.as_ref());
        Cell::share(period.filter(|_| is_amount(gap(line))).map(model::Elapsed::share_of_year))
    });
    table.column(c::RATIO, 8, |line| Cell::share(line.row.and_then(|row| row.verdict.ratio)));
    table.column(c::GAP, 8, |line| gap(line).map(size));
    table.column(c::GAP_UNIT, 8, |line| {
        let own = target(line).and_then(|target| target.unit.as_deref());
        let own = own.filter(|unit| *unit != "%" && !is_amount(gap(line)));
        gap(line).map(|_| own.unwrap_or_else(|| t::POINTS.to(lang)))
    });
    table.word(c::RULE, 16, |line| line.row.map(|row| m::panel::rule(row.verdict.rule)));
    table.column(c::WORDS, 34, |line| clause(book, figure(line)?));
    table.column(c::CLAIM, 9, |line| figure(line)?.claim.as_ref().map(|claim| &claim.text));
    table.column(c::LEADS, 14, |line| rows.units(line.task.task, Role::Lead));
    table.column(c::TEXT, 40, |line| &book.task(line.task.task).text.text);
    table.source(|line| line.task.task);
    table.finish()
}

fn is_amount(gap: Option<Gap>) -> bool {
    matches!(gap, Some(Gap::Amount(_)))
}

/// The distance from the mark; below zero is short of it, of a limit it is below the limit.
fn size(gap: Gap) -> f64 {
    let size = match gap {
        Gap::Amount(points) => points,
        Gap::Rate { difference, .. } => difference,
    };
    // What binary fractions leave behind the sixth decimal is no distance.
    (size * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::sheets::tests::made;

    #[test]
    fn the_list_of_a_meeting_stands_as_the_view_parts_it() {
        let sheets = made("v=progress&y=2023");
        let sheet = &sheets[0];
        let column = |title: &str| sheet.columns.iter().position(|it| it.title == title).unwrap();
        // 2023, 平湖市 65: 新增市域绿道10公里; half the year gone, 完成2.2公里: 22% less 50%.
        let first = |title: &str| sheet.rows[0][column(title)].clone();
        assert_eq!(
            (first("分组"), first("指标")),
            (Cell::text("欠进度"), Cell::text("新增市域绿道"))
        );
        assert_eq!(
            (first("目标原文"), first("完成数值")),
            (Cell::text("10公里"), Cell::Number(2.2))
        );
        assert_eq!((first("时间进度"), first("差距")), (Cell::Share(0.5), Cell::Number(-28.0)));
        assert_eq!(first("原文句"), Cell::text("新增市域绿道完成2.2公里"));
        // Each of the 138 tasks that report stands in it.
        let mut tasks: Vec<String> =
            sheet.rows.iter().map(|row| format!("{:?}", row[column("任务编码")])).collect();
        tasks.sort_unstable();
        tasks.dedup();
        assert_eq!(tasks.len(), 138);
    }

    #[test]
    fn the_list_can_be_parted_by_lead() {
        let sheets = made("v=progress&y=2023&group=lead");
        let is_of_lead = |row: &&Vec<Cell>| row[0] == Cell::text("建设局");
        assert!(sheets[0].rows.iter().filter(is_of_lead).count() > 1);
        assert!(sheets[0].rows.iter().all(|row| row[0] != Cell::text("欠进度")));
    }
}
