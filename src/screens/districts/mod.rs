//! 区县: who takes which share. The matrix of every allocated task by region, a sketch of the
//! regions to choose from, and the profile of the chosen one.

mod cell;
mod matrix;
mod profile;
mod profile_tables;
mod tiles;

use engine::Facet;
use leptos::prelude::*;
use model::RegionIdx;

use crate::changes::Changes;
use crate::messages::districts as m;
use crate::page::Page;
use crate::parts::{FigureLink, Notice, dynamic, growing, in_turn, said, said_if, whether};
use crate::screens::head::SentenceHead;
use crate::shares::Matrix;
use crate::state::{Cells, Focus, ViewState};
use matrix::table_view;
use profile::RegionProfileView;
pub(in crate::screens) use profile_tables::{hole, series_href};
use tiles::Tiles;

/// How many places' tables are drawn at first; others as far as the reader comes.
const TABLES_AT_ONCE: usize = 1;

/// The view of who takes which share.
#[component]
pub(crate) fn Districts() -> impl IntoView {
    let page = Page::here();
    let chosen = chosen_region(page);
    let cells = Memo::new(move |_| page.state.with(|state| state.focus.cells));
    let matrix = Memo::new(move |_| page.state.with(|state| Matrix::of(page.book, state)));
    let changes = StoredValue::new(Changes::of(page.book.ledger));
    let profile = move || {
        chosen.get().map(|region| view! { <RegionProfileView region changes /> }).into_any()
    };
    let tables = move || {
        let look = Look { page, cells: cells.get(), chosen: chosen.get() };
        let table = move |at: usize| {
            let table = matrix.with_untracked(|matrix| matrix.table(page.book, at));
            let Some(table) = table else { return ().into_any() };
            let draw = move || table_view(look, table.clone(), changes);
            if at == 0 { draw() } else { in_turn(draw) }
        };
        growing(0..matrix.with(Matrix::n_tables), TABLES_AT_ONCE, table)
    };
    let nothing = move || {
        let is_empty = matrix.with(|matrix| matrix.n_rows() == 0);
        is_empty
            .then(|| {
                let (says, next) = (m::NOTHING.to(page.lang), m::NOTHING_NEXT.to(page.lang));
                view! { <Notice says next /> }
            })
            .into_any()
    };
    let note = move || match cells.get() {
        Cells::Amount | Cells::Share => m::NOTE,
        Cells::Change => m::NOTE_CHANGE,
    };
    let counted = move || {
        let (before, after) = m::IN_TABLES.to(page.lang);
        let only = matrix
            .with(|matrix| (matrix.n_tables() == 1).then(|| matrix.table(page.book, 0)).flatten());
        let count = only.and_then(|table| table.all);
        count
            .map(|figure| {
                view! { {before}<FigureLink n=figure.n href=figure.list.href() />{after} }
            })
            .into_any()
    };
    view! {
        <div class="districts">
            <SentenceHead />
            <div class="districts-tools">
                <div>
                    <p class="districts-note">
                        {dynamic(counted)}
                        {said(move || note().to(page.lang).to_owned())}
                    </p>
                    <Modes cells />
                </div>
                <Tiles chosen />
            </div>
            {dynamic(profile)}
            {dynamic(nothing)}
            {dynamic(tables)}
        </div>
    }
}

/// What every part of the tables follows.
#[derive(Debug, Clone, Copy)]
struct Look {
    page: Page,
    cells: Cells,
    chosen: Option<RegionIdx>,
}

/// The region that the address shows.
fn chosen_region(page: Page) -> Memo<Option<RegionIdx>> {
    Memo::new(move |_| {
        page.state.with(|state| {
            let key = state.focus.region.as_deref()?;
            page.book.engine.code(Facet::Region, key).map(|code| code as RegionIdx)
        })
    })
}

/// The same state with this region's profile shown, or none.
fn with_region(state: &ViewState, key: Option<&str>) -> ViewState {
    let focus = Focus { region: key.map(str::to_owned), ..state.focus.clone() };
    ViewState { focus, ..state.clone() }
}

/// What the cells show, as links, and the key to their shades.
#[component]
fn Modes(
    /// What they show now.
    cells: Memo<Cells>,
) -> impl IntoView {
    let page = Page::here();
    let link = |mode: Cells| {
        let href = move || {
            page.href(|state| {
                let focus = Focus { cells: mode, ..state.focus.clone() };
                ViewState { focus, ..state.clone() }
            })
        };
        view! {
            <a
                href=said(href)
                aria-current=said_if(move || (cells.get() == mode).then(|| "true".to_owned()))
            >
                {m::cells(mode).to(page.lang)}
            </a>
        }
    };
    let is_change = move || page.state.with(|state| state.focus.cells == Cells::Change);
    let steps = (1..).zip(m::STEPS).map(|(step, words)| view! { <i data-heat=step>{words}</i> });
    view! {
        <div class="modes">
            <nav aria-label=m::CELLS.to(page.lang)>
                {Cells::ALL.map(link).into_iter().collect_view()}
            </nav>
            <p class="heat-key" hidden=whether(is_change)>
                <span>{m::KEY.to(page.lang)}</span>
                {steps.collect_view()}
            </p>
        </div>
    }
}
