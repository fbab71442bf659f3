//! The program in parts: what every view needs, and what is read for one view or later.
//!
//! `src/later.rs` says which parts there are. The compiled program is cut there by following its
//! relocations: a file for what one part alone reaches, and files for what several share. Then
//! the first part is joined to the browser, and all are made small. They take the place of what
//! trunk, which knows one part only, has made of the same program.

use super::html::elements;
use super::minify::{self, FLOOR};
use super::short_names::shorten;
use super::{Work, named};
use crate::error::Error;
use crate::setup::{Setup, TARGET};
use crate::{process, workspace};
use std::path::{Path, PathBuf};

/// The name that the cut program imports the reading of its other parts from.
const LINK: &str = "\"./__wasm_split.js\"";

/// A part that is read later: its name, and the files that it needs, in order.
#[derive(Debug, PartialEq)]
struct Part {
    name: String,
    files: Vec<String>,
}

/// Puts the program beside the page that trunk made, and its names into the page.
pub(super) fn build(
    setup: &Setup,
    work: &Work,
    page: &str,
    staged: &Path,
) -> Result<String, Error> {
    let folder = work.target.join("split");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }
    workspace::create_dir(&folder)?;
    cut(setup, work, &folder)?;
    let mut parts = parts(&workspace::read_text(&folder.join("__wasm_split.js"))?)?;
    let script = join(setup, &folder)?;
    let program = folder.join("program_bg.wasm");
    let (renamed, script) = shorten(&workspace::read(&program)?, &script)?;
    workspace::write(&program, renamed)?;
    let script = minify::small(&script, "js", FLOOR, staged)?;
    let first = small(setup, &program)?;
    let script_name = named("yibenzhang", &script, "js");
    let first_name = named("yibenzhang", &first, "wasm");
    workspace::write(&staged.join(&script_name), script)?;
    workspace::write(&staged.join(&first_name), first)?;
    let mut files: Vec<String> = parts.iter().flat_map(|part| part.files.clone()).collect();
    files.sort();
    files.dedup();
    for file in files {
        let bytes = small(setup, &folder.join(&file))?;
        let name =
            named(file.trim_start_matches("split_").trim_end_matches(".wasm"), &bytes, "wasm");
        workspace::write(&staged.join(&name), bytes)?;
        for place in parts.iter_mut().flat_map(|part| &mut part.files) {
            if *place == file {
                place.clone_from(&name);
            }
        }
    }
    in_place_of_trunks(page, (&script_name, &first_name), &parts, staged)
}

/// What the script that the cutting writes says about the parts: it defines a loader for each
/// file, with its address and the loaders that go before it.
fn parts(script: &str) -> Result<Vec<Part>, Error> {
    let mut found: Vec<(&str, String, Vec<&str>)> = Vec::new();
    for (at, _) in script.match_indices("new URL(\"./") {
        let (before, after) = (&script[..at], &script[at + "new URL(\"./".len()..]);
        let names = before.rsplit("const ").filter_map(|text| Some(text.split_once(" = ")?.0));
        let name = names.into_iter().find(|name| name.starts_with("__"));
        let deps = after.split_once(", [").and_then(|(_, rest)| rest.split_once(']'));
        let (Some(name), Some((file, _)), Some((deps, _))) = (name, after.split_once('"'), deps)
        else {
            return Err(Error::Broken("no loader around an address in __wasm_split.js".to_owned()));
        };
        let deps = deps.split(',').map(str::trim).filter(|dep| !dep.is_empty()).collect();
        found.push((name, file.to_owned(), deps));
    }
    let file_of = |wanted: &str| found.iter().find(|loader| loader.0 == wanted);
    let mut parts = Vec::new();
    for (name, file, deps) in &found {
        let Some(name) = name.strip_prefix("__wasm_split_load_") else { continue };
        let mut files = vec![file.clone()];
        for dep in deps {
            let (_, file, deps) = file_of(dep)
                .ok_or_else(|| Error::Broken(format!("no loader {dep} in __wasm_split.js")))?;
            if !deps.is_empty() {
                return Err(Error::Broken(format!("{dep} of __wasm_split.js needs others itself")));
            }
            files.push(file.clone());
        }
        parts.push(Part { name: name.to_owned(), files });
    }
    if parts.is_empty() {
        return Err(Error::Broken("no part in __wasm_split.js".to_owned()));
    }
    Ok(parts)
}

/// Cuts cargo's program into its parts.
fn cut(setup: &Setup, work: &Work, folder: &Path) -> Result<(), Error> {
    let whole = work.target.join(TARGET).join("web/yibenzhang.wasm");
    let mut split = setup.command(&setup.wasm_split);
    split.args(["--target", "web", "--out-name", "first"]).arg(whole).arg(folder);
    process::run("wasm-split-cli", &mut split)
}

/// Joins the first part to the browser; the script that does it in the page.
fn join(setup: &Setup, folder: &Path) -> Result<String, Error> {
    let mut bindgen = setup.command(&setup.wasm_bindgen);
    bindgen
        // The other parts need the memory, the table and the stack of the first.
        .args(["--target", "no-modules", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "program", "--out-dir"])
        .args([folder, &folder.join("first.wasm")]);
    process::run("wasm-bindgen", &mut bindgen)?;
    let script = workspace::read_text(&folder.join("program.js"))?;
    // A script that is no module has no import: boot/later.js stands in its place, and in a
    // worker boot/maker.js. It is left the compiled first part, for a worker to begin with.
    let changes = [
        (format!("require({LINK})"), "self.later".to_owned()),
        ("wasmModule = module;".to_owned(), "self.later.first = module;".to_owned()),
    ];
    changes.into_iter().try_fold(script, |script, (from, to)| {
        if !script.contains(&from) {
            return Err(Error::Broken(format!("no {from} in wasm-bindgen's script")));
        }
        Ok(script.replace(&from, &to))
    })
}

/// One part, as small as wasm-opt makes it.
fn small(setup: &Setup, part: &Path) -> Result<Vec<u8>, Error> {
    let out = part.with_extension("small.wasm");
    let mut wasm_opt = setup.command(Path::new("wasm-opt"));
    wasm_opt
        .args(["-Os", "--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(part)
        .arg("-o")
        .arg(&out);
    process::run("wasm-opt", &mut wasm_opt)?;
    workspace::read(&out)
}

/// The page with our names in the place of trunk's, whose files go away.
fn in_place_of_trunks(
    page: &str,
    (our_script, our_wasm): (&str, &str),
    parts: &[Part],
    staged: &Path,
) -> Result<String, Error> {
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
    let parts = parts.iter().map(|part| {
        let files = part.files.iter().map(|file| format!(" {}", ours(file)));
        format!("{}{}", part.name, files.collect::<String>())
    });
    let parts = parts.collect::<Vec<_>>().join("; ");
    Ok(page
        .replace(script, &ours(our_script))
        .replace(wasm, &ours(our_wasm))
        .replace("data-wasm=", &format!("data-parts=\"{parts}\" data-wasm=")))
}

/// The files beside the first part that each part needs, as boot/later.js reads them too.
pub(super) fn parts_of_page(data_parts: &str) -> Vec<(&str, Vec<&str>)> {
    let part = |text| {
        let mut words = str::split(text, ' ');
        Some((words.next()?, words.collect()))
    };
    data_parts.split("; ").filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
}
, []);
export const __wasm_split_load_tasks = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_tasks.wasm", import.meta.url));
}
, [__chunk_3]));
"#;

    #[test]
    fn a_part_is_its_own_file_and_those_it_shares() {
        let parts = parts(SCRIPT).expect("both loaders are whole");
        let files = vec!["split_tasks.wasm".to_owned(), "chunk_3.wasm".to_owned()];
        assert_eq!(parts, [Part { name: "tasks".to_owned(), files }]);
    }

    #[test]
    fn a_loader_that_is_not_there_is_an_error() {
        assert!(parts(&SCRIPT.replace("const __chunk_3", "const __chunk_4")).is_err());
        assert!(parts("").is_err());
    }

    #[test]
    fn the_page_says_which_files_a_part_needs() {
        let parts = parts_of_page("tasks ./a.wasm ./b.wasm; rest ./c.wasm");
        assert_eq!(parts, [("tasks", vec!["./a.wasm", "./b.wasm"]), ("rest", vec!["./c.wasm"])]);
    }
}
