//! Filtering and counting: which rows a query matches, and the counts beside each facet.
//!
//! Each part of a query becomes one set of rows. A facet's counts are taken over the
//! intersection of all sets but its own, so that they tell what another choice would give.

use model::{TaskIdx, Tolerance};

use crate::{
    Engine, Facet, FacetCounts, Filter, Outcome, Query,
    table::{BitSet, Parts},
};

impl Engine {
    /// Answers a query: the matching tasks in order, their groups, and the counts of each facet.
    ///
    /// A query always has an answer: codes that a facet does not know match nothing.
    ///
    /// # Example
    ///
    /// Two tasks of one year, of which the query asks for the livelihood project:
    ///
    /// ```
    /// use engine::{Engine, Facet, Filter, Query};
    /// # use model::{Document, Ledger, Level, Passage, SectionKind, Span, Task};
    /// # let document = Document {
    /// #     key: "jiaxing-2024".into(), title: None, issuer: None, number: None,
    /// #     date_written: None, date_published: None, level: Level::City, region: 0, year: 2024,
    /// #     sections: vec![], source: String::new(),
    /// # };
    /// # let region = model::Region {
    /// #     name: "嘉兴市".into(), id: "jx".into(), name_en: String::new(),
    /// #     forms: vec![], kind: model::RegionKind::City, tile: None, keys: vec![],
    /// # };
    /// # let task = |id: &str, section, text: &str| Task {
    /// #     id: id.into(), document: 0, section, number: Some("1".into()), parent_number: None,
    /// #     sub: None, heading: None, heading_carried: false,
    /// #     text: Passage { text: text.into(), pieces: vec![] }, text_carried: false,
    /// #     sub_label: None, mentions: vec![], lead_rule: None, lead_carried: false,
    /// #     status: None, theme: None, allocations: vec![], span: Span::default(),
    /// # };
    /// # let ledger = Ledger {
    /// #     documents: vec![document],
    /// #     regions: vec![region],
    /// #     tasks: vec![
    /// #         task("jiaxing-2024/annual/1", SectionKind::Annual, "经济增长"),
    /// #         task("jiaxing-2024/livelihood-city/1", SectionKind::LivelihoodCity, "新增托位"),
    /// #     ],
    /// #     ..Ledger::default()
    /// # };
    /// let engine = Engine::new(&ledger);
    /// let city = engine.code(Facet::Section, "livelihood-city").expect("a kind of section");
    /// let outcome = engine.run(&Query {
    ///     filters: vec![Filter { facet: Facet::Section, include: vec![city], exclude: vec![] }],
    ///     ..Query::default()
    /// });
    /// assert_eq!(outcome.rows, [1]);
    /// // The sections' own counts ignore the choice of a section.
    /// let counts = &outcome.facets[Facet::Section as usize].counts;
    /// assert_eq!(counts.iter().sum::<u32>(), 2);
    /// ```
    pub fn run(&self, query: &Query) -> Outcome {
        let passed = self.parts(query).intersect(self.tasks.len(), |reach| reach);
        let (rows, groups) = self.arrange(&passed.matching.set, query.sort, query.group);
        let counts = |facet: Facet| {
            let column = self.column_at(facet, query.tolerance);
            FacetCounts { facet, counts: column.counts(passed.counted(facet as usize)) }
        };
        Outcome {
            n_numbers: self.arrangements.n_numbers(&rows),
            rows: rows.iter().map(|&row| self.tasks[row as usize]).collect(),
            groups,
            facets: Facet::ALL.into_iter().map(counts).collect(),
        }
    }

    /// How many tasks a query matches.
    pub fn count(&self, query: &Query) -> usize {
        self.matching(query).n_rows() as usize
    }

    /// The tasks a query matches, in no order that means anything: for who only counts them.
    pub fn matches(&self, query: &Query) -> Vec<TaskIdx> {
        self.matching(query).rows().map(|row| self.tasks[row as usize]).collect()
    }

    /// The rows a query matches.
    pub(crate) fn matching(&self, query: &Query) -> BitSet {
        self.parts(query).matching()
    }

    /// The rows that pass each part of a query.
    fn parts(&self, query: &Query) -> Parts {
        let found = self.rows_found(&query.search);
        let passing = query
            .filters
            .iter()
            .map(|filter| (filter.facet as usize, self.passing(filter, query.tolerance)));
        Parts::new(found.unwrap_or_else(|| BitSet::full(self.tasks.len())), passing.collect())
    }

    /// The rows that pass one filter.
    fn passing(&self, filter: &Filter, tolerance: Tolerance) -> BitSet {
        let column = self.column_at(filter.facet, tolerance);
        let mut passing = if filter.include.is_empty() {
            BitSet::full(self.tasks.len())
        } else {
            column.rows_with_any(&filter.include)
        };
        passing.subtract(&column.rows_with_any(&filter.exclude));
        passing
    }
}
