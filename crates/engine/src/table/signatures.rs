//! Which characters and which pairs of neighbours a row may hold: what lets a search skip most
//! rows.
//!
//! A character has a column of bits, a bit a row, and so has a pair; a row that holds a word has
//! the bits of all its characters and pairs. The most frequent characters have a column each;
//! the others share columns, and so do the pairs, so that a row that has the bits is a candidate
//! and is looked through. Rows lie in tiles, and the columns of a tile beside each other, so that
//! a column costs one line of the cache a tile.

use super::{BitSet, in_pieces};

/// How many characters have a column of their own.
const N_OWN: usize = 192;

/// How many columns the other characters share.
const N_SHARED: usize = 64;

/// How many columns the characters have, and how many the pairs share: what a byte can tell apart.
const N_EACH: usize = N_OWN + N_SHARED;

/// How many columns there are: 64 MB at a million rows.
const N_COLUMNS: usize = 2 * N_EACH;

/// The words of a column in one tile: a line of the cache.
const TILE: usize = 8;

/// The words of a tile.
const N_WORDS: usize = TILE * N_COLUMNS;

/// How many units there are.
const N_UNITS: usize = 1 << u16::BITS;

/// About so many rows tell which characters are frequent.
const N_SAMPLED: usize = 16_384;

/// A column of bits for each frequent character, and for each hash of others and of pairs, in
/// tiles of rows.
#[derive(Debug, Clone)]
pub(super) struct Signatures {
    /// By unit, the column of the character.
    characters: Box<[u8; N_UNITS]>,
    words: Vec<u64>,
}

impl Signatures {
    /// Reads every row of texts; a row ends where `ends` says.
    pub(super) fn new(units: &[u16], ends: &[u32]) -> Self {
        let characters = characters(units, ends);
        let mut words = vec![0; ends.len().div_ceil(TILE * 64) * N_WORDS];
        let (tiles, _) = words.as_chunks_mut::<N_WORDS>();
        let mut start = 0;
        in_pieces(ends.len(), 64, &mut |rows| {
            // Filled beside the tile: it takes the whole of the nearest cache.
            let mut words = [0_u64; N_COLUMNS];
            let at = rows.start / 64;
            for (row, &end) in ends[rows].iter().enumerate() {
                let bit = 1 << row;
                let text = &units[start..end as usize];
                start = end as usize;
                let Some((&first, rest)) = text.split_first() else { continue };
                words[usize::from(characters[usize::from(first)])] |= bit;
                let mut one = first;
                for &two in rest {
                    words[usize::from(characters[usize::from(two)])] |= bit;
                    words[pair(one, two)] |= bit;
                    one = two;
                }
            }
            for (line, word) in tiles[at / TILE].chunks_exact_mut(TILE).zip(words) {
                line[at % TILE] = word;
            }
        });
        Self { characters, words }
    }

    /// Takes away rows that cannot hold the word; whether all that are left do hold it.
    pub(super) fn narrow(&self, rows: &mut BitSet, word: &[u16]) -> bool {
        let characters = word.iter().map(|&unit| self.characters[usize::from(unit)].into());
        let pairs = word.windows(2).map(|two| pair(two[0], two[1]));
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
fn characters(units: &[u16], ends: &[u32]) -> Box<[u8; N_UNITS]> {
    let mut frequencies = vec![0_u32; N_UNITS];
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
    let shared = |place: usize| (N_OWN + place % N_SHARED) as u8;
    let mut columns = Box::new(std::array::from_fn(shared));
    for (place, unit) in met.into_iter().enumerate() {
        columns[unit as usize % N_UNITS] = if place < N_OWN { place as u8 } else { shared(place) };
    }
    columns
}

/// The column of a pair.
fn pair(one: u16, two: u16) -> usize {
    let pair = (u32::from(one) << 16) | u32::from(two);
    N_EACH + (pair.wrapping_mul(0x9e37_79b1) >> 24) as usize
}
