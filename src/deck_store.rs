//! Where the page remembers its deck and how far a show has come, in this browser.

use crate::book::Book;
use crate::deck::Deck;
use crate::dom;

const DECK: &str = "yibenzhang.deck";
const PLACE: &str = "yibenzhang.show";
const DRAWING: &str = "yibenzhang.drawing";
const BROKEN: &str = "yibenzhang.broken";

/// The deck that was kept, or the one that fits any ledger.
pub(crate) fn deck(book: Book) -> Deck {
    let kept = dom::remembered(DECK).and_then(|text| Deck::from_file(&text));
    kept.unwrap_or_else(|| Deck::of_ledger(book))
}

/// Keeps a deck; one without slides gives its place back to the default.
pub(crate) fn keep(deck: &Deck) {
    dom::remember(DECK, &deck.to_file());
}

/// The slide at which a show of this deck was, when the page was last open.
pub(crate) fn place(code: &str) -> Option<usize> {
    of_deck(PLACE, code)?.parse().ok()
}

/// Remembers the slide that comes up. Until [`drawn`], it counts as being drawn: a page that
/// finds such a slide when it starts broke off while drawing it.
pub(crate) fn comes_up(code: &str, slide: usize) {
    dom::remember(PLACE, &format!("{slide}|{code}"));
    dom::remember(DRAWING, &format!("{slide}|{code}"));
}

/// Notes that the slide is on the screen.
pub(crate) fn drawn() {
    dom::remember(DRAWING, "");
}

/// The slides of this deck at which the page broke off, one more than the last time where it
/// broke off again.
pub(crate) fn broken(code: &str) -> Vec<usize> {
    let known = of_deck(BROKEN, code).unwrap_or_default();
    let mut slides: Vec<usize> = known.split(',').filter_map(|slide| slide.parse().ok()).collect();
    slides.extend(of_deck(DRAWING, code).and_then(|slide| slide.parse::<usize>().ok()));
    slides.sort_unstable();
    slides.dedup();
    let list: Vec<_> = slides.iter().map(usize::to_string).collect();
    dom::remember(BROKEN, &format!("{}|{code}", list.join(",")));
    drawn();
    slides
}

/// Gives the broken slides another chance.
pub(crate) fn forget_broken() {
    dom::remember(BROKEN, "");
}

/// What was remembered for this deck alone.
fn of_deck(key: &str, code: &str) -> Option<String> {
    let text = dom::remembered(key)?;
    let (value, known) = text.split_once('|')?;
    (known == code).then(|| value.to_owned())
}
