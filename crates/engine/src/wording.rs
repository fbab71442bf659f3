//! Which words of a text changed: a comparison by words as a reader sees them.
//!
//! A figure with its decimals, and a Latin word, is one word; every other sign is a word of its
//! own. What stands the same in both is found by the longest common sequence. A single sign
//! left between two changes says nothing by itself and would make confetti, so it is taken as
//! changed too.

use std::ops::Range;

/// A run of words of one of two texts, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// In which text they stand.
    pub change: WordChange,
}

/// In which of two texts words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordChange {
    /// In both.
    Same,
    /// In the first alone.
    Removed,
    /// In the second alone.
    Added,
}

/// Longer texts are compared as wholes: the table of the comparison grows with their product.
const MOST_WORDS: usize = 4_000;

/// What stands between two changes counts as changed where it is shorter than this, in signs.
const SHORTEST_SAME: usize = 2;

/// The runs that lead from `before` to `after`, removed words before added ones.
///
/// Without the added runs they read as `before`, without the removed ones as `after`.
///
/// # Example
///
/// ```
/// use engine::{WordChange, changed_words};
/// let runs = changed_words("加装电梯200台", "加装电梯100台。");
/// let said: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.change)).collect();
/// assert_eq!(said, [
///     ("加装电梯", WordChange::Same),
///     ("200", WordChange::Removed),
///     ("100", WordChange::Added),
///     ("台", WordChange::Same),
///     ("。", WordChange::Added),
/// ]);
/// ```
pub fn changed_words(before: &str, after: &str) -> Vec<TextRun> {
    let (one, other) = (words(before), words(after));
    let mut edits = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (x, y) in smoothed(common(&one, &other), &one) {
        push(&mut edits, &one[i..x.start], WordChange::Removed);
        push(&mut edits, &other[j..y.start], WordChange::Added);
        push(&mut edits, &one[x.clone()], WordChange::Same);
        (i, j) = (x.end, y.end);
    }
    push(&mut edits, &one[i..], WordChange::Removed);
    push(&mut edits, &other[j..], WordChange::Added);
    edits
}

fn push(runs: &mut Vec<TextRun>, words: &[&str], change: WordChange) {
    if !words.is_empty() {
        runs.push(TextRun { text: words.concat(), change });
    }
}

/// A text cut into words: figures and Latin words whole, other signs one by one.
fn words(text: &str) -> Vec<&str> {
    let kind = |sign: char| match sign {
        '0'..='9' => 1,
        _ if sign.is_ascii_alphabetic() => 2,
        _ => 0,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let end = at + sign.len_utf8();
        let goes_on = signs.peek().is_some_and(|(_, next)| {
            let is_decimal = matches!((sign, next), ('.', '0'..='9') | ('0'..='9', '.'))
                && (sign != '.' || at > start);
            (kind(sign) != 0 && kind(sign) == kind(*next)) || is_decimal
        });
        if !goes_on {
            words.push(&text[start..end]);
            start = end;
        }
    }
    words
}

/// The ranges of words that stand the same in both, in order, as long as can be.
fn common(one: &[&str], other: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let ahead = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let behind = one[ahead..]
        .iter()
        .rev()
        .zip(other[ahead..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (x, y) = (&one[ahead..one.len() - behind], &other[ahead..other.len() - behind]);
    let mut pairs: Vec<(usize, usize)> = (0..ahead).map(|at| (at, at)).collect();
    if x.len().max(y.len()) <= MOST_WORDS {
        pairs.extend(longest(x, y).into_iter().map(|(i, j)| (ahead + i, ahead + j)));
    }
    pairs.extend((0..behind).rev().map(|back| (one.len() - 1 - back, other.len() - 1 - back)));
    let mut ranges: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (i, j) in pairs {
        match ranges.last_mut() {
            Some((x, y)) if x.end == i && y.end == j => (x.end, y.end) = (i + 1, j + 1),
            _ => ranges.push((i..i + 1, j..j + 1)),
        }
    }
    ranges
}

/// The longest common sequence of two lists, as pairs of positions.
fn longest(one: &[&str], other: &[&str]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut lengths = vec![0_u16; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            lengths[i * width + j] = if one[i] == other[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < one.len() && j < other.len() {
        if one[i] == other[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The ranges without those too short to tell anything, save at the ends of the texts and
/// measure units, which stand right behind a figure.
fn smoothed(
    ranges: Vec<(Range<usize>, Range<usize>)>,
    one: &[&str],
) -> Vec<(Range<usize>, Range<usize>)> {
    let is_figure =
        |at: usize| one.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let stands = |(x, _): &(Range<usize>, Range<usize>)| {
        let n_signs: usize = one[x.clone()].iter().map(|word| word.chars().count()).sum();
        let is_unit = x.start.checked_sub(1).is_some_and(is_figure);
        x.start == 0 || x.end == one.len() || n_signs >= SHORTEST_SAME || is_unit
    };
    ranges.into_iter().filter(stands).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn without(runs: &[TextRun], change: WordChange) -> String {
        runs.iter().filter(|run| run.change != change).map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn figures_are_compared_whole() {
        assert_eq!(words("约12.5万,G60。"), ["约", "12.5", "万", ",", "G", "60", "。"]);
    }

    #[test]
    fn single_signs_between_changes_are_no_confetti() {
        let runs = changed_words("甲乙丙丁戊己", "甲乙天丁地己");
        let said: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.change)).collect();
        assert_eq!(
            said,
            [
                ("甲乙", WordChange::Same),
                ("丙丁戊", WordChange::Removed),
                ("天丁地", WordChange::Added),
                ("己", WordChange::Same)
            ]
        );
    }

    #[test]
    fn equal_texts_have_one_run_and_empty_ones_none() {
        assert_eq!(changed_words("甲乙", "甲乙").len(), 1);
        assert_eq!(changed_words("", ""), []);
    }

    proptest! {
        #[test]
        fn the_runs_read_as_either_text(before in "[甲乙丙0-9a-c.，]{0,24}", after in "[甲乙丙0-9a-c.，]{0,24}") {
            let runs = changed_words(&before, &after);
            prop_assert_eq!(without(&runs, WordChange::Added), before);
            prop_assert_eq!(without(&runs, WordChange::Removed), after);
        }
    }
}
