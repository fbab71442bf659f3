//! A deck: the slides of a show, each a link of this page and how long it stays.
//!
//! In a link a deck is one value that people can read and edit: `play=v=progress!st=behind@30~v=compare`.
//! Slides are parted by `~`, the parts of a slide's link by `!` in the place of `&`, and `@30`
//! is its own number of seconds. A file of a deck is a few lines of text, a slide each.

use core::fmt::Write as _;

use engine::{Facet, Trait};

use crate::book::Book;
use crate::faults::Findings;
use crate::resolve;
use crate::slices::ready_pairs;
use crate::state::{Chosen, Focus, Lang, SeriesOrder, Tint, View, ViewState};
use crate::wall::Wall;

/// How long a slide stays where nothing else is said, in seconds.
pub(crate) const EVERY: u16 = 20;

/// The fewest and the most seconds that a slide may stay.
pub(crate) const SECONDS: core::ops::RangeInclusive<u16> = 3..=3600;

/// The slides of a show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deck {
    /// What it is called; empty where nobody has named it.
    pub name: String,
    /// How long a slide stays that says nothing itself, in seconds.
    pub every: u16,
    /// The slides, in order.
    pub slides: Vec<Slide>,
}

impl Default for Deck {
    fn default() -> Self {
        Self { name: String::new(), every: EVERY, slides: Vec::new() }
    }
}

/// One slide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slide {
    /// The link that it shows, without `?`.
    pub link: String,
    /// How long it stays, in seconds; `None` as long as the deck says.
    pub seconds: Option<u16>,
}

impl Slide {
    /// The slide of a state. The language and the look are those of the wall.
    pub(crate) fn of(state: &ViewState) -> Self {
        let plain = ViewState {
            lang: Lang::default(),
            tint: Tint::default(),
            deck: Deck::default(),
            kiosk: None,
            ..state.clone()
        };
        Self { link: plain.to_query(), seconds: None }
    }

    fn code(&self) -> String {
        // The overview of everything is an empty link.
        let link = if self.link.is_empty() { "v=overview" } else { &self.link };
        let mut code = link.replace('~', "%7E").replace('!', "%21").replace('&', "!");
        if let Some(seconds) = self.seconds {
            // Writing to a string cannot fail.
            let _ = write!(code, "@{seconds}");
        }
        code
    }

    /// The slide of a code or of a line; what cannot be read of its link is found when it is shown.
    fn from_code(code: &str) -> Self {
        let (link, seconds) = match code.rsplit_once('@') {
            Some((link, seconds)) => match seconds_from(seconds) {
                Some(seconds) => (link, Some(seconds)),
                None => (code, None),
            },
            None => (code, None),
        };
        let link = link.trim().trim_start_matches('?').replace('!', "&");
        let (state, ignored) = ViewState::from_query(&link);
        // In its normal form, unless that would hide what is wrong with it.
        Self { link: if ignored.is_empty() { Self::of(&state).link } else { link }, seconds }
    }
}

/// A number of seconds that a slide may stay.
pub(crate) fn seconds_from(text: &str) -> Option<u16> {
    let is_number = text.bytes().all(|sign| sign.is_ascii_digit());
    text.parse().ok().filter(|seconds| is_number && SECONDS.contains(seconds))
}

impl Deck {
    /// A deck that shows what there is, what is behind, what changed, how it is shared out, who
    /// carries it, and what does not fit: of each as far as the ledger has it.
    pub(crate) fn of_ledger(book: Book) -> Self {
        let view = |view| ViewState { view, ..ViewState::default() };
        let latest = |known: Trait| {
            let all = view(View::Tasks).only(Facet::Trait, known.key());
            let tasks = book.engine.run(&resolve::query(book, &all)).rows;
            tasks.iter().map(|task| book.document(book.task(*task)).year).max()
        };
        let in_year = |view: ViewState, year: Option<u16>| {
            year.map(|year| view.choosing(Facet::Year, &year.to_string(), Chosen::Included))
        };
        let years = book.ledger.documents.iter().map(|document| document.year);
        let by_change = Focus { order: SeriesOrder::Change, ..Focus::default() };
        let pair = ready_pairs(book).first().map(|pair| ViewState {
            focus: Focus {
                a: Some(pair.before.clone()),
                b: Some(pair.after.clone()),
                ..Focus::default()
            },
            ..view(View::Compare)
        });
        let everything = book.engine.run(&resolve::query(book, &ViewState::default()));
        let first_kind = Findings::of(book, &everything).kinds.into_iter().next();
        let checks = first_kind.map(|kind| ViewState {
            focus: Focus { check: Some(kind.kind.code().to_owned()), ..Focus::default() },
            ..view(View::Checks)
        });
        let behind = view(View::Progress).only(Facet::Progress, "behind");
        let states = [
            Some(view(View::Overview)),
            Some(behind),
            Some(ViewState { focus: by_change, ..view(View::Compare) }),
            pair,
            in_year(view(View::Districts), latest(Trait::Allocated)),
            in_year(view(View::Departments), years.max()),
            checks,
        ];
        let shown = states.into_iter().flatten().filter(|state| Wall::of(book, state).is_some());
        Self { slides: shown.map(|state| Slide::of(&state)).collect(), ..Self::default() }
    }

    /// The slides as one value of a link; empty where there are none.
    pub(crate) fn code(&self) -> String {
        self.slides.iter().map(Slide::code).collect::<Vec<_>>().join("~")
    }

    /// The slides of a link's value.
    pub(crate) fn slides_from(code: &str) -> Vec<Slide> {
        // Some programs encode the signs between the parts as well.
        let unpacked = code.replace("%21", "!").replace("%3D", "=").replace("%40", "@");
        unpacked.split(['~']).filter(|code| !code.is_empty()).map(Slide::from_code).collect()
    }

    /// The deck as a small file: its name, its seconds, a slide a line.
    pub(crate) fn to_file(&self) -> String {
        let mut text = format!("# {}\n@{}\n", self.name, self.every);
        for slide in &self.slides {
            let seconds = slide.seconds.map(|seconds| format!(" @{seconds}")).unwrap_or_default();
            let link = if slide.link.is_empty() { "v=overview" } else { &slide.link };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "?{link}{seconds}");
        }
        text
    }

    /// The deck of a file; `None` where it holds no slide.
    pub(crate) fn from_file(text: &str) -> Option<Self> {
        let mut deck = Self::default();
        for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('#') {
                name.trim().clone_into(&mut deck.name);
            } else if let Some(seconds) = line.strip_prefix('@') {
                deck.every = seconds_from(seconds).unwrap_or(EVERY);
            } else if let Some((_, link)) = line.split_once('?') {
                // A whole address is a link as well.
                deck.slides.push(Slide::from_code(link));
            }
        }
        (!deck.slides.is_empty()).then_some(deck)
    }

    /// The deck with the slide at `from` moved to `to`.
    #[must_use]
    pub(crate) fn moved(mut self, from: usize, to: usize) -> Self {
        if from < self.slides.len() && to < self.slides.len() {
            let slide = self.slides.remove(from);
            self.slides.insert(to, slide);
        }
        self
    }

    /// How long the slide at this position stays, in seconds.
    pub(crate) fn seconds(&self, at: usize) -> u16 {
        self.slides.get(at).and_then(|slide| slide.seconds).unwrap_or(self.every)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_default_deck_shows_something_of_everything() {
        let deck = Deck::of_ledger(Book::open().unwrap());
        assert_eq!(deck.slides.len(), 7);
        assert!(deck.code().len() < 300, "{}", deck.code());
    }

    fn deck() -> Deck {
        Deck {
            name: "晨会".to_owned(),
            every: 30,
            slides: Deck::slides_from(
                "v=progress!st=behind@40~v=overview~v=tasks!q=%E5%85%BB~v=nothing",
            ),
        }
    }

    #[test]
    fn a_deck_is_a_readable_value() {
        let deck = deck();
        assert_eq!(deck.slides[0].link, "v=progress&st=behind");
        assert_eq!(deck.slides[0].seconds, Some(40));
        assert_eq!(deck.slides[1], Slide { link: String::new(), seconds: None });
        // What cannot be read stays as written, so that it can be named.
        assert_eq!(deck.slides[3].link, "v=nothing");
        assert_eq!(deck.code(), "v=progress!st=behind@40~v=overview~v=tasks!q=%E5%85%BB~v=nothing");
        assert_eq!((deck.seconds(0), deck.seconds(1)), (40, 30));
    }

    #[test]
    fn a_deck_survives_a_file_and_a_hand_written_one_is_read() {
        assert_eq!(Deck::from_file(&deck().to_file()), Some(deck()));
        let own =
            "\u{feff}# 走廊\r\n@15\r\nhttps://a.gov.cn/ybz/?v=checks @60\r\n\r\n?v=compare\r\n";
        let read = Deck::from_file(own).unwrap();
        assert_eq!((read.name.as_str(), read.every), ("走廊", 15));
        assert_eq!(read.code(), "v=checks@60~v=compare");
        assert_eq!(Deck::from_file("# nothing\n"), None);
    }

    #[test]
    fn seconds_out_of_range_are_part_of_the_link() {
        assert_eq!(seconds_from("2").or(seconds_from("9999")).or(seconds_from("+5")), None);
        assert_eq!(seconds_from("3600"), Some(3600));
    }

    #[test]
    fn moving_a_slide_keeps_the_others_in_order() {
        let order =
            |deck: &Deck| deck.slides.iter().map(|slide| slide.link.clone()).collect::<Vec<_>>();
        let before = order(&deck());
        let after = order(&deck().moved(0, 2));
        assert_eq!(after, [&*before[1], &*before[2], &*before[0], &*before[3]]);
        assert_eq!(deck().moved(1, 9), deck());
    }

    proptest! {
        #[test]
        fn reading_any_value_gives_slides_that_read_back(code in ".*") {
            let slides = Deck::slides_from(&code);
            let deck = Deck { slides, ..Deck::default() };
            prop_assert_eq!(Deck::slides_from(&deck.code()), deck.slides);
        }
    }
}
