//! Themes: what a task is about, decided by weighted words that a person can read and edit.
//!
//! Start with [`ThemeRules::classify`]. The rules stand in `seeds/themes.toml`, grouped by
//! theme; this file only counts. How it counts:
//!
//! 1. A text is read from left to right and matched with the longest word that any rule
//!    knows there, so that 农村公路 does not count as 农村.
//! 2. Each word counts once, with its full weight in the task's text and its label, with half
//!    its weight (rounded up) in the heading, which stands over several tasks.
//! 3. A rule for leads counts once, with the first leading department that it knows.
//! 4. The theme with the highest sum wins; among equals, the one whose evidence stands first
//!    in the text, then the one that [`Theme::ALL`] names first.

mod file;

use std::collections::BTreeMap;

use model::{Theme, ThemeReading};

pub(crate) use file::ThemeRulesError;

/// The rules for themes, read from `themes.toml`.
#[derive(Debug, Clone, Default)]
pub(crate) struct ThemeRules {
    /// What each word says, by its first character, longer words first.
    words: BTreeMap<char, Vec<Word>>,
    /// What a leading department says, in the order of the file.
    leads: Vec<Lead>,
}

/// A word that speaks for themes.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    /// For which themes, and how strongly; mostly one.
    votes: Vec<(Theme, u16)>,
}

/// A part of departments' names that speaks for a theme when such a department leads.
#[derive(Debug, Clone)]
struct Lead {
    part_of_name: String,
    theme: Theme,
    weight: u16,
}

/// What speaks for one theme in one task.
#[derive(Debug, Default)]
struct Score {
    total: u16,
    /// Words and departments with their weights, in order of appearance.
    evidence: Vec<(u16, String)>,
    /// Where the first evidence stands among all of the task's.
    first: usize,
}

impl ThemeRules {
    /// The theme of a task with this text, and what speaks for it, strongest first.
    ///
    /// `None` where no rule matches. `leads` are the canonical names of the departments that
    /// lead; `heading` and `sub_label` are those of the row.
    pub(crate) fn classify(
        &self,
        text: &str,
        heading: Option<&str>,
        sub_label: Option<&str>,
        leads: &[&str],
    ) -> Option<ThemeReading> {
        let mut scores = Scores::default();
        for words in [Some(text), sub_label].into_iter().flatten() {
            self.matches(words).for_each(|word| scores.add_word(word, |weight| weight));
        }
        self.matches(heading.unwrap_or_default())
            .for_each(|word| scores.add_word(word, |weight| weight.div_ceil(2)));
        for lead in &self.leads {
            if let Some(name) = leads.iter().find(|name| name.contains(&lead.part_of_name)) {
                scores.add(lead.theme, lead.weight, name);
            }
        }
        scores.best()
    }

    /// The words of the rules in `text`, from left to right, the longest at each place.
    fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Word> {
        let mut rest = text;
        core::iter::from_fn(move || {
            loop {
                let first = rest.chars().next()?;
                let word = self
                    .words
                    .get(&first)
                    .into_iter()
                    .flatten()
                    .find(|word| rest.starts_with(&word.text));
                rest = &rest[word.map_or(first.len_utf8(), |word| word.text.len())..];
                if word.is_some() {
                    return word;
                }
            }
        })
    }
}

/// The scores of one task's themes.
#[derive(Debug, Default)]
struct Scores {
    by_theme: BTreeMap<Theme, Score>,
    n_matches: usize,
}

impl Scores {
    fn add_word(&mut self, word: &Word, weigh: impl Fn(u16) -> u16) {
        for (theme, weight) in &word.votes {
            self.add(*theme, weigh(*weight), &word.text);
        }
    }

    /// Counts `evidence` for `theme`, unless it has been counted.
    fn add(&mut self, theme: Theme, weight: u16, evidence: &str) {
        self.n_matches += 1;
        let first = self.n_matches;
        let score =
            self.by_theme.entry(theme).or_insert_with(|| Score { first, ..Score::default() });
        if !score.evidence.iter().any(|(_, known)| known == evidence) {
            score.total = score.total.saturating_add(weight);
            score.evidence.push((weight, evidence.to_owned()));
        }
    }

    fn best(self) -> Option<ThemeReading> {
        let by_merit = |(theme, score): &(Theme, Score)| {
            (core::cmp::Reverse(score.total), score.first, *theme)
        };
        let (theme, mut score) = self.by_theme.into_iter().min_by_key(by_merit)?;
        score.evidence.sort_by_key(|(weight, _)| core::cmp::Reverse(*weight));
        let evidence = score.evidence.into_iter().map(|(_, words)| words).collect();
        Some(ThemeReading { theme, score: score.total, evidence })
    }
}

#[cfg(test)]
mod tests;
