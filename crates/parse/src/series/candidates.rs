//! What the registry of indicators may lack: quantities that read alike and stand in no series.

use std::collections::BTreeSet;

use model::{Ledger, PointSource, Target, TargetRole};

use super::fold;

/// Two quantities of different documents whose indicators read alike (候选).
///
/// A proposal for the person who edits `indicators.toml`, and no link: words that read alike
/// often count different things.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The position of the one in [`Ledger::targets`], in the earlier document.
    pub first: usize,
    /// The position of the other.
    pub second: usize,
    /// How much of the two indicators' pairs of neighbouring characters is common, 0 to 1 (Dice).
    pub similarity: f64,
}

/// Pairs of quantities that read alike and that no series holds, the most alike first.
///
/// Both are to be reached, of one kind and one unit, in different documents, and no series holds
/// either. `least` is the similarity from which a pair is proposed; 0.5 finds most.
pub fn candidates(ledger: &Ledger, least: f64) -> Vec<Candidate> {
    let held = held(ledger);
    let open: Vec<_> = ledger
        .targets
        .iter()
        .enumerate()
        .filter(|(at, target)| target.role == TargetRole::Target && !held.contains(&(*at as u32)))
        .map(|(at, target)| (at, target, pairs(&target.indicator)))
        .collect();
    let mut found = Vec::new();
    for (at, (first, one, one_pairs)) in open.iter().enumerate() {
        for (second, other, other_pairs) in &open[at + 1..] {
            let similarity = dice(one_pairs, other_pairs);
            if similarity >= least && may_pair(ledger, one, other) {
                found.push(Candidate { first: *first, second: *second, similarity });
            }
        }
    }
    found.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
    found
}

/// The positions of the quantities that a series holds.
fn held(ledger: &Ledger) -> BTreeSet<u32> {
    let points = ledger.series.iter().flat_map(|series| &series.points);
    points
        .filter_map(|point| match point.source {
            PointSource::Target(at) => Some(at),
            PointSource::Allocation(_) | PointSource::Progress(_) => None,
        })
        .collect()
}

fn may_pair(ledger: &Ledger, one: &Target, other: &Target) -> bool {
    let document = |target: &Target| ledger.tasks[target.task as usize].document;
    one.kind == other.kind && one.unit == other.unit && document(one) != document(other)
}

/// The pairs of neighbouring characters of an indicator.
fn pairs(indicator: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<_> = fold(indicator).chars().collect();
    chars.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Twice what is common, of all there is.
fn dice(one: &BTreeSet<(char, char)>, other: &BTreeSet<(char, char)>) -> f64 {
    let total = one.len() + other.len();
    if total == 0 { 0.0 } else { 2.0 * one.intersection(other).count() as f64 / total as f64 }
}
