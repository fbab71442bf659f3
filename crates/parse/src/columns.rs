//! What the columns of a table are, told by their names.
//!
//! Start at [`Columns::from_header`]. Where a table prints no header, [`Columns::from_rows`]
//! judges by what the cells hold.

use model::Passage;

use crate::{
    numerals::{decimal_digit, list_number},
    raw::UnitColumn,
    units::is_unit_list,
    value::{CellValue, read_cell},
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
        settle_texts(&mut roles, rows);
        settle_text(&mut roles);
        settle_goal(&mut roles);
        settle_headings(&mut roles);
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

/// Whether a cell opens a header: 序号 and its like.
pub(crate) fn is_number_name(name: &str) -> bool {
    known_role(name) == Some(ColumnRole::Number)
}

/// Whether a name is one that headers use.
pub(crate) fn is_column_name(name: &str) -> bool {
    known_role(name).is_some() || is_total(name)
}

/// Whether a column holds the sum of the others: 全市, 合计.
pub(crate) fn is_total(name: &str) -> bool {
    let is_whole = |name: &str| {
        matches!(name, "全市" | "全县" | "全区" | "全省" | "合计" | "总计" | "总数" | "小计")
    };
    is_whole(name)
        || ["目标任务", "目标", "任务数", "任务", "总任务", "合计"]
            .iter()
            .any(|tail| name.strip_suffix(tail).is_some_and(is_whole))
}

/// Whether a name looks like a place or its own level: 南湖区, 港区, 市本级, 其他.
pub(crate) fn is_region(name: &str) -> bool {
    let bare = name.split(['（', '(']).next().unwrap_or(name);
    let ends = [
        "区",
        "县",
        "市",
        "市本级",
        "县本级",
        "区本级",
        "本级",
        "管委会",
        "新城",
        "其他",
        "镇",
        "街道",
        "乡",
    ];
    !bare.is_empty() && bare.chars().count() <= 14 && ends.iter().any(|end| bare.ends_with(end))
}

/// What a name says, where it is one that the field uses.
fn known_role(name: &str) -> Option<ColumnRole> {
    const NUMBER: [&str; 5] = ["序号", "编号", "序", "项目序号", "任务序号"];
    const STATUS: [&str; 9] = [
        "完成情况",
        "进展情况",
        "落实情况",
        "推进情况",
        "工作进展",
        "目前进展",
        "完成进度",
        "办理情况",
        "实施情况",
    ];
    const TEXT: [&str; 19] = [
        "目标任务",
        "主要工作任务",
        "工作任务",
        "任务",
        "事项名称",
        "任务内容",
        "重点工作",
        "工作内容",
        "项目内容",
        "主要内容",
        "建设内容",
        "具体任务",
        "主要任务",
        "重点任务",
        "目标要求",
        "具体工作",
        "指标名称",
        "指标",
        "主要指标",
    ];
    const HEADING: [&str; 12] = [
        "项目名称",
        "事项分类",
        "类别",
        "分类",
        "领域",
        "项目类别",
        "项目",
        "工作领域",
        "板块",
        "任务分类",
        "事项",
        "实事项目",
    ];
    if NUMBER.contains(&name) {
        return Some(ColumnRole::Number);
    }
    if STATUS.iter().any(|status| name.ends_with(status)) {
        return Some(ColumnRole::Status);
    }
    if MEASURES.contains(&name) {
        return Some(ColumnRole::Measure);
    }
    if let Some(column) = unit_column(name) {
        return Some(ColumnRole::Units(column));
    }
    if TEXT.contains(&name) {
        return Some(ColumnRole::Text);
    }
    if HEADING.contains(&name) {
        return Some(ColumnRole::Heading);
    }
    let ends = |words: &[&str]| !is_total(name) && words.iter().any(|word| name.ends_with(word));
    if ends(&["领导", "责任人", "负责人", "联系人"]) {
        return Some(ColumnRole::Person);
    }
    if ends(&["时限", "时间", "节点", "期限"]) {
        return Some(ColumnRole::Time);
    }
    let bare = match name.rfind(['（', '(']) {
        Some(at) if name.ends_with(['）', ')']) => &name[..at],
        _ => name,
    };
    if ["投资", "投资额", "资金", "经费", "投资金额"].iter().any(|word| bare.ends_with(word))
    {
        return Some(ColumnRole::Money);
    }
    if name == "备注" || ends(&["进度", "来源", "说明", "级别"]) {
        return Some(ColumnRole::Other);
    }
    if ends(&["年度目标", "年目标", "目标值", "目标数", "计划数", "年度计划"]) {
        return Some(ColumnRole::Goal);
    }
    // 年度目标任务, 重点工作内容, 具体举措: what a name ends in says what the column holds.
    ends(&["任务", "内容", "举措", "措施", "工作要点", "目标要求"]).then_some(ColumnRole::Text)
}

/// What the name of a column, or a label in running text, says of the units under it.
pub(crate) fn unit_column(name: &str) -> Option<UnitColumn> {
    let name = name.split(['（', '(']).next().unwrap_or(name);
    let ends = ["单位", "部门", "责任单位", "责任部门"];
    let is_measure = MEASURES.contains(&name);
    if is_measure || name.chars().count() > 8 || !ends.iter().any(|end| name.ends_with(end)) {
        return None;
    }
    Some(if name.contains("牵头") || name.contains("主办") {
        UnitColumn::Lead
    } else if ["配合", "协办", "协同", "参与", "协助"].iter().any(|word| name.contains(word))
    {
        UnitColumn::Support
    } else {
        UnitColumn::Any
    })
}

/// Names of columns of measure units.
const MEASURES: [&str; 3] = ["计量单位", "度量单位", "数量单位"];

/// 单位 alone names what is counted, where another column names who is responsible.
fn settle_measure(names: &[Passage], known: &mut [Option<ColumnRole>]) {
    let is_units = |at: usize| matches!(known[at], Some(ColumnRole::Units(_)));
    let (alone, others): (Vec<_>, Vec<_>) =
        (0..names.len()).filter(|at| is_units(*at)).partition(|at| names[*at].text == "单位");
    if !others.is_empty() {
        for at in alone {
            known[at] = Some(ColumnRole::Measure);
        }
    }
}

/// The first column of headings heads the rows (类别); another beside it (项目名称) names each: it is
/// kept, not read.
fn settle_headings(roles: &mut [ColumnRole]) {
    let headings = roles.iter_mut().filter(|role| **role == ColumnRole::Heading);
    headings.skip(1).for_each(|role| *role = ColumnRole::Other);
}

/// A goal says how much of the text right before it; elsewhere it is kept, not read.
fn settle_goal(roles: &mut [ColumnRole]) {
    for at in 0..roles.len() {
        let before = roles[..at].iter().rfind(|role| **role != ColumnRole::Measure);
        if roles[at] == ColumnRole::Goal && before != Some(&ColumnRole::Text) {
            roles[at] = ColumnRole::Other;
        }
    }
}

/// Whether a cell names a time and nothing else: 9月底, 2024年12月, 三季度, 全年.
pub(crate) fn is_time(text: &str) -> bool {
    let mut rest = text.trim_matches(|c| "（）()。".contains(c));
    let is_digit = |c: char| decimal_digit(c).is_some() || matches!(c, '-' | '—' | '～' | '至');
    let mut n_parts = 0;
    'parts: while !rest.is_empty() {
        for word in [
            "第一季度",
            "第二季度",
            "第三季度",
            "第四季度",
            "一季度",
            "二季度",
            "三季度",
            "四季度",
            "上半年",
            "下半年",
            "年底",
            "年内",
            "全年",
            "长期",
            "持续推进",
            "底",
            "末",
            "前",
            "上旬",
            "中旬",
            "下旬",
        ] {
            if let Some(behind) = rest.strip_prefix(word) {
                (rest, n_parts) = (behind, n_parts + 1);
                continue 'parts;
            }
        }
        let digits = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        let Some(unit) = rest[digits..].chars().next() else { return false };
        if digits == 0 || !matches!(unit, '年' | '月' | '日') {
            return false;
        }
        (rest, n_parts) = (&rest[digits + unit.len_utf8()..], n_parts + 1);
    }
    n_parts > 0
}

/// Whether a cell may name persons and nothing else: one or several words of two to four
/// characters.
pub(crate) fn may_be_persons(text: &str) -> bool {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let is_name = |word: &str| {
        (2..=4).contains(&word.chars().count()) && word.chars().all(is_han) && !is_unit_list(word)
    };
    text.split(['、', '，', ',', ' ', '/']).all(is_name)
}

/// Of several columns that may hold the text, the one whose cells are longest does, where another
/// names rows: 工业倍增 of 重点任务 and 具体工作. Those before it head its rows.
fn settle_texts(roles: &mut [ColumnRole], rows: &[&[Passage]]) {
    let texts: Vec<_> = (0..roles.len()).filter(|at| roles[*at] == ColumnRole::Text).collect();
    let length = |at: usize| -> usize {
        rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.chars().count()).sum()
    };
    let Some(longest) =
        texts.iter().copied().max_by_key(|at| (length(*at), core::cmp::Reverse(*at)))
    else {
        return;
    };
    // A first column that is as good as any stays the text.
    if texts[0] != longest && length(longest) >= 2 * length(texts[0]).max(1) {
        for at in texts.into_iter().filter(|at| *at < longest) {
            roles[at] = ColumnRole::Heading;
        }
    }
}

/// Sees to it that one column holds the text: the last heading, where no name says so.
fn settle_text(roles: &mut [ColumnRole]) {
    let mut texts = roles.iter_mut().filter(|role| **role == ColumnRole::Text);
    if texts.next().is_some() {
        // A second column of text names or parts the first: it is kept, not read.
        texts.for_each(|role| *role = ColumnRole::Other);
        return;
    }
    if let Some(last) = roles.iter_mut().rev().find(|role| **role == ColumnRole::Heading) {
        *last = ColumnRole::Text;
    }
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
