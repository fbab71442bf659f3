//! Reads any bytes as a document: it must return, and every span must lie in the text.
//!
//! `cargo fuzz run read_any seeds` starts from the bundled documents.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use parse::{Hints, Registry, Source, read_ledger};

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let places = include_str!("../../seeds/places.toml");
    let themes = include_str!("../../seeds/themes.toml");
    let indicators = include_str!("../../seeds/indicators.toml");
    Registry::from_toml(places, themes, indicators).expect("the bundled registry is right")
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let hints = Hints { key: "any".to_owned(), ..Hints::default() };
    let ledger = read_ledger(&REGISTRY, vec![Source { hints, text }]);
    for task in &ledger.tasks {
        let source = &ledger.documents[task.document as usize].source;
        assert!(task.span.cut(source).is_some(), "{}", task.id);
    }
});
