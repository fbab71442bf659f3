//! The chores, one file each.

mod accuracy;
mod bench;
mod build;
mod measure;
mod serve;
mod shots;
mod synthetic;
mod test;
mod tidy;

use crate::error::Error;

/// A chore, as somebody types it after `cargo xtask`.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    /// One line for the list of chores.
    help: &'static str,
    pub(crate) run: fn(&[String]) -> Result<(), Error>,
}

const COMMANDS: [Command; 9] = [
    Command {
        name: "serve",
        help: "build the page and open it in a browser [--port N] [--no-open]",
        run: serve::run,
    },
    Command {
        name: "build",
        help: "build dist/site/ for a web host and dist/yibenzhang.html for a double click [--documents DIR --into DIR]",
        run: build::run,
    },
    Command {
        name: "test",
        help: "run every check there is, as CI does, up to the page in a real browser",
        run: test::run,
    },
    Command {
        name: "accuracy",
        help: "compare the exported data with the sample of accuracy/ that was read by hand",
        run: accuracy::run,
    },
    Command {
        name: "bench",
        help: "measure the engine beside others [--sizes 1000,…] [--runs 3] [--engines simd,…] [--seed N] [--trace FILE]",
        run: bench::run,
    },
    Command {
        name: "measure",
        help: "measure the page: start, Lighthouse, acts, scrolling [--site FOLDER] [--what acts,views,…]",
        run: measure::run,
    },
    Command {
        name: "tidy",
        help: "check that no crate knows more of the others than its layer allows",
        run: tidy::run,
    },
    Command {
        name: "shots",
        help: "take pictures of the built page into tests/shots/ [PATH?QUERY …]",
        run: shots::run,
    },
    Command {
        name: "synthetic",
        help: "write documents of any number of tasks, to build a page of them --into DIR [--tasks 100000] [--seed 7]",
        run: synthetic::run,
    },
];

/// The chore of that name.
pub(crate) fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// The list of chores, a line each.
pub(crate) fn help() -> String {
    let lines = COMMANDS.iter().map(|command| format!("  {:<10}{}\n", command.name, command.help));
    format!("cargo xtask …\n{}", lines.collect::<String>())
}

/// Refuses every option, for a chore that takes none.
fn no_options(args: &[String]) -> Result<(), Error> {
    match args.first() {
        None => Ok(()),
        Some(found) => Err(Error::Option { found: found.clone(), wanted: "none" }),
    }
}
