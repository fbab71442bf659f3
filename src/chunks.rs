//! A long list in chunks, so that only what is near the screen is drawn.
//!
//! [`chunks`] cuts the groups of an outcome into pieces of a few rows; [`Heights`] knows or
//! estimates how tall each is and says which lie near the screen. All lengths are in CSS pixels.

use std::ops::Range;

use engine::{GroupKey, GroupRows};

/// How many rows a chunk holds at most.
const CHUNK_ROWS: u32 = 8;
/// How far beyond the screen chunks are drawn.
const OVERSCAN: f64 = 900.0;
/// What a row is thought to measure until it has been drawn.
const ROW_HEIGHT: f64 = 84.0;
/// The same of a group's heading.
const HEADING_HEIGHT: f64 = 46.0;
/// What a row of the first screen takes up, headings between rows included.
const LEAST_HEIGHT: f64 = 56.0;
/// The same on a phone, where a text takes more lines and the top is taller.
const LEAST_ON_PHONE: f64 = 115.0;
/// What stands above the list, at least.
const ABOVE: f64 = 150.0;

/// A few rows of one group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Chunk {
    /// What the rows share.
    pub group: GroupKey,
    /// How many rows the whole group has; `None` where the chunk does not begin its group and
    /// so shows no heading.
    pub n_in_group: Option<u32>,
    /// Its rows' positions in the outcome.
    pub rows: Range<u32>,
}

impl Chunk {
    fn estimate(&self) -> f64 {
        let heading = if self.n_in_group.is_some() { HEADING_HEIGHT } else { 0.0 };
        heading + f64::from(self.rows.len() as u32) * ROW_HEIGHT
    }
}

/// The groups cut into chunks, in order.
pub(crate) fn chunks(groups: &[GroupRows]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    for group in groups {
        let end = group.start + group.n_rows;
        let mut start = group.start;
        while start < end {
            let next = (start + CHUNK_ROWS).min(end);
            let n_in_group = (start == group.start).then_some(group.n_rows);
            chunks.push(Chunk { group: group.key, n_in_group, rows: start..next });
            start = next;
        }
    }
    chunks
}

/// The chunks that fill a window of this height from the list's beginning on.
pub(crate) fn first_screen(chunks: &[Chunk], height: f64, is_phone: bool) -> Range<usize> {
    let least = if is_phone { LEAST_ON_PHONE } else { LEAST_HEIGHT };
    let mut n_rows = 0;
    let is_full = chunks.iter().position(|chunk| {
        n_rows += chunk.rows.len();
        ABOVE + n_rows as f64 * least >= height
    });
    0..is_full.map_or(chunks.len(), |last| last + 1)
}

/// Neighbouring rows of a chunk under one heading of their document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run<'a> {
    /// The heading, where it begins here.
    pub heading: Option<&'a str>,
    /// The rows' positions in the outcome.
    pub rows: Range<u32>,
}

/// A chunk's rows parted where the heading changes; `heading` tells that of a row.
pub(crate) fn runs<'a>(chunk: &Chunk, heading: impl Fn(u32) -> Option<&'a str>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for row in chunk.rows.clone() {
        let is_first = row == chunk.rows.start;
        let begins_group = is_first && chunk.n_in_group.is_some();
        let above = if begins_group { None } else { row.checked_sub(1).and_then(&heading) };
        let own = heading(row);
        let is_new = own.is_some() && own != above;
        match runs.last_mut() {
            Some(run) if !is_new => run.rows.end = row + 1,
            _ => runs.push(Run { heading: own.filter(|_| is_new), rows: row..row + 1 }),
        }
    }
    runs
}

/// The chunk that holds the row at this position.
pub(crate) fn chunk_of(chunks: &[Chunk], row: u32) -> Option<usize> {
    let at = chunks.partition_point(|chunk| chunk.rows.end <= row);
    (at < chunks.len()).then_some(at)
}

/// How tall each chunk is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Heights {
    heights: Vec<f64>,
}

impl Heights {
    /// The estimates, before anything has been drawn.
    pub(crate) fn estimated(chunks: &[Chunk]) -> Self {
        Self { heights: chunks.iter().map(Chunk::estimate).collect() }
    }

    /// Notes what a chunk measures; whether that changes anything.
    pub(crate) fn measure(&mut self, chunk: usize, height: f64) -> bool {
        match self.heights.get_mut(chunk) {
            Some(known) if (*known - height).abs() > 0.5 => {
                *known = height;
                true
            }
            _ => false,
        }
    }

    /// How far below the list's top a chunk begins.
    pub(crate) fn top(&self, chunk: usize) -> f64 {
        self.heights.iter().take(chunk).sum()
    }

    /// How tall the list is from the end of a chunk on.
    pub(crate) fn below(&self, chunk: usize) -> f64 {
        self.heights.iter().skip(chunk).sum()
    }

    /// The chunks to draw when the screen shows `top..bottom` of the list.
    pub(crate) fn near(&self, top: f64, bottom: f64) -> Range<usize> {
        let (top, bottom) = (top - OVERSCAN, bottom + OVERSCAN);
        let mut at = 0.0;
        let mut near: Option<Range<usize>> = None;
        for (idx, height) in self.heights.iter().enumerate() {
            let (begin, end) = (at, at + height);
            at = end;
            if end >= top && begin <= bottom {
                near = Some(near.map_or(idx, |range| range.start)..idx + 1);
            }
        }
        let last = self.heights.len();
        near.unwrap_or(last.saturating_sub(1)..last)
    }
}

/// How many of the chunks, which stand in order, begin within the first `n_rows` rows.
pub(crate) fn n_within(chunks: &[Chunk], n_rows: u32) -> usize {
    chunks.partition_point(|chunk| chunk.rows.start < n_rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(sizes: &[u32]) -> Vec<GroupRows> {
        let mut start = 0;
        let group = |n_rows: &u32| {
            let group = GroupRows { key: GroupKey::All, start, n_rows: *n_rows };
            start += n_rows;
            group
        };
        sizes.iter().map(group).collect()
    }

    #[test]
    fn chunks_hold_every_row_once_and_in_order() {
        let chunks = chunks(&groups(&[50, 1, 24]));
        let rows: Vec<u32> = chunks.iter().flat_map(|chunk| chunk.rows.clone()).collect();
        assert_eq!(rows, (0..75).collect::<Vec<_>>());
    }

    #[test]
    fn only_the_first_chunk_of_a_group_has_its_heading() {
        let chunks = chunks(&groups(&[50, 2]));
        let headings: Vec<_> = chunks.iter().map(|chunk| chunk.n_in_group).collect();
        assert_eq!(headings, [Some(50), None, None, None, None, None, None, Some(2)]);
    }

    #[test]
    fn a_heading_is_shown_where_it_begins_even_across_chunks() {
        let chunks = chunks(&groups(&[10]));
        let heading = |row: u32| Some(if row < 2 { "一、交通" } else { "二、住房" });
        let first = runs(&chunks[0], heading);
        let said: Vec<_> = first.iter().map(|run| (run.heading, run.rows.clone())).collect();
        assert_eq!(said, [(Some("一、交通"), 0..2), (Some("二、住房"), 2..8)]);
        assert_eq!(runs(&chunks[1], heading), [Run { heading: None, rows: 8..10 }]);
    }

    #[test]
    fn a_row_is_found_in_its_chunk() {
        let chunks = chunks(&groups(&[50, 2]));
        assert_eq!(chunk_of(&chunks, 0), Some(0));
        assert_eq!(chunk_of(&chunks, 49), Some(6));
        assert_eq!(chunk_of(&chunks, 51), Some(7));
        assert_eq!(chunk_of(&chunks, 52), None);
    }

    #[test]
    fn paper_holds_the_first_rows_in_whole_chunks() {
        let chunks = chunks(&groups(&[50, 2]));
        assert_eq!([0, 8, 9, 50, 51, 99].map(|n| n_within(&chunks, n)), [0, 1, 2, 7, 8, 8]);
    }

    #[test]
    fn a_hundred_thousand_rows_draw_a_few_chunks() {
        let chunks = chunks(&groups(&[100_000]));
        let heights = Heights::estimated(&chunks);
        let drawn = heights.near(4_000_000.0, 4_000_900.0);
        assert!(drawn.len() <= 6, "{drawn:?}");
        let sum = heights.top(drawn.start) + heights.below(drawn.start);
        assert!((sum - heights.below(0)).abs() < 1e-3);
    }

    #[test]
    fn the_first_screen_is_filled_and_no_more() {
        let chunks = chunks(&groups(&[3, 100]));
        assert_eq!(first_screen(&chunks, 900.0, false), 0..3);
        assert_eq!(first_screen(&chunks, 900.0, true), 0..2);
        assert_eq!(first_screen(&chunks[..1], 900.0, false), 0..1);
        assert_eq!(first_screen(&[], 900.0, true), 0..0);
    }

    #[test]
    fn below_the_end_the_last_chunk_is_drawn() {
        let heights = Heights::estimated(&chunks(&groups(&[30])));
        assert_eq!(heights.near(90_000.0, 91_000.0), 3..4);
        assert_eq!(Heights::default().near(0.0, 900.0), 0..0);
    }
}
