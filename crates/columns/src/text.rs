//! Texts whose common characters take one byte and all others two.
//!
//! Chinese takes three bytes a character in UTF-8, and the two that are nearly always the same
//! cost a compressor more than they cost here: a sixth of the compressed size.

use std::collections::BTreeMap;

use crate::number::{put, take};

/// How many lead bytes two-byte characters need, and so how many are left for one byte.
const fn n_leads(n_characters: usize) -> usize {
    // 256 − n characters in one byte and 256 n in two.
    (n_characters.saturating_sub(256)).div_ceil(255)
}

/// The characters of a text and their places.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) -> Option<()> {
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for character in text.chars() {
        *counts.entry(character).or_default() += 1;
    }
    let n_leads = n_leads(counts.len());
    let mut common: Vec<char> = counts.keys().copied().collect();
    common.sort_by_key(|character| core::cmp::Reverse(counts[character]));
    let mut rare = common.split_off(common.len().min(256_usize.checked_sub(n_leads)?));
    // In the order of Unicode each is close to the one before.
    common.sort_unstable();
    rare.sort_unstable();
    for group in [&common, &rare] {
        put(out, group.len() as u64);
        let mut before = 0;
        for character in group {
            put(out, u64::from(u32::from(*character) - before));
            before = u32::from(*character);
        }
    }
    let mut places: BTreeMap<char, (Option<u8>, u8)> = BTreeMap::new();
    for (place, character) in common.iter().enumerate() {
        places.insert(*character, (None, place as u8));
    }
    for (place, character) in rare.iter().enumerate() {
        let lead = common.len() + place / 256;
        places.insert(*character, (Some(lead as u8), (place % 256) as u8));
    }
    for character in text.chars() {
        let (lead, place) = places[&character];
        out.extend(lead);
        out.push(place);
    }
    Some(())
}

/// The text that was put, to the end of the bytes.
pub(crate) fn take_text(mut bytes: &[u8]) -> Option<String> {
    let common = take_group(&mut bytes)?;
    let rare = take_group(&mut bytes)?;
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut bytes = bytes.iter().map(|byte| usize::from(*byte));
    while let Some(byte) = bytes.next() {
        let character = match common.get(byte) {
            Some(character) => character,
            None => rare.get((byte - common.len()) * 256 + bytes.next()?)?,
        };
        text.push(*character);
    }
    Some(text)
}

fn take_group(bytes: &mut &[u8]) -> Option<Vec<char>> {
    let n = take(bytes)?;
    let mut before = 0_u32;
    let mut group = Vec::new();
    for _ in 0..n {
        before = before.checked_add(u32::try_from(take(bytes)?).ok()?)?;
        group.push(char::from_u32(before)?);
    }
    Some(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> usize {
        let mut bytes = Vec::new();
        put_text(&mut bytes, text).unwrap();
        assert_eq!(take_text(&bytes).as_deref(), Some(text));
        bytes.len()
    }

    #[test]
    fn any_number_of_characters_has_room() {
        for n in [0, 1, 255, 256, 257, 511, 512, 3000] {
            check(&('一'..).take(n).collect::<String>());
        }
    }

    #[test]
    fn a_common_character_takes_one_byte() {
        let text = "民生实事".repeat(1000);
        assert!(check(&text) < 4020);
    }
}
