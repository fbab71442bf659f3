//! `cargo xtask tidy`: the arrows between our crates are the ones that were drawn.

use crate::error::Error;
use crate::layers;

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    super::no_options(args)?;
    layers::check()?;
    println!("every crate knows only what its layer allows");
    Ok(())
}
