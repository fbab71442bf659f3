//! The size budget: what is in `dist/` against what `budgets.toml` allows.

use crate::error::Error;
use crate::workspace::Dist;
use crate::{bundle, workspace};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    budgets: Budgets,
}

/// Bytes; what each of them measures stands in `budgets.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    first_wasm: usize,
    first_gzip: usize,
    tasks_gzip: usize,
    rest_gzip: usize,
    charts_gzip: usize,
    one_file: usize,
    one_file_gzip: usize,
}

/// One size: its name, the bytes found and the bytes allowed.
type Row = (&'static str, usize, usize);

/// Prints every size of `dist/` beside its budget.
pub(crate) fn print() -> Result<(), Error> {
    rows().map(|rows| print_rows(&rows))
}

/// Prints every size, and fails when one is over its budget.
pub(crate) fn check() -> Result<(), Error> {
    let rows = rows()?;
    print_rows(&rows);
    let over: Vec<&str> =
        rows.iter().filter(|(_, found, allowed)| found > allowed).map(|row| row.0).collect();
    if over.is_empty() {
        return Ok(());
    }
    Err(Error::Broken(format!(
        "over the budget: {}; make it smaller, or raise budgets.toml and say what for",
        over.join(", ")
    )))
}

fn print_rows(rows: &[Row]) {
    for (name, found, allowed) in rows {
        println!("{name:<13} {found:>9} of {allowed:>9} bytes");
    }
}

fn rows() -> Result<[Row; 7], Error> {
    let path = workspace::root().join("budgets.toml");
    let File { budgets } = toml::from_str(&workspace::read_text(&path)?).map_err(|reason| {
        Error::Unreadable { path, wanted: "budgets", reason: reason.to_string() }
    })?;
    let found = measure()?;
    Ok([
        ("first_wasm", found.first_wasm, budgets.first_wasm),
        ("first_gzip", found.first_gzip, budgets.first_gzip),
        ("tasks_gzip", found.tasks_gzip, budgets.tasks_gzip),
        ("rest_gzip", found.rest_gzip, budgets.rest_gzip),
        ("charts_gzip", found.charts_gzip, budgets.charts_gzip),
        ("one_file", found.one_file, budgets.one_file),
        ("one_file_gzip", found.one_file_gzip, budgets.one_file_gzip),
    ])
}

fn measure() -> Result<Budgets, Error> {
    let one_file = workspace::read(&Dist::usual().one_file())?;
    let mut found = Budgets {
        first_wasm: 0,
        first_gzip: 0,
        tasks_gzip: 0,
        rest_gzip: 0,
        charts_gzip: 0,
        one_file: one_file.len(),
        one_file_gzip: bundle::gzip(&one_file).len(),
    };
    let later =
        bundle::later_files(&workspace::read_text(&Dist::usual().site().join("index.html"))?);
    let is_of = |path: &Path, part: &str| {
        let of = later.iter().filter(|(name, _)| name == part);
        let mut files = of.flat_map(|(_, files)| files);
        path.file_name().is_some_and(|name| files.any(|file| *file == name.to_string_lossy()))
    };
    for path in site_files()? {
        let bytes = workspace::read(&path)?;
        let gzip = bundle::gzip(&bytes).len();
        match () {
            () if is_named(&path, "charts-") => found.charts_gzip += gzip,
            () if is_of(&path, "overview") => found.first_gzip += gzip,
            () if is_of(&path, "tasks") => found.tasks_gzip += gzip,
            () if is_of(&path, "rest") || is_named(&path, "rest-") => found.rest_gzip += gzip,
            // Read when the panel of what can be taken along is opened; it is under a kilobyte.
            () if is_named(&path, "maker-") => found.rest_gzip += gzip,
            () if is_for_keeping(&path) => {}
            () => found.first_gzip += gzip,
        }
        let is_later = ["tasks", "rest"].iter().any(|part| is_of(&path, part));
        let is_wasm = path.extension().is_some_and(|extension| extension == "wasm");
        if is_wasm && (is_of(&path, "overview") || !is_later) {
            found.first_wasm += bytes.len();
        }
    }
    Ok(found)
}

/// Whether a file is one of those that are read after the first view, by the begin of its name.
fn is_named(path: &Path, begin: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin))
}

/// Whether a file serves only to install the page, and so is read after the first view.
fn is_for_keeping(path: &Path) -> bool {
    let is_asked_for_late = |kind| kind == "png" || kind == "webmanifest";
    let is_script = path.ends_with("worker.js") || is_named(path, "install-");
    is_script || path.extension().is_some_and(is_asked_for_late)
}

/// The files of the site's top folder; it has no other.
fn site_files() -> Result<Vec<PathBuf>, Error> {
    let site = Dist::usual().site();
    let entries = std::fs::read_dir(&site).map_err(Error::file("list", &site))?;
    entries.map(|entry| Ok(entry.map_err(Error::file("list", &site))?.path())).collect()
}
