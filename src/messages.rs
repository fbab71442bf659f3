//! Every word of the page, Chinese and English side by side.
//!
//! This file holds the frame's; the files under `messages/` hold those of the sentence, the
//! names, the tasks, the findings and the overview, and are read as if they stood here.
//! Fixed words are constants; a sentence with a name or a number in it is a function. The
//! documents' own text is never translated and stands nowhere here. To add a word, write both
//! languages; to add a language, give [`Words`] a field and follow the compiler.

mod sentence;

mod names;
mod tasks;
mod units;

mod findings;

pub(crate) mod overview;

pub(crate) mod about;
pub(crate) mod chart;
pub(crate) mod checks;
pub(crate) mod compare;
pub(crate) mod departments;
pub(crate) mod districts;
pub(crate) mod panel;
pub(crate) mod progress;

pub(crate) mod keys;
pub(crate) mod kiosk;
pub(crate) mod share;
pub(crate) mod take;

pub(crate) use findings::*;
pub(crate) use names::*;
pub(crate) use sentence::*;
pub(crate) use tasks::*;
pub(crate) use units::*;

use crate::state::{Lang, Tint, View};

/// The same words in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    zh: &'static str,
    en: &'static str,
}

impl Words {
    /// The words in this language.
    pub(crate) const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// What stands before a figure and after it.
pub(crate) type Clause = (&'static str, &'static str);

/// A clause round one figure, in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clauses {
    zh: Clause,
    en: Clause,
}

impl Clauses {
    /// The clause in this language.
    pub(crate) const fn to(self, lang: Lang) -> Clause {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

// The frame.

pub(crate) const NAME: Words = words("一本账", "One Ledger");
pub(crate) const SKIP: Words = words("跳到正文", "Skip to content");
pub(crate) const VIEWS: Words = words("视图", "Views");
pub(crate) const YEARS: Words = words("年度", "Years");
pub(crate) const SEARCH: Words = words("搜索", "Search");
pub(crate) const SEARCH_HINT: Words = words("任务、单位、拼音", "tasks, units, pinyin");
pub(crate) const FOOT: Words = words(
    "原文照登，不作更改。本页不联网。",
    "Sources as printed, unchanged. This page uses no network.",
);
pub(crate) const DOCUMENTS: Words = words("文件", "Documents");

/// What the switch to the other language says, in that language.
pub(crate) const fn switch_to(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "中文",
        Lang::En => "EN",
    }
}

pub(crate) const fn view(view: View) -> Words {
    match view {
        View::Overview => words("总览", "Overview"),
        View::Tasks => words("任务", "Tasks"),
        View::Compare => words("对比", "Compare"),
        View::Districts => words("区县", "Districts"),
        View::Departments => words("部门", "Departments"),
        View::Progress => words("进度", "Progress"),
        View::Checks => words("核验", "Checks"),
        View::Kiosk => words("展示", "Show"),
        View::About => words("说明", "About"),
    }
}

pub(crate) const fn tint(tint: Tint) -> Words {
    match tint {
        Tint::Auto => words("外观：随系统", "Look: as the system"),
        Tint::Light => words("外观：浅色", "Look: light"),
        Tint::Dark => words("外观：深色", "Look: dark"),
    }
}

pub(crate) fn no_document_in(year: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年没有文件"),
        Lang::En => format!("no document for {year}"),
    }
}

// Acts and notices.

pub(crate) const COPY_LINK: Words = words("复制链接", "Copy link");
pub(crate) const COPIED: Words = words("已复制", "Copied");
pub(crate) const COPY_FAILED: Words =
    words("没有复制成，请从地址栏复制", "Not copied; please copy from the address bar");
pub(crate) const PRINT: Words = words("打印", "Print");
pub(crate) const OPEN_PART: Words = words("改这一项", "Change this");
pub(crate) const CLOSE_CHOICES: Words = words("选好了", "Done");
pub(crate) const DROP_PART: Words = words("去掉这一项", "Leave this out");
pub(crate) const DROP_ALL: Words = words("全部去掉", "Clear all");

/// What of a link could not be read and was left out.
pub(crate) fn left_out(parts: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("链接里的 {} 无法识别，已略去。", parts.join("、")),
        Lang::En => format!("Left out of the link, because unknown: {}.", parts.join(", ")),
    }
}

pub(crate) const FAILED: Words = words("数据没有读出来。", "The data could not be read.");
/// What paper says of lists that are longer than it.
pub(crate) fn paper_cut(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("太长的列表没有印全，各约前 {n} 行；全部内容在“下载”的表格里。"),
        Lang::En => {
            format!(
                "Long lists are not printed whole, about {n} rows of each; \
                 everything is in the tables under Download."
            )
        }
    }
}

pub(crate) const LATER_AWAITED: Words = words("正在读取这一部分……", "Reading this part…");
pub(crate) const LATER_FAILED: Words =
    words("这一部分没有读出来。", "This part could not be read.");
pub(crate) const LATER_FAILED_NEXT: Words = words(
    "请再读一次；仍不行，请检查网络，单个文件请重新下载。",
    "Read it again, or check the network; download the one file again.",
);
pub(crate) const LATER_AGAIN: Words = words("再读一次", "Read again");
pub(crate) const FAILED_NEXT: Words = words(
    "请重新打开本页；仍不行，请重新下载一份。",
    "Please reload the page; if that does not help, download it again.",
);

// Counts.

pub(crate) fn n_tasks(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 项"),
        Lang::En if n == 1 => "1 task".to_owned(),
        Lang::En => format!("{n} tasks"),
    }
}

/// What stands between the sentence and its count, before the count, and after it.
pub(crate) const fn count_frame(n: usize, lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["，", "共 ", " 项"],
        Lang::En if n == 1 => [",", " ", " task"],
        Lang::En => [",", " ", " tasks"],
    }
}
