//! Hashes of answers, by part, so that a difference can be named.

use engine::table::Answer;
use serde::{Deserialize, Serialize};

use crate::SCALE;

/// The hashes of one answer, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the fields are the parts of an answer")]
pub struct Hashes {
    pub total: u32,
    pub year: String,
    pub region: String,
    pub section: String,
    pub theme: String,
    pub lead_unit: String,
    pub units: String,
    pub target_kind: String,
    pub status: String,
    pub pivot: String,
    pub top: String,
}

impl Hashes {
    /// Those of an answer, the facets of which are those of [`crate::FACETS`].
    pub fn new(answer: &Answer) -> Self {
        let hex = |hash: u32| format!("{hash:08x}");
        let counts = |facet: usize| hex(of_words(answer.counts[facet].iter().copied()));
        let pivot = answer.sums.iter().flat_map(|sum| {
            #[allow(clippy::cast_sign_loss, reason = "no value is below zero")]
            let units = (sum * SCALE) as u64;
            [units as u32, (units >> 32) as u32]
        });
        let n_top = std::iter::once(answer.top.len() as u32);
        Self {
            total: answer.n_rows,
            year: counts(0),
            region: counts(1),
            section: counts(2),
            theme: counts(3),
            lead_unit: counts(4),
            units: counts(5),
            target_kind: counts(6),
            status: counts(7),
            pivot: hex(of_words(pivot)),
            top: hex(of_words(n_top.chain(answer.top.iter().copied()))),
        }
    }
}

/// FNV-1a over little-endian words.
pub fn of_words(words: impl Iterator<Item = u32>) -> u32 {
    let bytes = words.flat_map(u32::to_le_bytes);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
