//! A page as a picture to send: its sentence, its first tasks, its link as a code, its source.

use crate::drawing::Palette;
use crate::picture::escaped;
use crate::qr::{QUIET, QrPicture};

/// The picture's width, in CSS pixels.
const WIDTH: f64 = 800.0;
const MARGIN: f64 = 40.0;
/// The side of the code.
const CODE: f64 = 150.0;
/// How wide a line of the sentence and of the list may be, in Chinese characters.
const TITLE_SIGNS: usize = 25;
const LINE_SIGNS: usize = 42;

/// What stands on a card.
pub(crate) struct Card<'a> {
    /// The sentence of the page.
    pub sentence: &'a str,
    /// The first tasks, a line each.
    pub lines: &'a [String],
    /// The code of the link, where others can open it.
    pub code: Option<QrPicture>,
    /// Where it comes from.
    pub source: &'a str,
}

impl Card<'_> {
    /// The card as an SVG, with its width and height.
    pub(crate) fn svg(&self, palette: &Palette) -> (String, f64, f64) {
        let Palette { ink, muted, rule, paper, font, .. } = palette;
        let mut parts = Vec::new();
        let mut y = MARGIN;
        for line in wrapped(self.sentence, TITLE_SIGNS) {
            y += 40.0;
            parts.push(text(y, 28, "700", ink, &line));
        }
        y += 20.0;
        parts.push(format!("<path d=\"M{MARGIN} {y}H{}\" stroke=\"{ink}\"/>", WIDTH - MARGIN));
        y += 10.0;
        for line in self.lines {
            y += 28.0;
            let cut = wrapped(line, LINE_SIGNS);
            let rest = if cut.len() > 1 { "…" } else { "" };
            let first = cut.first().cloned().unwrap_or_default();
            parts.push(text(y, 16, "400", ink, &(first + rest)));
        }
        y += 28.0;
        parts.push(format!("<path d=\"M{MARGIN} {y}H{}\" stroke=\"{rule}\"/>", WIDTH - MARGIN));
        if let Some(code) = &self.code {
            let side = code.size + 2 * QUIET;
            let (left, box_) = (WIDTH - MARGIN - CODE, code.view_box());
            parts.push(format!(
                "<svg x=\"{left}\" y=\"{}\" width=\"{CODE}\" height=\"{CODE}\" viewBox=\"{box_}\" \
                 shape-rendering=\"crispEdges\"><rect x=\"-{QUIET}\" y=\"-{QUIET}\" width=\"{side}\" \
                 height=\"{side}\" fill=\"#fff\"/><path d=\"{}\" fill=\"#000\"/></svg>",
                y + 16.0,
                code.path
            ));
        }
        parts.push(text(y + 32.0, 14, "400", muted, self.source));
        let height = y + if self.code.is_some() { CODE + 32.0 } else { 64.0 };
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" font-family=\"{}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>{}</svg>",
            escaped(font),
            parts.concat()
        );
        (svg, WIDTH, height)
    }
}

fn text(y: f64, size: u32, weight: &str, fill: &str, words: &str) -> String {
    format!(
        "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
         fill=\"{fill}\">{}</text>",
        escaped(words)
    )
}

/// Lines of at most `n_signs` Chinese characters; other signs are half as wide.
fn wrapped(text: &str, n_signs: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut width = 0;
    for sign in text.chars() {
        let own = if sign.is_ascii() { 1 } else { 2 };
        if width + own > 2 * n_signs {
            lines.push(String::new());
            width = 0;
        }
        width += own;
        if let Some(line) = lines.last_mut() {
            line.push(sign);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_their_signs() {
        assert_eq!(wrapped("一二三四五", 2), ["一二", "三四", "五"]);
        assert_eq!(wrapped("2024年一二", 3), ["2024年", "一二"]);
        assert_eq!(wrapped("", 3), [""]);
    }

    #[test]
    fn a_card_holds_its_words_and_its_code() {
        let palette = Palette {
            ink: "#111".into(),
            muted: "#555".into(),
            rule: "#ccc".into(),
            paper: "#fff".into(),
            bar: "#333".into(),
            quiet: "#999".into(),
            font: "\"A\"".into(),
        };
        let lines = ["1. 甲<乙".to_owned()];
        let code = QrPicture::of("?v=tasks");
        let card = Card { sentence: "共 1 项", lines: &lines, code, source: "一本账" };
        let (svg, _, height) = card.svg(&palette);
        assert!(
            svg.contains("甲&lt;乙") && svg.contains("共 1 项") && svg.contains("<path d=\"M0 0h7")
        );
        let (bare, _, lower) = Card { code: None, ..card }.svg(&palette);
        assert!(!bare.contains("crispEdges") && lower < height);
    }
}
