//! The script that begins the program in a worker: a file of the site, or a text inside the one
//! file, from which the page makes the worker.

use super::{minify, named};
use crate::error::Error;
use crate::workspace;
use std::path::Path;

/// The worker's script, and the name of its file on a site.
pub(super) struct Maker {
    pub(super) name: String,
    pub(super) text: String,
}

/// Makes boot/maker.js small; `staged` gets the file.
pub(super) fn bundle(staged: &Path) -> Result<Maker, Error> {
    let source = workspace::read_text(&workspace::root().join("boot/maker.js"))?;
    let text = minify::small(&source, "js", minify::FLOOR, staged)?;
    let name = named("maker", &text, "js");
    workspace::write(&staged.join(&name), &text)?;
    Ok(Maker { name, text })
}
