//! The table of loads: units by years, as lead and as help, with a bar each.

use std::sync::Arc;

use leptos::prelude::*;
use model::DepartmentIdx;

use super::{unit_link, unit_name};
use crate::figures::Figure;
use crate::format;
use crate::loads::{Load, Loads, Named, YearLoad, counted_for};
use crate::messages::{self, departments as m};
use crate::page::Page;
use crate::parts::{FigureLink, LINE, Notice, Typed, dynamic, rows_in_turn, said, when};
use crate::screens::more_rows::MoreRows;
use crate::screens::sort_head::SortHead;
use crate::state::{Focus, UnitOrder, ViewState};

/// How many units are shown at first.
const N_FIRST: usize = 40;

/// The loads with their heading, the field that finds a unit, and the rest of the rows.
#[component]
pub(super) fn LoadSection() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let loads = Memo::new(move |_| page.state.with(|state| Arc::new(Loads::of(page.book, state))));
    let needle = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let shows_all = move || is_open.get() || page.is_printing.get();
    let is_narrowed = move || {
        page.state.with(|state| {
            [engine::Facet::Lead, engine::Facet::Unit]
                .iter()
                .any(|facet| state.choice(*facet).is_some())
        })
    };
    let table = move || {
        let (needle, shows_all) = (needle.get(), shows_all());
        table_view(page, &loads.get(), &needle, shows_all)
    };
    let n_units = move || loads.with(|loads| loads.rows.len());
    let has_more = move || n_units() > N_FIRST && needle.with(String::is_empty);
    let more = move || {
        let words = said(move || m::all_units(n_units(), lang));
        when(has_more(), || view! { <MoreRows words is_open /> })
    };
    view! {
        <section class="section">
            <header class="section-head">
                <h2>{m::LOADS.to(lang)}</h2>
                <p>
                    {m::LOADS_NOTE.to(lang)}
                    {dynamic(move || is_narrowed().then(|| m::CHOSEN_NOTE.to(lang)).into_any())}
                </p>
            </header>
            <FindUnit needle />
            {dynamic(table)}
            {dynamic(more)}
        </section>
    }
}

/// The field that finds units by name, pinyin or initials.
#[component]
fn FindUnit(needle: RwSignal<String>) -> impl IntoView {
    let lang = Page::here().lang;
    let typed = Typed::new(Callback::new(move |words| needle.set(words)));
    view! {
        <p class="find-unit">
            <input
                class="facet-find"
                type="search"
                aria-label=m::FIND.to(lang)
                placeholder=m::FIND_HINT.to(lang)
                autocomplete="off"
                spellcheck="false"
                prop:value=needle
                on:input=move |event| typed.note(&event)
                on:compositionend=move |event| typed.note(&event)
            />
        </p>
    }
}

fn table_view(page: Page, loads: &Arc<Loads>, needle: &str, shows_all: bool) -> AnyView {
    let lang = page.lang;
    if loads.rows.is_empty() {
        let (says, next) = (m::NOTHING.to(lang), m::NOTHING_NEXT.to(lang));
        return view! { <Notice says next /> }.into_any();
    }
    let needle = needle.trim().to_lowercase();
    let n_shown = if shows_all || !needle.is_empty() { usize::MAX } else { N_FIRST };
    let places = loads.rows.iter().enumerate().filter(|(_, row)| fits(page, row, &needle));
    let places: Vec<usize> = places.map(|(at, _)| at).take(n_shown).collect();
    if places.is_empty() {
        return view! { <Notice says=m::NOT_FOUND.to(lang) /> }.into_any();
    }
    let largest = loads.rows.iter().map(Load::n_named).max().unwrap_or(0);
    let whole = Arc::clone(loads);
    let rows = rows_in_turn(0..places.len(), LINE, move |at| {
        row_view(page, &whole, &whole.rows[places[at]], largest)
    });
    view! {
        <div class="scroll" role="group" tabindex="0" aria-label=m::LOADS.to(lang)>
            <table class="figures loads">
                <caption class="hide">{m::LOADS.to(lang)}</caption>
                {head_view(page, loads)}
                <tbody>{rows}</tbody>
                {loads.together.as_ref().map(|figure| together_view(page, loads, figure))}
            </table>
        </div>
    }
    .into_any()
}

/// Whether a unit's name, one of its written forms or its sound fits what is looked for.
fn fits(page: Page, row: &Load, needle: &str) -> bool {
    let unit = &page.book.ledger.departments[usize::from(row.unit)];
    needle.is_empty()
        || unit.name.to_lowercase().contains(needle)
        || unit.forms.iter().any(|form| form.to_lowercase().contains(needle))
        || unit.keys.iter().any(|key| key.starts_with(needle))
}

fn head_view(page: Page, loads: &Loads) -> AnyView {
    let lang = page.lang;
    let order = page.state.with_untracked(|state| state.focus.units);
    let head = |wanted: UnitOrder| {
        let href = page.state.with_untracked(|state| {
            let focus = Focus { units: wanted, ..state.focus.clone() };
            ViewState { focus, ..state.clone() }.href()
        });
        view! {
            <SortHead
                words=m::unit_order(wanted).to(lang)
                is_sorted=order == wanted
                is_ascending=wanted == UnitOrder::Name
                href
            />
        }
    };
    let has_targets = loads.rows.iter().any(|row| row.targeted.is_some());
    let years: Vec<_> = loads
        .years
        .iter()
        .map(|year| view! { <th scope="colgroup" colspan="2" class="loads-year">{*year}</th> })
        .collect();
    let roles: Vec<_> = loads
        .years
        .iter()
        .map(|_| {
            view! {
                <th scope="col" class="loads-year">{m::LEADS.to(lang)}</th>
                <th scope="col">{m::SUPPORTS.to(lang)}</th>
            }
        })
        .collect();
    view! {
        <thead>
            <tr>
                <td></td>
                {years}
                <th scope="colgroup" colspan="2" class="loads-year">{m::ALL_YEARS.to(lang)}</th>
                <td colspan=if has_targets { "2" } else { "1" }></td>
            </tr>
            <tr>
                {head(UnitOrder::Name)}
                {roles}
                {head(UnitOrder::Lead)}
                {head(UnitOrder::Support)}
                <th scope="col" class="loads-plot">
                    <span class="hide">{m::BAR.to(lang)}</span>
                </th>
                {when(has_targets, || head(UnitOrder::Target))}
            </tr>
        </thead>
    }
    .into_any()
}

fn row_view(page: Page, loads: &Loads, row: &Load, largest: u32) -> AnyView {
    let lang = page.lang;
    let unit = &page.book.ledger.departments[usize::from(row.unit)];
    let place = page.book.region_name(unit.region, lang);
    let name = unit_name(page, row.unit).text;
    let of = &CountOf { page, list: &loads.list, unit: row.unit, name: &name };
    let years = row.years.iter().zip(&loads.years);
    let years: Vec<_> = years.map(|(load, year)| year_view(of, *year, load.as_ref())).collect();
    let share = |n: u32| format::share(n.into(), largest.into());
    let targeted = row.targeted.map(|n| targeted_view(of, row, n));
    let all_years = m::ALL_YEARS.to(lang);
    let columns = (loads.years.len() + 1).to_string();
    view! {
        <tr style=("--columns", columns)>
            <th scope="row">
                {unit_link(page, row.unit)}
                <small lang=place.lang(lang)>{place.text.clone()}</small>
            </th>
            {years}
            {cell_view(of, all_years, Named::Lead, None, row.leads)}
            {cell_view(of, all_years, Named::Support, None, row.supports)}
            <td class="loads-plot">
                <i
                    class="twin-bar"
                    style=("--share", share(row.leads))
                    style=("--whole", share(row.n_named()))
                ></i>
            </td>
            {targeted}
        </tr>
    }
    .into_any()
}

/// What a count is of: the unit, and the list that the count is taken of.
#[derive(Debug)]
pub(super) struct CountOf<'a> {
    pub page: Page,
    pub list: &'a ViewState,
    pub unit: DepartmentIdx,
    /// The unit's name.
    pub name: &'a str,
}

/// A year as lead and as help; hatched where it has no document.
pub(super) fn year_view(of: &CountOf<'_>, year: u16, load: Option<&YearLoad>) -> AnyView {
    let lang = of.page.lang;
    let Some(YearLoad { leads, supports }) = load else {
        let words = messages::overview::NONE.to(lang);
        return view! {
            <td class="void" colspan="2" title=words data-year=year>
                <span class="hide fold-says">{words}</span>
            </td>
        }
        .into_any();
    };
    let when = m::year(year, lang);
    view! {
        {cell_view(of, &when, Named::Lead, Some(year), *leads)}
        {cell_view(of, &when, Named::Support, Some(year), *supports)}
    }
    .into_any()
}

fn cell_view(of: &CountOf<'_>, when: &str, named: Named, year: Option<u16>, n: u32) -> AnyView {
    view! {
        <td
            class=(named == Named::Lead).then_some("loads-year")
            data-year=when.to_owned()
            data-label=words_of(named).to(of.page.lang)
        >
            {count_view(of, when, named, year, n)}
        </td>
    }
    .into_any()
}

/// A count as the link to its list.
pub(super) fn count_view(
    of: &CountOf<'_>,
    when: &str,
    named: Named,
    year: Option<u16>,
    n: u32,
) -> AnyView {
    let label = m::load(of.name, when, words_of(named), n, of.page.lang);
    // What is nothing opens nothing.
    let list = (n > 0).then(|| counted_for(of.page.book, of.list, of.unit, named, year));
    let href = list.map(|list| list.href()).unwrap_or_default();
    view! { <FigureLink n href label /> }.into_any()
}

const fn words_of(named: Named) -> messages::Words {
    match named {
        Named::Lead => m::LEADS,
        Named::Support => m::SUPPORTS,
        Named::Targeted => m::TARGETED,
    }
}

/// How many of the tasks that it leads state a quantity, and which part of them that is.
fn targeted_view(of: &CountOf<'_>, row: &Load, n: u32) -> AnyView {
    let part = row.targeted_part().map(format::part);
    view! {
        <td class="loads-part" data-label=m::TARGETED.to(of.page.lang)>
            {count_view(of, "", Named::Targeted, None, n)}
            <small>{part}</small>
        </td>
    }
    .into_any()
}

/// Several chosen units taken together.
fn together_view(page: Page, loads: &Loads, figure: &Figure) -> AnyView {
    let has_targets = loads.rows.iter().any(|row| row.targeted.is_some());
    let rest = if has_targets { "2" } else { "1" };
    let words = m::TOGETHER.to(page.lang);
    view! {
        <tfoot>
            <tr class="loads-together">
                <th scope="row" colspan=(loads.years.len() * 2 + 1).to_string()>{words}</th>
                <td colspan="2">
                    <FigureLink n=figure.n href=figure.list.href() label=words />
                </td>
                <td colspan=rest></td>
            </tr>
        </tfoot>
    }
    .into_any()
}
