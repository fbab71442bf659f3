//! What is read: the bundled documents, or files with what a person says of them.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use include_dir::{Dir, include_dir};
use parse::{Hints, Manifest, Registry, RegistryError, Source};

static SEEDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../seeds");

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    /// A file cannot be read.
    #[error("{}: cannot read the file: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A bundled file is missing: the program was built wrongly.
    #[error("{file}: not bundled")]
    NotBundled {
        /// Which file.
        file: String,
    },
    /// A registry file is wrong.
    #[error(transparent)]
    Registry(#[from] RegistryError),
}

/// What the text of a document does not print.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct HintArguments {
    /// The place whose tasks the document lists, where its text does not print it: 湖州市.
    #[arg(long)]
    region: Option<String>,
    /// The level of its government.
    #[arg(long, value_enum)]
    level: Option<LevelArgument>,
    /// The year whose tasks it lists.
    #[arg(long)]
    year: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LevelArgument {
    Province,
    City,
    County,
}

/// The bundled registry of places and rules.
pub(crate) fn registry() -> Result<Registry, InputError> {
    Ok(Registry::from_toml(
        bundled_text("places.toml")?,
        bundled_text("themes.toml")?,
        bundled_text("indicators.toml")?,
    )?)
}

/// The bundled documents, as the manifest lists them.
pub(crate) fn bundled() -> Result<Vec<Source>, InputError> {
    let entries = manifest()?.documents.into_iter();
    entries
        .map(|entry| Ok(Source { text: bundled_text(&entry.file)?.to_owned(), hints: entry.hints }))
        .collect()
}

/// Documents from files. A file of the manifest's name takes the manifest's hints; its key is
/// the file's name without its ending.
pub(crate) fn from_files(
    files: &[PathBuf],
    given: &HintArguments,
) -> Result<Vec<Source>, InputError> {
    let manifest = manifest()?;
    files
        .iter()
        .map(|path| {
            let bytes =
                fs::read(path).map_err(|source| InputError::File { path: path.clone(), source })?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let known = manifest.documents.iter().find(|entry| Some(&entry.file) == name.as_ref());
            let known = known.map(|entry| entry.hints.clone()).unwrap_or_default();
            let hints = Hints {
                key: if known.key.is_empty() { key_of(path) } else { known.key },
                region: given.region.clone().or(known.region),
                level: given.level.map(LevelArgument::level).or(known.level),
                year: given.year.or(known.year),
                year_if_unprinted: year_of(path),
            };
            Ok(Source { hints, text: decode(&bytes).into_owned() })
        })
        .collect()
}

impl LevelArgument {
    fn level(self) -> model::Level {
        match self {
            Self::Province => model::Level::Province,
            Self::City => model::Level::City,
            Self::County => model::Level::County,
        }
    }
}

fn manifest() -> Result<Manifest, InputError> {
    Ok(Manifest::from_toml(bundled_text("manifest.toml")?)?)
}

fn bundled_text(file: &str) -> Result<&'static str, InputError> {
    let found = SEEDS.get_file(file).and_then(include_dir::File::contents_utf8);
    found.ok_or_else(|| InputError::NotBundled { file: file.to_owned() })
}

/// A document's key: the file's name without its ending.
fn key_of(path: &Path) -> String {
    path.file_stem()
        .map_or_else(|| "document".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// The year that a file's name ends in (`huzhou-2023.txt`), for texts that print none.
fn year_of(path: &Path) -> Option<u16> {
    let key = key_of(path);
    let digits = key.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|year| (1978..=2099).contains(year))
}

/// The text of a file: UTF-8, with or without BOM, else GB18030, else UTF-8 with U+FFFD for what
/// is not. Spans count from behind the BOM, in UTF-8.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = core::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let chinese = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    chinese.unwrap_or_else(|| String::from_utf8_lossy(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_gb18030_is_read() {
        let (bytes, _, _) = encoding_rs::GB18030.encode("序号");
        assert_eq!(decode(&bytes), "序号");
        assert_eq!(decode(b"\xef\xbb\xbfabc"), "abc");
    }

    #[test]
    fn the_year_may_stand_in_the_files_name() {
        assert_eq!(year_of(Path::new("a/huzhou-2023.txt")), Some(2023));
        assert_eq!(year_of(Path::new("list7.txt")), None);
    }
}
