//! The searched text of every row, in one piece.
//!
//! Kept as UTF-16, because a Chinese character is then one unit and a word's rarest character
//! can be looked for many units at a time.

use crate::{bitset::BitSet, fold::fold_char, rows::Row};

/// Parts the fields of a row, so that no word is found across two of them; folding leaves it
/// out, so no word holds it.
const FIELD_END: u16 = 0;

/// How many units are looked through at once.
const CHUNK: usize = 256;

/// The folded fields of every row.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    units: Vec<u16>,
    /// Where the text of each row ends.
    ends: Vec<u32>,
    /// How often each unit occurs, by unit.
    n_of_unit: Vec<u32>,
}

impl Texts {
    /// Folds and keeps the fields of each row.
    pub(crate) fn new<'a, I: IntoIterator<Item = &'a str>>(rows: impl Iterator<Item = I>) -> Self {
        let (mut units, mut ends) = (Vec::new(), Vec::new());
        for fields in rows {
            for field in fields {
                for c in field.chars().filter_map(fold_char) {
                    units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
                }
                units.push(FIELD_END);
            }
            ends.push(units.len() as u32);
        }
        let mut n_of_unit = vec![0; usize::from(u16::MAX) + 1];
        for &unit in &units {
            n_of_unit[usize::from(unit)] += 1;
        }
        Self { units, ends, n_of_unit }
    }

    /// The rows of which a field holds `word`, which is folded.
    pub(crate) fn rows_with(&self, word: &str) -> BitSet {
        let mut found = BitSet::empty(self.ends.len());
        let word: Vec<u16> = word.encode_utf16().collect();
        let (mut row, mut from) = (0, 0);
        while let Some(at) = self.find(&word, from) {
            while self.ends[row] as usize <= at {
                row += 1;
            }
            found.insert(row as Row);
            from = self.ends[row] as usize;
        }
        found
    }

    /// The rows whose first field begins with `word`, which is folded.
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

    /// The first place of `word` at or behind `from`.
    fn find(&self, word: &[u16], from: usize) -> Option<usize> {
        let rarest = (0..word.len()).min_by_key(|&at| self.n_of_unit[usize::from(word[at])])?;
        let mut at = from + rarest;
        while at < self.units.len() {
            let chunk = &self.units[at..self.units.len().min(at + CHUNK)];
            // `contains` looks at many units with each instruction; most chunks end here.
            if chunk.contains(&word[rarest]) {
                let starts = (0..chunk.len()).filter(|&ahead| chunk[ahead] == word[rarest]);
                let mut starts = starts.map(|ahead| at + ahead - rarest);
                let is_place = |&start: &usize| self.units[start..].starts_with(word);
                if let Some(start) = starts.find(is_place) {
                    return Some(start);
                }
            }
            at += CHUNK;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts::new([vec!["新建Ａ", "12个"], vec![], vec!["托位", "育儿"]].into_iter())
    }

    #[test]
    fn a_word_is_found_anywhere_in_a_field() {
        for word in ["建", "a", "12", "新建a"] {
            assert!(texts().rows_with(word).rows().eq([0]), "{word}");
        }
    }

    #[test]
    fn a_word_is_found_at_the_edge_of_a_chunk() {
        for length in CHUNK - 3..CHUNK + 3 {
            let text = "托".repeat(length) + "育儿";
            let texts = Texts::new([[""], [&text]].into_iter());
            assert!(texts.rows_with("育").rows().eq([1]), "{length}");
            assert!(texts.rows_with("托育儿").rows().eq([1]), "{length}");
        }
    }

    #[test]
    fn no_word_is_found_across_two_fields() {
        assert_eq!(texts().rows_with("a12").n_rows(), 0);
        assert_eq!(texts().rows_with("位育").n_rows(), 0);
    }

    #[test]
    fn the_start_is_that_of_the_first_field() {
        assert!(texts().rows_starting_with("新").rows().eq([0]));
        assert_eq!(texts().rows_starting_with("12").n_rows(), 0);
    }
}
