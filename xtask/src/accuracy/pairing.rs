//! Which row of the export says what a row of the sample says.

use super::Table;
use super::rows::{Row, word};

/// The rows of both sides, paired where they meet.
pub(crate) struct Pairing {
    /// Sample first.
    pub(crate) met: Vec<(Row, Row)>,
    /// Of the sample, with nothing in the export.
    pub(crate) missed: Vec<Row>,
    /// Of the export, with nothing in the sample.
    pub(crate) extra: Vec<Row>,
}

/// Pairs rows of the same key, each with the partner that agrees best of those left.
pub(crate) fn pair(table: &Table, sample: Vec<Row>, mut export: Vec<Row>) -> Pairing {
    let mut met = Vec::new();
    let mut missed = Vec::new();
    for row in sample {
        match best(table, &row, &export) {
            Some(at) => met.push((row, export.remove(at))),
            None => missed.push(row),
        }
    }
    Pairing { met, missed, extra: export }
}

/// Where in `export` the partner of `row` stands; of equals, the first.
fn best(table: &Table, row: &Row, export: &[Row]) -> Option<usize> {
    export
        .iter()
        .enumerate()
        .filter(|(_, other)| agreeing(table.key, row, other) == table.key.len())
        .max_by_key(|(at, other)| (agreeing(table.judged, row, other), std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

fn agreeing(fields: &[&str], one: &Row, other: &Row) -> usize {
    fields.iter().filter(|field| word(one, field) == word(other, field)).count()
}

#[cfg(test)]
mod tests {
    use super::super::TABLES;
    use super::*;

    fn row(words: &[(&str, &str)]) -> Row {
        words.iter().map(|(field, word)| ((*field).to_owned(), (*word).to_owned())).collect()
    }

    #[test]
    fn of_two_with_the_same_key_the_one_that_agrees_is_taken() {
        let of = |unit| row(&[("task", "a"), ("value", "5"), ("unit", unit)]);
        let pairing = pair(&TABLES[0], vec![of("家")], vec![of("个"), of("家")]);
        assert_eq!(pairing.met, [(of("家"), of("家"))]);
        assert_eq!(pairing.extra, [of("个")]);
        assert!(pairing.missed.is_empty());
    }
}
