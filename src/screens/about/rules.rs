//! The rules by name: layouts, leads, progress, what compares, and what the checks find.

use engine::{Facet, THRESHOLD};
use leptos::prelude::*;
use model::{DiagnosticKind, LeadRule, ProgressRule, ProgressState, Reason, Severity};

use crate::format;
use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::parts::{FigureLink, Sigil, SigilKind, StateMark, dynamic};
use crate::state::{Focus, Leeway, View, ViewState};

/// How texts become rows.
#[component]
pub(super) fn ReadingRules() -> impl IntoView {
    let lang = Page::here().lang;
    let layouts = words::LAYOUTS.map(|(name, text)| pair(name.to(lang), text.to(lang)));
    let texts = words::READING_TEXT.map(|text| view! { <p>{text.to(lang)}</p> });
    view! {
        <dl class="about-facts">{layouts.into_iter().collect_view()}</dl>
        {texts.into_iter().collect_view()}
    }
}

/// How the leads were decided, and how many tasks each rule decides.
#[component]
pub(super) fn LeadRules() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let values = page.book.engine.values(Facet::LeadRule);
    let row = |rule: LeadRule| {
        let n =
            values.iter().find(|value| value.key == rule.code()).map_or(0, |value| value.n_tasks);
        let list = page
            .state
            .with_untracked(|state| state.blank(View::Tasks).only(Facet::LeadRule, rule.code()));
        view! {
            <tr>
                <th scope="row">{m::lead_rule(rule).to(lang)}</th>
                <td>{m::lead_reason(rule).to(lang)}</td>
                <td class="end"><FigureLink n href=list.href() /></td>
            </tr>
        }
    };
    view! {
        <table class="about-table">
            <thead>
                <tr>
                    <th scope="col">{words::RULE.to(lang)}</th>
                    <th scope="col">{words::MEANING.to(lang)}</th>
                    <th scope="col" class="end">{m::TASKS.to(lang)}</th>
                </tr>
            </thead>
            <tbody>{LeadRule::ALL.map(row).into_iter().collect_view()}</tbody>
        </table>
    }
}

/// The order in which the rules of progress are told.
const PROGRESS_RULES: [ProgressRule; 12] = [
    ProgressRule::AmountReached,
    ProgressRule::AmountOverTime,
    ProgressRule::Growth,
    ProgressRule::Level,
    ProgressRule::LevelClaimed,
    ProgressRule::Limit,
    ProgressRule::Forecast,
    ProgressRule::Step,
    ProgressRule::NoPeriod,
    ProgressRule::Claim,
    ProgressRule::NoFigure,
    ProgressRule::NoTarget,
];

/// The five states, and the rules that lead to them with the tolerance of the link.
#[component]
pub(super) fn ProgressRules() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let states = ProgressState::ALL.map(|state| {
        view! {
            <dt><StateMark state lang /></dt>
            <dd>{words::state_meaning(state).to(lang)}</dd>
        }
    });
    let rules = PROGRESS_RULES.map(|rule| view! { <li>{m::panel::rule(rule).to(lang)}</li> });
    let leeway = move || {
        let said = |leeway: Leeway| {
            let tolerance = leeway.tolerance();
            [tolerance.amount_points, tolerance.rate_points].map(format::number)
        };
        let now = page.state.with(|state| state.focus.tolerance);
        words::tolerance(&said(now), &said(Leeway::default()), lang).into_any()
    };
    view! {
        <dl class="about-facts">{states.into_iter().collect_view()}</dl>
        <p>{dynamic(leeway)}</p>
        <p>{words::OVERALL.to(lang)}</p>
        <ul class="about-list">{rules.into_iter().collect_view()}</ul>
    }
}

/// Why figures do not compare, and how likeness is measured.
#[component]
pub(super) fn CompareRules() -> impl IntoView {
    let lang = Page::here().lang;
    let reasons =
        Reason::ALL.map(|reason| view! { <li>{m::panel::reason(reason, None, lang)}</li> });
    view! {
        <p>{words::COMPARE_TEXT.to(lang)}</p>
        <ul class="about-list">{reasons.into_iter().collect_view()}</ul>
        <p>{words::relatives(&format::number(THRESHOLD * 100.0), lang)}</p>
    }
}

/// What the checks find, each kind with how often and the way to its list.
#[component]
pub(super) fn CheckRules() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let mut kinds: Vec<(DiagnosticKind, u32)> = Vec::new();
    for found in &page.book.ledger.diagnostics {
        match kinds.iter_mut().find(|(kind, _)| *kind == found.kind) {
            Some((_, n)) => *n += 1,
            None => kinds.push((found.kind, 1)),
        }
    }
    kinds.sort_by_key(|(kind, _)| (core::cmp::Reverse(kind.severity()), *kind));
    let row = |(kind, n): (DiagnosticKind, u32)| {
        let sigil = match kind.severity() {
            Severity::Fault => Some(SigilKind::Check),
            Severity::Inferred => Some(SigilKind::Inferred),
            Severity::Note => None,
        };
        let list = page.state.with_untracked(|state| ViewState {
            focus: Focus { check: Some(kind.code().to_owned()), ..Focus::default() },
            ..state.blank(View::Checks)
        });
        view! {
            <tr>
                <th scope="row">
                    {m::diagnostic(kind).to(lang)}
                    {sigil.map(|kind| view! { <Sigil kind lang /> })}
                </th>
                <td class="end"><FigureLink n href=list.href() /></td>
            </tr>
        }
    };
    view! {
        <p>{words::CHECKS_TEXT.to(lang)}</p>
        <table class="about-table">
            <thead>
                <tr>
                    <th scope="col">{words::FOUND.to(lang)}</th>
                    <th scope="col" class="end">{words::TIMES.to(lang)}</th>
                </tr>
            </thead>
            <tbody>{kinds.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// A name and its text in a list of definitions.
pub(super) fn pair(name: &'static str, text: &'static str) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd>{text}</dd>
    }
    .into_any()
}
