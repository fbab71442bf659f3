//! 区县: the allocation matrix as the view shows it, and the sheets of the region it shows.

use engine::Facet;
use model::{Allocation, RegionIdx, Role, TargetRole, TaskIdx};

use super::Sheet;
use super::sheet::{Cell, digits};
use super::source::link;
use super::table::{Rows, Table};
use crate::changes::{Change, Changes, Gap};
use crate::messages::{self as m, districts as d, take as t, take::column as c};
use crate::region_profile::RegionProfile;
use crate::resolve;
use crate::shares::{self, Matrix, Row, place};
use crate::state::{Cells, Focus, View, ViewState};
use crate::sums::{ShareSum, Verdict};

/// The sheets of the view: those of the region whose profile is shown, then the matrix.
pub(super) fn sheets(rows: Rows) -> Vec<Sheet> {
    let changes = Changes::of(rows.book.ledger);
    let key = rows.state.focus.region.as_ref();
    let region = key.and_then(|key| rows.book.engine.code(Facet::Region, key));
    let mut sheets = Vec::new();
    if let Some(region) = region {
        let profile = RegionProfile::of(rows.book, rows.state, region as RegionIdx);
        sheets.push(shares_of(rows, &profile, &changes));
        sheets.push(series_of(rows, &profile));
        sheets.push(named(rows, &profile));
    }
    let matrix = Matrix::of(rows.book, rows.state);
    let is_single = matrix.n_tables() == 1;
    let tables = matrix.tables(rows.book);
    sheets.extend(tables.map(|table| self::matrix(rows, &table, &changes, is_single)));
    sheets
}

/// The tasks of one place's documents by region. `/` stays `/`; a cell whose words are not just
/// its number has them in a column of their own.
fn matrix(rows: Rows, found: &shares::Table, changes: &Changes, is_single: bool) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let cells = rows.state.focus.cells;
    let title = t::sheet::matrix(cells);
    let title = if is_single {
        title.to(lang).to_owned()
    } else {
        t::sheet::of(&book.region_name(found.region, lang).text, title, lang)
    };
    let all = found.groups.iter().flat_map(|group| &group.rows);
    let at = |row: &Row, at: Option<usize>| Some(&book.task(row.task).allocations[at?]);
    let mut table = Table::titled(rows, title, all);
    table.place(|row| row.task);
    table.column(c::TEXT, 40, |row| &book.task(row.task).text.text);
    table.column(c::UNIT, 7, |row| unit_of(rows, row));
    table.column(c::TOTAL_PRINTED, 9, |row| at(row, row.total).map(|cell| &cell.printed.text));
    table.column(c::TOTAL, 9, |row| match cells {
        Cells::Amount | Cells::Share => at(row, row.total).map_or(Cell::Empty, amount),
        Cells::Change => change_cell(row, row.total, changes),
    });
    for (column, region) in found.columns.iter().enumerate() {
        let name = book.region_name(region.region, lang).text;
        table.named(&name, 9, |row| {
            let Some(cell) = at(row, row.cells[column]) else { return Cell::Empty };
            match cells {
                Cells::Amount => amount(cell),
                _ if cell.is_none() => (&cell.printed.text).into(),
                Cells::Share => Cell::share(row.part(cell)),
                Cells::Change => change_cell(row, row.cells[column], changes),
            }
        });
    }
    if cells == Cells::Change {
        let change = |row: &Row| row_change(row, changes);
        table.word(c::CHANGE_UNIT, 8, |row| change(row).ok().map(|change| change_unit(&change)));
        table.column(c::AGAINST, 7, |row| change(row).ok().map(|change| change.year));
        table.word(c::NO_CHANGE, 12, |row| change(row).err().map(d::gap));
    } else {
        table.column(c::SUM, 9, |row| match row.sum {
            ShareSum::Added { sum, .. } => Some(sum),
            ShareSum::NotAdded(_) => None,
        });
        table.column(c::OFF, 8, |row| match row.sum {
            ShareSum::Added { verdict: Verdict::Differs { difference }, .. } => Some(difference),
            _ => None,
        });
        table.word(c::SUM_NOTE, 9, |row| match row.sum {
            ShareSum::Added { verdict: Verdict::Agrees, .. } => t::SUM_AGREES,
            ShareSum::Added { verdict: Verdict::Differs { .. }, .. } => t::SUM_DIFFERS,
            ShareSum::Added { verdict: Verdict::NoTotal, .. } => t::NO_TOTAL,
            ShareSum::NotAdded(reason) => d::not_added(reason),
        });
        table.column(c::CELLS_PRINTED, 30, |row| printed_otherwise(rows, row));
    }
    table.source(|row| row.task);
    table.finish()
}

/// The number of a cell; its words where it has none, `/` among them.
fn amount(cell: &Allocation) -> Cell {
    match &cell.reading {
        Some(reading) => reading.value.into(),
        None => (&cell.printed.text).into(),
    }
}

/// The words of the cells whose number is not all that they print, each behind its regions.
fn printed_otherwise(rows: Rows, row: &Row) -> String {
    let cells = row.total.iter().chain(row.cells.iter().flatten());
    let cells = cells.map(|at| &rows.book.task(row.task).allocations[*at]);
    let otherwise: Vec<&Allocation> = cells
        .filter(|cell| {
            let reading = cell.reading.as_ref();
            reading.is_some_and(|reading| digits(reading.value) != cell.printed.text)
        })
        .collect();
    let alike = otherwise.chunk_by(|one, next| one.printed.text == next.printed.text);
    let words = alike.map(|cells| {
        let names = cells.iter().map(|cell| rows.place_name(Some(cell.region)));
        let names: Vec<_> = names.collect();
        format!("{} {}", names.join(m::comma(rows.lang())), cells[0].printed.text)
    });
    words.collect::<Vec<_>>().join("；")
}

/// The unit that the cells print; where they print none, that of the quantity of the task's text
/// that is the total.
fn unit_of(rows: Rows, row: &Row) -> Option<&'static str> {
    let book = rows.book;
    let readings = book.task(row.task).allocations.iter().filter_map(|cell| cell.reading.as_ref());
    if let Some(unit) = readings.into_iter().find_map(|reading| reading.unit.as_deref()) {
        return Some(unit);
    }
    let total = book.task(row.task).allocations.get(row.total?)?.reading.as_ref()?.value;
    let targets = &book.ledger.targets[book.targets_of(row.task)];
    let mut units = targets
        .iter()
        .filter(|target| {
            target.role == TargetRole::Target && target.value.total_cmp(&total).is_eq()
        })
        .map(|target| target.unit.as_deref());
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)?
}

/// How the cell at `at` changed: a share in percent of an amount, a number in points.
fn change_cell(row: &Row, at: Option<usize>, changes: &Changes) -> Cell {
    let change = at.and_then(|at| changes.at(row.task, at).ok());
    change.map_or(Cell::Empty, |change| changed(&change))
}

fn changed(change: &Change) -> Cell {
    match change.percent() {
        Some(percent) => Cell::share(Some(percent / 100.0)),
        None => change.difference().into(),
    }
}

fn change_unit(change: &Change) -> m::Words {
    match change.percent() {
        Some(_) => t::PERCENT,
        None if change.is_points => t::POINTS,
        None => t::AS_COUNTED,
    }
}

/// The first change of a row, or why it has none: a reason says more than that nothing follows
/// the figure.
fn row_change(row: &Row, changes: &Changes) -> Result<Change, Gap> {
    let cells = row.total.iter().chain(row.cells.iter().flatten());
    let mut why = Gap::NotFollowed;
    for at in cells {
        match changes.at(row.task, *at) {
            Ok(change) => return Ok(change),
            Err(gap) if why == Gap::NotFollowed => why = gap,
            Err(_) => {}
        }
    }
    Err(why)
}

/// Every share of a region: printed, as a part, its place among the districts, its change.
fn shares_of(rows: Rows, profile: &RegionProfile, changes: &Changes) -> Sheet {
    let book = rows.book;
    let all = profile.groups.iter().flat_map(|group| &group.rows);
    let all = all.filter_map(|row| Some((row, profile.cell(book, row.task)?)));
    let cell = |(row, at): (&Row, usize)| &book.task(row.task).allocations[at];
    let place = |(row, _): (&Row, usize)| place(book, row, profile.region);
    let change = |(row, at): (&Row, usize)| changes.at(row.task, at);
    let mut table = Table::titled(rows, title_of(rows, profile, t::sheet::SHARES), all);
    table.place(|(row, _)| row.task);
    table.column(c::TEXT, 40, |(row, _)| &book.task(row.task).text.text);
    table.column(c::UNIT, 7, |(row, _)| unit_of(rows, row));
    table.column(c::TOTAL_PRINTED, 9, |(row, _)| {
        row.total.map(|total| &book.task(row.task).allocations[total].printed.text)
    });
    table.column(c::PRINTED, 9, |row| &cell(row).printed.text);
    table.column(c::SHARE, 9, |row| cell(row).reading.as_ref().map(|reading| reading.value));
    table.column(c::PART_OF_TOTAL, 7, |row| Cell::share(row.0.part(cell(row))));
    table.column(c::PLACE, 6, |row| place(row).map(|place| place.n as u32));
    table.column(c::PLACE_OF, 7, |row| place(row).map(|place| place.of as u32));
    table.word(c::IS_TIED, 6, |row| place(row).map(|place| t::yes_or_no(place.is_tied)));
    table.column(c::CHANGE, 8, |row| change(row).map_or(Cell::Empty, |change| changed(&change)));
    table.word(c::CHANGE_UNIT, 8, |row| change(row).ok().map(|change| change_unit(&change)));
    table.column(c::AGAINST, 7, |row| change(row).ok().map(|change| change.year));
    table.word(c::NO_CHANGE, 12, |row| change(row).err().map(d::gap));
    table.source(|(row, _)| row.task);
    table.finish()
}

fn title_of(rows: Rows, profile: &RegionProfile, what: m::Words) -> String {
    let name = rows.book.region_name(profile.region, rows.lang()).text;
    t::sheet::of(&name, what, rows.lang())
}

/// The indicators of which the region has comparable shares, year by year.
fn series_of(rows: Rows, profile: &RegionProfile) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let title = title_of(rows, profile, t::sheet::SHARES_BY_YEAR);
    let series = |row: &crate::region_profile::SeriesOfRegion| &book.ledger.series[row.series];
    let change = |row| profile.last_change(book, row);
    let mut table = Table::titled(rows, title, &profile.series);
    table.column(c::INDICATOR, 30, |row| crate::book::Book::series_name(series(row), lang).text);
    table.column(c::UNIT, 8, |row| &series(row).unit);
    for (at, year) in profile.years.iter().enumerate() {
        table.named(&year.year.to_string(), 10, |row| row.points[at].map(|(value, _)| value));
    }
    table.column(c::CHANGE, 8, |row| change(row).map_or(Cell::Empty, |change| changed(&change)));
    table.word(c::CHANGE_UNIT, 8, |row| change(row).map(|change| change_unit(&change)));
    table.column(c::AGAINST, 7, |row| change(row).map(|change| change.year));
    table.column(c::LINK, 18, |row| Cell::Link(series_link(rows, &series(row).id)));
    table.finish()
}

/// The address that shows a series large.
pub(super) fn series_link(rows: Rows, id: &str) -> String {
    let focus = Focus { series: Some(id.to_owned()), ..Focus::default() };
    let page = ViewState { lang: rows.lang(), ..ViewState::default() };
    link(rows, &ViewState { focus, ..page.blank(View::Compare) })
}

/// The tasks that name the region's government, and how.
fn named(rows: Rows, profile: &RegionProfile) -> Sheet {
    let book = rows.book;
    let list = rows.state.in_view(View::Tasks).without(Facet::Region);
    let listed = book.engine.run(&resolve::query(book, &list)).rows;
    let roles = |task: TaskIdx| {
        let mentions = book.task(task).mentions.iter();
        mentions.filter(|mention| {
            let id = &book.ledger.departments[mention.department as usize].id;
            profile.governments.contains(id)
        })
    };
    let role = |task: TaskIdx| roles(task).map(|mention| mention.role).min();
    let shown = listed.into_iter().filter_map(|task| Some((task, role(task)?)));
    let mut table = Table::titled(rows, title_of(rows, profile, t::sheet::NAMED), shown);
    table.place(|(task, _)| task);
    table.column(c::TEXT, 48, |(task, _)| &book.task(task).text.text);
    table.word(c::ROLE, 7, |(_, role)| match role {
        Role::Lead => m::LEAD,
        Role::Support => m::SUPPORT,
    });
    table.column(c::LEADS, 16, |(task, _)| rows.units(task, Role::Lead));
    table.source(|(task, _)| task);
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::sheets::tests::{cell, made};

    #[test]
    fn the_matrix_holds_what_the_document_prints() {
        // 2024, 市政府民生实事 24: 完成既有住宅加装电梯100台. 南湖区 12.
        let sheets = made("v=districts&y=2024");
        let matrix = &sheets[0];
        assert_eq!(matrix.title, "区县数量");
        let of_lifts = |head: &str| cell(matrix, "jiaxing-2024/livelihood-city/24", head);
        assert_eq!(of_lifts("编号"), Cell::text("24"));
        assert_eq!(of_lifts("计量单位"), Cell::text("台"));
        assert_eq!(of_lifts("全市原文"), Cell::text("100"));
        assert_eq!(of_lifts("南湖区"), Cell::Number(12.0));
        assert_eq!(of_lifts("各处相加"), Cell::Number(100.0));
        assert_eq!(of_lifts("相加情况"), Cell::text("相符"));
        assert_eq!(of_lifts("各格原文（与数不同的）"), Cell::Empty);
    }

    #[test]
    fn no_share_stays_a_slash_and_a_rough_figure_keeps_its_words() {
        let sheets = made("v=districts&y=2021");
        let matrix = &sheets[0];
        // 2021, 市政府民生实事 6: 约64万, of which 约72500 in the first column.
        let rough = |head: &str| cell(matrix, "jiaxing-2021/livelihood-city/6", head);
        assert_eq!(rough("全市"), Cell::Number(640_000.0));
        assert_eq!(rough("全市原文"), Cell::text("约64万"));
        let Cell::Text(words) = rough("各格原文（与数不同的）") else { panic!() };
        assert!(words.starts_with("嘉兴市 约64万；"), "{words}");
        assert!(words.contains(" 约72500；"), "{words}");
        assert_eq!(rough("相加情况"), Cell::text("约数"));
        let slashes = matrix.rows.iter().flatten().filter(|found| **found == Cell::text("/"));
        assert!(slashes.count() > 20);
        let zeros = matrix.rows.iter().flatten().filter(|found| **found == Cell::Number(0.0));
        assert_eq!(zeros.count(), 0);
    }

    #[test]
    fn the_matrix_follows_what_the_cells_show() {
        let share = &made("v=districts&y=2024&cells=share")[0];
        let lifts = "jiaxing-2024/livelihood-city/24";
        assert_eq!(cell(share, lifts, "南湖区"), Cell::Share(0.12));
        // 2022 gave each district 26 of 200: 12 is 14 less.
        let change = &made("v=districts&y=2024&cells=change")[0];
        assert_eq!(cell(change, lifts, "南湖区"), Cell::Share((12.0 - 26.0) / 26.0));
        assert_eq!(cell(change, lifts, "全市"), Cell::Share(-0.5));
        assert_eq!(cell(change, lifts, "比何年"), Cell::Number(2022.0));
        assert_eq!(cell(change, lifts, "增减单位"), Cell::text("百分比"));
    }

    #[test]
    fn a_region_has_its_shares_with_their_places_and_its_years() {
        let sheets = made("v=districts&in=nh");
        let titles: Vec<_> = sheets.iter().take(4).map(|sheet| &*sheet.title).collect();
        assert_eq!(titles, ["南湖区份额", "南湖区历年份额", "南湖区政府被点名", "区县数量"]);
        // 2022 gave each of the seven districts 26, in the table's 19: all have the first place.
        let lifts = |head: &str| cell(&sheets[0], "jiaxing-2022/livelihood-city/19", head);
        assert_eq!((lifts("份额"), lifts("位次")), (Cell::Number(26.0), Cell::Number(1.0)));
        assert_eq!((lifts("共几处"), lifts("并列")), (Cell::Number(7.0), Cell::text("是")));
        assert_eq!(
            (lifts("占比"), lifts("没有增减的原因")),
            (Cell::Share(0.13), Cell::text("此前没有"))
        );
        let years = |head: &str| cell(&sheets[1], "既有住宅加装电梯", head);
        let expected = [Cell::Empty, Cell::Number(26.0), Cell::Empty, Cell::Number(12.0)];
        assert_eq!(["2021", "2022", "2023", "2024"].map(years), expected);
        assert_eq!(years("链接"), Cell::Link("?v=compare&i=lifts".to_owned()));
        // 南湖区政府 stands among the units of four numbers of 2024, and in no other document.
        let named: Vec<_> = sheets[2].rows.iter().map(|row| &row[4]).collect();
        assert_eq!(named, ["12", "14", "33", "64"].map(Cell::text).iter().collect::<Vec<_>>());
    }
}
