//! `cargo xtask measure`: the built page as a reader meets it: its start, Lighthouse, fifty acts,
//! scrolling; with `--what views`, changes of view and a year pressed in each.
//!
//! `measure/` holds what measures. Its packages of npm are its own, so that nobody else fetches
//! them.

use crate::error::Error;
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::workspace::Dist;
use crate::{bundle, process, workspace};
use std::path::PathBuf;
use std::process::Command;

const WANTED: &str = "--site FOLDER, --what start,lighthouse,acts,scroll,views";

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let (site, what) = options(args)?;
    let mut steps = Steps::new();
    let setup = steps.step("set-up", || setup::prepare(Purpose::Test))?;
    let measure = workspace::root().join("measure");
    steps.step("packages", || setup::own_packages(&measure))?;
    if site.is_none() {
        steps.step("page", || bundle::build(&setup, &bundle::Work::usual()))?;
    }
    steps.step("measuring", || {
        let mut node = Command::new("node");
        node.current_dir(workspace::root()).arg(measure.join("run.mjs"));
        node.arg(site.unwrap_or_else(|| Dist::usual().site())).arg(what);
        if let Some(browser) = &setup.browser {
            node.env("CHROMIUM", browser);
        }
        process::run("measuring", &mut node)
    })?;
    steps.finish("what the figures mean: docs/performance.md");
    Ok(())
}

/// The folder of the site, where it is not the usual one, and what is measured.
fn options(args: &[String]) -> Result<(Option<PathBuf>, String), Error> {
    let mut site = None;
    let mut what = "start,lighthouse,acts,scroll".to_owned();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let wrong = || Error::Option { found: arg.clone(), wanted: WANTED };
        let value = args.next().ok_or_else(wrong)?;
        match arg.as_str() {
            "--site" => site = Some(PathBuf::from(value)),
            "--what" => what.clone_from(value),
            _ => return Err(wrong()),
        }
    }
    Ok((site, what))
}
