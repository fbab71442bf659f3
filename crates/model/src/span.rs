//! Where a text stands in its source, and texts that remember it.

use serde::{Deserialize, Serialize};

/// A range of bytes in a document's source text, on character boundaries (出处).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The words that stand at this span, or `None` where it does not fit `source`.
    pub fn cut(self, source: &str) -> Option<&str> {
        source.get(self.start as usize..self.end as usize)
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A text as printed, white space removed, that knows the places it was read from.
///
/// A cell of a flattened table is often broken over several lines; the text is their
/// concatenation. `pieces` are the runs of the source without white space, in order, so that
/// cutting them out of the source and joining them gives `text` exactly.
///
/// Serialised it keeps its places alone: [`crate::Ledger::restore_words`] cuts the words out of the
/// source again, so that a bundle holds them once.
///
/// Equality is by `text` alone: the same words printed twice are the same words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Passage {
    /// The words, without white space.
    #[serde(skip)]
    pub text: String,
    /// Where they stand, run by run.
    pub pieces: Vec<Span>,
}

impl Passage {
    /// Reads the words that stand at `spans` of `source`, leaving out all white space.
    ///
    /// # Example
    ///
    /// ```
    /// # use model::{Passage, Span};
    /// let passage = Passage::read("市农业\n\n农村局", &[Span::new(0, 20)]);
    /// assert_eq!(passage.text, "市农业农村局");
    /// assert_eq!(passage.pieces, [Span::new(0, 9), Span::new(11, 20)]);
    /// ```
    pub fn read(source: &str, spans: &[Span]) -> Self {
        let mut passage = Self::default();
        for span in spans {
            let words = span.cut(source).unwrap_or_default();
            for (start, run) in squeeze(words) {
                let start = span.start as usize + start;
                passage.text.push_str(run);
                passage.pieces.push(Span::new(start, start + run.len()));
            }
        }
        passage
    }

    /// Cuts the words out of `source` again, as [`Self::pieces`] say.
    ///
    /// # Errors
    ///
    /// The piece that does not lie in `source`.
    pub(crate) fn restore(&mut self, source: &str) -> Result<(), Span> {
        self.text = cut_all(&self.pieces, source)?;
        Ok(())
    }

    /// The span from the first word to the last, or `None` for an empty passage.
    pub fn span(&self) -> Option<Span> {
        self.pieces.iter().copied().reduce(Span::cover)
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The places in the source of the bytes `start..end` of `text`.
    ///
    /// One span for each run of the source that the range touches.
    pub fn locate(&self, start: usize, end: usize) -> Vec<Span> {
        let mut found = Vec::new();
        let mut at = 0;
        for piece in &self.pieces {
            let (from, to) = (start.max(at), end.min(at + piece.len()));
            if from < to {
                let base = piece.start as usize;
                found.push(Span::new(base + from - at, base + to - at));
            }
            at += piece.len();
        }
        found
    }

    /// Where in this passage's text the words of `part` stand; `None` where they were read
    /// elsewhere.
    ///
    /// # Example
    ///
    /// ```
    /// # use model::{Passage, Span};
    /// let text = Passage::read("加装 电梯100台", &[Span::new(0, 19)]);
    /// let figure = text.slice(12, 18);
    /// assert_eq!(figure.text, "100台");
    /// assert_eq!(text.range_of(&figure), Some(12..18));
    /// ```
    pub fn range_of(&self, part: &Self) -> Option<core::ops::Range<usize>> {
        let first = part.pieces.first()?.start;
        let mut at = 0;
        for piece in &self.pieces {
            if (piece.start..piece.end).contains(&first) {
                let start = at + (first - piece.start) as usize;
                let end = start + part.text.len();
                return (self.text.get(start..end) == Some(part.text.as_str()))
                    .then_some(start..end);
            }
            at += piece.len();
        }
        None
    }

    /// The part of this passage that stands at the bytes `start..end` of its text.
    ///
    /// # Panics
    ///
    /// When the range does not lie on character boundaries of `text`.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Self {
        Self { text: self.text[start..end].to_owned(), pieces: self.locate(start, end) }
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Passage {}

/// The words at `spans` of `source`, joined; the span that does not lie in it.
pub(crate) fn cut_all(spans: &[Span], source: &str) -> Result<String, Span> {
    spans.iter().map(|span| span.cut(source).ok_or(*span)).collect()
}

/// The runs of `words` without white space, each with the byte it starts at.
fn squeeze(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = words.as_ptr() as usize;
    words.split_whitespace().map(move |run| (run.as_ptr() as usize - base, run))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_the_text_is_found_again_in_the_source() {
        let source = "→约 64\n万";
        let passage = Passage::read(source, &[Span::new(3, source.len())]);
        assert_eq!(passage.text, "约64万");
        let spans = passage.locate(3, 8);
        let words: Vec<_> = spans.iter().map(|span| span.cut(source).unwrap()).collect();
        assert_eq!(words, ["64", "万"]);
    }

    #[test]
    fn a_span_beyond_the_text_cuts_nothing() {
        assert_eq!(Span::new(2, 9).cut("abc"), None);
    }
}
