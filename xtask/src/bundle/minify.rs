//! Scripts and styles without what only their readers need: comments, spaces, long names.
//!
//! esbuild does it, the same that bundles the drawing library. The styles that the first view needs
//! go into the page, which then shows its first words without asking for another file; the others
//! become one file, which comes with the part `rest` of the program.

use super::html::{Element, elements, refuse, replaced};
use super::named;
use crate::error::Error;
use crate::{process, workspace};
use core::iter;
use core::ops::Range;
use std::path::Path;
use std::process::Command;

/// The oldest browser of the page.
pub(super) const FLOOR: &str = "chrome86";
/// What a script is written in that must speak in browsers older than that.
pub(super) const ANY_BROWSER: &str = "es5";

/// The sheets that 总览, 任务, the frame and what stands before them need; the others come later.
const FIRST_SHEETS: [&str; 7] = ["tokens", "base", "parts", "screens", "modal", "standing", "boot"];

/// The page with its own scripts and styles small, the sheets of its first view among them, and the
/// other sheets in a file beside it.
pub(super) fn page(page: &str, staged: &Path) -> Result<String, Error> {
    let mut changes = Vec::new();
    // One script is one hash in the policy.
    let scripts: Vec<_> = elements(page, "script")
        .into_iter()
        .filter(|script| script.attribute("src").is_none() && script.attribute("type").is_none())
        .collect();
    let together: String = scripts.iter().map(|script| script.text).collect();
    let script = format!("<script>{}</script>", small(&together, "js", ANY_BROWSER, staged)?);
    changes.extend(joined(&scripts, script));
    for style in elements(page, "style") {
        let text = small(style.text, "css", FLOOR, staged)?;
        changes.push((style.place, format!("<style>{text}</style>")));
    }
    let sheets: Vec<_> = elements(page, "link")
        .into_iter()
        .filter(|link| link.attribute("rel") == Some("stylesheet"))
        .collect();
    let (mut first, mut rest) = (String::new(), String::new());
    for sheet in &sheets {
        let name = sheet.attribute("href").unwrap_or_default();
        let path = staged.join(name);
        let is_first = FIRST_SHEETS.iter().any(|first| {
            let plain = name.trim_start_matches("./");
            plain.strip_prefix(first).is_some_and(|end| end.starts_with('-'))
        });
        let all = if is_first { &mut first } else { &mut rest };
        all.push_str(&workspace::read_text(&path)?);
        std::fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    let first = format!("<style>{}</style>", sheet(&first, "the first view", staged)?);
    let rest = sheet(&rest, "the rest", staged)?;
    let rest_name = named("rest", &rest, "css");
    workspace::write(&staged.join(&rest_name), rest)?;
    changes.extend(joined(&sheets, first));
    changes.sort_by_key(|(place, _)| place.start);
    let page = replaced(page, &changes);
    Ok(page.replace("data-wasm=", &format!("data-styles=\"./{rest_name}\" data-wasm=")))
}

/// One element in the place of the first of these, and none in the places of the others.
fn joined(elements: &[Element<'_>], one: String) -> impl Iterator<Item = (Range<usize>, String)> {
    let inside = iter::once(one).chain(iter::repeat(String::new()));
    elements.iter().map(|element| element.place.clone()).zip(inside)
}

/// A style sheet, small; it may be neither empty nor in need of another file.
fn sheet(text: &str, of: &str, staged: &Path) -> Result<String, Error> {
    if text.is_empty() {
        return Err(Error::Broken(format!("no style sheet for {of}: see FIRST_SHEETS")));
    }
    let text = small(text, "css", FLOOR, staged)?;
    refuse(&text, &["</style", "url("], of)?;
    Ok(text)
}

/// A script with the packages of npm that it names inside, small, for the oldest browser of the
/// page; the notices of their authors stay.
pub(super) fn bundled(entry: &str, staged: &Path) -> Result<String, Error> {
    let out = staged.join("bundled.js");
    let mut esbuild = Command::new("node");
    esbuild
        .current_dir(workspace::root())
        .args(["node_modules/esbuild/bin/esbuild", entry, "--bundle", "--minify"])
        .arg(format!("--target={FLOOR}"))
        .args(["--format=iife", "--charset=utf8", "--legal-comments=eof"])
        .args(["--log-level=warning"])
        .arg(format!("--outfile={}", out.display()));
    process::run("esbuild", &mut esbuild)?;
    let text = workspace::read_text(&out)?;
    std::fs::remove_file(&out).map_err(Error::file("remove", &out))?;
    Ok(text)
}

/// A text without what only its readers need, for this browser and later ones.
pub(super) fn small(
    text: &str,
    ending: &str,
    target: &str,
    staged: &Path,
) -> Result<String, Error> {
    let (long, short) =
        (staged.join(format!("long.{ending}")), staged.join(format!("short.{ending}")));
    workspace::write(&long, text)?;
    let mut esbuild = Command::new("node");
    esbuild
        .current_dir(workspace::root())
        .arg("node_modules/esbuild/bin/esbuild")
        .arg(&long)
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .arg(format!("--target={target}"))
        .arg(format!("--outfile={}", short.display()));
    process::run("esbuild", &mut esbuild)?;
    let small = workspace::read_text(&short)?;
    for path in [long, short] {
        std::fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    Ok(small)
}
