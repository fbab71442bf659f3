//! The page as one file that opens by a double click: every other file goes inside.
//!
//! A page that was opened from a folder may fetch nothing, not even what lies beside it.
//! The wasm stands in a script of a type that no browser runs, compressed, because the file
//! is passed on by mail and messenger; boot/boot.js unpacks it.

use super::charts::Charts;
use super::html::{Element, elements, replaced};
use super::policy::{Place, with_policy};
use super::program;
use crate::error::Error;
use crate::workspace;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::ops::Range;
use std::path::Path;

type Change = (Range<usize>, String);

/// Writes `dist/yibenzhang.html` from the page that trunk made.
pub(super) fn write(page: &str, charts: &Charts, staged: &Path) -> Result<(), Error> {
    let mut changes: Vec<Change> = Vec::new();
    for link in elements(page, "link") {
        changes.extend(without_link(&link, staged)?);
    }
    for script in elements(page, "script") {
        changes.extend(with_script_inside(&script, charts, staged)?);
    }
    changes.sort_by_key(|(place, _)| place.start);
    let page = with_policy(&replaced(page, &changes), Place::OneFile, &[&charts.text]);
    workspace::write(&workspace::one_file(), page)
}

/// A style sheet goes inside, a preload goes away, an icon that is data stays.
fn without_link(link: &Element<'_>, staged: &Path) -> Result<Option<Change>, Error> {
    let place = link.place.clone();
    let href = link.attribute("href").unwrap_or_default();
    match link.attribute("rel") {
        Some("stylesheet") => Ok(Some((place, style_inside(href, staged)?))),
        Some("preload") => Ok(Some((place, String::new()))),
        _ if href.starts_with("data:") => Ok(None),
        _ => Err(Error::Broken(format!("the one file cannot hold the link to {href}"))),
    }
}

fn style_inside(name: &str, staged: &Path) -> Result<String, Error> {
    let style = workspace::read_text(&staged.join(name))?;
    refuse(&style, &["</style", "url("], name)?;
    Ok(format!("<style>{style}</style>"))
}

/// A script goes inside, and before the program's own script the two parts of the program and
/// the drawing library.
fn with_script_inside(
    script: &Element<'_>,
    charts: &Charts,
    staged: &Path,
) -> Result<Option<Change>, Error> {
    let Some(source) = script.attribute("src") else { return Ok(None) };
    let text = workspace::read_text(&staged.join(source))?;
    refuse(&text, &["</script", "<!--"], source)?;
    let wasm = match script.attribute("data-wasm") {
        Some(wasm) => {
            let first = carried("wasm", &workspace::read(&staged.join(wasm))?);
            let charts = carried("charts", charts.text.as_bytes());
            let styles = script.attribute("data-styles").unwrap_or_default();
            first + &parts_inside(script, staged)? + &charts + &style_inside(styles, staged)?
        }
        None => String::new(),
    };
    let parts = script.attribute("data-parts");
    let parts = parts.map(|parts| format!(" id=\"program\" data-parts=\"{parts}\""));
    let attributes = parts.unwrap_or_default();
    Ok(Some((script.place.clone(), format!("{wasm}<script{attributes}>{text}</script>"))))
}

/// The other parts of the program, each file under its address.
fn parts_inside(script: &Element<'_>, staged: &Path) -> Result<String, Error> {
    let parts = script.attribute("data-parts").unwrap_or_default();
    let mut files: Vec<&str> =
        program::parts_of_page(parts).into_iter().flat_map(|(_, files)| files).collect();
    files.sort_unstable();
    files.dedup();
    files.iter().map(|file| Ok(carried(file, &workspace::read(&staged.join(file))?))).collect()
}

/// Compressed, in a script of a type that no browser runs.
fn carried(id: &str, bytes: &[u8]) -> String {
    let code = STANDARD.encode(gzip_small(bytes));
    format!("<script id=\"{id}\" type=\"application/gzip\">{code}</script>\n")
}

/// Compressed with more care than a host has time for: 4 % less.
fn gzip_small(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .expect("a vector takes every byte");
    packed
}

/// Stops where a text would end its own element, or would need another file.
fn refuse(text: &str, words: &[&str], name: &str) -> Result<(), Error> {
    match words.iter().find(|word| text.contains(**word)) {
        Some(word) => {
            Err(Error::Broken(format!("{name} has {word} in it, which the one file cannot hold")))
        }
        None => Ok(()),
    }
}
