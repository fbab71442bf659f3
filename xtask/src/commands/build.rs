//! `cargo xtask build`: the page for a web host and the page as one file.

use crate::error::Error;
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::{budget, bundle};

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    super::no_options(args)?;
    let mut steps = Steps::new();
    let setup = steps.step("set-up", || setup::prepare(Purpose::Build))?;
    steps.step("page", || bundle::build(&setup))?;
    budget::print()?;
    steps.finish("dist/site/ is for a web host, dist/yibenzhang.html opens by a double click");
    Ok(())
}
