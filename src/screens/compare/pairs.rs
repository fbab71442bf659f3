//! The pairs side by side with the words that changed, and the tasks without a pair.

use engine::{Pair, Pairing, TextRun, WordChange, changed_words};
use leptos::prelude::*;
use model::TaskIdx;

use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::{changed_text, rows_in_turn, when};
use crate::slices::whole_difference;

/// How tall a pair is at least, in pixels.
const PAIR: f64 = 60.0;

/// Adjusted, kept, dropped, added; each part is there only where it holds anything, and a long
/// one is drawn as far as the reader comes.
#[component]
pub(super) fn PairList(
    /// What became of the first slice.
    pairing: Pairing,
) -> impl IntoView {
    let page = Page::here();
    let Pairing { adjusted, kept, dropped, added } = pairing;
    let pairs = |kind: &'static str, name: m::Words, pairs: Vec<Pair>| {
        let n = pairs.len();
        part(page, kind, name, n, rows_in_turn(0..n, PAIR, move |at| pair_view(page, &pairs[at])))
    };
    let singles = |kind: &'static str, name: m::Words, tasks: Vec<TaskIdx>| {
        let n = tasks.len();
        part(page, kind, name, n, rows_in_turn(0..n, PAIR, move |at| single_view(page, tasks[at])))
    };
    view! {
        {pairs("adjusted", words::ADJUSTED, adjusted)}
        {pairs("kept", words::KEPT, kept)}
        {singles("dropped", words::DROPPED, dropped)}
        {singles("added", words::ADDED, added)}
    }
}

fn part(page: Page, kind: &'static str, name: m::Words, n: usize, rows: AnyView) -> AnyView {
    when(n > 0, || {
        view! {
            <section class="slices-list" data-kind=kind tabindex="-1">
                <h3>{name.to(page.lang)} " " <span class="num">{n}</span></h3>
                <ul>{rows}</ul>
            </section>
        }
    })
}

fn pair_view(page: Page, pair: &Pair) -> AnyView {
    let (before, after) = (page.book.task(pair.before), page.book.task(pair.after));
    let runs = changed_words(&before.text.text, &after.text.text);
    let without = |gone: WordChange| -> Vec<TextRun> {
        runs.iter().filter(|run| run.change != gone).cloned().collect()
    };
    let difference = difference(page, pair);
    view! {
        <li class="pair">
            {side_view(page, pair.before, &without(WordChange::Added))}
            {difference}
            {side_view(page, pair.after, &without(WordChange::Removed))}
        </li>
    }
    .into_any()
}

fn side_view(page: Page, task: TaskIdx, runs: &[TextRun]) -> AnyView {
    let found = page.book.task(task);
    let number = found.number.clone().or_else(|| found.parent_number.clone());
    let label = found.sub_label.as_ref().map(|label| {
        view! { <small class="pair-label">{label.text.clone()}</small> }
    });
    let words = changed_text(runs);
    let href = page.href(|state| state.with_task(&found.id));
    view! {
        <span class="num muted">{number}</span>
        <span class="pair-text" lang="zh-CN">
            <a href=href>{words}</a>
            {label}
        </span>
    }
    .into_any()
}

fn single_view(page: Page, task: TaskIdx) -> AnyView {
    let found = page.book.task(task);
    let same = [TextRun { text: found.text.text.clone(), change: WordChange::Same }];
    view! { <li class="single">{side_view(page, task, &same)}</li> }.into_any()
}

/// How the figure of the pair changed, where a series says that the two compare; else that they
/// do not, and why.
fn difference(page: Page, pair: &Pair) -> AnyView {
    let lang = page.lang;
    let why = match whole_difference(page.book, pair) {
        Ok((change, unit)) => {
            let words = format::difference(change);
            let words = if unit == "%" {
                format!("{words} {}", words::POINTS.to(lang))
            } else {
                format!("{words} {}", m::measure_unit(unit, lang))
            };
            let unit_lang = m::unit_lang(unit, lang);
            return view! { <span class="pair-difference num" lang=unit_lang>{words}</span> }
                .into_any();
        }
        Err(why) => why.map(|(reason, scope)| m::panel::reason(reason, scope, lang)),
    };
    let has_figure = |task| {
        !page.book.targets_of(task).is_empty() || !page.book.task(task).allocations.is_empty()
    };
    let no_series = || {
        let has_both = has_figure(pair.before) && has_figure(pair.after);
        if has_both { words::NO_SHARED_SERIES } else { words::NO_FIGURE }.to(lang).to_owned()
    };
    let words = words::not_compared(&why.unwrap_or_else(no_series), lang);
    view! { <small class="pair-difference">{words}</small> }.into_any()
}
