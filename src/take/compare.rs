//! 对比: the series shown large, the series of a place as the view shows them, and what became of
//! one slice in the other.

use engine::{Pair, TextRun, WordChange, changed_words};
use model::{Horizon, TaskIdx};

use super::Sheet;
use super::districts::series_link;
use super::sheet::Cell;
use super::source::{source_words, task_link};
use super::table::{Rows, Table, number};
use crate::book::Book;
use crate::messages::{self as m, compare as w, take as t, take::column as c};
use crate::slices::{Slices, whole_difference};
use crate::trends::{self, Large, Trends};

/// The sheets of the view.
pub(super) fn sheets(rows: Rows) -> Vec<Sheet> {
    let large = Large::of(rows.book, rows.state);
    let mut sheets: Vec<Sheet> = large.iter().map(|large| self::large(rows, large)).collect();
    let slices = Slices::of(rows.book, rows.state);
    sheets.push(series(rows));
    sheets.extend(slices.map(|slices| pairs(rows, &slices)));
    sheets
}

/// Every value of one series by region and year: a row a value, because a year can have several.
fn large(rows: Rows, large: &Large) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let title = Book::series_name(large.series, lang).text;
    let values = large.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut table = Table::titled(rows, title, values);
    table.column(c::REGION, 12, |point| rows.place_name(point.region));
    table.column(c::YEAR, 6, |point| point.year);
    table.word(c::HORIZON, 7, |point| t::horizon(point.horizon));
    table.column(c::PRINTED, 12, |point| point.printed(book.ledger).map(|words| &words.text));
    table.column(c::VALUE, 12, |point| point.value);
    table.column(c::UNIT, 9, |point| point.unit.as_ref());
    table.word(c::BOUND, 7, |point| t::bound_word(point.bound));
    table.word(c::COMPARABLE, 7, |point| t::yes_or_no(point.is_comparable()));
    table.column(c::REASON, 24, |point| {
        point.reason.map(|why| m::panel::reason(why, point.scope.as_deref(), lang))
    });
    table.column(c::TEXT, 40, |point| &book.task(point.task).text.text);
    table.source(|point| point.task);
    table.finish()
}

/// The series of the view's place in the view's order: number and printed words of each year,
/// the change between the last two that compare, and why others do not.
fn series(rows: Rows) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let trends = Trends::of(book, rows.state, rows.outcome);
    let place = book.region_name(trends.region, lang).text;
    let title = t::sheet::of(&place, t::sheet::YEARS, lang);
    let mut table = Table::titled(rows, title, &trends.rows);
    table.column(c::INDICATOR, 26, |trend| Book::series_name(trend.series, lang).text);
    table.column(c::UNIT, 8, |trend| &trend.series.unit);
    for (at, year) in trends.years.iter().enumerate() {
        let year = year.year.to_string();
        table.named(&year, 10, |trend| {
            // Another place's value is no number of this one's row; its words say whose it is.
            trend.cells[at].filter(|cell| !cell.is_elsewhere).map(|cell| cell.point.value)
        });
        table.named(&t::of_year(&year, c::PRINTED, lang), 11, |trend| {
            trend.cells[at].map(|cell| printed(rows, &cell))
        });
    }
    table.column(c::CHANGE, 10, |trend| trend.change.map(|change| change.difference()));
    table.column(c::RATIO_OF_CHANGE, 8, |trend| {
        Cell::share(trend.change.and_then(|change| change.ratio()))
    });
    table.column(c::YEARS, 11, |trend| {
        trend.change.map(|change| w::years(change.before.0, change.after.0))
    });
    table.column(c::REASON, 36, |trend| trend.why_not(book, lang).join("；"));
    table.column(c::LINK, 18, |trend| Cell::Link(series_link(rows, &trend.series.id)));
    table.finish()
}

/// The words of a value, behind whose it is where it is another place's, and by when where that
/// is not the year.
fn printed(rows: Rows, cell: &trends::Cell) -> String {
    let (point, lang) = (cell.point, rows.lang());
    let place = cell.is_elsewhere.then(|| rows.place_name(point.region));
    let is_far = point.horizon == Horizon::FiveYear;
    let horizon = is_far.then(|| m::panel::FIVE_YEAR.to(lang).to_owned());
    let words = point.printed(rows.book.ledger).map(|words| words.text.clone());
    let parts: Vec<_> = [place, horizon, words].into_iter().flatten().collect();
    parts.join(" ")
}

/// One of the two tasks of a [`Fate`].
type SideOf = fn(Fate) -> Option<TaskIdx>;

/// A task of the first slice, one of the second, or both.
#[derive(Clone, Copy)]
struct Fate {
    word: m::Words,
    before: Option<TaskIdx>,
    after: Option<TaskIdx>,
    pair: Option<Pair>,
}

/// What became of each task of the first slice, and what the second adds, as the view lists it.
fn pairs(rows: Rows, slices: &Slices) -> Sheet {
    let (book, lang) = (rows.book, rows.lang());
    let pairing = &slices.pairing;
    let both = |word: m::Words, pairs: &[Pair]| -> Vec<Fate> {
        let fate = |pair: &Pair| Fate {
            word,
            before: Some(pair.before),
            after: Some(pair.after),
            pair: Some(*pair),
        };
        pairs.iter().map(fate).collect()
    };
    let dropped = pairing.dropped.iter().map(|task| Fate {
        word: w::DROPPED,
        before: Some(*task),
        after: None,
        pair: None,
    });
    let added = pairing.added.iter().map(|task| Fate {
        word: w::ADDED,
        before: None,
        after: Some(*task),
        pair: None,
    });
    let mut fates = both(w::ADJUSTED, &pairing.adjusted);
    fates.extend(both(w::KEPT, &pairing.kept));
    fates.extend(dropped.chain(added));
    let mut table = Table::new(rows, t::sheet::PAIRS, fates);
    table.word(c::FATE, 7, |fate| fate.word);
    let sides: [(m::Words, SideOf); 2] = [(w::A, |fate| fate.before), (w::B, |fate| fate.after)];
    for (side, task) in sides {
        let head = |what: m::Words| t::of_side(side, what, lang);
        table.named(&head(c::NUMBER), 7, |fate| number(book.task(task(fate)?)));
        table.named(&head(c::TEXT), 42, |fate| Some(&book.task(task(fate)?).text.text));
    }
    table.column(c::REMOVED, 22, |fate| changed(rows, fate, WordChange::Removed));
    table.column(c::ADDED, 22, |fate| changed(rows, fate, WordChange::Added));
    table.column(c::CHANGE, 9, |fate| {
        fate.pair.and_then(|pair| whole_difference(book, &pair).ok()).map(|(change, _)| change)
    });
    table.column(c::UNIT, 7, |fate| {
        fate.pair.and_then(|pair| whole_difference(book, &pair).ok()).map(|(_, unit)| unit)
    });
    for (side, task) in sides {
        let head = |what: m::Words| t::of_side(side, what, lang);
        table.named(&head(c::SOURCE), 28, |fate| Some(source_words(rows, task(fate)?)));
        table.named(&head(c::LINK), 16, |fate| {
            task(fate).map_or(Cell::Empty, |task| Cell::Link(task_link(rows, task)))
        });
    }
    table.finish()
}

/// The words that only one of the two texts has, run by run.
fn changed(rows: Rows, fate: Fate, wanted: WordChange) -> Option<String> {
    let (before, after) = (rows.book.task(fate.before?), rows.book.task(fate.after?));
    let runs = changed_words(&before.text.text, &after.text.text);
    let words = runs.into_iter().filter(|run: &TextRun| run.change == wanted);
    Some(words.map(|run| run.text).collect::<Vec<_>>().join(" … "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::sheets::tests::{cell, made};

    #[test]
    fn a_place_has_its_series_by_year_with_the_change_between_those_that_compare() {
        let sheets = made("v=compare");
        assert_eq!(sheets[0].title, "嘉兴市历年指标");
        // 加装电梯: 200台 in 2022, 100台 in 2024.
        let lifts = |head: &str| cell(&sheets[0], "既有住宅加装电梯", head);
        let years = ["2021", "2022", "2023", "2024"].map(lifts);
        assert_eq!(years, [Cell::Empty, Cell::Number(200.0), Cell::Empty, Cell::Number(100.0)]);
        assert_eq!(lifts("增减"), Cell::Number(-100.0));
        assert_eq!(lifts("幅度"), Cell::Share(-0.5));
        // 2023 has no document of the city: 平湖市 states the growth of its own product.
        let growth = |head: &str| cell(&sheets[0], "地区生产总值增长", head);
        assert_eq!(growth("2023"), Cell::Empty);
        let Cell::Text(words) = growth("2023 原文值") else { panic!() };
        assert!(words.starts_with("平湖市 "), "{words}");
        assert_eq!(lifts("比较年份"), Cell::text("2022 → 2024"));
    }

    #[test]
    fn the_order_of_the_view_is_the_order_of_the_sheet() {
        let changes = &made("v=compare&o=change")[0];
        let at = changes.columns.iter().position(|column| column.title == "幅度").unwrap();
        let sizes: Vec<f64> = changes
            .rows
            .iter()
            .filter_map(|row| match row[at] {
                Cell::Share(ratio) => Some(ratio.abs()),
                _ => None,
            })
            .collect();
        assert!(sizes.len() > 5 && sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    }

    #[test]
    fn a_series_shown_large_is_taken_along_by_region_and_year() {
        let sheets = made("v=compare&i=lifts");
        assert_eq!(sheets[0].title, "既有住宅加装电梯");
        let of = |year: f64, place: &str| {
            let is_it =
                |row: &&Vec<Cell>| row[0] == Cell::text(place) && row[1] == Cell::Number(year);
            let row = sheets[0].rows.iter().find(is_it).unwrap();
            (row[3].clone(), row[4].clone(), row[7].clone())
        };
        let whole = (Cell::text("200"), Cell::Number(200.0), Cell::text("是"));
        assert_eq!(of(2022.0, "嘉兴市"), whole);
        assert_eq!(of(2024.0, "南湖区"), (Cell::text("12"), Cell::Number(12.0), Cell::text("是")));
    }

    #[test]
    fn a_pair_has_both_texts_and_the_words_that_changed() {
        let query =
            "v=compare&a=doc:jiaxing-2022;s:livelihood-city&b=doc:jiaxing-2024;s:livelihood-city";
        let sheets = made(query);
        let pairs = sheets.iter().find(|sheet| sheet.title == "两组对照").unwrap();
        // 35 tasks of 2022 and 48 of 2024, each once.
        let column = |title: &str| pairs.columns.iter().position(|it| it.title == title).unwrap();
        let n_of =
            |title: &str| pairs.rows.iter().filter(|row| row[column(title)] != Cell::Empty).count();
        assert_eq!((n_of("甲任务原文"), n_of("乙任务原文")), (35, 48));
        let text = Cell::text("全市既有住宅加装电梯200台");
        let row = pairs.rows.iter().find(|row| row[column("甲任务原文")] == text).unwrap();
        let at = |title: &str| row[column(title)].clone();
        assert_eq!(at("去向"), Cell::text("调整"));
        assert_eq!(at("乙任务原文"), Cell::text("完成既有住宅加装电梯100台。"));
        assert_eq!(at("乙没有的话"), Cell::text("全市 … 200"));
        assert_eq!(at("甲没有的话"), Cell::text("完成 … 100 … 。"));
        assert_eq!((at("增减"), at("计量单位")), (Cell::Number(-100.0), Cell::text("台")));
        assert_eq!(
            at("乙链接"),
            Cell::Link("?v=tasks&t=jiaxing-2024/livelihood-city/24".to_owned())
        );
    }
}
