//! A link to hand on.

use crate::address;
use crate::book;
use crate::stamp::Stamp;
use crate::state::ViewState;

/// A state as a link that others open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SharedLink {
    /// The part from `?` on, with the stamp of the data.
    pub query: String,
    /// The whole address; `None` where nobody knows where others find the page.
    pub address: Option<String>,
}

impl SharedLink {
    /// The link to `state`, which lists `n_tasks` tasks.
    pub(crate) fn of(state: &ViewState, n_tasks: usize) -> Self {
        let stamp = Stamp::now(book::DATA_VERSION, n_tasks);
        let query = format!("?{}", stamp.after(&state.to_query()));
        let address = address::public_base().map(|base| format!("{base}{query}"));
        Self { query, address }
    }

    /// As much of it as there is.
    pub(crate) fn text(&self) -> &str {
        self.address.as_deref().unwrap_or(&self.query)
    }

    /// What is pasted elsewhere: the address, or where there is none the sentence and the query.
    pub(crate) fn to_hand_on(&self, sentence: &str) -> String {
        self.address.clone().unwrap_or_else(|| format!("{sentence}\n{}", self.query))
    }
}
