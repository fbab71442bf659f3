//! The drawing library: the few kinds of charts that `charts/entry.js` names, in one script.
//!
//! It is read when the first chart is shown: from a file of its own beside the page, whose name
//! holds the hash of its content, or unpacked from inside the one file.

use super::{minify, named};
use crate::error::Error;
use crate::workspace;
use std::path::Path;

/// The bundled library.
pub(super) struct Charts {
    /// The name of its file beside the page.
    pub name: String,
    /// The script.
    pub text: String,
}

/// Bundles `charts/entry.js` with the packages of npm.
pub(super) fn bundle(staged: &Path) -> Result<Charts, Error> {
    let text = minify::bundled("charts/entry.js", staged)?;
    let name = named("charts", &text, "js");
    workspace::write(&staged.join(&name), &text)?;
    Ok(Charts { name, text })
}
