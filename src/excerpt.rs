//! The lines of the source that a task was read from, with the words asked for marked.
//!
//! [`excerpt`] shows the lines as they stand in the file: their numbers, what is left out, and
//! which words are marked. It works in bytes of [`model::Document::source`].

use std::ops::Range;

use model::Span;

/// A run of neighbouring lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Block {
    /// The lines, in order; never empty. Lines without any sign are left out.
    pub lines: Vec<Line>,
    /// How many lines were left out between the block before and this one.
    pub n_skipped: usize,
}

/// One line of the source, or the part of it that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// What is shown of it, in order; empty for a cell without words.
    pub runs: Vec<Run>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Run {
    /// Words as they stand.
    Plain(String),
    /// Words that were asked for.
    Marked(String),
    /// Words left out.
    Cut,
}

/// How many characters are shown on either side of a marked word outside the row.
const CONTEXT: usize = 20;

/// The lines of `row`, and those of `marks` that stand outside it.
pub(crate) fn excerpt(source: &str, row: Span, marks: &[Span]) -> Vec<Block> {
    let marks = merged(marks.iter().map(|mark| range(*mark)).collect());
    let mut shown = vec![range(row)];
    shown.extend(
        marks.iter().filter(|mark| !holds(&range(row), mark)).map(|mark| widened(source, mark)),
    );
    let shown = merged(shown);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last_number = 0;
    for (number, line) in numbered_lines(source) {
        let shown = shown_of(source, &line, &shown, &marks);
        if shown == Shown::Nothing {
            continue;
        }
        if blocks.is_empty() || number > last_number + 1 {
            let n_skipped = if blocks.is_empty() { 0 } else { number - last_number - 1 };
            blocks.push(Block { lines: Vec::new(), n_skipped });
        }
        last_number = number;
        if let (Some(block), Shown::Runs(runs)) = (blocks.last_mut(), shown) {
            block.lines.push(Line { number, runs });
        }
    }
    blocks.retain(|block| !block.lines.is_empty());
    blocks
}

/// The first and the last line shown.
pub(crate) fn line_range(blocks: &[Block]) -> Option<(usize, usize)> {
    let first = blocks.first()?.lines.first()?.number;
    Some((first, blocks.last()?.lines.last()?.number))
}

/// What an excerpt shows of a line.
#[derive(Debug, PartialEq, Eq)]
enum Shown {
    /// The line lies outside.
    Nothing,
    /// The line lies inside and holds no sign.
    Blank,
    /// These parts of it; none for a cell without words.
    Runs(Vec<Run>),
}

fn shown_of(
    source: &str,
    line: &Range<usize>,
    shown: &[Range<usize>],
    marks: &[Range<usize>],
) -> Shown {
    let windows: Vec<_> = shown.iter().filter_map(|part| common(part, line)).collect();
    let (Some(last), Some(text)) = (windows.last(), source.get(line.clone())) else {
        return Shown::Nothing;
    };
    if text.trim().is_empty() {
        // A tab alone is a cell without words; a line without a sign is none.
        return if text.contains('\t') { Shown::Runs(Vec::new()) } else { Shown::Blank };
    }
    let mut runs = Vec::new();
    let mut at = line.start;
    for window in &windows {
        push_cut(source, at..window.start, &mut runs);
        push_marked(source, window, marks, &mut runs);
        at = window.end;
    }
    push_cut(source, last.end..line.end, &mut runs);
    if runs.is_empty() { Shown::Blank } else { Shown::Runs(runs) }
}

/// Notes that words were left out, unless there were none.
fn push_cut(source: &str, left_out: Range<usize>, runs: &mut Vec<Run>) {
    if source.get(left_out).is_some_and(|words| !words.trim().is_empty()) {
        runs.push(Run::Cut);
    }
}

/// The words of `window`, marked or plain.
fn push_marked(source: &str, window: &Range<usize>, marks: &[Range<usize>], runs: &mut Vec<Run>) {
    let mut at = window.start;
    let mut push = |range: Range<usize>, is_marked: bool| {
        let Some(words) = source.get(range).map(|words| words.trim_matches(['\t', '\r'])) else {
            return;
        };
        if words.is_empty() {
            return;
        }
        let words = words.to_owned();
        runs.push(if is_marked { Run::Marked(words) } else { Run::Plain(words) });
    };
    for mark in marks.iter().filter_map(|mark| common(mark, window)) {
        push(at..mark.start, false);
        at = mark.end;
        push(mark, true);
    }
    push(at..window.end, false);
}

/// The lines of the source, each with its number and without its line break.
fn numbered_lines(source: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    source.split('\n').enumerate().map(move |(idx, line)| {
        let range = start..start + line.len();
        start = range.end + 1;
        (idx + 1, range)
    })
}

/// The mark with some words of its line on either side.
fn widened(source: &str, mark: &Range<usize>) -> Range<usize> {
    let before = source.get(..mark.start).unwrap_or_default();
    let after = source.get(mark.end..).unwrap_or_default();
    let n_before: usize = before
        .chars()
        .rev()
        .take_while(|sign| *sign != '\n')
        .take(CONTEXT)
        .map(char::len_utf8)
        .sum();
    let n_after: usize =
        after.chars().take_while(|sign| *sign != '\n').take(CONTEXT).map(char::len_utf8).sum();
    mark.start - n_before..mark.end + n_after
}

/// The ranges in order, those that touch or overlap joined.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What two ranges have in common, where that is not nothing. An empty line within a range
/// counts as common.
fn common(one: &Range<usize>, line: &Range<usize>) -> Option<Range<usize>> {
    let both = one.start.max(line.start)..one.end.min(line.end);
    let is_inner_blank = line.is_empty() && one.start <= line.start && line.end < one.end;
    (!both.is_empty() || is_inner_blank).then_some(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(source: &str, words: &str) -> Span {
        let start = source.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// One line a block: `number: words [marked words] … words | next line`.
    fn shown(source: &str, row: &str, marks: &[&str]) -> Vec<String> {
        let marks: Vec<_> = marks.iter().map(|words| span(source, words)).collect();
        let line = |line: &Line| {
            let runs = line.runs.iter().map(|run| match run {
                Run::Plain(words) => words.clone(),
                Run::Marked(words) => format!("[{words}]"),
                Run::Cut => "…".to_owned(),
            });
            format!("{}: {}", line.number, runs.collect::<String>())
        };
        excerpt(source, span(source, row), &marks)
            .iter()
            .map(|block| {
                let lines: Vec<_> = block.lines.iter().map(line).collect();
                format!("+{} {}", block.n_skipped, lines.join(" | "))
            })
            .collect()
    }

    const TABLE: &str =
        "\t22\n\t改造小区。\n\t市建设局\n\n\t24\n\t\n\t加装电梯100台。\n\t100\n\t\n\n\t25\n";

    #[test]
    fn the_row_is_shown_cell_by_cell_with_the_words_marked() {
        let row = "\t24\n\t\n\t加装电梯100台。\n\t100\n\t\n";
        assert_eq!(
            shown(TABLE, row, &["100台"]),
            ["+0 5: 24 | 6:  | 7: 加装电梯[100台]。 | 8: 100 | 9: "]
        );
    }

    #[test]
    fn words_carried_from_another_row_are_shown_with_what_is_left_out_between() {
        assert_eq!(
            shown(TABLE, "\t24\n\t\n\t加装电梯100台。", &["市建设局"]),
            ["+0 3: [市建设局]", "+1 5: 24 | 6:  | 7: 加装电梯100台。"]
        );
    }

    #[test]
    fn a_long_line_is_cut_to_the_row() {
        let source = "一、前面的话。1.加快推进。（发改局）2.后面的话。";
        assert_eq!(
            shown(source, "1.加快推进。（发改局）", &["发改局"]),
            ["+0 1: …1.加快推进。（[发改局]）…"]
        );
    }

    #[test]
    fn spans_that_do_not_fit_show_nothing_and_do_not_panic() {
        assert_eq!(excerpt("短", Span::new(1, 2), &[Span::new(40, 50)]), []);
    }
}
