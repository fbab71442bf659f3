//! Whether `dist/` still is what the source would give.

use super::{Work, sha256};
use crate::error::Error;
use crate::workspace;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What lies at the top of the work tree and has no part in the page.
const NOT_INPUTS: [&str; 10] = [
    "bench",
    "budgets.toml",
    "target",
    "dist",
    "measure",
    "node_modules",
    "tests",
    "fuzz",
    ".git",
    ".ci",
];

/// A hash over every file that may have a part in the page, those of another folder of documents
/// among them, and over `tools`.
///
/// It errs on the side of building again: a file more costs a build, a file less a riddle.
pub(super) fn hash(tools: &str, work: &Work) -> Result<String, Error> {
    let mut files = Vec::new();
    collect(workspace::root(), &mut files)?;
    if let Some(documents) = &work.documents {
        collect(documents, &mut files)?;
    }
    files.sort();
    let mut list = tools.to_owned();
    for file in files {
        let hash = sha256(&workspace::read(&file)?);
        let _ = write!(list, "\n{} {hash}", file.display());
    }
    Ok(sha256(list.as_bytes()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in std::fs::read_dir(folder).map_err(Error::file("list", folder))? {
        let path = entry.map_err(Error::file("list", folder))?.path();
        let is_document = path.extension().is_some_and(|extension| extension == "md");
        if is_outside(&path) || (is_document && folder == workspace::root()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn is_outside(path: &Path) -> bool {
    path.parent() == Some(workspace::root()) && NOT_INPUTS.iter().any(|name| path.ends_with(name))
}

/// Whether the page is complete and was made from inputs of this hash.
pub(super) fn are_those_of_dist(hash: &str, work: &Work) -> bool {
    work.dist.one_file().is_file()
        && work.dist.site().join("index.html").is_file()
        && std::fs::read_to_string(stamp(work)).is_ok_and(|made_from| made_from == hash)
}

/// Notes what the page was made from.
pub(super) fn remember(hash: &str, work: &Work) -> Result<(), Error> {
    workspace::write(&stamp(work), hash)
}

/// Takes the note away while the page is being changed.
pub(super) fn forget(work: &Work) -> Result<(), Error> {
    workspace::write(&stamp(work), "")
}

fn stamp(work: &Work) -> PathBuf {
    work.dist.0.join(".made-from")
}
