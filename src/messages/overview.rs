//! The words of 总览.

use super::{Clauses, Words, words};
use crate::state::Lang;

pub(crate) const LIVELIHOOD: Clauses = Clauses {
    zh: ("其中民生实事 ", " 项；"),
    en: ("Of these, ", " are livelihood projects; "),
};
pub(crate) const ALLOCATED: Clauses = Clauses {
    zh: ("分到区县的有 ", " 项。"),
    en: ("", " are shared out among the districts. "),
};
pub(crate) const REPORTED: Clauses =
    Clauses { zh: ("写了完成情况的有 ", " 项。"), en: ("", " say what has been done. ") };
pub(crate) const INFERRED: Clauses = Clauses {
    zh: ("由规则推定了牵头单位或列名的有 ", " 项。"),
    en: ("In ", ", a lead or a column's name was inferred by a rule. "),
};
pub(crate) const FAULTY: Clauses = Clauses {
    zh: ("原文有待核处的有 ", " 项。"),
    en: ("", " rest on a place in the source that is to be checked."),
};
pub(crate) const TOP_LEAD_END: Clauses = Clauses { zh: ("", " 项。"), en: ("", ". ") };

/// What stands before the unit that leads most, and between it and its figure.
pub(crate) fn top_lead(year: &str, lang: Lang) -> (String, &'static str) {
    match lang {
        Lang::Zh => (format!("{year}年牵头最多的是"), "，"),
        Lang::En => (format!("In {year} the unit that leads most is "), ", with "),
    }
}

pub(crate) fn n_documents(n: usize, word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{word}份文件"),
        Lang::En if n == 1 => format!("{word} document"),
        Lang::En => format!("{word} documents"),
    }
}

pub(crate) fn n_years(n: usize, word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{word}个年度"),
        Lang::En if n == 1 => format!("{word} year"),
        Lang::En => format!("{word} years"),
    }
}

pub(crate) fn display(documents: &str, years: &str, n_tasks: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{documents}，{years}，{n_tasks} 项任务"),
        Lang::En => format!("{documents}, {years}, {}", super::n_tasks(n_tasks, lang)),
    }
}

pub(crate) const NOTE: Words = words(
    "数字下有点线的都能点开，看它数的是哪些；再点一项，看它写在原文哪一行。一个编号下分几行的，一行算一项。",
    "Every dotted figure opens the list it counts; a task there opens the line it was read \
     from. Each row under a shared number counts as a task.",
);
pub(crate) const COVERAGE: Words = words("有哪些账", "What there is");
pub(crate) const COVERAGE_NOTE: Words = words(
    "行是地方，列是年度；空着的年度没有文件，不推算。",
    "Places by years; a year without a document stays empty and is not estimated.",
);
pub(crate) const OWN: Words = words("有自己的文件：任务数", "own document: tasks");
pub(crate) const SHARED: Words =
    words("只在市里的分解表中：有份的任务数", "only in the city's table: tasks with a share");
pub(crate) const NONE: Words = words("没有文件", "no document");
pub(crate) const NO_COLUMN: Words = words("表中没有这一列", "no column in the table");
pub(crate) const PLACE: Words = words("地方", "Place");
pub(crate) const TOTAL: Words = words("合计", "Total");
pub(crate) const SECTIONS: Words = words("各部分多少项", "By section");
pub(crate) const SECTIONS_NOTE: Words = words(
    "按任务行计。各年文件范围不同，不可直接相比。",
    "Counted by row. The years do not cover the same ground.",
);
pub(crate) const THEMES: Words = words("办哪些事", "By theme");
pub(crate) const THEMES_NOTE: Words = words(
    "主题由规则归类，打开任务可见依据。",
    "Themes are given by rules; an open task shows why.",
);
pub(crate) const LEADS: Words = words("谁牵头最多", "Who leads most");
pub(crate) const LEADS_HEAD: Words = words("牵头", "leads");
pub(crate) const NAMED_HEAD: Words = words("牵头或配合", "named");
pub(crate) const UNIT: Words = words("单位", "Unit");

pub(crate) fn leads_note(year: &str, n_tasks: u32, n_units: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{year}年，按任务行计，{n_tasks} 行、{n_units} 个单位；一行几个牵头的各计一次。"
        ),
        Lang::En => format!(
            "{year}, counted by row: {n_tasks} rows, {n_units} units; a row with several leads counts once for each."
        ),
    }
}

/// What a figure of a table counts, for those who hear it without the table.
pub(crate) fn cell(row: &str, year: u16, n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{row}，{year}年，{n} 项"),
        Lang::En => format!("{row}, {year}: {n}"),
    }
}

/// The same of a figure that counts every year, or a unit's tasks.
pub(crate) fn total(row: &str, what: &str, n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{row}，{what}，{n} 项"),
        Lang::En => format!("{row}, {what}: {n}"),
    }
}

pub(crate) fn own_documents(n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 项，自己的文件"),
        Lang::En => format!("{n}, own document"),
    }
}

pub(crate) fn shares(n: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 项有份"),
        Lang::En => format!("{n} with a share"),
    }
}

pub(crate) const FAULTS: Clauses =
    Clauses { zh: ("待核处共 ", " 处。"), en: (" There are ", " such places in all.") };
pub(crate) const NO_LIST: Words =
    words("这一年的文件没有这一部分", "no such section in this year's documents");
pub(crate) const CHANGED: Words = words("变了多少", "What changed most");
pub(crate) const RATES: Words = words("比率", "Rates");
pub(crate) const RATES_NOTE: Words = words(
    "以百分点计；“界”表示“以上、左右、以内”的用语变了。",
    "In points; \"bd.\" marks a change of at least, about or at most.",
);
pub(crate) const AMOUNT: Words = words("数量", "Amount");
pub(crate) const RATE: Words = words("增速、比例、限值", "Growth, share or limit");
pub(crate) const BY_PERCENT: Words = words("增减", "change");
pub(crate) const BY_POINTS: Words = words("百分点", "points");
pub(crate) const EARLIER: Words = words("前一年", "earlier");
pub(crate) const LATER: Words = words("后一年", "later");
pub(crate) const BOUND_SIGN: Words = words("界", "bd.");
pub(crate) const BOUND_CHANGED: Words =
    words("界限用语变了", "the wording of the bound has changed");
pub(crate) const BOUND_SAYS: Words =
    words("“界”：界限用语变了", "bd.: the wording of the bound has changed");
pub(crate) const STANDING: Words = words("进度", "Progress");
pub(crate) const ALL_STANDING: Words = words("逐项看进度", "All progress");

/// What is compared; place and years where they are the same of all.
pub(crate) fn changes_note(place: Option<&str>, years: Option<(u16, u16)>, lang: Lang) -> String {
    let place = place.map(|place| format!("{place}{}", super::clause_comma(lang)));
    let place = place.unwrap_or_default();
    match (lang, years) {
        (Lang::Zh, Some((before, after))) => {
            format!("{place}同一指标，{before}年对{after}年，只列可比的。")
        }
        (Lang::Zh, None) => format!("{place}同一指标最近两个可比的年份。"),
        (Lang::En, Some((before, after))) => {
            format!("{place}the same indicator in {before} and {after}, where it compares. ")
        }
        (Lang::En, None) => {
            format!("{place}the same indicator in the latest two years that compare. ")
        }
    }
}

/// Which years between have no document.
pub(crate) fn hole(years: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("中间没有{years}年文件，只比两端。"),
        Lang::En => format!("No document of {years} lies between."),
    }
}

pub(crate) fn all_changes(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共 {n} 个指标可比，逐个看"),
        Lang::En => format!("All {n} indicators that compare"),
    }
}

/// How many tasks report, and how they are judged.
pub(crate) fn standing_note(n: usize, points: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "写了完成情况的 {n} 项；一项有几个指标的取最靠后的一个，容差 {points} 个百分点。下面是欠得最多的，累计指标在前。"
        ),
        Lang::En => format!(
            "{n} tasks report progress; the least advanced indicator counts, tolerance {points} points. Those furthest behind, amounts first:"
        ),
    }
}
