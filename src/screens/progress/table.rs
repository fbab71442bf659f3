//! The figures as a table, and the tasks that have none to compare.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use model::{Basis, LeadRule, Progress, ProgressState, Target};

use crate::book::Book;
use crate::format;
use crate::messages::{self as m, progress as words};
use crate::page::Page;
use crate::parts::{
    ProgressBar, RatePlot, Sigil, SigilKind, StateMark, in_turn, rows_in_turn, when,
};
use crate::screens::fold::fold;
use crate::standing::{Gap, Row, TaskRows, clause, falling, target_of};
use crate::state::{Lang, View};

/// A few tasks with figures that compare: amounts, then rates.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(crate) fn JudgedTable(
    /// What the tasks share.
    name: String,
    /// The tasks, in order.
    tasks: Vec<Arc<TaskRows>>,
    /// Whether each row says its state, where the heading does not.
    shows_state: bool,
) -> impl IntoView {
    let all: Rows = |tasks, row| tasks.map(row).collect_view().into_any();
    judged_view(Page::here(), name, &tasks, shows_state, all)
}

/// The same for any number of tasks: those that the screen shows are drawn first.
pub(super) fn judged_in_turn(
    page: Page,
    name: String,
    tasks: &[Arc<TaskRows>],
    shows_state: bool,
) -> AnyView {
    let in_turn: Rows = |tasks, row| rows_in_turn(tasks, TASK, row);
    judged_view(page, name, tasks, shows_state, in_turn)
}

/// How tall a task with its figures is, and one that has none, in pixels.
const TASK: f64 = 100.0;
const CLAIM: f64 = 60.0;

/// After more amounts than these the rates wait their turn.
const MOST_BEFORE: usize = 5;

/// How the rows of a table are drawn.
type Rows = fn(Range<usize>, Box<dyn Fn(usize) -> AnyView + Send + Sync>) -> AnyView;

fn judged_view(
    page: Page,
    name: String,
    tasks: &[Arc<TaskRows>],
    shows_state: bool,
    rows: Rows,
) -> AnyView {
    if tasks.is_empty() {
        return ().into_any();
    }
    let is_amount = |task: &&Arc<TaskRows>| matches!(task.rows[0].gap, Some(Gap::Amount(_)));
    let (amounts, rates): (Vec<_>, Vec<_>) =
        tasks.iter().cloned().partition(|task| is_amount(&task));
    // Amounts that fill the screen are painted before the rates below them are drawn.
    let waits = amounts.len() > MOST_BEFORE;
    let bodies = [(words::AMOUNTS, amounts, false), (words::RATES, rates, waits)];
    let bodies = bodies.map(|(name, tasks, waits)| {
        let tasks: Arc<[Arc<TaskRows>]> = tasks.into();
        let body = move || {
            let tasks = Arc::clone(&tasks);
            let n_tasks = tasks.len();
            let row = move |at: usize| task_view(page, &tasks[at], shows_state);
            let body = || {
                view! {
                    <tbody>
                        <tr class="progress-kind">
                            <th scope="rowgroup" colspan="9">{name.to(page.lang)}</th>
                        </tr>
                        {rows(0..n_tasks, Box::new(row))}
                    </tbody>
                }
            };
            when(n_tasks > 0, body)
        };
        if waits { in_turn(body) } else { body() }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=name>
            <table class="standing-table">
                <thead>{heads(page.lang)}</thead>
                {bodies.into_iter().collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn heads(lang: Lang) -> impl IntoView {
    let heads = [
        (words::NUMBER, ""),
        (words::TASK, ""),
        (words::TARGET, "end"),
        (words::REACHED, "end"),
        (words::PLOT, ""),
        (words::SHARE, "end"),
        (words::GAP, "end"),
        (words::UP_TO, ""),
        (m::LEAD, ""),
    ];
    let head = |(words, class): (m::Words, &'static str)| {
        view! { <th scope="col" class=class>{words.to(lang)}</th> }
    };
    view! { <tr>{heads.map(head).into_iter().collect_view()}</tr> }
}

/// A task: the figure that decides, then its others.
fn task_view(page: Page, task: &TaskRows, shows_state: bool) -> AnyView {
    let rows = task.rows.iter().enumerate();
    rows.map(|(nth, row)| row_view(page, task, row, nth == 0, shows_state))
        .collect_view()
        .into_any()
}

fn row_view(page: Page, task: &TaskRows, row: &Row, is_first: bool, shows_state: bool) -> AnyView {
    let (book, lang) = (page.book, page.lang);
    let found = book.task(task.task);
    let figure = &book.ledger.progress[row.at];
    let target = target_of(book, figure);
    let number = if is_first { found.number.clone() } else { None };
    let href = page.href(|state| state.with_task(&found.id));
    // A row that does not decide has a state of its own, which may be another.
    let own_state = !is_first || shows_state;
    let state = when(own_state && row.gap.is_some(), || {
        view! { <StateMark state=row.verdict.state lang /> }
    });
    let name = target.map_or(&figure.indicator, |target| &target.indicator);
    let leads = if is_first { lead_names(book, task) } else { String::new() };
    let inferred = when(is_first && is_lead_inferred(book, task), || {
        view! { <Sigil kind=SigilKind::Inferred lang /> }
    });
    view! {
        <tr data-first=is_first>
            <td class="num muted">{number}</td>
            <th scope="row">
                <a class="progress-name" lang="zh-CN" href=href>{name.clone()}</a>
                " "
                {state}
                {evidence(book, figure, lang)}
                <small class="why">{m::panel::rule(row.verdict.rule).to(lang)}</small>
            </th>
            <td class="num muted end" lang="zh-CN">
                {falling(target)}
                {target.map(|target| target.printed.text.clone())}
            </td>
            <td class="num end" lang="zh-CN">{reached(figure, target, lang)}</td>
            <td class="plot">{plot(figure, row)}</td>
            <td class="num end">{row.verdict.ratio.map(format::part)}</td>
            <td class="num end gap" data-state=row.verdict.state.code()>{gap(row, target, lang)}</td>
            <td class="muted">{row.gap.is_some().then(|| period(figure, lang))}</td>
            <td class="muted" lang="zh-CN">{leads}{inferred}</td>
        </tr>
    }
    .into_any()
}

/// What the document says, figure and claim apart.
fn evidence(book: Book, figure: &Progress, lang: Lang) -> AnyView {
    let words = clause(book, figure).map(|words| {
        view! { <q class="progress-words" lang="zh-CN">{words}</q> }
    });
    let claim = figure.claim.as_ref().filter(|claim| !claim.text.is_empty()).map(|claim| {
        view! {
            <span class="progress-claim">
                {m::panel::CLAIM.to(lang)}
                <q lang="zh-CN">{claim.text.clone()}</q>
            </span>
        }
    });
    view! { {words} {claim} }.into_any()
}

fn reached(figure: &Progress, target: Option<&Target>, lang: Lang) -> AnyView {
    // A figure that is none, 持平, falls nowhere.
    let falls = figure.achieved.as_ref().is_some_and(|achieved| achieved.value > 0.0);
    let before = if falls { falling(target) } else { "" };
    let forecast = when(figure.basis == Basis::Forecast, || {
        view! { <Sigil kind=SigilKind::Forecast lang /> }
    });
    view! { {before} {figure.printed.text.clone()} {forecast} }.into_any()
}

fn plot(figure: &Progress, row: &Row) -> AnyView {
    match row.gap {
        Some(Gap::Amount(_)) => {
            let reached = row.verdict.ratio.unwrap_or(0.0);
            let elapsed = figure.period.as_ref().map(model::Elapsed::share_of_year);
            let is_behind = row.verdict.state == ProgressState::Behind;
            view! { <ProgressBar reached elapsed is_behind /> }.into_any()
        }
        Some(Gap::Rate { difference, .. }) => {
            let is_behind = row.verdict.state == ProgressState::Behind;
            view! { <RatePlot difference is_behind /> }.into_any()
        }
        None => ().into_any(),
    }
}

/// The distance from the mark with its sign; amounts and percentages in points.
fn gap(row: &Row, target: Option<&Target>, lang: Lang) -> Option<String> {
    let (value, unit) = match row.gap? {
        Gap::Amount(points) => (points, None),
        Gap::Rate { difference, .. } => {
            let unit = target.and_then(|target| target.unit.as_deref()).filter(|unit| *unit != "%");
            (difference, unit)
        }
    };
    let words = format::difference((value * 10.0).round() / 10.0);
    Some(match unit {
        Some(unit) => format!("{words} {unit}"),
        None => format!("{words} {}", words_of_points(lang)),
    })
}

const fn words_of_points(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "点",
        Lang::En => "pts",
    }
}

fn period(figure: &Progress, lang: Lang) -> AnyView {
    let Some(period) = &figure.period else { return ().into_any() };
    let words = if lang == Lang::En || period.printed.text.is_empty() {
        m::panel::up_to_month(period.end_month, lang)
    } else {
        period.printed.text.clone()
    };
    let sigil = when(period.is_inferred, || view! { <Sigil kind=SigilKind::Inferred lang /> });
    view! { <span>{words}</span> {sigil} }.into_any()
}

fn lead_names(book: Book, task: &TaskRows) -> String {
    let names =
        book.task(task.task).leads().map(|unit| &*book.ledger.departments[unit as usize].name);
    names.collect::<Vec<_>>().join("、")
}

/// Whether a rule named who leads, and no document did.
fn is_lead_inferred(book: Book, task: &TaskRows) -> bool {
    let task = book.task(task.task);
    task.lead_carried || task.lead_rule == Some(LeadRule::InferredFirst)
}

/// The tasks without a figure to compare, with what their documents claim; closed at first, and
/// whole when printed.
pub(super) fn unjudged_view(page: Page, tasks: &[Arc<TaskRows>]) -> AnyView {
    let lang = page.lang;
    if tasks.is_empty() {
        return ().into_any();
    }
    let n_tasks = tasks.len();
    let tasks: Arc<[Arc<TaskRows>]> = tasks.into();
    let summary = view! { <summary>{words::n_more(n_tasks, lang)}</summary> };
    fold("unjudged", summary.into_any(), false, n_tasks, move || {
        let tasks = Arc::clone(&tasks);
        let rows = rows_in_turn(0..n_tasks, CLAIM, move |at| claim_view(page, &tasks[at]));
        view! { <ul>{rows}</ul> }.into_any()
    })
}

fn claim_view(page: Page, task: &TaskRows) -> AnyView {
    let (book, lang) = (page.book, page.lang);
    let found = book.task(task.task);
    let href = page.href(|state| state.in_view(View::Progress).with_task(&found.id));
    let first = task.rows.first();
    let why = first.map(|row| m::panel::rule(row.verdict.rule).to(lang));
    let claims = task.rows.iter().filter_map(|row| book.ledger.progress[row.at].claim.as_ref());
    let claims: Vec<_> =
        claims.map(|claim| claim.text.clone()).filter(|text| !text.is_empty()).collect();
    let claim = when(!claims.is_empty(), || {
        view! {
            <span class="progress-claim">
                {m::panel::CLAIM.to(lang)}
                <q lang="zh-CN">{claims.join("；")}</q>
            </span>
        }
    });
    view! {
        <li>
            <span class="num muted">{found.number.clone()}</span>
            <a class="progress-name" lang="zh-CN" href=href>{found.text.text.clone()}</a>
            <span class="muted" lang="zh-CN">{lead_names(book, task)}</span>
            {claim}
            <small class="why">{why}</small>
        </li>
    }
    .into_any()
}
