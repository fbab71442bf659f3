//! Which crate of ours may know which, and the check that `cargo metadata` agrees.
//!
//! A new arrow is a change of design: it gets its own commit and a line in ARCHITECTURE.md.

use crate::error::Error;
use crate::{process, workspace};
use serde::Deserialize;
use std::fmt::Write as _;
use std::process::Command;

/// A crate of ours, the ones of ours it may depend on, and the outside ones it must not.
struct Layer {
    name: &'static str,
    may_know: &'static [&'static str],
    must_not_know: &'static [&'static str],
}

/// Crates that only the page may know: the lower ones run where no browser is near.
const BROWSER: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen"];

const LAYERS: [Layer; 9] = [
    Layer { name: "columns", may_know: &[], must_not_know: BROWSER },
    Layer { name: "model", may_know: &[], must_not_know: BROWSER },
    Layer { name: "parse", may_know: &["model", "columns"], must_not_know: BROWSER },
    Layer { name: "engine", may_know: &["model"], must_not_know: BROWSER },
    Layer { name: "ybz", may_know: &["model", "parse", "engine"], must_not_know: BROWSER },
    Layer {
        name: "yibenzhang",
        may_know: &["model", "columns", "parse", "engine"],
        must_not_know: &[],
    },
    Layer { name: "bench", may_know: &["engine"], must_not_know: &["leptos", "web-sys"] },
    // In its tests alone: what it writes goes the way of every other document.
    Layer {
        name: "synthetic",
        may_know: &["model", "columns", "parse", "engine"],
        must_not_know: BROWSER,
    },
    Layer {
        name: "xtask",
        may_know: &["model", "parse", "engine", "synthetic"],
        must_not_know: BROWSER,
    },
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
}

/// Compares the workspace with the table above.
///
/// # Errors
///
/// [`Error::Broken`] with a line for each arrow too many and each crate without a layer.
pub(crate) fn check() -> Result<(), Error> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut metadata = Command::new(cargo);
    metadata
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(workspace::root());
    let text = process::read("cargo metadata", &mut metadata)?;
    let metadata: Metadata = serde_json::from_str(&text).map_err(|reason| Error::Unreadable {
        path: "cargo metadata".into(),
        wanted: "JSON",
        reason: reason.to_string(),
    })?;
    let faults = faults(&metadata.packages);
    if faults.is_empty() { Ok(()) } else { Err(Error::Broken(faults)) }
}

/// One line for each fault, in the order of the packages; empty where all is well.
fn faults(packages: &[Package]) -> String {
    let is_ours = |name: &str| packages.iter().any(|package| package.name == name);
    let mut faults = String::new();
    for package in packages {
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == package.name) else {
            let _ = write!(faults, "\n  {} has no layer in xtask/src/layers.rs", package.name);
            continue;
        };
        for Dependency { name } in &package.dependencies {
            let is_drawn = !is_ours(name) || layer.may_know.contains(&name.as_str());
            if !is_drawn || layer.must_not_know.contains(&name.as_str()) {
                let _ = write!(faults, "\n  {} must not know {name}", package.name);
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, dependencies: &[&str]) -> Package {
        let dependencies =
            dependencies.iter().map(|name| Dependency { name: (*name).to_owned() }).collect();
        Package { name: name.to_owned(), dependencies }
    }

    #[test]
    fn every_crate_knows_only_what_its_layer_allows() {
        check().unwrap();
    }

    #[test]
    fn an_arrow_that_points_back_is_a_fault() {
        let packages = [package("model", &["serde", "parse"]), package("parse", &["model"])];
        assert_eq!(faults(&packages), "\n  model must not know parse");
    }

    #[test]
    fn the_browser_is_known_to_the_page_alone() {
        let packages = [package("engine", &["web-sys"]), package("yibenzhang", &["web-sys"])];
        assert_eq!(faults(&packages), "\n  engine must not know web-sys");
    }

    #[test]
    fn a_crate_without_a_layer_is_a_fault() {
        let packages = [package("helpers", &[])];
        assert_eq!(faults(&packages), "\n  helpers has no layer in xtask/src/layers.rs");
    }
}
