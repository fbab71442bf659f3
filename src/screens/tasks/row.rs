//! One task in the list.

use std::ops::Range;

use engine::Facet;
use leptos::prelude::*;
use model::{LeadRule, Task, TaskIdx};

use crate::messages as m;
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, Spark, said, said_if, when};
use crate::state::ViewState;

/// What the notes of a row leave out, because the sentence above the list says it already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowNotes {
    has_lead: bool,
    has_theme: bool,
}

impl RowNotes {
    /// The notes worth showing beside this state.
    pub(super) fn beside(state: &ViewState) -> Self {
        let says =
            |facet: Facet| state.choice(facet).is_some_and(|choice| choice.include.len() == 1);
        Self {
            has_lead: !says(Facet::Lead) && state.group != engine::Group::Lead,
            has_theme: !says(Facet::Theme) && state.group != engine::Group::Theme,
        }
    }
}

/// A task: its number as printed, its text, its shares as small bars, a line of notes.
#[component]
pub(super) fn TaskRow(
    /// Its position in the list.
    row: u32,
    /// Which task.
    task: TaskIdx,
    /// The open task.
    open: Memo<Option<TaskIdx>>,
    /// What the notes say.
    notes: RowNotes,
) -> impl IntoView {
    let page = Page::here();
    let found = page.book.task(task);
    let number = found.number.clone().unwrap_or_default();
    let hits =
        page.state.with_untracked(|state| page.book.engine.hits(&state.search, &found.text.text));
    let current = said_if(move || (open.get() == Some(task)).then(|| "true".to_owned()));
    let href = said(move || page.href(|state| state.with_task(&found.id)));
    view! {
        <li class="task" data-row=row aria-current=current>
            <span class="task-number num">{number}</span>
            <a class="task-text" lang="zh-CN" href=href>
                {with_marks(&found.text.text, &hits, &page.book.figures_in(task))}
            </a>
            <span class="task-side">{shares(page, found)}</span>
            <p class="task-notes">{notes_view(page, task, found, notes)}</p>
        </li>
    }
}

/// The text with the words that the search found marked, and its figures set bold; where a
/// figure was found, the mark of the search shows.
pub(super) fn with_marks(
    text: &str,
    hits: &[Range<usize>],
    figures: &[Range<usize>],
) -> Vec<AnyView> {
    let is_free = |figure: &&Range<usize>| {
        hits.iter().all(|hit| hit.end <= figure.start || figure.end <= hit.start)
    };
    let figures = figures.iter().filter(is_free).map(|range| (range, false));
    let mut marks: Vec<_> = hits.iter().map(|range| (range, true)).chain(figures).collect();
    marks.sort_by_key(|(range, _)| range.start);
    let mut views = Vec::new();
    let mut at = 0;
    for (range, is_hit) in marks {
        let (Some(before), Some(words)) = (text.get(at..range.start), text.get(range.clone()))
        else {
            continue;
        };
        views.push(before.to_owned().into_any());
        let words = words.to_owned();
        views.push(if is_hit {
            view! { <mark class="hit">{words}</mark> }.into_any()
        } else {
            view! { <b class="fig">{words}</b> }.into_any()
        });
        at = range.end;
    }
    views.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    views
}

/// The shares of the regions, each against the largest.
fn shares(page: Page, task: &Task) -> Option<AnyView> {
    let shares: Vec<Option<f64>> = task
        .allocations
        .iter()
        .filter(|cell| !cell.is_total)
        .map(|cell| cell.reading.as_ref().map(|reading| reading.value))
        .collect();
    let largest = shares.iter().flatten().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let n_with = shares.iter().flatten().count();
    let label = m::shares_chart(n_with, shares.len(), page.lang);
    let heights = shares.iter().map(|share| share.map(|value| value / largest)).collect();
    Some(view! { <Spark heights label /> }.into_any())
}

/// The line of notes: part, theme, lead, and what was inferred.
fn notes_view(page: Page, idx: TaskIdx, task: &Task, notes: RowNotes) -> AnyView {
    let lang = page.lang;
    let part = task.sub_label.as_ref().map(|label| {
        view! { <span class="task-part" lang="zh-CN">{label.text.clone()}</span> }
    });
    let theme = when(notes.has_theme, || {
        let words = task.theme.as_ref().map_or(m::NO_THEME, |reading| m::theme(reading.theme));
        view! { <span>{words.to(lang)}</span> }
    });
    let is_inferred = task.lead_carried || task.lead_rule == Some(LeadRule::InferredFirst);
    let inferred = when(is_inferred, || view! { <Sigil kind=SigilKind::Inferred lang /> });
    let leads = notes.has_lead.then(|| lead_names(page, task)).flatten();
    let lead = when(leads.is_some() || is_inferred, || {
        let names = leads.unwrap_or_else(|| m::LEAD.to(lang).to_owned());
        view! { <span><span lang="zh-CN">{names}</span>{inferred}</span> }
    });
    let rows = page.book.n_rows(idx).map(|n| {
        view! { <span>{m::panel::n_rows(n, lang)}</span> }
    });
    let n_supports = task.supports().count();
    let supports =
        when(n_supports > 0, || view! { <span>{m::with_support(n_supports, lang)}</span> });
    let is_faulty = page.book.is_faulty(idx);
    let fault = when(is_faulty, || view! { <span><Sigil kind=SigilKind::Check lang /></span> });
    view! {
        {part}
        {theme}
        {lead}
        {supports}
        {rows}
        {fault}
    }
    .into_any()
}

/// The leads in a row; `None` where nobody is named.
fn lead_names(page: Page, task: &Task) -> Option<String> {
    let names: Vec<&str> =
        task.leads().map(|unit| &*page.book.ledger.departments[unit as usize].name).collect();
    (!names.is_empty()).then(|| names.join("、"))
}
