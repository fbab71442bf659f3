//! 部门: the load of each unit, who works with whom, and the profile of the chosen unit.

mod load_table;
mod network;
mod pairs_table;
mod profile;
mod profile_tables;

use std::sync::Arc;

use engine::Facet;
use leptos::prelude::*;
use model::DepartmentIdx;

use crate::book::Name;
use crate::messages::departments as m;
use crate::page::Page;
use crate::pairs::Pairs;
use crate::parts::{dynamic, in_turn, when};
use crate::screens::head::SentenceHead;
use crate::state::{Focus, ViewState};
use load_table::LoadSection;
use network::NetworkView;
use pairs_table::PairTable;
use profile::UnitProfileView;

/// The view of who carries what.
#[component]
pub(crate) fn Departments() -> impl IntoView {
    let page = Page::here();
    let chosen = chosen_unit(page);
    let changed = page.afterwards();
    let shown = move || match chosen.get() {
        Some(unit) => view! { <UnitProfileView unit /> }.into_any(),
        None => view! {
            <LoadSection />
            {in_turn(move || view! { <PairSection changed /> }.into_any())}
        }
        .into_any(),
    };
    view! {
        <div class="departments">
            <SentenceHead />
            {dynamic(shown)}
        </div>
    }
}

/// Who works with whom: the table first, the same drawn beside it.
#[component]
fn PairSection(
    /// Tells of a change of what is counted, a turn after it.
    changed: RwSignal<bool>,
) -> impl IntoView {
    let page = Page::here();
    let found = Memo::new(move |_| {
        changed.track();
        page.state.with_untracked(|state| Arc::new(Pairs::of(page.book, state)))
    });
    let drawing = move || {
        found.with(|pairs| {
            let strongest = pairs.strongest();
            when(!strongest.is_empty(), || view! { <NetworkView pairs=strongest.to_vec() /> })
        })
    };
    view! {
        <section class="section">
            <header class="section-head">
                <h2>{m::PAIRS.to(page.lang)}</h2>
                <p>{m::PAIRS_NOTE.to(page.lang)}</p>
            </header>
            <div class="pairs">
                <PairTable found />
                {dynamic(drawing)}
            </div>
        </section>
    }
}

/// The unit that the address shows.
fn chosen_unit(page: Page) -> Memo<Option<DepartmentIdx>> {
    Memo::new(move |_| {
        page.state.with(|state| {
            let key = state.focus.unit.as_deref()?;
            page.book.engine.code(Facet::Unit, key).map(|code| code as DepartmentIdx)
        })
    })
}

/// The same state with this unit's profile shown, or none.
fn with_unit(state: &ViewState, key: Option<&str>) -> ViewState {
    let focus = Focus { unit: key.map(str::to_owned), ..state.focus.clone() };
    ViewState { focus, ..state.clone() }
}

/// A unit's name, which is the documents' own.
fn unit_name(page: Page, unit: DepartmentIdx) -> Name {
    page.book.value_name(Facet::Unit, unit.into(), page.lang)
}

/// A unit's name as the link to its profile.
fn unit_link(page: Page, unit: DepartmentIdx) -> AnyView {
    let name = unit_name(page, unit);
    let key = &page.book.ledger.departments[usize::from(unit)].id;
    let href = page.state.with_untracked(|state| with_unit(state, Some(key)).href());
    view! { <a class="unit-link" href=href lang=name.lang(page.lang)>{name.text.clone()}</a> }
        .into_any()
}
