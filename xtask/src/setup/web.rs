//! The compiler for the browser.
//!
//! std is always built by ourselves, with our own flags: the ready-made one uses
//! instructions that Chrome 86 does not have. That takes std's source and a linker for
//! wasm, and `RUSTC_BOOTSTRAP`, which lets the stable compiler build std.
//! rustup has both; where rustup is not, or cannot reach its host, Debian's packages do.

use super::Purpose;
use super::debian::Packages;
use crate::error::Error;
use crate::{process, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The target that the page is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Whose compiler builds the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WebToolchain {
    /// The one that runs this chore, with std's source as a component.
    Own,
    /// Debian's `rustc-web`, which is kept new for the sake of Debian's browsers.
    Debian,
}

const DEBIAN_BIN: &str = "/usr/bin";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-19";
/// The compiler must be one that the workspace accepts: `rust-version` in Cargo.toml.
const OLDEST_MINOR: u32 = 90;

/// Some networks answer nothing, neither yes nor no.
const RUSTUP_LIMIT: Duration = Duration::from_secs(150);

/// Chooses `own` or `debian` where a person wants the other one, or a test wants both.
const CHOICE: &str = "YIBENZHANG_TOOLCHAIN";

/// The compiler that is there already and complete.
pub(super) fn find() -> Option<WebToolchain> {
    let is_wanted = |name| std::env::var(CHOICE).map_or(true, |choice| choice == name);
    if is_wanted("own") && own_is_complete() {
        Some(WebToolchain::Own)
    } else if is_wanted("debian") && debian_is_complete() {
        Some(WebToolchain::Debian)
    } else {
        None
    }
}

fn own_is_complete() -> bool {
    let sysroot = process::read("rustc", Command::new("rustc").args(["--print", "sysroot"]));
    let Ok(sysroot) = sysroot.map(|line| PathBuf::from(line.trim())) else { return false };
    let rustlib = sysroot.join("lib/rustlib");
    // Debian's compiler may be the only one there is; it has no linker of its own.
    let has_linker = std::fs::read_dir(&rustlib).is_ok_and(|mut folders| {
        let linker = format!("bin/rust-lld{}", std::env::consts::EXE_SUFFIX);
        folders.any(|folder| folder.is_ok_and(|folder| folder.path().join(&linker).is_file()))
    });
    has_linker && rustlib.join("src/rust/library/Cargo.lock").is_file()
}

fn debian_is_complete() -> bool {
    let files = [DEBIAN_STD, DEBIAN_LINKER, "/usr/bin/cargo"];
    files.iter().all(|file| Path::new(file).is_file()) && debian_is_new_enough()
}

fn debian_is_new_enough() -> bool {
    let version =
        process::read("rustc", Command::new("/usr/bin/rustc").arg("--version")).unwrap_or_default();
    minor_version(&version).is_some_and(|minor| minor >= OLDEST_MINOR)
}

/// 96 in `rustc 1.96.0 (ac68faa20 2026-05-25)`.
fn minor_version(line: &str) -> Option<u32> {
    line.split_whitespace().nth(1)?.split('.').nth(1)?.parse().ok()
}

/// Asks rustup for std's source, where there is a rustup.
///
/// The ready-made target comes with it, for editors and for a plain `cargo check`.
pub(super) fn get_by_rustup() -> Option<WebToolchain> {
    if std::env::var(CHOICE).is_ok_and(|choice| choice != "own") {
        return None;
    }
    let rustup = process::find("rustup")?;
    println!("asking rustup for the target {TARGET} and for std's source (10 s, 30 MB)");
    let asked =
        |args: [&str; 3]| process::succeeds_within(RUSTUP_LIMIT, Command::new(&rustup).args(args));
    let has_both = asked(["component", "add", "rust-src"]) && asked(["target", "add", TARGET]);
    if has_both && own_is_complete() {
        return Some(WebToolchain::Own);
    }
    println!("rustup could not get them (no network to its host?); looking for another way");
    None
}

/// Debian's packages for what this chore needs.
pub(super) fn packages(purpose: Purpose, packages: &mut Packages) {
    if !debian_is_complete() {
        let names = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
        packages.add(&names, "the compiler for the browser", 30);
    }
    if purpose == Purpose::Test && !Path::new("/usr/bin/cargo-clippy").is_file() {
        packages.add(&["rust-web-clippy"], "its linter", 5);
    }
}

/// What to do where neither way led anywhere.
pub(super) fn missing() -> Error {
    Error::Missing {
        what: "a compiler for the browser".to_owned(),
        remedy: format!(
            "install Rust from https://rustup.rs and type\n    \
             rustup target add {TARGET} && rustup component add rust-src"
        ),
    }
}

impl WebToolchain {
    /// The folder whose `cargo` must be found before any other.
    pub(super) fn folder_before_others(self) -> Option<&'static Path> {
        (self == Self::Debian).then_some(Path::new(DEBIAN_BIN))
    }

    /// The program that lints the page.
    pub(crate) fn clippy(self) -> PathBuf {
        match self {
            Self::Own => "cargo-clippy".into(),
            Self::Debian => Path::new(DEBIAN_BIN).join("cargo-clippy"),
        }
    }

    /// Sets what cargo needs to build std as well, and takes away what would mislead it.
    pub(super) fn set_variables(self, command: &mut Command) {
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            // std has smaller forms of sorting and formatting: 6 % less to download.
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_TARGET_DIR", workspace::web_target())
            // They would replace the flags of .cargo/config.toml.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if self == Self::Debian {
            // The caller's toolchain stands in all of these.
            for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "LD_LIBRARY_PATH"] {
                command.env_remove(name);
            }
            command
                .env("CARGO", Path::new(DEBIAN_BIN).join("cargo"))
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        }
    }
}

/// Makes sure that the native toolchain has its clippy and rustfmt.
pub(super) fn complete_for_checks() -> Result<(), Error> {
    for (program, component) in [("cargo-clippy", "clippy"), ("cargo-fmt", "rustfmt")] {
        if process::succeeds(Command::new(program).arg("--version")) {
            continue;
        }
        let has_it = process::find("rustup").is_some_and(|rustup| {
            process::succeeds(Command::new(rustup).args(["component", "add", component]))
        });
        if !has_it {
            return Err(Error::Missing {
                what: component.to_owned(),
                remedy: format!("type\n    rustup component add {component}"),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minor_version_is_read_from_what_rustc_prints() {
        assert_eq!(minor_version("rustc 1.96.0 (ac68faa20 2026-05-25)"), Some(96));
        assert_eq!(minor_version("rustc 1.95.0-nightly (1234 2026-01-01)"), Some(95));
        assert_eq!(minor_version(""), None);
    }
}
