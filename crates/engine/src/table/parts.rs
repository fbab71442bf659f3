//! The parts of a question, each as the set of rows that pass it.

use super::BitSet;

/// What every counted row obeys, and the filters of facets, which a facet's own counts ignore.
pub(crate) struct Parts {
    base: BitSet,
    passing: Vec<(usize, BitSet)>,
}

/// The rows that pass all parts, and for each filtered facet those that pass all but its own.
pub(crate) struct Passed {
    pub(crate) matching: BitSet,
    ignoring: Vec<(usize, BitSet)>,
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

    /// Intersects every part, and every part but one, in a pass from the last to the first and
    /// one back.
    pub(crate) fn intersect(self) -> Passed {
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
        Passed { matching: before, ignoring }
    }
}

impl Passed {
    /// The rows over which a facet is counted.
    pub(crate) fn counted(&self, facet: usize) -> &BitSet {
        self.ignoring.iter().find(|(of, _)| *of == facet).map_or(&self.matching, |(_, rows)| rows)
    }

    /// The rows that are counted anywhere.
    pub(crate) fn reach(&self) -> BitSet {
        let mut reach = self.matching.clone();
        for (_, rows) in &self.ignoring {
            reach.unite(rows);
        }
        reach
    }

    /// Keeps only the rows of `other`, everywhere.
    pub(crate) fn keep(&mut self, other: &BitSet) {
        self.matching.intersect(other);
        for (_, rows) in &mut self.ignoring {
            rows.intersect(other);
        }
    }
}
