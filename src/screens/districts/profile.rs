//! The profile of one region: what there is in each year, what changed, all of its shares.

use leptos::prelude::*;
use model::RegionIdx;

use super::profile_tables::{series_view, shares_view, years_view};
use super::with_region;
use crate::changes::Changes;
use crate::messages::districts as m;
use crate::page::Page;
use crate::parts::{dynamic, said, whether};
use crate::region_profile::RegionProfile;

/// The profile within the present filter.
#[component]
pub(super) fn RegionProfileView(
    /// Whose profile.
    region: RegionIdx,
    /// How shares changed.
    changes: StoredValue<Changes>,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let profile =
        Memo::new(move |_| page.state.with(|state| RegionProfile::of(page.book, state, region)));
    let name = page.book.region_name(region, lang);
    let n_rows = move || {
        profile.with(|profile| profile.groups.iter().map(|group| group.rows.len()).sum::<usize>())
    };
    view! {
        <section class="profile" aria-labelledby="profile-title">
            <header class="section-head">
                <h2 id="profile-title">{m::profile(&name.text, lang)}</h2>
                <p>
                    <a class="profile-close" href=said(move || page.href(|state| with_region(state, None)))>
                        {m::CLOSE.to(lang)}
                    </a>
                </p>
            </header>
            <div class="profile-body">
                <section>
                    <h3>{m::PROFILE_YEARS.to(lang)}</h3>
                    {dynamic(move || profile.with(|profile| years_view(page, profile)))}
                </section>
                <section>
                    <h3>{m::SERIES.to(lang)}</h3>
                    {dynamic(move || profile.with(|profile| series_view(page, profile)))}
                </section>
            </div>
            <details class="profile-shares" open=whether(move || page.is_printing.get())>
                <summary>
                    {m::SHARES.to(lang)}
                    <span class="num">{said(move || m::n_shares(n_rows(), lang))}</span>
                </summary>
                <p class="districts-note">{m::SHARES_NOTE.to(lang)}</p>
                {dynamic(move || {
                    profile.with(|profile| {
                        changes.with_value(|changes| shares_view(page, profile, changes))
                    })
                })}
            </details>
        </section>
    }
}
