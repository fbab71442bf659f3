//! The network of who works with whom, drawn: units on a ring, links as thick as they have tasks.

use std::sync::Arc;

use charming::component::Legend;
use charming::element::{Color, Label, LineStyle, TextStyle, Tooltip, Trigger};
use charming::series::{
    Graph, GraphCategory, GraphData, GraphLayout, GraphLayoutCircular, GraphLink, GraphNode,
};
use leptos::prelude::*;
use model::RegionIdx;

use super::{unit_name, with_unit};
use crate::drawing::Palette;
use crate::messages::{self, departments as m};
use crate::network::Network;
use crate::page::Page;
use crate::pairs::Pair;
use crate::parts::{ChartFigure, Describe};

/// How wide the disc of the unit with most tasks is, and of one without any, in pixels.
const WIDEST: f64 = 26.0;
const NARROWEST: f64 = 4.0;

/// The drawing, said in words before it. The table beside holds the same for the keyboard.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn NetworkView(
    /// The pairs that are drawn.
    pairs: Vec<Pair>,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let network = page.state.with_untracked(|state| Network::of(page.book, state, &pairs));
    let says = m::network_says(network.links.len(), network.nodes.len(), lang);
    let documents = &page.book.ledger.documents;
    let sources: Vec<_> =
        documents.iter().map(|document| page.book.document_name(document, lang).text).collect();
    let look = Memo::new(move |_| page.state.with(|state| state.tint));
    let on_node = Callback::new(move |id: String| page.go(|state| with_unit(&state, Some(&id))));
    view! {
        <div class="network">
            <h3>{m::NETWORK.to(lang)}</h3>
            <ChartFigure
                says
                source=sources.join(messages::comma(lang))
                file=m::PAIRS.to(lang).to_owned()
                describe=described(page, &network)
                height=600
                look=Signal::derive(move || { look.track(); })
                lang
                on_node
            />
        </div>
    }
}

/// The network as the library takes it: a unit is a node of its region's category.
fn described(page: Page, network: &Network) -> Describe {
    let of_unit = |unit: model::DepartmentIdx| &page.book.ledger.departments[usize::from(unit)];
    let mut regions: Vec<RegionIdx> =
        network.nodes.iter().map(|(unit, _)| of_unit(*unit).region).collect();
    regions.sort_unstable();
    regions.dedup();
    let most = network.nodes.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let node = |(unit, n): &(model::DepartmentIdx, u32)| {
        let region = regions.binary_search(&of_unit(*unit).region).unwrap_or(0);
        // A disc's area, not its width, is what the eye compares.
        let share = (f64::from(*n) / f64::from(most.max(1))).sqrt();
        GraphNode {
            id: of_unit(*unit).id.clone(),
            name: unit_name(page, *unit).text,
            x: 0.0,
            y: 0.0,
            value: f64::from(*n),
            category: region as u64,
            symbol_size: NARROWEST + (WIDEST - NARROWEST) * share,
            label: None,
        }
    };
    let link = |(lead, partner, n): &(model::DepartmentIdx, model::DepartmentIdx, u32)| GraphLink {
        source: of_unit(*lead).id.clone(),
        target: of_unit(*partner).id.clone(),
        value: Some(f64::from(*n)),
    };
    let category =
        |region: &RegionIdx| GraphCategory { name: page.book.region_name(*region, page.lang).text };
    let data = GraphData {
        nodes: network.nodes.iter().map(node).collect(),
        links: network.links.iter().map(link).collect(),
        categories: regions.iter().map(category).collect(),
    };
    Arc::new(move |palette: &Palette| chart(palette, data.clone()))
}

fn chart(palette: &Palette, data: GraphData) -> charming::Chart {
    let color = |name: &String| Color::Value(name.clone());
    let font = palette.font.as_str();
    let text = TextStyle::new().color(color(&palette.ink)).font_family(font);
    let is_parted = data.categories.len() > 1;
    let names: Vec<String> = data.categories.iter().map(|region| region.name.clone()).collect();
    charming::Chart::new()
        .color(vec![
            color(&palette.bar),
            color(&palette.quiet),
            color(&palette.ink),
            color(&palette.muted),
        ])
        .tooltip(Tooltip::new().trigger(Trigger::Item))
        .legend(Legend::new().show(is_parted).bottom(0).text_style(text).data(names))
        .series(
            Graph::new()
                .layout(GraphLayout::Circular)
                .circular(GraphLayoutCircular::new().rotate_label(true))
                .label(Label::new().show(true).color(color(&palette.ink)).font_family(font))
                .line_style(
                    LineStyle::new().color(color(&palette.muted)).opacity(0.5).curveness(0.2),
                )
                .edge_symbol(Some(("none".to_owned(), "arrow".to_owned())))
                .data(data),
        )
}
