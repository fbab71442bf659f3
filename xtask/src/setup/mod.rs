//! Getting what a chore needs: found where it is there, fetched once where it is not.
//!
//! Everything goes to places that the next clone finds again: Debian's packages, the
//! toolchain's own folder, `~/.cache/yibenzhang/tools/`, and `node_modules/`, which npm
//! fills from its own cache. Nothing is done as another user: where root is needed and
//! we are not root, the chore ends with the line to type.

mod browser;
mod debian;
mod npm;
mod tools;
mod web;

pub(crate) use npm::own_packages;
pub(crate) use web::{TARGET, WebToolchain};

use crate::error::Error;
use crate::steps::in_words;
use crate::{process, workspace};
use debian::Packages;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;
use tools::Tool;

/// What a chore is going to do, and so what it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The page is built, no more.
    Build,
    /// The page is built, checked and opened in a browser of ours.
    Test,
}

/// What set-up found or fetched.
pub(crate) struct Setup {
    pub(crate) web: WebToolchain,
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_split: PathBuf,
    /// Only for [`Purpose::Test`].
    pub(crate) browser: Option<PathBuf>,
    /// Whether none of the browsers may be left out of the journey through all of them.
    pub(crate) has_every_browser: bool,
}

/// Finds everything that `purpose` needs and gets what is missing, after saying so.
pub(crate) fn prepare(purpose: Purpose) -> Result<Setup, Error> {
    let _lock = workspace::lock(&workspace::cache()?)?;
    let begun = Instant::now();
    let web = web::find().or_else(web::get_by_rustup);

    let mut packages = Packages::default();
    if web.is_none() || web == Some(WebToolchain::Debian) {
        web::packages(purpose, &mut packages);
    }
    npm::packages(&mut packages);
    if purpose == Purpose::Test {
        browser::packages(&mut packages);
    }

    let trunk = Tool::trunk()?;
    let wasm_bindgen = Tool::wasm_bindgen()?;
    let wasm_split = Tool::wasm_split()?;
    let is_first_time = announce(purpose, &packages, &[&trunk, &wasm_bindgen, &wasm_split]);

    packages.check()?;
    // Debian's packages mostly wait for the network and the disk, the tools for the compiler.
    let (packages, trunk, wasm_bindgen, wasm_split) = thread::scope(|scope| {
        let packages = scope.spawn(|| packages.install());
        let tools = (trunk.install(), wasm_bindgen.install(), wasm_split.install());
        (packages.join(), tools.0, tools.1, tools.2)
    });
    packages.expect("installing packages does not panic")?;
    let setup = Setup {
        web: match web {
            Some(web) => web,
            None => web::find().ok_or_else(web::missing)?,
        },
        trunk: trunk?,
        wasm_bindgen: wasm_bindgen?,
        wasm_split: wasm_split?,
        browser: match purpose {
            Purpose::Build => None,
            Purpose::Test => Some(browser::find().ok_or_else(browser::missing)?),
        },
        has_every_browser: debian::can_install(),
    };
    npm::install(purpose)?;
    if purpose == Purpose::Test {
        web::complete_for_checks()?;
    }
    if is_first_time {
        println!("set-up took {}; it is not needed again", in_words(begun.elapsed()));
    }
    Ok(setup)
}

/// Says what is going to be fetched and how long that takes; whether there is anything.
fn announce(purpose: Purpose, packages: &Packages, tools: &[&Tool]) -> bool {
    let mut lines = packages.plan();
    lines.extend(tools.iter().filter_map(|tool| tool.plan()));
    lines.extend(npm::plan(purpose));
    if lines.is_empty() {
        return false;
    }
    println!("set-up, once (times for two slow cores):");
    for line in &lines {
        println!("  {line}");
    }
    true
}

impl Setup {
    /// `program`, with every tool of the build on its `PATH` and the compiler's variables set.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        let mut folders = vec![npm::wasm_opt_folder(), folder_of(&self.wasm_bindgen)];
        folders.extend(self.web.folder_before_others().map(Path::to_path_buf));
        let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
        self.web.set_variables(&mut command);
        command.env("PATH", process::path_with(&folders)).current_dir(workspace::root());
        command
    }
}

fn folder_of(program: &Path) -> PathBuf {
    program.parent().expect("a program lies in a folder").to_path_buf()
}
