//! Rows of either side, as words by field.

use crate::error::Error;
use crate::workspace;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// The words of one row; a field that is null or empty is absent.
pub(crate) type Row = BTreeMap<String, String>;

/// What a row says in a field, nothing where it says nothing.
pub(crate) fn word<'a>(row: &'a Row, field: &str) -> &'a str {
    row.get(field).map_or("", String::as_str)
}

/// The rows of a file of the sample.
pub(crate) fn of_csv(path: &Path) -> Result<Vec<Row>, Error> {
    let content = workspace::read(path)?;
    csv::Reader::from_reader(content.as_slice())
        .deserialize()
        .map(|row| {
            let row: Row = row.map_err(unreadable(path, "CSV"))?;
            Ok(row.into_iter().filter_map(|(field, text)| Some((field, plain(&text)?))).collect())
        })
        .collect()
}

/// The rows of an exported file; the points of a series are a row each.
pub(crate) fn of_json(path: &Path) -> Result<Vec<Row>, Error> {
    let content = workspace::read(path)?;
    let values: Vec<Map<String, Value>> =
        serde_json::from_slice(&content).map_err(unreadable(path, "JSON"))?;
    Ok(values.iter().flat_map(rows_of).collect())
}

fn rows_of(object: &Map<String, Value>) -> Vec<Row> {
    let Some(points) = object.get("points").and_then(Value::as_array) else {
        return vec![row(object)];
    };
    points
        .iter()
        .filter_map(Value::as_object)
        .map(|point| {
            let mut row = row(point);
            row.extend(object.get("id").and_then(text).map(|id| ("series".to_owned(), id)));
            row
        })
        .collect()
}

/// One object as a row; what concerns no task stands under its document.
fn row(object: &Map<String, Value>) -> Row {
    let mut row: Row =
        object.iter().filter_map(|(field, value)| Some((field.clone(), text(value)?))).collect();
    if let (false, Some(document)) = (row.contains_key("task"), row.get("document").cloned()) {
        row.insert("task".to_owned(), document);
    }
    row
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => plain(text),
        Value::Number(number) => plain(&number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Without white space at its ends, and one way to write each number.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    let plain = number.map_or_else(|| text.to_owned(), |number| short(number).to_string());
    (!plain.is_empty()).then_some(plain)
}

/// To a millionth: what is left of 33.7 × 10000 in binary is no difference.
fn short(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn unreadable<E: ToString>(path: &Path, wanted: &'static str) -> impl Fn(E) -> Error {
    let path = path.to_path_buf();
    move |reason| Error::Unreadable { path: path.clone(), wanted, reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_number_is_written_one_way() {
        assert_eq!(plain("337000.00000000006"), plain("337000"));
        assert_eq!(plain("6.0"), plain(" 6"));
        assert_eq!(plain(" "), None);
    }
}
