//! 部门: who carries how much, who works with whom, and the sheets of the unit that the view shows.

use engine::Facet;
use model::{DepartmentIdx, Role};

use super::Sheet;
use super::districts::series_link;
use super::sheet::Cell;
use super::table::{Rows, Table};
use crate::book::Book;
use crate::loads::{Load, Loads, Named, YearLoad, counted_for};
use crate::messages::{self as m, departments as d, take as t, take::column as c};
use crate::pairs::{Pairs, sorted};
use crate::state::ViewState;
use crate::unit_profile::UnitProfile;

/// The sheets of the view: those of the unit whose profile is shown, or the two tables of all.
pub(super) fn sheets(rows: Rows) -> Vec<Sheet> {
    let key = rows.state.focus.unit.as_ref();
    let Some(unit) = key.and_then(|key| rows.book.engine.code(Facet::Unit, key)) else {
        return vec![loads(rows), together(rows)];
    };
    let profile = UnitProfile::of(rows.book, rows.state, unit as DepartmentIdx);
    vec![
        years_of(rows, &profile),
        led_by(rows, &profile),
        series_of(rows, &profile),
        family_of(rows, &profile),
    ]
}

fn name(rows: Rows, unit: DepartmentIdx) -> &'static str {
    &rows.book.ledger.departments[usize::from(unit)].name
}

fn region(rows: Rows, unit: DepartmentIdx) -> String {
    rows.place_name(Some(rows.book.ledger.departments[usize::from(unit)].region))
}

/// One of the counts of a year.
type CountOf = fn(&YearLoad) -> u32;

/// What each unit leads and helps with, year by year, in the view's order.
fn loads(rows: Rows) -> Sheet {
    let loads = Loads::of(rows.book, rows.state);
    let mut table = Table::new(rows, t::sheet::LOADS, &loads.rows);
    table.column(c::DEPARTMENT, 18, |load| name(rows, load.unit));
    table.column(c::REGION, 10, |load| region(rows, load.unit));
    for (at, year) in loads.years.iter().enumerate() {
        let year = year.to_string();
        let counts: [(m::Words, CountOf); 2] =
            [(c::LEADS, |year| year.leads), (c::SUPPORTS, |year| year.supports)];
        for (what, count) in counts {
            let head = t::of_year(&year, what, rows.lang());
            // A year without a document of the unit's place is empty and not zero.
            table.named(&head, 7, |load| load.years[at].as_ref().map(count));
        }
    }
    add_totals(&mut table, |load| load);
    table.link(|load| counted_for(rows.book, &loads.list, load.unit, Named::Lead, None));
    table.finish()
}

/// The totals of a load, and which part of what the unit leads states a quantity.
fn add_totals<'l, R: Copy>(table: &mut Table<R>, load: impl Fn(R) -> &'l Load) {
    table.column(c::ALL_LED, 8, |record| load(record).leads);
    table.column(c::ALL_SUPPORTED, 8, |record| load(record).supports);
    table.column(c::TARGETED, 9, |record| load(record).targeted);
    table.column(c::TARGETED_PART, 9, |record| Cell::share(load(record).targeted_part()));
}

/// Who leads tasks that name whom, in the view's order.
fn together(rows: Rows) -> Sheet {
    let pairs = Pairs::of(rows.book, rows.state);
    let sorted = sorted(rows.book, &pairs.found, rows.state.focus.pairs);
    let mut table = Table::new(rows, t::sheet::TOGETHER, sorted);
    table.column(c::PAIR_LEAD, 20, |pair| name(rows, pair.lead));
    table.column(c::PARTNER, 20, |pair| name(rows, pair.partner));
    table.column(c::N_TASKS, 8, |pair| pair.n);
    table.link(|pair| pairs.tasks(rows.book, pair));
    table.finish()
}

fn title_of(rows: Rows, profile: &UnitProfile, what: m::Words) -> String {
    t::sheet::of(name(rows, profile.load.unit), what, rows.lang())
}

/// What the unit leads and helps with, a row a year.
fn years_of(rows: Rows, profile: &UnitProfile) -> Sheet {
    let years = profile.years.iter().zip(&profile.load.years);
    let years = years.filter_map(|(year, load)| Some((*year, load.as_ref()?)));
    let mut table = Table::titled(rows, title_of(rows, profile, t::sheet::LOAD_BY_YEAR), years);
    table.column(c::YEAR, 7, |(year, _)| year);
    table.column(c::LEADS, 8, |(_, load)| load.leads);
    table.column(c::SUPPORTS, 8, |(_, load)| load.supports);
    table.link(|(year, _)| {
        counted_for(rows.book, &profile.list, profile.load.unit, Named::Lead, Some(year))
    });
    table.finish()
}

/// What the unit leads, the latest year first, with the quantities to reach.
fn led_by(rows: Rows, profile: &UnitProfile) -> Sheet {
    let book = rows.book;
    let led = profile.led.iter().flat_map(|year| &year.tasks);
    let mut table = Table::titled(rows, title_of(rows, profile, t::sheet::LED), led);
    table.place(|led| led.task);
    table.column(c::TEXT, 44, |led| &book.task(led.task).text.text);
    table.column(c::TARGETS, 30, |led| {
        let targets = led.targets.iter().map(|at| &book.ledger.targets[*at]);
        let words = targets.map(|found| format!("{} {}", found.indicator, found.printed.text));
        words.collect::<Vec<_>>().join("；")
    });
    table.word(c::STATE, 8, |led| led.state.map(m::state));
    table.column(c::SUPPORTS, 24, |led| rows.units(led.task, Role::Support));
    table.source(|led| led.task);
    table.finish()
}

/// The indicators of what it leads that another year has as well, as printed.
fn series_of(rows: Rows, profile: &UnitProfile) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let title = title_of(rows, profile, t::sheet::AGAIN);
    let mut table = Table::titled(rows, title, &profile.series);
    table.column(c::INDICATOR, 30, |row| {
        Book::series_name(&book.ledger.series[row.series], lang).text
    });
    for (at, (year, _)) in profile.span.iter().enumerate() {
        table.named(&year.to_string(), 14, |row| {
            let point = &book.ledger.series[row.series].points[row.points[at]?];
            let words = &point.printed(book.ledger)?.text;
            let sign = if point.is_comparable() { "" } else { d::NOT_COMPARABLE_SIGN.to(lang) };
            Some(format!("{words} {sign}").trim_end().to_owned())
        });
    }
    table.column(c::LINK, 18, |row| {
        Cell::Link(series_link(rows, &book.ledger.series[row.series].id))
    });
    table.finish()
}

/// The city's office and its counterparts in the counties: how many tasks name each, and its load
/// by year.
fn family_of(rows: Rows, profile: &UnitProfile) -> Sheet {
    let load = |unit: DepartmentIdx| Loads::of_unit(rows.book, rows.state, unit);
    let loads: Vec<Load> = profile.family.iter().map(|(unit, _)| load(*unit)).collect();
    let members = profile.family.iter().zip(&loads);
    let members = members
        .map(|((_, named), load)| -> (&ViewState, u32, &Load) { (&named.list, named.n, load) });
    let mut table = Table::titled(rows, title_of(rows, profile, t::sheet::FAMILY), members);
    table.column(c::DEPARTMENT, 18, |(.., load)| name(rows, load.unit));
    table.column(c::REGION, 10, |(.., load)| region(rows, load.unit));
    table.column(c::N_NAMED, 9, |(_, n, _)| n);
    add_totals(&mut table, |(.., load)| load);
    table.link(|(list, ..)| list);
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::sheets::tests::{cell, made};

    #[test]
    fn a_load_is_counted_by_year_and_a_year_without_a_document_is_empty() {
        let sheets = made("v=departments");
        let titles: Vec<_> = sheets.iter().take(3).map(|sheet| &*sheet.title).collect();
        assert_eq!(titles, ["部门担子", "部门搭档", "任务"]);
        // 海盐县 2022: 县教育局 alone answers for 七-1 and leads the projects 一 and 二; all three
        // state quantities (3000个, 21所, 7所).
        let load = |head: &str| cell(&sheets[0], "县教育局", head);
        assert_eq!((load("2022 牵头"), load("2022 配合")), (Cell::Number(3.0), Cell::Number(0.0)));
        assert_eq!((load("2021 牵头"), load("2024 配合")), (Cell::Empty, Cell::Empty));
        assert_eq!((load("牵头合计"), load("有目标值占比")), (Cell::Number(3.0), Cell::Share(1.0)));
        assert_eq!(load("链接"), Cell::Link("?v=tasks&lead=hy-jyj".to_owned()));
    }

    #[test]
    fn a_pair_counts_the_tasks_that_one_leads_and_the_other_is_named_for() {
        let pairs = &made("v=departments&doc=haiyan-2022")[1];
        // 二-5 and 二-7 name 县住建局 first, then 武原街道.
        let is_it =
            |row: &&Vec<Cell>| row[0] == Cell::text("县住建局") && row[1] == Cell::text("武原街道");
        assert_eq!(pairs.rows.iter().find(is_it).unwrap()[2], Cell::Number(2.0));
    }

    #[test]
    fn a_unit_has_its_years_its_tasks_and_its_counterparts() {
        let sheets = made("v=departments&of=jx-jyj");
        let titles: Vec<_> = sheets.iter().take(4).map(|sheet| &*sheet.title).collect();
        let expected =
            ["历年担子", "牵头", "历年指标", "上下对口"].map(|what| format!("市教育局{what}"));
        assert_eq!(titles, expected);
        // What it leads by year is what is listed.
        let at = |sheet: usize, year: f64| {
            let of_year = |row: &&Vec<Cell>| row.contains(&Cell::Number(year));
            sheets[sheet].rows.iter().filter(of_year).count()
        };
        let led = sheets[0].rows.iter().find(|row| row[0] == Cell::Number(2024.0)).unwrap();
        assert_eq!(led[1], Cell::Number(at(1, 2024.0) as f64));
        // 新建中小学: 7所 in 2022 and in 2024.
        let schools = |head: &str| cell(&sheets[2], "新建中小学", head);
        assert_eq!((schools("2022"), schools("2024")), (Cell::text("7"), Cell::text("7")));
        let names: Vec<_> = sheets[3].rows.iter().map(|row| row[0].clone()).collect();
        assert_eq!(names, ["市教育局", "县教育局", "教育局"].map(Cell::text));
    }
}
