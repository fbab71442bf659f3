//! What every screen reads: the book, the state, and what follows from the two.

use engine::{Outcome, Query};
use leptos::prelude::*;

use crate::address::Address;
use crate::book::{Book, Name};
use crate::dom;
use crate::later::{Arrival, OneView, Rest};
use crate::link::Ignored;
use crate::parts::{afterwards, held};
use crate::resolve;
use crate::sentence::Sentence;
use crate::stamp::Stamp;
use crate::state::{Lang, View, ViewState};
use crate::wall;

/// The chain from the address to the answer, each step derived from the one before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page {
    /// The ledger and its engine.
    pub book: Book,
    /// Where acts of the reader go.
    pub address: Address,
    /// What the address says and the data know.
    pub state: Memo<ViewState>,
    /// What the address says and nobody knows.
    pub ignored: Memo<Vec<Ignored>>,
    /// What the link that was opened was made from.
    pub stamp: Memo<Option<Stamp>>,
    /// The question that the state asks.
    pub query: Memo<Query>,
    /// The answer.
    pub outcome: Memo<Outcome>,
    /// The question in words.
    pub sentence: Memo<Sentence>,
    /// The page's language. Screens are built anew when it changes, so it is a plain value.
    pub lang: Lang,
    /// Whether single keys act.
    pub has_keys: RwSignal<bool>,
    /// The row of the list that a key has asked for last.
    pub wanted_row: RwSignal<Option<u32>>,
    /// Whether the page is being printed, so that nothing may be left undrawn.
    pub is_printing: RwSignal<bool>,
    /// What stands before the page, if anything.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What an act without a place of its own has done, for a moment.
    pub told: RwSignal<Option<String>>,
    /// The part of the program that shows 总览.
    pub overview: RwSignal<Arrival<OneView>>,
    /// The part that shows 任务.
    pub tasks: RwSignal<Arrival<OneView>>,
    /// The part that holds everything else.
    pub rest: RwSignal<Arrival<Rest>>,
}

/// What can stand before the page until it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The keys.
    Help,
    /// A field that finds anything.
    Palette,
    /// What can be taken along.
    Take,
    /// The link of the present state, as text, code and picture; and a field for others' links.
    Share,
}

/// How long the page says what an act has done.
pub(crate) const SAID_FOR: core::time::Duration = core::time::Duration::from_secs(3);

/// Where the reader's choice about single keys is remembered.
const KEYS_KEY: &str = "yibenzhang.keys";

impl Page {
    /// Derives everything from the address.
    pub(crate) fn new(book: Book, address: Address) -> Self {
        let read = Memo::new(move |_| {
            let (state, mut ignored) = ViewState::from_query(&address.query());
            let (state, unknown) = resolve::known_part(book, state);
            ignored.extend(unknown);
            (state, ignored)
        });
        let state = Memo::new(move |_| read.with(|(state, _)| state.clone()));
        let ignored = Memo::new(move |_| read.with(|(_, ignored)| ignored.clone()));
        let query = Memo::new(move |_| state.with(|state| resolve::query(book, state)));
        let outcome = Memo::new(move |_| query.with(|query| book.engine.run(query)));
        let sentence = Memo::new(move |_| {
            state.with(|state| {
                let tasks = outcome.with(|outcome| resolve::tasks_of_page(book, state, outcome));
                Sentence::of(book, state, tasks.len())
            })
        });
        let has_keys = dom::remembered(KEYS_KEY).as_deref() != Some("off");
        Self {
            book,
            address,
            state,
            ignored,
            stamp: Memo::new(move |_| Stamp::of(&address.query())),
            query,
            outcome,
            sentence,
            lang: state.with_untracked(|state| state.lang),
            has_keys: RwSignal::new(has_keys),
            wanted_row: RwSignal::new(None),
            is_printing: RwSignal::new(false),
            dialog: RwSignal::new(None),
            told: RwSignal::new(None),
            overview: RwSignal::new(Arrival::Awaited),
            tasks: RwSignal::new(Arrival::Awaited),
            rest: RwSignal::new(Arrival::Awaited),
        }
    }

    /// The page as a view of it has it, which is told nothing any more once another is shown: it
    /// would be drawn anew before it goes.
    pub(crate) fn within(self, view: View) -> Self {
        let is_here = move || self.state.with(|state| state.view == view);
        let state = held(self.state, is_here);
        let outcome = held(self.outcome, move || {
            self.outcome.track();
            is_here()
        });
        let book = self.book;
        let query = Memo::new(move |_| state.with(|state| resolve::query(book, state)));
        Self { state, query, outcome, ..self }
    }

    /// Tells what lies below the first screen of a change, in a turn of its own after the frame that
    /// shows it above.
    pub(crate) fn afterwards(self) -> RwSignal<bool> {
        afterwards(move || {
            self.state.track();
            self.outcome.track();
        })
    }

    /// The page that a screen stands in.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// What the view is about beside the filter: a unit, a place, an indicator.
    pub(crate) fn subject(self) -> Option<Name> {
        self.state.with(|state| wall::subject(self.book, state))
    }

    /// What the view is about and the filter, as plain text.
    pub(crate) fn said(self) -> String {
        self.sentence.with(|sentence| match self.subject() {
            Some(name) => sentence.text_about(&name.text, self.lang),
            None => sentence.text(self.lang),
        })
    }

    /// The address of the state that `change` makes of the present one.
    pub(crate) fn href(self, change: impl FnOnce(&ViewState) -> ViewState) -> String {
        self.state.with(|state| change(state).href())
    }

    /// Goes, in a way that Back undoes, to the state that `change` makes of the present one.
    pub(crate) fn go(self, change: impl FnOnce(ViewState) -> ViewState) {
        self.address.push(&change(self.state.get_untracked()));
    }

    /// Goes there in the place of the present state.
    pub(crate) fn adjust(self, change: impl FnOnce(ViewState) -> ViewState) {
        self.address.replace(&change(self.state.get_untracked()));
    }

    /// Opens what `dialog` names; in the place of another where one is open.
    pub(crate) fn open(self, dialog: Dialog) {
        self.dialog.set(Some(dialog));
    }

    /// Closes what stands before the page; whether anything did.
    pub(crate) fn close(self) -> bool {
        let is_open = self.dialog.with_untracked(Option::is_some);
        if is_open {
            self.dialog.set(None);
        }
        is_open
    }

    /// Says for a moment what an act has done.
    pub(crate) fn tell(self, words: String) {
        self.told.set(Some(words.clone()));
        set_timeout(
            move || {
                // What was said since then stays.
                let is_same = self.told.with_untracked(|told| told.as_ref() == Some(&words));
                if is_same {
                    self.told.set(None);
                }
            },
            SAID_FOR,
        );
    }

    /// Lets single keys act, or not, and remembers it.
    pub(crate) fn set_keys(self, has_keys: bool) {
        self.has_keys.set(has_keys);
        dom::remember(KEYS_KEY, if has_keys { "on" } else { "off" });
    }
}
