//! A sheet as CSV that Excel and WPS of a Chinese office open by double click.

use super::pace::{Meter, N_ROWS, Pace, Stopped};
use super::sheet::{Cell, Sheet, digits};

/// Tells Excel that the file is UTF-8, which it otherwise takes for GBK.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The sheet as RFC 4180 states it: CRLF after each line, quotes where needed, heads first.
///
/// Words that a spreadsheet would run as a formula stand behind an apostrophe, as OWASP
/// advises; numbers are never changed, so that a negative one stays a number.
pub(crate) async fn csv_text(sheet: &Sheet, pace: &dyn Pace) -> Result<String, Stopped> {
    let n_rows = sheet.rows.len();
    let mut meter = Meter::new(pace, 1, n_rows);
    meter.begin(&sheet.title, n_rows).await?;
    let mut text = String::from(BYTE_ORDER_MARK);
    add_line(&mut text, sheet.columns.iter().map(|column| safe(&column.title)));
    for (idx, row) in sheet.rows.iter().enumerate() {
        if idx % N_ROWS == 0 {
            meter.at(idx as f64 / n_rows as f64).await?;
        }
        add_line(&mut text, row.iter().map(field));
    }
    Ok(text)
}

fn add_line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (idx, field) in fields.enumerate() {
        if idx > 0 {
            text.push(',');
        }
        text.push_str(&quoted(field));
    }
    text.push_str("\r\n");
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) | Cell::Link(words) => safe(words),
        Cell::Number(value) | Cell::Share(value) => digits(*value),
        Cell::Date(day) => day.to_string(),
    }
}

/// The words, behind an apostrophe where a spreadsheet would take them for a formula.
fn safe(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if is_formula { format!("'{words}") } else { words.to_owned() }
}

fn quoted(field: String) -> String {
    if field.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::pace::tests::{Hurry, at_once};

    fn written(cells: Vec<Cell>) -> String {
        let mut sheet = Sheet::new("表".to_owned(), 1);
        sheet.add_column("列", 8, &|_| Cell::Empty);
        sheet.rows = vec![cells];
        let text = at_once(csv_text(&sheet, &Hurry::default())).unwrap();
        text.strip_prefix("\u{feff}列\r\n").unwrap().to_owned()
    }

    #[test]
    fn a_line_ends_in_crlf_and_quotes_what_must_be_quoted() {
        let cells =
            ["甲,乙", "说“好”", "a\"b", "一\n二", "平"].map(|words| Cell::Text(words.to_owned()));
        assert_eq!(written(cells.into()), "\"甲,乙\",说“好”,\"a\"\"b\",\"一\n二\",平\r\n");
    }

    #[test]
    fn words_that_look_like_a_formula_are_not_run() {
        let bad = ["=HYPERLINK(\"http://a\")", "+1", "-1", "@a", "\ta", "\ra", "\0a"];
        for words in bad {
            let line = written(vec![Cell::text(words)]);
            assert!(line.trim_start_matches('"').starts_with('\''), "{line:?}");
        }
        assert_eq!(written(vec![Cell::text("6%-7%")]), "6%-7%\r\n");
    }

    #[test]
    fn numbers_stay_numbers_also_below_zero() {
        let day = model::Date::new(2024, 2, 1);
        let cells = vec![Cell::Number(-28.5), Cell::Number(1_234_567.0), Cell::from(day)];
        assert_eq!(written(cells), "-28.5,1234567,2024-02-01\r\n");
    }
}
