//! The browser of the end-to-end tests: a Chromium of the machine's own.

use super::debian::Packages;
use crate::error::Error;
use crate::process;
use std::path::PathBuf;
use std::process::Command;

/// Names another browser than the one that would be found.
const CHOICE: &str = "CHROMIUM";

const PROGRAMS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where browsers lie that are not on `PATH`.
const PLACES: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// The browser's program.
pub(super) fn find() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(CHOICE) {
        return Some(PathBuf::from(path));
    }
    let on_path = PROGRAMS.iter().find_map(|program| process::find(program));
    on_path.or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Debian's packages for a browser, and for letters to write Chinese with.
pub(super) fn packages(packages: &mut Packages) {
    if find().is_none() {
        packages.add(&["chromium"], "a browser", 45);
    }
    if !has_chinese_font() {
        packages.add(&["fonts-noto-cjk", "fontconfig"], "a Chinese font", 15);
    }
}

fn has_chinese_font() -> bool {
    let mut command = Command::new("fc-list");
    process::read("fc-list", command.args([":lang=zh-cn", "family"]))
        .is_ok_and(|families| !families.trim().is_empty())
}

pub(super) fn missing() -> Error {
    Error::Missing {
        what: "a browser for the end-to-end tests".to_owned(),
        remedy: format!("install Chromium or Chrome, or name its program in the variable {CHOICE}"),
    }
}
