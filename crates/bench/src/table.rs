//! The rows as a table of the engine.

use engine::table::{Column, Numbers, Packed, Request, Table, Texts};

use crate::{N_VALUES, Rows, State};

/// How many units of a value make 1.
pub const SCALE: f64 = 128.0;

/// The facets by which values are added up: year and theme.
const BY: [usize; 2] = [0, 3];

/// How many of the largest rows are delivered.
pub(crate) const N_TOP: usize = 50;

/// Hands the columns to the engine.
pub fn table(rows: Rows) -> Table {
    let mut small = rows.small.into_iter();
    let mut one = |n_values| {
        let column = small.next().unwrap_or_default();
        Column::of_codes(n_values, Packed::Bytes(column))
    };
    let year = one(N_VALUES[0]);
    let region = Column::of_codes(N_VALUES[1], Packed::Halves(rows.regions));
    let (section, theme, lead_unit) = (one(N_VALUES[2]), one(N_VALUES[3]), one(N_VALUES[4]));
    let mut starts = Vec::with_capacity(rows.unit_ends.len() + 1);
    starts.push(0);
    starts.extend(rows.unit_ends);
    let units = Column::of_lists(N_VALUES[5], starts, Packed::Bytes(rows.units));
    let (target_kind, status) = (one(N_VALUES[6]), one(N_VALUES[7]));
    let facets = vec![year, region, section, theme, lead_unit, units, target_kind, status];
    let numbers = Numbers::new(rows.values, SCALE);
    Table::new(facets, numbers, Texts::new(rows.text, rows.text_ends), BY)
}

/// A state as the engine is asked it.
pub fn request(state: &State) -> Request {
    Request {
        facets: state.facets().into_iter().collect(),
        range: state.value.map(|[low, high]| (low, high)),
        text: state.text.clone(),
        n_top: N_TOP,
    }
}
