//! 核验: every finding about the sources, by kind, with its sum worked out and its words marked.

mod finding;
mod sums;

use leptos::prelude::*;
use model::{DiagnosticKind, Severity};

use crate::faults::{Findings, FindingsOfKind};
use crate::messages::{self as m, checks as words};
use crate::page::Page;
use crate::parts::{Notice, dynamic, in_turn, rows_in_turn, said, said_if};
use crate::screens::fold::fold;
use crate::screens::head::SentenceHead;
use crate::state::{Focus, ViewState};
use finding::FindingItem;
use sums::sums_view;

/// How tall a finding is, in pixels.
const FINDING: f64 = 92.0;

/// The findings about the tasks of the filter.
#[component]
pub(crate) fn Checks() -> impl IntoView {
    let page = Page::here();
    let findings =
        Memo::new(move |_| page.outcome.with(|outcome| Findings::of(page.book, outcome)));
    view! {
        <div class="checks">
            <SentenceHead />
            {dynamic(move || findings.with(|findings| body(page, findings)))}
        </div>
    }
}

fn body(page: Page, findings: &Findings) -> AnyView {
    let lang = page.lang;
    if findings.n == 0 {
        return view! { <Notice says=words::NOTHING.to(lang) /> }.into_any();
    }
    let chosen = page.state.with(|state| findings.chosen(state));
    let sections = [Severity::Fault, Severity::Inferred, Severity::Note].map(|severity| {
        let of: Vec<_> =
            chosen.iter().filter(|kind| kind.kind.severity() == severity).cloned().collect();
        (!of.is_empty()).then(|| section(page, severity, &of))
    });
    view! {
        <p class="rule-note">{words::summary(findings.n, findings.n_faults(), lang)}</p>
        {kinds(page, findings)}
        {sections.into_iter().collect_view()}
    }
    .into_any()
}

/// The kinds as links, each with its count.
fn kinds(page: Page, findings: &Findings) -> AnyView {
    let lang = page.lang;
    let link = |code: Option<&'static str>, name: &'static str, n: usize| {
        let choose = move |state: &ViewState| ViewState {
            focus: Focus { check: code.map(str::to_owned), ..state.focus.clone() },
            ..state.clone()
        };
        let is_here = move || page.state.with(|state| state.focus.check.as_deref() == code);
        view! {
            <a
                href=said(move || page.href(choose))
                aria-current=said_if(move || is_here().then(|| "true".to_owned()))
            >
                {name}
                " "
                <span class="num">{n}</span>
            </a>
        }
    };
    let of_kinds = findings.kinds.iter().map(|of_kind| {
        let name = words::kind(of_kind.kind).to(lang);
        link(Some(of_kind.kind.code()), name, of_kind.found.len())
    });
    view! {
        <nav class="modes" aria-label=words::KINDS.to(lang)>
            {link(None, words::ALL.to(lang), findings.n)}
            {of_kinds.collect_view()}
        </nav>
    }
    .into_any()
}

fn section(page: Page, severity: Severity, kinds: &[FindingsOfKind]) -> AnyView {
    let lang = page.lang;
    let is_single = kinds.len() == 1;
    let is_first = severity == Severity::Fault || is_single;
    let groups = kinds.iter().enumerate().map(|(at, kind)| {
        let kind = kind.clone();
        let draw = move || group(page, &kind, is_single);
        if is_first && at == 0 { draw() } else { in_turn(draw) }
    });
    let groups: Vec<_> = groups.collect();
    view! {
        <section class="section checks-section">
            <header class="section-head">
                <h2>{words::severity(severity).to(lang)}</h2>
                <p>{words::severity_note(severity).to(lang)}</p>
            </header>
            {groups}
        </section>
    }
    .into_any()
}

/// Faults lie open; what was inferred, and how things are printed, is closed at first and whole
/// when printed.
fn group(page: Page, of_kind: &FindingsOfKind, is_single: bool) -> AnyView {
    let lang = page.lang;
    let is_open = of_kind.kind.severity() == Severity::Fault || is_single;
    let is_sum = of_kind.kind == DiagnosticKind::SumMismatch;
    let found = of_kind.found.clone();
    let n = found.len();
    let summary = view! {
        <summary>
            <h3>{words::kind(of_kind.kind).to(lang)}</h3>
            <span class="num">{n}</span>
            <span class="checks-says">{m::diagnostic(of_kind.kind).to(lang)}</span>
        </summary>
    };
    fold("checks-kind", summary.into_any(), is_open, n, move || {
        let sums = is_sum.then(|| sums_view(page, &found));
        let found = found.clone();
        let item = move |at: usize| view! { <FindingItem finding=found[at] /> }.into_any();
        let items = rows_in_turn(0..n, FINDING, item);
        view! { {sums} <ol>{items}</ol> }.into_any()
    })
}
