//! The browsers of the end-to-end tests: a Chromium of the machine's own for all of them, and
//! for the journey through every browser what Debian has of the others.
//!
//! `tests/support/drivers.mjs` finds the others by itself and names one that is missing.

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

/// Either of these is a Firefox.
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// All of these together are a browser of `WebKitGTK` that can be driven; it cannot do without a screen.
const WEBKIT: [&str; 2] = ["WebKitWebDriver", "Xvfb"];

/// The Chromium's program.
pub(super) fn find() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(CHOICE) {
        return Some(PathBuf::from(path));
    }
    let on_path = PROGRAMS.iter().find_map(|program| process::find(program));
    on_path.or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Debian's packages for the browsers, and for letters to write Chinese with.
pub(super) fn packages(packages: &mut Packages) {
    if find().is_none() {
        packages.add(&["chromium"], "a browser", 45);
    }
    if !FIREFOX.iter().any(|program| process::find(program).is_some()) {
        packages.add_for_root(&["firefox-esr"], "Firefox", 15);
    }
    if WEBKIT.iter().any(|program| process::find(program).is_none()) {
        packages.add_for_root(&["webkit2gtk-driver", "xvfb"], "WebKitGTK and a screen for it", 15);
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
