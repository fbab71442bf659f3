//! The views and the frame round them. A screen reads [`crate::page::Page`] and arranges parts.

mod choices;
mod facet;
mod frame;
mod head;
mod sort_head;

mod dialogs;
mod help;
mod notices;
mod palette;
mod share;
mod take;

mod overview;
mod tasks;

mod about;
mod checks;
mod compare;
mod departments;
mod districts;
mod fold;
mod kiosk;
mod more_rows;
mod progress;

pub(crate) use about::About;
pub(crate) use checks::Checks;
pub(crate) use compare::Compare;
pub(crate) use departments::Departments;
pub(crate) use dialogs::{Dialogs, follow_dialog};
pub(crate) use districts::Districts;
pub(crate) use facet::FacetOf;
pub(crate) use frame::{Foot, TopBar};
pub(crate) use head::link_text;
pub(crate) use help::Help;
pub(crate) use kiosk::{DeckView, KioskShow};
pub(crate) use notices::{IgnoredNotice, PaperNotice, StampNotice};
pub(crate) use overview::Overview;
pub(crate) use palette::Palette;
pub(crate) use progress::Progress;
pub(crate) use share::Share;
pub(crate) use take::Take;
pub(crate) use tasks::{TaskPanel, Tasks, keys as tasks_keys};
