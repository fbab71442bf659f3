//! The words of 部门.

use model::{DepartmentKind, Level};

use super::{Words, words};
use crate::state::{Lang, PairOrder, UnitOrder};

pub(crate) const LOADS: Words = words("谁担多少", "Who carries how much");
pub(crate) const LOADS_NOTE: Words = words(
    "按任务行计；一行几个牵头的各计一次，既牵头又列名的只计牵头。深条是牵头，浅条是配合。有目标值的，是所牵头的任务中写明要达到多少的。",
    "Counted by row; a row with several leads counts once for each, and a unit named as both \
     counts as lead. Dark bars are what it leads, pale ones what it helps with. “With a target” \
     is, of what it leads, what states a quantity to reach.",
);
pub(crate) const CHOSEN_NOTE: Words = words(
    "筛选里选了单位，表中只列这些单位；数按其余筛选计。",
    "The filter chooses units: the table lists these alone, counted over the rest of the filter.",
);
pub(crate) const UNIT: Words = words("单位", "Unit");
pub(crate) const PLACE: Words = words("层级", "Level");
pub(crate) const LEADS: Words = words("牵头", "leads");
pub(crate) const SUPPORTS: Words = words("配合", "helps");
pub(crate) const TARGETED: Words = words("有目标值", "with a target");
pub(crate) const ALL_YEARS: Words = words("合计", "Total");
pub(crate) const BAR: Words = words("比一比", "Bar");
pub(crate) const FIND: Words = words("在表中找单位", "Find a unit in the table");
pub(crate) const FIND_HINT: Words = words("名称、拼音、首字母", "name, pinyin, initials");
pub(crate) const NOT_FOUND: Words = words("没有这样的单位。", "No such unit.");
pub(crate) const TOGETHER: Words =
    words("所选单位合计，每项只计一次", "these units, each task once");
pub(crate) const NOTHING: Words =
    words("筛选出的任务没有列单位。", "None of these tasks names a unit.");
pub(crate) const NOTHING_NEXT: Words =
    words("去掉一项筛选，或另选年度。", "Leave a part of the filter out, or choose another year.");
pub(crate) const PAIRS: Words = words("谁和谁一起办", "Who works with whom");
pub(crate) const PAIRS_NOTE: Words = words(
    "一方牵头、另一方同在其列（牵头或配合）的任务数。",
    "Tasks that one unit leads and that name the other, as lead or as help.",
);
pub(crate) const PAIR_LEAD: Words = words("牵头单位", "Leads");
pub(crate) const PARTNER: Words = words("同列单位", "Named with it");
pub(crate) const PAIR_TASKS: Words = words("任务", "Tasks");
pub(crate) const NO_PAIRS: Words =
    words("筛选出的任务都只列一个单位。", "Each of these tasks names one unit alone.");
pub(crate) const NETWORK: Words = words("同一张表画成网", "The same as a network");
pub(crate) const KIND: Words = words("性质", "Kind");
pub(crate) const FORMS: Words = words("写法", "Written");
pub(crate) const COUNTY_OF: Words = words("对应市级", "City's office");
pub(crate) const BACK: Words = words("看全部单位", "All units");
pub(crate) const ALL_TASKS: Words = words("参与的任务", "tasks that name it");
pub(crate) const BY_YEAR: Words = words("历年担子", "Load by year");
pub(crate) const FAMILY: Words = words("上下对口", "The same office elsewhere");
pub(crate) const FAMILY_NOTE: Words = words(
    "按名称对应，由规则推定。数是参与的任务。",
    "Matched by name, by a rule. Figures are tasks that name the office.",
);
pub(crate) const SEEN_TOGETHER: Words = words("放在一起看", "See them together");
pub(crate) const SERIES: Words = words("别的年份也有的指标", "What stands in other years too");
pub(crate) const SERIES_NOTE: Words =
    words("异：口径不同，不可相比。", "n.c.: not the same measure, not to be compared.");
pub(crate) const NOT_COMPARABLE_SIGN: Words = words("异", "n.c.");
pub(crate) const NO_SERIES: Words = words(
    "所牵头的任务里没有别的年份也有的指标。",
    "Nothing it leads has a figure that stands in another year.",
);
pub(crate) const LED: Words = words("牵头的任务", "What it leads");
pub(crate) const NOTHING_LED: Words =
    words("在筛选出的任务里没有牵头。", "It leads none of these tasks.");
pub(crate) const TASK: Words = words("任务", "Task");
pub(crate) const TARGETS: Words = words("目标值", "Targets");
pub(crate) const STATE: Words = words("进度", "Progress");
pub(crate) const INDICATOR: Words = words("指标", "Indicator");

pub(crate) fn network_says(n_pairs: usize, n_units: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "任务最多的 {n_pairs} 对，涉及 {n_units} 个单位。箭头从牵头指向同列的单位，线越粗，一起办的任务越多；圆越大，列名的任务越多。"
        ),
        Lang::En => format!(
            "The {n_pairs} pairs with most tasks, {n_units} units. Arrows lead from who leads to \
             who is named with it; the thicker, the more tasks together; the larger a disc, the \
             more tasks name the unit."
        ),
    }
}

pub(crate) fn pair(lead: &str, partner: &str, n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{lead}牵头，{partner}同列，{n} 项"),
        Lang::En => format!("{lead} leads, {partner} is named: {n}"),
    }
}

/// What a figure of the table counts.
pub(crate) fn load(unit: &str, when: &str, role: Words, n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit}，{when}{}，{n} 项", role.to(lang)),
        Lang::En => format!("{unit}, {when}, {}: {n}", role.to(lang)),
    }
}

pub(crate) fn year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年"),
        Lang::En => year.to_string(),
    }
}

pub(crate) fn all_units(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {n} 个单位"),
        Lang::En => format!("All {n} units"),
    }
}

pub(crate) fn all_pairs(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {n} 对"),
        Lang::En => format!("All {n} pairs"),
    }
}

pub(crate) const fn unit_order(order: UnitOrder) -> Words {
    match order {
        UnitOrder::Lead => LEADS,
        UnitOrder::Support => SUPPORTS,
        UnitOrder::Target => TARGETED,
        UnitOrder::Name => UNIT,
    }
}

pub(crate) const fn pair_order(order: PairOrder) -> Words {
    match order {
        PairOrder::Tasks => PAIR_TASKS,
        PairOrder::Lead => PAIR_LEAD,
        PairOrder::Partner => PARTNER,
    }
}

pub(crate) const fn level(level: Level) -> Words {
    match level {
        Level::Province => words("省级", "province"),
        Level::City => words("市级", "city"),
        Level::County => words("县级", "county"),
    }
}

pub(crate) const fn kind(kind: DepartmentKind) -> Words {
    match kind {
        DepartmentKind::Party => words("党委部门", "party body"),
        DepartmentKind::Government => words("政府部门", "government department"),
        DepartmentKind::LocalGovernment => words("下级政府、镇、街道", "local government"),
        DepartmentKind::Zone => words("开发区、管委会", "development zone"),
        DepartmentKind::Enterprise => words("国有企业", "state enterprise"),
        DepartmentKind::MassOrganisation => words("群团组织", "mass organisation"),
        DepartmentKind::Institution => words("学校、科研院所", "institution"),
        DepartmentKind::Vertical => words("中央、省驻地方单位", "office of the state or province"),
        DepartmentKind::Other => words("其他", "other"),
    }
}
