//! The tables of a region's profile.

use leptos::prelude::*;

use super::Look;
use super::cell::changed;
use super::matrix::item_view;
use crate::changes::Changes;
use crate::format;
use crate::messages::{self, districts as m};
use crate::page::Page;
use crate::parts::{FigureLink, Notice};
use crate::region_profile::{Count, RegionProfile, SeriesOfRegion, YearOfRegion};
use crate::shares::{Row, RowGroup, place};
use crate::state::{Cells, Focus, Lang, View, ViewState};

/// One of the counts of a year.
type CountOf = fn(&YearOfRegion) -> &Count;

/// What the region has in each year: shares, documents, tasks that name its government.
pub(super) fn years_view(page: Page, profile: &RegionProfile) -> AnyView {
    let lang = page.lang;
    let kinds: [(messages::Words, CountOf); 3] = [
        (m::WITH_SHARE, |year| &year.shares),
        (m::OWN, |year| &year.own),
        (m::NAMED, |year| &year.named),
    ];
    let heads = profile.years.iter().map(|year| view! { <th scope="col">{year.year}</th> });
    let rows = kinds.map(|(words, figure)| {
        let cells: Vec<_> =
            profile.years.iter().map(|year| year_cell(words, year, figure(year), lang)).collect();
        view! { <tr><th scope="row">{words.to(lang)}</th>{cells}</tr> }
    });
    view! {
        <table class="figures profile-years">
            <caption class="hide">{m::PROFILE_YEARS.to(lang)}</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="hide">{m::YEAR.to(lang)}</span></th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn year_cell(what: messages::Words, year: &YearOfRegion, count: &Count, lang: Lang) -> AnyView {
    match count {
        Count::Tasks(figure) => {
            let label = messages::overview::cell(what.to(lang), year.year, figure.n, lang);
            view! { <td><FigureLink n=figure.n href=figure.list.href() label /></td> }.into_any()
        }
        Count::LeftOut => {
            view! { <td><span class="hide">{m::LEFT_OUT.to(lang)}</span></td> }.into_any()
        }
        Count::NoDocument => {
            let words = messages::overview::NONE.to(lang);
            view! { <td class="void" title=words><span class="hide">{words}</span></td> }.into_any()
        }
    }
}

/// The comparable shares year by year, and the change between the last two.
pub(super) fn series_view(page: Page, profile: &RegionProfile) -> AnyView {
    let lang = page.lang;
    if profile.series.is_empty() {
        return view! { <Notice says=m::SERIES_NONE.to(lang) /> }.into_any();
    }
    let heads = profile.years.iter().map(|year| view! { <th scope="col">{year.year}</th> });
    let rows = profile.series.iter().map(|series| series_row(page, profile, series));
    view! {
        <div class="scroll" role="group" tabindex="0" aria-label=m::SERIES.to(lang)>
            <table class="figures profile-series fold">
                <caption class="hide">{m::SERIES.to(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{m::INDICATOR.to(lang)}</th>
                        {heads.collect_view()}
                        <th scope="col">{m::CHANGED.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The indicator shown large in 对比.
pub(in crate::screens) fn series_href(page: Page, id: &str) -> String {
    page.state.with_untracked(|state| {
        let focus = Focus { series: Some(id.to_owned()), ..Focus::default() };
        ViewState { focus, ..state.blank(View::Compare) }.href()
    })
}

/// A year without a value; hatched where no document could have one.
pub(in crate::screens) fn hole(year: u16, has_document: bool, lang: Lang) -> AnyView {
    if has_document {
        return view! { <td></td> }.into_any();
    }
    let words = messages::overview::NONE.to(lang);
    view! { <td class="void" data-label=year><span class="hide fold-says">{words}</span></td> }
        .into_any()
}

fn series_row(page: Page, profile: &RegionProfile, row: &SeriesOfRegion) -> AnyView {
    let lang = page.lang;
    let series = &page.book.ledger.series[row.series];
    let is_english = lang == Lang::En && !series.name_en.is_empty();
    let name = if is_english { &series.name_en } else { &series.name };
    let name_lang = (lang == Lang::En && !is_english).then(|| Lang::Zh.tag());
    let cells: Vec<_> = row
        .points
        .iter()
        .zip(&profile.years)
        .map(|(point, year)| {
            let Some((value, task)) = point else {
                return hole(year.year, year.shares != Count::NoDocument, lang);
            };
            let id = &page.book.task(*task).id;
            let href =
                page.state.with_untracked(|state| state.blank(state.view).with_task(id).href());
            let label = m::in_year(year.year, &format::number(*value), lang);
            view! {
                <td data-label=year.year><a class="fig num" href=href aria-label=label>{format::number(*value)}</a></td>
            }
            .into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a class="unit-link" href=series_href(page, &series.id) lang=name_lang>
                    {name.clone()}
                </a>
                <small lang=messages::unit_lang(&series.unit, lang)>
                    {messages::measure_unit(&series.unit, lang).to_owned()}
                </small>
            </th>
            {cells}
            <td class="num" data-label="">{last_change(profile, row, page)}</td>
        </tr>
    }
    .into_any()
}

/// The change between the last two years that have a share, and on which year it is.
fn last_change(profile: &RegionProfile, row: &SeriesOfRegion, page: Page) -> Option<String> {
    let change = profile.last_change(page.book, row)?;
    Some(format!("{} {}", m::against(change.year, page.lang), changed(&change, page.lang)))
}

/// Every share of the region: printed, as a part, its place, its change.
pub(super) fn shares_view(page: Page, profile: &RegionProfile, changes: &Changes) -> AnyView {
    let lang = page.lang;
    if profile.groups.is_empty() {
        return view! { <Notice says=m::NO_SHARES.to(lang) /> }.into_any();
    }
    let groups = profile.groups.iter().map(|group| group_view(page, profile, group, changes));
    view! {
        <div class="scroll" role="group" tabindex="0" aria-label=m::SHARES.to(lang)>
            <table class="heat profile-list">
                <caption class="hide">{m::SHARES.to(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="heat-item">{m::ITEM.to(lang)}</th>
                        <th scope="col">{messages::WHOLE.to(lang)}</th>
                        <th scope="col">{m::SHARE.to(lang)}</th>
                        <th scope="col">{m::PART.to(lang)}</th>
                        <th scope="col">{m::PLACE.to(lang)}</th>
                        <th scope="col">{m::CHANGED.to(lang)}</th>
                    </tr>
                </thead>
                {groups.collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn group_view(page: Page, profile: &RegionProfile, group: &RowGroup, changes: &Changes) -> AnyView {
    let lang = page.lang;
    let document = &page.book.ledger.documents[group.document as usize];
    let name = page.book.document_name(document, lang);
    let rows: Vec<_> =
        group.rows.iter().filter_map(|row| share_row(page, profile, row, changes)).collect();
    view! {
        <tbody>
            <tr class="heat-group">
                <th scope="rowgroup" colspan="6">
                    <span lang=name.lang(lang)>{name.text.clone()}</span>
                    " · "
                    {messages::section(group.section).to(lang)}
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn share_row(page: Page, profile: &RegionProfile, row: &Row, changes: &Changes) -> Option<AnyView> {
    let lang = page.lang;
    let look = Look { page, cells: Cells::Amount, chosen: None };
    let task = page.book.task(row.task);
    let at = profile.cell(page.book, row.task)?;
    let cell = &task.allocations[at];
    let whole = row.total.map(|total| task.allocations[total].printed.text.clone());
    let place = place(page.book, row, profile.region)
        .map(|place| m::place(place.n, place.of, place.is_tied, lang));
    let change = match changes.at(row.task, at) {
        Ok(change) => format!("{} {}", m::against(change.year, lang), changed(&change, lang)),
        Err(gap) => m::gap(gap).to(lang).to_owned(),
    };
    let href = page.state.with_untracked(|state| state.with_task(&task.id).href());
    Some(
        view! {
            <tr>
                {item_view(look, row)}
                <td lang="zh-CN" data-label=messages::WHOLE.to(lang)>{whole}</td>
                <td data-heat=row.step(cell) data-label=m::SHARE.to(lang)>
                    <a href=href tabindex="-1" lang="zh-CN">{cell.printed.text.clone()}</a>
                </td>
                <td data-label=m::PART.to(lang)>{row.part(cell).map(format::part)}</td>
                <td data-label=m::PLACE.to(lang)>{place}</td>
                <td class="heat-why" data-label=m::CHANGED.to(lang)>{change}</td>
            </tr>
        }
        .into_any(),
    )
}
