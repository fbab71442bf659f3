//! Forms of numbers: how a count, a value and a difference are written.

use model::{Bound, Reading};

use crate::messages as m;
use crate::state::Lang;

/// The minus sign, as wide as a digit.
const MINUS: char = '−';

/// A value without needless decimals: `146.4`, `72500`, `−3`.
pub(crate) fn number(value: f64) -> String {
    // Four decimals are more than any document prints; they hide what binary fractions add.
    let text = format!("{:.4}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if value < 0.0 && text != "0" { format!("{MINUS}{text}") } else { text.to_owned() }
}

/// A difference with its sign: `+3`, `−0.5`, `0`.
pub(crate) fn difference(value: f64) -> String {
    let text = number(value);
    if text == "0" || text.starts_with(MINUS) { text } else { format!("+{text}") }
}

/// A part of a whole as a style sheet reads it, from 0 to 1; nothing of nothing is 0.
pub(crate) fn share(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    format!("{share:.4}")
}

/// An amount as documents write it: `230亿元`, `1.5万人`, `100 台`; in English in full.
pub(crate) fn amount(value: f64, unit: &str, lang: Lang) -> String {
    let unit = m::measure_unit(unit, lang);
    let gap = if unit.is_empty() || unit == "%" { "" } else { " " };
    match (lang, value.abs()) {
        (Lang::Zh, size) if size >= 1e8 => format!("{} 亿{unit}", number(value / 1e8)),
        (Lang::Zh, size) if size >= 1e4 => format!("{} 万{unit}", number(value / 1e4)),
        _ => format!("{}{gap}{unit}", digits(value, lang)),
    }
}

/// The value in figures; round ones of many digits in words: `1100 亿`, `110 billion`.
fn digits(value: f64, lang: Lang) -> String {
    let sizes = match lang {
        Lang::Zh => [(1e12, "万亿"), (1e8, "亿")],
        Lang::En => [(1e9, "billion"), (1e6, "million")],
    };
    let round = sizes.into_iter().find(|(size, _)| {
        let hundredths = value / size * 100.0;
        value.abs() >= *size && (hundredths - hundredths.round()).abs() < 1e-9
    });
    match round {
        Some((size, word)) => format!("{} {word}", number(value / size)),
        None => grouped(&number(value)),
    }
}

/// By what the values of a chart are divided so that they can be read, and how that is called.
pub(crate) fn scale(most: f64, lang: Lang) -> (f64, &'static str) {
    let scales = match lang {
        Lang::Zh => [(1e8, "亿"), (1e4, "万")],
        Lang::En => [(1e9, "billion "), (1e6, "million ")],
    };
    scales.into_iter().find(|(size, _)| most >= *size).unwrap_or((1.0, ""))
}

/// Millions and more in groups of three digits, which nobody can count otherwise.
fn grouped(text: &str) -> String {
    let n_digits = text.chars().take_while(char::is_ascii_digit).count();
    if n_digits < 7 {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + n_digits);
    for (at, sign) in text.chars().enumerate() {
        if at > 0 && at < n_digits && (n_digits - at) % 3 == 0 {
            // A narrow space that does not break.
            out.push('\u{202f}');
        }
        out.push(sign);
    }
    out
}

/// A quantity in words: `6% 以上`, `10–50 万元` as `100000–500000 元`.
pub(crate) fn quantity(
    (value, value_max): (f64, Option<f64>),
    unit: Option<&str>,
    bound: Bound,
    lang: Lang,
) -> String {
    let end = value_max.map(|end| format!("–{}", digits(end, lang))).unwrap_or_default();
    with_unit(&format!("{}{end}", digits(value, lang)), unit, bound, lang)
}

/// A part of a whole as a percentage with one decimal at most: `12.4%`.
pub(crate) fn part(part: f64) -> String {
    format!("{}%", number((part * 1000.0).round() / 10.0))
}

/// A reading in words: `100 以上`, `92%`.
pub(crate) fn reading(reading: &Reading, lang: Lang) -> String {
    with_unit(&number(reading.value), reading.unit.as_deref(), reading.bound, lang)
}

fn with_unit(value: &str, unit: Option<&str>, bound: Bound, lang: Lang) -> String {
    let unit = m::measure_unit(unit.unwrap_or_default(), lang);
    let has_gap = !unit.is_empty() && unit != "%" && !value.ends_with('亿');
    let gap = if has_gap { " " } else { "" };
    bounded(&format!("{value}{gap}{unit}"), bound, lang)
}

/// A value in words, with how it binds: `6% 以上`, `about 92%`.
pub(crate) fn bounded(value: &str, bound: Bound, lang: Lang) -> String {
    let words = m::bound(bound).to(lang);
    match (bound, lang) {
        (Bound::Exactly, _) => value.to_owned(),
        (Bound::About, Lang::En) => format!("{words} {value}"),
        _ => format!("{value} {words}"),
    }
}

/// A name in a few words: its first clause, cut where it is long.
pub(crate) fn short(name: &str) -> String {
    const LONGEST: usize = 12;
    let first = name.split(['，', '、', '。', '；']).next().unwrap_or(name);
    match first.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &first[..cut]),
        None => first.to_owned(),
    }
}

/// A small count as a word: 五, `five`; larger ones in figures.
pub(crate) fn count_word(n: usize, lang: Lang) -> String {
    const ZH: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    const EN: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let words = match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    };
    words.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The words with their first letter large, for the start of a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_decimals() {
        let said: Vec<_> = [146.4, 72500.0, 0.1 + 0.2, -3.0, -0.000_01].map(number).into();
        assert_eq!(said, ["146.4", "72500", "0.3", "−3", "0"]);
    }

    #[test]
    fn a_difference_always_shows_its_sign() {
        assert_eq!([2.0, -2.5, 0.0].map(difference), ["+2", "−2.5", "0"]);
    }

    #[test]
    fn a_share_lies_between_nothing_and_all() {
        assert_eq!(share(1.0, 4.0), "0.2500");
        assert_eq!([share(5.0, 4.0), share(1.0, 0.0)], ["1.0000", "0.0000"]);
    }

    #[test]
    fn values_of_many_digits_stand_in_words_or_in_groups() {
        let said = |value| quantity((value, None), Some("元"), Bound::AtLeast, Lang::Zh);
        assert_eq!(
            [1e9, 1e12, 1.45e8].map(said),
            ["10 亿元 以上", "1 万亿元 以上", "1.45 亿元 以上"]
        );
        assert_eq!(said(123_456_700.0), "123\u{202f}456\u{202f}700 元 以上");
        assert_eq!(said(186_300.0), "186300 元 以上");
        let said = |value| amount(value, "元", Lang::En);
        assert_eq!(said(1.1e11), "110 billion yuan");
        assert_eq!(said(-2_500_000.0), "−2.5 million yuan");
        assert_eq!(said(1_234_567.0), "1\u{202f}234\u{202f}567 yuan");
    }

    #[test]
    fn known_units_are_english_in_english_and_others_stay_as_printed() {
        let said = |unit| quantity((350.0, None), Some(unit), Bound::AtLeast, Lang::En);
        let said = ["公里", "台", "%", "丈"].map(said);
        assert_eq!(said, ["350 km or more", "350 or more", "350% or more", "350 丈 or more"]);
        assert_eq!(amount(-2.0, "户", Lang::En), "−2 households");
        assert_eq!(amount(-2.0, "户", Lang::Zh), "−2 户");
    }

    #[test]
    fn a_reading_says_how_it_binds() {
        let at_least = Reading { value: 100.0, unit: None, bound: Bound::AtLeast };
        assert_eq!(reading(&at_least, Lang::Zh), "100 以上");
        let rough = Reading { value: 92.0, unit: Some("%".to_owned()), bound: Bound::About };
        assert_eq!(reading(&rough, Lang::En), "about 92%");
    }
}
