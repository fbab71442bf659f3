//! The first words of the page, which stand in it before its program is read: the program that has
//! been built is asked for them, so that they are what it will say itself.

use super::program::parts_of_page;
use crate::error::Error;
use crate::{process, workspace};
use std::path::Path;
use std::process::Command;

/// What index.html has in the place of the words.
const PLACE: &str = "<!-- opening -->";

/// The page with its first words in their place.
pub(super) fn page(page: &str, staged: &Path) -> Result<String, Error> {
    if page.matches(PLACE).count() != 1 {
        return Err(Error::Broken(format!("index.html must have {PLACE} in it once")));
    }
    Ok(page.replacen(PLACE, &words(page, staged)?, 1))
}

fn words(page: &str, staged: &Path) -> Result<String, Error> {
    let scripts = super::html::elements(page, "script");
    let program = scripts.iter().find_map(|script| {
        Some((
            script.attribute("src")?,
            script.attribute("data-wasm")?,
            script.attribute("data-parts")?,
        ))
    });
    let (script, first, parts) =
        program.ok_or_else(|| Error::Broken("no script with data-parts in the page".to_owned()))?;
    let rest = parts_of_page(parts).into_iter().find(|(name, _)| *name == super::REST);
    let (_, rest) = rest.ok_or_else(|| Error::Broken(format!("no part {}", super::REST)))?;
    let mut node = Command::new("node");
    node.arg(workspace::root().join("xtask/src/bundle/opening.mjs"));
    node.args([script, first].iter().chain(&rest).map(|name| staged.join(name)));
    process::read("asking the program for the first words", &mut node)
}
