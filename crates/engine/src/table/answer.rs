//! A whole question over a table, and everything a page shows of its answer.

use super::{BitSet, Code, Column, Numbers, Parts, Row, Selection, Side, Texts};

/// Columns of the same rows: facets, a figure and a text a row.
#[derive(Debug, Clone)]
pub struct Table {
    n_rows: usize,
    facets: Vec<Column>,
    numbers: Numbers,
    texts: Texts,
    /// The facets by which figures are added up.
    by: [usize; 2],
    /// The sums over all rows.
    sums: Vec<u64>,
}

/// What to filter by, and how many of the largest rows to list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// By facet: the rows that have any of these codes; `None` where it is not filtered.
    pub facets: Vec<Option<Vec<Code>>>,
    /// Figures of at least the first and below the second.
    pub range: Option<(f64, f64)>,
    /// A text that a row's text holds.
    pub text: Option<String>,
    /// How many of the matching rows are listed.
    pub n_top: usize,
}

/// The answer to a [`Request`].
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// How many rows match.
    pub n_rows: u32,
    /// By facet, how many rows have each value; a facet ignores its own filter and obeys all
    /// others.
    pub counts: Vec<Vec<u32>>,
    /// The sums of the matching rows' figures, by the codes of the first facet and, within each,
    /// of the second.
    pub sums: Vec<f64>,
    /// The matching rows of the largest figures, largest first, rows of one figure in their order.
    pub top: Vec<Row>,
}

impl Table {
    /// Puts columns together; `by` are the facets by which figures are added up.
    ///
    /// # Panics
    ///
    /// When `by` names a facet that is not there.
    pub fn new(facets: Vec<Column>, numbers: Numbers, texts: Texts, by: [usize; 2]) -> Self {
        let n_rows = facets[by[0]].n_rows();
        let sums = numbers.all_sums(&facets[by[0]], &facets[by[1]]);
        Self { n_rows, facets, numbers, texts, by, sums }
    }

    /// Answers a request; codes that a facet does not know match nothing.
    pub fn answer(&self, request: &Request) -> Answer {
        let (base, ranks) = match request.range {
            Some((low, high)) => {
                let ranks = self.numbers.ranks(low, high);
                (self.numbers.rows_of(ranks), ranks)
            }
            None => (BitSet::full(self.n_rows), self.numbers.all_ranks()),
        };
        let filters = request.facets.iter().zip(&self.facets).enumerate();
        let passing = filters.filter_map(|(facet, (codes, column))| {
            codes.as_ref().map(|codes| (facet, column.rows_with_any(codes)))
        });
        let search = |reach| match &request.text {
            Some(text) => self.texts.rows_with(text, reach),
            None => reach,
        };
        let passed = Parts::new(base, passing.collect()).intersect(self.n_rows, search);
        let counts = self.facets.iter().enumerate();
        Answer {
            n_rows: passed.matching.n_rows,
            counts: counts.map(|(facet, column)| column.counts(passed.counted(facet))).collect(),
            sums: self.sums(&passed.matching),
            top: self.numbers.top(&passed.matching, ranks, request.n_top),
        }
    }

    /// The rows of which the text holds `word`; the empty word is in all of them.
    pub fn rows_with(&self, word: &str) -> BitSet {
        self.texts.rows_with(word, BitSet::full(self.n_rows))
    }

    fn sums(&self, matching: &Selection) -> Vec<f64> {
        let [one, two] = self.by.map(|facet| &self.facets[facet]);
        let sums = match matching.shorter() {
            Side::Held(rows) => self.numbers.sums(rows, one, two),
            Side::Left(rows) => {
                let left = self.numbers.sums(rows, one, two);
                self.sums.iter().zip(left).map(|(all, left)| all - left).collect()
            }
        };
        sums.into_iter().map(|units| self.numbers.figure(units)).collect()
    }
}
