//! Where things lie: in the work tree, and in the person's cache.

use crate::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The top folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// What a build leaves for people.
pub(crate) struct Dist(pub(crate) PathBuf);

impl Dist {
    /// Where the page of the bundled documents lies.
    pub(crate) fn usual() -> Self {
        Self(root().join("dist"))
    }

    /// The site, for any static host.
    pub(crate) fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    /// The page as one file, for a double click.
    pub(crate) fn one_file(&self) -> PathBuf {
        self.0.join("yibenzhang.html")
    }
}

/// Cargo's folder for all that is compiled for the browser.
///
/// It stands apart from the native one: the compiler and its variables differ, and each
/// would make the other's build scripts run again.
pub(crate) fn web_target() -> PathBuf {
    target().join("web")
}

/// The same for pages of other documents, which the usual one must not wait for.
pub(crate) fn others_target() -> PathBuf {
    target().join("web-others")
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cache that all clones of one person share: tools, each in a folder of its own.
pub(crate) fn cache() -> Result<PathBuf, Error> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let base = variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .ok_or_else(|| Error::Missing {
            what: "a place for tools".to_owned(),
            remedy: "set HOME or XDG_CACHE_HOME".to_owned(),
        })?;
    Ok(base.join("yibenzhang"))
}

/// Waits until no other chore works in `folder`, and keeps others out until it is dropped.
pub(crate) fn lock(folder: &Path) -> Result<File, Error> {
    create_dir(folder)?;
    let path = folder.join(".lock");
    let file = File::create(&path).map_err(Error::file("write", &path))?;
    if file.try_lock().is_err() {
        println!("waiting for another chore that works in {}", folder.display());
        file.lock().map_err(Error::file("lock", &path))?;
    }
    Ok(file)
}

pub(crate) fn create_dir(path: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(path).map_err(Error::file("create", path))
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(Error::file("read", path))
}

pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(Error::file("read", path))
}

pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    std::fs::write(path, content).map_err(Error::file("write", path))
}
