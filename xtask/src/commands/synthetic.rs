//! `cargo xtask synthetic`: a folder of documents of a province that does not exist, to see how
//! the page does with many.

use crate::error::Error;
use crate::workspace;
use std::path::PathBuf;

const WANTED: &str = "--into DIR [--tasks N] [--seed N]";

struct Options {
    into: PathBuf,
    n_tasks: usize,
    seed: u64,
}

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let Options { into, n_tasks, seed } = options(args)?;
    workspace::create_dir(&into)?;
    let folder = synthetic::documents(n_tasks, seed);
    for file in &folder.files {
        workspace::write(&into.join(&file.name), &file.text)?;
    }
    let into = into.display();
    println!(
        "{} tasks in {} files; their page: cargo xtask build --documents {into} --into DIR",
        folder.written.n_tasks,
        folder.files.len()
    );
    Ok(())
}

fn options(args: &[String]) -> Result<Options, Error> {
    let mut options = Options { into: PathBuf::new(), n_tasks: 100_000, seed: 7 };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let refused = || Error::Option { found: arg.clone(), wanted: WANTED };
        let value = args.next().ok_or_else(refused)?;
        match arg.as_str() {
            "--into" => options.into = value.into(),
            "--tasks" => options.n_tasks = value.parse().map_err(|_| refused())?,
            "--seed" => options.seed = value.parse().map_err(|_| refused())?,
            _ => return Err(refused()),
        }
    }
    if options.into.as_os_str().is_empty() {
        return Err(Error::Option { found: "no folder".to_owned(), wanted: WANTED });
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Option<(usize, u64)> {
        let options = options(&args.iter().map(ToString::to_string).collect::<Vec<_>>()).ok()?;
        Some((options.n_tasks, options.seed))
    }

    #[test]
    fn a_folder_is_needed_and_the_rest_has_usual_values() {
        assert_eq!(read(&["--into", "many"]), Some((100_000, 7)));
        assert_eq!(read(&["--tasks", "10", "--into", "many", "--seed", "3"]), Some((10, 3)));
        assert_eq!(read(&["--tasks", "10"]), None);
        assert_eq!(read(&["--into"]), None);
    }
}
