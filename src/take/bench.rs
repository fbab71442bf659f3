//! Where files are made, in a worker or on the page: orders in, answers out.

use super::about::{About, about_sheet};
use super::csv::csv_text;
use super::pace::{Pace, Step, Stopped};
use super::sheet::Sheet;
use super::sheets::sheets;
use super::xlsx::workbook;
use crate::book::{self, Book};
use crate::opening;
use crate::resolve;
use crate::state::ViewState;

/// What is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    /// What the page shows before its program is read, for whoever builds it.
    Opening,
    /// The tables of a state, on which the orders after this one act.
    Tables {
        /// The state, as a query.
        query: String,
        /// The page's own address without its query, where others can open it.
        base: Option<String>,
    },
    /// The file of all tables.
    Workbook(Cover),
    /// The file of the table with this title.
    Table(String),
}

/// What the first sheet of a workbook says that its tables do not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cover {
    /// The filter in words, with its count.
    pub sentence: String,
    /// The address of the state.
    pub link: String,
    /// When it was taken along, by the reader's clock: `2026-11-25 14:03`.
    pub time: String,
}

/// What a maker of files says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// How far it is.
    Step(Step),
    /// The tables are there: the title of each, and how many rows it has.
    Tables(Vec<(String, usize)>),
    /// The file is there.
    File(Vec<u8>),
    /// There is nothing of the kind to be made.
    Nothing,
}

/// The tables that were made last.
#[derive(Debug)]
struct Tables {
    state: ViewState,
    n_tasks: usize,
    sheets: Vec<Sheet>,
}

/// A maker of files over a book.
#[derive(Debug)]
pub(crate) struct Bench {
    book: Book,
    tables: Option<Tables>,
}

impl Bench {
    /// A maker without any table yet.
    pub(crate) fn new(book: Book) -> Self {
        Self { book, tables: None }
    }

    /// Does what is ordered.
    ///
    /// # Errors
    ///
    /// [`Stopped`] when `pace` says that nobody wants it any more.
    pub(crate) async fn serve(
        &mut self,
        order: &Order,
        pace: &dyn Pace,
    ) -> Result<Answer, Stopped> {
        if let Order::Tables { query, base } = order {
            self.tables = None;
            let (state, _) = ViewState::from_query(query);
            let (state, _) = resolve::known_part(self.book, state);
            let outcome = self.book.engine.run(&resolve::query(self.book, &state));
            let sheets = sheets(self.book, &state, &outcome, base.as_deref(), pace).await?;
            let outline = sheets.iter().map(|sheet| (sheet.title.clone(), sheet.rows.len()));
            let outline = outline.collect();
            self.tables = Some(Tables { state, n_tasks: outcome.rows.len(), sheets });
            return Ok(Answer::Tables(outline));
        }
        if *order == Order::Opening {
            return Ok(Answer::File(opening::html(self.book).into_bytes()));
        }
        let Some(tables) = &mut self.tables else { return Ok(Answer::Nothing) };
        match order {
            Order::Workbook(cover) => {
                let about = about(self.book, tables, cover);
                // The cover stands before the tables while they are written, and no table is copied.
                tables.sheets.insert(0, about);
                let bytes = workbook(&tables.sheets, pace).await;
                tables.sheets.remove(0);
                Ok(Answer::File(bytes?))
            }
            Order::Table(title) => {
                let found = tables.sheets.iter().find(|sheet| sheet.title == *title);
                let Some(sheet) = found else { return Ok(Answer::Nothing) };
                Ok(Answer::File(csv_text(sheet, pace).await?.into_bytes()))
            }
            Order::Opening | Order::Tables { .. } => Ok(Answer::Nothing),
        }
    }
}

fn about(book: Book, tables: &Tables, cover: &Cover) -> Sheet {
    let about = About {
        sentence: cover.sentence.clone(),
        link: cover.link.clone(),
        time: cover.time.clone(),
        data_version: book::DATA_VERSION.to_owned(),
        rules_version: book::RULES_VERSION.to_owned(),
        n_tasks: tables.n_tasks,
        n_all: book.ledger.tasks.len(),
    };
    about_sheet(book, &tables.state, &about, &tables.sheets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::pace::tests::{Hurry, at_once};

    fn cover() -> Cover {
        let words = |words: &str| words.to_owned();
        Cover { sentence: words("s"), link: words("l"), time: words("2026-11-25 14:03") }
    }

    fn served(bench: &mut Bench, order: &Order) -> Answer {
        at_once(bench.serve(order, &Hurry::default())).unwrap()
    }

    fn tables(query: &str) -> Order {
        Order::Tables { query: query.to_owned(), base: None }
    }

    #[test]
    fn tables_are_counted_then_written_as_often_as_wanted() {
        let mut bench = Bench::new(Book::open().unwrap());
        let Answer::Tables(outline) = served(&mut bench, &tables("v=tasks&y=2023")) else {
            panic!("no tables")
        };
        assert_eq!(outline[0], ("任务".to_owned(), 138));
        let first = served(&mut bench, &Order::Workbook(cover()));
        assert!(matches!(&first, Answer::File(bytes) if bytes.starts_with(b"PK")));
        assert_eq!(served(&mut bench, &Order::Workbook(cover())), first);
        let Answer::File(csv) = served(&mut bench, &Order::Table("任务".to_owned())) else {
            panic!("no file")
        };
        assert!(String::from_utf8(csv).unwrap().matches("\r\n").count() >= 139);
    }

    #[test]
    fn without_tables_and_without_the_table_there_is_nothing() {
        let mut bench = Bench::new(Book::open().unwrap());
        assert_eq!(served(&mut bench, &Order::Workbook(cover())), Answer::Nothing);
        served(&mut bench, &tables("v=tasks"));
        assert_eq!(served(&mut bench, &Order::Table("没有".to_owned())), Answer::Nothing);
    }

    #[test]
    fn a_workbook_that_was_stopped_can_be_made_again() {
        let mut bench = Bench::new(Book::open().unwrap());
        served(&mut bench, &tables("v=tasks"));
        let whole = served(&mut bench, &Order::Workbook(cover()));
        let impatient = Hurry { stops_at: Some(3), ..Hurry::default() };
        let order = Order::Workbook(cover());
        assert_eq!(at_once(bench.serve(&order, &impatient)), Err(Stopped));
        assert_eq!(served(&mut bench, &Order::Workbook(cover())), whole);
    }
}
