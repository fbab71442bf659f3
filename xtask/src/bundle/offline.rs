//! What makes the site one that a browser can install and open without a network: the manifest
//! with its icons, the script that asks for it, and the worker with the list of all files.

use super::{minify, named, sha256};
use crate::error::Error;
use crate::workspace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The worker's name; it is the one file that is not in its own list, and browsers always ask
/// the host for it.
pub(super) const WORKER: &str = "worker.js";

const MANIFEST: &str = "site.webmanifest";

/// Copied as they are; `node tests/icons.mjs` draws the pictures from boot/icon.svg.
const FILES: [&str; 4] = [MANIFEST, "icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// The page with a link to the manifest, and with the address of boot/install.js, which is written
/// to the site.
pub(super) fn with_install(page: &str, staged: &Path, site: &Path) -> Result<String, Error> {
    let script = workspace::read_text(&boot().join("install.js"))?;
    let script = minify::small(&script, "js", minify::ANY_BROWSER, staged)?;
    let name = named("install", &script, "js");
    workspace::write(&site.join(&name), script)?;
    linked(page, &name)
}

fn linked(page: &str, install: &str) -> Result<String, Error> {
    let page = [
        ("</head>", format!("<link rel=\"manifest\" href=\"./{MANIFEST}\">\n</head>")),
        (" data-wasm=", format!(" data-install=\"./{install}\" data-wasm=")),
    ]
    .into_iter()
    .try_fold(page.to_owned(), |page, (place, text)| {
        page.contains(place).then(|| page.replacen(place, &text, 1))
    });
    page.ok_or_else(|| Error::Broken("trunk's page has no head, or no program".to_owned()))
}

/// Adds the manifest, the icons and, last, the worker to the finished files of the site.
pub(super) fn write(site: &Path) -> Result<(), Error> {
    for name in FILES {
        let from = boot().join(name);
        std::fs::copy(&from, site.join(name)).map_err(Error::file("copy", &from))?;
    }
    let worker = workspace::read_text(&boot().join(WORKER))?;
    workspace::write(&site.join(WORKER), with_list(&worker, &list(site)?)?)
}

fn boot() -> PathBuf {
    workspace::root().join("boot")
}

/// The SHA-256 of every file by its name, in order.
fn list(site: &Path) -> Result<BTreeMap<String, String>, Error> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(site).map_err(Error::file("list", site))? {
        let path = entry.map_err(Error::file("list", site))?.path();
        let name = path.file_name().expect("an entry of a folder has a name");
        files.insert(name.to_string_lossy().into_owned(), sha256(&workspace::read(&path)?));
    }
    Ok(files)
}

/// The worker with the list, and with the hash of the list as its version.
fn with_list(worker: &str, files: &BTreeMap<String, String>) -> Result<String, Error> {
    let list = serde_json::to_string_pretty(files).expect("words are JSON");
    let mut text = worker.to_owned();
    for (place, value) in [("@VERSION@", sha256(list.as_bytes())), ("{ \"@FILES@\": \"\" }", list)]
    {
        if text.matches(place).count() != 1 {
            return Err(Error::Broken(format!("boot/{WORKER} must have {place} in it once")));
        }
        text = text.replace(place, &value);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(hash: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("index.html".to_owned(), hash.to_owned())])
    }

    #[test]
    fn the_worker_has_the_list_and_another_version_for_another_list() {
        let worker = "var VERSION = \"@VERSION@\"; var FILES = { \"@FILES@\": \"\" };";
        let filled = |hash| with_list(worker, &files(hash)).expect("both places are there");
        assert!(filled("a").contains("\"index.html\": \"a\""));
        let version = |text: String| text.split('"').nth(1).map(str::to_owned);
        assert_ne!(version(filled("a")), version(filled("b")));
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_is_refused() {
        assert!(with_list("var VERSION = \"@VERSION@\";", &files("a")).is_err());
    }

    #[test]
    fn the_page_asks_for_the_manifest_and_knows_what_keeps_it() {
        let page = "<head><script data-wasm=\"./a.wasm\"></script></head>";
        let page = linked(page, "install-1.js").expect("it has both places");
        assert!(page.contains("<link rel=\"manifest\" href=\"./site.webmanifest\">"));
        assert!(page.contains("data-install=\"./install-1.js\""));
        assert!(linked("<head></head>", "install-1.js").is_err());
        assert!(linked("<p data-wasm=\"\"></p>", "install-1.js").is_err());
    }
}
