//! What stands beside a number: scale, measure unit, bound.

use core::ops::Range;

use model::Bound;

use super::{indicator::ends_in_word, scan::Number};

/// How a number is measured and bound.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measure {
    /// What 万 and 亿 multiply by.
    pub(super) scale: f64,
    /// The unit, where one is printed.
    pub(super) unit: Option<String>,
    pub(super) bound: Bound,
    /// Whether the bound is 及以上 or 及以下, which describes a class of things.
    pub(super) is_inclusive: bool,
}

/// The measure units, those that begin with another before it.
const UNITS: [&str; 116] = [
    "个百分点",
    "百分点",
    "微克/立方米",
    "微克／立方米",
    "毫克/立方米",
    "毫克/升",
    "微克每立方米",
    "微克",
    "毫克",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "吨标准煤",
    "吨标煤",
    "吨",
    "千瓦时",
    "千瓦",
    "兆瓦时",
    "兆瓦",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "厘米",
    "米",
    "美元",
    "欧元",
    "元",
    "标箱",
    "标准箱",
    "人次",
    "架次",
    "班次",
    "场次",
    "人份",
    "人",
    "名",
    "位",
    "家次",
    "家",
    "所",
    "个月",
    "个工作日",
    "工作日",
    "个",
    "台次",
    "台",
    "套",
    "亩",
    "户次",
    "户",
    "条",
    "座",
    "间",
    "张",
    "项",
    "场次",
    "场",
    "班次",
    "部",
    "支",
    "辆",
    "处",
    "次",
    "件",
    "批次",
    "批",
    "剂次",
    "剂",
    "例",
    "车次",
    "趟",
    "卷",
    "尾",
    "斤",
    "头",
    "起",
    "路",
    "只",
    "棵",
    "艘",
    "架",
    "株",
    "枚",
    "本",
    "册",
    "份",
    "幅",
    "宗",
    "幢",
    "栋",
    "盏",
    "根",
    "对",
    "组",
    "周岁",
    "岁",
    "年",
    "天",
    "小时",
    "分钟",
    "分",
    "倍",
    "床",
    "层",
    "片",
    "块",
    "列",
    "大",
    "km",
    "㎡",
    "kW",
    "MW",
    "GW",
    "kg",
];

/// What a unit may be counted by, behind a stroke: 批次/千人, 万元/亩.
const PER: [&str; 15] = [
    "千人",
    "万人",
    "百人",
    "人",
    "户",
    "亩",
    "公里",
    "平方公里",
    "平方米",
    "立方米",
    "年",
    "天",
    "日",
    "吨",
    "小时",
];

/// Units that Chinese numerals count with: 两张, 十个. Others make names: 三级, 五星.
const COUNTERS: [&str; 17] = [
    "个", "家", "所", "条", "座", "处", "户", "台", "名", "项", "场", "张", "支", "套", "辆", "艘",
    "间",
];

/// What makes a counted-looking word a name or an ordinal: 500强, 3A级, 五期, 10年级.
const NO_UNITS: [&str; 12] =
    ["年级", "年代", "月", "日", "号", "强", "级", "星", "期", "轮", "届", "代"];

/// Bounds before a number, those that begin with another before it.
const BEFORE: [(&str, Bound); 30] = [
    ("不低于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不高于", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不突破", Bound::AtMost),
    ("控制在", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("小于", Bound::AtMost),
    ("少于", Bound::AtMost),
    ("超过", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("高于", Bound::AtLeast),
    ("多于", Bound::AtLeast),
    ("大于", Bound::AtLeast),
    ("超", Bound::AtLeast),
    ("过", Bound::AtLeast),
    ("破", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">", Bound::AtLeast),
    ("＞", Bound::AtLeast),
    ("≤", Bound::AtMost),
    ("<", Bound::AtMost),
    ("＜", Bound::AtMost),
    ("≦", Bound::AtMost),
    ("≧", Bound::AtLeast),
    ("约", Bound::About),
    ("近", Bound::About),
];

/// Bounds behind a unit.
const BEHIND: [(&str, Bound); 10] = [
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("余", Bound::About),
];

/// Reads what stands beside a number, and the bytes of the whole quantity.
///
/// `None` where nothing shows that the number counts or measures something.
pub(super) fn read_measure(text: &str, number: &Number) -> Option<(Measure, Range<usize>)> {
    let mut end = number.words.end;
    let scale = [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)]
        .into_iter()
        .find(|(word, _)| !number.is_chinese && text[end..].starts_with(word));
    end += scale.map_or(0, |(word, _)| word.len());
    // 1000余个, 20多条: what follows is more or less so many.
    let more =
        ["余", "多"].into_iter().find(|word| text[end..].starts_with(word)).map_or(0, str::len);
    let unit = unit_at(&text[end + more..], number, scale.is_some());
    let is_more = more > 0 && unit.is_some();
    end += if is_more { more } else { 0 };
    let unit = if is_more { unit } else { unit_at(&text[end..], number, scale.is_some()) };
    end += unit.map_or(0, str::len);
    let by = unit.and_then(|_| per_behind(&text[end..]));
    end += by.map_or(0, |by| '/'.len_utf8() + by.len());
    let per = per_before(text, number.words.start);
    let start = number.words.start - per.map_or(0, |(words, _)| words);
    let (before, start) = bound_before(text, start);
    // 5万套（间）以上: another word for the unit.
    end += unit.map_or(0, |_| other_unit(&text[end..]));
    let (behind, end) = bound_behind(text, end);
    // 收入倍差1.68以内: a ratio has no unit, and nothing else is bound and has a decimal point.
    let is_ratio = behind.is_some() && text[number.words.clone()].contains(['.', '．']);
    let is_counted = unit.is_some() || scale.is_some() || is_ratio;
    // 5万吨级泊位, 50亿级企业: a class of things.
    let is_class = unit.is_none() && is_class(&text[end..]);
    if !is_counted || is_class {
        return None;
    }
    let bound = match (before, behind) {
        (_, Some((_, bound))) | (Some(bound), None) => bound,
        (None, None) if is_more => Bound::About,
        (None, None) if is_at_least(&text[..start]) => Bound::AtLeast,
        (None, None) => Bound::Exactly,
    };
    let unit = unit.map(|unit| match per.map(|(_, per)| per).or(by) {
        Some(per) => format!("{unit}/{per}"),
        None => in_words(unit),
    });
    let is_inclusive = behind.is_some_and(|(word, _)| word.starts_with('及'));
    let measure =
        Measure { scale: scale.map_or(1.0, |(_, factor)| factor), unit, bound, is_inclusive };
    Some((measure, start..end))
}

/// Whether words are a unit and nothing else.
pub(crate) fn is_unit(words: &str) -> bool {
    UNITS.contains(&words)
}

/// Whether 级 begins a text, or a unit and 级.
fn is_class(behind: &str) -> bool {
    behind.starts_with('级')
        || UNITS
            .iter()
            .any(|unit| behind.strip_prefix(unit).is_some_and(|rest| rest.starts_with('级')))
}

/// A unit in the form that documents share.
fn in_words(unit: &str) -> String {
    const FORMS: [(&str, &str); 9] = [
        ("％", "%"),
        ("微克／立方米", "微克/立方米"),
        ("微克每立方米", "微克/立方米"),
        ("km", "公里"),
        ("㎡", "平方米"),
        ("kW", "千瓦"),
        ("MW", "兆瓦"),
        ("GW", "吉瓦"),
        ("kg", "公斤"),
    ];
    FORMS.iter().find(|(form, _)| *form == unit).map_or(unit, |(_, words)| words).to_owned()
}

/// The unit that a text begins with.
fn unit_at<'a>(behind: &'a str, number: &Number, is_scaled: bool) -> Option<&'a str> {
    if NO_UNITS.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    if let Some(percent) = behind.chars().next().filter(|c| matches!(c, '%' | '％' | '‰')) {
        return behind.get(..percent.len_utf8());
    }
    let units: &[&str] = if number.is_chinese { &COUNTERS } else { &UNITS };
    let unit = units.iter().find(|unit| behind.starts_with(**unit))?;
    let rest = &behind[unit.len()..];
    // 5次全国经济普查 is not counted here; 两年及以上 is; 10人民币 is no number of people.
    let is_other_word = match *unit {
        "人" => rest.starts_with("民"),
        "部" => rest.starts_with("门"),
        "路" => rest.starts_with(['公', '车', '电']),
        "分" => rest.starts_with(['别', '之', '会', '区', '级', '类', '批', '期', '步']),
        _ => false,
    };
    let is_other_word = is_other_word || rest.starts_with('级');
    let is_too_long = *unit == "年" && (number.low >= 100.0 || is_scaled);
    (!is_other_word && !is_too_long).then(|| &behind[..unit.len()])
}

/// 每立方米 right before a number: how many bytes, and per what.
fn per_before(text: &str, start: usize) -> Option<(usize, &'static str)> {
    [
        ("每立方米", "立方米"),
        ("每平方米", "平方米"),
        ("每万人", "万人"),
        ("每千人", "千人"),
        ("每人", "人"),
    ]
    .into_iter()
    .find(|(words, _)| text[..start].ends_with(words))
    .map(|(words, per)| (words.len(), per))
}

/// What a quantity is counted by, where a stroke stands behind its unit.
fn per_behind(behind: &str) -> Option<&'static str> {
    let per = behind.strip_prefix('/')?;
    PER.into_iter().filter(|unit| per.starts_with(unit)).max_by_key(|unit| unit.len())
}

/// The bytes of another word for a unit, in brackets behind it: （间） of 套（间）.
fn other_unit(behind: &str) -> usize {
    let Some(rest) = behind.strip_prefix(['（', '(']) else { return 0 };
    let Some(end) = rest.find(['）', ')']) else { return 0 };
    let close = rest[end..].chars().next().map_or(0, char::len_utf8);
    let is_unit = UNITS.contains(&&rest[..end]);
    if is_unit { behind.len() - rest.len() + end + close } else { 0 }
}

/// The bound that ends right before a byte, and where its words begin.
fn bound_before(text: &str, start: usize) -> (Option<Bound>, usize) {
    let before = &text[..start];
    let found = BEFORE
        .iter()
        .find(|(word, _)| before.strip_suffix(word).is_some_and(|rest| !ends_in_word(rest, word)));
    found.map_or((None, start), |(word, bound)| (Some(*bound), start - word.len()))
}

/// Whether 至少 binds what an act makes: 至少打造精品线1条.
fn is_at_least(before: &str) -> bool {
    let parts = |c: char| "，,。；;、".contains(c) || c.is_numeric();
    before.rsplit(parts).next().is_some_and(|clause| clause.contains("至少"))
}

/// The bound that begins at a byte, its words, and where they end.
fn bound_behind(text: &str, end: usize) -> (Option<(&'static str, Bound)>, usize) {
    let found = BEHIND.iter().find(|(word, _)| text[end..].starts_with(word));
    found.map_or((None, end), |(word, bound)| (Some((*word, *bound)), end + word.len()))
}
