//! What a reader takes along: tables of the present state, as CSV, as one workbook, as text.
//!
//! Start at [`sheets()`], which makes the tables of a state, and [`Sheet`], which the writers take:
//! [`csv_text`] one sheet, [`workbook`] all of them. A view with a table of its own makes a
//! [`Sheet`] of it and adds it there. Nothing here knows a browser or a clock; what they know
//! comes in as [`About`]. [`Scope`] says which rows.

mod sheet;
mod table;

mod source;

mod sheets;
mod tasks;
mod values;

mod compare;
mod departments;
mod districts;
mod meeting;

mod documents;
mod findings;

mod scope;

mod about;
mod chat;
mod file_name;

mod csv;
mod xlsx;

mod deflate;
mod xml;
mod zip;

pub(crate) use about::{About, about_sheet};
pub(crate) use chat::{N_LINES, chat_lines, chat_text};
pub(crate) use csv::csv_text;
pub(crate) use file_name::{file_name, file_stem};
pub(crate) use scope::Scope;
pub(crate) use sheet::Sheet;
pub(crate) use sheets::sheets;
pub(crate) use xlsx::workbook;
