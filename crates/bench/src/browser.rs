//! The engine as a script of the browser calls it.

use engine::table::{Request, Table};
use wasm_bindgen::prelude::*;

use crate::{N_VALUES, Rows, table};

/// A filter that is not set.
const NONE: u32 = u32::MAX;

/// A table in the memory of the page.
#[wasm_bindgen]
pub struct Loaded {
    table: Table,
    sums: Vec<f64>,
}

#[wasm_bindgen]
impl Loaded {
    /// Takes the columns of [`Rows`]; `small` holds its six one behind the other.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments, reason = "a script hands over each column by itself")]
    pub fn new(
        values: Vec<u32>,
        text_ends: Vec<u32>,
        unit_ends: Vec<u32>,
        text: Vec<u16>,
        regions: Vec<u16>,
        units: Vec<u8>,
        small: &[u8],
    ) -> Self {
        let n_rows = values.len();
        let mut columns = small.chunks(n_rows.max(1));
        let small = [(); 6].map(|()| columns.next().unwrap_or_default().to_vec());
        let rows = Rows { values, text_ends, unit_ends, text, regions, units, small };
        Self { table: table(rows), sums: Vec::new() }
    }

    /// Answers a state: how many rows match, then the counts of each facet, then how many rows
    /// are listed, then those.
    ///
    /// `filters` holds for each facet the number of its codes and the codes, or `0xffff_ffff`.
    pub fn answer(
        &mut self,
        filters: &[u32],
        low: Option<f64>,
        high: Option<f64>,
        text: Option<String>,
    ) -> Vec<u32> {
        let mut rest = filters.iter().copied();
        let facets = N_VALUES.map(|_| match rest.next() {
            None | Some(NONE) => None,
            Some(n_codes) => Some(rest.by_ref().take(n_codes as usize).collect()),
        });
        let request = Request {
            facets: facets.into(),
            range: low.zip(high),
            text,
            n_top: crate::table::N_TOP,
        };
        let answer = self.table.answer(&request);
        self.sums = answer.sums;
        let mut words = vec![answer.n_rows];
        words.extend(answer.counts.iter().flatten());
        words.push(answer.top.len() as u32);
        words.extend(answer.top);
        words
    }

    /// The rows of which the text holds a word.
    pub fn find(&self, word: &str) -> Vec<u32> {
        self.table.rows_with(word).rows().collect()
    }

    /// The sums of the last answer.
    pub fn sums(&self) -> Vec<f64> {
        self.sums.clone()
    }
}
