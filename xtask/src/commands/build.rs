//! `cargo xtask build`: the page for a web host and the page as one file.
//!
//! Of the bundled documents, or of those of another folder into another folder.

use crate::bundle::{Work, shown};
use crate::error::Error;
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::{budget, bundle, workspace};
use std::path::PathBuf;

const WANTED: &str = "--documents DIR with --into DIR";

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let others = options(args)?;
    let mut steps = Steps::new();
    let setup = steps.step("set-up", || setup::prepare(Purpose::Build))?;
    let Some((documents, into)) = others else {
        steps.step("page", || bundle::build(&setup, &Work::usual()))?;
        budget::print()?;
        steps.finish("dist/site/ is for a web host, dist/yibenzhang.html opens by a double click");
        return Ok(());
    };
    workspace::create_dir(&into)?;
    let whole = |path: PathBuf| path.canonicalize().map_err(Error::file("find", &path));
    let (documents, into) = (whole(documents)?, whole(into)?);
    let folder = shown(&into);
    steps.step("page", || bundle::build(&setup, &Work::of(documents, into)))?;
    steps.finish(&format!(
        "{folder}site/ is for a web host, {folder}yibenzhang.html opens by a double click"
    ));
    Ok(())
}

/// The folder of other documents and the one that their page is put into.
fn options(args: &[String]) -> Result<Option<(PathBuf, PathBuf)>, Error> {
    let (mut documents, mut into) = (None, None);
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let place = match arg.as_str() {
            "--documents" => &mut documents,
            "--into" => &mut into,
            _ => return Err(Error::Option { found: arg.clone(), wanted: WANTED }),
        };
        *place = Some(PathBuf::from(rest.next().ok_or_else(|| Error::Option {
            found: format!("{arg} without a folder"),
            wanted: WANTED,
        })?));
    }
    match (documents, into) {
        (None, None) => Ok(None),
        (Some(documents), Some(into)) => Ok(Some((documents, into))),
        _ => Err(Error::Option { found: args.join(" "), wanted: WANTED }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(args: &[&str]) -> bool {
        options(&args.iter().map(ToString::to_string).collect::<Vec<_>>()).is_err()
    }

    #[test]
    fn other_documents_need_another_place() {
        assert!(!is_refused(&[]));
        assert!(!is_refused(&["--documents", "ours", "--into", "page"]));
        assert!(is_refused(&["--documents", "ours"]));
        assert!(is_refused(&["--documents"]));
        assert!(is_refused(&["ours"]));
    }
}
