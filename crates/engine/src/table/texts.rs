//! The searched text of every row, in one piece.
//!
//! Kept as UTF-16, because a Chinese character is then one unit. A word of two characters or
//! more is looked for only in rows that may hold its pairs, by [`Signatures`]; a single one, in
//! all.

use super::{BitSet, Row, signatures::Signatures};

/// Parts the fields of a row, so that no word is found across two of them; no word holds it.
const FIELD_END: u16 = 0;

/// The texts of every row, compared unit by unit: who wants folding folds before.
#[derive(Debug, Clone)]
pub struct Texts {
    units: Vec<u16>,
    /// Where the text of each row ends.
    ends: Vec<u32>,
    signatures: Signatures,
}

impl Texts {
    /// Keeps texts that stand one behind the other in UTF-16; a row's text ends where `ends` says.
    ///
    /// # Panics
    ///
    /// When an end stands before the one above it, or behind the last unit.
    pub fn new(units: Vec<u16>, ends: Vec<u32>) -> Self {
        let signatures = Signatures::new(&units, &ends);
        Self { units, ends, signatures }
    }

    /// Keeps the fields of each row, the characters that each yields.
    pub(crate) fn of_fields<C: Iterator<Item = char>, I: IntoIterator<Item = C>>(
        rows: impl Iterator<Item = I>,
    ) -> Self {
        let (mut units, mut ends) = (Vec::new(), Vec::new());
        for fields in rows {
            for field in fields {
                for c in field {
                    units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
                }
                units.push(FIELD_END);
            }
            ends.push(units.len() as u32);
        }
        Self::new(units, ends)
    }

    /// The rows among `within` of which a field holds `word`; the empty word is in all of them.
    pub(crate) fn rows_with(&self, word: &str, mut within: BitSet) -> BitSet {
        let word: Vec<u16> = word.encode_utf16().collect();
        match word[..] {
            [] => {}
            [unit] => within.retain(|row| self.of_row(row).contains(&unit)),
            [first, ..] => {
                self.signatures.narrow(&mut within, &word);
                within.retain(|row| holds(self.of_row(row), first, &word));
            }
        }
        within
    }

    fn of_row(&self, row: Row) -> &[u16] {
        let start = if row == 0 { 0 } else { self.ends[row as usize - 1] };
        &self.units[start as usize..self.ends[row as usize] as usize]
    }

    /// The rows whose first field begins with `word`.
    pub(crate) fn rows_starting_with(&self, word: &str) -> BitSet {
        let mut found = BitSet::empty(self.ends.len());
        let word: Vec<u16> = word.encode_utf16().collect();
        let mut start = 0;
        for (row, &end) in self.ends.iter().enumerate() {
            if self.units[start..end as usize].starts_with(&word) {
                found.insert(row as Row);
            }
            start = end as usize;
        }
        found
    }
}

/// Whether a text holds a word, of which `first` is the first unit.
fn holds(text: &[u16], first: u16, word: &[u16]) -> bool {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|&unit| unit == first) {
        if rest[at..].starts_with(word) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        let rows = [vec!["新建a", "12个"], vec![], vec!["托位", "育儿"]];
        Texts::of_fields(rows.into_iter().map(|fields| fields.into_iter().map(str::chars)))
    }

    fn rows_with(texts: &Texts, word: &str) -> Vec<Row> {
        texts.rows_with(word, BitSet::full(texts.ends.len())).rows().collect()
    }

    #[test]
    fn a_word_is_found_anywhere_in_a_field() {
        for word in ["建", "a", "12", "新建a"] {
            assert_eq!(rows_with(&texts(), word), [0], "{word}");
        }
    }

    #[test]
    fn a_word_is_found_at_the_end_of_a_long_text() {
        for length in 250..260 {
            let text = "托".repeat(length) + "育儿";
            let texts =
                Texts::of_fields([[""], [&text]].map(|fields| fields.map(str::chars)).into_iter());
            assert_eq!(rows_with(&texts, "育"), [1], "{length}");
            assert_eq!(rows_with(&texts, "托育儿"), [1], "{length}");
        }
    }

    #[test]
    fn no_word_is_found_across_two_fields() {
        assert_eq!(rows_with(&texts(), "a12"), [] as [Row; 0]);
        assert_eq!(rows_with(&texts(), "位育"), [] as [Row; 0]);
    }

    #[test]
    fn the_start_is_that_of_the_first_field() {
        assert!(texts().rows_starting_with("新").rows().eq([0]));
        assert_eq!(texts().rows_starting_with("12").n_rows(), 0);
    }
}
