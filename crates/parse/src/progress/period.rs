//! When a status text's figures count: the periods it names, and what it only expects.

use core::ops::Range;

use crate::numerals::decimal_digit;

/// Words that name a period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Naming {
    /// Their bytes in the text.
    pub(super) words: Range<usize>,
    /// The month at whose end it ends; `None` for 目前, which names no month.
    pub(super) end_month: Option<u8>,
}

/// Words that name a period by themselves, those that hold another before it.
const NAMES: [(&str, Option<u8>); 14] = [
    ("前三季度", Some(9)),
    ("第一季度", Some(3)),
    ("一季度", Some(3)),
    ("二季度", Some(6)),
    ("三季度", Some(9)),
    ("四季度", Some(12)),
    ("上半年", Some(6)),
    ("全年", Some(12)),
    ("年底", Some(12)),
    ("截至目前", None),
    ("目前为止", None),
    ("目前", None),
    ("今年以来", None),
    ("年初以来", None),
];

/// The periods that a text names, in order.
pub(super) fn namings(text: &str) -> Vec<Naming> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match name_at(text, at).or_else(|| months_at(text, at)) {
            Some(naming) => {
                at = naming.words.end;
                found.push(naming);
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

fn name_at(text: &str, at: usize) -> Option<Naming> {
    let rest = &text[at..];
    let (name, end_month) = NAMES.iter().find(|(name, _)| rest.starts_with(name))?;
    let behind = &rest[name.len()..];
    // 完成全年任务的61%: the year names the task and not the period.
    let is_of_task = *name == "全年"
        && (["目标", "任务", "计划", "投资计划"].iter().any(|word| behind.starts_with(word))
            || behind.starts_with(|c| decimal_digit(c).is_some()));
    let is_earlier = *name == "年底" && is_of_earlier_year(&text[..at]);
    let naming = Naming { words: at..at + name.len(), end_month: *end_month };
    (!is_of_task && !is_earlier).then_some(naming)
}

/// Whether the 年底 behind these words is not this year's: 上年底, 比去年底.
fn is_of_earlier_year(before: &str) -> bool {
    before.ends_with(['上', '去', '比', '较'])
}

/// `1-5月`, `1至5月份`, `截至5月30日`, `5月底`. A month alone is no period of the year so far.
fn months_at(text: &str, start: usize) -> Option<Naming> {
    if text[..start].chars().next_back().is_some_and(|c| decimal_digit(c).is_some()) {
        return None;
    }
    let until =
        ["截至", "截止", "至", "到"].into_iter().find(|word| text[start..].starts_with(word));
    let (first, mut end) = month(text, start + until.map_or(0, str::len))?;
    let mut last = first;
    let mark = text[end..].chars().next().filter(|c| "-－–—~～至到".contains(*c));
    if let Some((second, behind)) = mark.and_then(|mark| month(text, end + mark.len_utf8())) {
        last = second;
        end = behind;
    }
    let rest = text[end..].strip_prefix('月')?;
    end += '月'.len_utf8();
    let closing = ["底", "末", "份"].into_iter().find(|word| rest.starts_with(word));
    let is_end = matches!(closing, Some("底" | "末"));
    end += closing.map_or(0, str::len);
    let names = last > first || is_end || until.is_some_and(|word| word.starts_with('截'));
    names.then_some(Naming { words: start..end, end_month: Some(last) })
}

/// The number of a month, 1 to 12, at a byte, and the byte behind it.
fn month(text: &str, start: usize) -> Option<(u8, usize)> {
    let mut value = 0_u32;
    let mut end = start;
    for c in text.get(start..)?.chars() {
        let Some(digit) = decimal_digit(c) else { break };
        value = (value * 10 + digit).min(99);
        end += c.len_utf8();
    }
    let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month))?;
    Some((month, end))
}

/// The month at whose end a heading or a name of a column says that its figures end: 6 of
/// 上半年进展情况.
pub(super) fn stated_month(heading: &str) -> Option<u8> {
    let heading: String = heading.split_whitespace().collect();
    namings(&heading).into_iter().rev().find_map(|naming| naming.end_month)
}

/// The places where a text turns to what it only expects, in order.
pub(super) fn expectations(text: &str) -> Vec<usize> {
    const ALONE: [&str; 8] = ["预计", "力争", "确保", "年底", "下半年", "有望", "将于", "年内完成"];
    let mut found: Vec<_> = ALONE
        .iter()
        .flat_map(|word| text.match_indices(word))
        .filter(|(at, word)| *word != "年底" || !is_of_earlier_year(&text[..*at]))
        .map(|(at, _)| at)
        .collect();
    // 计划 is a noun, too: only before a time does it look ahead.
    let planned = text.match_indices("计划").filter(|(at, word)| {
        let next = text[at + word.len()..].chars().next();
        let is_noun = ["年度", "全年", "投资"].iter().any(|before| text[..*at].ends_with(before));
        !is_noun && next.is_some_and(|c| decimal_digit(c).is_some() || "于在年".contains(c))
    });
    found.extend(planned.map(|(at, _)| at));
    found.sort_unstable();
    found
}
