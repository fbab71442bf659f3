//! `cargo xtask test`: every check there is, from the cheap ones to the page in a browser.
//!
//! It stops at the first that fails. CI runs this and nothing else.

use crate::error::Error;
use crate::setup::{self, Purpose, Setup};
use crate::steps::Steps;
use crate::{budget, bundle, end_to_end, layers, process, workspace};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    super::no_options(args)?;
    let mut steps = Steps::new();
    let setup = steps.step("set-up", || setup::prepare(Purpose::Test))?;
    steps.step("formatting", || cargo("formatting", &["fmt", "--all", "--check"]))?;
    steps.step("layers", layers::check)?;
    steps.step("clippy, native", || {
        let all = ["clippy", "--workspace", "--all-targets", "--locked", "--quiet"];
        cargo("clippy", &[&all[..], &["--", "-D", "warnings"]].concat())
    })?;
    steps.step("clippy, the page for the browser", || clippy_for_the_browser(&setup))?;
    steps.step("tests", || cargo("tests", &["test", "--workspace", "--locked", "--quiet"]))?;
    steps.step("documentation", documentation)?;
    steps.step("page", || bundle::build(&setup, &bundle::Work::usual()))?;
    steps.step("size budget", budget::check)?;
    steps.step("the page in a browser", || end_to_end::test(&setup))?;
    steps.finish("every check passed");
    Ok(())
}

fn cargo(what: &str, args: &[&str]) -> Result<(), Error> {
    process::run(what, native_cargo().args(args))
}

fn documentation() -> Result<(), Error> {
    let mut command = native_cargo();
    command.env("RUSTDOCFLAGS", "-D warnings");
    command.args(["doc", "--workspace", "--no-deps", "--locked", "--quiet"]);
    process::run("documentation", &mut command)
}

fn clippy_for_the_browser(setup: &Setup) -> Result<(), Error> {
    let mut command = setup.command(&setup.web.clippy());
    command
        .args(["clippy", "--package", "yibenzhang", "--target", setup::TARGET])
        .args(["--locked", "--quiet", "--", "-D", "warnings"]);
    process::run("clippy", &mut command)
}

fn native_cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace::root());
    command
}
