//! Charts on the screen: reading the drawing library, drawing, and letting go again.
//!
//! A chart is described by `charming` and drawn by `ECharts`, which `boot/charts.js` reads when
//! the first chart is shown. A [`Drawing`] holds one drawn chart and disposes of it when it is
//! dropped, so that a page that runs for weeks gathers none.

use charming::{Echarts, WasmRenderer};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// The colours and type of a chart, as the style sheet has them at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Palette {
    /// Text and points that compare.
    pub ink: String,
    /// Notes and axes.
    pub muted: String,
    /// Hairlines.
    pub rule: String,
    /// The page.
    pub paper: String,
    /// Marks of the first rank.
    pub bar: String,
    /// Marks of the second rank.
    pub quiet: String,
    /// The family of our own words.
    pub font: String,
}

impl Palette {
    /// Reads the tokens of the style sheet.
    pub(crate) fn read() -> Option<Self> {
        let root = document().document_element()?;
        let style = window().get_computed_style(&root).ok()??;
        let token = |name: &str| -> Option<String> {
            let value = style.get_property_value(name).ok()?;
            Some(value.trim().to_owned())
        };
        Some(Self {
            ink: token("--ink")?,
            muted: token("--ink-muted")?,
            rule: token("--rule")?,
            paper: token("--paper")?,
            bar: token("--bar")?,
            quiet: token("--bar-quiet")?,
            font: token("--font-text")?,
        })
    }

    /// Whether the page is dark; tokens are written as `#RRGGBB`.
    fn is_dark(&self) -> bool {
        self.paper.as_bytes().get(1).is_some_and(|digit| *digit < b'8')
    }
}

/// A chart that is drawn in an element of the page.
pub(crate) struct Drawing {
    echarts: Echarts,
    place: HtmlElement,
}

impl Drawing {
    /// Draws `chart` in `place`, which has an id and which learns whether the colours are those
    /// for dark paper; `None` where the library refuses.
    pub(crate) fn new(
        place: &HtmlElement,
        palette: &Palette,
        chart: &charming::Chart,
    ) -> Option<Self> {
        let ground = if palette.is_dark() { "dark" } else { "light" };
        place.set_attribute("data-ground", ground).ok()?;
        let echarts = WasmRenderer::new_opt(None, None).render(&place.id(), chart).ok()?;
        Some(Self { echarts, place: place.clone() })
    }

    /// Fits the chart to the size of its place.
    pub(crate) fn fit(&self) {
        call(self.echarts.as_ref(), "resize", None);
    }

    /// The picture, as the text of an SVG element.
    pub(crate) fn svg(&self) -> Option<Element> {
        self.place.query_selector("svg").ok()?
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(library) = library() {
            call(&library, "dispose", Some(self.echarts.as_ref()));
        }
    }
}

/// Waits until the drawing library is there; whether it is.
pub(crate) async fn read_library() -> bool {
    if library().is_some() {
        return true;
    }
    let reading = call(&window(), "readCharts", None).and_then(|found| found.dyn_into().ok());
    let Some(reading): Option<Promise> = reading else { return false };
    JsFuture::from(reading).await.is_ok() && library().is_some()
}

fn library() -> Option<JsValue> {
    let found = Reflect::get(&window(), &"echarts".into()).ok()?;
    found.is_object().then_some(found)
}

/// Calls a method that nothing in Rust names; `None` where it is not there or throws.
fn call(owner: &JsValue, method: &str, argument: Option<&JsValue>) -> Option<JsValue> {
    let method: Function = Reflect::get(owner, &method.into()).ok()?.dyn_into().ok()?;
    match argument {
        Some(argument) => method.call1(owner, argument).ok(),
        None => method.call0(owner).ok(),
    }
}
