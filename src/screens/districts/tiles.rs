//! A sketch of the regions, a square for each, to choose one; it says that it is no map.

use engine::Facet;
use leptos::prelude::*;
use model::{Region, RegionIdx, RegionKind};

use super::with_region;
use crate::messages::districts as m;
use crate::page::Page;
use crate::parts::{said, said_if, when};
use crate::state::Lang;

/// A square for each region whose place somebody has drawn, and a row of the others.
#[component]
pub(super) fn Tiles(
    /// The region whose profile is shown.
    chosen: Memo<Option<RegionIdx>>,
) -> impl IntoView {
    let page = Page::here();
    let maps = cities(page).into_iter().map(|regions| map_view(page, chosen, &regions));
    view! {
        <nav class="tiles" aria-label=m::TILES.to(page.lang)>
            {maps.collect_view()}
            <p>{m::SCHEMATIC.to(page.lang)}</p>
        </nav>
    }
}

/// The regions of each city that any task knows, the city itself left out.
fn cities(page: Page) -> Vec<Vec<RegionIdx>> {
    let regions = &page.book.ledger.regions;
    let counts = page.book.engine.values(Facet::Region);
    let mut cities: Vec<Vec<RegionIdx>> = Vec::new();
    for (idx, region) in (0..).zip(regions) {
        if region.kind == RegionKind::City || cities.is_empty() {
            cities.push(Vec::new());
        }
        let is_known = counts.get(usize::from(idx)).is_some_and(|value| value.n_tasks > 0);
        if region.kind != RegionKind::City && is_known {
            cities.last_mut().into_iter().for_each(|city| city.push(idx));
        }
    }
    cities.retain(|city| !city.is_empty());
    cities
}

fn map_view(page: Page, chosen: Memo<Option<RegionIdx>>, regions: &[RegionIdx]) -> AnyView {
    let found = |idx: &RegionIdx| &page.book.ledger.regions[usize::from(*idx)];
    let (drawn, others): (Vec<_>, Vec<_>) =
        regions.iter().copied().partition(|idx| found(idx).tile.is_some());
    let extent = |axis: usize| {
        let places = drawn.iter().filter_map(|idx| found(idx).tile);
        places.map(|tile| tile[axis] + 1).max().unwrap_or(0)
    };
    let (n_columns, n_rows) = (extent(0).to_string(), extent(1).to_string());
    let tiles: Vec<_> = drawn.iter().map(|idx| tile_view(page, chosen, *idx)).collect();
    let rest: Vec<_> = others.iter().map(|idx| tile_view(page, chosen, *idx)).collect();
    view! {
        {when(!tiles.is_empty(), move || view! {
            <div class="tile-map" style=("--columns", n_columns) style=("--rows", n_rows)>
                {tiles}
            </div>
        })}
        {when(!rest.is_empty(), move || view! { <div class="tile-row">{rest}</div> })}
    }
    .into_any()
}

/// One region as a link to its profile; the chosen one leads back.
fn tile_view(page: Page, chosen: Memo<Option<RegionIdx>>, idx: RegionIdx) -> AnyView {
    let region: &'static Region = &page.book.ledger.regions[usize::from(idx)];
    let name = page.book.region_name(idx, page.lang);
    let [x, y] = region.tile.unwrap_or_default().map(|at| at.to_string());
    let is_chosen = move || chosen.get() == Some(idx);
    let href = move || {
        let key = (!is_chosen()).then_some(region.id.as_str());
        page.href(|state| with_region(state, key))
    };
    let words = match page.lang {
        Lang::Zh => short(&name.text).to_owned(),
        Lang::En => name.text.clone(),
    };
    view! {
        <a
            class="tile"
            href=said(href)
            title=name.text.clone()
            lang=name.lang(page.lang)
            aria-current=said_if(move || is_chosen().then(|| "true".to_owned()))
            style=("--x", x)
            style=("--y", y)
        >
            {words}
        </a>
    }
    .into_any()
}

/// A name without 市, 县 or 区, where two characters are left.
fn short(name: &str) -> &str {
    let bare = name.strip_suffix(['市', '县', '区']).unwrap_or(name);
    if bare.chars().count() < 2 { name } else { bare }
}
