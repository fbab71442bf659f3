//! 展示: the deck as a list to arrange, and the show on a wall.

mod deck;
mod show;
mod slide;
mod slide_row;
mod wake;

pub(crate) use deck::DeckView;
pub(crate) use show::KioskShow;
