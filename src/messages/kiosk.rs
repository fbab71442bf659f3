//! The words of 展示: the deck, the running show, and what stands on a wall.

use model::Bound;

use super::{Words, words};
use crate::format;
use crate::state::Lang;

// The tables of the slides.

pub(crate) const DOCUMENT: Words = words("文件", "Document");
pub(crate) const TASKS: Words = words("任务", "Tasks");
pub(crate) const LIVELIHOOD: Words = words("民生实事", "Livelihood");
pub(crate) const ALLOCATED: Words = words("有分解", "Shared out");
pub(crate) const REPORTED: Words = words("报告进度", "Report progress");
pub(crate) const FAULTY: Words = words("待核验", "To check");
pub(crate) const NUMBER: Words = words("编号", "No.");
pub(crate) const TASK: Words = words("任务", "Task");
pub(crate) const TARGET: Words = words("目标", "Target");
pub(crate) const REACHED: Words = words("完成", "Reached");
pub(crate) const GAP: Words = words("差", "Gap");
pub(crate) const POINTS: Words = words("百分点", "points");
pub(crate) const TO_THE_TARGET: Words = words("离全年目标", "To the year's target");
pub(crate) const WHAT: Words = words("变化", "What");
pub(crate) const TOTAL: Words = words("全市", "Total");
pub(crate) const SHARE: Words = words("份额", "Share");
pub(crate) const PART_OF_CITY: Words = words("占全市", "Of the total");
pub(crate) const PLACE: Words = words("位次", "Place");
pub(crate) const YEAR: Words = words("年度", "Year");
pub(crate) const STATE: Words = words("进度", "State");
pub(crate) const WHERE: Words = words("种类、出处", "Kind and place");
pub(crate) const FINDING: Words = words("对不上的地方", "What does not fit");

pub(crate) const OVERVIEW_NOTE: Words = words(
    "数是任务行数，原文照登；“–” 是文件没有这一项，不是 0",
    "Rows counted, sources as printed; \"–\" is no such thing in the document, which is not 0",
);
pub(crate) const SHARES_NOTE: Words = words(
    "原文的数，整句的写读出的数；“/” 是没有份，不是 0",
    "As printed, a sentence as read; \"/\" is no share, which is not 0",
);
pub(crate) const LOADS_NOTE: Words = words(
    "按任务行计；有目标值的，是所牵头的任务中写明要达到多少的",
    "Counted by row; with a target: of what it leads, what states a quantity",
);
pub(crate) const CHECKS_NOTE: Words =
    words("照登原文，不作更改", "Shown as printed, never changed");
pub(crate) const KEY_REACHED: Words = words("已完成", "reached");
pub(crate) const KEY_MISSING: Words = words("离序时或目标还差", "missing");
pub(crate) const KEY_TIME: Words = words("序时", "share of the year");
pub(crate) const KEY_POINTS: Words = words(
    "实点可比，空点不可比，菱形是别处的数，斜线是没有文件的年份",
    "filled points compare, hollow ones do not, diamonds are another place's; hatched: no document",
);

/// What joins the parts of a caption.
pub(crate) const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "。",
        Lang::En => ". ",
    }
}

pub(crate) fn led_by(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{names}牵头"),
        Lang::En => format!("led by {names}"),
    }
}

/// How often something was found.
pub(crate) fn n_places(what: &str, n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{what}，{n} 处"),
        Lang::En => format!("{what}, {n}"),
    }
}

/// How many rows of shares the table of a document has.
pub(crate) fn shared_out(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("分到各地的 {n} 行"),
        Lang::En if n == 1 => "1 row shared out among places".to_owned(),
        Lang::En => format!("{n} rows shared out among places"),
    }
}

/// How a value binds, where there is no room for words.
pub(crate) const fn bound_sign(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly => "",
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
        Bound::About => "≈",
    }
}

/// That units which lead nothing are left out; empty where there are none.
pub(crate) fn leading_nothing(n: usize, lang: Lang) -> String {
    match lang {
        _ if n == 0 => String::new(),
        Lang::Zh => format!("；另有 {n} 个单位只配合"),
        Lang::En if n == 1 => "; 1 more unit only supports".to_owned(),
        Lang::En => format!("; {n} more units only support"),
    }
}

/// That indicators are left out because nothing of them compares; empty where there are none.
pub(crate) fn not_compared(n: usize, lang: Lang) -> String {
    match lang {
        _ if n == 0 => String::new(),
        Lang::Zh => format!("另有 {n} 个指标没有可比的两年"),
        Lang::En if n == 1 => "1 more indicator has no two years that compare".to_owned(),
        Lang::En => format!("{n} more indicators have no two years that compare"),
    }
}

/// That a long list is shown in part.
pub(crate) fn first_rows(n_shown: usize, n_all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只展示前 {n_shown} 行，共 {n_all} 行"),
        Lang::En => format!("the first {n_shown} of {n_all} rows"),
    }
}

/// The rule by which progress was judged.
pub(crate) fn progress_note(
    rule: &str,
    amount_tenths: u16,
    rate_tenths: u16,
    n_unjudged: usize,
    lang: Lang,
) -> String {
    let points = |tenths: u16| format::number(f64::from(tenths) / 10.0);
    let (amount, rate) = (points(amount_tenths), points(rate_tenths));
    let rule = rule.trim_end_matches(['。', '.']);
    let tolerance = match lang {
        Lang::Zh => format!("{rule}。容差 {amount} 和 {rate} 个百分点"),
        Lang::En => format!("{rule}. Tolerance {amount} and {rate} points"),
    };
    match lang {
        _ if n_unjudged == 0 => tolerance,
        Lang::Zh => format!("{tolerance}；另有 {n_unjudged} 项没有可对照的数"),
        Lang::En => format!("{tolerance}; {n_unjudged} more have no figure to compare"),
    }
}

pub(crate) fn of_target(target: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全年 {target}"),
        Lang::En => format!("of {target}"),
    }
}

pub(crate) fn in_points(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{words} 点"),
        Lang::En => format!("{words} pts"),
    }
}

/// A place among several.
pub(crate) fn nth_of(n: usize, of: usize, is_tied: bool, lang: Lang) -> String {
    let tied = match (is_tied, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "并列",
        (true, Lang::En) => "tied ",
    };
    match lang {
        Lang::Zh => format!("{tied}第{n}／{of}"),
        Lang::En => format!("{tied}{n} of {of}"),
    }
}

// The deck.

pub(crate) const NOTE: Words = words(
    "一页就是一个链接加几秒。任何视图右上角的“作为一页”会加到最后。",
    "A slide is a link and some seconds. \"As a slide\" on any view adds it at the end.",
);
pub(crate) const AS_SLIDE: Words = words("作为一页", "As a slide");
pub(crate) const START: Words = words("开始展示", "Start");
pub(crate) const DECK_NAME: Words = words("名称", "Name");
pub(crate) const DECK_NAME_HINT: Words = words("例如：周一晨会", "for example: Monday meeting");
pub(crate) const DECK_EVERY: Words = words("每屏秒数", "Seconds a screen");
pub(crate) const SLIDES: Words = words("页", "Slides");
pub(crate) const OWN_SECONDS: Words = words("秒数", "Seconds");
pub(crate) const UP: Words = words("上移", "Move up");
pub(crate) const DOWN: Words = words("下移", "Move down");
pub(crate) const REMOVE: Words = words("去掉", "Remove");
pub(crate) const DRAG: Words = words("拖动排序", "Drag to order");
pub(crate) const SAVE_FILE: Words = words("存成文件", "Save as a file");
pub(crate) const OPEN_FILE: Words = words("打开文件", "Open a file");
pub(crate) const DEFAULT_DECK: Words = words("恢复默认", "Back to the default");
pub(crate) const COPY_DECK: Words = words("复制展示链接", "Copy the show's link");
pub(crate) const NO_SLIDES: Words = words("还没有页。", "No slides yet.");
pub(crate) const NO_SLIDES_NEXT: Words = words(
    "到任一视图点“作为一页”，或恢复默认。",
    "Use \"As a slide\" on any view, or go back to the default.",
);
pub(crate) const NOT_A_DECK: Words =
    words("这个文件里没有展示用的链接。", "That file holds no link to show.");
pub(crate) const UNREADABLE: Words = words("打不开，展示时跳过", "cannot be shown and is skipped");

pub(crate) fn added(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已加入展示，第 {n} 页"),
        Lang::En => format!("Added to the show as slide {n}"),
    }
}

pub(crate) fn n_screens(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 屏"),
        Lang::En if n == 1 => "1 screen".to_owned(),
        Lang::En => format!("{n} screens"),
    }
}

/// How long a whole round takes.
pub(crate) fn round(n_screens: usize, seconds: u32, lang: Lang) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match lang {
        Lang::Zh => format!("共 {n_screens} 屏，一轮 {minutes} 分 {rest} 秒"),
        Lang::En => format!("{n_screens} screens, a round of {minutes} min {rest} s"),
    }
}

// The running show.

pub(crate) const PREVIOUS: Words = words("上一屏", "Previous");
pub(crate) const NEXT: Words = words("下一屏", "Next");
pub(crate) const GO_ON: Words = words("继续", "Go on");
pub(crate) const FULL_SCREEN: Words = words("全屏", "Full screen");
pub(crate) const LEAVE: Words = words("退出展示", "Leave the show");
pub(crate) const QR: Words = words("二维码：这一页的链接", "QR code: the link of this slide");
pub(crate) const SCAN: [Words; 2] = [words("扫码看", "Scan for"), words("这一页", "this page")];
pub(crate) const AWAKE: Words = words("屏幕保持常亮", "The screen is kept awake");
pub(crate) const NOT_AWAKE: Words = words(
    "浏览器不能保持常亮，请在系统里关掉休眠",
    "This browser cannot keep the screen awake; switch sleep off in the system",
);
pub(crate) const NOTHING_TO_SHOW: Words =
    words("没有可展示的页。", "There is no slide that can be shown.");

pub(crate) fn left(seconds: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有 {seconds} 秒"),
        Lang::En => format!("{seconds} seconds left"),
    }
}

/// The slides that were skipped, by number and link.
pub(crate) fn skipped(slides: &[(usize, &str)], lang: Lang) -> String {
    let name = |(n, link): &(usize, &str)| match lang {
        Lang::Zh => format!("第 {n} 页（{link}）"),
        Lang::En => format!("slide {n} ({link})"),
    };
    let names: Vec<_> = slides.iter().map(name).collect();
    match lang {
        Lang::Zh => format!("{}打不开，已跳过", names.join("、")),
        Lang::En => format!("{} cannot be shown and is skipped", names.join(", ")),
    }
}
