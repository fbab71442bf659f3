//! Writes the tables of a ledger as files.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use model::Ledger;
use serde::Serialize;
use serde_json::Value;

use crate::{Format, rows};

/// A file that was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Where.
    pub(crate) path: PathBuf,
    /// How many rows it holds.
    pub(crate) n_rows: usize,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ExportError {
    /// The system refused.
    #[error("{}: cannot write: {source}", path.display())]
    Write {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A row could not be put into the file's form.
    #[error("{}: cannot write a row: {reason}", path.display())]
    Row {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

/// Writes every table into `folder`, one file each.
///
/// # Errors
///
/// [`ExportError`] names the file and what the system says of it.
pub(crate) fn write(
    ledger: &Ledger,
    format: Format,
    folder: &Path,
) -> Result<Vec<Written>, ExportError> {
    fs::create_dir_all(folder)
        .map_err(|source| ExportError::Write { path: folder.to_owned(), source })?;
    let writer = Writer { format, folder };
    Ok(vec![
        writer.table("documents", &rows::documents(ledger))?,
        writer.table("tasks", &rows::tasks(ledger))?,
        writer.table("targets", &rows::targets(ledger))?,
        writer.table("progress", &rows::progress(ledger))?,
        writer.table("allocations", &rows::allocations(ledger))?,
        writer.table("departments", &rows::departments(ledger))?,
        match format {
            Format::Json => writer.table("series", &rows::series(ledger))?,
            Format::Csv => writer.table("series", &rows::series_points(ledger))?,
        },
        writer.table("checks", &rows::checks(ledger))?,
    ])
}

struct Writer<'a> {
    format: Format,
    folder: &'a Path,
}

impl Writer<'_> {
    fn table<Row: Serialize>(&self, name: &str, rows: &[Row]) -> Result<Written, ExportError> {
        let ending = match self.format {
            Format::Json => "json",
            Format::Csv => "csv",
        };
        let path = self.folder.join(format!("{name}.{ending}"));
        let failed = |source| ExportError::Write { path: path.clone(), source };
        let mut file = BufWriter::new(File::create(&path).map_err(failed)?);
        match self.format {
            Format::Json => write_json(&mut file, rows),
            Format::Csv => write_csv(&mut file, rows),
        }
        .map_err(|reason| ExportError::Row { path: path.clone(), reason })?;
        file.flush().map_err(failed)?;
        Ok(Written { n_rows: rows.len(), path })
    }
}

/// One array, one row a line.
fn write_json<Row: Serialize>(file: &mut impl io::Write, rows: &[Row]) -> Result<(), String> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(serde_json::to_string(row).map_err(|error| error.to_string())?);
    }
    let text =
        if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) };
    file.write_all(text.as_bytes()).map_err(|error| error.to_string())
}

/// The fields of the rows as columns; lists are joined by `、`, a span takes two columns.
fn write_csv<Row: Serialize>(file: &mut impl io::Write, rows: &[Row]) -> Result<(), String> {
    file.write_all("\u{feff}".as_bytes()).map_err(|error| error.to_string())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    let mut is_first = true;
    for row in rows {
        let Value::Object(fields) = serde_json::to_value(row).map_err(|error| error.to_string())?
        else {
            return Err("a row is no object".to_owned());
        };
        let cells: Vec<_> = fields.iter().flat_map(|(name, value)| cells(name, value)).collect();
        if is_first {
            csv.write_record(cells.iter().map(|(name, _)| name))
                .map_err(|error| error.to_string())?;
            is_first = false;
        }
        csv.write_record(cells.iter().map(|(_, value)| value))
            .map_err(|error| error.to_string())?;
    }
    csv.flush().map_err(|error| error.to_string())
}

/// The columns of one field.
fn cells(name: &str, value: &Value) -> Vec<(String, String)> {
    if name == "span" {
        let part =
            |key: &str| (format!("span_{key}"), value.get(key).map(cell).unwrap_or_default());
        return vec![part("start"), part("end")];
    }
    vec![(name.to_owned(), cell(value))]
}

/// A value as the text of a cell. Text that a spreadsheet would take for a formula is led by `'`.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t']) && text.len() > 1 => {
            format!("'{text}")
        }
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().map(cell).collect::<Vec<_>>().join("、")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn csv_opens_right_in_a_chinese_spreadsheet() {
        let mut file = Vec::new();
        let row = json!({"name": "=HYPERLINK(1)", "leads": ["市教育局", "市财政局"], "span": {"start": 1, "end": 4}});
        write_csv(&mut file, &[row]).unwrap();
        let text = String::from_utf8(file).unwrap();
        assert!(text.starts_with('\u{feff}'));
        let lines: Vec<_> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert!(lines.contains(&"'=HYPERLINK(1),市教育局、市财政局,1,4"), "{lines:?}");
    }
}
