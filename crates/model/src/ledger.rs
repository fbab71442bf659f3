//! Everything that was read, in one value.

use serde::{Deserialize, Serialize};

use crate::{
    Department, Diagnostic, Document, DocumentIdx, Progress, Region, Series, Span, Target, Task,
    span::cut_all,
};

/// Every task of every document, with what they refer to (台账).
///
/// Tasks stand in the order of their documents and, within one, as printed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// The documents, in the manifest's order.
    pub documents: Vec<Document>,
    /// The places: each city before its districts, in the order of its tables.
    pub regions: Vec<Region>,
    /// The departments, in order of first appearance.
    pub departments: Vec<Department>,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The quantities in the tasks' texts, in the order of the tasks and as printed.
    pub targets: Vec<Target>,
    /// What the status texts say was reached, in the order of the tasks, their targets and the
    /// periods; a task of a progress document has at least one row.
    pub progress: Vec<Progress>,
    /// The indicators that recur, in the order of their registry.
    pub series: Vec<Series>,
    /// What finds each theme by sound, in the order of [`crate::Theme::ALL`].
    pub theme_keys: Vec<Vec<String>>,
    /// What a reader should know about them, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
}

/// A span that does not lie in its document's source: the ledger and its sources do not belong
/// together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the words at bytes {}..{} are not in the source", span.start, span.end)]
pub struct BrokenSpan {
    /// Where the words should stand.
    pub span: Span,
}

impl Ledger {
    /// Cuts every printed word out of the sources again, after deserialising.
    ///
    /// A serialised ledger keeps where words stand and not the words, which stand in the sources.
    ///
    /// # Errors
    ///
    /// [`BrokenSpan`] where a span does not lie in its source.
    pub fn restore_words(&mut self) -> Result<(), BrokenSpan> {
        let Self { documents, tasks, targets, progress, .. } = self;
        let source = |document: DocumentIdx| documents[document as usize].source.as_str();
        for task in tasks.iter_mut() {
            let source = source(task.document);
            for passage in task.passages_mut() {
                passage.restore(source).map_err(|span| BrokenSpan { span })?;
            }
            for mention in &mut task.mentions {
                mention.printed =
                    cut_all(&mention.spans, source).map_err(|span| BrokenSpan { span })?;
            }
        }
        for target in targets {
            let source = source(tasks[target.task as usize].document);
            target.printed.restore(source).map_err(|span| BrokenSpan { span })?;
        }
        for row in progress {
            let source = source(tasks[row.task as usize].document);
            for passage in row.passages_mut() {
                passage.restore(source).map_err(|span| BrokenSpan { span })?;
            }
        }
        Ok(())
    }
}
