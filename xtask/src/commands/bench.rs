//! `cargo xtask bench`: the engine and others on the same rows, in the same browser.
//!
//! `crates/bench` makes the rows, the trace and the right answers, and is the engine compiled
//! for the browser; `bench/` holds the page, the other engines and the script that measures.
//! Its packages of npm are its own, so that nobody else fetches them.

use crate::error::Error;
use crate::setup::{self, Purpose, Setup};
use crate::steps::Steps;
use crate::{process, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;

const WANTED: &str =
    "--sizes N,N, --runs N, --engines NAME,NAME, --seed N, --trace FILE or N, --warm-up N";

/// The engines of `bench/engines/`; the first two are ours.
const ENGINES: &str = "floor,simd,loop,crossfilter,arquero,duckdb,perspective";

/// What engines fetch by themselves: the engine, and files among the packages.
const FETCHED: [(&str, &[&str]); 2] = [
    (
        "duckdb",
        &[
            "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
            "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
        ],
    ),
    (
        "perspective",
        &[
            "@perspective-dev/client/dist/cdn/perspective-server.worker.js",
            "@perspective-dev/client/dist/wasm/perspective-js.wasm",
            "@perspective-dev/server/dist/wasm/perspective-server.wasm",
        ],
    ),
];

struct Options {
    sizes: String,
    runs: String,
    engines: String,
    seed: String,
    trace: String,
    warm_up: String,
}

pub(crate) fn run(args: &[String]) -> Result<(), Error> {
    let options = options(args)?;
    let mut steps = Steps::new();
    let setup = steps.step("set-up", || setup::prepare(Purpose::Test))?;
    let others = workspace::root().join("bench");
    steps.step("the other engines", || setup::own_packages(&others))?;
    workspace::create_dir(&site())?;
    steps.step("the engine for the browser", || {
        build(&setup, "floor", "")?;
        build(&setup, "simd", "-Ctarget-feature=+simd128")
    })?;
    steps.step("the page", page)?;
    steps.step("rows and right answers", || workload(&options))?;
    steps.step("measuring", || {
        let mut node = Command::new("node");
        node.current_dir(workspace::root().join("bench")).arg("run.mjs").arg(folder());
        node.args([&options.sizes, &options.runs, &options.engines, &options.warm_up]);
        if let Some(browser) = &setup.browser {
            node.env("CHROMIUM", browser);
        }
        process::run("measuring", &mut node)
    })?;
    steps.finish("every answer was right");
    Ok(())
}

fn options(args: &[String]) -> Result<Options, Error> {
    let mut options = Options {
        sizes: "1000,100000,1000000".to_owned(),
        runs: "3".to_owned(),
        engines: ENGINES.to_owned(),
        seed: "usual".to_owned(),
        trace: "usual".to_owned(),
        warm_up: "4".to_owned(),
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let place = match arg.as_str() {
            "--sizes" => &mut options.sizes,
            "--runs" => &mut options.runs,
            "--engines" => &mut options.engines,
            "--seed" => &mut options.seed,
            "--trace" => &mut options.trace,
            "--warm-up" => &mut options.warm_up,
            _ => return Err(Error::Option { found: arg.clone(), wanted: WANTED }),
        };
        match args.next() {
            Some(value) => place.clone_from(value),
            None => return Err(Error::Option { found: arg.clone(), wanted: WANTED }),
        }
    }
    Ok(options)
}

/// Where all that is made for a measurement lies.
fn folder() -> PathBuf {
    workspace::web_target().join("bench")
}

fn site() -> PathBuf {
    folder().join("site")
}

/// Compiles `crates/bench` and joins it to the browser, in the folder `name` of the site.
fn build(setup: &Setup, name: &str, flags: &str) -> Result<(), Error> {
    let mut cargo = setup.command(Path::new("cargo"));
    cargo
        .args(["build", "--package", "bench", "--lib", "--target", setup::TARGET])
        .args(["--profile", "fast", "--locked", "--quiet"])
        // Cargo adds these to the flags of .cargo/config.toml.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
        // The small forms of sorting are slow.
        .env_remove("CARGO_UNSTABLE_BUILD_STD_FEATURES");
    process::run("cargo build", &mut cargo)?;
    let compiled = workspace::web_target().join(setup::TARGET).join("fast/bench.wasm");
    let out = site().join(name);
    let mut bindgen = setup.command(&setup.wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&out).arg(compiled);
    process::run("wasm-bindgen", &mut bindgen)?;
    let joined = out.join("bench_bg.wasm");
    let mut wasm_opt = setup.command(Path::new("wasm-opt"));
    wasm_opt
        .args(["-O3", "--strip-debug", "--strip-producers"])
        .args(["--enable-simd", "--enable-bulk-memory", "--enable-sign-ext"])
        .args(["--enable-nontrapping-float-to-int", "--enable-mutable-globals"])
        .arg(&joined)
        .arg("-o")
        .arg(&joined);
    process::run("wasm-opt", &mut wasm_opt)
}

fn page() -> Result<(), Error> {
    let mut esbuild = Command::new("node");
    esbuild
        .current_dir(workspace::root())
        .args(["node_modules/esbuild/bin/esbuild", "bench/page.mjs"])
        .args(
            ["ybz", "loop", "crossfilter", "arquero", "duckdb", "perspective"]
                .map(|name| format!("bench/engines/{name}.mjs")),
        )
        .args(["--bundle", "--minify", "--format=esm", "--entry-names=[name]"])
        .args(["--log-level=warning"])
        .arg(format!("--outdir={}", site().display()));
    process::run("esbuild", &mut esbuild)?;
    for (engine, files) in FETCHED {
        let folder = site().join(engine);
        workspace::create_dir(&folder)?;
        for file in files {
            let from = workspace::root().join("bench/node_modules").join(file);
            let to = folder.join(from.file_name().unwrap_or_default());
            workspace::write(&to, workspace::read(&from)?)?;
        }
    }
    let page = "<!doctype html><meta charset=\"utf-8\"><script type=\"module\" src=\"page.js\"></script>\n";
    workspace::write(&site().join("index.html"), page)
}

fn workload(options: &Options) -> Result<(), Error> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(workspace::root())
        .args(["run", "--release", "--quiet", "--package", "bench", "--example", "workload", "--"])
        .arg(folder())
        .args([&options.seed, &options.trace])
        .args(options.sizes.split(','));
    process::run("rows and right answers", &mut cargo)
}
