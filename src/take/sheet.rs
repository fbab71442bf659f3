//! A table to take along: columns and rows, whatever it is written as.

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
    /// How wide it is, in digits.
    pub width: u16,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Nothing, which is not zero.
    Empty,
    /// Words, exactly these, also where they look like a number.
    Text(String),
    /// A number.
    Number(f64),
    /// A share of a whole, 0 to 1, shown in percent.
    Share(f64),
    /// A day.
    Date(model::Date),
    /// The address of a place on the page; its query alone where the page's own is not known.
    Link(String),
}

impl Cell {
    /// Words; nothing where there are none.
    pub(crate) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A share of a whole; nothing where there is none.
    pub(crate) fn share(value: Option<f64>) -> Self {
        value.filter(|value| value.is_finite()).map_or(Self::Empty, Self::Share)
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::text(words)
    }
}

impl From<&String> for Cell {
    fn from(words: &String) -> Self {
        Self::text(words)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::text(words)
    }
}

/// A number; nothing where it is none that can be written.
impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        if value.is_finite() { Self::Number(value) } else { Self::Empty }
    }
}

impl From<u16> for Cell {
    fn from(value: u16) -> Self {
        Self::Number(value.into())
    }
}

impl From<u32> for Cell {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<model::Date> for Cell {
    fn from(day: model::Date) -> Self {
        Self::Date(day)
    }
}

/// What is not there is an empty cell.
impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Sheet {
    /// A table of `n_rows` rows that has no column yet.
    pub(crate) fn new(title: String, n_rows: usize) -> Self {
        Self { title, columns: Vec::new(), rows: vec![Vec::new(); n_rows], is_table: true }
    }

    /// Adds a column, whose cells are asked for by the position of their row.
    pub(crate) fn add_column(&mut self, title: &str, width: u16, cell: &dyn Fn(usize) -> Cell) {
        // No word of a head is broken; Chinese words can be.
        let longest = title.split(' ').filter(|word| word.is_ascii()).map(str::len).max();
        let width = width.max(longest.unwrap_or(0) as u16 + 2);
        self.columns.push(Column { title: title.to_owned(), width });
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.push(cell(at));
        }
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
        assert_eq!(Cell::from(f64::NAN), Cell::Empty);
        assert_eq!(Cell::from(0.0), Cell::Number(0.0));
        assert_eq!(Cell::from(None::<f64>), Cell::Empty);
    }
}
