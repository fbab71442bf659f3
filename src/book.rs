//! The book: the ledger carried inside the page, and the engine that answers from it.
//!
//! Both are made once and live as long as the page, so everything else borrows them freely.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use columns::Texts;
use engine::{Code, Engine, Facet, Relatives, RelativesReading};
use model::{
    Diagnostic, Document, LeadRule, Ledger, ProgressState, SectionKind, Severity, Task, TaskIdx,
    Theme, Tolerance,
};

use crate::messages as m;
use crate::standing::Judged;
use crate::state::Lang;

/// What `build.rs` has read of the documents.
static LEDGER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ledger.bin"));

/// The data in full: the SHA-256 of the ledger, sources and readings together.
pub(crate) const DATA_HASH: &str = env!("DATA_VERSION");

/// The data in short, as links and downloads name them: the first eight digits of the hash.
pub(crate) const DATA_VERSION: &str = DATA_HASH.split_at(8).0;

/// The rules by which the documents are read and judged; it rises when a rule changes what is
/// read of the same sources.
pub(crate) const RULES_VERSION: &str = "1";

/// Where the public finds this page, without a query; set by whoever builds it, for copies that
/// are opened from a file.
pub(crate) const PUBLIC_URL: Option<&str> = option_env!("YBZ_PUBLIC_URL");

/// The ledger and the engine over it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Book {
    /// Every task of every document.
    pub ledger: &'static Ledger,
    /// What answers questions about them.
    pub engine: &'static Engine,
    /// The tasks that a fault of the source concerns, in order.
    faulty: &'static [TaskIdx],
    /// What tells how alike tasks are, built when first asked.
    relatives: &'static OnceLock<Relatives>,
    /// The same while it is being built piece by piece.
    relatives_reading: &'static Mutex<RelativesReading>,
    /// The tasks judged with the tolerance that was asked for last.
    judged: &'static Mutex<Option<Arc<Judged>>>,
}

/// A name to show, and whether it is Chinese whatever the page's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Name {
    /// The words.
    pub text: String,
    /// Whether they are the documents' own words.
    pub is_source: bool,
}

impl Name {
    /// The language of these words where it is not the page's own.
    pub(crate) fn lang(&self, page: Lang) -> Option<&'static str> {
        (self.is_source && page != Lang::Zh).then(|| Lang::Zh.tag())
    }
}

impl Book {
    /// Opens the ledger carried inside the page; `None` where it cannot be read.
    pub(crate) fn open() -> Option<Self> {
        let mut ledger = Self::ledger()?;
        ledger.restore_words().ok()?;
        let ledger = Box::leak(Box::new(ledger));
        Some(Self::of(ledger, Engine::new(ledger)))
    }

    /// The ledger carried inside the page, its words still in the sources alone; `None` where it
    /// cannot be read.
    fn ledger() -> Option<Ledger> {
        Self::texts()?.value().ok()
    }

    /// The first step of reading it: its `value` is the ledger.
    pub(crate) fn texts() -> Option<Texts<'static>> {
        Texts::of(LEDGER).ok()
    }

    /// The book of this ledger and the engine over it, which live from here on as long as the page.
    pub(crate) fn of(ledger: &'static Ledger, engine: Engine) -> Self {
        let severe = |found: &&Diagnostic| found.kind.severity() == Severity::Fault;
        let mut faulty: Vec<TaskIdx> =
            ledger.diagnostics.iter().filter(severe).filter_map(|found| found.task).collect();
        faulty.sort_unstable();
        let engine = Box::leak(Box::new(engine));
        let relatives = Box::leak(Box::default());
        let relatives_reading = Box::leak(Box::default());
        let judged = Box::leak(Box::default());
        Self { ledger, engine, faulty: faulty.leak(), relatives, relatives_reading, judged }
    }

    /// What tells how alike tasks are.
    pub(crate) fn relatives(self) -> &'static Relatives {
        let all = self.relatives_after(2 * self.ledger.tasks.len());
        all.unwrap_or_else(|| self.relatives.get_or_init(|| Relatives::new(self.ledger)))
    }

    /// The same where it is ready; else it is built further by `n_tasks` tasks.
    pub(crate) fn relatives_after(self, n_tasks: usize) -> Option<&'static Relatives> {
        if let Some(ready) = self.relatives.get() {
            return Some(ready);
        }
        // The page has one thread, so nobody else holds it.
        let mut reading = self.relatives_reading.try_lock().ok()?;
        let ready = reading.go_on(self.ledger, n_tasks)?;
        Some(self.relatives.get_or_init(|| ready))
    }

    /// The tasks that report progress, judged with a tolerance.
    pub(crate) fn judged(self, tolerance: Tolerance) -> Arc<Judged> {
        let mut last = self.judged.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(judged) = last.as_ref().filter(|judged| judged.is_for(tolerance)) {
            return Arc::clone(judged);
        }
        Arc::clone(last.insert(Arc::new(Judged::of(self, tolerance))))
    }

    /// The task at this position.
    pub(crate) fn task(self, idx: TaskIdx) -> &'static Task {
        &self.ledger.tasks[idx as usize]
    }

    /// The position of the task with this id.
    pub(crate) fn task_idx(self, id: &str) -> Option<TaskIdx> {
        // An id begins with its document's key, and tasks stand in the order of their documents.
        let tasks = &self.ledger.tasks;
        let is_of = |document: &Document| {
            id.strip_prefix(&*document.key).is_some_and(|rest| rest.starts_with('/'))
        };
        let documents = (0..).zip(&self.ledger.documents).filter(|(_, document)| is_of(document));
        let mut ranges = documents.map(|(document, _)| {
            tasks.partition_point(|task| task.document < document)
                ..tasks.partition_point(|task| task.document <= document)
        });
        let own = ranges.find_map(|own| {
            let at = tasks[own.clone()].iter().position(|task| task.id == id)?;
            Some(own.start + at)
        });
        own.map(|at| at as TaskIdx)
    }

    /// The quantities of a task's text, by their positions in the ledger.
    ///
    /// A text carried down from a merged cell has its quantities at the row that prints it.
    pub(crate) fn targets_of(self, idx: TaskIdx) -> core::ops::Range<usize> {
        let carried = |task: &TaskIdx| self.task(*task).text_carried;
        let first = (0..=idx).rev().find(|task| !carried(task)).unwrap_or(idx);
        let targets = &self.ledger.targets;
        targets.partition_point(|target| target.task < first)
            ..targets.partition_point(|target| target.task <= first)
    }

    /// What the task's status says was reached, by its positions in the ledger.
    pub(crate) fn progress_of(self, idx: TaskIdx) -> core::ops::Range<usize> {
        let rows = &self.ledger.progress;
        rows.partition_point(|row| row.task < idx)..rows.partition_point(|row| row.task <= idx)
    }

    /// Where the quantities of a task's text stand in it, in order and without overlap.
    pub(crate) fn figures_in(self, idx: TaskIdx) -> Vec<core::ops::Range<usize>> {
        let own = &self.ledger.targets[self.targets_of(idx)];
        let text = &self.task(idx).text;
        let mut ranges: Vec<_> =
            own.iter().filter_map(|target| text.range_of(&target.printed)).collect();
        ranges.sort_by_key(|range| range.start);
        ranges.dedup();
        ranges
    }

    /// How many rows share the number of a task, where it is the first of several.
    pub(crate) fn n_rows(self, idx: TaskIdx) -> Option<u16> {
        let first = self.task(idx);
        let is_next = |(task, sub): &(&Task, u16)| {
            task.sub == Some(*sub)
                && (task.document, task.section) == (first.document, first.section)
        };
        let rest = &self.ledger.tasks[idx as usize..];
        let n = rest.iter().zip(1_u16..).take_while(is_next).count();
        (n > 1).then_some(n as u16)
    }

    /// Whether a fault of the source concerns this task.
    pub(crate) fn is_faulty(self, task: TaskIdx) -> bool {
        self.faulty.binary_search(&task).is_ok()
    }

    /// The document that a task stands in.
    pub(crate) fn document(self, task: &Task) -> &'static Document {
        &self.ledger.documents[task.document as usize]
    }

    /// The years with a document, earliest first.
    pub(crate) fn years(self) -> Vec<u16> {
        let mut years: Vec<u16> = self.ledger.documents.iter().map(|found| found.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// A region's name.
    pub(crate) fn region_name(self, region: model::RegionIdx, lang: Lang) -> Name {
        let region = &self.ledger.regions[region as usize];
        if lang == Lang::En && !region.name_en.is_empty() {
            return Name { text: region.name_en.clone(), is_source: false };
        }
        Name { text: region.name.clone(), is_source: true }
    }

    /// A series' name.
    pub(crate) fn series_name(series: &model::Series, lang: Lang) -> Name {
        if lang == Lang::En && !series.name_en.is_empty() {
            return Name { text: series.name_en.clone(), is_source: false };
        }
        Name { text: series.name.clone(), is_source: true }
    }

    /// A document's short name: its place and year.
    pub(crate) fn document_name(self, document: &Document, lang: Lang) -> Name {
        let place = self.region_name(document.region, lang);
        Name { text: format!("{} {}", place.text, document.year), ..place }
    }

    /// The name of a facet's value.
    pub(crate) fn value_name(self, facet: Facet, code: Code, lang: Lang) -> Name {
        let Some(value) = self.engine.values(facet).get(code as usize) else {
            return Name::default();
        };
        let ours = |words: m::Words| Name { text: words.to(lang).to_owned(), is_source: false };
        match facet {
            Facet::Document => self.document_name(&self.ledger.documents[code as usize], lang),
            Facet::Region => self.region_name(code as model::RegionIdx, lang),
            Facet::Section => find(SectionKind::ALL, |kind| kind.code() == value.key)
                .map(|kind| ours(m::section(kind)))
                .unwrap_or_default(),
            Facet::Theme => ours(Theme::from_code(&value.key).map_or(m::NO_THEME, m::theme)),
            Facet::LeadRule => find(LeadRule::ALL, |rule| rule.code() == value.key)
                .map(|rule| ours(m::lead_rule(rule)))
                .unwrap_or_default(),
            Facet::Trait => find(engine::Trait::ALL, |known| known.key() == value.key)
                .map(|known| ours(m::known(known)))
                .unwrap_or_default(),
            Facet::Wanted => find(engine::Wanted::ALL, |kind| kind.key() == value.key)
                .map(|kind| ours(m::wanted(kind)))
                .unwrap_or_default(),
            Facet::Progress => find(ProgressState::ALL, |state| state.code() == value.key)
                .map(|state| ours(m::state(state)))
                .unwrap_or_default(),
            Facet::Lead | Facet::Unit => Name { text: value.name.clone(), is_source: true },
            Facet::Year => Name { text: value.key.clone(), is_source: false },
        }
    }
}

fn find<T: Copy, const N: usize>(all: [T; N], is_it: impl Fn(T) -> bool) -> Option<T> {
    all.into_iter().find(|one| is_it(*one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_number_knows_how_many_share_it() {
        let book = Book::open().unwrap();
        let n_rows = |id: &str| book.n_rows(book.task_idx(id).unwrap());
        assert_eq!(n_rows("jiaxing-2024/livelihood-city/23.1"), Some(4));
        assert_eq!(n_rows("jiaxing-2024/livelihood-city/23.2"), None);
        assert_eq!(n_rows("jiaxing-2024/livelihood-city/24"), None);
    }

    #[test]
    fn the_ledger_carried_inside_opens() {
        assert!(Book::open().is_some_and(|book| !book.ledger.tasks.is_empty()));
    }
}
