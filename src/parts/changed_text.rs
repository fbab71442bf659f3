//! A text with the words marked that went and that came.

use engine::{TextRun, WordChange};
use leptos::prelude::*;

/// The runs in order: what went as deleted, what came as inserted.
pub(crate) fn changed_text(runs: &[TextRun]) -> Vec<AnyView> {
    let run = |run: &TextRun| {
        let text = run.text.clone();
        match run.change {
            WordChange::Same => text.into_any(),
            WordChange::Removed => view! { <del>{text}</del> }.into_any(),
            WordChange::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    };
    runs.iter().map(run).collect()
}
