//! The first lines of the overview: what there is, in a sentence whose figures are doors.

use engine::Trait;
use leptos::prelude::*;

use crate::faults::Findings;
use crate::figures::{Figure, Figures};
use crate::format;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{FigureLink, dynamic};
use crate::screens::head::{Acts, SentenceHead};
use crate::state::View;

/// The display line, or the sentence where something is chosen, and the paragraph under it.
#[component]
pub(super) fn LeadText(
    /// What is counted.
    figures: Memo<Figures>,
) -> impl IntoView {
    let page = Page::here();
    let is_all = Memo::new(move |_| page.sentence.with(|sentence| sentence.parts.is_empty()));
    let heading = move || {
        if is_all.get() {
            view! {
                <header class="head">
                    <h1 class="display">{display_line(page)}</h1>
                    <Acts />
                </header>
            }
            .into_any()
        } else {
            view! { <SentenceHead /> }.into_any()
        }
    };
    view! {
        <section class="overview-lead">
            {dynamic(heading)}
            <p class="lead">
                {dynamic(move || figures.with(|figures| clauses(page, figures)))}
                {dynamic(move || faults(page))}
            </p>
            <p class="note">{m::overview::NOTE.to(page.lang)}</p>
        </section>
    }
}

/// 「五份文件，四个年度，626 项任务」.
fn display_line(page: Page) -> String {
    let ledger = page.book.ledger;
    let (n_documents, n_years) = (ledger.documents.len(), page.book.years().len());
    let documents = m::overview::n_documents(
        n_documents,
        &format::count_word(n_documents, page.lang),
        page.lang,
    );
    let years = m::overview::n_years(n_years, &format::count_word(n_years, page.lang), page.lang);
    format::capitalised(&m::overview::display(&documents, &years, ledger.tasks.len(), page.lang))
}

/// The clauses of the paragraph, each with its figure; what counts nothing is left out.
fn clauses(page: Page, figures: &Figures) -> AnyView {
    let lang = page.lang;
    let known =
        |known: Trait, words: m::Clause| figures.known(known).map(|figure| clause(figure, words));
    let livelihood = (figures.livelihood.n > 0)
        .then(|| clause(&figures.livelihood, m::overview::LIVELIHOOD.to(lang)));
    let top = figures.leads.rows.first().map(|row| {
        let (before, between) = m::overview::top_lead(&figures.leads.year, lang);
        let (_, after) = m::overview::TOP_LEAD_END.to(lang);
        view! {
            {before}
            <a class="fig unit-name" href=row.leads.list.href() lang=row.name.lang(lang)>
                {row.name.text.clone()}
            </a>
            {between}
            <FigureLink n=row.leads.n href=row.leads.list.href() />
            {after}
        }
    });
    view! {
        {livelihood}
        {known(Trait::Allocated, m::overview::ALLOCATED.to(lang))}
        {top}
        {known(Trait::Reported, m::overview::REPORTED.to(lang))}
        {known(Trait::Inferred, m::overview::INFERRED.to(lang))}
        {known(Trait::Faulty, m::overview::FAULTY.to(lang))}
    }
    .into_any()
}

/// How many places of the sources are to be checked, with the way to their list.
fn faults(page: Page) -> AnyView {
    let state = page.state.get();
    let n = page.outcome.with(|outcome| Findings::of(page.book, outcome).n_faults()) as u32;
    if n == 0 {
        return ().into_any();
    }
    clause(&Figure { n, list: state.in_view(View::Checks) }, m::overview::FAULTS.to(page.lang))
}

fn clause(figure: &Figure, (before, after): m::Clause) -> AnyView {
    view! {
        {before}
        <FigureLink n=figure.n href=figure.list.href() />
        {after}
    }
    .into_any()
}
