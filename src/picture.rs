//! Pictures to keep, as SVG or PNG; that of a chart has its sentence above and its source below.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use crate::drawing::Palette;

/// Room above the chart for its sentence, and below for its source, in CSS pixels.
const ABOVE: f64 = 48.0;
const BELOW: f64 = 36.0;
const MARGIN: f64 = 16.0;
/// How many pixels of a PNG stand for one of the page.
const SCALE: f64 = 2.0;

/// A whole picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    svg: String,
    width: f64,
    height: f64,
}

impl Picture {
    /// A whole SVG of this size, in CSS pixels.
    pub(crate) fn new(svg: String, width: f64, height: f64) -> Self {
        Self { svg, width, height }
    }

    /// The drawn chart between its sentence and its source; `None` where it has no size.
    pub(crate) fn of(chart: &Element, says: &str, source: &str, palette: &Palette) -> Option<Self> {
        let size = chart.get_bounding_client_rect();
        if size.width() < 1.0 || size.height() < 1.0 {
            return None;
        }
        let width = size.width() + 2.0 * MARGIN;
        let height = size.height() + ABOVE + BELOW;
        Some(Self {
            svg: framed(&chart.outer_html(), says, source, palette, (width, height)),
            width,
            height,
        })
    }

    /// Keeps it as SVG.
    pub(crate) fn save_svg(&self, file: &str) -> Option<()> {
        let address = self.address()?;
        save_address(&address, &format!("{file}.svg"))
    }

    /// Keeps it as PNG, drawn by the browser at twice the size.
    pub(crate) fn save_png(&self, file: &str) -> Option<()> {
        let image = HtmlImageElement::new().ok()?;
        let address = self.address()?;
        let (width, height, name) = (self.width, self.height, format!("{file}.png"));
        let drawn = image.clone();
        let done = Closure::once_into_js(move || {
            let _ = png(&drawn, width, height, name);
        });
        image.set_onload(Some(done.unchecked_ref()));
        image.set_src(&address);
        Some(())
    }

    fn address(&self) -> Option<String> {
        let kind = BlobPropertyBag::new();
        kind.set_type("image/svg+xml;charset=utf-8");
        let parts = js_sys::Array::of1(&JsValue::from_str(&self.svg));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok()
    }
}

/// Saves what lies at an address of the browser's own under a name.
pub(crate) fn save_address(address: &str, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

#[expect(clippy::cast_sign_loss, reason = "a picture has a size")]
fn png(image: &HtmlImageElement, width: f64, height: f64, name: String) -> Option<()> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * SCALE) as u32);
    canvas.set_height((height * SCALE) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.scale(SCALE, SCALE).ok()?;
    context.draw_image_with_html_image_element(image, 0.0, 0.0).ok()?;
    let save = Closure::once_into_js(move |blob: Option<Blob>| {
        let address = blob.and_then(|blob| Url::create_object_url_with_blob(&blob).ok());
        address.and_then(|address| save_address(&address, &name));
    });
    canvas.to_blob(save.unchecked_ref()).ok()
}

/// The chart's own SVG inside one that has the page's paper, the sentence and the source.
fn framed(
    chart: &str,
    says: &str,
    source: &str,
    palette: &Palette,
    (width, height): (f64, f64),
) -> String {
    let Palette { ink, muted, paper, font, .. } = palette;
    let font = escaped(font);
    let (says, source) = (escaped(says), escaped(source));
    let (below, above) = (height - BELOW + 24.0, ABOVE - 8.0);
    let shifted = chart.replacen("<svg", &format!("<svg x=\"{MARGIN}\" y=\"{above}\""), 1);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{font}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\
         <text x=\"{MARGIN}\" y=\"26\" font-size=\"15\" font-weight=\"700\" fill=\"{ink}\">{says}</text>\
         {shifted}\
         <text x=\"{MARGIN}\" y=\"{below}\" font-size=\"12\" fill=\"{muted}\">{source}</text></svg>"
    )
}

/// Text as XML holds it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_holds_its_sentence_and_its_source() {
        let palette = Palette {
            ink: "#111".into(),
            muted: "#555".into(),
            rule: "#ccc".into(),
            paper: "#fff".into(),
            bar: "#333".into(),
            quiet: "#999".into(),
            font: "\"A\", sans-serif".into(),
        };
        let chart = "<svg width=\"100\" height=\"50\"><path d=\"M0 0\"/></svg>";
        let svg = framed(chart, "1 < 2 & 3", "嘉政办发〔2022〕23号", &palette, (132.0, 134.0));
        assert!(svg.contains("1 &lt; 2 &amp; 3"));
        assert!(svg.contains("嘉政办发〔2022〕23号"));
        assert!(svg.contains("<svg x=\"16\" y=\"40\" width=\"100\""));
    }
}
