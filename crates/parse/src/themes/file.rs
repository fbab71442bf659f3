//! The form of `themes.toml`, and what can be wrong with it.

use std::collections::BTreeMap;

use model::Theme;
use serde::Deserialize;

use super::{Lead, ThemeRules, Word};

/// Why a file of rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeRulesError {
    /// The file is not TOML, or has a field that rules do not have.
    #[error("line {line}: {message}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// What the reader of TOML says.
        message: String,
    },
    /// No theme has this code.
    #[error("[[{code}]] is no theme: wanted one of education, health, care …")]
    UnknownTheme {
        /// The code as written.
        code: String,
    },
    /// A rule weighs nothing and could never decide.
    #[error("rule {number} of [[{theme}]] has weight 0: wanted 1 or more")]
    NoWeight {
        /// The theme's code.
        theme: String,
        /// Which of the theme's rules, from 1.
        number: usize,
    },
    /// A rule names no word and no department, or an empty one.
    #[error("rule {number} of [[{theme}]] holds an empty word, or none")]
    NoWords {
        /// The theme's code.
        theme: String,
        /// Which of the theme's rules, from 1.
        number: usize,
    },
    /// A word stands twice under one theme, so that its weight is in doubt.
    #[error("{word:?} stands twice in the rules of [[{theme}]]")]
    Twice {
        /// The theme's code.
        theme: String,
        /// The word.
        word: String,
    },
}

/// Words or departments of one theme that weigh the same, with the reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    /// For the reader of the file; not used here.
    #[serde(rename = "why")]
    _why: String,
    weight: u16,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    leads: Vec<String>,
}

impl ThemeRules {
    /// Reads the rules from the text of `themes.toml`.
    ///
    /// # Errors
    ///
    /// [`ThemeRulesError`] names the line, or the theme and rule, that is wrong.
    pub(crate) fn from_toml(text: &str) -> Result<Self, ThemeRulesError> {
        let file: BTreeMap<String, Vec<Rule>> =
            toml::from_str(text).map_err(|error| form_error(text, &error))?;
        let mut rules = Self::default();
        for (code, of_theme) in file {
            let theme = Theme::from_code(&code).ok_or(ThemeRulesError::UnknownTheme { code })?;
            for (idx, rule) in of_theme.into_iter().enumerate() {
                check_rule(&rule, theme, idx + 1)?;
                rules.add_rule(theme, rule)?;
            }
        }
        for words in rules.words.values_mut() {
            words.sort_by(|one, other| {
                other.text.len().cmp(&one.text.len()).then_with(|| one.text.cmp(&other.text))
            });
        }
        Ok(rules)
    }

    fn add_rule(&mut self, theme: Theme, rule: Rule) -> Result<(), ThemeRulesError> {
        for word in rule.words {
            self.add_word(theme, rule.weight, word)?;
        }
        for part_of_name in rule.leads {
            if self
                .leads
                .iter()
                .any(|lead| lead.theme == theme && lead.part_of_name == part_of_name)
            {
                return Err(ThemeRulesError::Twice {
                    theme: theme.code().to_owned(),
                    word: part_of_name,
                });
            }
            self.leads.push(Lead { part_of_name, theme, weight: rule.weight });
        }
        Ok(())
    }

    fn add_word(&mut self, theme: Theme, weight: u16, text: String) -> Result<(), ThemeRulesError> {
        let Some(first) = text.chars().next() else { return Ok(()) };
        let words = self.words.entry(first).or_default();
        let Some(known) = words.iter_mut().find(|word| word.text == text) else {
            words.push(Word { text, votes: vec![(theme, weight)] });
            return Ok(());
        };
        if known.votes.iter().any(|(voted, _)| *voted == theme) {
            return Err(ThemeRulesError::Twice { theme: theme.code().to_owned(), word: text });
        }
        known.votes.push((theme, weight));
        Ok(())
    }
}

fn check_rule(rule: &Rule, theme: Theme, number: usize) -> Result<(), ThemeRulesError> {
    let theme = theme.code().to_owned();
    let mut words = rule.words.iter().chain(&rule.leads).peekable();
    if rule.weight == 0 {
        Err(ThemeRulesError::NoWeight { theme, number })
    } else if words.peek().is_none() || words.any(String::is_empty) {
        Err(ThemeRulesError::NoWords { theme, number })
    } else {
        Ok(())
    }
}

/// The error with the line it stands in, which a person looks for.
fn form_error(text: &str, error: &toml::de::Error) -> ThemeRulesError {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    ThemeRulesError::Form { line, message: error.message().to_owned() }
}
