//! A table being made: each column states its head, its width, and how its cell is read off a
//! record, in one line.

use std::borrow::Borrow;

use engine::Outcome;
use model::{Role, Task, TaskIdx};

use super::sheet::{Cell, Sheet};
use super::source::{link, source_words, task_link};
use crate::book::Book;
use crate::messages::{self as m, Words, take::column as c};
use crate::state::{Lang, ViewState};

/// What the makers of sheets read.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The ledger.
    pub book: Book,
    /// The state: its language, its tolerance, what its view shows beside the filter.
    pub state: &'a ViewState,
    /// Its answer: the tasks of the filter, in the list's order.
    pub outcome: &'a Outcome,
    /// The page's own address without its query; `None` where the page has none that others can
    /// open.
    pub base: Option<&'a str>,
}

impl Rows<'_> {
    /// The language of heads and codes.
    pub(super) fn lang(self) -> Lang {
        self.state.lang
    }

    /// Whether each task of the ledger is in the filter.
    pub(super) fn membership(self) -> Vec<bool> {
        let mut is_in = vec![false; self.book.ledger.tasks.len()];
        for task in &self.outcome.rows {
            is_in[*task as usize] = true;
        }
        is_in
    }

    /// Whether the words of each task of the ledger are in the filter: a text carried down from a
    /// merged cell has its quantities at the row that prints it.
    pub(super) fn membership_of_texts(self) -> Vec<bool> {
        let mut is_in = self.membership();
        for (idx, task) in self.book.ledger.tasks.iter().enumerate().skip(1).rev() {
            is_in[idx - 1] |= is_in[idx] && task.text_carried;
        }
        is_in
    }

    /// The name of a region; without one, of the whole province.
    pub(super) fn place_name(self, region: Option<model::RegionIdx>) -> String {
        let name = region.map(|region| self.book.region_name(region, self.lang()).text);
        name.unwrap_or_else(|| m::take::PROVINCE.to(self.lang()).to_owned())
    }

    /// The units that a task names in one role.
    pub(super) fn units(self, task: TaskIdx, role: Role) -> String {
        let mentions = self.book.task(task).mentions.iter().filter(|named| named.role == role);
        let names: Vec<_> = mentions
            .map(|named| &*self.book.ledger.departments[named.department as usize].name)
            .collect();
        names.join("、")
    }
}

/// A sheet in the making, a row for each of the records.
pub(super) struct Table<'a, R> {
    rows: Rows<'a>,
    records: Vec<R>,
    sheet: Sheet,
}

impl<'a, R: Copy> Table<'a, R> {
    /// The table of these records, without a column yet.
    pub(super) fn new(rows: Rows<'a>, title: Words, records: impl IntoIterator<Item = R>) -> Self {
        Self::titled(rows, title.to(rows.lang()).to_owned(), records)
    }

    /// The same with a title that holds names of the data.
    pub(super) fn titled(
        rows: Rows<'a>,
        title: String,
        records: impl IntoIterator<Item = R>,
    ) -> Self {
        let records: Vec<R> = records.into_iter().collect();
        let sheet = Sheet::new(title, records.len());
        Self { rows, records, sheet }
    }

    /// Adds a column with its head, its width in digits, and its cell of a record.
    pub(super) fn column<C: Into<Cell>>(&mut self, head: Words, width: u16, cell: impl Fn(R) -> C) {
        self.named(head.to(self.rows.lang()), width, cell);
    }

    /// The same where the head is a name of the data: a year, a region.
    pub(super) fn named<C: Into<Cell>>(&mut self, head: &str, width: u16, cell: impl Fn(R) -> C) {
        let records = &self.records;
        self.sheet.add_column(head, width, &|at| cell(records[at]).into());
    }

    /// Adds the same for words of ours: codes, states, rules.
    pub(super) fn word<C: Into<Option<Words>>>(
        &mut self,
        head: Words,
        width: u16,
        word: impl Fn(R) -> C,
    ) {
        let lang = self.rows.lang();
        self.column(head, width, |record| word(record).into().map(|word: Words| word.to(lang)));
    }

    /// Adds where a record's task stands: its id, year, document, section, number and part.
    pub(super) fn place(&mut self, task: impl Fn(R) -> TaskIdx) {
        let tasks: Vec<TaskIdx> = self.records.iter().map(|record| task(*record)).collect();
        add_place(&mut self.sheet, self.rows, &tasks);
    }

    /// Adds where a record's task is to be found, in words and as a link; a record without a
    /// task has neither.
    pub(super) fn source<T: Into<Option<TaskIdx>>>(&mut self, task: impl Fn(R) -> T) {
        let tasks: Vec<Option<TaskIdx>> =
            self.records.iter().map(|record| task(*record).into()).collect();
        add_source(&mut self.sheet, self.rows, &tasks);
    }

    /// Adds a link to the list that a record counts.
    pub(super) fn link<L: Borrow<ViewState>>(&mut self, list: impl Fn(R) -> L) {
        let rows = self.rows;
        self.column(c::LINK, LINK_WIDTH, |record| Cell::Link(link(rows, list(record).borrow())));
    }

    /// The sheet.
    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }
}

fn add_place(sheet: &mut Sheet, rows: Rows, tasks: &[TaskIdx]) {
    let (book, lang) = (rows.book, rows.lang());
    let mut add = |head: Words, width: u16, cell: &dyn Fn(&'static Task) -> Cell| {
        sheet.add_column(head.to(lang), width, &|at| cell(book.task(tasks[at])));
    };
    add(c::ID, 16, &|task| (&task.id).into());
    add(c::YEAR, 6, &|task| book.document(task).year.into());
    add(c::DOCUMENT, 11, &|task| book.document_name(book.document(task), lang).text.into());
    add(c::SECTION, 9, &|task| m::section(task.section).to(lang).into());
    add(c::NUMBER, 6, &|task| number(task).into());
    add(c::PART, 9, &|task| task.sub_label.as_ref().map(|label| &label.text).into());
}

/// How wide a link is shown; it is longer than that.
const LINK_WIDTH: u16 = 18;

fn add_source(sheet: &mut Sheet, rows: Rows, tasks: &[Option<TaskIdx>]) {
    let lang = rows.lang();
    sheet.add_column(c::SOURCE.to(lang), 60, &|at| {
        tasks[at].map(|task| source_words(rows, task)).into()
    });
    sheet.add_column(c::LINK.to(lang), LINK_WIDTH, &|at| {
        tasks[at].map_or(Cell::Empty, |task| Cell::Link(task_link(rows, task)))
    });
}

/// The number of a task, or that of the group it belongs to.
pub(super) fn number(task: &Task) -> Option<&str> {
    task.number.as_deref().or(task.parent_number.as_deref())
}
