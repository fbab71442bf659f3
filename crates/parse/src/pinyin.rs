//! Pinyin of names: the keys that find them by sound, and the initials that identify them.
//!
//! Start with [`keys`]. The dictionary gives each character's usual reading; [`WORDS`] and
//! [`POLYPHONES`] say where names are read otherwise.

use core::slice;

use ::pinyin::ToPinyin;

use crate::units::after_jurisdiction;

/// The most ways of reading one name.
const MAX_READINGS: usize = 8;

/// Words whose characters have one reading here, whatever they have elsewhere.
const WORDS: &[(&str, &str)] = &[
    ("长三角", "chang san jiao"),
    ("长江", "chang jiang"),
    ("长兴", "chang xing"),
    ("长安", "chang an"),
    ("重庆", "chong qing"),
    ("重点", "zhong dian"),
    ("银行", "yin hang"),
    ("人行", "ren hang"),
    ("支行", "zhi hang"),
    ("分行", "fen hang"),
    ("行业", "hang ye"),
    ("行政", "xing zheng"),
    ("会计", "kuai ji"),
    ("调查", "diao cha"),
    ("地方", "di fang"),
    ("土地", "tu di"),
    ("学校", "xue xiao"),
    ("台州", "tai zhou"),
    ("丽水", "li shui"),
    ("乐清", "yue qing"),
    ("厦门", "xia men"),
    ("六安", "lu an"),
];

/// Characters that names read in several ways, the most usual first.
const POLYPHONES: &[(char, &str)] = &[
    ('长', "chang zhang"),
    ('行', "xing hang"),
    ('重', "zhong chong"),
    ('调', "diao tiao"),
    ('乐', "le yue"),
    ('都', "du dou"),
    ('传', "chuan zhuan"),
    ('降', "jiang xiang"),
    ('朝', "chao zhao"),
    ('弄', "long nong"),
    ('藏', "cang zang"),
    ('单', "dan shan"),
    ('盛', "sheng cheng"),
    ('浒', "hu xu"),
    ('泊', "bo po"),
    ('尉', "wei yu"),
    ('圩', "wei xu"),
    ('绿', "lv lu"),
];

/// What finds `name` by sound: full pinyin and initials, lower-case ASCII, sorted.
///
/// The name stands with and without the level it begins with (市, 县), in each plausible
/// reading, at most eight. A name without any readable character has no keys.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let short = after_jurisdiction(name).filter(|rest| !rest.is_empty());
    let names = [Some(name), short].into_iter().flatten();
    let readings = names.flat_map(readings);
    let mut keys: Vec<String> =
        readings.flat_map(|reading| [reading.concat(), initials_of(&reading)]).collect();
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

/// The pinyin initials of `name` in its most usual reading, for ids: `sfzggw`.
///
/// Characters without a reading are left out; a name of none but such gives an empty string.
pub(crate) fn initials(name: &str) -> String {
    readings(name).first().map(|reading| initials_of(reading)).unwrap_or_default()
}

/// A way of reading a name: a syllable, letter or digit for each character that has one.
type Reading = Vec<String>;

/// Every plausible reading of `name`, the most usual first, at most [`MAX_READINGS`].
fn readings(name: &str) -> Vec<Reading> {
    let mut found: Vec<Reading> = vec![Vec::new()];
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let word = WORDS.iter().find(|(word, _)| rest.starts_with(word));
        if let Some((word, syllables)) = word {
            for reading in &mut found {
                reading.extend(syllables.split(' ').map(str::to_owned));
            }
            rest = &rest[word.len()..];
        } else {
            found = extended(&found, &syllables(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

/// Each of `readings` with each of `syllables` behind it; readings beyond the limit go.
fn extended(readings: &[Reading], syllables: &[String]) -> Vec<Reading> {
    if syllables.is_empty() {
        return readings.to_vec();
    }
    let with = |syllable| {
        readings.iter().map(move |reading| [reading.as_slice(), slice::from_ref(syllable)].concat())
    };
    syllables.iter().flat_map(with).take(MAX_READINGS).collect()
}

/// The ways of reading one character; none for signs.
fn syllables(c: char) -> Vec<String> {
    if c.is_ascii_alphanumeric() {
        return vec![c.to_ascii_lowercase().to_string()];
    }
    if let Some((_, readings)) = POLYPHONES.iter().find(|(polyphone, _)| *polyphone == c) {
        return readings.split(' ').map(str::to_owned).collect();
    }
    let usual = c.to_pinyin().map(|pinyin| pinyin.plain().replace('ü', "v").replace('ê', "e"));
    usual.filter(|syllable| syllable.is_ascii()).into_iter().collect()
}

fn initials_of(reading: &[String]) -> String {
    reading.iter().filter_map(|syllable| syllable.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(name: &str, expect: &[&str]) {
        assert_eq!(keys(name), expect, "{name}");
    }

    #[test]
    fn a_department_is_found_with_and_without_its_level() {
        check("市发展改革委", &["fazhangaigewei", "fzggw", "sfzggw", "shifazhangaigewei"]);
        check("嘉善县政府", &["jiashanxianzhengfu", "jsxzf", "zf", "zhengfu"]);
        check("教育局", &["jiaoyuju", "jyj"]);
    }

    #[test]
    fn words_decide_how_their_characters_are_read() {
        check("长三角", &["changsanjiao", "csj"]);
        check("银行", &["yh", "yinhang"]);
        check("市场", &["sc", "shichang"]);
    }

    #[test]
    fn a_polyphone_is_found_by_each_reading() {
        check("长埭", &["cd", "changdai", "zd", "zhangdai"]);
        assert!(keys("长长长长长").len() <= 2 * MAX_READINGS);
    }

    #[test]
    fn letters_and_digits_stand_for_themselves() {
        check("G60科创", &["g60kc", "g60kechuang"]);
        check("（）", &[]);
    }

    #[test]
    fn initials_are_those_of_the_usual_reading() {
        assert_eq!(initials("市长三角发展办"), "scsjfzb");
        assert_eq!(initials("市委组织部"), "swzzb");
        assert_eq!(initials(""), "");
    }

    proptest! {
        #[test]
        fn keys_are_lower_case_ascii_in_order(name in ".*") {
            let keys = keys(&name);
            prop_assert!(keys.iter().all(|key| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
            prop_assert!(keys.is_sorted() && keys.len() <= 4 * MAX_READINGS);
        }
    }
}
