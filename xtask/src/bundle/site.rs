//! The site: trunk's files as they are, its page with the size of the wasm and the policy, and
//! what a browser needs to keep it.

use super::charts::Charts;
use super::html::{elements, replaced};
use super::maker::Maker;
use super::offline;
use super::policy::{Later, Place, with_policy};
use crate::error::Error;
use crate::workspace::{self, Dist};
use std::path::Path;

/// The page that trunk wrote.
pub(super) fn read(staged: &Path) -> Result<String, Error> {
    workspace::read_text(&staged.join("index.html"))
}

/// Copies trunk's files to `site/` and finishes the page there.
pub(super) fn write(
    page: &str,
    charts: &Charts,
    maker: &Maker,
    staged: &Path,
    dist: &Dist,
) -> Result<(), Error> {
    let site = dist.site();
    if site.is_dir() {
        std::fs::remove_dir_all(&site).map_err(Error::file("remove", &site))?;
    }
    copy(staged, &site)?;
    let page = with_size(page, charts, maker, staged)?;
    let page = offline::with_install(&page, staged, &site)?;
    workspace::write(&site.join("index.html"), with_policy(&page, Place::Site, Later::default()))?;
    offline::write(&site)
}

/// Tells boot.js how many bytes there are to read (a host that compresses does not say), and
/// the page where the drawing library and the worker's script lie; all that before boot.js itself,
/// which may ask for the program while the page still comes in.
fn with_size(page: &str, charts: &Charts, maker: &Maker, staged: &Path) -> Result<String, Error> {
    let scripts = elements(page, "script");
    let program = scripts.iter().find_map(|script| Some((script, script.attribute("data-wasm")?)));
    let (program, wasm) = program.ok_or_else(|| {
        Error::Broken(
            "no script with data-wasm in trunk's page; see pattern_script in Trunk.toml".to_owned(),
        )
    })?;
    let path = staged.join(wasm);
    let n_bytes = std::fs::metadata(&path).map_err(Error::file("read", &path))?.len();
    let tag = page[program.place.clone()].replacen(
        " src=",
        &format!(
            " data-bytes=\"{n_bytes}\" data-charts=\"./{}\" data-maker=\"./{}\" src=",
            charts.name, maker.name
        ),
        1,
    );
    let first = scripts.first().map_or(0, |script| script.place.start);
    Ok(replaced(page, &[(first..first, tag), (program.place.clone(), String::new())]))
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    workspace::create_dir(to)?;
    for entry in std::fs::read_dir(from).map_err(Error::file("list", from))? {
        let path = entry.map_err(Error::file("list", from))?.path();
        let target = to.join(path.file_name().expect("an entry of a folder has a name"));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            std::fs::copy(&path, &target).map_err(Error::file("copy", &path))?;
        }
    }
    Ok(())
}
