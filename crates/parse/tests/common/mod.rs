//! What several test files share: reading documents, and a line a task.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses a part of it, and tests may panic"
)]

use std::{fs, path::PathBuf, sync::OnceLock};

use model::{Ledger, Role, Task};
use parse::{Hints, Manifest, Registry, Source, read_ledger};

/// The text of a file beside the bundled documents.
#[expect(clippy::disallowed_methods, reason = "the test hands the text in, as the crate asks")]
pub fn seed(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The registry that the product uses.
pub fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(|| {
        let files = ["places.toml", "themes.toml", "indicators.toml"];
        let [places, themes, indicators] = files.map(seed);
        Registry::from_toml(&places, &themes, &indicators).unwrap()
    })
}

/// The bundled documents as a ledger.
pub fn bundled() -> Ledger {
    let manifest = Manifest::from_toml(&seed("manifest.toml")).unwrap();
    let sources = manifest.documents.into_iter();
    let sources =
        sources.map(|entry| Source { text: seed(&entry.file), hints: entry.hints }).collect();
    read_ledger(registry(), sources)
}

/// One document without any hint but its key.
pub fn read_one(key: &str, text: &str) -> Ledger {
    let hints = Hints { key: key.to_owned(), ..Hints::default() };
    read_ledger(registry(), vec![Source { hints, text: text.to_owned() }])
}

/// A line a task: id, text, leads and helpers, rule, status, shares (`*` marks the total).
pub fn digest(ledger: &Ledger) -> Vec<String> {
    ledger.tasks.iter().map(|task| line(ledger, task)).collect()
}

fn line(ledger: &Ledger, task: &Task) -> String {
    let names = |role: Role| -> Vec<&str> {
        let mentions = task.mentions.iter().filter(|mention| mention.role == role);
        mentions
            .map(|mention| ledger.departments[mention.department as usize].name.as_str())
            .collect()
    };
    let (leads, supports) = (names(Role::Lead), names(Role::Support));
    let label =
        task.sub_label.as_ref().map_or_else(String::new, |label| format!(" [{}]", label.text));
    let helpers =
        if supports.is_empty() { String::new() } else { format!(" + {}", supports.join(" ")) };
    let rule = task.lead_rule.map_or("-", |rule| rule.code());
    let carried = if task.lead_carried { " carried" } else { "" };
    let mut parts = vec![
        task.id.clone(),
        format!("{}{label}", task.text.text),
        format!("{}{helpers}", leads.join(" ")),
        format!("{rule}{carried}"),
    ];
    parts.extend(task.status.as_ref().map(|status| format!("status {}", status.text)));
    if !task.allocations.is_empty() {
        parts.push(shares(ledger, task));
    }
    parts.join(" | ")
}

/// The shares with a number, then those without.
fn shares(ledger: &Ledger, task: &Task) -> String {
    let (with, without): (Vec<_>, Vec<_>) =
        task.allocations.iter().partition(|share| share.reading.is_some());
    let name = |share: &model::Allocation| {
        let total = if share.is_total { "*" } else { "" };
        format!("{}{total}", ledger.regions[share.region as usize].name)
    };
    let with = with.into_iter().map(|share| {
        let reading = share.reading.as_ref().unwrap();
        let unit = reading.unit.as_deref().unwrap_or_default();
        format!("{}{}{}{unit}", name(share), reading.bound.sign(), reading.value)
    });
    let without =
        without.into_iter().map(|share| format!("{}:{}", name(share), share.printed.text));
    with.chain(without).collect::<Vec<_>>().join(" ")
}
