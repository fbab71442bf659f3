//! The program in two parts: what the first view needs, and what is read after it.
//!
//! `src/later.rs` says what is later. The compiled program is cut there by following its
//! relocations; then the first part is joined to the browser, and both are made small. It takes
//! the place of what trunk, which knows one part only, has made of the same program.

use super::html::elements;
use super::minify::{self, FLOOR};
use super::named;
use crate::error::Error;
use crate::setup::{Setup, TARGET};
use crate::{process, workspace};
use std::path::{Path, PathBuf};

/// The name that the cut program imports the reading of its second part from.
const LINK: &str = "\"./__wasm_split.js\"";

/// The names of the program's files beside the page.
struct Names {
    script: String,
    first: String,
    later: String,
}

/// Puts the program beside the page that trunk made, and its names into the page.
pub(super) fn build(setup: &Setup, page: &str, staged: &Path) -> Result<String, Error> {
    let folder = workspace::web_target().join("split");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }
    workspace::create_dir(&folder)?;
    cut(setup, &folder)?;
    let script = minify::small(&join(setup, &folder)?, "js", FLOOR, staged)?;
    let first = small(setup, &folder.join("program_bg.wasm"))?;
    let later = small(setup, &folder.join("split_later.wasm"))?;
    let names = Names {
        script: named("yibenzhang", &script, "js"),
        first: named("yibenzhang", &first, "wasm"),
        later: named("later", &later, "wasm"),
    };
    let page = in_place_of_trunks(page, &names, staged)?;
    workspace::write(&staged.join(&names.script), script)?;
    workspace::write(&staged.join(&names.first), first)?;
    workspace::write(&staged.join(&names.later), later)?;
    Ok(page)
}

/// Cuts cargo's program in two.
fn cut(setup: &Setup, folder: &Path) -> Result<(), Error> {
    let whole = workspace::web_target().join(TARGET).join("web/yibenzhang.wasm");
    let mut split = setup.command(&setup.wasm_split);
    split.args(["--target", "web", "--out-name", "first"]).arg(whole).arg(folder);
    process::run("wasm-split-cli", &mut split)
}

/// Joins the first part to the browser; the script that does it in the page.
fn join(setup: &Setup, folder: &Path) -> Result<String, Error> {
    let mut bindgen = setup.command(&setup.wasm_bindgen);
    bindgen
        // The second part needs the memory, the table and the stack of the first.
        .args(["--target", "no-modules", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "program", "--out-dir"])
        .args([folder, &folder.join("first.wasm")]);
    process::run("wasm-bindgen", &mut bindgen)?;
    let script = workspace::read_text(&folder.join("program.js"))?;
    // A script that is no module has no import: boot/later.js stands in its place.
    let import = format!("require({LINK})");
    if !script.contains(&import) {
        return Err(Error::Broken(format!("no {import} in wasm-bindgen's script")));
    }
    Ok(script.replace(&import, "window.later"))
}

/// One part, as small as wasm-opt makes it.
fn small(setup: &Setup, part: &Path) -> Result<Vec<u8>, Error> {
    let out = part.with_extension("small.wasm");
    let mut wasm_opt = setup.command(Path::new("wasm-opt"));
    wasm_opt
        .args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(part)
        .arg("-o")
        .arg(&out);
    process::run("wasm-opt", &mut wasm_opt)?;
    workspace::read(&out)
}

/// The page with our names in the place of trunk's, whose files go away.
fn in_place_of_trunks(page: &str, names: &Names, staged: &Path) -> Result<String, Error> {
    let scripts = elements(page, "script");
    let found = scripts
        .iter()
        .find_map(|script| Some((script.attribute("src")?, script.attribute("data-wasm")?)));
    let (script, wasm) = found.ok_or_else(|| {
        Error::Broken(
            "no script with data-wasm in trunk's page; see pattern_script in Trunk.toml".to_owned(),
        )
    })?;
    for name in [script, wasm] {
        let path: PathBuf = staged.join(name);
        std::fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    let ours = |name: &str| format!("./{name}");
    Ok(page
        .replace(script, &ours(&names.script))
        .replace(wasm, &ours(&names.first))
        .replace("data-wasm=", &format!("data-later=\"{}\" data-wasm=", ours(&names.later))))
}
