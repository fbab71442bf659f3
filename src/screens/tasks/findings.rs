//! What a reader should know about how a task was read, in words.

use leptos::prelude::*;
use model::{Diagnostic, Severity};

use super::marks::Mark;
use super::panel::OpenTask;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, said, when};

/// The findings about the task; nothing where there are none.
#[component]
pub(super) fn Findings(open: OpenTask) -> impl IntoView {
    let lang = Page::here().lang;
    let findings = open.findings.get_value();
    if findings.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> =
        findings.into_iter().enumerate().map(|(idx, finding)| item(open, idx, finding)).collect();
    view! {
        <section class="panel-section">
            <h3>{m::CHECKS.to(lang)}</h3>
            <ul class="findings">{items}</ul>
        </section>
    }
    .into_any()
}

fn item(open: OpenTask, idx: usize, finding: &'static Diagnostic) -> impl IntoView {
    let lang = Page::here().lang;
    let kind = match finding.kind.severity() {
        Severity::Fault => Some(SigilKind::Check),
        Severity::Inferred => Some(SigilKind::Inferred),
        Severity::Note => None,
    };
    let mark = Mark::Finding(idx);
    let detail = when(!finding.detail.is_empty(), || {
        view! {
            <button
                type="button"
                class="trace"
                lang="zh-CN"
                title=m::SHOW_IN_SOURCE.to(lang)
                aria-pressed=said(move || (open.mark.get() == mark).to_string())
                on:click=move |_| open.show(mark)
            >
                {finding.detail.clone()}
            </button>
        }
    });
    view! {
        <li>
            {m::diagnostic(finding.kind).to(lang)}
            {kind.map(|kind| view! { <Sigil kind lang /> })}
            {detail}
        </li>
    }
}
