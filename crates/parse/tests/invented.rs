//! Documents of other places, in the forms of the bundled ones: what is read of each beside the
//! right answers. `invented/README.md` says how both were made.

mod common;

use std::{fmt::Write as _, fs, path::PathBuf};

use common::read_one;
use model::{Ledger, Role, TargetRole, Task};

/// What a row of a document says.
#[derive(Debug, Clone, PartialEq)]
struct Answer {
    number: String,
    /// The text, and in brackets the label of the row where it has one.
    text: String,
    /// Leads, then helpers: `市教育局、市财政局 + 市妇联`.
    units: String,
    /// `22 所 =`, in the order printed; `None` where they are debatable.
    targets: Option<Vec<String>>,
    /// The shares, by region.
    cells: Vec<(String, String)>,
}

impl Answer {
    /// A line of a file of answers.
    fn written(line: &str) -> Self {
        let mut fields = line.split('|').map(str::trim);
        let mut field = || fields.next().unwrap_or_default().to_owned();
        let [number, text, units, targets, cells] = [(); 5].map(|()| field());
        let list = |list: &str| -> Vec<String> {
            list.split("; ").filter(|one| !one.is_empty()).map(str::to_owned).collect()
        };
        let cell =
            |cell: &str| cell.split_once(':').map(|(one, two)| (one.to_owned(), two.to_owned()));
        Self {
            number,
            text,
            units,
            targets: (targets != "?").then(|| list(&targets)),
            cells: cells.split(' ').filter_map(cell).collect(),
        }
    }

    /// What was read of a task.
    fn read(ledger: &Ledger, at: usize, task: &Task) -> Self {
        let named = |role| {
            let mentions = task.mentions.iter().filter(|mention| mention.role == role);
            let names = mentions
                .map(|mention| ledger.departments[usize::from(mention.department)].name.as_str());
            names.collect::<Vec<_>>().join("、")
        };
        let (leads, supports) = (named(Role::Lead), named(Role::Support));
        let helpers = if supports.is_empty() { String::new() } else { format!(" + {supports}") };
        let label =
            task.sub_label.as_ref().map_or_else(String::new, |label| format!(" [{}]", label.text));
        let targets = ledger
            .targets
            .iter()
            .filter(|target| target.task as usize == at && target.role == TargetRole::Target);
        let target = |target: &model::Target| {
            let unit = target.unit.as_deref().unwrap_or("-");
            format!("{} {unit} {}", target.value, target.bound.sign())
        };
        let cell = |cell: &model::Allocation| {
            let region = if cell.is_total {
                "合计"
            } else {
                &ledger.regions[usize::from(cell.region)].name
            };
            (region.to_owned(), cell.printed.text.clone())
        };
        Self {
            number: task.number.clone().unwrap_or_else(|| "-".to_owned()),
            text: format!("{}{label}", task.text.text),
            units: format!("{leads}{helpers}"),
            targets: Some(targets.map(target).collect()),
            cells: task.allocations.iter().map(cell).collect(),
        }
    }

    /// In what the reading differs, a line a field.
    fn differences(&self, read: &Self) -> String {
        let mut lines = String::new();
        let mut differ = |field: &str, right: &str, read: &str| {
            if right != read {
                let _ = writeln!(lines, "  {field}: {right}  ≠  {read}");
            }
        };
        differ("number", &self.number, &read.number);
        differ("text", &self.text, &read.text);
        differ("units", &self.units, &read.units);
        if let Some(targets) = &self.targets {
            differ(
                "targets",
                &targets.join("; "),
                &read.targets.iter().flatten().cloned().collect::<Vec<_>>().join("; "),
            );
        }
        for (region, right) in &self.cells {
            let found = read.cells.iter().find(|(name, _)| name == region);
            differ(region, right, found.map_or("", |(_, printed)| printed));
        }
        lines
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/invented")
}

#[expect(clippy::disallowed_methods, reason = "the test hands the text in, as the crate asks")]
fn file(name: &str) -> String {
    let path = folder().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of the documents, in order.
#[expect(clippy::disallowed_methods, reason = "the test hands the texts in, as the crate asks")]
#[expect(clippy::unwrap_used, reason = "tests may panic")]
fn documents() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = files.filter_map(|file| Some(file.to_str()?.strip_suffix(".answers")?.to_owned()));
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// Where a document is read in another way than its answers say.
fn misread(key: &str) -> String {
    let ledger = read_one(key, &file(&format!("{key}.txt")));
    let read: Vec<_> =
        ledger.tasks.iter().enumerate().map(|(at, task)| Answer::read(&ledger, at, task)).collect();
    let mut lines = String::new();
    let mut at = 0;
    for right in file(&format!("{key}.answers")).lines().map(Answer::written) {
        let rest = &read[at..];
        let found =
            rest.iter().position(|read| read.text == right.text).filter(|skipped| *skipped < 4);
        let skipped = found.unwrap_or_default();
        for extra in &rest[..skipped.min(rest.len())] {
            let _ = writeln!(lines, "{key} {}: read and not there: {}", extra.number, extra.text);
        }
        let Some(read) = rest.get(skipped) else {
            let _ = writeln!(lines, "{key} {}: not read: {}", right.number, right.text);
            continue;
        };
        at += skipped + 1;
        let differences = right.differences(read);
        if !differences.is_empty() {
            let _ = write!(lines, "{key} {}: {}\n{differences}", right.number, right.text);
        }
    }
    for extra in &read[at..] {
        let _ = writeln!(lines, "{key} {}: read and not there: {}", extra.number, extra.text);
    }
    lines
}

#[test]
fn invented_documents_are_read_as_their_answers_say() {
    let all: String = documents().iter().map(|key| misread(key)).collect();
    insta::assert_snapshot!("misread", all);
}
