//! The numbers of a text, and which of them are only names.

use core::ops::Range;

use crate::numerals::{chinese_numeral, decimal_digit};

/// A number, or a range of two.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// The number, or the lower end.
    pub(super) low: f64,
    /// The upper end of a range.
    pub(super) high: Option<f64>,
    /// Its bytes in the text, both ends of a range included.
    pub(super) words: Range<usize>,
    /// Whether it is written in Chinese numerals.
    pub(super) is_chinese: bool,
}

/// The numbers that can be quantities, in order. Left out: what stands in quotation marks or
/// title marks, in a name of letters (`G60`, `1+1+N`), behind 第, and years.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let quoted = quoted(text);
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let next = arabic(text, at).or_else(|| chinese(text, at)).or_else(|| bare(text, at));
        match next {
            Some(number) => {
                // A bare 亿 has no sign of its own to step over.
                at = number.words.end.max(at + text[at..].chars().next().map_or(1, char::len_utf8));
                let is_quoted = quoted.iter().any(|range| range.contains(&number.words.start));
                let is_listed = number.is_chinese && sums_up_names(text, &number.words);
                if !is_quoted && !is_listed && !is_name(text, &number.words) {
                    found.push(number);
                }
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// The ranges between quotation marks and between title marks. A mark that is never closed
/// reaches to the end of its clause.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for (open, close) in [('“', '”'), ('《', '》'), ('「', '」'), ('‘', '’')] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at) {
            let inner = start + open.len_utf8();
            let len = text[inner..].find([close, '。', '；']).unwrap_or(text.len() - inner);
            ranges.push(start..inner + len);
            from = inner + len;
        }
    }
    ranges
}

/// The number in digits that begins at a byte, with the other end of its range.
fn arabic(text: &str, start: usize) -> Option<Number> {
    let (low, end) = digits(text, start)?;
    let mut number = Number { low, high: None, words: start..end, is_chinese: false };
    // A range: 10-50万元, 63%～68%, 10万至50万人.
    let behind = &text[end..];
    let is_unit = |c: char| matches!(c, '%' | '％' | '万' | '亿');
    let unit_len = behind.find(|c| !is_unit(c)).unwrap_or(behind.len());
    let mark = behind[unit_len..]
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '–' | '—' | '~' | '～' | '至'));
    if let Some(mark) = mark {
        let second = end + unit_len + mark.len_utf8();
        // What scales the lower end scales the upper one.
        let is_scaled_alike = |end: usize| {
            let scale = &behind[..unit_len];
            !scale.contains(['万', '亿']) || text[end..].starts_with(scale)
        };
        if let Some((high, end)) =
            digits(text, second).filter(|(high, end)| *high > low && is_scaled_alike(*end))
        {
            number.high = Some(high);
            number.words.end = end;
        }
    }
    Some(number)
}

/// Digits with a decimal point and separators of thousands, and the byte behind them.
fn digits(text: &str, start: usize) -> Option<(f64, usize)> {
    let mut plain = String::new();
    let mut end = start;
    let mut chars = text[start..].chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|next| decimal_digit(*next).is_some());
        match decimal_digit(c) {
            Some(digit) => plain.extend(char::from_digit(digit, 10)),
            None if matches!(c, '.' | '．') && next_is_digit && !plain.contains('.') => {
                plain.push('.');
            }
            None if c == ',' && is_thousands(&text[end + 1..]) && !plain.contains('.') => {}
            None => break,
        }
        if plain.is_empty() || plain.starts_with('.') {
            return None;
        }
        end += c.len_utf8();
    }
    Some((plain.parse().ok()?, end))
}

/// Whether exactly three digits follow a separator.
fn is_thousands(behind: &str) -> bool {
    behind.chars().take_while(|c| decimal_digit(*c).is_some()).count() == 3
}

/// A number from two to 9999 in Chinese numerals that begins at a byte.
fn chinese(text: &str, start: usize) -> Option<Number> {
    let is_numeral = |c: char| "一二三四五六七八九十百千两零〇".contains(c);
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| is_numeral(c) || c == '第') {
        return None;
    }
    let rest = &text[start..];
    let len = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
    // 百项技改项目 and 千家企业 name a campaign.
    let value = chinese_numeral(&rest[..len])
        .filter(|value| *value >= 2 && !matches!(&rest[..len], "百" | "千"))?;
    Some(Number { low: f64::from(value), high: None, words: start..start + len, is_chinese: true })
}

/// The one that 亿元以上 and 超亿美元 leave out: it stands right before its 亿 and has no words.
fn bare(text: &str, start: usize) -> Option<Number> {
    let rest = text[start..].strip_prefix('亿')?;
    let money = ["元", "美元"].into_iter().find(|money| rest.starts_with(money))?;
    let before = &text[..start];
    let is_over = ["超", "超过", "过"].iter().any(|word| before.ends_with(word));
    let is_free = !before.ends_with(|c: char| {
        decimal_digit(c).is_some() || "一二三四五六七八九十百千万两零〇几数.．".contains(c)
    });
    let is_bound = is_over || rest[money.len()..].starts_with("以上");
    let number = Number { low: 1.0, high: None, words: start..start, is_chinese: false };
    (is_free && is_bound).then_some(number)
}

/// Whether a number only says how many names in quotation marks stand before it:
/// “粤菜师傅”“广东技工”“南粤家政”三项工程.
fn sums_up_names(text: &str, words: &Range<usize>) -> bool {
    // 四项主要污染物 opens a clause: what there is, not what is to be made.
    let before = text[..words.start].chars().next_back();
    before.is_none_or(|c| matches!(c, '”' | '」' | '’' | '，' | ',' | '。' | '；' | ';'))
        && ["项", "大", "类"].iter().any(|unit| {
            text[words.end..].strip_prefix(unit).is_some_and(|rest| {
                !rest.is_empty() && !rest.starts_with(['，', ',', '。', '；', ';', '、'])
            })
        })
}

/// Whether a number is part of a name: letters or a plus beside it, 第 before it, a year.
fn is_name(text: &str, words: &Range<usize>) -> bool {
    let before = text[..words.start].chars().next_back();
    let behind = &text[words.end..];
    let after = behind.chars().next();
    let joins = |c: char| c.is_ascii_alphabetic() || matches!(c, '+' | '＋' | '〔' | '#' | '.');
    let is_measured =
        ["km", "kW", "MW", "GW", "㎡", "kg"].iter().any(|unit| behind.starts_with(unit));
    let is_year = after == Some('年') && words.len() == 4;
    // AED300台 counts what is called AED; G60, 5G and PM2.5 are names.
    let n_letters = text[..words.start].chars().rev().take_while(char::is_ascii_uppercase).count();
    let is_counted = n_letters >= 2
        && ["台", "套", "个", "辆", "部", "架", "处"].iter().any(|unit| behind.starts_with(unit));
    before.is_some_and(|c| (joins(c) && !is_counted) || matches!(c, '第' | '-'))
        // 每千名老年人 names by what the quantity behind it is counted.
        || before == Some('每')
        || (after.is_some_and(joins) && !is_measured)
        || is_year
}
