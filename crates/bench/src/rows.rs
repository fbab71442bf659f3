//! The rows as columns, and as the bytes that every measured engine reads.

/// The facets, in the order in which counts are delivered.
pub const FACETS: [&str; 8] =
    ["year", "region", "section", "theme", "lead_unit", "units", "target_kind", "status"];

/// How many values each facet has.
pub const N_VALUES: [u32; 8] = [10, 3000, 6, 24, 60, 60, 4, 5];

/// The position of `units` among the facets.
pub(crate) const UNITS: usize = 5;

/// The position of `region` among the facets.
pub(crate) const REGION: usize = 1;

/// What begins the bytes.
const MAGIC: u32 = 0x5a42_594a;

/// Columns of the same rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Values in units of 1/128.
    pub values: Vec<u32>,
    /// Where the text of each row ends in `text`.
    pub text_ends: Vec<u32>,
    /// Where the units of each row end in `units`.
    pub unit_ends: Vec<u32>,
    /// The texts one behind the other, in UTF-16.
    pub text: Vec<u16>,
    /// By row.
    pub regions: Vec<u16>,
    /// The units of each row, one behind the other.
    pub units: Vec<u8>,
    /// Year, section, theme, lead unit, kind of target and status, by row.
    pub small: [Vec<u8>; 6],
}

impl Rows {
    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        self.values.len()
    }

    /// The codes of a row in a facet.
    pub fn codes(&self, facet: usize, row: usize) -> Vec<u32> {
        match facet {
            REGION => vec![self.regions[row].into()],
            UNITS => {
                self.units[piece(&self.unit_ends, row)].iter().copied().map(u32::from).collect()
            }
            _ => vec![self.small[small(facet)][row].into()],
        }
    }

    /// The text of a row.
    pub fn text_of(&self, row: usize) -> &[u16] {
        &self.text[piece(&self.text_ends, row)]
    }

    /// The columns as bytes, little-endian.
    ///
    /// Four words: a mark, the numbers of rows, of units and of UTF-16 units. Then the columns
    /// in the order of the fields, each as wide as there, with nothing between.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [MAGIC, self.n_rows() as u32, self.units.len() as u32, self.text.len() as u32];
        let words = head.iter().chain(&self.values).chain(&self.text_ends).chain(&self.unit_ends);
        let mut bytes: Vec<u8> = words.flat_map(|word| word.to_le_bytes()).collect();
        bytes.extend(self.text.iter().chain(&self.regions).flat_map(|half| half.to_le_bytes()));
        bytes.extend_from_slice(&self.units);
        for column in &self.small {
            bytes.extend_from_slice(column);
        }
        bytes
    }
}

/// The position of a facet among the small ones.
fn small(facet: usize) -> usize {
    facet - usize::from(facet > REGION) - usize::from(facet > UNITS)
}

fn piece(ends: &[u32], row: usize) -> std::ops::Range<usize> {
    let start = if row == 0 { 0 } else { ends[row - 1] };
    start as usize..ends[row] as usize
}
