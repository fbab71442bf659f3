//! The figures of one table, and the rows behind them.

use super::Table;
use super::pairing::Pairing;
use super::rows::{Row, word};
use std::fmt;

/// What came of comparing one table; prints as a paragraph.
pub(crate) struct Outcome {
    table: &'static Table,
    rows: Pairing,
}

impl Outcome {
    pub(crate) fn new(table: &'static Table, rows: Pairing) -> Self {
        Self { table, rows }
    }

    /// The share of the sample that stands in the export.
    fn recall(&self) -> f64 {
        share(self.rows.met.len(), self.rows.missed.len())
    }

    /// The share of the export, as far as the sample speaks of it, that stands in the sample.
    fn precision(&self) -> f64 {
        share(self.rows.met.len(), self.rows.extra.len())
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.rows.met.len(), self.rows.missed.len() + self.rows.extra.len())
    }

    /// The pairs that differ in a field.
    fn differing(&self, field: &'static str) -> Vec<&(Row, Row)> {
        let differs = |(one, other): &&(Row, Row)| word(one, field) != word(other, field);
        self.rows.met.iter().filter(differs).collect()
    }

    fn key(&self, row: &Row) -> String {
        self.table.key.iter().map(|field| word(row, field)).collect::<Vec<_>>().join(" · ")
    }
}

/// `hits` of all; of nothing, everything.
#[allow(clippy::cast_precision_loss, reason = "there are some hundred rows")]
fn share(hits: usize, others: usize) -> f64 {
    if hits + others == 0 { 1.0 } else { hits as f64 / (hits + others) as f64 }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, rows) = (self.table.name, &self.rows);
        write!(f, "\n{name}: recall {:.3}, precision {:.3}", self.recall(), self.precision())?;
        writeln!(f, ", F1 {:.3} ({} rows met)", self.f1(), rows.met.len())?;
        for row in &rows.missed {
            writeln!(f, "  missed  {}", self.key(row))?;
        }
        for row in &rows.extra {
            writeln!(f, "  extra   {}", self.key(row))?;
        }
        for field in self.table.judged {
            let differing = self.differing(field);
            let agreed = share(rows.met.len() - differing.len(), differing.len());
            writeln!(f, "  {field} agrees in {agreed:.3}")?;
            for (one, other) in differing {
                let (wanted, found) = (word(one, field), word(other, field));
                writeln!(f, "    {}: “{wanted}” read, “{found}” exported", self.key(one))?;
            }
        }
        Ok(())
    }
}
