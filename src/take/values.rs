//! The figures of the tasks: what is to be reached, how it is shared out, and how an indicator
//! runs through the years. Each stands as printed and as read.

use super::Sheet;
use super::table::{Rows, Table};
use crate::book::Book;
use crate::messages::{self as m, take::column as c};

/// 目标值: the quantities in the texts of the tasks.
pub(super) fn targets(rows: Rows) -> Sheet {
    let is_in = rows.membership_of_texts();
    let all = rows.book.ledger.targets.iter();
    let shown = all.filter(|target| is_in[target.task as usize]);
    let mut table = Table::new(rows, m::take::sheet::TARGETS, shown);
    table.place(|target| target.task);
    table.column(c::INDICATOR, 24, |target| &target.indicator);
    table.column(c::PRINTED, 12, |target| &target.printed.text);
    table.column(c::VALUE, 12, |target| target.value);
    table.column(c::VALUE_MAX, 9, |target| target.value_max);
    table.column(c::UNIT, 9, |target| target.unit.as_ref());
    table.word(c::BOUND, 7, |target| m::take::bound_word(target.bound));
    table.word(c::KIND, 7, |target| m::target_kind(target.kind));
    table.word(c::DIRECTION, 6, |target| target.direction.map(m::take::direction));
    table.word(c::ROLE, 7, |target| m::take::target_role(target.role));
    table.word(c::HORIZON, 7, |target| m::take::horizon(target.horizon));
    table.source(|target| target.task);
    table.finish()
}

/// 分解: the cells of the allocation tables, one row a cell.
pub(super) fn allocations(rows: Rows) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let cells = rows
        .outcome
        .rows
        .iter()
        .flat_map(|task| book.task(*task).allocations.iter().map(move |share| (*task, share)));
    let mut table = Table::new(rows, m::take::sheet::ALLOCATIONS, cells);
    table.place(|(task, _)| task);
    table.column(c::TEXT, 44, |(task, _)| &book.task(task).text.text);
    table.column(c::REGION, 11, |(_, share)| book.region_name(share.region, lang).text);
    table.word(c::IS_TOTAL, 7, |(_, share)| m::take::yes_or_no(share.is_total));
    table.column(c::PRINTED, 12, |(_, share)| &share.printed.text);
    table.column(c::VALUE, 12, |(_, share)| share.reading.as_ref().map(|read| read.value));
    table.column(c::UNIT, 9, |(_, share)| {
        share.reading.as_ref().and_then(|read| read.unit.as_ref())
    });
    table.word(c::BOUND, 7, |(_, share)| {
        share.reading.as_ref().map(|read| m::take::bound_word(read.bound))
    });
    table.word(c::COLUMN_RULE, 10, |(_, share)| {
        if share.region_inferred { m::take::HEADER_INFERRED } else { m::take::HEADER_PRINTED }
    });
    table.source(|(task, _)| task);
    table.finish()
}

/// 历年: the points of the series whose tasks are in the filter.
pub(super) fn series(rows: Rows) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let is_in = rows.membership();
    let wanted = rows.state.focus.series.as_deref();
    let all = book.ledger.series.iter();
    // A state that shows one series large takes that one along.
    let shown = all.filter(|series| wanted.is_none_or(|id| id == series.id));
    let points = shown.flat_map(|series| series.points.iter().map(move |point| (series, point)));
    let points = points.filter(|(_, point)| is_in[point.task as usize]);
    let mut table = Table::new(rows, m::take::sheet::SERIES, points);
    table.column(c::SERIES_ID, 16, |(series, _)| &series.id);
    table.column(c::INDICATOR, 24, |(series, _)| Book::series_name(series, lang).text);
    table.column(c::YEAR, 6, |(_, point)| point.year);
    table.column(c::REGION, 11, |(_, point)| rows.place_name(point.region));
    table.word(c::HORIZON, 7, |(_, point)| m::take::horizon(point.horizon));
    table.column(c::PRINTED, 12, |(_, point)| point.printed(book.ledger).map(|words| &words.text));
    table.column(c::VALUE, 12, |(_, point)| point.value);
    table.column(c::UNIT, 9, |(_, point)| point.unit.as_ref());
    table.word(c::BOUND, 7, |(_, point)| m::take::bound_word(point.bound));
    table.word(c::COMPARABLE, 7, |(_, point)| m::take::yes_or_no(point.is_comparable()));
    table.column(c::REASON, 22, |(_, point)| {
        point.reason.map(|why| m::panel::reason(why, point.scope.as_deref(), lang))
    });
    table.column(c::DOCUMENT, 11, |(_, point)| {
        book.document_name(&book.ledger.documents[point.document as usize], lang).text
    });
    table.column(c::ID, 16, |(_, point)| &book.task(point.task).id);
    table.source(|(_, point)| point.task);
    table.finish()
}
