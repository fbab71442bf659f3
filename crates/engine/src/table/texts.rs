//! The searched text of every row, in one piece.
//!
//! Kept as UTF-16, because a Chinese character is then one unit. A word is looked for
//! only in rows that may hold it, by [`Signatures`].

use super::{BitSet, Row, signatures::Signatures};

/// Parts the fields of a row, so that no word is found across two of them; no word holds it.
const FIELD_END: u16 = 0;

/// How many texts are touched at once: what the nearest cache holds of them.
const BLOCK: usize = 64;

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
        if word.is_empty() || self.signatures.narrow(&mut within, &word) {
            return within;
        }
        match word[..] {
            [one, two, ..] => self.retain(&mut within, |text| holds(text, [one, two], &word)),
            _ => self.retain(&mut within, |text| text.contains(&word[0])),
        }
        within
    }

    /// Keeps the rows of which the text passes.
    ///
    /// The texts of a block are touched before any is looked through: that way the memory brings
    /// them side by side, not each when the one before has been decided upon.
    fn retain(&self, rows: &mut BitSet, passes: impl Fn(&[u16]) -> bool) {
        let candidates: Vec<Row> = rows.rows().collect();
        for block in candidates.chunks(BLOCK) {
            let ends = |row: Row| {
                let text = self.of_row(row);
                text.first().zip(text.last()).map_or(0, |(first, last)| first ^ last)
            };
            std::hint::black_box(block.iter().fold(0, |all, &row| all ^ ends(row)));
            for &row in block {
                if !passes(self.of_row(row)) {
                    rows.remove(row);
                }
            }
        }
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

/// Whether a text holds a word, which begins with `pair`.
///
/// The pair is looked for without a branch: where texts differ, guessing costs more than looking.
fn holds(text: &[u16], pair: [u16; 2], word: &[u16]) -> bool {
    let neighbours = text.iter().zip(text.get(1..).unwrap_or_default());
    let difference = |one: u16, two: u16| (one ^ pair[0]) | (two ^ pair[1]);
    let is_there =
        neighbours.fold(u16::MAX, |least, (&one, &two)| least.min(difference(one, two))) == 0;
    is_there
        && (word.len() == 2
            || text.windows(word.len()).any(|part| part.starts_with(&pair) && part == word))
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
    fn every_character_is_found_however_many_there_are() {
        // The first are frequent, most are not: a row has those that its number can be divided by.
        let characters: Vec<char> = (0x4e00..).filter_map(char::from_u32).take(1000).collect();
        let divides = |row: usize, at: usize| row.is_multiple_of(at + 1);
        let text = |row: usize| (0..1000).filter(move |&at| divides(row, at));
        let rows = (1..=2000).map(|row| [text(row).map(|at| characters[at])]);
        let texts = Texts::of_fields(rows);
        for (at, character) in characters.iter().enumerate() {
            let expected: Vec<Row> =
                (1..=2000).filter(|&row| divides(row, at)).map(|row| row as Row - 1).collect();
            assert_eq!(rows_with(&texts, &character.to_string()), expected, "{at}");
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
