//! Counting by two facets.

use crate::{Engine, Facet, Pivot, Query, table::Selection};

impl Engine {
    /// Counts the matching tasks by two facets.
    ///
    /// A task counts once in each cell whose row and column it has, so in several where a facet
    /// gives it several values. With [`Facet::Unit`] on both sides the cells count the tasks
    /// that two departments share, and the diagonal those of each.
    pub fn pivot(&self, query: &Query, rows: Facet, columns: Facet) -> Pivot {
        let column = |facet| self.column_at(facet, query.tolerance);
        let (rows, columns) = (column(rows), column(columns));
        let (n_rows, n_columns) = (rows.n_values(), columns.n_values());
        let matching = self.matching(query);
        if let Some(sets) = rows.sets() {
            let mut counts = Vec::with_capacity(n_rows as usize * n_columns as usize);
            for set in sets {
                let mut both = matching.clone();
                both.intersect(set);
                counts.extend(columns.counts(&Selection::new(both, self.tasks.len())));
            }
            return Pivot { n_rows, n_columns, counts };
        }
        let mut counts = vec![0; n_rows as usize * n_columns as usize];
        // One value's rows after the other's, so that a table of a hundred units and ten years
        // stays near.
        for (value, counts) in (0..n_rows).zip(counts.chunks_mut(n_columns.max(1) as usize)) {
            for &row in rows.listed(value).iter().filter(|&&row| matching.contains(row)) {
                match columns.bytes() {
                    Some(codes) => {
                        if let Some(count) = counts.get_mut(usize::from(codes[row as usize])) {
                            *count += 1;
                        }
                    }
                    None => columns.of_row(row).for_each(|code| counts[code as usize] += 1),
                }
            }
        }
        Pivot { n_rows, n_columns, counts }
    }
}
