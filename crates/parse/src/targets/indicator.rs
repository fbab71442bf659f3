//! What a quantity measures, in the words of its clause.

use core::ops::Range;

/// The words around a quantity, up to the ends of its clause or the quantities beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'a> {
    /// From the beginning of the clause, or the quantity before, up to the quantity.
    left: &'a str,
    /// From the quantity up to the end of the clause, the next separator or the next quantity.
    right: &'a str,
    /// The words before 分别 that several quantities share, and which of them this is.
    share: Option<(&'a str, usize)>,
    /// Whether the words before the quantity say how it changes.
    is_change: bool,
}

/// What ends a clause.
const ENDS: [char; 8] = ['，', ',', '。', '；', ';', '：', ':', '！'];

/// Words before an indicator that are not part of it.
const OPENERS: [&str; 22] = [
    "其中", "并", "和", "及", "以及", "与", "或", "、", "力争", "确保", "全年", "预计", "努力",
    "年内", "同时", "争取", "使", "实现", "全市", "全县", "全区", "且",
];

/// Words between an indicator and its quantity that are not part of it.
const LINKS: [&str; 36] = [
    "分别达到",
    "分别",
    "达到",
    "达",
    "突破",
    "破",
    "超过",
    "超",
    "高于",
    "控制在",
    "稳定保持在",
    "稳定保持",
    "稳定在",
    "保持在",
    "保持",
    "不低于",
    "不少于",
    "不超过",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "延长至",
    "降低到",
    "降至",
    "增加到",
    "力争",
    "各",
    "约",
    "近",
    "至",
    "到",
    "为",
    "共",
    "均",
    "的",
];

/// Words that say how a quantity changes.
const CHANGES: [&str; 9] = ["增长", "下降", "降低", "减少", "上升", "提升", "提高", "增加", "递增"];

impl<'a> Clause<'a> {
    /// The clause around the quantity at `at` of those that stand at `quantities`; `is_change`
    /// where the words before it say how it changes (增长) and not what it is.
    pub(super) fn of(
        text: &'a str,
        quantities: &[Range<usize>],
        at: usize,
        is_change: bool,
    ) -> Self {
        let own = &quantities[at];
        let floor = if at == 0 { 0 } else { quantities[at - 1].end };
        let ceiling = quantities.get(at + 1).map_or(text.len(), |next| next.start);
        let between = &text[floor..own.start];
        let mut left = last_clause(between);
        // …6家千亿市值、4家…: what stands before the separator belongs to the quantity before.
        let is_own =
            at == 0 || left.len() < between.len() || left.starts_with(['、', '和', '及', '与']);
        if !is_own {
            left = left.rfind('、').map_or(left, |at| &left[at + '、'.len_utf8()..]);
            left = if left.ends_with(['和', '与', '及']) { "" } else { left };
        }
        let right = words_behind(&text[own.end..ceiling], at + 1 < quantities.len());
        Self { left, right, share: shared(text, quantities, at), is_change }
    }

    /// The indicator: the words before the quantity, and those behind it where it stands before
    /// the noun it counts.
    pub(super) fn indicator(&self) -> String {
        if let Some((list, nth)) = self.share {
            let parts = split_list(list, self.is_change);
            if let Some(part) = parts.get(nth).filter(|_| parts.len() > 1) {
                return part.clone();
            }
            return strip(list, self.is_change).to_owned();
        }
        let left = strip(self.left, self.is_change);
        // （其中金坛区3所…）, (城区210个): parts of what was counted, not its name.
        let is_parts = self.right.starts_with("（其中")
            || self.right.starts_with("(其中")
            || (self.right.starts_with(['（', '(']) && !self.right.contains(['）', ')']));
        let right = if is_parts || is_link(self.right) {
            ""
        } else {
            without_links(self.right, self.is_change)
        };
        let words = format!("{left}{right}");
        words.strip_prefix('的').map_or(words.clone(), str::to_owned)
    }

    /// The parts of the list before 各: each has the quantity for itself.
    pub(super) fn parts_of_each(&self) -> Option<Vec<String>> {
        let list = self.left.strip_suffix('各')?;
        let parts = split_list(list, self.is_change);
        (parts.len() > 1).then_some(parts)
    }
}

/// The words behind the last end of a clause.
fn last_clause(text: &str) -> &str {
    let start =
        text.rfind(ENDS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}

/// The words behind a quantity that belong to it: up to the end of the clause or a bracket that
/// closes an earlier one and, where another quantity follows in the clause, up to a separator.
fn words_behind(reach: &str, is_followed: bool) -> &str {
    let mut depth = 0_u32;
    let mut end = reach.len();
    for (at, c) in reach.char_indices() {
        let closes = matches!(c, '）' | ')');
        if ENDS.contains(&c) || (depth == 0 && closes) {
            end = at;
            break;
        }
        depth += u32::from(matches!(c, '（' | '('));
        depth = depth.saturating_sub(u32::from(closes));
    }
    let is_followed = is_followed && end == reach.len();
    let words = &reach[..end];
    // A separator right behind the quantity ends its words in any case.
    let separator = if is_followed || words.starts_with('、') { words.find('、') } else { None };
    let words = &words[..separator.unwrap_or(words.len())];
    if is_followed { words.trim_end_matches(['和', '与', '及']) } else { words }
}

/// The words before 分别 that a run of quantities shares, and which of the run this is.
fn shared<'a>(text: &'a str, quantities: &[Range<usize>], at: usize) -> Option<(&'a str, usize)> {
    let first = first_of_run(text, quantities, at);
    let floor = if first == 0 { 0 } else { quantities[first - 1].end };
    let clause = last_clause(&text[floor..quantities[first].start]);
    let list = &clause[..clause.find("分别")?];
    Some((list, at - first))
}

/// The first of the quantities that nothing but a conjunction joins to this one.
pub(super) fn first_of_run(text: &str, quantities: &[Range<usize>], at: usize) -> usize {
    let is_joined = |at: &usize| {
        let between = &text[quantities[at - 1].end..quantities[*at].start];
        matches!(between, "和" | "、" | "与" | "及")
    };
    let n_joined = (1..=at).rev().take_while(is_joined).count();
    at - n_joined
}

/// The parts of a list, the words before and behind it taken off.
fn split_list(list: &str, is_change: bool) -> Vec<String> {
    strip(list, is_change)
        .split(['、', '和', '及', '与'])
        .map(|part| strip(part, is_change))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words without what opens and what links them.
fn strip(words: &str, is_change: bool) -> &str {
    let mut words = words.trim_matches(|c| "（）()“”".contains(c) && !has_partner(words, c));
    loop {
        let before = words;
        for opener in OPENERS {
            words = words.strip_prefix(opener).unwrap_or(words);
        }
        words = without_links(words, is_change);
        if words == before {
            return words;
        }
    }
}

/// Words without what links them to the quantity behind.
fn without_links(words: &str, is_change: bool) -> &str {
    let mut words = words;
    loop {
        let before = words;
        let changes = if is_change { &CHANGES[..] } else { &[] };
        for link in LINKS.iter().chain(changes) {
            // 为60岁以上老年人…: the word alone opens the clause and links nothing.
            let is_alone = words == "为";
            let bare =
                words.strip_suffix(link).filter(|rest| !is_alone && !ends_in_word(rest, link));
            words = bare.unwrap_or(words);
        }
        if words == before {
            return words;
        }
    }
}

/// Whether a word that binds a quantity is the end of another behind `rest`: 约 of 签约, 近 of 附近.
pub(super) fn ends_in_word(rest: &str, word: &str) -> bool {
    let signs = match word {
        "约" => "签合条节预契公履",
        "近" => "附最临靠邻",
        "破" => "打攻侦爆",
        "过" => "通经渡度",
        _ => return false,
    };
    rest.ends_with(|c| signs.contains(c))
}

/// Whether a bracket or quotation mark has its partner in the words.
fn has_partner(words: &str, mark: char) -> bool {
    let partner = match mark {
        '（' => '）',
        '）' => '（',
        '(' => ')',
        ')' => '(',
        '“' => '”',
        _ => '“',
    };
    words.contains(partner)
}

/// Whether words only join two quantities.
fn is_link(words: &str) -> bool {
    matches!(words, "和" | "与" | "及" | "以及" | "或" | "的" | "")
}
