//! Running the scripts of `tests/` against `dist/`, in the browsers of this machine.

use crate::error::Error;
use crate::setup::Setup;
use crate::{process, workspace};
use std::path::PathBuf;
use std::process::Command;

/// Runs every `tests/*.test.mjs` with node's own test runner.
pub(crate) fn test(setup: &Setup) -> Result<(), Error> {
    let mut command = node(setup);
    // Much of a test is waiting for the browser: two files at once, whatever the cores. Where a
    // browser hangs, its file is broken off: the longest takes two minutes.
    command.args(["--test", "--test-concurrency=2", "--test-timeout=900000"]);
    command.arg("--test-reporter=spec").args(test_files()?);
    process::run("end-to-end tests", &mut command)
}

/// Takes pictures of the given addresses, or of every view.
pub(crate) fn shots(setup: &Setup, addresses: &[String]) -> Result<(), Error> {
    let mut command = node(setup);
    command.arg("tests/shots.mjs").args(addresses);
    process::run("shots", &mut command)
}

fn node(setup: &Setup) -> Command {
    let mut command = Command::new("node");
    command.current_dir(workspace::root());
    if let Some(browser) = &setup.browser {
        command.env("CHROMIUM", browser);
    }
    if setup.has_every_browser {
        command.env("EVERY_BROWSER", "1");
    }
    command
}

fn test_files() -> Result<Vec<PathBuf>, Error> {
    let folder = workspace::root().join("tests");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(Error::file("list", &folder))? {
        let path = entry.map_err(Error::file("list", &folder))?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
