//! What a slide shows: a view boiled down to one table that is read from six metres.
//!
//! [`Wall::of`] makes it of a state. Each view has a file of its own; all of them give rows of the
//! same few kinds of cells, so that one screen draws them all and pages them.

mod checks;
mod compare;
mod departments;
mod districts;
mod overview;
mod progress;
mod tasks;

use engine::Outcome;
use model::DocumentIdx;

use crate::book::{Book, Name};
use crate::messages::{self as m, kiosk as words};
use crate::parts::YearPoint;
use crate::resolve;
use crate::sentence::Sentence;
use crate::state::{Lang, View, ViewState};

/// How many rows a screen of six metres holds; of lines that are short, more.
const N_ROWS: usize = 6;
const N_SHORT_ROWS: usize = 8;

/// How many screens a slide may take: a longer list says how far it is shown.
const N_SCREENS: usize = 10;

/// A slide's content.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wall {
    /// The sentence of the state, with what the view is about.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows shown, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// How many rows there are, shown or not.
    pub n_all: usize,
    /// How many rows a screen holds.
    pub n_rows: usize,
    /// Documents, rules and what else must be known of the figures.
    pub caption: String,
    /// Which marks the key explains.
    pub key: Key,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// What it is called.
    pub head: String,
    /// How wide it is, beside the others.
    pub weight: u8,
    /// Whether its cells stand right-aligned, as figures do.
    pub is_figure: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// A name or a sentence, and a line under it.
    Words {
        /// The words.
        text: String,
        /// The line under them; empty where there is none.
        under: String,
        /// Whether the words are a document's own.
        is_source: bool,
    },
    /// A figure, and a line under it.
    Figure {
        /// The figure.
        text: String,
        /// The line under it; empty where there is none.
        under: String,
        /// How the figure is to be read.
        tone: Tone,
    },
    /// An amount on its way to the year's target.
    Bar {
        /// The share of the target that was reached.
        reached: f64,
        /// The share of the year gone by, where it is known.
        elapsed: Option<f64>,
        /// Whether what is missing is more than the tolerance.
        is_behind: bool,
    },
    /// A rate beside its target.
    Rate {
        /// The rate less the target.
        difference: f64,
        /// Whether what is missing is more than the tolerance.
        is_behind: bool,
    },
    /// A part of the largest of its column.
    Share(f64),
    /// Values by year.
    Points {
        /// The years, in order.
        points: Vec<YearPoint>,
        /// Whether the scale begins at nothing.
        from_zero: bool,
    },
    /// A year without a document.
    Hole,
    /// Nothing.
    Empty,
}

/// How a figure is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tone {
    /// As any figure.
    #[default]
    Plain,
    /// It does not compare, or is of the second rank.
    Quiet,
    /// It is to be looked at.
    Alert,
}

/// What the key under a table explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// Nothing.
    Nothing,
    /// Bars of progress.
    Progress,
    /// Points by year.
    Points,
}

/// The table of a view, before it is a slide.
struct Table {
    /// What the table is about beside the filter; empty where the filter says it all.
    subject: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    n_rows: usize,
    /// The documents that the rows were read from; empty where they are those of the list.
    documents: Vec<DocumentIdx>,
    /// What the caption says beside the documents.
    note: String,
    key: Key,
}

impl Wall {
    /// The slide of a state; `None` where the view has none, or nothing to show.
    pub(crate) fn of(book: Book, state: &ViewState) -> Option<Self> {
        let outcome = book.engine.run(&resolve::query(book, state));
        let table = match state.view {
            View::Overview | View::About => overview::table(book, state),
            View::Tasks => tasks::table(book, state, &outcome),
            View::Compare => compare::table(book, state, &outcome),
            View::Districts => districts::table(book, state),
            View::Departments => departments::table(book, state),
            View::Progress => progress::table(book, state, &outcome),
            View::Checks => checks::table(book, state, &outcome),
            View::Kiosk => return None,
        };
        let Table { subject, columns, mut rows, n_rows, mut documents, note, key } = table;
        if documents.is_empty() {
            documents = outcome.rows.iter().map(|task| book.task(*task).document).collect();
        }
        let n_all = rows.len();
        rows.truncate(n_rows * N_SCREENS);
        // Spread evenly, so that a last screen is not all but empty.
        let n_screens = rows.len().div_ceil(n_rows).max(1);
        let n_rows = if n_screens > 1 { rows.len().div_ceil(n_screens) } else { n_rows };
        let mut caption = vec![document_names(book, documents, state.lang)];
        caption.push(note);
        if rows.len() < n_all {
            caption.push(words::first_rows(rows.len(), n_all, state.lang));
        }
        caption.retain(|words| !words.is_empty());
        (n_all > 0).then(|| Self {
            title: title(book, state, &subject, &outcome),
            columns,
            rows,
            n_all,
            n_rows,
            caption: caption.join(words::between(state.lang)),
            key,
        })
    }

    /// How many screens it takes.
    pub(crate) fn n_screens(&self) -> usize {
        self.rows.len().div_ceil(self.n_rows)
    }

    /// The rows of one screen.
    pub(crate) fn part(&self, part: usize) -> &[Vec<Cell>] {
        let from = (part * self.n_rows).min(self.rows.len());
        &self.rows[from..(from + self.n_rows).min(self.rows.len())]
    }
}

/// What the slide is about: the view, its subject, and the filter where anything is chosen or
/// nothing else is said.
fn title(book: Book, state: &ViewState, of_table: &str, outcome: &Outcome) -> String {
    let view = m::view(state.view).to(state.lang).to_owned();
    let subject = subject(book, state).map(|name| name.text);
    let of_table = Some(of_table.to_owned()).filter(|words| !words.is_empty());
    let is_said = subject.is_some() || of_table.is_some();
    let n_tasks = resolve::tasks_of_page(book, state, outcome).len();
    let sentence = (state.n_choices() > 0 || !is_said)
        .then(|| Sentence::of(book, state, n_tasks).text(state.lang));
    let parts = [Some(view), subject, of_table, sentence];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The unit, the place or the indicator that a view is about, beside the filter.
pub(crate) fn subject(book: Book, state: &ViewState) -> Option<Name> {
    use engine::Facet;
    let name = |facet, key: &Option<String>| {
        let code = book.engine.code(facet, key.as_ref()?)?;
        Some(book.value_name(facet, code, state.lang))
    };
    match state.view {
        View::Departments => name(Facet::Unit, &state.focus.unit),
        View::Districts => name(Facet::Region, &state.focus.region),
        View::Compare => {
            let id = state.focus.series.as_ref()?;
            let series = book.ledger.series.iter().find(|series| series.id == *id)?;
            Some(Book::series_name(series, state.lang))
        }
        _ => None,
    }
}

/// The documents by number and date, each once.
fn document_names(book: Book, mut found: Vec<DocumentIdx>, lang: Lang) -> String {
    found.sort_unstable();
    found.dedup();
    let name = |idx: &DocumentIdx| {
        let document = &book.ledger.documents[*idx as usize];
        let number = document.number.clone();
        let name = number.unwrap_or_else(|| book.document_name(document, lang).text);
        let name = match document.date_published.or(document.date_written) {
            Some(date) => format!("{name} {date}"),
            None => name,
        };
        unbroken(&name)
    };
    found.iter().map(name).collect::<Vec<_>>().join(m::comma(lang))
}

/// The words in which no line ends.
fn unbroken(words: &str) -> String {
    let signs = words.chars().map(|sign| if sign == ' ' { '\u{a0}' } else { sign });
    let bound = signs.flat_map(|sign| ['\u{2060}', sign]);
    bound.skip(1).collect()
}

/// A column of words.
fn wide(head: &str, weight: u8) -> Column {
    Column { head: head.to_owned(), weight, is_figure: false }
}

/// A column of figures.
fn narrow(head: &str, weight: u8) -> Column {
    Column { head: head.to_owned(), weight, is_figure: true }
}

/// A document's own words.
fn source(text: &str, under: String) -> Cell {
    Cell::Words { text: text.to_owned(), under, is_source: true }
}

/// A figure of our own counting.
fn figure(text: String) -> Cell {
    Cell::Figure { text, under: String::new(), tone: Tone::Plain }
}

/// In the place of a figure: the document has no such thing, which is not zero.
fn nothing() -> Cell {
    Cell::Figure { text: "–".to_owned(), under: String::new(), tone: Tone::Quiet }
}

/// The names of a task's leads, and that they lead.
fn lead_line(book: Book, task: model::TaskIdx, lang: Lang) -> String {
    let leads = book.task(task).leads();
    let names: Vec<_> = leads.map(|unit| &*book.ledger.departments[unit as usize].name).collect();
    if names.is_empty() { String::new() } else { words::led_by(&names.join("、"), lang) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(query: &str) -> Option<Wall> {
        let book = Book::open().unwrap();
        let (state, ignored) = ViewState::from_query(query);
        assert_eq!(ignored, [], "{query}");
        Wall::of(book, &state)
    }

    #[test]
    fn every_view_has_a_slide_whose_rows_have_a_cell_for_each_column() {
        for query in [
            "",
            "v=tasks&y=2024",
            "v=compare",
            "v=compare&o=change",
            "v=compare&i=lifts",
            "v=compare&a=doc:jiaxing-2022;s:annual&b=doc:jiaxing-2024;s:annual",
            "v=districts&y=2024",
            "v=districts&in=hy",
            "v=departments",
            "v=departments&of=jx-jsj",
            "v=progress",
            "v=checks",
            "v=about&lang=en",
        ] {
            let wall = wall(query).unwrap_or_else(|| panic!("{query}: nothing"));
            assert!(wall.n_screens() >= 1 && wall.n_screens() <= N_SCREENS, "{query}");
            assert!(!wall.caption.is_empty() && !wall.title.is_empty(), "{query}");
            for row in &wall.rows {
                assert_eq!(row.len(), wall.columns.len(), "{query}");
            }
            let n_paged: usize = (0..wall.n_screens()).map(|part| wall.part(part).len()).sum();
            assert_eq!(n_paged, wall.rows.len(), "{query}");
        }
    }

    #[test]
    fn nothing_to_show_is_no_slide() {
        assert_eq!(wall("v=tasks&q=没有这样的任务"), None);
        assert_eq!(wall("v=kiosk"), None);
    }

    #[test]
    fn what_is_furthest_behind_stands_first() {
        let wall = wall("v=progress&y=2023&st=behind").unwrap();
        // 平湖 65: 新增市域绿道, 2.2 of 10 km by the middle of the year, 28 points behind.
        let Cell::Figure { text, tone, .. } = &wall.rows[0][3] else { panic!("a figure") };
        assert_eq!((text.as_str(), *tone), ("−28", Tone::Alert));
        assert_eq!(wall.n_all, 14);
    }

    #[test]
    fn what_changed_most_holds_what_changed_and_counts_the_rest() {
        let [all, changed] = ["v=compare", "v=compare&o=change"].map(|query| wall(query).unwrap());
        assert!(changed.n_all < all.n_all);
        assert!(changed.rows.iter().all(|row| matches!(row.last(), Some(Cell::Figure { .. }))));
        let n_rest = (all.n_all - changed.n_all).to_string();
        assert!(changed.caption.contains(&n_rest), "{}", changed.caption);
    }

    #[test]
    fn the_screens_of_a_slide_are_filled_evenly() {
        // 14 rows, of which six would fit: 5, 5 and 4.
        let wall = wall("v=progress&y=2023&st=behind").unwrap();
        let n_rows: Vec<_> = (0..wall.n_screens()).map(|part| wall.part(part).len()).collect();
        assert_eq!(n_rows, [5, 5, 4]);
    }

    #[test]
    fn a_share_that_is_a_sentence_stands_as_read_in_a_narrow_column() {
        let wall = wall("v=districts&y=2024").unwrap();
        let texts = wall.rows.iter().flatten().filter_map(|cell| match cell {
            Cell::Figure { text, .. } => Some(text.as_str()),
            _ => None,
        });
        let texts: Vec<_> = texts.collect();
        // 2024, project 15: 儿童孤独症政策内报销比例不低于60%.
        assert!(texts.contains(&"≥60%"));
        assert!(texts.iter().all(|text| text.chars().count() <= 10));
    }

    #[test]
    fn a_document_without_such_a_column_has_a_dash_and_no_zero() {
        let column = |query: &str, at: usize| {
            let rows = wall(query).unwrap().rows;
            let texts = rows.iter().filter_map(|row| match &row[at] {
                Cell::Figure { text, .. } => Some(text.clone()),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        };
        let reported = column("v=overview", 4);
        assert_eq!(reported.len(), 5);
        assert!(reported.iter().any(|text| text == "–") && reported.iter().all(|text| text != "0"));
        // A filter that leaves none of the livelihood projects is a count of zero.
        assert_eq!(column("v=overview&doc=jiaxing-2024&s=annual", 2), ["0"]);
    }

    #[test]
    fn a_caption_names_its_documents_with_their_dates() {
        let wall = wall("v=tasks&doc=jiaxing-2021").unwrap();
        let words = wall.caption.replace('\u{2060}', "");
        assert!(words.starts_with("嘉政办发〔2021〕11号\u{a0}2021-"), "{words}");
        // Nor does a line end within them.
        assert_eq!(
            unbroken("嘉兴市 2024"),
            "嘉\u{2060}兴\u{2060}市\u{2060}\u{a0}\u{2060}2\u{2060}0\u{2060}2\u{2060}4"
        );
        assert!(wall.caption.starts_with(&unbroken("嘉政办发〔2021〕11号 2021-")));
    }

    #[test]
    fn a_long_list_says_how_far_it_is_shown() {
        let wall = wall("v=tasks").unwrap();
        assert_eq!((wall.n_all, wall.rows.len()), (626, N_SCREENS * wall.n_rows));
        assert!(wall.caption.contains("626"), "{}", wall.caption);
    }
}
