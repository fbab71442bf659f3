//! The engine: what it keeps of a ledger, and the values of the facets.
//!
//! The questions are answered elsewhere: `run` filters and counts, `search` finds words,
//! `pivot`, `coverage` and `compare` say what they are.

use model::{Ledger, RegionIdx, TaskIdx};

use crate::{
    Code, Facet, FacetValue, dictionary, group::Arrangements, measure::Amounts, membership, rows,
    search::SearchIndex, standing::Standings, table::Column,
};

/// Answers queries over one ledger.
///
/// It keeps tasks as columns in printed order (documents by year, latest first), and no
/// reference to the ledger: one that changes needs another engine.
#[derive(Debug, Clone)]
pub struct Engine {
    /// The task of each row.
    pub(crate) tasks: Vec<TaskIdx>,
    /// By facet, in the order of [`Facet::ALL`].
    dictionaries: Vec<Vec<FacetValue>>,
    /// By facet, in the order of [`Facet::ALL`].
    columns: Vec<Column>,
    pub(crate) arrangements: Arrangements,
    pub(crate) index: SearchIndex,
    pub(crate) amounts: Amounts,
    pub(crate) standings: Standings,
    /// The year and region of each document.
    pub(crate) documents: Vec<(u16, RegionIdx)>,
}

impl Engine {
    /// Reads what it needs of `ledger`.
    ///
    /// # Panics
    ///
    /// When a task names a document, region or department that the ledger does not hold, or a
    /// document a region.
    pub fn new(ledger: &Ledger) -> Self {
        let mut reading = EngineReading::default();
        loop {
            if let Some(engine) = reading.go_on(ledger) {
                return engine;
            }
        }
    }

    /// The values of a facet; a value's position is its code.
    ///
    /// Years stand latest first; documents, regions and departments as in the ledger, so that a
    /// code there is a [`model::DocumentIdx`], [`RegionIdx`] or [`model::DepartmentIdx`];
    /// sections, themes, lead rules and traits in the order of their `ALL`. The last value of
    /// [`Facet::Theme`] is `none` where some task has no theme. Values without any task are
    /// listed too.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.dictionaries[facet as usize]
    }

    /// The code of the value with this key, or `None` where the facet has no such value.
    pub fn code(&self, facet: Facet, key: &str) -> Option<Code> {
        let position = self.values(facet).iter().position(|value| value.key == key);
        position.map(|code| code as Code)
    }

    pub(crate) fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }
}

/// An engine that is being made, for whoever must let others in meanwhile.
#[derive(Debug, Clone, Default)]
pub struct EngineReading {
    tasks: Vec<TaskIdx>,
    dictionaries: Vec<Vec<FacetValue>>,
    columns: Vec<Column>,
    arrangements: Option<Arrangements>,
    amounts: Option<Amounts>,
    standings: Option<Standings>,
}

impl EngineReading {
    /// Makes one part more of the engine over `ledger`, the same at each call: a facet, or another
    /// of about as much work. `None` until the last is made.
    ///
    /// # Panics
    ///
    /// As [`Engine::new`].
    pub fn go_on(&mut self, ledger: &Ledger) -> Option<Engine> {
        if self.tasks.is_empty() {
            self.tasks = rows::printed_order(ledger);
        }
        let tasks = &self.tasks;
        if let Some(facet) = Facet::ALL.get(self.columns.len()) {
            let mut values = dictionary::values(ledger, *facet);
            let column = membership::column(ledger, *facet, values.len() as u32, tasks);
            for (value, n_tasks) in values.iter_mut().zip(column.totals()) {
                value.n_tasks = *n_tasks;
            }
            self.dictionaries.push(values);
            self.columns.push(column);
        } else if self.arrangements.is_none() {
            self.arrangements = Some(Arrangements::new(ledger, tasks));
        } else if self.amounts.is_none() {
            self.amounts = Some(Amounts::new(ledger, tasks));
        } else if self.standings.is_none() {
            self.standings = Some(Standings::new(ledger, tasks));
        } else {
            let index = SearchIndex::new(ledger, tasks);
            let documents = ledger.documents.iter();
            let documents = documents.map(|document| (document.year, document.region)).collect();
            let Self { tasks, dictionaries, columns, arrangements, amounts, standings } =
                core::mem::take(self);
            return Some(Engine {
                tasks,
                dictionaries,
                columns,
                arrangements: arrangements?,
                index,
                amounts: amounts?,
                standings: standings?,
                documents,
            });
        }
        None
    }
}
