//! `cargo xtask shots`: pictures of the built page, on a phone, a desk and a wall.

use crate::error::Error;
use crate::setup::{self, Purpose};
use crate::{bundle, end_to_end};

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let setup = setup::prepare(Purpose::Test)?;
    bundle::build(&setup, &bundle::Work::usual())?;
    end_to_end::shots(&setup, args)
}
