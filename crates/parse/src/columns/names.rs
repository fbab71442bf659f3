//! What the names of columns say, and which cells hold times or persons.

use crate::{columns::ColumnRole, numerals::decimal_digit, raw::UnitColumn, units::is_unit_list};

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
        let all = ["全市", "全县", "全区", "全省", "合计", "总计", "总数", "总量", "小计"];
        all.contains(&name)
    };
    is_whole(name)
        || ["目标任务", "目标", "目标数", "任务数", "任务", "总任务", "总数", "合计"]
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
    is_own_level(name)
        || !bare.is_empty()
            && bare.chars().count() <= 14
            && ends.iter().any(|end| bare.ends_with(end))
}

/// Whether a name is a level alone, the place's own: 市级.
pub(crate) fn is_own_level(name: &str) -> bool {
    matches!(name, "省级" | "市级" | "县级" | "区级")
}

/// What a name says, where it is one that the field uses; what brackets behind it say
/// (完成情况（截至9月底）) is beside the point.
pub(crate) fn known_role(name: &str) -> Option<ColumnRole> {
    let bare = || Some(&name[..name.rfind(['（', '('])?]).filter(|_| name.ends_with(['）', ')']));
    role_of(name).or_else(|| bare().filter(|bare| !is_total(bare)).and_then(role_of))
}

fn role_of(name: &str) -> Option<ColumnRole> {
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
    const HEADING: [&str; 13] = [
        "民生实事",
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
    if ["投资", "投资额", "资金", "经费", "投资金额"].iter().any(|word| name.ends_with(word))
    {
        return Some(ColumnRole::Money);
    }
    if name == "备注" || ends(&["进度", "来源", "说明", "级别"]) {
        return Some(ColumnRole::Other);
    }
    if matches!(name, "目标" | "主要目标" | "工作目标" | "预期目标" | "任务目标")
    {
        return Some(ColumnRole::Goal);
    }
    if ends(&["年度目标", "年目标", "目标值", "目标数", "计划数", "年度计划"]) {
        return Some(ColumnRole::Goal);
    }
    // 年度目标任务, 重点工作内容, 具体举措: what a name ends in says what the column holds.
    ends(&["任务", "内容", "举措", "措施", "工作要点", "目标要求", "事项"])
        .then_some(ColumnRole::Text)
}

/// What the name of a column, or a label in running text, says of the units under it.
pub(crate) fn unit_column(name: &str) -> Option<UnitColumn> {
    let name = name.split(['（', '(']).next().unwrap_or(name);
    let ends = ["单位", "部门", "科室", "处室"];
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
            "起执行",
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
