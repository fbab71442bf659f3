//! Words of 说明: where the data come from, and the rules.

use model::ProgressState;

use super::{Words, words};
use crate::state::Lang;

pub(crate) const WHAT: Words = words("这是什么", "What this is");
pub(crate) const WHAT_TEXT: Words = words(
    "政府工作报告每年分解成一张单子：办什么、谁牵头、谁配合、办到多少、各地各分多少；年中再写办到了哪里。\
     本页把几份公开的单子合成一本账，逐项可筛、可加、可比，每个数都能点回原文那一行。",
    "Each year a work report is taken apart into a list: what is to be done, who leads, who helps, how \
     much, and each district's share; at mid-year follows what was done. This page makes one ledger of \
     several public lists. Everything can be filtered, added up and compared, and every figure opens \
     the line it was read from.",
);
pub(crate) const USES: Words = words(
    "年初建账，逐月查账，年底交账。",
    "Set up at the start of the year, looked into month by month, closed at its end.",
);
pub(crate) const SOURCES: Words = words("来源", "Sources");
pub(crate) const TITLE: Words = words("题名", "Title");
pub(crate) const ISSUER: Words = words("发文机关", "Issuer");
pub(crate) const NUMBER: Words = words("文号", "Number");
pub(crate) const WRITTEN: Words = words("成文日期", "Date");
pub(crate) const PUBLISHED: Words = words("发布日期", "Published");
pub(crate) const PLACE_AND_YEAR: Words = words("地方和年度", "Place and year");
pub(crate) const SECTIONS: Words = words("各部分", "Sections");
pub(crate) const TEXT: Words = words("原文", "Text");
pub(crate) const NOT_PRINTED: Words = words("原文没有印", "not printed in the source");
pub(crate) const PROVINCE: Words = words("省级", "province");
pub(crate) const CITY: Words = words("市级", "city");
pub(crate) const COUNTY: Words = words("县级", "county");

pub(crate) fn n_sources(n: usize, n_all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if n == n_all => {
            format!("共 {n} 份文件。各年、各地范围不同，没有文件的年份不推算。")
        }
        Lang::Zh => format!("共 {n_all} 份文件，筛选里有 {n} 份。"),
        Lang::En if n == n_all => format!(
            "{n} documents. They do not cover the same ground; a year without one is not estimated."
        ),
        Lang::En => format!("{n} of {n_all} documents are in the filter."),
    }
}

pub(crate) fn all_sources(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {n} 份文件"),
        Lang::En => format!("All {n} documents"),
    }
}

pub(crate) fn level_and_year(level: &str, year: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{level}），{year}年"),
        Lang::En => format!(" ({level}), {year}"),
    }
}

/// What stands before and after the number of rows of a section.
pub(crate) fn rows_of(n_numbers: u32, lang: Lang) -> (String, &'static str) {
    match lang {
        Lang::Zh => (format!("：{n_numbers} 个编号，"), " 行"),
        Lang::En => (format!(": {n_numbers} numbers, "), " rows"),
    }
}

/// How long a source is; every place of it is a range of its bytes.
pub(crate) fn extent(n_lines: usize, n_signs: usize, n_bytes: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("{n_lines} 行，{n_signs} 字，一字不改地带在页里；出处按字节 0–{n_bytes} 定位")
        }
        Lang::En => format!(
            "{n_lines} lines, {n_signs} characters, carried unchanged; places are bytes 0–{n_bytes}"
        ),
    }
}

pub(crate) const READING: Words = words("怎么读出来的", "How it was read");
pub(crate) const LAYOUTS: [(Words, Words); 4] = [
    (
        words("一格一行", "One cell a line"),
        words(
            "表格摊平后每格一行、行首缩进；空行的缩进也算一格。按列数还原成行。",
            "A flattened table with one indented line for each cell, empty ones too; rows are built by the number of columns.",
        ),
    ),
    (
        words("一格一段", "One cell a paragraph"),
        words(
            "表格摊平后每格一段，空格不留痕。按编号和数的位置还原成行。",
            "A flattened table with one paragraph for each cell; empty ones leave no trace. Rows are built by numbers and the place of figures.",
        ),
    ),
    (
        words("竖线分栏", "Bars"),
        words("一行一项，栏以竖线分开。", "One row a line, its columns parted by bars."),
    ),
    (
        words("连排文字", "Running text"),
        words(
            "不是表格：编号、正文和括号里的单位连着写。",
            "No table: number, text and the units in brackets follow each other.",
        ),
    ),
];
pub(crate) const READING_TEXT: [Words; 4] = [
    words(
        "程序只认版式，不认是哪一份文件；新文件合乎其中一种版式就能读。",
        "Programs recognise the layout and never the document; a new one in any of these is read.",
    ),
    words(
        "目标值：正文里的数连同单位、界限用语（以上、以内、左右）、增减方向一起读；万、亿换算后计算，照原样显示。说明数什么的数（如60岁以上）算口径，不算目标。",
        "Targets: each quantity is read with its unit, bound and direction; 万 and 亿 are worked out for computing and shown as printed. A figure that only says what is counted (aged 60 and over) is a threshold, not a target.",
    ),
    words(
        "分解：逐格照录；“/”是没有份，不是零。一个编号下分几行的，一行算一项。",
        "Shares: each cell as printed; \"/\" is no share, which is not zero. Each row under one number is a task.",
    ),
    words(
        "主题：由用词和牵头单位打分归类，打开任务可见依据。",
        "Themes: scored by words and leading unit; an open task shows why.",
    ),
];
pub(crate) const LEADS: Words = words("谁是牵头", "Who leads");
pub(crate) const RULE: Words = words("规则", "Rule");
pub(crate) const MEANING: Words = words("意思", "Meaning");
pub(crate) const JUDGING: Words = words("进度怎么判", "How progress is judged");

pub(crate) const fn state_meaning(state: ProgressState) -> Words {
    match state {
        ProgressState::Behind => words(
            "低于序时或目标，且超出容差。",
            "below the share of the year or the target, beyond the tolerance",
        ),
        ProgressState::OnTrack => {
            words("与序时或目标相差在容差以内。", "within the tolerance of either")
        }
        ProgressState::Ahead => words(
            "高于序时或目标，且超出容差，全年目标未到。",
            "above either beyond the tolerance, the year's target not yet reached",
        ),
        ProgressState::Done => words("已达到全年目标。", "the year's target is reached"),
        ProgressState::Unquantified => {
            words("文件没有给出可对照的数。", "the document gives no figure that compares")
        }
    }
}

/// The tolerances of the link, `[amounts, rates]`, and those without one.
pub(crate) fn tolerance(now: &[String; 2], usual: &[String; 2], lang: Lang) -> String {
    let ([amount, rate], [usual_amount, usual_rate]) = (now, usual);
    match lang {
        Lang::Zh => format!(
            "容差：累计数 {amount} 个百分点，增速、比例、限值 {rate} 个百分点（常用 {usual_amount} 和 {usual_rate}，可在“进度”里调，链接会带上）。"
        ),
        Lang::En => format!(
            "Tolerance: {amount} points for amounts, {rate} for rates and limits (usually {usual_amount} and {usual_rate}; it can be moved under Progress, and links carry it)."
        ),
    }
}

pub(crate) const OVERALL: Words = words(
    "序时是全年已过的份额：一季度 25%，上半年 50%。一项有几个指标的，各取最近一期，再取最靠后的一个。文件自己说的“已完成”单列，不改判断。",
    "The share of the year is what has gone by: 25% after a quarter. Of several indicators, each in its latest period, the least advanced counts. What the document says of itself stands apart and changes nothing.",
);
pub(crate) const COMPARING: Words = words("什么能比", "What compares");
pub(crate) const COMPARE_TEXT: Words = words(
    "只有同一指标、同一地方、同一期限的数才相比；百分数比百分点；没有文件的年份不连线。下面的不比，标“异”：",
    "Figures compare only for the same indicator, place and horizon; percentages in points; no line crosses a year without a document. These do not compare and are marked \"n.c.\":",
);

pub(crate) fn relatives(threshold: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "近似任务：正文去掉数字和标点，切成相邻两字，越少见的越重，按余弦算相近程度；同属一个指标的，再加一半。{threshold}% 以上才列。字句全同的叫延续，其余叫调整。"
        ),
        Lang::En => format!(
            "Alike tasks: texts without figures and punctuation are cut into pairs of neighbouring characters, the rarer the heavier, and compared by cosine; a common indicator raises the result half the way to 100%. From {threshold}% on they are listed: kept where the words are the same, else adjusted."
        ),
    }
}

pub(crate) const CHECKS_TEXT: Words = words(
    "原文照录，不改；对不上的和靠规则读出来的都列出来。",
    "Sources are never mended; what does not fit and what rests on a rule is listed.",
);
pub(crate) const FOUND: Words = words("查到的", "Found");
pub(crate) const TIMES: Words = words("处", "times");
pub(crate) const MARKS: Words = words("记号", "Signs");
/// Each sign, what it says, and its code.
pub(crate) const SIGNS: [(Words, Words, &str); 6] = [
    (
        super::INFERRED_SIGN,
        words(
            "由规则推定：没有标明的牵头、合并格、缺列名的表头、没有写明的时间、主题。",
            "decided by a rule: an unmarked lead, a merged cell, a lost header, a time not named, a theme",
        ),
        "inferred",
    ),
    (
        super::CHECK_SIGN,
        words("原文有待核处，见核验。", "the source is to be checked; see Checks"),
        "check",
    ),
    (
        super::panel::NOT_COMPARABLE_SIGN,
        words("与别的年份不可比，旁边写明缘由。", "does not compare; the reason stands beside"),
        "not-comparable",
    ),
    (
        super::overview::BOUND_SIGN,
        words(
            "“以上、左右、以内”的用语与前一年不同。",
            "bound otherwise than the year before: at least, about, at most",
        ),
        "bound",
    ),
    (
        super::panel::FORECAST_SIGN,
        words("文件的预计数，不参与判断。", "a forecast of the document, not judged"),
        "forecast",
    ),
    (
        words("补", "m.u."),
        words(
            "先前欠、后来补上的；要有两期进展才会出现，现有文件没有。",
            "was behind and then made up; needs two reports, of which there are none yet",
        ),
        "made-up",
    ),
];
pub(crate) const MARKS_TEXT: Words = words(
    "宋体是文件的话，黑体是本页的话。点线下的数能点开；虚线的是规则推定的。斜纹是没有文件。红色只表示“请看这里”。",
    "Song type is the documents' words, sans serif is ours. Dotted figures open; dashed ones rest on a rule. Hatching is no document. Red only means \"look here\".",
);
pub(crate) const TERMS: Words = words("用语", "Terms");
pub(crate) const TERM_LIST: [(Words, Words); 14] = [
    (
        words("文件", "Document"),
        words(
            "一份来源，有发文机关、文号、日期、层级、地方、年度。",
            "one source, with issuer, number, date, level, place and year",
        ),
    ),
    (
        words("部分", "Section"),
        words(
            "五年任务、年度任务、民生实事、年中进展。",
            "five-year tasks, annual tasks, livelihood projects, mid-year progress",
        ),
    ),
    (
        words("任务", "Task"),
        words(
            "交办的一件事；一个编号下分几行的，每行一项。",
            "one thing ordered done; each row of a number is one",
        ),
    ),
    (
        words("责任单位", "Unit"),
        words(
            "牵头或配合的单位；各种写法归到一个名下，原写法保留。",
            "who leads or helps; its spellings stand under one name and are kept",
        ),
    ),
    (
        words("区县", "Region"),
        words(
            "市、所辖县（市、区）、功能区和市本级；2024年表中的“其他”归此。",
            "the city, its districts and counties, its zones, and the city level or other",
        ),
    ),
    (
        words("指标", "Indicator"),
        words("量的是什么，不管多少。", "what is measured, apart from how much"),
    ),
    (
        words("目标值", "Target"),
        words(
            "要达到多少：数、单位、界限、期限。",
            "the value wanted: number, unit, bound, horizon",
        ),
    ),
    (
        words("口径", "Threshold"),
        words("说明数哪些的数，不是目标。", "a figure that says what is counted"),
    ),
    (
        words("分解", "Share"),
        words("一个地方在一项任务里分到的数。", "one region's part of a task's figure"),
    ),
    (
        words("完成情况", "Progress"),
        words(
            "文件写的已办到多少、截至何时、实绩还是预计。",
            "what the document says was reached, by when, measured or expected",
        ),
    ),
    (
        words("序时", "Share of the year"),
        words("到某月底全年已过的份额。", "how much of the year has gone by at the end of a month"),
    ),
    (
        words("历年", "Series"),
        words(
            "同一指标在几份文件里的值，各注可比或不可比。",
            "one indicator in several documents, each value marked comparable or not",
        ),
    ),
    (
        words("核验", "Check"),
        words(
            "在原文里查到的一处不合，或读时用的一条推定。",
            "a place of the source that does not fit, or an inference made in reading",
        ),
    ),
    (
        words("出处", "Source place"),
        words("值写在原文的哪几个字。", "the very words of the source that hold a value"),
    ),
];
pub(crate) const LIMITS: Words = words("做不到的", "Limits");
pub(crate) const LIMIT_LIST: [Words; 6] = [
    words(
        "只收了这几份文件，不代表各地各年的全部工作。",
        "These documents alone are inside, not all that the places did.",
    ),
    words(
        "原文是网页里摊平的表格，合并格和缺的表头只能按规则推定。",
        "Sources are tables flattened in web pages; merged cells and lost headers rest on rules.",
    ),
    words(
        "完成情况只有写出数、且与目标同一口径的才判；多数任务没有写。",
        "Progress is judged only where the text gives a figure that compares; most tasks give none.",
    ),
    words(
        "单位改名、合并没有权威对照，只按名称归并。",
        "Units that were renamed or merged are matched by name alone.",
    ),
    words(
        "近似任务按用字算，意思相同而说法全不同的会漏。",
        "Likeness goes by wording; the same matter in quite other words is missed.",
    ),
    words(
        "原文的错字、错数照录，只列入核验。",
        "Errors of the sources stay as they are and are listed under Checks.",
    ),
];
pub(crate) const UNATTENDED: Words = words("无人值守的展示", "An unattended show");
pub(crate) const UNATTENDED_TEXT: Words = words(
    "开机后自动全屏展示，用下面的命令行启动，地址就是这一份。后面可接 &play=…（展示页里“复制展示链接”给出），不接就放这个浏览器里存着的展示。",
    "To start the show full screen by itself, use one of these command lines; the address is that \
     of this copy. &play=… may follow, as \"Copy the show's link\" gives it; without it the deck \
     that this browser keeps is shown.",
);
pub(crate) const UNATTENDED_NOTES: [Words; 4] = [
    words(
        "在系统里关掉休眠和屏保：浏览器答应常亮才会常亮，按任意键，底栏会写明有没有答应。",
        "Switch sleep and the screen saver off: a screen stays on only where the browser agrees; \
         press any key, and the bar at the foot says whether it did.",
    ),
    words(
        "双击文件不能带“?”以后的部分，快捷方式也可能丢掉，所以用命令行；或先把展示排好存在这个浏览器里。",
        "A double click carries nothing behind \"?\", and a shortcut may lose it: use the command \
         line, or arrange the deck in this browser first.",
    ),
    words(
        "连续运行十二小时以上的，凌晨三点自动重新载入；中途断了，重开后从断的那页接着放。",
        "After twelve hours it reloads by itself at three in the night; after a break it goes on at \
         the slide where it was.",
    ),
    words(
        "360 一行按同核浏览器的写法给出，没有逐版试过；程序名依安装的版本而定。",
        "The line for 360 is written as for browsers with the same kernel and was not tried with \
         each version; the program's name depends on what is installed.",
    ),
];
pub(crate) const VERSION: Words = words("版本", "Version");
pub(crate) const DATA: Words = words("数据", "Data");
pub(crate) const RULES: Words = words("规则", "Rules");
pub(crate) const PROGRAM: Words = words("程序", "Program");
pub(crate) const HASH: Words = words(
    "原文和读出结果合在一起的 SHA-256，前八位作版本号；变一个字节就变。",
    "SHA-256 over the sources and what was read of them; its first eight digits are the version. A byte changed changes it.",
);
pub(crate) const N_TASKS: Words = words("任务", "Tasks");
pub(crate) const N_TARGETS: Words = words("正文里的数", "Quantities");
pub(crate) const N_SHARES: Words = words("分解的格", "Cells of shares");
pub(crate) const N_PROGRESS: Words = words("完成情况", "Progress rows");
pub(crate) const N_SERIES: Words = words("历年指标", "Series");
pub(crate) const N_UNITS: Words = words("单位", "Units");
pub(crate) const CITING: Words = words("怎么引用", "How to cite");
pub(crate) const CITING_TEXT: Words = words(
    "按 GB/T 7714。引本页请带数据版本，并补上引用日期；引原文请引文件。",
    "As GB/T 7714 sets it. Cite this page with its data version and the day; for the words, cite the document.",
);
pub(crate) const COPY_CITATIONS: Words = words("复制引用", "Copy citations");
pub(crate) const PRIVACY: Words = words("隐私和键盘", "Privacy and keys");
pub(crate) const PRIVACY_TEXT: [Words; 3] = [
    words(
        "本页不联网：没有服务器、没有统计、没有外部字体和脚本。查什么，谁也不知道。",
        "This page uses no network: no server, no counting, no outside fonts or scripts. Nobody learns what you look for.",
    ),
    words(
        "筛选和打开的任务写在地址里，发链接就是发同一页；本机只记住快捷键开没开等几个开关。",
        "What you choose stands in the address, so a link is the same page. This device remembers a few switches alone, such as whether shortcuts are on.",
    ),
    words(
        "键盘：Tab 到处可达；按 ? 看全部快捷键，也可在那里停用单键。",
        "Keys: Tab reaches everything; ? lists every key, and single keys can be switched off there.",
    ),
];
pub(crate) const LICENCES: Words = words("许可", "Licences");
pub(crate) const LICENCE_TEXT: Words = words(
    "程序以 MIT 或 Apache-2.0 许可，任选其一。文件是政府公开的公文，原文照登。页内主要用到：",
    "The program is under MIT or Apache-2.0, as you choose. The documents are official papers that governments have published, printed as they stand. Mainly inside:",
);
/// The crates and packages that make up most of the page, and their licences.
pub(crate) const CRATES: [(&str, &str); 7] = [
    ("leptos", "MIT"),
    ("wasm-bindgen", "MIT OR Apache-2.0"),
    ("web-sys, js-sys", "MIT OR Apache-2.0"),
    ("serde", "MIT OR Apache-2.0"),
    ("Rust std", "MIT OR Apache-2.0"),
    ("ECharts", "Apache-2.0"),
    ("xz-decompress, XZ Embedded", "MIT"),
];
