//! From source to `dist/`: trunk makes the site, then comes what trunk cannot do.
//!
//! Trunk compiles and puts the page together. `program.rs` cuts the compiled program in parts,
//! `minify.rs` makes scripts and styles small, `charts.rs` bundles the drawing library. Then
//! `site.rs` finishes the page for a host and `offline.rs` lets a browser keep it, `one_file.rs`
//! puts it all into one file, and `policy.rs` writes into both what the page may do. `inputs.rs`
//! tells when none of this is needed, because nothing changed.

mod charts;
mod html;
mod inputs;
mod maker;
mod minify;
mod offline;
mod one_file;
mod policy;
mod program;
mod site;

use crate::error::Error;
use crate::setup::Setup;
use crate::{process, workspace};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write as _;
use std::path::PathBuf;

/// Builds the site and the one file, unless they are there and their source is the same.
pub(crate) fn build(setup: &Setup) -> Result<(), Error> {
    let _lock = workspace::lock(&workspace::dist())?;
    let public_url = std::env::var("YBZ_PUBLIC_URL").unwrap_or_default();
    let tools = format!("{:?} {} {public_url}", setup.web, setup.trunk.display());
    let inputs = inputs::hash(&tools)?;
    if inputs::are_those_of_dist(&inputs) {
        println!("dist/ is up to date");
        return Ok(());
    }
    let staged = staged_site();
    let how_long = if staged.is_dir() { "up to a minute" } else { "3 min the first time" };
    println!("building the page ({how_long})");
    workspace::create_dir(&staged)?;
    let mut trunk = setup.command(&setup.trunk);
    trunk.args(["build", "--skip-version-check", "--log", "warn", "--dist"]).arg(&staged);
    // Its own backtrace would hide what cargo says.
    trunk.env_remove("RUST_BACKTRACE");
    process::run("trunk", &mut trunk)?;

    inputs::forget()?;
    let page = site::read(&staged)?;
    let page = program::build(setup, &page, &staged)?;
    let page = minify::page(&page, &staged)?;
    let charts = charts::bundle(&staged)?;
    let maker = maker::bundle(&staged)?;
    one_file::write(&page, &charts, &maker, &staged)?;
    site::write(&page, &charts, &maker, &staged)?;
    inputs::remember(&inputs)
}

/// The files that each part of the program needs beside the first, by their names.
pub(crate) fn later_files(page: &str) -> Vec<(String, Vec<String>)> {
    let scripts = html::elements(page, "script");
    let parts = scripts.iter().find_map(|script| script.attribute("data-parts"));
    let parts = program::parts_of_page(parts.unwrap_or_default()).into_iter();
    let plain = |file: &str| file.trim_start_matches("./").to_owned();
    parts.map(|(name, files)| (name.to_owned(), files.into_iter().map(plain).collect())).collect()
}

/// Where trunk leaves its work.
fn staged_site() -> PathBuf {
    workspace::web_target().join("site")
}

/// The SHA-256 of some bytes, in base64, as a policy writes it too.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// A name that changes with the content, so that a browser may keep the file for ever.
pub(crate) fn named(name: &str, content: impl AsRef<[u8]>, ending: &str) -> String {
    let hash: String =
        sha256(content.as_ref()).chars().filter(char::is_ascii_alphanumeric).take(16).collect();
    format!("{name}-{}.{ending}", hash.to_ascii_lowercase())
}

/// The bytes as a host sends them that compresses well.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("a vector takes every byte");
    encoder.finish().expect("a vector takes every byte")
}
