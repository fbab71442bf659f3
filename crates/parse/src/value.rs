//! A cell of an allocation table as a number.

use model::{Bound, Reading};

use crate::numerals::decimal_digit;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellValue {
    /// `/`, a dash, or nothing: no share, which is not zero.
    NoShare,
    /// One number and nothing but its bound and unit: `约64万`, `100%`.
    Number(Reading),
    /// One number among other words: `嘉服集团1`. The words say what the number is not.
    NumberAmongWords(Reading),
    /// Words without exactly one number.
    Words,
}

/// Words that bind a value, before or behind it.
const BOUNDS: [(&str, Bound); 20] = [
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不高于", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("控制在", Bound::AtMost),
    ("以上", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<", Bound::AtMost),
    ("左右", Bound::About),
    ("约", Bound::About),
    ("近", Bound::About),
    ("上下", Bound::About),
    ("达到", Bound::Exactly),
];

/// Reads a cell, given without white space.
///
/// # Example
///
/// `约64万` is about 640 000; `92%` is 92 with the unit `%`; `/` is no share.
pub(crate) fn read_cell(text: &str) -> CellValue {
    if matches!(text, "" | "/" | "／" | "-" | "—" | "——" | "\\" | "－") {
        return CellValue::NoShare;
    }
    let Some(number) = single_number(text) else { return CellValue::Words };
    let (before, behind) = (&text[..number.start], &text[number.end..]);
    let (scale, behind) = scale(behind);
    let (bound, words, unit) = bound_and_unit(before, behind);
    let reading = Reading { value: number.value * scale, unit, bound };
    if words { CellValue::NumberAmongWords(reading) } else { CellValue::Number(reading) }
}

/// A cell without a unit of its own, measured as its row's column of units says: 6.8 under 万人次.
pub(crate) fn measured(reading: Reading, measure: &str) -> Reading {
    if reading.unit.is_some() || measure.contains(['/', '、', '或']) && !measure.contains('每') {
        return reading;
    }
    let (factor, unit) = scale(measure);
    let unit = unit.replace('％', "%");
    // What the binary product adds behind the second decimal was not printed.
    let value =
        if factor > 1.0 { (reading.value * factor * 100.0).round() / 100.0 } else { reading.value };
    Reading { value, unit: (!unit.is_empty()).then_some(unit), ..reading }
}

struct Number {
    value: f64,
    start: usize,
    end: usize,
}

/// The only number in a text; `None` where there is none, or several.
fn single_number(text: &str) -> Option<Number> {
    let is_part = |c: char| decimal_digit(c).is_some() || matches!(c, '.' | ',' | '，' | '．');
    let start = text.find(|c| decimal_digit(c).is_some())?;
    let len = text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
    let digits = text[start..start + len].trim_end_matches([',', '，', '.', '．']);
    let end = start + digits.len();
    if text[end..].contains(|c| decimal_digit(c).is_some()) {
        return None;
    }
    Some(Number { value: plain_number(digits)?, start, end })
}

/// The value of digits with a decimal point and separators of thousands.
fn plain_number(digits: &str) -> Option<f64> {
    let plain: String = digits
        .chars()
        .filter(|c| !matches!(c, ',' | '，'))
        .map(|c| match c {
            '．' => '.',
            _ => decimal_digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c),
        })
        .collect();
    plain.parse().ok()
}

/// What 万 and 亿 at the beginning of `behind` multiply by, and the rest.
fn scale(behind: &str) -> (f64, &str) {
    for (word, factor) in [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)] {
        if let Some(rest) = behind.strip_prefix(word) {
            return (factor, rest);
        }
    }
    (1.0, behind)
}

/// The bound, whether other words stand beside the number, and the unit behind it.
fn bound_and_unit(before: &str, behind: &str) -> (Bound, bool, Option<String>) {
    let mut bound = Bound::Exactly;
    let mut before = before.to_owned();
    let mut behind = behind.to_owned();
    for (word, meaning) in BOUNDS {
        let at = if before.ends_with(word) { Some(&mut before) } else { None };
        let at = at.or_else(|| behind.ends_with(word).then_some(&mut behind));
        if let Some(side) = at {
            *side = side.replacen(word, "", 1);
            if bound == Bound::Exactly {
                bound = meaning;
            }
        }
    }
    let unit = behind.trim_matches(|c| "（）()。；;、，,".contains(c));
    let unit = unit.replace('％', "%");
    let is_unit = unit.chars().count() <= 4;
    let words = !before.is_empty() || !is_unit;
    (bound, words, (is_unit && !unit.is_empty()).then_some(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: f64, unit: Option<&str>, bound: Bound) {
        let expect = Reading { value, unit: unit.map(str::to_owned), bound };
        assert_eq!(read_cell(text), CellValue::Number(expect), "{text}");
    }

    #[test]
    fn cells_are_read() {
        check("24", 24.0, None, Bound::Exactly);
        check("8.1", 8.1, None, Bound::Exactly);
        check("1,200", 1200.0, None, Bound::Exactly);
        check("约72500", 72500.0, None, Bound::About);
        check("约64万", 640_000.0, None, Bound::About);
        check("30万", 300_000.0, None, Bound::Exactly);
        check("100%", 100.0, Some("%"), Bound::Exactly);
        check("5％以上", 5.0, Some("%"), Bound::AtLeast);
        check("0", 0.0, None, Bound::Exactly);
        check("３家", 3.0, Some("家"), Bound::Exactly);
    }

    #[test]
    fn no_share_is_not_zero() {
        for text in ["/", "／", "-", "", "—"] {
            assert_eq!(read_cell(text), CellValue::NoShare, "{text}");
        }
    }

    #[test]
    fn a_number_among_words_is_told_from_a_bare_one() {
        let CellValue::NumberAmongWords(reading) = read_cell("嘉服集团1") else { panic!() };
        assert!((reading.value - 1.0).abs() < f64::EPSILON);
        let CellValue::NumberAmongWords(reading) = read_cell("报销比例不低于60%") else {
            panic!()
        };
        assert_eq!((reading.unit.as_deref(), reading.bound), (Some("%"), Bound::AtLeast));
        assert_eq!(read_cell("抽检比例40%，达到85%"), CellValue::Words);
        assert_eq!(read_cell("全覆盖"), CellValue::Words);
    }
}
