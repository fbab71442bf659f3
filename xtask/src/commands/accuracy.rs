//! `cargo xtask accuracy`: what `ybz export` says, against a sample read by hand.
//!
//! Prints recall, precision and F1 of every file of `accuracy/`, each miss and each extra,
//! and fails when one of them has fallen below `accuracy/floors.toml`.

use crate::accuracy::{self, Floors};
use crate::error::Error;
use crate::{process, workspace};
use std::path::Path;
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    super::no_options(args)?;
    let exported = workspace::root().join("target").join("accuracy");
    export(&exported)?;
    let floors = Floors::read()?;
    let mut fallen = Vec::new();
    for table in &accuracy::TABLES {
        let outcome = accuracy::compare(table, &exported)?;
        print!("{outcome}");
        if outcome.f1() < floors.of(table.name) {
            fallen.push(table.name);
        }
    }
    if fallen.is_empty() {
        return Ok(());
    }
    Err(Error::Broken(format!("below accuracy/floors.toml: {}", fallen.join(", "))))
}

/// Writes every file of the data contract into `folder`.
fn export(folder: &Path) -> Result<(), Error> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(workspace::root())
        .args(["run", "--release", "--quiet", "--package", "ybz", "--"])
        .args(["export", "--format", "json", "--out"])
        .arg(folder);
    process::read("the export", &mut command).map(drop)
}
