//! Running other programs: nothing reads from the terminal, every failure names its command.

use crate::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Runs a program to its end, with its output going to the terminal.
///
/// `what` is the subject of the message when it fails: "formatting", "trunk".
pub(crate) fn run(what: &str, command: &mut Command) -> Result<(), Error> {
    let status = command.stdin(Stdio::null()).status().map_err(cannot_start(command))?;
    if status.success() { Ok(()) } else { Err(failed(what, command, &status.to_string())) }
}

/// Runs a program to its end and returns what it wrote; a failure shows its error output.
pub(crate) fn read(what: &str, command: &mut Command) -> Result<String, Error> {
    let output = output(command)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let status = format!("{}, {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    Err(failed(what, command, &status))
}

/// Whether a program can be started and ends well; its output is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    output(command).is_ok_and(|output| output.status.success())
}

/// As [`succeeds`], and gives up on a program that has not ended within `limit`.
pub(crate) fn succeeds_within(limit: Duration, command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let begun = Instant::now();
    while begun.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    // Either it has ended meanwhile or it is ended here.
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn output(command: &mut Command) -> Result<Output, Error> {
    command.stdin(Stdio::null()).output().map_err(cannot_start(command))
}

/// Finds a program in the folders of `PATH`.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let file_name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file_name))
        .find(|path| path.is_file())
}

/// The caller's `PATH` with these folders before it, the first of them first.
pub(crate) fn path_with(folders: &[&Path]) -> OsString {
    let before = folders.iter().map(|folder| folder.to_path_buf());
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = before.chain(std::env::split_paths(&rest)).collect();
    std::env::join_paths(all).expect("folders of PATH, and ours, have no separator in their names")
}

fn cannot_start(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let program = command.get_program().to_string_lossy().into_owned();
    move |source| Error::CannotStart { program, source }
}

fn failed(what: &str, command: &Command, status: &str) -> Error {
    Error::Failed { what: what.to_owned(), status: status.to_owned(), command: words(command) }
}

/// The command as somebody would type it.
fn words(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
