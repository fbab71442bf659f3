//! From source to `dist/`: trunk makes the site, then comes what trunk cannot do.
//!
//! Trunk compiles and puts the page together. `program.rs` cuts the compiled program in parts,
//! `opening.rs` asks it for the first words of the page, `minify.rs` makes scripts and styles
//! small, `charts.rs` bundles the drawing library. Then `site.rs` finishes the page for a host
//! and `offline.rs` lets a browser keep it, `one_file.rs` puts it all into one file, and
//! `policy.rs` writes into both what the page may do. `inputs.rs` tells when none of this is
//! needed, because nothing changed.

mod charts;
mod html;
mod inputs;
mod maker;
mod minify;
mod offline;
mod one_file;
mod opening;
mod policy;
mod program;
mod short_names;
mod site;

use crate::error::Error;
use crate::setup::Setup;
use crate::workspace::Dist;
use crate::{process, workspace};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which page is built, and where.
pub(crate) struct Work {
    /// The folder of its documents, where that is not `seeds/`.
    documents: Option<PathBuf>,
    /// What it is put into.
    dist: Dist,
    /// Cargo's folder for it.
    target: PathBuf,
}

impl Work {
    /// The page of the bundled documents.
    pub(crate) fn usual() -> Self {
        Self { documents: None, dist: Dist::usual(), target: workspace::web_target() }
    }

    /// The page of another folder of documents. It is compiled apart from the usual one, which
    /// so stays as it is.
    pub(crate) fn of(documents: PathBuf, into: PathBuf) -> Self {
        Self { documents: Some(documents), dist: Dist(into), target: workspace::others_target() }
    }

    /// Where trunk leaves its work.
    fn staged_site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Sets the variables by which the compiler knows which page it is.
    fn set_variables(&self, command: &mut Command) {
        command.env("CARGO_TARGET_DIR", &self.target).env_remove(DOCUMENTS);
        if let Some(documents) = &self.documents {
            command.env(DOCUMENTS, documents);
            // Many documents are read while the page is built.
            command.env("CARGO_PROFILE_WEB_BUILD_OVERRIDE_OPT_LEVEL", "2");
        }
    }
}

/// The part of the program that no first view needs.
const REST: &str = "rest";

/// The variable by which build.rs knows the folder of documents.
const DOCUMENTS: &str = "YBZ_DOCUMENTS";

/// Builds the site and the one file, unless they are there and their source is the same.
pub(crate) fn build(setup: &Setup, work: &Work) -> Result<(), Error> {
    let _lock = workspace::lock(&work.dist.0)?;
    let _target_lock = workspace::lock(&work.target)?;
    let public_url = std::env::var("YBZ_PUBLIC_URL").unwrap_or_default();
    let tools = format!("{:?} {} {public_url}", setup.web, setup.trunk.display());
    let inputs = inputs::hash(&tools, work)?;
    if inputs::are_those_of_dist(&inputs, work) {
        println!("{} is up to date", shown(&work.dist.0));
        return Ok(());
    }
    let staged = work.staged_site();
    let how_long = if staged.is_dir() { "up to a minute" } else { "3 min the first time" };
    println!("building the page ({how_long})");
    workspace::create_dir(&staged)?;
    let mut trunk = setup.command(&setup.trunk);
    trunk.args(["build", "--skip-version-check", "--log", "warn", "--dist"]).arg(&staged);
    // Its own backtrace would hide what cargo says.
    trunk.env_remove("RUST_BACKTRACE");
    work.set_variables(&mut trunk);
    process::run("trunk", &mut trunk)?;

    inputs::forget(work)?;
    let page = site::read(&staged)?;
    let page = program::build(setup, work, &page, &staged)?;
    let page = opening::page(&page, &staged)?;
    let page = minify::page(&page, &staged)?;
    let charts = charts::bundle(&staged)?;
    let maker = maker::bundle(&staged)?;
    one_file::write(&page, &charts, &maker, &staged, &work.dist)?;
    site::write(&page, &charts, &maker, &staged, &work.dist)?;
    inputs::remember(&inputs, work)
}

/// The files that each part of the program needs beside the first, by their names.
pub(crate) fn later_files(page: &str) -> Vec<(String, Vec<String>)> {
    let scripts = html::elements(page, "script");
    let parts = scripts.iter().find_map(|script| script.attribute("data-parts"));
    let parts = program::parts_of_page(parts.unwrap_or_default()).into_iter();
    let plain = |file: &str| file.trim_start_matches("./").to_owned();
    parts.map(|(name, files)| (name.to_owned(), files.into_iter().map(plain).collect())).collect()
}

/// A folder as a person would name it: below the work tree, from there.
pub(crate) fn shown(folder: &Path) -> String {
    folder.strip_prefix(workspace::root()).unwrap_or(folder).display().to_string() + "/"
}

/// The SHA-256 of some bytes, in base64, as a policy writes it too.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// A name that changes with the content, so that a browser may keep the file for ever.
pub(crate) fn named(name: &str, content: impl AsRef<[u8]>, ending: &str) -> String {
    let hash: String =
        sha256(content.as_ref()).chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("{name}-{}.{ending}", hash.to_ascii_lowercase())
}

/// The bytes as a host sends them that compresses well.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("a vector takes every byte");
    encoder.finish().expect("a vector takes every byte")
}
