//! The figures of the tasks: what is to be reached, how it is shared out, and how an indicator
//! runs through the years. Each stands as printed and as read.

use model::{Allocation, Point, Series, Target, Task};

use super::Sheet;
use super::sheet::{Cell, Kind};
use super::sheets::Rows;
use super::tasks::{place, word};
use crate::messages::{self as m, take::column as c};
use crate::state::Lang;

/// 目标值: the quantities in the texts of the tasks.
pub(super) fn targets(rows: Rows) -> Sheet {
    let columns = [
        (c::ID, Kind::Text, 16),
        (c::YEAR, Kind::Number, 6),
        (c::DOCUMENT, Kind::Text, 11),
        (c::SECTION, Kind::Text, 9),
        (c::NUMBER, Kind::Text, 6),
        (c::PART, Kind::Text, 9),
        (c::INDICATOR, Kind::Text, 24),
        (c::PRINTED, Kind::Text, 12),
        (c::VALUE, Kind::Number, 12),
        (c::VALUE_MAX, Kind::Number, 9),
        (c::UNIT, Kind::Text, 9),
        (c::BOUND, Kind::Text, 7),
        (c::KIND, Kind::Text, 7),
        (c::DIRECTION, Kind::Text, 6),
        (c::ROLE, Kind::Text, 7),
        (c::HORIZON, Kind::Text, 7),
    ];
    let is_in = rows.membership_of_texts();
    let shown = rows.book.ledger.targets.iter().filter(|target| is_in[target.task as usize]);
    Sheet::table(m::take::sheet::TARGETS, &columns, rows.lang())
        .with_rows(shown.map(|target| target_row(rows, target)))
}

fn target_row(rows: Rows, target: &Target) -> Vec<Cell> {
    let lang = rows.lang();
    let mut cells = place(rows, rows.book.task(target.task));
    cells.extend([
        Cell::text(&*target.indicator),
        Cell::text(&*target.printed.text),
        Cell::number(target.value),
        Cell::number(target.value_max),
        Cell::text(target.unit.as_deref().unwrap_or_default()),
        word(Some(m::take::bound_word(target.bound)), lang),
        word(Some(m::target_kind(target.kind)), lang),
        word(target.direction.map(m::take::direction), lang),
        word(Some(m::take::target_role(target.role)), lang),
        word(Some(m::take::horizon(target.horizon)), lang),
    ]);
    cells
}

/// 分解: the cells of the allocation tables, one row a cell.
pub(super) fn allocations(rows: Rows) -> Sheet {
    let columns = [
        (c::ID, Kind::Text, 16),
        (c::YEAR, Kind::Number, 6),
        (c::DOCUMENT, Kind::Text, 11),
        (c::SECTION, Kind::Text, 9),
        (c::NUMBER, Kind::Text, 6),
        (c::PART, Kind::Text, 9),
        (c::TEXT, Kind::Text, 44),
        (c::REGION, Kind::Text, 11),
        (c::IS_TOTAL, Kind::Text, 7),
        (c::PRINTED, Kind::Text, 12),
        (c::VALUE, Kind::Number, 12),
        (c::UNIT, Kind::Text, 9),
        (c::BOUND, Kind::Text, 7),
        (c::COLUMN_RULE, Kind::Text, 10),
    ];
    let tasks = rows.tasks.iter().map(|task| rows.book.task(*task));
    let cells = tasks.flat_map(|task| {
        task.allocations.iter().map(move |share| allocation_row(rows, task, share))
    });
    Sheet::table(m::take::sheet::ALLOCATIONS, &columns, rows.lang()).with_rows(cells)
}

fn allocation_row(rows: Rows, task: &Task, share: &Allocation) -> Vec<Cell> {
    let lang = rows.lang();
    let reading = share.reading.as_ref();
    let column =
        if share.region_inferred { m::take::HEADER_INFERRED } else { m::take::HEADER_PRINTED };
    let mut cells = place(rows, task);
    cells.extend([
        Cell::text(&*task.text.text),
        Cell::text(rows.book.region_name(share.region, lang).text),
        yes_or_no(share.is_total, lang),
        Cell::text(&*share.printed.text),
        Cell::number(reading.map(|reading| reading.value)),
        Cell::text(reading.and_then(|reading| reading.unit.as_deref()).unwrap_or_default()),
        word(reading.map(|reading| m::take::bound_word(reading.bound)), lang),
        word(Some(column), lang),
    ]);
    cells
}

/// 历年: the points of the series whose tasks are in the filter.
pub(super) fn series(rows: Rows) -> Sheet {
    let columns = [
        (c::SERIES_ID, Kind::Text, 16),
        (c::INDICATOR, Kind::Text, 24),
        (c::YEAR, Kind::Number, 6),
        (c::REGION, Kind::Text, 11),
        (c::HORIZON, Kind::Text, 7),
        (c::PRINTED, Kind::Text, 12),
        (c::VALUE, Kind::Number, 12),
        (c::UNIT, Kind::Text, 9),
        (c::BOUND, Kind::Text, 7),
        (c::COMPARABLE, Kind::Text, 7),
        (c::REASON, Kind::Text, 22),
        (c::DOCUMENT, Kind::Text, 11),
        (c::ID, Kind::Text, 16),
    ];
    let is_in = rows.membership();
    let wanted = rows.state.focus.series.as_deref();
    let all = rows.book.ledger.series.iter();
    // A state that shows one series large takes that one along.
    let shown = all.filter(|series| wanted.is_none_or(|id| id == series.id));
    let points = shown.flat_map(|series| series.points.iter().map(move |point| (series, point)));
    let points = points.filter(|(_, point)| is_in[point.task as usize]);
    Sheet::table(m::take::sheet::SERIES, &columns, rows.lang())
        .with_rows(points.map(|(series, point)| point_row(rows, series, point)))
}

fn point_row(rows: Rows, series: &Series, point: &Point) -> Vec<Cell> {
    let (book, lang) = (rows.book, rows.lang());
    let name = if lang == Lang::En { &series.name_en } else { &series.name };
    let region = point.region.map(|region| book.region_name(region, lang).text);
    let reason = point.reason.map(|why| m::panel::reason(why, point.scope.as_deref(), lang));
    let document = &book.ledger.documents[point.document as usize];
    vec![
        Cell::text(&*series.id),
        Cell::text(&**name),
        Cell::Number(f64::from(point.year)),
        Cell::text(region.unwrap_or_else(|| m::take::PROVINCE.to(lang).to_owned())),
        word(Some(m::take::horizon(point.horizon)), lang),
        Cell::text(point.printed(book.ledger).map_or("", |words| &*words.text)),
        Cell::number(point.value),
        Cell::text(point.unit.as_deref().unwrap_or_default()),
        word(Some(m::take::bound_word(point.bound)), lang),
        yes_or_no(point.is_comparable(), lang),
        Cell::text(reason.unwrap_or_default()),
        Cell::text(book.document_name(document, lang).text),
        Cell::text(&*book.task(point.task).id),
    ]
}

fn yes_or_no(is_so: bool, lang: Lang) -> Cell {
    word(Some(if is_so { m::take::YES } else { m::take::NO }), lang)
}
