//! Labels inside a cell of units: `牵头单位：市财政局 配合单位：市税务局`, `市人社局牵头，市财政局配合`.
//!
//! The name of a column says one thing of all its units; a label says it of those behind it, and a
//! word behind them of those before it. [`part`] makes a cell for each.

use core::ops::Range;

use model::DiagnosticKind;

use crate::{
    columns::{is_time, unit_column},
    raw::{Note, RawRow, RawUnits, UnitColumn},
};

/// Labels that say a role without 单位 or 部门.
const BARE: [(&str, UnitColumn); 5] = [
    ("牵头", UnitColumn::Lead),
    ("主办", UnitColumn::Lead),
    ("责任", UnitColumn::Any),
    ("配合", UnitColumn::Support),
    ("协办", UnitColumn::Support),
];

/// Labels of persons and times, which are no units.
const OTHERS: [&str; 10] = [
    "责任领导",
    "分管领导",
    "牵头领导",
    "市领导",
    "责任人",
    "联系人",
    "完成时限",
    "完成时间",
    "时限",
    "时间节点",
];

/// What a word behind units says of them.
const BEHIND: [(&str, UnitColumn); 16] = [
    ("牵头负责", UnitColumn::Lead),
    ("共同牵头", UnitColumn::Lead),
    ("联合牵头", UnitColumn::Lead),
    ("分别牵头", UnitColumn::Lead),
    ("共同负责", UnitColumn::Any),
    ("牵头", UnitColumn::Lead),
    ("主办", UnitColumn::Lead),
    ("等按职责分工负责", UnitColumn::Support),
    ("按职责分工负责", UnitColumn::Support),
    ("负责", UnitColumn::Any),
    ("落实", UnitColumn::Support),
    ("等配合", UnitColumn::Support),
    ("配合", UnitColumn::Support),
    ("协办", UnitColumn::Support),
    ("协助", UnitColumn::Support),
    ("参与", UnitColumn::Support),
];

/// The longest label, in characters.
const LONGEST: usize = 8;

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Units(UnitColumn),
    Other,
}

/// Parts the cells of units of a row at their labels. Persons and times among them are noted, not
/// read.
pub(crate) fn part(row: &mut RawRow) {
    let mut parted = Vec::with_capacity(row.units.len());
    for units in core::mem::take(&mut row.units) {
        let units = without_time(row, units);
        let labels = labels(&units.cell.text);
        if !labels.is_empty() {
            part_at_labels(row, &units, &labels, &mut parted);
        } else if let Some(clauses) = clauses(&units.cell.text) {
            let cell = |(words, column): (Range<usize>, _)| RawUnits {
                cell: units.cell.slice(words.start, words.end),
                column,
            };
            parted.extend(clauses.into_iter().map(cell));
        } else {
            parted.push(units);
        }
    }
    row.units = parted;
}

/// A cell of units without the time at its end, which is noted: 市统计局；12月底.
fn without_time(row: &mut RawRow, units: RawUnits) -> RawUnits {
    let text = &units.cell.text;
    let Some((at, mark)) = text.char_indices().rfind(|(_, c)| STOPS.contains(c)) else {
        return units;
    };
    if !is_time(&text[at + mark.len_utf8()..]) {
        return units;
    }
    let time = units.cell.slice(at + mark.len_utf8(), text.len());
    row.notes.push(Note::on(DiagnosticKind::UnreadColumn, &time, row.span));
    RawUnits { cell: units.cell.slice(0, at), column: units.column }
}

fn part_at_labels(
    row: &mut RawRow,
    units: &RawUnits,
    labels: &[(Range<usize>, Named)],
    parted: &mut Vec<RawUnits>,
) {
    let text = &units.cell.text;
    let mut push = |words: Range<usize>, named: Named| {
        let words = bare(text, words);
        if words.is_empty() {
            return;
        }
        // 市教育局牵头；配合单位：市住建局
        let clauses = clauses(&text[words.clone()]).filter(|_| named == Named::Units(units.column));
        for (part, column) in clauses.iter().flatten() {
            let (start, end) = (words.start + part.start, words.start + part.end);
            parted.push(RawUnits { cell: units.cell.slice(start, end), column: *column });
        }
        if clauses.is_some() {
            return;
        }
        let cell = units.cell.slice(words.start, words.end);
        match named {
            Named::Units(column) => parted.push(RawUnits { cell, column }),
            Named::Other => {
                row.notes.push(Note::on(DiagnosticKind::UnreadColumn, &cell, row.span));
            }
        }
    };
    push(0..labels[0].0.start, Named::Units(units.column));
    for (at, (label, named)) in labels.iter().enumerate() {
        let end = labels.get(at + 1).map_or(text.len(), |(next, _)| next.start);
        push(label.end..end, *named);
    }
}

/// The labels of a text, colons included, in order.
fn labels(text: &str) -> Vec<(Range<usize>, Named)> {
    let colons = text.char_indices().filter(|(_, c)| matches!(c, '：' | ':'));
    colons
        .filter_map(|(at, colon)| {
            let (len, named) = label_before(&text[..at])?;
            Some((at - len..at + colon.len_utf8(), named))
        })
        .collect()
}

/// The longest label that a text ends with: its bytes, and what it names.
fn label_before(text: &str) -> Option<(usize, Named)> {
    let begins: Vec<_> = text.char_indices().rev().take(LONGEST).map(|(at, _)| at).collect();
    begins.into_iter().rev().find_map(|at| Some((text.len() - at, named(&text[at..])?)))
}

fn named(label: &str) -> Option<Named> {
    if OTHERS.contains(&label) {
        return Some(Named::Other);
    }
    if let Some((_, column)) = BARE.iter().find(|(word, _)| *word == label) {
        return Some(Named::Units(*column));
    }
    // 局牵头单位 ends in a label and is none: a label begins with what it says.
    let opens = ["牵头", "主办", "责任", "主要", "配合", "协办", "协同", "协助", "参与", "参加"];
    let is_label = opens.iter().any(|word| label.starts_with(word)) && !label.contains(STOPS);
    unit_column(label).filter(|_| is_label).map(Named::Units)
}

/// `甲牵头，乙、丙配合`: the units before each word that says what they do. A clause without such
/// a word goes on with the next; `None` where none says that somebody leads or helps.
fn clauses(text: &str) -> Option<Vec<(Range<usize>, UnitColumn)>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in ends_of_clauses(text) {
        let clause = text[start..at].trim_end_matches(STOPS);
        let Some((word, column)) = BEHIND.iter().find(|(word, _)| clause.ends_with(word)) else {
            continue;
        };
        let words = bare(text, start..start + clause.len() - word.len());
        if words.is_empty() {
            return None;
        }
        found.push((words, *column));
        start = at;
    }
    // Where all there are share a task, nobody helps.
    if found.iter().all(|(_, column)| *column == UnitColumn::Support) && text.ends_with("分工负责")
    {
        for (_, column) in &mut found {
            *column = UnitColumn::Any;
        }
    }
    let rest = bare(text, start..text.len());
    if !found.is_empty() && !rest.is_empty() {
        found.push((rest, UnitColumn::Any));
    }
    (!found.is_empty()).then_some(found)
}

/// What ends a clause, and what stands between two labels.
const STOPS: [char; 6] = ['，', ',', '；', ';', '。', '、'];

/// The ends of the clauses outside brackets, their marks included, and of the text.
fn ends_of_clauses(text: &str) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut ends = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && STOPS[..5].contains(&c) => ends.push(at + c.len_utf8()),
            _ => {}
        }
    }
    ends.push(text.len());
    ends
}

/// A range without the marks at its ends.
fn bare(text: &str, words: Range<usize>) -> Range<usize> {
    let found = &text[words.clone()];
    let start = words.start + found.len() - found.trim_start_matches(STOPS).len();
    let end = words.start + found.trim_end_matches(STOPS).len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use UnitColumn::{Any, Lead, Support};
    use model::{Passage, Span};

    use super::*;

    fn parted(source: &str, column: UnitColumn) -> Vec<(String, UnitColumn)> {
        let cell = Passage::read(source, &[Span::new(0, source.len())]);
        let mut row = RawRow { units: vec![RawUnits { cell, column }], ..RawRow::default() };
        part(&mut row);
        row.units.into_iter().map(|units| (units.cell.text, units.column)).collect()
    }

    fn check(source: &str, expect: &[(&str, UnitColumn)]) {
        let expect: Vec<_> =
            expect.iter().map(|(words, column)| ((*words).to_owned(), *column)).collect();
        assert_eq!(parted(source, Any), expect, "{source}");
    }

    #[test]
    fn labels_part_a_cell_whatever_stands_between() {
        let expect = [("市财政局", Lead), ("市税务局、市审计局", Support)];
        for source in [
            "牵头单位：市财政局 配合单位：市税务局、市审计局",
            "牵头单位:市财政局；配合单位:市税务局、市审计局。",
            "牵头：市财政局，配合：市税务局、市审计局",
            "牵头单位：市财政局\n配合单位：市税务局、\n市审计局",
            "牵头单位：市财政局；配合单位：市税务局、市审计局；完成时限：2024年12月底前",
            "责任领导：张三\u{3000}牵头部门：市财政局\u{3000}协办单位：市税务局、市审计局",
        ] {
            check(source, &expect);
        }
    }

    #[test]
    fn a_word_behind_units_says_what_they_do() {
        check(
            "市人社局牵头，市财政局、市教育局配合",
            &[("市人社局", Lead), ("市财政局、市教育局", Support)],
        );
        check(
            "市人社局、市财政局牵头，各县区政府，高新区管委会配合。",
            &[("市人社局、市财政局", Lead), ("各县区政府，高新区管委会", Support)],
        );
        check(
            "市人社局牵头，市财政局等按职责分工负责",
            &[("市人社局", Lead), ("市财政局", Support)],
        );
        check("市人社局负责", &[("市人社局", Any)]);
        check("市人社局牵头；市财政局", &[("市人社局", Lead), ("市财政局", Any)]);
    }

    #[test]
    fn a_lead_stands_before_the_label_of_its_helpers() {
        check(
            "市教育局牵头;配合单位:市住建局;12月底",
            &[("市教育局", Lead), ("市住建局", Support)],
        );
    }

    #[test]
    fn a_time_behind_units_is_none_of_them() {
        check("市统计局、市税务局；12月底", &[("市统计局、市税务局", Any)]);
    }

    #[test]
    fn a_cell_without_labels_stays_whole() {
        for source in ["市财政局、市税务局", "市财政局（牵头）、市税务局", "各县（市、区）政府"]
        {
            check(source, &[(source, Any)]);
        }
        check("责任单位：市财政局", &[("市财政局", Any)]);
    }
}
