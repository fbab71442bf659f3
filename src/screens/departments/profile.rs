//! The profile of one unit.

use leptos::prelude::*;
use model::DepartmentIdx;

use super::profile_tables::{family_view, led_view, series_view, years_view};
use super::{unit_link, unit_name, with_unit};
use crate::messages::{self, departments as m};
use crate::page::Page;
use crate::parts::{Sigil, SigilKind, dynamic, said};
use crate::unit_profile::UnitProfile;

/// What a unit carries within the present filter.
#[component]
pub(super) fn UnitProfileView(
    /// Whose profile.
    unit: DepartmentIdx,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let profile =
        Memo::new(move |_| page.state.with(|state| UnitProfile::of(page.book, state, unit)));
    let name = unit_name(page, unit);
    view! {
        <section class="section unit-profile" aria-labelledby="unit-title">
            <header class="section-head">
                <h2 id="unit-title" lang=name.lang(lang)>{name.text.clone()}</h2>
                <p>
                    <a class="profile-close" href=said(move || page.href(|state| with_unit(state, None)))>
                        {m::BACK.to(lang)}
                    </a>
                </p>
            </header>
            <UnitFacts unit />
            <div class="profile-body">
                <section>
                    <h3>{m::BY_YEAR.to(lang)}</h3>
                    {dynamic(move || profile.with(|profile| years_view(page, profile)))}
                    {dynamic(move || profile.with(|profile| family_view(page, profile)))}
                </section>
                <section>
                    <h3>{m::SERIES.to(lang)}</h3>
                    {dynamic(move || profile.with(|profile| series_view(page, profile)))}
                </section>
            </div>
            {dynamic(move || profile.with(|profile| led_view(page, profile)))}
        </section>
    }
}

/// What the unit is: level, place, kind, how it is written, whom it answers to.
#[component]
fn UnitFacts(unit: DepartmentIdx) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let found = &page.book.ledger.departments[usize::from(unit)];
    let place = page.book.region_name(found.region, lang);
    let counterpart = found.city_counterpart.map(|city| {
        view! {
            <dt>{m::COUNTY_OF.to(lang)}</dt>
            <dd>
                {unit_link(page, city)}
                <Sigil kind=SigilKind::Inferred lang />
            </dd>
        }
    });
    view! {
        <dl class="facts unit-facts">
            <dt>{m::PLACE.to(lang)}</dt>
            <dd>
                <span lang=place.lang(lang)>{place.text.clone()}</span>
                " · "
                {m::level(found.level).to(lang)}
            </dd>
            <dt>{m::KIND.to(lang)}</dt>
            <dd>{m::kind(found.kind).to(lang)}</dd>
            <dt>{m::FORMS.to(lang)}</dt>
            <dd class="unit-forms" lang="zh-CN">{found.forms.join(messages::comma(lang))}</dd>
            {counterpart}
        </dl>
    }
}
