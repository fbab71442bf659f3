//! The parts that screens are made of. A part takes values, signals and callbacks, and knows
//! nothing of the ledger or the address.

mod dynamic;

mod changed_text;
mod chart;
mod facet_list;
mod figure;
mod growing;
mod icon;
mod in_turn;
mod modal;
mod notice;
mod picker;
mod progress_bar;
mod qr_code;
mod rate_plot;
mod search_field;
mod sigil;
mod source_view;
mod spark;
mod state_mark;
mod typed;
mod year_points;

pub(crate) use changed_text::changed_text;
pub(crate) use chart::{ChartFigure, Describe};
pub(crate) use dynamic::{dynamic, each, said, said_if, when, whether};
pub(crate) use facet_list::{FacetLabel, FacetList, FacetState};
pub(crate) use figure::FigureLink;
pub(crate) use growing::{MOST_ON_PAPER, growing, mark_cut};
pub(crate) use icon::{Glyph, Icon};
pub(crate) use in_turn::{
    LINE, afterwards, begin_turns, draw_all, draw_next, follow_scrolling, held, in_turn,
    rows_in_turn, scroll_to_top, soon, when_drawn,
};
pub(crate) use modal::Modal;
pub(crate) use notice::Notice;
pub(crate) use picker::Picker;
pub(crate) use progress_bar::ProgressBar;
pub(crate) use qr_code::QrCode;
pub(crate) use rate_plot::RatePlot;
pub(crate) use search_field::SearchField;
pub(crate) use sigil::{Sigil, SigilKind};
pub(crate) use source_view::SourceView;
pub(crate) use spark::Spark;
pub(crate) use state_mark::StateMark;
pub(crate) use typed::Typed;
pub(crate) use year_points::{PointKind, YearPoint, YearPoints, are_many};
