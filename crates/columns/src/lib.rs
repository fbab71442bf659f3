//! Plain values as bytes that compress well: what is alike stands side by side.
//!
//! A form for serde, made for one thing: a ledger that travels inside a page and is compressed
//! on its way. A compressor sees likeness only where it stands close together, so
//!
//! - each field of each struct has a column of its own, by the way that leads to it;
//! - equal texts and texts inside others stand once, all texts stand together, and each of their characters takes one
//!   byte or two by how common it is (`text`);
//! - numbers are as short as their decimals (`number`);
//! - a struct named `Span` with two fields is a range: it says how far it begins behind the
//!   range before it, and how long it is.
//!
//! The bytes say nothing of names: they are read with the types they were written with. Start
//! reading at [`to_bytes`]; [`from_bytes`] follows the same steps.

mod number;
mod places;
mod text;

mod read;
mod write;

use core::fmt;

pub use read::{Texts, from_bytes};
pub use write::to_bytes;

/// The value has a kind that this form does not hold, or the bytes are none of its.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(
    /// What was wanted.
    &'static str,
);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for Error {}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("a value that can be written")
    }
}

impl serde::de::Error for Error {
    // The words would bring all of their formatting into the page, where nobody reads them.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("a value of the type that was written")
    }
}

/// Stands for a text that is met for the first time, at the end of all texts so far.
const APPENDED: u64 = 0;
/// Stands for a text that is met for the first time, inside the texts so far.
const INSIDE: u64 = 1;
/// What is added to the place of a text that has been met.
const N_NEW: u64 = 2;

/// The name of the struct that is a range.
const SPAN: &str = "Span";

/// Which columns hold the fields of which struct: each struct gets its columns where it is first
/// met, by the column it is met in.
#[derive(Debug, Default)]
struct Plan {
    /// For each column, the structs met in it and their first columns.
    inside: Vec<Vec<(&'static str, usize)>>,
}

impl Plan {
    /// A plan with the column of the outermost value.
    fn new() -> Self {
        Self { inside: vec![Vec::new()] }
    }

    /// The column of the first field; the others follow.
    fn first_column(&mut self, column: usize, name: &'static str, n_fields: usize) -> usize {
        let met = self.inside[column].iter().find(|(known, _)| *known == name);
        if let Some((_, first)) = met {
            return *first;
        }
        let first = self.inside.len();
        self.inside[column].push((name, first));
        self.inside.resize_with(first + n_fields, Vec::new);
        first
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Span {
        start: u32,
        end: u32,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        Numbered(u32),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Row {
        #[serde(skip)]
        skipped: u8,
        name: String,
        other: Option<String>,
        kind: Kind,
        value: f64,
        tile: Option<[u8; 2]>,
        spans: Vec<Span>,
        whole: Span,
        inner: Option<Box<Row>>,
    }

    fn span() -> impl Strategy<Value = Span> {
        (any::<u32>(), any::<u32>()).prop_map(|(start, end)| Span { start, end })
    }

    fn row() -> impl Strategy<Value = Row> {
        let kind = prop_oneof![Just(Kind::Plain), any::<u32>().prop_map(Kind::Numbered)];
        let value = prop_oneof![
            any::<f64>().prop_filter("NaN equals nothing", |value| !value.is_nan()),
            (-10_000_i32..10_000).prop_map(|cents| f64::from(cents) / 100.0),
        ];
        let names = ("\\PC{0,6}", proptest::option::of("[一二三]{1,2}"));
        let spans = (proptest::collection::vec(span(), 0..4), span());
        (names, kind, value, any::<Option<[u8; 2]>>(), spans).prop_map(
            |((name, other), kind, value, tile, (spans, whole))| Row {
                skipped: 0,
                name,
                other,
                kind,
                value,
                tile,
                spans,
                whole,
                inner: None,
            },
        )
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(
            mut rows in proptest::collection::vec(row(), 0..8),
            has_inner in any::<bool>(),
        ) {
            if let (true, Some(inner)) = (has_inner, rows.first().cloned()) {
                for row in &mut rows {
                    row.inner = Some(Box::new(inner.clone()));
                }
            }
            let bytes = to_bytes(&rows).unwrap();
            prop_assert_eq!(from_bytes::<Vec<Row>>(&bytes).unwrap(), rows);
        }

        #[test]
        fn reading_any_bytes_returns(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = from_bytes::<Vec<Row>>(&bytes);
        }

        #[test]
        fn reading_spoilt_bytes_returns(
            rows in proptest::collection::vec(row(), 1..4),
            at in any::<proptest::sample::Index>(),
            byte in any::<u8>(),
        ) {
            let mut bytes = to_bytes(&rows).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = from_bytes::<Vec<Row>>(&bytes);
        }
    }

    #[test]
    fn equal_texts_stand_once() {
        let bytes = |texts: &[&str]| to_bytes(&texts.to_vec()).unwrap().len();
        let (once, twice) = (bytes(&["市教育局"]), bytes(&["市教育局", "市教育局"]));
        assert_eq!(twice, once + 1);
    }
}
