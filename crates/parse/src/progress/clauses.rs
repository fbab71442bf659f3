//! The clauses and sentences of a status text, and the words by which it claims to be done.

use core::ops::Range;

/// What ends a part of a sentence that stands for itself.
const STOPS: [char; 4] = ['。', '；', ';', '！'];

/// Words by which a document says of itself that something is done or begun.
const CLAIMS: [&str; 36] = [
    "已全部完成",
    "已全面完成",
    "基本已完成",
    "已基本完成",
    "已提前完成",
    "已完成",
    "已完工",
    "已建成",
    "已竣工",
    "已实现",
    "已开工",
    "已全面启动",
    "已启动",
    "已成功创建",
    "已成功",
    "已创建",
    "已投入使用",
    "已上线",
    "全部完工",
    "全部完成",
    "全面完成",
    "完成提升改造",
    "投入使用",
    "成功创建",
    "高分夺取",
    "开工建设",
    "建成",
    "超额完成",
    "提前完成",
    "圆满完成",
    "顺利完成",
    "建成投用",
    "上线运行",
    "已举办",
    "获评",
    "已启用",
];

/// Words that put a clause into the future or into doubt.
const NOT_YET: [&str; 11] =
    ["计划", "预计", "确保", "力争", "将", "拟", "抓紧", "加快", "下半年", "年底", "未"];

/// The clauses of a text, in order, without the marks that end them.
pub(super) fn clauses(text: &str) -> Vec<Range<usize>> {
    split(text, |c| STOPS.contains(&c) || matches!(c, '，' | ','))
}

/// The parts of a text that stand for themselves: up to a full stop or semicolon.
pub(super) fn parts(text: &str) -> Vec<Range<usize>> {
    split(text, |c| STOPS.contains(&c))
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text, |c| matches!(c, '。' | '！'))
}

/// The range that holds a byte; the whole text where none does.
pub(super) fn around(ranges: &[Range<usize>], at: usize) -> Range<usize> {
    let end = ranges.last().map_or(0, |range| range.end);
    ranges.iter().find(|range| (range.start..=range.end).contains(&at)).cloned().unwrap_or(0..end)
}

/// Whether a clause claims that something is done or begun.
pub(super) fn claims(clause: &str) -> bool {
    // 创建成果 only looks like 建成.
    let clause = clause.replace("创建成果", "");
    CLAIMS.iter().any(|word| clause.contains(word)) && !is_ahead(&clause)
}

/// Whether a clause tells of the future or of doubt.
pub(super) fn is_ahead(clause: &str) -> bool {
    NOT_YET.iter().any(|word| clause.contains(word))
}

fn split(text: &str, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        let is_within_number = c == ','
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
            && text[behind..].chars().take_while(char::is_ascii_digit).count() == 3;
        if ends(c) && !is_within_number {
            ranges.push(start..at);
            start = behind;
        }
    }
    ranges.push(start..text.len());
    ranges.retain(|range| !range.is_empty());
    ranges
}
