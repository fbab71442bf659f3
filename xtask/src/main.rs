//! Every chore of the workspace: `cargo xtask` lists them.
//!
//! Start reading in `commands/`, one file for each chore. `setup/` gets the tools that a
//! chore needs, `bundle/` turns the source into `dist/`, `layers.rs` holds the table of
//! which crate may know which. Nothing depends on this crate.

#![allow(
    clippy::print_stdout,
    reason = "a chore speaks to the person in the terminal, who called it"
)]

mod accuracy;
mod budget;
mod bundle;
mod commands;
mod end_to_end;
mod error;
mod layers;
mod process;
mod server;
mod setup;
mod steps;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(name) = args.next() else {
        print!("{}", commands::help());
        return ExitCode::SUCCESS;
    };
    let Some(command) = commands::named(&name) else {
        println!("there is no chore named {name}\n\n{}", commands::help());
        return ExitCode::FAILURE;
    };
    match (command.run)(&args.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("\n✗ {name}: {error}");
            ExitCode::FAILURE
        }
    }
}
