//! Texts made comparable: what a reader types finds what a document prints.
//!
//! Folding goes character by character, so that a found place has a place in the text as shown.

use std::ops::Range;

/// The character by which `c` is compared, or `None` where it is left out.
///
/// Full-width ASCII becomes half-width, capitals small, brackets round; white space, control
/// characters and zero-width marks are left out. It does what NFKC does to the characters of
/// these documents, without its tables: those would weigh more than the rest of the engine.
pub(crate) fn fold_char(c: char) -> Option<char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match narrow {
        '\u{200b}'..='\u{200d}' | '\u{feff}' => None,
        c if c.is_whitespace() || c.is_control() => None,
        '[' | '{' | '〔' | '【' | '〖' => Some('('),
        ']' | '}' | '〕' | '】' | '〗' => Some(')'),
        '〈' => Some('《'),
        '〉' => Some('》'),
        '“' | '”' | '„' | '「' | '」' => Some('"'),
        '‘' | '’' => Some('\''),
        '•' | '‧' | '・' => Some('·'),
        '²' => Some('2'),
        '³' => Some('3'),
        c => Some(c.to_ascii_lowercase()),
    }
}

/// The text by which `text` is compared.
pub(crate) fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// A folded text that knows where each character stands in the text it was made from.
pub(crate) struct FoldedText {
    chars: Vec<char>,
    bytes: Vec<Range<usize>>,
}

impl FoldedText {
    pub(crate) fn new(text: &str) -> Self {
        let kept = text.char_indices().filter_map(|(start, c)| {
            fold_char(c).map(|folded| (folded, start..start + c.len_utf8()))
        });
        let (chars, bytes) = kept.unzip();
        Self { chars, bytes }
    }

    /// Where `word`, itself folded, stands in the text it was made from; the first to the last
    /// byte of each place, white space within included.
    pub(crate) fn places(&self, word: &str) -> impl Iterator<Item = Range<usize>> {
        let word: Vec<char> = word.chars().collect();
        let length = word.len();
        let n_starts = if length == 0 { 0 } else { (self.chars.len() + 1).saturating_sub(length) };
        let starts = (0..n_starts).filter(move |&at| self.chars[at..at + length] == word);
        starts.map(move |at| self.bytes[at].start..self.bytes[at + length - 1].end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_and_what_is_printed_fold_to_the_same() {
        assert_eq!(fold("Ａ＋１５％ （新 建）\n【ＡI】"), "a+15%(新建)(ai)");
        assert_eq!(fold("嘉政办发〔2022〕23号"), fold("嘉政办发[2022]23号"));
        assert_eq!(fold("“三个年”〈纲要〉"), fold("\"三个年\"《纲要》"));
    }

    #[test]
    fn a_place_covers_the_white_space_within() {
        let text = "新 建（12）个";
        let places: Vec<_> = FoldedText::new(text).places("建(1").collect();
        assert_eq!(&text[places[0].clone()], "建（1");
        assert_eq!(FoldedText::new(text).places("新建").count(), 1);
        assert_eq!(FoldedText::new(text).places("").count(), 0);
    }
}
