//! Sorting and grouping the rows that a query matches.

use std::cmp::Reverse;

use model::{DepartmentIdx, DocumentIdx, Ledger, RegionIdx, SectionKind, Task, TaskIdx, Theme};

use crate::{
    Engine, Group, GroupKey, GroupRows, Sort, SortKey,
    rows::{Ranks, Row, part},
    table::BitSet,
};

/// The ranks by which rows are sorted, grouped and counted as numbers.
#[derive(Debug, Clone)]
pub(crate) struct Arrangements {
    by_lead_id: Ranks,
    by_n_units: Ranks,
    by_total: Ranks,
    of_section: Ranks,
    /// The section of each rank.
    sections: Vec<(DocumentIdx, SectionKind)>,
    of_theme: Ranks,
    of_lead: Ranks,
    of_region: Ranks,
    /// The printed number each row belongs to.
    of_number: Ranks,
}

impl Arrangements {
    /// Ranks the tasks, rows in the order of `tasks`.
    pub(crate) fn new(ledger: &Ledger, tasks: &[TaskIdx]) -> Self {
        let tasks: Vec<&Task> = tasks.iter().map(|&task| &ledger.tasks[task as usize]).collect();
        let (of_section, sections) = sections(&tasks);
        let id = |lead: DepartmentIdx| ledger.departments[lead as usize].id.as_str();
        let region = |task: &Task| ledger.documents[task.document as usize].region;
        Self {
            by_lead_id: ranked(&tasks, |task| task.leads().next().map(id)),
            by_n_units: ranked(&tasks, |task| Some(n_units(task))),
            by_total: ranked(&tasks, |task| total(task).map(ordered_bits)),
            of_section,
            sections,
            of_theme: numbered(&tasks, Theme::ALL.len(), |task| {
                task.theme.as_ref().map(|reading| reading.theme as u32)
            }),
            of_lead: numbered(&tasks, ledger.departments.len(), |task| {
                task.leads().next().map(u32::from)
            }),
            of_region: numbered(&tasks, ledger.regions.len(), |task| Some(region(task).into())),
            of_number: ranked(&tasks, |task| {
                let number = task.parent_number.as_ref().or(task.number.as_ref())?;
                Some((task.document, task.section, number))
            }),
        }
    }

    /// How many printed numbers the rows belong to; rows without a number count nothing.
    pub(crate) fn n_numbers(&self, rows: &[Row]) -> u32 {
        let counts = self.of_number.counts(rows);
        counts[..self.of_number.n as usize].iter().filter(|&&n_rows| n_rows > 0).count() as u32
    }

    fn key(&self, group: Group, rank: u32) -> GroupKey {
        match group {
            Group::None => GroupKey::All,
            Group::Section => {
                let (document, section) = self.sections[rank as usize];
                GroupKey::Section(document, section)
            }
            Group::Theme => GroupKey::Theme(Theme::ALL.get(rank as usize).copied()),
            Group::Lead => GroupKey::Lead((rank < self.of_lead.n).then_some(rank as DepartmentIdx)),
            Group::Region => GroupKey::Region(rank as RegionIdx),
        }
    }
}

impl Engine {
    /// Puts the matching rows in the order the query asks for, group by group.
    pub(crate) fn arrange(
        &self,
        matching: &BitSet,
        sort: Sort,
        group: Group,
    ) -> (Vec<Row>, Vec<GroupRows>) {
        let rows = self.sorted(matching, sort);
        let kept = &self.arrangements;
        let ranks = match group {
            Group::None => return one_group(rows),
            Group::Section => &kept.of_section,
            Group::Theme => &kept.of_theme,
            Group::Lead => &kept.of_lead,
            Group::Region => &kept.of_region,
        };
        let counts = ranks.counts(&rows);
        let mut order = ranks.order(false);
        if group == Group::Lead {
            let is_none = |rank: u32| rank == ranks.n;
            order.sort_by_key(|&rank| (is_none(rank), Reverse(counts[rank as usize])));
        }
        let (rows, runs) = part(&rows, ranks, &counts, &order);
        let groups = runs.into_iter().map(|run| GroupRows {
            key: kept.key(group, run.rank),
            start: run.start,
            n_rows: run.n_rows,
        });
        (rows, groups.collect())
    }

    fn sorted(&self, matching: &BitSet, sort: Sort) -> Vec<Row> {
        let rows: Vec<Row> = matching.rows().collect();
        let ranks = match sort.by {
            SortKey::Printed => return rows,
            SortKey::Lead => &self.arrangements.by_lead_id,
            SortKey::Units => &self.arrangements.by_n_units,
            SortKey::Total => &self.arrangements.by_total,
        };
        part(&rows, ranks, &ranks.counts(&rows), &ranks.order(sort.is_descending)).0
    }
}

fn one_group(rows: Vec<Row>) -> (Vec<Row>, Vec<GroupRows>) {
    let n_rows = rows.len() as u32;
    let group = GroupRows { key: GroupKey::All, start: 0, n_rows };
    (rows, (n_rows > 0).then_some(group).into_iter().collect())
}

/// Ranks rows by a key of their task.
fn ranked<'a, K: Ord + Clone>(tasks: &[&'a Task], key: impl Fn(&'a Task) -> Option<K>) -> Ranks {
    let keys: Vec<Option<K>> = tasks.iter().map(|task| key(task)).collect();
    Ranks::by_key(&keys)
}

/// Ranks rows by numbers below `n`, which are their ranks as they are.
fn numbered(tasks: &[&Task], n: usize, rank: impl Fn(&Task) -> Option<u32>) -> Ranks {
    let n = n as u32;
    Ranks { of_row: tasks.iter().map(|task| rank(task).unwrap_or(n)).collect(), n }
}

/// Ranks rows by the section they stand in, sections in the order of their first rows.
fn sections(tasks: &[&Task]) -> (Ranks, Vec<(DocumentIdx, SectionKind)>) {
    let mut sections: Vec<(DocumentIdx, SectionKind)> = Vec::new();
    // Where the sections of the document at hand begin: rows of a document stand together.
    let mut start = 0;
    let mut of_row = Vec::with_capacity(tasks.len());
    for task in tasks {
        if sections.last().is_some_and(|(document, _)| *document != task.document) {
            start = sections.len();
        }
        let section = (task.document, task.section);
        let known = sections[start..].iter().position(|known| *known == section);
        of_row.push((start + known.unwrap_or(sections.len() - start)) as u32);
        if known.is_none() {
            sections.push(section);
        }
    }
    (Ranks { of_row, n: sections.len() as u32 }, sections)
}

/// How many departments are named, each once.
fn n_units(task: &Task) -> usize {
    let mut units: Vec<DepartmentIdx> =
        task.mentions.iter().map(|mention| mention.department).collect();
    units.sort_unstable();
    units.dedup();
    units.len()
}

/// The total of the allocation, where it is a number.
fn total(task: &Task) -> Option<f64> {
    let total = task.allocations.iter().find(|share| share.is_total && share.reading.is_some())?;
    total.reading.as_ref().map(|reading| reading.value)
}

/// Bits that are ordered as the numbers are, so that numbers can be ranked.
fn ordered_bits(value: f64) -> i64 {
    // Adding zero makes the negative zero positive, so that the two share a rank.
    let bits = (value + 0.0).to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_ordered_as_their_numbers() {
        let numbers = [f64::NEG_INFINITY, -2.5, -1.0, 0.0, 0.5, 3.0, f64::INFINITY];
        assert!(numbers.is_sorted_by_key(|&number| ordered_bits(number)));
        assert_eq!(ordered_bits(-0.0), ordered_bits(0.0));
    }
}
