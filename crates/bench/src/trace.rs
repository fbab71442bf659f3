//! The steps of a trace.

use serde::{Deserialize, Serialize};

/// The usual steps.
const TRACE: &str = include_str!("../workload/trace.json");

/// A step: what all filters are after it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub struct Step {
    /// Its number, from 1.
    pub step: u32,
    /// What is done, in words.
    #[serde(default)]
    pub op: String,
    /// The filters.
    pub state: State,
}

/// All filters at once; each row passes a filter that is `None`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the fields are the facets")]
pub struct State {
    pub year: Option<u32>,
    pub region: Option<u32>,
    pub section: Option<u32>,
    pub theme: Option<Vec<u32>>,
    pub lead_unit: Option<u32>,
    pub units: Option<Vec<u32>>,
    pub target_kind: Option<u32>,
    pub status: Option<Vec<u32>>,
    /// At least the first, below the second.
    pub value: Option<[f64; 2]>,
    /// What a text holds.
    pub text: Option<String>,
}

impl State {
    /// The filters of the facets, in the order of [`crate::FACETS`].
    pub fn facets(&self) -> [Option<Vec<u32>>; 8] {
        let one = |code: Option<u32>| code.map(|code| vec![code]);
        [
            one(self.year),
            one(self.region),
            one(self.section),
            self.theme.clone(),
            one(self.lead_unit),
            self.units.clone(),
            one(self.target_kind),
            self.status.clone(),
        ]
    }
}

/// The steps of `workload/trace.json`.
///
/// # Panics
///
/// When that file is no trace.
pub fn usual_trace() -> Vec<Step> {
    serde_json::from_str(TRACE).expect("workload/trace.json is a trace")
}

/// The searches of a trace by themselves, without any filter, and the first character of each.
pub fn searches(trace: &[Step]) -> Vec<Step> {
    let mut words: Vec<String> = Vec::new();
    for text in trace.iter().filter_map(|step| step.state.text.as_deref()) {
        let first = text.chars().take(1).collect();
        for word in [text.to_owned(), first] {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let step = |(step, word)| Step {
        step,
        op: "search".to_owned(),
        state: State { text: Some(word), ..State::default() },
    };
    (1..).zip(words).map(step).collect()
}
