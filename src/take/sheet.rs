//! A table to take along: typed columns and rows, whatever it is written as.

use crate::messages::Words;
use crate::state::Lang;

/// A table with a title; every row has one cell for each column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    /// The title: the name of the sheet and a part of the file's name.
    pub title: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the rows are records that a reader filters, and not notes to be read.
    pub is_table: bool,
}

/// A column of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// What stands at its head.
    pub title: String,
    /// What its cells hold.
    pub kind: Kind,
    /// How wide it is, in digits.
    pub width: u16,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words, also where they look like a number.
    Text,
    /// Numbers.
    Number,
    /// Shares of a whole, 0 to 1, shown in percent.
    Percent,
    /// Days.
    Date,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Nothing, which is not zero.
    Empty,
    /// Words, exactly these.
    Text(String),
    /// A number; in a [`Kind::Percent`] column a share.
    Number(f64),
    /// A day.
    Date(model::Date),
}

impl Cell {
    /// Words; nothing where there are none.
    pub(crate) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A number; nothing where there is none, or none that can be written.
    pub(crate) fn number(value: impl Into<Option<f64>>) -> Self {
        let value = value.into().filter(|value| value.is_finite());
        value.map_or(Self::Empty, Self::Number)
    }

    /// A day; nothing where none is known.
    pub(crate) fn date(day: Option<model::Date>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}

impl Sheet {
    /// A table whose columns are stated as words, kind and width.
    pub(crate) fn table(title: Words, columns: &[(Words, Kind, u16)], lang: Lang) -> Self {
        let column = |(words, kind, width): &(Words, Kind, u16)| Column {
            title: words.to(lang).to_owned(),
            kind: *kind,
            width: *width,
        };
        Self {
            title: title.to(lang).to_owned(),
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
            is_table: true,
        }
    }

    /// The same with these rows.
    #[must_use]
    pub(crate) fn with_rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows = rows.into_iter().collect();
        self
    }
}

/// A number as files write it: the shortest digits that read back as the same number, with a
/// hyphen for minus and no separators.
pub(super) fn digits(value: f64) -> String {
    // Adding zero turns −0, which no document prints, into 0.
    (value + 0.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_so_that_they_read_back() {
        assert_eq!(
            [1_234_567.0, -0.5, 0.1 + 0.2, -0.0].map(digits),
            ["1234567", "-0.5", "0.30000000000000004", "0"]
        );
    }

    #[test]
    fn what_is_not_there_is_empty_and_not_zero() {
        assert_eq!(Cell::text(""), Cell::Empty);
        assert_eq!(Cell::number(f64::NAN), Cell::Empty);
        assert_eq!(Cell::number(0.0), Cell::Number(0.0));
    }
}
