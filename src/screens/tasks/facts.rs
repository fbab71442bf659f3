//! Who answers for a task and what it is about, each with the rule that decided it.

use engine::Facet;
use leptos::prelude::*;
use model::{LeadRule, Mention, Role};

use super::marks::Mark;
use super::panel::OpenTask;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, said, when};
use crate::state::View;

/// Heading, part, leads, supports and theme.
#[component]
pub(super) fn Facts(open: OpenTask) -> impl IntoView {
    let lang = Page::here().lang;
    let OpenTask { task, .. } = open;
    let heading = task.heading.as_ref().map(|heading| {
        fact(m::HEADING.to(lang), traced(open, Mark::Heading, &heading.text, task.heading_carried))
    });
    let part = task
        .sub_label
        .as_ref()
        .map(|label| fact(m::PART.to(lang), traced(open, Mark::Part, &label.text, false)));
    view! {
        <dl class="facts">
            {heading}
            {part}
            <Units open role=Role::Lead />
            <Units open role=Role::Support />
            <ThemeFact open />
        </dl>
    }
}

/// A name and what stands for it.
fn fact(name: &'static str, value: impl IntoView + 'static) -> impl IntoView {
    view! {
        <dt>{name}</dt>
        <dd>{value}</dd>
    }
}

/// Words of the document that mark themselves in the source.
pub(super) fn traced(open: OpenTask, mark: Mark, words: &str, is_inferred: bool) -> AnyView {
    let lang = Page::here().lang;
    let sigil = when(is_inferred, || view! { <Sigil kind=SigilKind::Inferred lang /> });
    view! {
        <button
            type="button"
            class="trace"
            lang="zh-CN"
            title=m::SHOW_IN_SOURCE.to(lang)
            data-by=if is_inferred { "rule" } else { "source" }
            aria-pressed=said(move || (open.mark.get() == mark).to_string())
            on:click=move |_| open.show(mark)
        >
            {words.to_owned()}
        </button>
        {sigil}
    }
    .into_any()
}

/// The units of one role, how the leads were decided, and how much each leads.
#[component]
fn Units(open: OpenTask, role: Role) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let OpenTask { task, .. } = open;
    let is_lead = role == Role::Lead;
    let is_inferred = is_lead && task.lead_rule == Some(LeadRule::InferredFirst);
    let units: Vec<_> = task
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.role == role)
        .map(|(idx, mention)| unit_view(page, open, idx, mention, is_inferred || task.lead_carried))
        .collect();
    let reason =
        is_lead.then(|| task.lead_rule.map(|rule| m::lead_reason(rule).to(lang))).flatten();
    let carried = (is_lead && task.lead_carried).then(|| m::CARRIED.to(lang));
    let why =
        [reason, carried].map(|words| words.map(|words| view! { <p class="why">{words}</p> }));
    if units.is_empty() {
        let nobody = view! { <span class="why">{m::UNNAMED.to(lang)}</span> };
        return is_lead.then(|| fact(m::LEAD.to(lang), nobody)).into_any();
    }
    let name = if is_lead { m::LEAD } else { m::SUPPORT }.to(lang);
    fact(name, view! { <ul class="units">{units}</ul> {why.into_iter().collect_view()} }).into_any()
}

/// A unit's name as printed, marking itself in the source, and the list of what it leads.
fn unit_view(
    page: Page,
    open: OpenTask,
    idx: usize,
    mention: &Mention,
    is_inferred: bool,
) -> AnyView {
    let (facet, words): (_, fn(usize, _) -> String) = match mention.role {
        Role::Lead => (Facet::Lead, m::leads_n),
        Role::Support => (Facet::Unit, m::names_n),
    };
    let value = page.book.engine.values(facet).get(mention.department as usize);
    let list = value.map(|value| {
        let href =
            said(move || page.href(|state| state.blank(View::Tasks).only(facet, &value.key)));
        view! { <a class="unit-list" href=href>{words(value.n_tasks as usize, page.lang)}</a> }
    });
    // The canonical name is said where the document writes another.
    let canonical = &page.book.ledger.departments[mention.department as usize].name;
    let name = when(*canonical != mention.printed, || {
        view! { <span class="unit-name" lang="zh-CN">{canonical.clone()}</span> }
    });
    view! {
        <li>
            {traced(open, Mark::Unit(idx), &mention.printed, is_inferred)}
            {name}
            {list}
        </li>
    }
    .into_any()
}

/// The theme and what it rests on.
#[component]
fn ThemeFact(open: OpenTask) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let Some(reading) = &open.task.theme else {
        return fact(m::THEME.to(lang), m::NO_THEME.to(lang)).into_any();
    };
    let key = reading.theme.code();
    let href = said(move || page.href(|state| state.blank(View::Tasks).only(Facet::Theme, key)));
    let evidence = reading.evidence.join("、");
    let value = view! {
        <a class="fig" data-by="rule" href=href>{m::theme(reading.theme).to(lang)}</a>
        <Sigil kind=SigilKind::Inferred lang />
        <details class="why">
            <summary>{m::WHY_THEME.to(lang)}</summary>
            <p>{m::THEME_RESTS_ON.to(lang)}<span lang="zh-CN">{evidence}</span></p>
        </details>
    };
    fact(m::THEME.to(lang), value).into_any()
}
