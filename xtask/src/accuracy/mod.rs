//! The export against the sample of `accuracy/`: read both, pair their rows, count.

mod outcome;
mod pairing;
mod rows;

use crate::error::Error;
use crate::workspace;
use outcome::Outcome;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One file of the sample and how its rows meet those of the export.
pub(crate) struct Table {
    /// Of `accuracy/NAME.csv`, `NAME.json` and the floor.
    pub(crate) name: &'static str,
    /// Two rows with the same words here say the same thing.
    key: &'static [&'static str],
    /// Compared on the rows that met.
    judged: &'static [&'static str],
    scope: Scope,
}

/// Which rows of the export the sample speaks of; the others are neither right nor wrong.
enum Scope {
    /// Those of the tasks that `sampled.csv` lists for the table.
    SampledTasks,
    /// Those whose word in this field occurs in the sample.
    Occurring(&'static str),
}

pub(crate) const TABLES: [Table; 4] = [
    Table {
        name: "targets",
        key: &["task", "value"],
        judged: &["value_max", "unit", "bound", "kind", "direction", "role", "horizon"],
        scope: Scope::SampledTasks,
    },
    Table {
        name: "progress",
        key: &["task", "target_value", "achieved_value"],
        judged: &["achieved_unit", "period", "basis", "status"],
        scope: Scope::SampledTasks,
    },
    Table {
        name: "series",
        key: &["series", "task", "region", "value"],
        judged: &["comparable"],
        scope: Scope::Occurring("series"),
    },
    Table {
        name: "checks",
        key: &["kind", "task"],
        judged: &["stated", "found"],
        scope: Scope::Occurring("kind"),
    },
];

/// Compares one table of the export in `exported` with the sample.
pub(crate) fn compare(table: &'static Table, exported: &Path) -> Result<Outcome, Error> {
    let folder = workspace::root().join("accuracy");
    let sample = rows::of_csv(&folder.join(format!("{}.csv", table.name)))?;
    let scope = table.scope.words(table.name, &folder, &sample)?;
    let export = rows::of_json(&exported.join(format!("{}.json", table.name)))?
        .into_iter()
        .filter(|row| scope.contains(rows::word(row, table.scope.field())))
        .collect();
    Ok(Outcome::new(table, pairing::pair(table, sample, export)))
}

impl Scope {
    fn field(&self) -> &'static str {
        match self {
            Self::SampledTasks => "task",
            Self::Occurring(field) => field,
        }
    }

    /// The words that a row must have one of in [`Self::field`].
    fn words(
        &self,
        table: &str,
        folder: &Path,
        sample: &[rows::Row],
    ) -> Result<BTreeSet<String>, Error> {
        let words = |rows: &[rows::Row], field| {
            rows.iter().map(|row| rows::word(row, field).to_owned()).collect()
        };
        Ok(match self {
            Self::Occurring(field) => words(sample, field),
            Self::SampledTasks => {
                let mut listed = rows::of_csv(&folder.join("sampled.csv"))?;
                listed.retain(|row| rows::word(row, "file") == table);
                words(&listed, "task")
            }
        })
    }
}

/// `accuracy/floors.toml`: the least F1 of each table.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Floors(BTreeMap<String, f64>);

impl Floors {
    pub(crate) fn read() -> Result<Self, Error> {
        let path = workspace::root().join("accuracy").join("floors.toml");
        toml::from_str(&workspace::read_text(&path)?).map_err(|reason| Error::Unreadable {
            path,
            wanted: "floors",
            reason: reason.to_string(),
        })
    }

    /// The floor of a table; one without a floor has to be perfect.
    pub(crate) fn of(&self, table: &str) -> f64 {
        self.0.get(table).copied().unwrap_or(1.0)
    }
}
