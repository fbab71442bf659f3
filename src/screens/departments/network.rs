//! The drawing of who works with whom: names in a column, arcs beside it.

use leptos::prelude::*;

use super::{unit_link, unit_name};
use crate::messages::departments as m;
use crate::network::{Arc, Network};
use crate::page::Page;
use crate::pairs::Pair;

/// How tall a name is, in pixels: the least that a finger must hit.
const ROW: f64 = 26.0;
/// How wide the drawing is in its own measure; it is stretched to the room there is.
const WIDE: f64 = 100.0;
/// How thick the thickest arc is, in pixels.
const THICK: f64 = 7.0;
/// How thick the thinnest.
const THIN: f64 = 1.0;

/// The drawing, said in words before it.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn NetworkView(
    /// The pairs that are drawn.
    pairs: Vec<Pair>,
) -> impl IntoView {
    let page = Page::here();
    let network = Network::of(&pairs);
    let names: Vec<_> =
        network.nodes.iter().map(|unit| view! { <li>{unit_link(page, *unit)}</li> }).collect();
    let most = network.arcs.iter().map(|arc| arc.n_tasks).max().unwrap_or(1);
    let longest = network.arcs.iter().map(|arc| arc.to - arc.from).max().unwrap_or(1);
    let arcs: Vec<_> =
        network.arcs.iter().map(|arc| arc_view(page, &network, arc, most, longest)).collect();
    let tall = network.nodes.len() as f64 * ROW;
    let says = m::network_says(pairs.len(), network.nodes.len(), page.lang);
    view! {
        <figure class="network">
            <figcaption>
                <h3>{m::NETWORK.to(page.lang)}</h3>
                <p>{says.clone()}</p>
            </figcaption>
            <div class="network-plot">
                <ol>{names}</ol>
                <svg
                    role="img"
                    aria-label=says
                    viewBox=format!("0 0 {WIDE} {tall}")
                    height=tall
                    preserveAspectRatio="none"
                >
                    {arcs}
                </svg>
            </div>
        </figure>
    }
}

/// An arc, the further the longer, its title what it says.
fn arc_view(page: Page, network: &Network, arc: &Arc, most: u32, longest: usize) -> AnyView {
    let middle = |at: usize| (at as f64 + 0.5) * ROW;
    let (top, bottom) = (middle(arc.from), middle(arc.to));
    // A cubic curve reaches three quarters of the way to its handles.
    let reach = ((arc.to - arc.from) as f64 / longest as f64).sqrt() * WIDE / 0.78;
    let width = THIN + (THICK - THIN) * f64::from(arc.n_tasks) / f64::from(most);
    let [one, other] = [arc.from, arc.to].map(|at| unit_name(page, network.nodes[at]).text);
    view! {
        <path
            d=format!("M0 {top:.0}C{reach:.1} {top:.0} {reach:.1} {bottom:.0} 0 {bottom:.0}")
            stroke-width=format!("{width:.1}")
        >
            <title>{m::arc(&one, &other, arc.n_tasks, page.lang)}</title>
        </path>
    }
    .into_any()
}
