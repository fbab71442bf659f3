//! 说明: where the data come from, how they were read and judged, and how to cite them.

mod colophon;
mod marks;
mod rules;
mod sources;
mod terms;
mod unattended;

use leptos::prelude::*;

use crate::messages::{self as m, about as words};
use crate::page::Page;
use crate::parts::in_turn;
use crate::screens::head::SentenceHead;
use crate::state::Lang;
use colophon::{Citations, Licences, Limits, Privacy, Versions};
use marks::MarkTable;
use rules::{CheckRules, CompareRules, LeadRules, ProgressRules, ReadingRules};
use sources::Sources;
use terms::TermTable;
use unattended::Unattended;

/// The view of where the data come from, and the rules.
#[component]
pub(crate) fn About() -> impl IntoView {
    let lang = Page::here().lang;
    view! {
        <div class="about">
            <SentenceHead />
            <Part title=words::WHAT.to(lang)>
                <p>{words::WHAT_TEXT.to(lang)}</p>
                <p>{words::USES.to(lang)}</p>
            </Part>
            <Part title=words::SOURCES.to(lang)><Sources /></Part>
            {in_turn(move || rest(lang))}
        </div>
    }
}

/// What lies below the first screen.
fn rest(lang: Lang) -> AnyView {
    view! {
        <Part title=words::READING.to(lang)><ReadingRules /></Part>
        <Part title=words::LEADS.to(lang)><LeadRules /></Part>
        <Part title=words::JUDGING.to(lang)><ProgressRules /></Part>
        <Part title=words::COMPARING.to(lang)><CompareRules /></Part>
        <Part title=m::CHECKS.to(lang)><CheckRules /></Part>
        <Part title=words::MARKS.to(lang)><MarkTable /></Part>
        <Part title=words::TERMS.to(lang)><TermTable /></Part>
        <Part title=words::LIMITS.to(lang)><Limits /></Part>
        <Part title=words::UNATTENDED.to(lang)><Unattended /></Part>
        <Part title=words::VERSION.to(lang)><Versions /></Part>
        <Part title=words::CITING.to(lang)><Citations /></Part>
        <Part title=words::PRIVACY.to(lang)><Privacy /></Part>
        <Part title=words::LICENCES.to(lang)><Licences /></Part>
    }
    .into_any()
}

/// A part with its title beside it.
#[component]
fn Part(
    /// What it is about.
    title: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section about-part">
            <h2>{title}</h2>
            <div class="about-text">{children()}</div>
        </section>
    }
}
