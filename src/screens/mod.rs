//! The views and the frame round them. A screen reads [`crate::page::Page`] and arranges parts.

mod frame;
mod head;

mod overview;
mod tasks;

pub(crate) use frame::{Foot, IgnoredNotice, TopBar};
pub(crate) use overview::Overview;
pub(crate) use tasks::{Tasks, keys as tasks_keys};
