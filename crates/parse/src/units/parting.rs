//! Where one unit of a cell ends and the next begins.
//!
//! Start with [`Line::part`]: separators first, then line breaks, then names alone. Positions
//! are bytes of the cell's text without white space.

use core::ops::Range;

use model::Passage;

use super::names;

/// The signs that mark a unit as the lead.
pub(super) const MARKS: [char; 10] = ['*', '＊', '★', '☆', '▲', '△', '●', '◆', '#', '※'];

/// What parts units outside brackets.
const SEPARATORS: [char; 8] = ['、', '，', ',', '；', ';', '/', '／', '|'];

/// Signs round a name that are no part of it.
const TRIMMINGS: [char; 5] = ['。', '.', '：', ':', '．'];

/// The longest run without separators that is searched for names, in bytes.
const MAX_RUN: usize = 300;

/// A cell's text without white space, with its line breaks and brackets.
#[derive(Debug)]
pub(super) struct Line {
    text: String,
    /// Where white space was removed, in order.
    breaks: Vec<usize>,
    /// The outermost pairs of brackets, in order, brackets included.
    brackets: Vec<Range<usize>>,
}

impl Line {
    /// The line of a cell: every end of a piece may be a line's.
    pub(super) fn of_passage(cell: &Passage) -> Self {
        let breaks = ends(cell.pieces.iter().map(|piece| piece.len()));
        let breaks = breaks.into_iter().filter(|at| cell.text.is_char_boundary(*at)).collect();
        Self { brackets: brackets(&cell.text), text: cell.text.clone(), breaks }
    }

    /// The line that paragraphs make when they are joined.
    pub(super) fn of_paragraphs(paragraphs: &[&str]) -> Self {
        let runs: Vec<&str> = paragraphs.iter().flat_map(|text| text.split_whitespace()).collect();
        let text = runs.concat();
        Self { brackets: brackets(&text), breaks: ends(runs.iter().map(|run| run.len())), text }
    }

    /// The places of the units, in order, and whether any were parted by their names alone.
    ///
    /// Parts may hold marks and notes; parts without any word are possible.
    pub(super) fn part(&self) -> (Vec<Range<usize>>, bool) {
        let mut is_unseparated = false;
        let mut parts = Vec::new();
        for segment in self.part_at_separators() {
            for line in self.part_at_breaks(segment) {
                let names = self.part_by_names(line);
                is_unseparated |= names.len() > 1;
                parts.extend(names);
            }
        }
        (parts, is_unseparated)
    }

    /// The name at `part`: without brackets, marks and the signs round it.
    pub(super) fn core(&self, part: Range<usize>) -> String {
        let part = self.trimmed(part);
        let outside = self.text[part.clone()]
            .char_indices()
            .filter(|(at, _)| !self.is_in_brackets(part.start + at));
        outside.map(|(_, c)| c).filter(|c| !MARKS.contains(c)).collect()
    }

    /// `part` without the marks and signs at its ends.
    pub(super) fn trimmed(&self, part: Range<usize>) -> Range<usize> {
        let is_trimming = |c: char| MARKS.contains(&c) || TRIMMINGS.contains(&c);
        let words = &self.text[part.clone()];
        let start = part.start + words.len() - words.trim_start_matches(is_trimming).len();
        let end = part.start + words.trim_end_matches(is_trimming).len();
        start..end.max(start)
    }

    /// The words in the brackets that `part` ends with, and the part before them.
    pub(super) fn last_brackets(&self, part: Range<usize>) -> Option<(&str, Range<usize>)> {
        let bracket = self
            .brackets
            .iter()
            .find(|bracket| bracket.end == part.end && bracket.start >= part.start)?;
        let inside =
            self.text[bracket.clone()].trim_start_matches(OPENING).trim_end_matches(CLOSING);
        Some((inside, self.trimmed(part.start..bracket.start)))
    }

    /// Parts the text at separators, and before marks that stand between names.
    fn part_at_separators(&self) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = 0;
        for (at, c) in self.text.char_indices().filter(|(at, _)| !self.is_in_brackets(*at)) {
            if SEPARATORS.contains(&c) && !self.joins_places(start..at, at + c.len_utf8()) {
                parts.push(start..at);
                start = at + c.len_utf8();
            } else if MARKS.contains(&c) && self.has_name_next(at + c.len_utf8()) {
                parts.push(start..at);
                start = at;
            }
        }
        parts.push(start..self.text.len());
        parts.retain(|part| !part.is_empty());
        parts
    }

    /// Whether a mark only parts the kinds of places of one group: 各区、县（市）政府.
    fn joins_places(&self, before: Range<usize>, behind: usize) -> bool {
        let is_kind = |c: char| matches!(c, '市' | '县' | '区' | '镇' | '乡');
        let kinds = self.text[before].strip_prefix('各');
        kinds.is_some_and(|kinds| !kinds.is_empty() && kinds.chars().all(is_kind))
            && ["市（", "市(", "县（", "县(", "区（", "区("]
                .into_iter()
                .chain(["市政府", "县政府", "区政府", "市人民政府", "县人民政府", "区人民政府"])
                .chain(["街道", "乡（", "乡(", "镇（", "镇("])
                .any(|next| self.text[behind..].starts_with(next))
    }

    /// Whether a name begins at `at`, so that a mark before it is its own.
    fn has_name_next(&self, at: usize) -> bool {
        self.text[at..].starts_with(char::is_alphanumeric)
    }

    /// Parts a segment at the line breaks that end a name.
    fn part_at_breaks(&self, segment: Range<usize>) -> Vec<Range<usize>> {
        let inside =
            |at: &usize| segment.start < *at && *at < segment.end && !self.is_in_brackets(*at);
        let mut breaks: Vec<usize> = self.breaks.iter().copied().filter(inside).collect();
        breaks.push(segment.end);
        let mut parts = Vec::new();
        let mut start = segment.start;
        for (n, at) in breaks.iter().enumerate() {
            if *at == segment.end || self.is_end_of_unit(start..*at, &breaks[n + 1..]) {
                parts.push(start..*at);
                start = *at;
            }
        }
        parts
    }

    /// Whether the unit at `part` is complete where it meets a line break; `later` are the
    /// ends of the lines behind it.
    fn is_end_of_unit(&self, part: Range<usize>, later: &[usize]) -> bool {
        let at = part.end;
        let start = part.start;
        let name = self.core(part);
        let Some(next) = later.first().map(|end| self.core(at..*end)) else { return false };
        if !names::is_unit_name(&name) || names::goes_on(&name) || names::continues(&next) {
            return false;
        }
        let belongs_to_place = names::is_bare_place(&name) && names::is_office_without_place(&next);
        let mut ends = later.iter().take(4);
        let is_followed_by_unit = ends.clone().any(|end| names::is_unit_name(&self.core(at..*end)));
        let goes_on_as_unit = ends.any(|end| names::is_surely_unit_name(&self.core(start..*end)));
        !belongs_to_place && (is_followed_by_unit || !goes_on_as_unit)
    }

    /// Parts a run at every place where a unit's own name begins behind a complete one.
    fn part_by_names(&self, run: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = run.start;
        while let Some(at) = self.end_of_first_name(start..run.end) {
            parts.push(start..at);
            start = at;
        }
        parts.push(start..run.end);
        parts
    }

    fn end_of_first_name(&self, run: Range<usize>) -> Option<usize> {
        if run.len() > MAX_RUN {
            return None;
        }
        self.inner_positions(run.clone()).find(|at| {
            let name = self.core(run.start..*at);
            let is_complete = names::is_unit_name(&name)
                && !names::goes_on(&name)
                && !names::is_bare_place(&name)
                && !self.joins_places(run.start..*at, *at);
            is_complete && self.begins_anew(*at..run.end)
        })
    }

    /// Whether a unit's own name begins at the start of `rest`, whatever follows it.
    fn begins_anew(&self, rest: Range<usize>) -> bool {
        let ends = self.inner_positions(rest.clone()).chain([rest.end]);
        !names::continues(&self.core(rest.clone()))
            && ends.into_iter().any(|end| names::begins_anew(&self.core(rest.start..end)))
    }

    /// The positions between characters of `range`, outside brackets.
    fn inner_positions(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let positions =
            self.text[range.clone()].char_indices().skip(1).map(move |(at, _)| range.start + at);
        positions.filter(|at| !self.is_in_brackets(*at))
    }

    /// Whether a cut at `at`, or the character that begins there, is inside brackets; their
    /// first character counts as inside, so that a bracket stays with the name before it.
    fn is_in_brackets(&self, at: usize) -> bool {
        self.brackets.iter().any(|bracket| bracket.contains(&at))
    }
}

const OPENING: [char; 4] = ['（', '(', '〔', '['];
const CLOSING: [char; 4] = ['）', ')', '〕', ']'];

/// `words` without their brackets and what stands in them.
pub(crate) fn without_brackets(words: &str) -> String {
    let pairs = brackets(words);
    let outside =
        words.char_indices().filter(|(at, _)| !pairs.iter().any(|pair| pair.contains(at)));
    outside.map(|(_, c)| c).collect()
}

/// The outermost pairs of brackets, in order; brackets without a partner are left out.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut pairs: Vec<Range<usize>> = Vec::new();
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        if OPENING.contains(&c) {
            open.push(at);
        } else if CLOSING.contains(&c)
            && let Some(start) = open.pop()
        {
            pairs.retain(|pair| pair.start < start);
            pairs.push(start..at + c.len_utf8());
        }
    }
    pairs
}

/// Where runs of these lengths end when they are joined.
fn ends(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    lengths
        .scan(0, |end, length| {
            *end += length;
            Some(*end)
        })
        .collect()
}
