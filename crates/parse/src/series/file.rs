//! The form of `indicators.toml`, and what can be wrong with it.

use std::collections::BTreeSet;

use model::{Reason, SectionKind, TargetKind};
use serde::Deserialize;

use super::fold;

/// Why a file of indicators cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndicatorsError {
    /// The file is not TOML, or has a field that indicators do not have.
    #[error("line {line}: {message}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// What the reader of TOML says.
        message: String,
    },
    /// Two indicators have the same id, so that a link would have two meanings.
    #[error("indicator {id:?} stands twice")]
    Twice {
        /// The id.
        id: String,
    },
    /// An indicator has no rule and would never be found.
    #[error("indicator {id:?} has neither [[indicator.target]] nor [[indicator.row]]")]
    NoRule {
        /// The id.
        id: String,
    },
    /// A rule would match every text, or holds an empty word.
    #[error("rule {number} of indicator {id:?} holds an empty word, or none under all and any")]
    NoWords {
        /// The id.
        id: String,
        /// Which of the indicator's rules, from 1, targets before rows.
        number: usize,
    },
    /// A rule says what it counts instead, but not why that does not compare.
    #[error("rule {number} of indicator {id:?} has a scope, but no differs")]
    NoReason {
        /// The id.
        id: String,
        /// Which of the indicator's rules, from 1, targets before rows.
        number: usize,
    },
}

/// What is measured, and how documents print it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Indicator {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) name_en: String,
    pub(super) unit: String,
    pub(super) kind: TargetKind,
    /// Whether it counts what is added, so that a sentence that adds nothing tells a stock.
    #[serde(default)]
    pub(super) is_addition: bool,
    /// How a task's text prints it.
    #[serde(default, rename = "target")]
    pub(super) targets: Vec<Rule>,
    /// Which rows of allocation tables count it.
    #[serde(default, rename = "row")]
    pub(super) rows: Vec<Rule>,
}

/// Recognises a quantity in a task's text, or a row of an allocation table, by its words.
///
/// Words are compared without white space and quotation marks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Rule {
    /// Every one of these stands in the quantity's indicator, or in the row's text.
    pub(super) all: Vec<String>,
    /// At least one of these.
    pub(super) any: Vec<String>,
    /// None of these.
    pub(super) none: Vec<String>,
    /// At least one of these stands in the text of the whole task.
    pub(super) task: Vec<String>,
    /// At least one of these stands in the row's label. A rule without any fits no labelled row,
    /// and a row without label fits any rule.
    pub(super) label: Vec<String>,
    /// The units it is printed in; that of the indicator where none is given, `""` for no unit.
    pub(super) units: Vec<String>,
    /// Its kind, where that is not the indicator's.
    pub(super) kind: Option<TargetKind>,
    /// The parts of documents it may stand in; every part where none is given.
    pub(super) sections: Vec<SectionKind>,
    /// What it counts, where that is not what the indicator counts.
    pub(super) scope: Option<String>,
    /// Why it does not compare.
    pub(super) differs: Option<Reason>,
    /// Whether the words name two indicators, so that both may hold the value.
    pub(super) is_shared: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "indicator")]
    indicators: Vec<Indicator>,
}

/// Reads the indicators from the text of `indicators.toml`, in its order.
///
/// # Errors
///
/// [`IndicatorsError`] names the line, or the indicator and rule, that is wrong.
pub(crate) fn from_toml(text: &str) -> Result<Vec<Indicator>, IndicatorsError> {
    let File { mut indicators } = toml::from_str(text).map_err(|error| form_error(text, &error))?;
    let mut ids = BTreeSet::new();
    for indicator in &mut indicators {
        let id = &indicator.id;
        if !ids.insert(id.clone()) {
            return Err(IndicatorsError::Twice { id: id.clone() });
        }
        if indicator.targets.is_empty() && indicator.rows.is_empty() {
            return Err(IndicatorsError::NoRule { id: id.clone() });
        }
        let rules = indicator.targets.iter_mut().chain(&mut indicator.rows);
        for (idx, rule) in rules.enumerate() {
            check(rule, id, idx + 1)?;
            rule.fold();
        }
    }
    Ok(indicators)
}

fn check(rule: &Rule, id: &str, number: usize) -> Result<(), IndicatorsError> {
    let has_empty = rule.lists().into_iter().flatten().any(|word| fold(word).is_empty());
    if has_empty || (rule.all.is_empty() && rule.any.is_empty()) {
        return Err(IndicatorsError::NoWords { id: id.to_owned(), number });
    }
    if rule.scope.is_some() && rule.differs.is_none() {
        return Err(IndicatorsError::NoReason { id: id.to_owned(), number });
    }
    Ok(())
}

impl Rule {
    fn lists(&self) -> [&Vec<String>; 5] {
        [&self.all, &self.any, &self.none, &self.task, &self.label]
    }

    fn fold(&mut self) {
        let lists = [&mut self.all, &mut self.any, &mut self.none, &mut self.task, &mut self.label];
        for word in lists.into_iter().flatten() {
            *word = fold(word);
        }
    }
}

/// The error with the line it stands in, which a person looks for.
fn form_error(text: &str, error: &toml::de::Error) -> IndicatorsError {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    IndicatorsError::Form { line, message: error.message().to_owned() }
}
