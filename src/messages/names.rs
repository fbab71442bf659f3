//! The names of facets, of those of their values that are codes, and of what a list is sorted and
//! parted by.

use engine::{Facet, Group, SortKey, Trait, Wanted};
use model::{LeadRule, ProgressState, SectionKind, TargetKind, Theme};

use super::{Words, n_tasks, words};
use crate::state::Lang;

pub(crate) const FACETS: Words = words("筛选", "Filter");
pub(crate) const NO_THEME: Words = words("未归类", "no theme");
pub(crate) const FIND_VALUE: Words = words("名称或拼音", "name or pinyin");
pub(crate) const FEWER: Words = words("收起", "Fewer");
pub(crate) const FIRST_ONLY: Words = words("只看前面的", "The first ones only");
pub(crate) const NOTHING_FOUND: Words = words("没有这样的名称", "No such name");

pub(crate) const fn facet(facet: Facet) -> Words {
    match facet {
        Facet::Year => words("年度", "Year"),
        Facet::Document => words("文件", "Document"),
        Facet::Region => words("区县", "Region"),
        Facet::Section => words("部分", "Section"),
        Facet::Theme => words("主题", "Theme"),
        Facet::Lead => words("牵头单位", "Lead unit"),
        Facet::Unit => words("牵头或配合", "Any unit"),
        Facet::LeadRule => words("牵头依据", "How the lead was decided"),
        Facet::Trait => words("另有", "Also"),
        Facet::Wanted => words("目标值", "Targets"),
        Facet::Progress => words("进度", "Progress"),
    }
}

pub(crate) fn more_values(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另 {n} 个，可搜拼音"),
        Lang::En => format!("{n} more, searchable"),
    }
}

pub(crate) fn exclude_value(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不含{name}"),
        Lang::En => format!("Exclude {name}"),
    }
}

pub(crate) fn find_in(facet: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("在{facet}里找"),
        Lang::En => format!("Find in {facet}"),
    }
}

pub(crate) fn see_results(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("看 {n} 项"),
        Lang::En => format!("Show {}", n_tasks(n, lang)),
    }
}

pub(crate) const fn section(kind: SectionKind) -> Words {
    match kind {
        SectionKind::FiveYear => words("五年任务", "five-year tasks"),
        SectionKind::Annual => words("年度任务", "annual tasks"),
        SectionKind::LivelihoodProvince => words("省民生实事", "livelihood, province"),
        SectionKind::LivelihoodCity => words("市民生实事", "livelihood, city"),
        SectionKind::LivelihoodCounty => words("县民生实事", "livelihood, county"),
        SectionKind::Progress => words("年中进展", "mid-year progress"),
    }
}

/// A section's name where there is little room.
pub(crate) const fn section_short(kind: SectionKind) -> Words {
    match kind {
        SectionKind::FiveYear => words("五年", "5-year"),
        SectionKind::Annual => words("年度", "annual"),
        SectionKind::LivelihoodProvince => words("省民生", "province"),
        SectionKind::LivelihoodCity | SectionKind::LivelihoodCounty => words("民生", "livelihood"),
        SectionKind::Progress => words("任务与进展", "progress"),
    }
}

pub(crate) const fn theme(theme: Theme) -> Words {
    let en = match theme {
        Theme::Economy => "economy",
        Theme::Innovation => "innovation",
        Theme::Industry => "industry",
        Theme::Business => "business climate",
        Theme::Investment => "investment",
        Theme::Opening => "opening up",
        Theme::Transport => "transport",
        Theme::Urban => "urban and housing",
        Theme::Rural => "rural affairs",
        Theme::Environment => "environment",
        Theme::Education => "education",
        Theme::Health => "health",
        Theme::Care => "care",
        Theme::Employment => "work and security",
        Theme::Culture => "culture and sport",
        Theme::Safety => "safety and law",
        Theme::Government => "digital government",
    };
    words(theme.name(), en)
}

pub(crate) const fn wanted(kind: Wanted) -> Words {
    match kind {
        Wanted::Absolute => target_kind(TargetKind::Absolute),
        Wanted::Growth => target_kind(TargetKind::Growth),
        Wanted::Ratio => target_kind(TargetKind::Ratio),
        Wanted::Nothing => words("没有目标值", "no target"),
    }
}

pub(crate) const fn state(state: ProgressState) -> Words {
    match state {
        ProgressState::Behind => words("欠进度", "behind"),
        ProgressState::OnTrack => words("达进度", "on track"),
        ProgressState::Ahead => words("超进度", "ahead"),
        ProgressState::Done => words("已完成", "done"),
        ProgressState::Unquantified => words("未量化", "not quantified"),
    }
}

pub(crate) const fn target_kind(kind: TargetKind) -> Words {
    match kind {
        TargetKind::Absolute => words("数量", "amount"),
        TargetKind::Growth => words("增速", "growth"),
        TargetKind::Ratio => words("比例", "ratio"),
    }
}

pub(crate) const fn lead_rule(rule: LeadRule) -> Words {
    match rule {
        LeadRule::Marked => words("带星号", "starred"),
        LeadRule::Only => words("只列一个单位", "only unit named"),
        LeadRule::FirstListed => words("文件注明列第一位的牵头", "first, as the document says"),
        LeadRule::LeadColumn => words("牵头栏写明", "in the lead column"),
        LeadRule::InferredFirst => words("未标明，取列第一位", "unmarked: first taken"),
    }
}

pub(crate) const fn known(known: Trait) -> Words {
    match known {
        Trait::Allocated => words("有分解", "shares by region"),
        Trait::Reported => words("有完成情况", "progress text"),
        Trait::Inferred => words("有推断", "something inferred"),
        Trait::Faulty => words("原文有待核处", "source to be checked"),
        Trait::Targeted => words("有目标值", "with a target"),
    }
}

pub(crate) const fn sort(by: SortKey) -> Words {
    match by {
        SortKey::Printed => words("按文件次序", "as printed"),
        SortKey::Lead => words("按牵头单位", "by lead"),
        SortKey::Units => words("按单位多少", "by number of units"),
        SortKey::Total => words("按全市总数", "by city total"),
    }
}

pub(crate) const fn group(group: Group) -> Words {
    match group {
        Group::None => words("不分组", "not grouped"),
        Group::Section => words("按文件、部分分组", "by document and section"),
        Group::Theme => words("按主题分组", "by theme"),
        Group::Lead => words("按牵头单位分组", "by lead"),
        Group::Region => words("按地方分组", "by place"),
    }
}

pub(crate) fn sort_by(column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("按{column}排列"),
        Lang::En => format!("Sort by {column}"),
    }
}
