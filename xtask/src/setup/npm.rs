//! What comes from npm: wasm-opt (in `binaryen`), and for the tests what drives a browser.

use super::Purpose;
use super::debian::Packages;
use crate::error::Error;
use crate::{bundle, process, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest node that the packages accept.
const OLDEST_NODE: u32 = 20;

/// Where `wasm-opt` lies.
pub(super) fn wasm_opt_folder() -> PathBuf {
    workspace::root().join("node_modules/.bin")
}

/// Debian's packages, where node is missing altogether.
pub(super) fn packages(packages: &mut Packages) {
    if process::find("node").is_none() || process::find("npm").is_none() {
        packages.add(&["nodejs", "npm"], "node and npm", 60);
    }
}

fn check_node() -> Result<(), Error> {
    let missing = |found: &str| Error::Missing {
        what: format!("node {OLDEST_NODE} or later ({found})"),
        remedy: "see https://nodejs.org".to_owned(),
    };
    let node = process::find("node").ok_or_else(|| missing("there is none"))?;
    let version = process::read("node", Command::new(node).arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    if major.and_then(|major| major.parse::<u32>().ok()).is_none_or(|major| major < OLDEST_NODE) {
        return Err(missing(version.trim()));
    }
    Ok(())
}

/// The line of the plan; none where the packages are those of the lock file.
pub(super) fn plan(purpose: Purpose) -> Option<String> {
    let how_long = if purpose == Purpose::Test { "30 s, 60 MB" } else { "10 s, 20 MB" };
    let line = format!("packages of npm, as package-lock.json names them ({how_long})");
    (!is_present(purpose)).then_some(line)
}

/// Makes `node_modules/` what package-lock.json says; nothing to do where it is already.
///
/// A build takes `dependencies` alone; the tests take `devDependencies` too.
pub(super) fn install(purpose: Purpose) -> Result<(), Error> {
    check_node()?;
    if is_present(purpose) {
        return Ok(());
    }
    let npm = process::find("npm").ok_or_else(|| Error::Missing {
        what: "npm".to_owned(),
        remedy: "see https://nodejs.org".to_owned(),
    })?;
    let mut command = Command::new(npm);
    command
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(workspace::root());
    if purpose == Purpose::Build {
        command.arg("--omit=dev");
    }
    process::run("npm ci", &mut command)?;
    workspace::write(&stamp(purpose), lock_hash()?)
}

/// Makes `folder/node_modules` what the folder's own lock file says, for a chore whose packages
/// nobody else needs.
pub(crate) fn own_packages(folder: &Path) -> Result<(), Error> {
    let time = |name: &str| std::fs::metadata(folder.join(name)).and_then(|file| file.modified());
    // npm writes this list last.
    if let (Ok(wanted), Ok(there)) =
        (time("package-lock.json"), time("node_modules/.package-lock.json"))
        && there >= wanted
    {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    process::run("npm ci", npm.current_dir(folder))
}

fn is_present(purpose: Purpose) -> bool {
    let is_made_for = |purpose| {
        let made_from = std::fs::read_to_string(stamp(purpose)).ok();
        made_from.is_some() && made_from == lock_hash().ok()
    };
    let is_made = is_made_for(Purpose::Test) || is_made_for(purpose);
    is_made && wasm_opt_folder().is_dir()
}

/// Holds the hash of the lock file that `node_modules/` was made from; npm clears it away.
fn stamp(purpose: Purpose) -> PathBuf {
    let name = match purpose {
        Purpose::Build => ".made-for-build",
        Purpose::Test => ".made-for-tests",
    };
    workspace::root().join("node_modules").join(name)
}

fn lock_hash() -> Result<String, Error> {
    Ok(bundle::sha256(&workspace::read(&workspace::root().join("package-lock.json"))?))
}
