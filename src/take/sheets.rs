//! The tables of a state: which there are in which view, the view's own first.

use engine::Outcome;

use super::pace::{Pace, Step, Stopped};
use super::table::Rows;
use super::{Sheet, compare, departments, districts, documents, findings, meeting, tasks, values};
use crate::book::Book;
use crate::state::{View, ViewState};

/// The tables of `state`, whose answer is `outcome`; the one that its view shows stands first.
/// `base` is the page's own address without its query, where it has one that others can open.
///
/// A table without rows is left out, except for the first, whose emptiness is an answer.
pub(super) async fn sheets(
    book: Book,
    state: &ViewState,
    outcome: &Outcome,
    base: Option<&str>,
    pace: &dyn Pace,
) -> Result<Vec<Sheet>, Stopped> {
    let rows = Rows { book, state, outcome, base };
    let mut makers: [fn(Rows) -> Sheet; 7] = [
        tasks::tasks,
        values::targets,
        values::allocations,
        tasks::progress,
        values::series,
        findings::findings,
        documents::documents,
    ];
    // Which of them its view shows, and the tables that are the view's alone.
    let (first, own) = match state.view {
        View::Overview | View::Tasks | View::Kiosk | View::About => (0, Vec::new()),
        View::Departments => (0, departments::sheets(rows)),
        View::Districts => (2, districts::sheets(rows)),
        View::Progress => (3, vec![meeting::meeting(rows)]),
        View::Compare => (4, compare::sheets(rows)),
        View::Checks => (5, Vec::new()),
    };
    makers[..=first].rotate_right(1);
    let mut sheets: Vec<Sheet> = own.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    for make in makers {
        let step = Step { nth: 0, n: makers.len(), title: String::new(), share: 0.0 };
        pace.at(&step).await?;
        let sheet = make(rows);
        if sheets.is_empty() || !sheet.rows.is_empty() {
            sheets.push(sheet);
        }
    }
    Ok(sheets)
}

#[cfg(test)]
pub(super) mod tests {
    use model::TaskIdx;

    use super::*;
    use crate::resolve;
    use crate::take::pace::tests::{Hurry, at_once};
    use crate::take::sheet::Cell;

    /// The sheets of a link.
    pub(in crate::take) fn made(query: &str) -> Vec<Sheet> {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let outcome = book.engine.run(&resolve::query(book, &state));
        at_once(sheets(book, &state, &outcome, None, &Hurry::default())).unwrap()
    }

    /// The cell of the row that begins with `first`, in the column with this head.
    pub(in crate::take) fn cell(sheet: &Sheet, first: &str, head: &str) -> Cell {
        let row = sheet.rows.iter().find(|row| row[0] == Cell::text(first)).unwrap();
        let at = sheet.columns.iter().position(|column| column.title == head).unwrap();
        row[at].clone()
    }

    fn titles(query: &str) -> Vec<String> {
        made(query).into_iter().map(|sheet| sheet.title).collect()
    }

    fn column(sheet: &Sheet, title: &str) -> Vec<Cell> {
        let at = sheet.columns.iter().position(|column| column.title == title).unwrap();
        sheet.rows.iter().map(|row| row[at].clone()).collect()
    }

    #[test]
    fn the_table_that_the_view_shows_stands_first() {
        let all = ["任务", "目标值", "分解", "完成情况", "历年", "核验", "文件"];
        assert_eq!(titles("v=tasks"), all);
        assert_eq!(titles("v=progress")[..2], ["进度清单", "完成情况"]);
        assert_eq!(titles("v=districts")[..2], ["区县数量", "分解"]);
        assert_eq!(titles("v=compare")[..3], ["嘉兴市历年指标", "两组对照", "历年"]);
        assert_eq!(titles("v=checks&lang=en")[0], "Checks");
    }

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        for query in ["", "lang=en", "y=2023"] {
            for sheet in made(query) {
                let n_columns = sheet.columns.len();
                assert!(sheet.rows.iter().all(|row| row.len() == n_columns), "{}", sheet.title);
            }
        }
    }

    #[test]
    fn the_filter_acts_in_every_table() {
        // Year 2023 has one document of 138 tasks and no allocation table.
        let sheets = made("v=tasks&y=2023");
        assert!(sheets.iter().all(|sheet| sheet.title != "分解"));
        assert_eq!(sheets[0].rows.len(), 138);
        for sheet in &sheets {
            let years = column(sheet, "年度");
            assert!(years.iter().all(|year| *year == Cell::Number(2023.0)), "{}", sheet.title);
        }
    }

    #[test]
    fn nothing_found_is_an_empty_list_and_no_other_table() {
        let sheets = made("v=tasks&q=没有这样的任务");
        assert_eq!(sheets.len(), 1);
        assert!(sheets[0].rows.is_empty());
    }

    #[test]
    fn a_text_carried_down_brings_the_quantities_of_the_row_that_prints_it() {
        let book = Book::open().unwrap();
        let ledger = book.ledger;
        let has_target =
            |task: usize| ledger.targets.iter().any(|found| found.task as usize == task);
        let carried = (1..ledger.tasks.len()).find(|task| {
            let is_first = !ledger.tasks[task - 1].text_carried;
            ledger.tasks[*task].text_carried && is_first && has_target(task - 1)
        });
        let carried = carried.unwrap();
        let state = ViewState::default();
        let outcome = Outcome { rows: vec![carried as TaskIdx], ..Outcome::default() };
        let rows = Rows { book, state: &state, outcome: &outcome, base: None };
        let ids = column(&values::targets(rows), "任务编码");
        assert!(ids.contains(&Cell::text(&*ledger.tasks[carried - 1].id)));
    }

    #[test]
    fn a_wider_tolerance_changes_the_states() {
        let n_behind = |query: &str| {
            let sheets = made(query);
            let states = column(&sheets[0], "状态");
            states.iter().filter(|state| **state == Cell::text("欠进度")).count()
        };
        assert!(n_behind("v=tasks&y=2023&tol=50&rtol=50") < n_behind("v=tasks&y=2023"));
    }

    #[test]
    fn a_share_stands_as_printed_and_as_a_number_and_no_share_is_empty() {
        let sheets = made("v=districts&y=2024");
        let printed = column(&sheets[1], "原文值");
        let values = column(&sheets[1], "数值");
        let pairs = || printed.iter().zip(&values);
        assert!(pairs().any(|(words, value)| *words == Cell::text("/") && *value == Cell::Empty));
        assert!(pairs().all(|(words, value)| {
            !matches!(words, Cell::Text(words) if words == "/") || *value == Cell::Empty
        }));
    }
}
