//! Work lists of a province that does not exist, of any size, printed as real ones are.
//!
//! Start with [`documents`]. `places` lays out the province, `tasks` orders what is to be done,
//! and `layouts` prints it in the four ways that the parser reads; `words` holds what all of it
//! is said with. A task is composed of few parts that recur (verbs, objects, places, figures),
//! as those of real lists are, and a place repeats most of its list in the next year with other
//! figures, so that searches, themes, series and relatives find what they would find there.
//! The crate knows no parser: what it prints goes the way of every other document.

mod layouts;
mod places;
mod random;
mod tasks;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use layouts::Layout;
use places::{Place, Province};
use random::Dice;

/// About how many tasks a document holds.
const DOCUMENT_TASKS: usize = 100;

/// The latest year that lists are made for.
const LAST_YEAR: u16 = 2025;

/// The rules that the bundled documents are read by serve these as well.
const THEMES: &str = include_str!("../../../seeds/themes.toml");
const INDICATORS: &str = include_str!("../../../seeds/indicators.toml");

/// A folder of documents, as `seeds/` is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// The documents, `manifest.toml` and the registries.
    pub files: Vec<File>,
    /// What stands in the documents, for whoever reads them to compare.
    pub written: Written,
}

/// One file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// How much was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Tasks; each row of an allocation table is one.
    pub n_tasks: usize,
    /// Tasks by the year of their document.
    pub by_year: BTreeMap<u16, usize>,
    /// Tasks with shares for each region.
    pub n_allocated: usize,
    /// Tasks with a status.
    pub n_reported: usize,
}

/// Writes documents with `n_tasks` tasks in all: ten years of as many places as that takes, or
/// fewer years where it is little. The same `seed` gives the same documents.
///
/// # Example
///
/// ```
/// let folder = synthetic::documents(1000, 7);
/// assert_eq!(folder.written.n_tasks, 1000);
/// assert!(folder.files.iter().any(|file| file.name == "manifest.toml"));
/// ```
pub fn documents(n_tasks: usize, seed: u64) -> Documents {
    let n_documents = n_tasks.div_ceil(DOCUMENT_TASKS).max(1);
    let n_years = n_documents.isqrt().clamp(1, 10);
    let province = Province::new(n_documents.div_ceil(n_years), seed);
    let mut files = Vec::new();
    let mut written = Written::default();
    let mut manifest = String::new();
    for (at, n) in sizes(n_tasks, n_documents, seed).into_iter().enumerate() {
        let place = &province.places[at / n_years];
        let year = LAST_YEAR + 1 + (at % n_years) as u16 - n_years as u16;
        let layout = Layout::of(place, year);
        let text = layouts::print(&province, place, year, n, seed, &mut written);
        manifest.push_str(&entry(place, year, layout));
        files.push(File { name: format!("{}.txt", key(place, year)), text });
        written.n_tasks += n;
        *written.by_year.entry(year).or_default() += n;
    }
    let named = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    files.push(named("manifest.toml", &manifest));
    files.push(named("places.toml", &province.to_toml()));
    files.push(named("themes.toml", THEMES));
    files.push(named("indicators.toml", INDICATORS));
    Documents { files, written }
}

/// How many tasks each document holds: some more, some fewer, `n_tasks` together.
fn sizes(n_tasks: usize, n_documents: usize, seed: u64) -> Vec<usize> {
    let mut sizes: Vec<usize> = (0..n_documents)
        .map(|at| n_tasks * (at + 1) / n_documents - n_tasks * at / n_documents)
        .collect();
    for (at, pair) in sizes.chunks_exact_mut(2).enumerate() {
        let moved = Dice::new(seed, &[1, at as u64]).below(pair[1].max(1) / 3 + 1);
        pair[0] += moved;
        pair[1] -= moved;
    }
    sizes
}

fn key(place: &Place, year: u16) -> String {
    format!("{}-{year}", place.id)
}

/// What the manifest says of a document: no more than its text leaves out.
fn entry(place: &Place, year: u16, layout: Layout) -> String {
    let key = key(place, year);
    let mut entry = format!("[[document]]\nkey = \"{key}\"\nfile = \"{key}.txt\"\n");
    if layout == Layout::Pipes {
        // Writing to a string cannot fail.
        let _ = write!(entry, "region = \"{}\"\nlevel = \"county\"\nyear = {year}\n", place.name);
    }
    entry + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_add_up() {
        for (n_tasks, n_documents) in [(1, 1), (1000, 10), (12_345, 124), (100, 1)] {
            assert_eq!(sizes(n_tasks, n_documents, 3).iter().sum::<usize>(), n_tasks);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_documents() {
        assert_eq!(documents(500, 7), documents(500, 7));
        assert_ne!(documents(500, 7), documents(500, 8));
    }
}
