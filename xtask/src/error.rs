//! What can go wrong in a chore, worded for the person in the terminal.

use std::path::{Path, PathBuf};

/// Why a chore stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot {act} {}: {source}", path.display())]
    File { act: &'static str, path: PathBuf, source: std::io::Error },
    #[error("cannot start {program}: {source}")]
    CannotStart { program: String, source: std::io::Error },
    #[error("{what} failed ({status}): {command}")]
    Failed { what: String, status: String, command: String },
    #[error("{path} cannot be read as {wanted}: {reason}", path = path.display())]
    Unreadable { path: PathBuf, wanted: &'static str, reason: String },
    /// Something that only the person can get: what it is, and what to type.
    #[error("{what} is missing; {remedy}")]
    Missing { what: String, remedy: String },
    /// A check of ours that did not hold.
    #[error("{0}")]
    Broken(String),
    #[error("{found} is not an option of this chore; it takes {wanted}")]
    Option { found: String, wanted: &'static str },
}

impl Error {
    /// Wraps an error of the file system with what was tried and where.
    pub(crate) fn file(act: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { act, path, source }
    }
}
