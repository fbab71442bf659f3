//! The numbers of rows, and the ids made of them.

use std::collections::{BTreeMap, BTreeSet};

use model::{DiagnosticKind, SectionKind};

use crate::{
    numerals::{heading_numeral, list_number, ordinal},
    raw::{Note, RawRow, RawSection},
};

/// Where a row stands among the numbers of its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbering {
    /// `<number>[.<sub>]`, with the heading's numeral before it where numbers start again.
    pub(crate) local_id: String,
    /// The number as printed, without its full stop or brackets.
    pub(crate) number: Option<String>,
    /// The number it belongs to, where that holds several rows.
    pub(crate) parent: Option<String>,
    /// Its place among them, from 1.
    pub(crate) sub: Option<u16>,
}

/// The numbering of every row, in order.
pub(crate) fn number_rows(section: &RawSection) -> Vec<Numbering> {
    let groups = groups(&section.rows);
    let restarts = numbers_restart(&section.rows);
    let mut found = Vec::with_capacity(section.rows.len());
    for rows in groups {
        let first = &section.rows[rows.start];
        let number = printed_number(first);
        let own = number.clone().unwrap_or_else(|| "0".to_owned());
        let base = match heading_of(first).filter(|_| restarts) {
            Some(heading) => format!("{heading}-{own}"),
            None => own,
        };
        let is_single = rows.len() == 1;
        for (at, row) in section.rows[rows].iter().enumerate() {
            let sub = (!is_single).then_some(at as u16 + 1);
            found.push(Numbering {
                local_id: sub.map_or_else(|| base.clone(), |sub| format!("{base}.{sub}")),
                number: printed_number(row),
                parent: number.clone().filter(|_| !is_single),
                sub,
            });
        }
    }
    found
}

/// Sets the section's part of the id before the numbers, and parts ids that came out equal.
pub(crate) fn full_ids(
    key: &str,
    kind: SectionKind,
    rows: &[Numbering],
    taken: &mut BTreeSet<String>,
) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let id = format!("{key}/{}/{}", kind.code(), row.local_id);
            let mut unique = id.clone();
            let mut n_equal = 1;
            while !taken.insert(unique.clone()) {
                n_equal += 1;
                unique = format!("{id}~{n_equal}");
            }
            unique
        })
        .collect()
}

/// Notes where the printed numbers do not go up by one.
pub(crate) fn note_gaps(rows: &mut [RawRow]) {
    let mut last = 0;
    for row in rows {
        let Some(number) = printed_number(row).as_deref().and_then(list_number) else { continue };
        let restarts = number == 1;
        if number != last + 1 && !restarts {
            let detail = format!("{last} → {number}");
            row.notes.push(Note { kind: DiagnosticKind::NumberGap, span: row.span, detail });
        }
        last = number;
    }
}

/// The runs of rows that share a number: one with a number and those without that follow it.
fn groups(rows: &[RawRow]) -> Vec<core::ops::Range<usize>> {
    let mut groups: Vec<core::ops::Range<usize>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match groups.last_mut().filter(|_| row.number.is_none()) {
            Some(group) => group.end = at + 1,
            None => groups.push(at..at + 1),
        }
    }
    groups
}

/// The number of a row without white space, full stop and brackets.
fn printed_number(row: &RawRow) -> Option<String> {
    let number = row.number.as_ref()?;
    let bare = number.text.trim_matches(|c| "（）()、.．。：:*★".contains(c));
    let bare = ordinal(bare).unwrap_or(bare);
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// The numeral of a row's heading, as printed.
fn heading_of(row: &RawRow) -> Option<String> {
    let heading = row.heading.as_ref()?;
    let (_, len) = heading_numeral(&heading.text)?;
    Some(heading.text[..len].trim_matches(|c| "（）()、.．".contains(c)).to_owned())
}

/// Whether numbers start again under each heading.
fn numbers_restart(rows: &[RawRow]) -> bool {
    let mut headings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        if let (Some(number), Some(heading)) = (printed_number(row), heading_of(row)) {
            headings.entry(number).or_default().insert(heading);
        }
    }
    headings.values().any(|under| under.len() > 1)
}

#[cfg(test)]
mod tests {
    use model::{Passage, Span};

    use super::*;

    fn row(number: &str, heading: &str) -> RawRow {
        let passage = |text: &str| {
            (!text.is_empty()).then(|| Passage::read(text, &[Span::new(0, text.len())]))
        };
        RawRow { number: passage(number), heading: passage(heading), ..RawRow::default() }
    }

    fn ids(rows: Vec<RawRow>) -> Vec<String> {
        let section = RawSection { rows, ..RawSection::default() };
        number_rows(&section).into_iter().map(|row| row.local_id).collect()
    }

    #[test]
    fn rows_without_a_number_are_parts_of_the_one_above() {
        assert_eq!(ids(vec![row("1", ""), row("", ""), row("2", "")]), ["1.1", "1.2", "2"]);
    }

    #[test]
    fn the_heading_stands_before_numbers_that_start_again() {
        let rows = vec![row("1.", "一、甲"), row("2.", "一、甲"), row("1.", "二、乙")];
        assert_eq!(ids(rows), ["一-1", "一-2", "二-1"]);
    }

    #[test]
    fn numbers_that_run_on_need_no_heading() {
        assert_eq!(ids(vec![row("1", "一、甲"), row("2", "二、乙")]), ["1", "2"]);
    }

    #[test]
    fn equal_ids_are_parted() {
        let rows = vec![row("1", ""), row("1", "")];
        let section = RawSection { rows, ..RawSection::default() };
        let ids = full_ids("d", SectionKind::Annual, &number_rows(&section), &mut BTreeSet::new());
        assert_eq!(ids, ["d/annual/1", "d/annual/1~2"]);
    }
}
