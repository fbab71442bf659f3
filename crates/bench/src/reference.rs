//! The right answer, by looking at every row.

use std::cmp::Reverse;

use engine::table::Answer;

use crate::{N_VALUES, Rows, SCALE, State};

/// Answers a state without any index, to compare others with.
pub fn reference(rows: &Rows, state: &State) -> Answer {
    let wanted = state.facets();
    let text: Option<Vec<u16>> = state.text.as_ref().map(|text| text.encode_utf16().collect());
    let mut counts: Vec<Vec<u32>> = N_VALUES.iter().map(|&n| vec![0; n as usize]).collect();
    let mut sums = vec![0.0; 240];
    let mut matching = Vec::new();
    for row in 0..rows.n_rows() {
        let value = f64::from(rows.values[row]) / SCALE;
        let is_in_range = state.value.is_none_or(|[low, high]| value >= low && value < high);
        if !is_in_range || text.as_ref().is_some_and(|text| !holds(rows.text_of(row), text)) {
            continue;
        }
        let fails = |facet: &usize| {
            let codes = rows.codes(*facet, row);
            wanted[*facet].as_ref().is_some_and(|any| !codes.iter().any(|code| any.contains(code)))
        };
        let failed: Vec<usize> = (0..wanted.len()).filter(fails).collect();
        for (facet, counts) in counts.iter_mut().enumerate() {
            if failed.iter().all(|&failed| failed == facet) {
                for code in rows.codes(facet, row) {
                    counts[code as usize] += 1;
                }
            }
        }
        if failed.is_empty() {
            let (year, theme) = (rows.codes(0, row)[0], rows.codes(3, row)[0]);
            sums[(year * 24 + theme) as usize] += value;
            matching.push(row as u32);
        }
    }
    let n_rows = matching.len() as u32;
    matching.sort_by_key(|&row| (Reverse(rows.values[row as usize]), row));
    matching.truncate(50);
    Answer { n_rows, counts, sums, top: matching }
}

/// The rows of which the text holds a word, by looking at every row.
pub fn rows_with(rows: &Rows, word: &str) -> Vec<u32> {
    let word: Vec<u16> = word.encode_utf16().collect();
    (0..rows.n_rows() as u32).filter(|&row| holds(rows.text_of(row as usize), &word)).collect()
}

fn holds(text: &[u16], word: &[u16]) -> bool {
    word.is_empty() || text.windows(word.len()).any(|window| window == word)
}
