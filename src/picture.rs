//! Pictures to keep, as SVG or PNG; that of a chart has its sentence above and its source below.

use core::fmt::Write as _;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use crate::drawing::Palette;

/// Room above the chart beside the lines of its sentence, and below beside those of its source,
/// in CSS pixels.
const ABOVE: f64 = 26.0;
const BELOW: f64 = 18.0;
const MARGIN: f64 = 16.0;
/// The size of the sentence and of the source, and the height of their lines.
const SAYS: (f64, f64) = (15.0, 22.0);
const SOURCE: (f64, f64) = (12.0, 18.0);
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
        let inside = (size.width(), size.height());
        let (svg, width, height) = framed(&chart.outer_html(), says, source, palette, inside);
        Some(Self { svg, width, height })
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

/// The chart's own SVG, of this size, inside one that has the page's paper, the sentence and the
/// source; with its width and height.
fn framed(
    chart: &str,
    says: &str,
    source: &str,
    palette: &Palette,
    (wide, tall): (f64, f64),
) -> (String, f64, f64) {
    let Palette { ink, muted, paper, font, .. } = palette;
    let font = escaped(font);
    let (says, above) = lines(says, SAYS, wide, SAYS.1 + 4.0);
    let above = above - SAYS.1 + ABOVE - 8.0;
    let (source, below) = lines(source, SOURCE, wide, above + tall + SOURCE.1);
    let (width, height) = (wide + 2.0 * MARGIN, below - SOURCE.1 + BELOW);
    let shifted = chart.replacen("<svg", &format!("<svg x=\"{MARGIN}\" y=\"{above}\""), 1);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{font}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\
         <g font-size=\"15\" font-weight=\"700\" fill=\"{ink}\">{says}</g>\
         {shifted}\
         <g font-size=\"12\" fill=\"{muted}\">{source}</g></svg>"
    );
    (svg, width, height)
}

/// The text in lines of this width, of which an SVG knows nothing; the first stands at `top`.
/// With where the next line would stand.
fn lines(text: &str, (size, step): (f64, f64), wide: f64, top: f64) -> (String, f64) {
    // A sign of Latin script is about half as wide as one of Chinese.
    let width = |sign: char| if sign.is_ascii() { size * 0.58 } else { size };
    let (mut svg, mut y, mut rest) = (String::new(), top, text);
    while !rest.is_empty() {
        let mut used = 0.0;
        let fits = |(_, sign): &(usize, char)| {
            used += width(*sign);
            used <= wide
        };
        let end = rest.char_indices().take_while(fits).last();
        let mut end = end.map_or(rest.len(), |(at, sign)| at + sign.len_utf8());
        // Words are not torn apart.
        let is_torn = rest[end..].starts_with(|sign: char| sign.is_ascii_alphanumeric());
        if let Some(gap) = rest[..end].rfind(' ').filter(|gap| is_torn && *gap > 0) {
            end = gap + 1;
        }
        let line = escaped(rest[..end].trim());
        // Writing to a string cannot fail.
        let _ = write!(svg, "<text x=\"{MARGIN}\" y=\"{y}\">{line}</text>");
        y += step;
        rest = &rest[end..];
    }
    (svg, y)
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
        let source = "嘉政办发〔2022〕23号";
        let (svg, width, height) = framed(chart, "1 < 2 & 3", source, &palette, (100.0, 50.0));
        assert!(svg.contains("1 &lt; 2 &amp; 3"));
        // The source is too long for one line.
        assert!(svg.contains(">嘉政办发〔2022〕<") && svg.contains(">23号<"), "{svg}");
        assert!(svg.contains("<svg x=\"16\" y=\"44\" width=\"100\""), "{svg}");
        assert_eq!((width, height), (132.0, 44.0 + 50.0 + 2.0 * 18.0 + 18.0));
    }

    #[test]
    fn lines_hold_every_word_whole() {
        let text = "The 30 pairs with most tasks, 27 units.";
        let (svg, _) = lines(text, SAYS, 120.0, 0.0);
        let found: Vec<_> = svg
            .split("</text>")
            .filter_map(|line| line.rsplit('>').next())
            .filter(|line| !line.is_empty())
            .collect();
        assert!(found.len() > 2);
        assert_eq!(found.join(" "), text);
    }
}
