//! What the columns of a table are, told by their names (`names`) and by what stands beside them
//! (`settle`).
//!
//! Start at [`Columns::from_header`]. Where a table prints no header, [`Columns::from_rows`]
//! judges by what the cells hold.

mod names;
mod settle;

use model::Passage;

use crate::{
    numerals::list_number,
    raw::UnitColumn,
    units::is_unit_list,
    value::{CellValue, read_cell},
};
use settle::{settle, settle_measure};

pub(crate) use names::{
    is_column_name, is_number_name, is_own_level, is_region, is_time, is_total, known_role,
    may_be_persons, unit_column,
};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnRole {
    /// 序号.
    Number,
    /// 项目名称, 事项分类: the heading of several rows.
    Heading,
    /// 目标任务, 主要工作任务.
    Text,
    /// 指标 behind a text: which part of it the row counts.
    Label,
    /// 年度目标: how much of the text beside it is to be reached.
    Goal,
    /// 计量单位: what the values of its row are counted in.
    Measure,
    /// 计划总投资（万元）: what it costs; kept with the row's words, not read.
    Money,
    /// 全市 or a region.
    Value,
    /// 责任单位, 牵头单位, 配合单位.
    Units(UnitColumn),
    /// 完成情况.
    Status,
    /// 责任领导: persons; kept with the row's words, not read.
    Person,
    /// 完成时限: a time; kept with the row's words, not read.
    Time,
    /// 备注, and whatever no rule knows; kept with the row's words, not read.
    Other,
}

/// The columns of one table, from left to right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    /// What each holds.
    pub(crate) roles: Vec<ColumnRole>,
    /// The printed name of each value column.
    pub(crate) value_names: Vec<Passage>,
}

impl Columns {
    /// Reads a header: one name a column. `rows` are the cells below it, where they can be seen.
    pub(crate) fn from_header(names: &[Passage], rows: &[&[Passage]]) -> Self {
        let mut known: Vec<_> = names.iter().map(|name| known_role(&name.text)).collect();
        settle_measure(names, &mut known);
        let first_value = names.iter().zip(&known).position(|(name, role)| {
            is_total(&name.text) || (role.is_none() && is_region(&name.text))
        });
        // 越城 柯桥 上虞 滨海新区: short names of places before one that shows what they are.
        let first_value = first_value.map(|first| {
            let may_be_place = |at: &usize| known[*at].is_none() && is_short(&names[*at].text);
            let n_short = (0..first).rev().take_while(may_be_place).count();
            if n_short > 1 { first - n_short } else { first }
        });
        let mut roles: Vec<_> = known
            .iter()
            .enumerate()
            .map(|(at, role)| match role {
                Some(role) => *role,
                None if first_value.is_some_and(|first| at >= first) && !names[at].is_empty() => {
                    ColumnRole::Value
                }
                None => ColumnRole::Other,
            })
            .collect();
        settle(&mut roles, rows);
        if !roles.contains(&ColumnRole::Text) {
            // A name that no rule knows, behind the number: what else a list would print there.
            let unknown = known.iter().zip(names).position(|(role, name)| {
                role.is_none()
                    && !name.is_empty()
                    && !is_total(&name.text)
                    && !is_region(&name.text)
            });
            if let Some(at) = unknown {
                roles[at] = ColumnRole::Text;
            }
        }
        let value_names = names
            .iter()
            .zip(&roles)
            .filter(|(_, role)| **role == ColumnRole::Value)
            .map(|(name, _)| name.clone())
            .collect();
        Self { roles, value_names }
    }

    /// Judges the columns of a table without a header by what most of their cells hold.
    ///
    /// `None` where no column holds running text.
    pub(crate) fn from_rows(rows: &[Vec<Passage>]) -> Option<Self> {
        let n_columns = rows.iter().map(Vec::len).max()?;
        let mut roles: Vec<_> = (0..n_columns).map(|at| role_by_cells(rows, at)).collect();
        let mut texts: Vec<_> =
            (0..n_columns).filter(|at| roles[*at] == ColumnRole::Text).collect();
        let text = *texts.first()?;
        for at in texts.drain(1..) {
            roles[at] = if at > text { ColumnRole::Status } else { ColumnRole::Other };
        }
        let n_values = roles.iter().filter(|role| **role == ColumnRole::Value).count();
        Some(Self { roles, value_names: vec![Passage::default(); n_values] })
    }

    /// How many columns stand before the values, hold values, and stand behind them.
    pub(crate) fn shape(&self) -> (usize, usize, usize) {
        let n_values = self.roles.iter().filter(|role| **role == ColumnRole::Value).count();
        let before = self
            .roles
            .iter()
            .position(|role| *role == ColumnRole::Value)
            .unwrap_or(self.roles.len());
        (before, n_values, self.roles.len() - before - n_values)
    }

    /// Whether a column of this kind is there.
    pub(crate) fn has(&self, role: ColumnRole) -> bool {
        self.roles.contains(&role)
    }
}

/// Whether a name is as short as that of a place without its level.
fn is_short(name: &str) -> bool {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    (2..=3).contains(&name.chars().count()) && name.chars().all(is_han)
}

/// What most cells of a column hold.
fn role_by_cells(rows: &[Vec<Passage>], at: usize) -> ColumnRole {
    let cells: Vec<_> =
        rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).collect();
    let mostly = |holds: &dyn Fn(&str) -> bool| {
        let n = cells.iter().filter(|cell| holds(&cell.text)).count();
        !cells.is_empty() && n * 3 >= cells.len() * 2
    };
    let is_value =
        |text: &str| !matches!(read_cell(text), CellValue::Words | CellValue::NumberAmongWords(_));
    if at == 0 && mostly(&|text| list_number(text).is_some()) {
        ColumnRole::Number
    } else if mostly(&|text| is_unit_list(text)) {
        ColumnRole::Units(UnitColumn::Any)
    } else if mostly(&is_value) {
        ColumnRole::Value
    } else if mostly(&|text| text.chars().count() >= 8) {
        ColumnRole::Text
    } else {
        ColumnRole::Other
    }
}

#[cfg(test)]
mod tests {
    use model::Span;

    use super::*;

    fn columns(names: &str) -> Columns {
        let names: Vec<_> =
            names.split(' ').map(|name| Passage::read(name, &[Span::new(0, name.len())])).collect();
        Columns::from_header(&names, &[])
    }

    #[test]
    fn an_allocation_table_is_told_by_its_names() {
        use ColumnRole::*;
        let found = columns("序号 项目名称 目标任务 全市 南湖区 嘉善县 嘉兴港区 市本级 牵头单位");
        assert_eq!(
            found.roles,
            [Number, Heading, Text, Value, Value, Value, Value, Value, Units(UnitColumn::Lead)]
        );
        assert_eq!(found.shape(), (3, 5, 1));
    }

    #[test]
    fn a_name_alone_is_the_text() {
        use ColumnRole::*;
        let found = columns("序号 项目名称 牵头单位 配合单位");
        let units = [Units(UnitColumn::Lead), Units(UnitColumn::Support)];
        assert_eq!(found.roles, [Number, Text, units[0], units[1]]);
    }

    #[test]
    fn what_is_counted_is_no_department() {
        use ColumnRole::*;
        let lead = Units(UnitColumn::Lead);
        assert_eq!(
            columns("序号 实施内容 单位 全市 越城区 柯桥区 牵头单位").roles,
            [Number, Text, Measure, Value, Value, Value, lead]
        );
        assert_eq!(
            columns("序号 实施内容 计量单位 全市 越城区 柯桥区 单位").roles,
            [Number, Text, Measure, Value, Value, Value, Units(UnitColumn::Any)]
        );
        assert_eq!(columns("序号 任务 单位").roles, [Number, Text, Units(UnitColumn::Any)]);
    }

    #[test]
    fn a_goal_belongs_to_the_text_before_it() {
        use ColumnRole::*;
        let lead = Units(UnitColumn::Lead);
        assert_eq!(
            columns("序号 目标任务 年度目标 1-9月完成情况 牵头单位 责任领导 完成时限").roles,
            [Number, Text, Goal, Status, lead, Person, Time]
        );
        assert_eq!(columns("序号 年度目标 任务 牵头单位").roles, [Number, Other, Text, lead]);
    }

    #[test]
    fn a_time_is_told_from_a_quantity() {
        for text in ["9月底", "2024年12月", "12月31日前", "三季度", "全年", "6-9月", "2024年底前"]
        {
            assert!(is_time(text), "{text}");
        }
        for text in ["9个", "全年完成", "150家", "", "12"] {
            assert!(!is_time(text), "{text}");
        }
    }

    #[test]
    fn a_total_may_say_more_than_the_whole() {
        assert!(is_total("全市目标任务"));
        assert!(is_total("合计"));
        assert!(!is_total("目标任务"));
    }
}
