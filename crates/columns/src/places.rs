//! A growing text that is asked where words stand in it.
//!
//! Three neighbouring characters know every place where they stand, so that a word is compared
//! at the places of its rarest three alone, and not all over the text.

use std::collections::HashMap;

/// So many neighbouring characters have their places written down.
const N: usize = 3;

type Key = [char; N];

/// The text and the places of its characters.
#[derive(Debug, Default)]
pub(crate) struct Places {
    text: String,
    /// Where each key stands, in order.
    by_key: HashMap<Key, Vec<u32>>,
    /// The last characters, which a key may begin with, and their places.
    last: Vec<(usize, char)>,
}

impl Places {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Goes on with `more`.
    pub(crate) fn push(&mut self, more: &str) {
        for character in more.chars() {
            self.last.push((self.text.len(), character));
            self.text.push(character);
            if let [(begin, one), (_, two), (_, three)] = self.last[..] {
                self.by_key.entry([one, two, three]).or_default().push(begin as u32);
                self.last.remove(0);
            }
        }
    }

    /// Where `word` stands as close as can be to `from`: of two places as close, the first.
    pub(crate) fn nearest(&self, word: &str, from: usize) -> Option<usize> {
        let characters: Vec<(usize, char)> = word.char_indices().collect();
        let keys = characters.windows(N).map(|near| (near[0].0, [near[0].1, near[1].1, near[2].1]));
        let of_key = |(offset, key)| Some((offset, self.by_key.get(&key)?.as_slice()));
        let known: Vec<_> = keys.map(of_key).collect::<Option<_>>()?;
        let Some((offset, places)) = known.into_iter().min_by_key(|(_, places)| places.len())
        else {
            return self.nearest_of_short(word, from);
        };
        let begin = |place: &u32| (*place as usize).checked_sub(offset);
        let is_there = |begin: &usize| self.text.as_bytes()[*begin..].starts_with(word.as_bytes());
        let middle = places.partition_point(|place| (*place as usize) < from + offset);
        let before = places[..middle].iter().rev().filter_map(begin).find(is_there);
        let reach = before.map_or(usize::MAX, |before| from - before);
        let behind = places[middle..].iter().filter_map(begin);
        let behind = behind.take_while(|begin| begin - from < reach).find(is_there);
        behind.or(before)
    }

    /// The same of a word that is shorter than a key.
    fn nearest_of_short(&self, word: &str, from: usize) -> Option<usize> {
        // What straddles `from` begins before it.
        let mut end = (from + word.len()).saturating_sub(1).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let before = self.text[..end].rfind(word).filter(|begin| *begin < from);
        let mut start = from.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let behind = self.text[start..].find(word).map(|begin| start + begin);
        match (before, behind) {
            (Some(before), Some(behind)) if behind - from < from - before => Some(behind),
            (before, behind) => before.or(behind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By looking at every place.
    fn expected(text: &str, word: &str, from: usize) -> Option<usize> {
        let all = (0..text.len()).filter(|begin| text.is_char_boundary(*begin));
        let places = all.filter(|begin| text[*begin..].starts_with(word));
        places.min_by_key(|begin| begin.abs_diff(from))
    }

    #[test]
    fn the_nearest_place_is_found_from_anywhere() {
        let parts = ["新增托位12个", "新增12个", "学位1200个", "a", "新增托", "12"];
        let mut places = Places::default();
        for part in parts {
            places.push(part);
        }
        let text = parts.concat();
        assert_eq!(places.as_str(), text);
        for word in
            ["新增", "12", "个", "增托位", "位12", "新增托位", "12个学", "无", "学位的", "1212"]
        {
            for from in 0..=text.len() {
                assert_eq!(
                    places.nearest(word, from),
                    expected(&text, word, from),
                    "{word} {from}"
                );
            }
        }
    }
}
