//! Debian's packages: collected first, then installed in one go, by root alone.

use crate::error::Error;
use crate::process;
use std::path::Path;
use std::process::Command;

/// What is missing that Debian has.
#[derive(Default)]
pub(super) struct Packages {
    names: Vec<&'static str>,
    /// What they are for, and the seconds that fetching them takes.
    reasons: Vec<(&'static str, u32)>,
}

impl Packages {
    /// Adds packages that are needed together, where this is a Debian; else nothing.
    pub(super) fn add(&mut self, names: &[&'static str], reason: &'static str, seconds: u32) {
        if is_debian() {
            self.names.extend(names);
            self.reasons.push((reason, seconds));
        }
    }

    /// Adds packages that the chore can do without: for root, who can have them, they are needed.
    pub(super) fn add_for_root(
        &mut self,
        names: &[&'static str],
        reason: &'static str,
        seconds: u32,
    ) {
        if can_install() {
            self.add(names, reason, seconds);
        }
    }

    /// The line of the plan; none where nothing is missing.
    pub(super) fn plan(&self) -> Vec<String> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let reasons: Vec<&str> = self.reasons.iter().map(|(reason, _)| *reason).collect();
        let seconds: u32 = self.reasons.iter().map(|(_, seconds)| seconds).sum();
        vec![format!("{} from Debian: {} ({seconds} s)", reasons.join(", "), self.names.join(" "))]
    }

    /// Fails where something is missing and we are not root.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.names.is_empty() || is_root() {
            return Ok(());
        }
        Err(Error::Missing {
            what: self.reasons.iter().map(|(reason, _)| *reason).collect::<Vec<_>>().join(", "),
            remedy: format!("type\n    sudo {}\nand start again", self.line()),
        })
    }

    /// Installs them, as root.
    pub(super) fn install(&self) -> Result<(), Error> {
        if self.names.is_empty() {
            return Ok(());
        }
        // Lists may be absent or old; fetching them costs more than most packages do.
        if !has_lists() || self.apt_get_install().is_err() {
            println!("asking Debian for its present lists");
            process::run("apt-get update", apt_get().args(["-qq", "update"]))?;
            self.apt_get_install().map_err(|error| Error::Missing {
                what: self.names.join(" "),
                remedy: format!("{error}\nsee above, and try by hand\n    {}", self.line()),
            })?;
        }
        Ok(())
    }

    /// What a person would type.
    fn line(&self) -> String {
        format!("apt-get install --no-install-recommends {}", self.names.join(" "))
    }

    fn apt_get_install(&self) -> Result<(), Error> {
        let mut command = apt_get();
        command.args(["-qq", "-y", "install", "--no-install-recommends"]).args(&self.names);
        process::run("apt-get install", &mut command)
    }
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether whatever Debian has can be had without asking anybody.
pub(super) fn can_install() -> bool {
    is_debian() && is_root()
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && process::find("apt-get").is_some()
}

fn has_lists() -> bool {
    std::fs::read_dir("/var/lib/apt/lists").is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
        })
    })
}

fn is_root() -> bool {
    process::read("id", Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
