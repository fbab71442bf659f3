//! Reads the documents in `seeds/`, or in the folder that `YBZ_DOCUMENTS` names, when the page
//! is built, so that the page carries what was read and no parser.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use parse::{Manifest, Registry, Source, read_ledger};
use sha2::{Digest, Sha256};

/// Names another folder of documents than `seeds/`, with the same files of a registry in it.
const DOCUMENTS: &str = "YBZ_DOCUMENTS";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={DOCUMENTS}");
    let folder = PathBuf::from(env::var_os(DOCUMENTS).unwrap_or_else(|| "seeds".into()));
    println!("cargo::rerun-if-changed={}", folder.display());
    let registry = Registry::from_toml(
        &text(&folder.join("places.toml"))?,
        &text(&folder.join("themes.toml"))?,
        &text(&folder.join("indicators.toml"))?,
    )?;
    let manifest = Manifest::from_toml(&text(&folder.join("manifest.toml"))?)?;
    let sources: Result<Vec<Source>, Box<dyn Error>> = manifest
        .documents
        .into_iter()
        .map(|entry| Ok(Source { text: text(&folder.join(&entry.file))?, hints: entry.hints }))
        .collect();
    let ledger = read_ledger(&registry, sources?);
    let bytes = columns::to_bytes(&ledger)?;
    println!("cargo::rustc-env=DATA_VERSION={}", data_version(&bytes));
    let out = PathBuf::from(env::var("OUT_DIR")?).join("ledger.bin");
    fs::write(out, bytes)?;
    Ok(())
}

/// The SHA-256 of the ledger, which holds the sources and what was read of them: it changes with
/// a byte of either, and with nothing else.
fn data_version(ledger: &[u8]) -> String {
    Sha256::digest(ledger).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The text of a file; bytes that are no UTF-8 stand as U+FFFD, which the parser reports.
fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
