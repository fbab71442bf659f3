//! Which characters and which pairs of neighbours a row may hold: what lets a search skip most
//! rows.
//!
//! A character has a column of bits, a bit a row, and so has a pair; a row that holds a word has
//! the bits of all its characters and pairs. The most frequent characters have a column each;
//! the others share columns, and so do the pairs, so that a row that has the bits is a candidate
//! and is looked through. Rows lie in tiles, and the columns of a tile beside each other: a tile
//! is filled within the nearest cache, and a column costs one line of it a tile.

use super::BitSet;

/// How many characters have a column of their own.
const N_OWN: usize = 192;

/// How many columns the other characters share.
const N_SHARED: usize = 64;

/// How many columns the pairs share.
const N_PAIRS: usize = 256;

/// How many columns there are: 64 MB at a million rows.
const N_COLUMNS: usize = N_OWN + N_SHARED + N_PAIRS;

/// The words of a column in one tile: a line of the cache.
const TILE: usize = 8;

/// The words of a tile.
const N_WORDS: usize = TILE * N_COLUMNS;

/// About so many rows tell which characters are frequent.
const N_SAMPLED: usize = 16_384;

/// A column of bits for each frequent character, and for each hash of others and of pairs, in
/// tiles of rows.
#[derive(Debug, Clone)]
pub(super) struct Signatures {
    /// By unit, the column of the character.
    characters: Vec<u16>,
    words: Vec<u64>,
}

impl Signatures {
    /// Reads every row of texts; a row ends where `ends` says.
    pub(super) fn new(units: &[u16], ends: &[u32]) -> Self {
        let characters = characters(units, ends);
        let n_tiles = ends.len().div_ceil(TILE * 64);
        let mut words = vec![0; n_tiles * N_WORDS];
        let (tiles, _) = words.as_chunks_mut::<N_WORDS>();
        let mut start = 0;
        for (tile, ends) in tiles.iter_mut().zip(ends.chunks(TILE * 64)) {
            for (row, &end) in ends.iter().enumerate() {
                let (at, bit) = (row / 64, 1 << (row % 64));
                let mut mark = |column: usize| tile[(column * TILE + at) % N_WORDS] |= bit;
                let text = &units[start..end as usize];
                start = end as usize;
                let Some((&first, rest)) = text.split_first() else { continue };
                mark(characters[usize::from(first)].into());
                let mut one = first;
                for &two in rest {
                    mark(characters[usize::from(two)].into());
                    mark(pair(one, two));
                    one = two;
                }
            }
        }
        Self { characters, words }
    }

    /// Takes away rows that cannot hold the word; whether all that are left do hold it.
    pub(super) fn narrow(&self, rows: &mut BitSet, word: &[u16]) -> bool {
        let characters = word.iter().map(|&unit| self.characters[usize::from(unit)].into());
        let pairs = word.iter().zip(word.iter().skip(1)).map(|(&one, &two)| pair(one, two));
        let columns: Vec<usize> = characters.chain(pairs).collect();
        let tiles = self.words.chunks_exact(N_WORDS);
        for (rows, tile) in rows.words_mut().chunks_mut(TILE).zip(tiles) {
            for &column in &columns {
                let words = &tile[column * TILE..][..TILE];
                for (row, word) in rows.iter_mut().zip(words) {
                    *row &= word;
                }
            }
        }
        matches!(columns[..], [column] if column < N_OWN)
    }
}

/// By unit, the column of the character.
///
/// The most frequent ones have the first columns; which these are decides how long a search
/// takes, not what it finds, so a sample of the rows tells.
fn characters(units: &[u16], ends: &[u32]) -> Vec<u16> {
    let mut frequencies = vec![0_u32; 1 << u16::BITS];
    let step = (ends.len() / N_SAMPLED).max(1);
    for row in (0..ends.len()).step_by(step) {
        let start = if row == 0 { 0 } else { ends[row - 1] };
        for &unit in &units[start as usize..ends[row] as usize] {
            frequencies[usize::from(unit)] += 1;
        }
    }
    // Most frequent first.
    let met = frequencies.iter().zip(0_u64..).filter(|&(&n, _)| n > 0);
    let mut met: Vec<u64> = met.map(|(&n, unit)| (u64::from(!n) << 32) | unit).collect();
    met.sort_unstable();
    let shared = |place: usize| (N_OWN + place % N_SHARED) as u16;
    let mut columns: Vec<u16> = (0..1 << u16::BITS).map(shared).collect();
    for (place, unit) in met.into_iter().enumerate() {
        columns[unit as usize & 0xffff] = if place < N_OWN { place as u16 } else { shared(place) };
    }
    columns
}

/// The column of a pair.
fn pair(one: u16, two: u16) -> usize {
    let pair = (u32::from(one) << 16) | u32::from(two);
    let hash = u64::from(pair.wrapping_mul(0x9e37_79b1));
    N_OWN + N_SHARED + ((hash * N_PAIRS as u64) >> u32::BITS) as usize
}
