//! What a reader takes along: tables of the present state, as CSV, as one workbook, as text.
//!
//! Start at [`Bench`], which is given an [`Order`] and makes the tables of a state (`sheets`) and
//! files of them: `csv` of one, `xlsx` of all. A view with a table of its own makes a
//! [`sheet::Sheet`] of it and adds it in `sheets`. Nothing here knows a browser or a clock; what
//! they know comes in as [`Cover`], and a [`Pace`] says when to rest. [`Scope`] says which rows.

mod bench;
mod pace;

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

pub(crate) use bench::{Answer, Bench, Cover, Order};
pub(crate) use chat::{N_LINES, chat_lines, chat_text};
pub(crate) use file_name::{file_name, file_stem};
pub(crate) use pace::{Moment, Pace, Step, Stopped};
pub(crate) use scope::Scope;

use sheet::Sheet;
