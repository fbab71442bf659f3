//! The page as one file that opens by a double click: every other file goes inside.
//!
//! A page that was opened from a folder may fetch nothing, not even what lies beside it.
//! The parts stand in scripts of types that no browser runs, compressed, because the file is
//! passed on by mail and messenger; boot/boot.js unpacks them. What the first view needs is in
//! the way that browsers unpack by themselves; the rest is in a closer one, whose decoder,
//! boot/unpack.js, is carried too. docs/performance.md has the figures.

use super::charts::Charts;
use super::html::{Element, elements, refuse, replaced};
use super::maker::Maker;
use super::minify;
use super::policy::{Later, Place, with_policy};
use super::{REST, program};
use crate::error::Error;
use crate::workspace::{self, Dist};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{CheckType, XzOptions, XzWriter};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;

type Change = (Range<usize>, String);

/// What the page unpacks or reads from itself when it needs it, the other parts of the program
/// aside.
struct Carried<'a> {
    charts: &'a str,
    maker: &'a str,
    unpack: String,
    /// The styles of the rest, under the name by which the page asks for them.
    styles: (String, String),
}

/// Writes `yibenzhang.html` from the page that trunk made.
pub(super) fn write(
    page: &str,
    charts: &Charts,
    maker: &Maker,
    staged: &Path,
    dist: &Dist,
) -> Result<(), Error> {
    refuse(&maker.text, &["</script", "<!--"], &maker.name)?;
    let scripts = elements(page, "script");
    let styles = scripts.iter().find_map(|script| script.attribute("data-styles"));
    let styles = styles.ok_or_else(|| Error::Broken("no script with data-styles".to_owned()))?;
    let carried = Carried {
        charts: &charts.text,
        maker: &maker.text,
        unpack: minify::bundled("boot/unpack.js", staged)?,
        styles: (styles.to_owned(), workspace::read_text(&staged.join(styles))?),
    };
    let mut changes: Vec<Change> = Vec::new();
    elements(page, "link").iter().try_for_each(check_link)?;
    for script in scripts {
        changes.extend(with_script_inside(&script, &carried, staged)?);
    }
    changes.sort_by_key(|(place, _)| place.start);
    let scripts = [carried.charts, &carried.unpack];
    let later = Later { scripts: &scripts, styles: &[&carried.styles.1] };
    let page = with_policy(&replaced(page, &changes), Place::OneFile, later);
    workspace::write(&dist.one_file(), page)
}

/// An icon that is data stays; the one file can have no other link.
fn check_link(link: &Element<'_>) -> Result<(), Error> {
    let href = link.attribute("href").unwrap_or_default();
    if href.starts_with("data:") {
        Ok(())
    } else {
        Err(Error::Broken(format!("the one file cannot hold the link to {href}")))
    }
}

/// A script goes inside, and before the program's own script the parts of the program, the drawing
/// library, what unpacks those that come later, and the script of the worker, which is made of it
/// and the program's own.
fn with_script_inside(
    script: &Element<'_>,
    carried: &Carried<'_>,
    staged: &Path,
) -> Result<Option<Change>, Error> {
    let Some(source) = script.attribute("src") else { return Ok(None) };
    let text = workspace::read_text(&staged.join(source))?;
    refuse(&text, &["</script", "<!--"], source)?;
    let wasm = match script.attribute("data-wasm") {
        Some(wasm) => {
            gzip_inside("wasm", &workspace::read(&staged.join(wasm))?)
                + &gzip_inside("unpack", carried.unpack.as_bytes())
                + &parts_inside(script, staged)?
                + &xz_inside(&carried.styles.0, carried.styles.1.as_bytes())
                + &xz_inside("charts", carried.charts.as_bytes())
                + &format!("<script id=\"maker\" type=\"text/plain\">{}</script>\n", carried.maker)
        }
        None => String::new(),
    };
    let parts = script.attribute("data-parts");
    let parts = parts.map(|parts| {
        format!(" id=\"program\" data-parts=\"{parts}\" data-styles=\"{}\"", carried.styles.0)
    });
    let attributes = parts.unwrap_or_default();
    Ok(Some((script.place.clone(), format!("{wasm}<script{attributes}>{text}</script>"))))
}

/// The other parts of the program, each file under its address; what the rest alone needs, which
/// is most of it, in the closer way.
fn parts_inside(script: &Element<'_>, staged: &Path) -> Result<String, Error> {
    let parts = program::parts_of_page(script.attribute("data-parts").unwrap_or_default());
    let of = |wants_rest: bool| {
        let parts = parts.iter().filter(move |(name, _)| (*name == REST) == wants_rest);
        parts.flat_map(|(_, files)| files.iter().copied()).collect::<BTreeSet<&str>>()
    };
    let (soon, rest) = (of(false), of(true));
    let read = |file: &str| workspace::read(&staged.join(file));
    let soon_inside = soon.iter().map(|file| Ok(gzip_inside(file, &read(file)?)));
    let rest_inside = rest.difference(&soon).map(|file| Ok(xz_inside(file, &read(file)?)));
    soon_inside.chain(rest_inside).collect()
}

/// A part that the browser unpacks by itself.
fn gzip_inside(id: &str, bytes: &[u8]) -> String {
    inside(id, "application/gzip", &gzip_small(bytes))
}

/// A part that boot/unpack.js unpacks.
fn xz_inside(id: &str, bytes: &[u8]) -> String {
    inside(id, "application/x-xz", &xz(bytes))
}

/// Packed bytes in a script of a type that no browser runs.
fn inside(id: &str, media_type: &str, packed: &[u8]) -> String {
    let code = STANDARD.encode(packed);
    format!("<script id=\"{id}\" type=\"{media_type}\">{code}</script>\n")
}

/// More bytes than this are compressed as a host does it: the careful way would take minutes.
const MOST_CAREFUL: usize = 8 << 20;

/// Compressed with more care than a host has time for: 4 % less.
fn gzip_small(bytes: &[u8]) -> Vec<u8> {
    if bytes.len() > MOST_CAREFUL {
        return super::gzip(bytes);
    }
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .expect("a vector takes every byte");
    packed
}

/// As close as xz gets, with a check that tells of any byte that is wrong.
fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut options = XzOptions::with_preset(9);
    // Of the format's checks, the one that the decoder knows and that is short.
    options.set_check_sum_type(CheckType::Crc32);
    let lzma = &mut options.lzma_options;
    lzma.nice_len = 273;
    lzma.depth_limit = 1000;
    // Neither wasm nor a script is aligned to anything.
    lzma.pb = 0;
    // The decoder sets aside as much as this says.
    lzma.dict_size = u32::try_from(bytes.len().next_power_of_two()).expect("parts are small");
    let mut writer = XzWriter::new(Vec::new(), options).expect("the options are in their ranges");
    writer.write_all(bytes).expect("a vector takes every byte");
    writer.finish().expect("a vector takes every byte")
}
