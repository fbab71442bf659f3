//! The words that the sentence is made of.

use engine::Facet;

use super::{Words, words};
use crate::state::Lang;

pub(crate) const ALL_TASKS: Words = words("全部任务", "Everything");

/// What stands before and after the chosen names of a facet.
pub(crate) const fn facet_frame(
    facet: Facet,
    is_excluded: bool,
    lang: Lang,
) -> (&'static str, &'static str) {
    match (lang, facet, is_excluded) {
        (_, Facet::Section | Facet::Trait | Facet::Progress, false)
        | (Lang::En, Facet::Year | Facet::Document, false) => ("", ""),
        (Lang::Zh, Facet::Year, false) => ("", "年"),
        (Lang::Zh, Facet::Year, true) => ("不含", "年"),
        (Lang::Zh, Facet::Document, false) => ("", "文件"),
        (Lang::Zh, Facet::Document, true) => ("不含", "文件"),
        (Lang::Zh, Facet::Region, false) => ("涉及", ""),
        (Lang::Zh, Facet::Region, true) => ("不涉及", ""),
        (Lang::Zh, Facet::Section, true) => ("不含", ""),
        (Lang::Zh, Facet::Theme, false) => ("", "类"),
        (Lang::Zh, Facet::Theme, true) => ("不含", "类"),
        (Lang::Zh, Facet::Lead, false) => ("", "牵头"),
        (Lang::Zh, Facet::Lead, true) => ("不含", "牵头的"),
        (Lang::Zh, Facet::Unit, false) => ("", "牵头或配合"),
        (Lang::Zh, Facet::Unit, true) => ("不含", "牵头或配合的"),
        (Lang::Zh, Facet::LeadRule, false) => ("牵头依据：", ""),
        (Lang::Zh, Facet::LeadRule, true) => ("牵头依据不是：", ""),
        (Lang::Zh, Facet::Trait | Facet::Progress, true) => ("不含", "的"),
        (Lang::Zh, Facet::Wanted, false) => ("目标值：", ""),
        (Lang::Zh, Facet::Wanted, true) => ("目标值不含：", ""),
        (Lang::En, Facet::Wanted, false) => ("targets: ", ""),
        (Lang::En, Facet::Region, false) => ("concerning ", ""),
        (Lang::En, Facet::Region, true) => ("not concerning ", ""),
        (Lang::En, Facet::Theme, false) => ("on ", ""),
        (Lang::En, Facet::Theme, true) => ("not on ", ""),
        (Lang::En, Facet::Lead, false) => ("led by ", ""),
        (Lang::En, Facet::Lead, true) => ("not led by ", ""),
        (Lang::En, Facet::Unit, false) => ("naming ", ""),
        (Lang::En, Facet::Unit, true) => ("not naming ", ""),
        (Lang::En, Facet::LeadRule, false) => ("lead decided: ", ""),
        (Lang::En, Facet::LeadRule, true) => ("lead not decided: ", ""),
        (Lang::En, _, true) => ("without ", ""),
    }
}

pub(crate) const fn search_frame(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("含“", "”"),
        Lang::En => ("containing \"", "\""),
    }
}

/// What parts names in a row.
pub(crate) const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// What parts two clauses.
pub(crate) const fn clause_comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

/// What stands after the first of many names.
pub(crate) fn and_more(n_names: usize, n_left: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("等{n_names}个"),
        Lang::En => format!(" and {n_left} more"),
    }
}
