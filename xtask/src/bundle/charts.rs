//! The drawing library: the few kinds of charts that `charts/entry.js` names, in one script.
//!
//! It is read when the first chart is shown: from a file of its own beside the page, whose name
//! holds the hash of its content, or unpacked from inside the one file.

use super::minify::FLOOR;
use super::named;
use crate::error::Error;
use crate::{process, workspace};
use std::path::Path;
use std::process::Command;

/// The bundled library.
pub(super) struct Charts {
    /// The name of its file beside the page.
    pub name: String,
    /// The script.
    pub text: String,
}

/// Bundles `charts/entry.js` with the packages of npm, for the oldest browser of the page.
pub(super) fn bundle(staged: &Path) -> Result<Charts, Error> {
    let out = staged.join("charts.js");
    let mut esbuild = Command::new("node");
    esbuild
        .current_dir(workspace::root())
        .args(["node_modules/esbuild/bin/esbuild", "charts/entry.js", "--bundle", "--minify"])
        .arg(format!("--target={FLOOR}"))
        .args(["--format=iife", "--charset=utf8", "--legal-comments=eof"])
        .args(["--log-level=warning"])
        .arg(format!("--outfile={}", out.display()));
    process::run("esbuild", &mut esbuild)?;
    let text = workspace::read_text(&out)?;
    std::fs::remove_file(&out).map_err(Error::file("remove", &out))?;
    let name = named("charts", &text, "js");
    workspace::write(&staged.join(&name), &text)?;
    Ok(Charts { name, text })
}
