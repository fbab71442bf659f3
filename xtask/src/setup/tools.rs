//! Tools that cargo builds, once for each person: `~/.cache/yibenzhang/tools/<name>-<version>/`.

use crate::error::Error;
use crate::{process, workspace};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;

const TRUNK: &str = "0.22.0-beta.1";
/// It must read what `wasm_split_helpers`, which leptos brings, has written.
const WASM_SPLIT: &str = "0.2.4";

/// A program from the Rust package registry, in the one version that we use.
pub(super) struct Tool {
    krate: &'static str,
    program: &'static str,
    version: String,
    options: &'static [&'static str],
    how_long: &'static str,
    folder: PathBuf,
}

impl Tool {
    /// The bundler.
    pub(super) fn trunk() -> Result<Self, Error> {
        Ok(Self {
            krate: "trunk",
            program: "trunk",
            version: TRUNK.to_owned(),
            options: &["--locked", "--no-default-features"],
            how_long: "4 min",
            folder: folder("trunk", TRUNK)?,
        })
    }

    /// What joins the wasm to the browser; it must be of the version that the page links.
    pub(super) fn wasm_bindgen() -> Result<Self, Error> {
        let version = locked_version("wasm-bindgen")?;
        Ok(Self {
            krate: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            folder: folder("wasm-bindgen", &version)?,
            version,
            // Not --locked: its own lock file has named versions that were not published.
            options: &["--no-default-features"],
            how_long: "1 min",
        })
    }

    /// What cuts the program in parts.
    pub(super) fn wasm_split() -> Result<Self, Error> {
        Ok(Self {
            krate: "wasm_split_cli_support",
            program: "wasm-split-cli",
            version: WASM_SPLIT.to_owned(),
            options: &["--locked", "--features", "build-binary"],
            how_long: "1 min",
            folder: folder("wasm-split", WASM_SPLIT)?,
        })
    }

    fn path(&self) -> PathBuf {
        self.folder.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX))
    }

    /// The line of the plan; none where the tool is there.
    pub(super) fn plan(&self) -> Option<String> {
        let Self { krate, version, how_long, .. } = self;
        let is_missing = !self.path().is_file();
        is_missing.then(|| format!("{krate} {version}, compiled here ({how_long})"))
    }

    /// Where the tool is, after building it if it was not there.
    pub(super) fn install(&self) -> Result<PathBuf, Error> {
        let path = self.path();
        if path.is_file() {
            return Ok(path);
        }
        println!("compiling {} {} ({})", self.krate, self.version, self.how_long);
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["install", self.krate, "--quiet", "--version", &self.version])
            .args(self.options)
            .arg("--root")
            .arg(&self.folder)
            // A tool runs for a second: built as fast as can be, not to be as fast as can be.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env_remove("CARGO_TARGET_DIR")
            // Away from our own .cargo/config.toml.
            .current_dir(workspace::cache()?);
        process::run(self.krate, &mut cargo)?;
        Ok(path)
    }
}

fn folder(name: &str, version: &str) -> Result<PathBuf, Error> {
    Ok(workspace::cache()?.join("tools").join(format!("{name}-{version}")))
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The version of a crate that stands in Cargo.lock.
fn locked_version(krate: &str) -> Result<String, Error> {
    let path = workspace::root().join("Cargo.lock");
    let unreadable =
        |reason| Error::Unreadable { path: path.clone(), wanted: "a lock file", reason };
    let lock: Lock = toml::from_str(&workspace::read_text(&path)?)
        .map_err(|reason| unreadable(reason.to_string()))?;
    let package = lock.package.into_iter().find(|package| package.name == krate);
    package.map(|package| package.version).ok_or_else(|| unreadable(format!("no {krate} in it")))
}
