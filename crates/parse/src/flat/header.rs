//! The header of a table flattened to paragraphs: which columns it names.

use model::Passage;

use super::{Cell, join};
use crate::{
    columns::{ColumnRole, Columns, is_column_name, is_own_level, is_region, unit_column},
    numerals::is_group_heading,
};

/// What a header says, as far as it can be read.
pub(super) struct FlatHeader {
    /// The columns it names, in order.
    pub(super) roles: Vec<ColumnRole>,
    /// The names of its value columns.
    pub(super) value_names: Vec<Passage>,
}

impl FlatHeader {
    /// Whether the table shares targets out.
    pub(super) fn has_values(&self) -> bool {
        !self.value_names.is_empty()
    }

    /// Whether the units stand before the text.
    pub(super) fn has_units_first(&self) -> bool {
        let at = |is_it: fn(&ColumnRole) -> bool| self.roles.iter().position(is_it);
        let units = at(|role| matches!(role, ColumnRole::Units(_)));
        let text = at(|role| *role == ColumnRole::Text);
        units.zip(text).is_some_and(|(units, text)| units < text)
    }

    /// Whether units stand between the text and the values, and whether units stand behind these.
    pub(super) fn has_units_beside_values(&self) -> (bool, bool) {
        let is_value = |role: &ColumnRole| *role == ColumnRole::Value;
        let has_units =
            |roles: &[ColumnRole]| roles.iter().any(|role| matches!(role, ColumnRole::Units(_)));
        let first = self.roles.iter().position(is_value).unwrap_or(self.roles.len());
        let last = self.roles.iter().rposition(is_value).unwrap_or_default();
        let is_before = !self.has_units_first() && has_units(&self.roles[..first]);
        (is_before, has_units(&self.roles[last..]))
    }

    /// How many columns of money stand right before the values.
    pub(super) fn n_money(&self) -> usize {
        let first = self.roles.iter().position(|role| *role == ColumnRole::Value);
        let before = &self.roles[..first.unwrap_or_default()];
        before.iter().rev().take_while(|role| **role == ColumnRole::Money).count()
    }

    /// Whether a column says what the values are counted in.
    pub(super) fn has_measure(&self) -> bool {
        self.roles.contains(&ColumnRole::Measure)
    }

    /// Whether a column of headings stands before the text.
    pub(super) fn has_heading(&self) -> bool {
        self.roles.contains(&ColumnRole::Heading)
    }
}

/// Reads the header at the beginning of `cells`, and how many of them it takes up.
///
/// It reaches up to the first paragraph that is a number. A name is often broken over two or three
/// paragraphs (`项目` + `名称`), so the longest name that the field or a place uses is taken.
pub(super) fn read(cells: &[Cell]) -> (FlatHeader, usize) {
    // On a later page the numbers go on.
    let number = |cell: &Cell| cell.number().is_some_and(|number| number < 1000);
    let n_header = cells.iter().position(number).unwrap_or(1);
    // The heading of the first rows stands before their number.
    let n_headings =
        cells[1..n_header].iter().rev().take_while(|cell| is_group_heading(cell.text())).count();
    let n_header = n_header - n_headings;
    let mut names = Vec::new();
    let mut rest = &cells[..n_header];
    while !rest.is_empty() {
        let n_parts = name_len(rest);
        names.push(join(&rest[..n_parts]));
        rest = &rest[n_parts..];
    }
    let Columns { roles, value_names } = Columns::from_header(&names, &[]);
    (FlatHeader { roles, value_names }, n_header)
}

/// Over how many paragraphs the name of a place is broken at most.
const MOST_OF_PLACE: usize = 2;

/// How many paragraphs make up the next name: the longest known one none of whose later parts is a
/// name of its own (`市本级`, `牵头单位` are two).
fn name_len(cells: &[Cell]) -> usize {
    // 市级 + 牵头单位, 牵头 + 单位.
    let n_prefixes = cells.iter().take_while(|cell| opens_units(cell.text())).count();
    if n_prefixes > 0
        && cells.get(n_prefixes).is_some_and(|next| unit_column(next.text()).is_some())
    {
        return n_prefixes + 1;
    }
    let most = cells.len().min(4);
    let joined = |n: usize| join(&cells[..n]).text;
    let is_named = |cells: &[Cell]| cells.iter().any(|cell| is_column_name(cell.text()));
    let n_parts = (1..=most)
        .rev()
        .find(|n| is_column_name(&joined(*n)) && !is_named(&cells[1..*n]))
        .or_else(|| {
            // 桐乡 + 市: 乡 is no level here.
            let goes_on = |n: usize| {
                cells.get(n).is_some_and(|next| {
                    matches!(next.text(), "市" | "县" | "区" | "镇" | "乡" | "街道")
                })
            };
            (1..=most.min(MOST_OF_PLACE)).find(|n| {
                is_region(&joined(*n)) && !goes_on(*n) && (*n == 1 || !is_named(&cells[..*n]))
            })
        })
        .unwrap_or(1);
    // 其他乡镇 + （街道）: a bracket belongs to the name before it.
    let n_brackets =
        cells[n_parts..].iter().take_while(|cell| cell.text().starts_with(['（', '(']));
    n_parts + n_brackets.count()
}

/// Whether a part of a header only says whose or which units the next part names.
fn opens_units(words: &str) -> bool {
    is_own_level(words)
        || matches!(words, "牵头" | "责任" | "配合" | "主办" | "协办" | "承办" | "主管" | "实施")
}
