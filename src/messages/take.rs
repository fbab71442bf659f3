//! Words of what a reader takes along: the panel, the sheets and the heads of their columns.

use model::{Basis, Bound, Direction, Horizon, Severity, TargetRole};

use super::{Words, words};
use crate::state::{Cells, Lang};

pub(crate) const TAKE: Words = words("下载", "Download");
pub(crate) const ROWS: Words = words("带走哪些行", "Which rows");
pub(crate) const WORKBOOK: Words = words("整个视图，一个工作簿", "The whole view, one workbook");
pub(crate) const WORKBOOK_NOTE: Words = words(
    "先是说明：筛选条件、数据版本、规则、时间、链接、行数；后面是下列各表。",
    "Notes first: the filter, data version, rules, time, link and counts; then these tables.",
);
pub(crate) const SAVE_WORKBOOK: Words = words("下载 Excel（.xlsx）", "Download Excel (.xlsx)");
pub(crate) const ONE_TABLE: Words = words("单张表，CSV", "One table, CSV");
pub(crate) const AS_TEXT: Words = words("文字，贴进聊天", "Text, for a chat");
pub(crate) const COPY_TEXT: Words = words("复制文字", "Copy the text");
pub(crate) const SAVE_FAILED: Words = words(
    "没有存成：浏览器不让本页存文件。",
    "Not saved: the browser does not let this page save files.",
);

pub(crate) const COUNTING: Words = words("正在数各表的行……", "Counting the rows of each table …");
pub(crate) const PREPARING: Words = words("正在准备各表", "Preparing the tables");
pub(crate) const MAKING: Words = words("文件做到多少", "How much of the file is done");
pub(crate) const CANCEL: Words = words("取消", "Cancel");
pub(crate) const CANCELLED: Words =
    words("已取消，没有存下文件。", "Cancelled; no file was saved.");
pub(crate) const MAKE_FAILED: Words =
    words("没有做成，请再试一次。", "It could not be made. Try again.");

/// Which table of a file is being written: 0 while none is, one more than `n` when all are.
pub(crate) fn step(nth: usize, n: usize, title: &str, lang: Lang) -> String {
    match (nth, lang) {
        (0, _) => PREPARING.to(lang).to_owned(),
        (_, Lang::Zh) if nth > n => "正在合成一个文件".to_owned(),
        (_, Lang::En) if nth > n => "Putting the file together".to_owned(),
        (_, Lang::Zh) if n == 1 => format!("正在写{title}"),
        (_, Lang::En) if n == 1 => format!("Writing {title}"),
        (_, Lang::Zh) => format!("正在做第 {nth} 张表，共 {n} 张：{title}"),
        (_, Lang::En) => format!("Table {nth} of {n}: {title}"),
    }
}

/// The rows that the filter lets through.
pub(crate) fn shown_rows(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("筛选出的 {n} 项任务"),
        Lang::En => format!("the {n} tasks of the filter"),
    }
}

/// Every row there is.
pub(crate) fn all_rows(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {n} 项任务"),
        Lang::En => format!("all {n} tasks"),
    }
}

pub(crate) fn n_rows(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n} 行"),
        Lang::En if n == 1 => "1 row".to_owned(),
        Lang::En => format!("{n} rows"),
    }
}

/// The head of what stands beside a year's column.
pub(crate) fn of_year(year: &str, what: Words, lang: Lang) -> String {
    format!("{year} {}", what.to(lang))
}

/// The head of a column about one of two slices.
pub(crate) fn of_side(side: Words, what: Words, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}{}", side.to(lang), what.to(lang)),
        Lang::En => format!("{}: {}", side.to(lang), what.to(lang)),
    }
}

/// Which of the rows of one number.
pub(crate) fn nth_row(nth: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（第{nth}行）"),
        Lang::En => format!(", row {nth}"),
    }
}

pub(crate) fn save_csv(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("下载{title}（CSV）"),
        Lang::En => format!("Download {title} (CSV)"),
    }
}

pub(crate) fn saved(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已存为 {name}"),
        Lang::En => format!("Saved as {name}"),
    }
}

/// How many of the tasks the text for a chat lists.
pub(crate) fn text_note(n_listed: usize, n_tasks: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if n_listed < n_tasks => format!("这句话、链接和前 {n_listed} 项"),
        Lang::Zh => format!("这句话、链接和 {n_listed} 项"),
        Lang::En if n_listed < n_tasks => format!("the sentence, the link, the first {n_listed}"),
        Lang::En => format!("the sentence, the link, and {n_listed}"),
    }
}

pub(crate) fn and_n_more(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("……另有 {n} 项"),
        Lang::En => format!("… and {n} more"),
    }
}

/// The titles of the sheets.
pub(crate) mod sheet {
    use super::{Cells, Lang, Words, words};

    pub(crate) const ABOUT: Words = words("说明", "About");
    pub(crate) const TASKS: Words = words("任务", "Tasks");
    pub(crate) const TARGETS: Words = words("目标值", "Targets");
    pub(crate) const ALLOCATIONS: Words = words("分解", "Shares");
    pub(crate) const PROGRESS: Words = words("完成情况", "Progress");
    pub(crate) const SERIES: Words = words("历年", "Series");
    pub(crate) const CHECKS: Words = words("核验", "Checks");
    pub(crate) const DOCUMENTS: Words = words("文件", "Documents");
    pub(crate) const SHARES: Words = words("份额", "shares");
    pub(crate) const SHARES_BY_YEAR: Words = words("历年份额", "by year");
    pub(crate) const NAMED: Words = words("政府被点名", "named");
    pub(crate) const YEARS: Words = words("历年指标", "over the years");
    pub(crate) const PAIRS: Words = words("两组对照", "Two slices");
    pub(crate) const LOADS: Words = words("部门担子", "Loads");
    pub(crate) const TOGETHER: Words = words("部门搭档", "Who works with whom");
    pub(crate) const LOAD_BY_YEAR: Words = words("历年担子", "by year");
    pub(crate) const LED: Words = words("牵头", "leads");
    pub(crate) const AGAIN: Words = words("历年指标", "over the years");
    pub(crate) const FAMILY: Words = words("上下对口", "elsewhere");
    pub(crate) const MEETING: Words = words("进度清单", "Meeting list");

    /// The allocation matrix, by what its cells hold.
    pub(crate) const fn matrix(cells: Cells) -> Words {
        match cells {
            Cells::Amount => words("区县数量", "Regions"),
            Cells::Share => words("区县占比", "Regions, percent"),
            Cells::Change => words("区县增减", "Regions, change"),
        }
    }

    /// What a sheet holds of one unit or place.
    pub(crate) fn of(name: &str, what: Words, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{name}{}", what.to(lang)),
            Lang::En => format!("{name} {}", what.to(lang)),
        }
    }
}

/// The heads of the columns.
pub(crate) mod column {
    use super::{Words, words};

    pub(crate) const ID: Words = words("任务编码", "Task id");
    pub(crate) const YEAR: Words = words("年度", "Year");
    pub(crate) const DOCUMENT: Words = words("文件", "Document");
    pub(crate) const SECTION: Words = words("部分", "Section");
    pub(crate) const NUMBER: Words = words("编号", "Number");
    pub(crate) const PART: Words = words("分项", "Part");
    pub(crate) const TEXT: Words = words("任务原文", "Text as printed");
    pub(crate) const LEADS: Words = words("牵头", "Lead");
    pub(crate) const SUPPORTS: Words = words("配合", "Support");
    pub(crate) const LEAD_RULE: Words = words("牵头依据", "How the lead was decided");
    pub(crate) const THEME: Words = words("主题", "Theme");
    pub(crate) const STATUS: Words = words("完成情况", "Progress as printed");
    pub(crate) const STATE: Words = words("状态", "State");
    pub(crate) const INDICATOR: Words = words("指标", "Indicator");
    pub(crate) const PRINTED: Words = words("原文值", "Value as printed");
    pub(crate) const VALUE: Words = words("数值", "Value");
    pub(crate) const VALUE_MAX: Words = words("数值上端", "Upper end");
    pub(crate) const UNIT: Words = words("计量单位", "Measure unit");
    pub(crate) const BOUND: Words = words("界限", "Bound");
    pub(crate) const KIND: Words = words("类型", "Kind");
    pub(crate) const DIRECTION: Words = words("方向", "Direction");
    pub(crate) const ROLE: Words = words("作用", "Role");
    pub(crate) const HORIZON: Words = words("期限", "Horizon");
    pub(crate) const REGION: Words = words("地方", "Region");
    pub(crate) const IS_TOTAL: Words = words("合计列", "Total column");
    pub(crate) const COLUMN_RULE: Words = words("列名依据", "Column name");
    pub(crate) const TARGET_PRINTED: Words = words("目标原文", "Target as printed");
    pub(crate) const TARGET_VALUE: Words = words("目标数值", "Target");
    pub(crate) const TARGET_UNIT: Words = words("目标单位", "Target unit");
    pub(crate) const ACHIEVED: Words = words("完成数值", "Reached");
    pub(crate) const ACHIEVED_UNIT: Words = words("完成单位", "Unit of what was reached");
    pub(crate) const ACHIEVED_PRINTED: Words = words("完成原文", "Reached, as printed");
    pub(crate) const PERIOD: Words = words("时期", "Period as printed");
    pub(crate) const PERIOD_END: Words = words("截至月份", "Up to month");
    pub(crate) const BASIS: Words = words("实绩或预计", "Basis");
    pub(crate) const RATIO: Words = words("完成比例", "Share reached");
    pub(crate) const CLAIM: Words = words("文件说", "The document says");
    pub(crate) const RULE: Words = words("判断依据", "Rule");
    pub(crate) const SERIES_ID: Words = words("指标编码", "Series id");
    pub(crate) const COMPARABLE: Words = words("可比", "Comparable");
    pub(crate) const REASON: Words = words("不可比的原因", "Why not comparable");
    pub(crate) const SEVERITY: Words = words("轻重", "Weight");
    pub(crate) const FINDING: Words = words("情况", "Finding");
    pub(crate) const DETAIL: Words = words("所涉文字", "Words concerned");
    pub(crate) const STATED: Words = words("原文数", "Stated");
    pub(crate) const FOUND: Words = words("另得数", "Found");
    pub(crate) const TITLE: Words = words("标题", "Title");
    pub(crate) const ISSUER: Words = words("发文机关", "Issuer");
    pub(crate) const ISSUE_NUMBER: Words = words("文号", "Document number");
    pub(crate) const WRITTEN: Words = words("成文日期", "Written");
    pub(crate) const PUBLISHED: Words = words("发布日期", "Published");
    pub(crate) const N_TASKS: Words = words("任务数", "Tasks");
    pub(crate) const TOTAL_PRINTED: Words = words("全市原文", "Total as printed");
    pub(crate) const TOTAL: Words = words("全市", "Total");
    pub(crate) const SUM: Words = words("各处相加", "Shares added up");
    pub(crate) const OFF: Words = words("与全市差", "Sum less total");
    pub(crate) const SUM_NOTE: Words = words("相加情况", "On the sum");
    pub(crate) const CELLS_PRINTED: Words =
        words("各格原文（与数不同的）", "Cells whose words are not their number");
    pub(crate) const CHANGE_UNIT: Words = words("增减单位", "Unit of change");
    pub(crate) const AGAINST: Words = words("比何年", "Against");
    pub(crate) const NO_CHANGE: Words = words("没有增减的原因", "Why no change");
    pub(crate) const SHARE: Words = words("份额", "Share");
    pub(crate) const PART_OF_TOTAL: Words = words("占比", "Part of the total");
    pub(crate) const PLACE: Words = words("位次", "Place");
    pub(crate) const PLACE_OF: Words = words("共几处", "Of how many");
    pub(crate) const IS_TIED: Words = words("并列", "Tied");
    pub(crate) const CHANGE: Words = words("增减", "Change");
    pub(crate) const RATIO_OF_CHANGE: Words = words("幅度", "By how much");
    pub(crate) const YEARS: Words = words("比较年份", "Years compared");
    pub(crate) const FATE: Words = words("去向", "What became of it");
    pub(crate) const REMOVED: Words = words("乙没有的话", "Words that A alone has");
    pub(crate) const ADDED: Words = words("甲没有的话", "Words that B alone has");
    pub(crate) const DEPARTMENT: Words = words("单位", "Unit");
    pub(crate) const ALL_LED: Words = words("牵头合计", "Leads, total");
    pub(crate) const ALL_SUPPORTED: Words = words("配合合计", "Helps, total");
    pub(crate) const TARGETED: Words = words("牵头且有目标值", "Leads, with a target");
    pub(crate) const TARGETED_PART: Words = words("有目标值占比", "Part with a target");
    pub(crate) const PAIR_LEAD: Words = words("牵头单位", "Leads");
    pub(crate) const PARTNER: Words = words("同列单位", "Named with it");
    pub(crate) const TARGETS: Words = words("目标值", "Targets");
    pub(crate) const N_NAMED: Words = words("参与的任务", "Tasks that name it");
    pub(crate) const GROUP: Words = words("分组", "Group");
    pub(crate) const MEASURE: Words = words("口径", "Measured as");
    pub(crate) const IS_INFERRED: Words = words("时期由推定", "Period inferred");
    pub(crate) const ELAPSED: Words = words("时间进度", "Year gone by");
    pub(crate) const GAP: Words = words("差距", "Distance");
    pub(crate) const GAP_UNIT: Words = words("差距单位", "Unit of distance");
    pub(crate) const WORDS: Words = words("原文句", "In its words");
    pub(crate) const ITEM: Words = words("项目", "Item");
    pub(crate) const SOURCE: Words = words("出处", "Where it stands");
    pub(crate) const LINK: Words = words("链接", "Link");
    pub(crate) const CONTENT: Words = words("内容", "Content");
}

/// The items of the sheet that explains the others.
pub(crate) mod about {
    use super::{Lang, Words, words};

    pub(crate) const SENTENCE: Words = words("筛选条件", "Filter");
    pub(crate) const N_ROWS: Words = words("任务数", "Tasks");
    pub(crate) const DATA: Words = words("数据版本", "Data version");
    pub(crate) const RULES: Words = words("规则版本", "Rules version");
    pub(crate) const TIME: Words = words("导出时间", "Time of export");
    pub(crate) const LINK: Words = words("链接", "Link");
    pub(crate) const TOLERANCE: Words = words("进度容差", "Tolerance");
    pub(crate) const SOURCE: Words = words("来源文件", "Source");
    pub(crate) const NOTE: Words = words("注意", "Note");

    pub(crate) const NOTES: [Words; 5] = [
        words(
            "文件里的话照登，不作更改；读出的数与原文并列。",
            "Documents are quoted as printed; what was read stands beside the printed words.",
        ),
        words(
            "万、亿已折算进数值；百分数的数值按原文刻度，92%记作92；完成比例除外。",
            "Values have 万 and 亿 worked out; percentages keep their printed scale (92% is 92), \
             except for the share reached.",
        ),
        words(
            "空格表示没有，不是零；分解表里的 / 表示没有份。",
            "An empty cell is nothing, not zero; / in a table of shares is no share.",
        ),
        words(
            "分解表没有印单位的，取任务原文里与全市相等的那个数的单位。",
            "A table of shares that prints no unit has that of the quantity of its text that \
             equals the total.",
        ),
        words(
            "状态由规则按容差判断，不是文件的结论；文件自己的说法另列一栏。",
            "States are judged by rule and tolerance; what a document says of itself stands in \
             a column of its own.",
        ),
    ];

    pub(crate) fn n_of_all(n: usize, n_all: usize, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{n}，全部 {n_all}"),
            Lang::En => format!("{n} of {n_all}"),
        }
    }

    pub(crate) fn tolerance(amount: &str, rate: &str, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("总量 ±{amount} 个百分点，率和水平 ±{rate} 个百分点"),
            Lang::En => {
                format!("amounts ±{amount} points, rates and levels ±{rate} points")
            }
        }
    }
}

/// What stands before an excluded part in a file's name.
pub(crate) const WITHOUT_PART: Words = words("不含", "without-");

pub(crate) const fn yes_or_no(is_so: bool) -> Words {
    if is_so { words("是", "yes") } else { words("否", "no") }
}

pub(crate) const PROVINCE: Words = words("全省", "the province");
pub(crate) const HEADER_PRINTED: Words = words("表头所印", "as printed");
pub(crate) const HEADER_INFERRED: Words = words("由规则推定", "inferred by rule");

/// What a sum that was compared with its total gave.
pub(crate) const SUM_AGREES: Words = words("相符", "agrees");
pub(crate) const SUM_DIFFERS: Words = words("不符", "differs");
pub(crate) const NO_TOTAL: Words = words("全市未印", "no total printed");
pub(crate) const PERCENT: Words = words("百分比", "percent");
pub(crate) const NO_FIGURE: Words = words("没有可比的数", "no figure to compare");
pub(crate) const POINTS: Words = words("百分点", "points");
pub(crate) const AS_COUNTED: Words = words("原单位", "as counted");

/// How a value binds, as a word of a table.
pub(crate) const fn bound_word(bound: Bound) -> Words {
    match bound {
        Bound::Exactly => words("等于", "exactly"),
        Bound::AtLeast => words("不低于", "at least"),
        Bound::AtMost => words("不超过", "at most"),
        Bound::About => words("左右", "about"),
    }
}

pub(crate) const fn direction(direction: Direction) -> Words {
    match direction {
        Direction::Up => words("升", "up"),
        Direction::Down => words("降", "down"),
    }
}

pub(crate) const fn target_role(role: TargetRole) -> Words {
    match role {
        TargetRole::Target => words("目标", "target"),
        TargetRole::Qualifier => words("限定", "qualifier"),
    }
}

pub(crate) const fn horizon(horizon: Horizon) -> Words {
    match horizon {
        Horizon::Annual => words("当年", "annual"),
        Horizon::FiveYear => words("五年", "five years"),
    }
}

pub(crate) const fn basis(basis: Basis) -> Words {
    match basis {
        Basis::Actual => words("实绩", "actual"),
        Basis::Forecast => words("预计", "forecast"),
    }
}

pub(crate) const fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Note => words("形式", "form"),
        Severity::Inferred => words("推定", "inferred"),
        Severity::Fault => words("待核", "to be checked"),
    }
}
