//! The parts of a question, each as the set of rows that pass it.

use super::{BitSet, Selection};

/// What every counted row obeys, and the filters of facets, which a facet's own counts ignore.
pub(crate) struct Parts {
    base: BitSet,
    passing: Vec<(usize, BitSet)>,
}

/// The rows that pass all parts, and for each filtered facet those that pass all but its own.
pub(crate) struct Passed {
    pub(crate) matching: Selection,
    ignoring: Vec<(usize, Selection)>,
}

impl Parts {
    /// `passing` holds a set for each filtered facet, by the facet's position.
    pub(crate) fn new(base: BitSet, passing: Vec<(usize, BitSet)>) -> Self {
        Self { base, passing }
    }

    /// The rows that pass all parts.
    pub(crate) fn matching(mut self) -> BitSet {
        for (_, passing) in &self.passing {
            self.base.intersect(passing);
        }
        self.base
    }

    /// Intersects every part, and every part but one, in a pass from the first to the last and
    /// one back.
    ///
    /// `search` is the last part, which is asked only of the rows that are counted anywhere.
    pub(crate) fn intersect(self, n_rows: usize, search: impl FnOnce(BitSet) -> BitSet) -> Passed {
        let mut before = self.base;
        let mut ignoring = Vec::with_capacity(self.passing.len());
        for (facet, passing) in &self.passing {
            ignoring.push((*facet, before.clone()));
            before.intersect(passing);
        }
        let mut behind: Option<BitSet> = None;
        for (at, (_, passing)) in self.passing.into_iter().enumerate().rev() {
            match &mut behind {
                Some(behind) => {
                    ignoring[at].1.intersect(behind);
                    behind.intersect(&passing);
                }
                None => behind = Some(passing),
            }
        }
        let mut reach = before.clone();
        for (_, rows) in &ignoring {
            reach.unite(rows);
        }
        let found = search(reach);
        let selection = |mut rows: BitSet| {
            rows.intersect(&found);
            Selection::new(rows, n_rows)
        };
        Passed {
            matching: selection(before),
            ignoring: ignoring.into_iter().map(|(facet, rows)| (facet, selection(rows))).collect(),
        }
    }
}

impl Passed {
    /// The rows over which a facet is counted.
    pub(crate) fn counted(&self, facet: usize) -> &Selection {
        let own = self.ignoring.iter().find(|(of, _)| *of == facet);
        own.map_or(&self.matching, |(_, rows)| rows)
    }
}
