//! The quantities of a task's text: as printed beside as read.

use leptos::prelude::*;
use model::{Direction, Horizon, Target, TargetRole, TaskIdx};

use super::facts::traced;
use super::marks::Mark;
use super::panel::OpenTask;
use crate::format;
use crate::messages as m;
use crate::page::Page;
use crate::state::Lang;

/// Every quantity, with what it measures; nothing where the text states none.
#[component]
pub(super) fn TargetSection(open: OpenTask, idx: TaskIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let targets = page.book.targets_of(idx);
    if targets.is_empty() {
        return ().into_any();
    }
    let rows = targets.map(|at| row_view(open, at, &page.book.ledger.targets[at], lang));
    view! {
        <section class="panel-section">
            <h3>{m::panel::TARGETS.to(lang)}</h3>
            <table class="quantities">
                <thead>
                    <tr>
                        <th scope="col">{m::panel::INDICATOR.to(lang)}</th>
                        <th scope="col">{m::PRINTED.to(lang)}</th>
                        <th scope="col">{m::READ_AS.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row_view(open: OpenTask, at: usize, target: &Target, lang: Lang) -> AnyView {
    let printed = traced(open, Mark::Target(at), &target.printed.text, false);
    view! {
        <tr data-role=target.role.code()>
            <th scope="row" lang="zh-CN">{target.indicator.clone()}</th>
            <td class="num">{printed}</td>
            <td class="quantities-read">
                <span class="num">{reading(target, lang)}</span>
                <small>{nature(target, lang)}</small>
            </td>
        </tr>
    }
    .into_any()
}

/// The value as a number, with its bound in words.
pub(super) fn reading(target: &Target, lang: Lang) -> String {
    let value = (target.value, target.value_max);
    format::quantity(value, target.unit.as_deref(), target.bound, lang)
}

/// What kind of quantity it is: amount or rate, which way, by when, or only a threshold.
fn nature(target: &Target, lang: Lang) -> String {
    if target.role == TargetRole::Qualifier {
        return m::panel::QUALIFIER.to(lang).to_owned();
    }
    let kind = Some(m::target_kind(target.kind));
    let direction = target.direction.map(|direction| match direction {
        Direction::Up => m::panel::UP,
        Direction::Down => m::panel::DOWN,
    });
    let horizon = (target.horizon == Horizon::FiveYear).then_some(m::panel::FIVE_YEAR);
    let words: Vec<_> =
        [kind, direction, horizon].into_iter().flatten().map(|words| words.to(lang)).collect();
    words.join(" · ")
}
