//! 总览: what there is, how much of it, and who carries most. Each number opens its list.

mod behind;
mod changes;
mod coverage;
mod lead;
mod leads;
mod year_table;

use engine::Facet;
use leptos::prelude::*;

use crate::figures::Figures;
use crate::messages::overview as m;
use crate::movers::Changes;
use crate::page::Page;
use crate::parts::{in_turn, soon, when};
use crate::standing::Standing;
use crate::state::ViewState;
use behind::behind_view;
use changes::changes_view;
use coverage::CoverageMatrix;
use lead::LeadText;
use leads::LeadTable;
use year_table::YearTableView;

/// The overview of the tasks that the filter lets through.
#[component]
pub(crate) fn Overview() -> impl IntoView {
    let page = Page::here();
    let figures = Memo::new(move |_| page.state.with(|state| Figures::of(page.book, state)));
    let changed = page.afterwards();
    let below = move |draw: fn(Page, Memo<Figures>) -> AnyView| {
        in_turn(move || {
            changed.track();
            untrack(|| draw(page, figures))
        })
    };
    view! {
        <div class="overview">
            <LeadText figures />
            {soon(move || coverage(page))}
            {below(|page, _| changes(page))}
            {below(|page, _| behind(page))}
            {below(|page, figures| figures.with(|figures| sections(page, figures)))}
            {below(|page, figures| figures.with(|figures| themes(page, figures)))}
            {below(|page, figures| figures.with(|figures| leads(page, figures)))}
        </div>
    }
}

/// Which places have documents of which years.
fn coverage(page: Page) -> AnyView {
    let lang = page.lang;
    view! {
        <Section
            class="overview-coverage"
            title=m::COVERAGE.to(lang)
            note=m::COVERAGE_NOTE.to(lang)
        >
            <CoverageMatrix />
        </Section>
    }
    .into_any()
}

/// What changed most.
fn changes(page: Page) -> AnyView {
    page.outcome.with(|outcome| changes_view(page, &Changes::of(page.book, outcome)))
}

/// What is behind, where the filter has tasks that report.
fn behind(page: Page) -> AnyView {
    // The parting of the list has no part here: those behind stand together.
    let state = page.state.with(|state| ViewState { group: <_>::default(), ..state.clone() });
    page.outcome.with(|outcome| {
        let standing = Standing::of(page.book, &state, outcome);
        when(standing.n_reported > 0, || behind_view(page, &standing))
    })
}

fn sections(page: Page, figures: &Figures) -> AnyView {
    let (lang, table) = (page.lang, figures.sections.clone());
    view! {
        <Section
            class="overview-sections"
            title=m::SECTIONS.to(lang)
            note=m::SECTIONS_NOTE.to(lang)
        >
            <YearTableView table facet=Facet::Section />
        </Section>
    }
    .into_any()
}

fn themes(page: Page, figures: &Figures) -> AnyView {
    let (lang, table) = (page.lang, figures.themes.clone());
    view! {
        <Section class="overview-themes" title=m::THEMES.to(lang) note=m::THEMES_NOTE.to(lang)>
            <YearTableView table facet=Facet::Theme />
        </Section>
    }
    .into_any()
}

fn leads(page: Page, figures: &Figures) -> AnyView {
    let (lang, leads) = (page.lang, figures.leads.clone());
    let note = m::leads_note(&leads.year, leads.n_tasks, leads.n_units, lang);
    when(!leads.rows.is_empty(), || {
        view! {
            <Section class="overview-leads" title=m::LEADS.to(lang) note>
                <LeadTable leads />
            </Section>
        }
    })
}

/// A part of the overview under a rule, with its title and a note.
#[component]
fn Section(
    /// Where it stands in the grid.
    class: &'static str,
    /// What it shows.
    title: &'static str,
    /// How to read it.
    #[prop(into)]
    note: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("section {class}")>
            <header class="section-head">
                <h2>{title}</h2>
                <p>{note}</p>
            </header>
            {children()}
        </section>
    }
}
