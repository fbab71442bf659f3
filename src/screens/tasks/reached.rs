//! What a status text says was reached, figure by figure, and how that stands to the targets.
//!
//! What the document claims, what was computed, and the words both rest on stand apart.

use leptos::prelude::*;
use model::{Basis, Progress, ProgressState, TaskIdx, Verdict, judge};

use super::facts::traced;
use super::marks::Mark;
use super::panel::OpenTask;
use super::targets::reading;
use crate::book::Book;
use crate::format;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{ProgressBar, Sigil, SigilKind, StateMark, dynamic, when};
use crate::state::{Lang, Leeway};

/// Each figure with its target, and the task's state as a whole; nothing where the document
/// reports no progress.
#[component]
pub(super) fn ProgressSection(open: OpenTask, idx: TaskIdx) -> impl IntoView {
    let page = Page::here();
    if open.task.status.is_none() {
        return ().into_any();
    }
    let leeway = Memo::new(move |_| page.state.with(|state| state.focus.tolerance));
    dynamic(move || section(page, open, idx, leeway.get())).into_any()
}

fn section(page: Page, open: OpenTask, idx: TaskIdx, leeway: Leeway) -> AnyView {
    let (book, lang) = (page.book, page.lang);
    let rows: Vec<_> = book.progress_of(idx).map(|at| (at, verdict(book, at, leeway))).collect();
    let of_row = |at: usize| &book.ledger.progress[at];
    let overall = model::overall(rows.iter().map(|(at, verdict)| (of_row(*at), verdict.state)));
    let rows: Vec<_> =
        rows.iter().map(|(at, verdict)| row_view(page, open, *at, *verdict)).collect();
    view! {
        <section class="panel-section">
            <h3>
                {m::panel::STANDING.to(lang)}
                <StateMark state=overall lang />
                <small>{m::panel::OVERALL_RULE.to(lang)}</small>
            </h3>
            <ul class="standing">{rows}</ul>
        </section>
    }
    .into_any()
}

/// How the figure stands with the tolerance that the reader chose.
fn verdict(book: Book, at: usize, leeway: Leeway) -> Verdict {
    let row = &book.ledger.progress[at];
    let target = row.target.and_then(|target| book.ledger.targets.get(target as usize));
    judge(row, target, leeway.tolerance())
}

fn row_view(page: Page, open: OpenTask, at: usize, verdict: Verdict) -> AnyView {
    let (book, lang) = (page.book, page.lang);
    let row = &book.ledger.progress[at];
    let target = row.target.and_then(|target| book.ledger.targets.get(target as usize));
    let wanted = target.map(|target| {
        view! {
            <span class="standing-target">
                {m::panel::WANTED.to(lang)}
                <span class="num">{reading(target, lang)}</span>
            </span>
        }
    });
    let bar = verdict.ratio.map(|reached| {
        let elapsed = row.period.as_ref().map(model::Elapsed::share_of_year);
        let is_behind = verdict.state == ProgressState::Behind;
        view! { <ProgressBar reached elapsed is_behind /> }
    });
    let is_judged = verdict.state != ProgressState::Unquantified;
    view! {
        <li>
            <p class="standing-line">
                {when(is_judged, || view! { <StateMark state=verdict.state lang /> })}
                <span class="standing-name" lang="zh-CN">{row.indicator.clone()}</span>
                {wanted}
                {figure(open, at, row, lang)}
                {bar}
                {verdict.ratio.map(|share| view! { <span class="num">{format::part(share)}</span> })}
            </p>
            {claim(row, lang)}
            <p class="why">{m::panel::rule(verdict.rule).to(lang)}</p>
        </li>
    }
    .into_any()
}

/// The figure as printed, which marks itself in the source, and up to when it counts.
fn figure(open: OpenTask, at: usize, row: &Progress, lang: Lang) -> Option<AnyView> {
    row.achieved.as_ref()?;
    let period = row.period.as_ref().map(|period| {
        let words = if lang == Lang::En || period.printed.text.is_empty() {
            m::panel::up_to_month(period.end_month, lang)
        } else {
            period.printed.text.clone()
        };
        let sigil = when(period.is_inferred, || view! { <Sigil kind=SigilKind::Inferred lang /> });
        view! { <span class="standing-period">{words}{sigil}</span> }
    });
    let forecast = when(row.basis == Basis::Forecast, || {
        view! { <Sigil kind=SigilKind::Forecast lang /> }
    });
    Some(
        view! {
            <span class="nowrap">
                {m::panel::REACHED.to(lang)}
                {traced(open, Mark::Progress(at), &row.printed.text, false)}
                {forecast}
            </span>
            {period}
        }
        .into_any(),
    )
}

/// What the document says of itself.
fn claim(row: &Progress, lang: Lang) -> Option<AnyView> {
    let claim = row.claim.as_ref().filter(|claim| !claim.text.is_empty())?;
    Some(
        view! {
            <p class="standing-claim">
                {m::panel::CLAIM.to(lang)}
                <q lang="zh-CN">{claim.text.clone()}</q>
            </p>
        }
        .into_any(),
    )
}
