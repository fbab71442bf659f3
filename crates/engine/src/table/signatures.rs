//! Which pairs of neighbouring characters a row may hold: what lets a search skip most rows.
//!
//! Each pair has [`N_HASHES`] of [`N_COLUMNS`] columns of bits, a bit a row; a row that holds
//! the pair has all of them. Other pairs share a column, so a row that has them is a candidate
//! and is looked through. Rows lie in tiles, and the columns of a tile beside each other: a
//! tile is filled within the nearest cache, and a column costs one line of it a tile.

use super::BitSet;

/// How many columns there are: 64 MB at a million rows.
const N_COLUMNS: usize = 512;

/// The words of a column in one tile: a line of the cache.
const TILE: usize = 8;

/// A column of bits for each hash of a pair, in tiles of rows.
#[derive(Debug, Clone)]
pub(super) struct Signatures {
    words: Vec<u64>,
}

impl Signatures {
    /// Reads every row of texts; a row ends where `ends` says.
    pub(super) fn new(units: &[u16], ends: &[u32]) -> Self {
        let n_tiles = ends.len().div_ceil(TILE * 64);
        let mut words = vec![0; n_tiles * TILE * N_COLUMNS];
        let mut start = 0;
        for (tile, ends) in words.chunks_exact_mut(TILE * N_COLUMNS).zip(ends.chunks(TILE * 64)) {
            for (row, &end) in ends.iter().enumerate() {
                let (at, bit) = (row / 64, 1 << (row % 64));
                let text = &units[start..end as usize];
                for (&one, &two) in text.iter().zip(text.iter().skip(1)) {
                    for column in columns(one, two) {
                        tile[column * TILE + at] |= bit;
                    }
                }
                start = end as usize;
            }
        }
        Self { words }
    }

    /// Takes away the rows that cannot hold the word.
    pub(super) fn narrow(&self, rows: &mut BitSet, word: &[u16]) {
        let pairs = word.iter().zip(word.iter().skip(1));
        let columns: Vec<usize> = pairs.flat_map(|(&one, &two)| columns(one, two)).collect();
        let tiles = self.words.chunks_exact(TILE * N_COLUMNS);
        for (rows, tile) in rows.words_mut().chunks_mut(TILE).zip(tiles) {
            for &column in &columns {
                let words = &tile[column * TILE..][..TILE];
                for (row, word) in rows.iter_mut().zip(words) {
                    *row &= word;
                }
            }
        }
    }
}

/// The columns of a pair.
fn columns(one: u16, two: u16) -> [usize; 2] {
    let pair = (u32::from(one) << 16) | u32::from(two);
    let hash = pair.wrapping_mul(0x9e37_79b1);
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca77);
    [(hash >> 23) as usize % N_COLUMNS, (hash >> 14) as usize % N_COLUMNS]
}
