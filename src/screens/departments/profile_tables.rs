//! The tables of a unit's profile.

use engine::Facet;
use leptos::prelude::*;

use super::load_table::{CountOf, count_view, year_view};
use super::{unit_link, unit_name, with_unit};
use crate::format;
use crate::loads::{Named, counted_for};
use crate::messages::{self, departments as m};
use crate::page::Page;
use crate::parts::{FigureLink, Notice, StateMark, when};
use crate::screens::districts::{hole, series_href};
use crate::state::{Chosen, Lang, View, ViewState};
use crate::unit_profile::{LedTask, SeriesOfUnit, UnitProfile, YearOfUnit};

/// The load by year, one row a year.
pub(super) fn years_view(page: Page, profile: &UnitProfile) -> AnyView {
    let lang = page.lang;
    let name = unit_name(page, profile.load.unit).text;
    let of = &CountOf { page, list: &profile.list, unit: profile.load.unit, name: &name };
    let rows = profile.years.iter().zip(&profile.load.years).map(|(year, load)| {
        view! {
            <tr>
                <th scope="row" class="num">{*year}</th>
                {year_view(of, *year, load.as_ref())}
            </tr>
        }
    });
    let load = &profile.load;
    let all_years = m::ALL_YEARS.to(lang);
    let targeted = load.targeted.map(|n| {
        let part = load.targeted_part().map(format::part);
        view! {
            <tr>
                <th scope="row">{m::TARGETED.to(lang)}</th>
                <td>{count_view(of, all_years, Named::Targeted, None, n)}</td>
                <td>{part}</td>
            </tr>
        }
    });
    view! {
        <table class="figures unit-years">
            <caption class="hide">{m::BY_YEAR.to(lang)}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{m::LEADS.to(lang)}</th>
                    <th scope="col">{m::SUPPORTS.to(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot>
                <tr class="unit-total">
                    <th scope="row">{m::ALL_YEARS.to(lang)}</th>
                    <td>{count_view(of, all_years, Named::Lead, None, load.leads)}</td>
                    <td>{count_view(of, all_years, Named::Support, None, load.supports)}</td>
                </tr>
                {targeted}
            </tfoot>
        </table>
    }
    .into_any()
}

/// The city's office and the counties' beside it, and the way to see them together.
pub(super) fn family_view(page: Page, profile: &UnitProfile) -> AnyView {
    let lang = page.lang;
    let Some(together) = &profile.together else { return ().into_any() };
    let rows = profile.family.iter().map(|(unit, figure)| {
        let found = &page.book.ledger.departments[usize::from(*unit)];
        let place = page.book.region_name(found.region, lang);
        let label = messages::overview::total(&found.name, m::ALL_TASKS.to(lang), figure.n, lang);
        view! {
            <tr>
                <th scope="row">
                    {unit_link(page, *unit)}
                    <small lang=place.lang(lang)>{place.text.clone()}</small>
                </th>
                <td><FigureLink n=figure.n href=figure.list.href() label /></td>
            </tr>
        }
    });
    let side_by_side = page.state.with_untracked(|state| {
        let state = with_unit(state, None).without(Facet::Lead).without(Facet::Unit);
        let all = profile.family.iter().fold(state, |state, (unit, _)| {
            let key = &page.book.ledger.departments[usize::from(*unit)].id;
            state.choosing(Facet::Unit, key, Chosen::Included)
        });
        ViewState { view: View::Departments, ..all }.href()
    });
    view! {
        <h3>{m::FAMILY.to(lang)}</h3>
        <p class="districts-note">{m::FAMILY_NOTE.to(lang)}</p>
        <table class="figures unit-years">
            <caption class="hide">{m::FAMILY.to(lang)}</caption>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot>
                <tr class="unit-total">
                    <th scope="row">
                        <a class="profile-close" href=side_by_side>{m::SEEN_TOGETHER.to(lang)}</a>
                    </th>
                    <td>
                        <FigureLink
                            n=together.n
                            href=together.list.href()
                            label=m::TOGETHER.to(lang)
                        />
                    </td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// What stands again in another year, as printed.
pub(super) fn series_view(page: Page, profile: &UnitProfile) -> AnyView {
    let lang = page.lang;
    if profile.series.is_empty() {
        return view! { <Notice says=m::NO_SERIES.to(lang) /> }.into_any();
    }
    let heads = profile.span.iter().map(|(year, _)| view! { <th scope="col">{*year}</th> });
    let rows = profile.series.iter().map(|row| series_row(page, profile, row));
    view! {
        <p class="districts-note">{m::SERIES_NOTE.to(lang)}</p>
        <div class="scroll" role="group" tabindex="0" aria-label=m::SERIES.to(lang)>
            <table class="figures unit-series fold">
                <caption class="hide">{m::SERIES.to(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{m::INDICATOR.to(lang)}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn series_row(page: Page, profile: &UnitProfile, row: &SeriesOfUnit) -> AnyView {
    let lang = page.lang;
    let series = &page.book.ledger.series[row.series];
    let is_english = lang == Lang::En && !series.name_en.is_empty();
    let name = if is_english { &series.name_en } else { &series.name };
    let cells = row.points.iter().zip(&profile.span).map(|(at, (year, has_document))| {
        let Some(point) = at.map(|at| &series.points[at]) else {
            return hole(*year, *has_document, lang);
        };
        let printed = point.printed(page.book.ledger).map(|words| words.text.clone());
        let words = printed.unwrap_or_else(|| format::number(point.value));
        let id = &page.book.task(point.task).id;
        let href = page.state.with_untracked(|state| state.blank(state.view).with_task(id).href());
        let sign = point.reason.map(|reason| {
            view! {
                <abbr class="sigil" title=messages::districts::reason(reason).to(lang)>
                    {m::NOT_COMPARABLE_SIGN.to(lang)}
                </abbr>
            }
        });
        view! {
            <td data-label=*year>
                <a class="trace" href=href lang="zh-CN">{words}</a>
                {sign}
            </td>
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row" lang=(lang == Lang::En && !is_english).then(|| Lang::Zh.tag())>
                <a class="unit-link" href=series_href(page, &series.id)>{name.clone()}</a>
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// The tasks that the unit leads, the latest year first.
pub(super) fn led_view(page: Page, profile: &UnitProfile) -> AnyView {
    let lang = page.lang;
    if profile.led.is_empty() {
        return view! { <Notice says=m::NOTHING_LED.to(lang) /> }.into_any();
    }
    // Beside the list of what the unit leads, so that the next task is the unit's too.
    let list = counted_for(page.book, &profile.list, profile.load.unit, Named::Lead, None);
    let has_states = profile.led.iter().flat_map(|year| &year.tasks).any(|led| led.state.is_some());
    let years = profile.led.iter().map(|year| year_of_tasks(page, &list, year, has_states));
    view! {
        <h3>{m::LED.to(lang)}</h3>
        <table class="figures led">
            <caption class="hide">{m::LED.to(lang)}</caption>
            <thead>
                <tr>
                    <th scope="col">{m::TASK.to(lang)}</th>
                    <th scope="col" class="led-targets">{m::TARGETS.to(lang)}</th>
                    {when(has_states, || view! {
                        <th scope="col" class="led-state">{m::STATE.to(lang)}</th>
                    })}
                </tr>
            </thead>
            {years.collect_view()}
        </table>
    }
    .into_any()
}

fn year_of_tasks(page: Page, list: &ViewState, year: &YearOfUnit, has_states: bool) -> AnyView {
    let rows: Vec<_> = year.tasks.iter().map(|led| led_row(page, list, led, has_states)).collect();
    view! {
        <tbody>
            <tr class="heat-group">
                <th scope="rowgroup" colspan=if has_states { "3" } else { "2" }>
                    {m::year(year.year, page.lang)}
                    <small>{messages::n_tasks(year.tasks.len(), page.lang)}</small>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn led_row(page: Page, list: &ViewState, led: &LedTask, has_states: bool) -> AnyView {
    let task = page.book.task(led.task);
    let href = list.with_task(&task.id).href();
    let label = task.sub_label.as_ref().map(|label| label.text.clone());
    let targets: Vec<_> = led
        .targets
        .iter()
        .map(|at| {
            let target = &page.book.ledger.targets[*at];
            view! { <li>{target.indicator.clone()} <b>{target.printed.text.clone()}</b></li> }
        })
        .collect();
    view! {
        <tr>
            <th scope="row" lang="zh-CN">
                <a href=href>
                    {label.map(|label| view! { <b>{label}</b> " " })}
                    {task.text.text.clone()}
                </a>
            </th>
            <td class="led-targets" lang="zh-CN"><ul>{targets}</ul></td>
            {when(has_states, || view! {
                <td class="led-state">
                    {led.state.map(|state| view! { <StateMark state lang=page.lang /> })}
                </td>
            })}
        </tr>
    }
    .into_any()
}
