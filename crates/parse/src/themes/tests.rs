//! How words are counted, and what the rules of `seeds/themes.toml` say of typical tasks.

use proptest::prelude::*;

use super::*;

const RULES: &str = include_str!("../../../../seeds/themes.toml");

/// Rules of two themes with a word in common and one within another.
const SMALL: &str = r#"
[[rural]]
why = "the countryside"
weight = 4
words = ["农村", "粮食"]

[[transport]]
why = "roads"
weight = 5
words = ["农村公路"]

[[transport]]
why = "who leads"
weight = 2
leads = ["交通运输局"]
"#;

fn check(
    rules: &str,
    text: &str,
    heading: Option<&str>,
    leads: &[&str],
    expect: Option<(Theme, u16, &[&str])>,
) {
    let rules = ThemeRules::from_toml(rules).unwrap();
    let found = rules.classify(text, heading, None, leads);
    let found =
        found.as_ref().map(|reading| (reading.theme, reading.score, reading.evidence.clone()));
    let expect = expect.map(|(theme, score, words)| {
        (theme, score, words.iter().map(ToString::to_string).collect())
    });
    assert_eq!(found, expect, "{text}");
}

#[test]
fn the_longest_word_counts_alone() {
    check(SMALL, "养护农村公路", None, &[], Some((Theme::Transport, 5, &["农村公路"])));
}

#[test]
fn a_word_counts_once_and_half_in_a_heading() {
    check(SMALL, "农村、农村", Some("粮食"), &[], Some((Theme::Rural, 6, &["农村", "粮食"])));
}

#[test]
fn a_leading_department_adds_its_weight() {
    let expect = (Theme::Transport, 7, &["农村公路", "市交通运输局"][..]);
    check(SMALL, "农村公路、粮食", None, &["市交通运输局", "市财政局"], Some(expect));
}

#[test]
fn among_equals_the_first_in_the_text_wins() {
    let rules = SMALL.replace("weight = 5", "weight = 4");
    check(&rules, "农村公路、粮食", None, &[], Some((Theme::Transport, 4, &["农村公路"])));
    check(&rules, "粮食、农村公路", None, &[], Some((Theme::Rural, 4, &["粮食"])));
}

#[test]
fn no_rule_gives_no_theme() {
    check(SMALL, "其他工作", None, &[], None);
    check("", "农村公路", None, &["市交通运输局"], None);
}

#[test]
fn what_is_wrong_with_a_file_is_named() {
    let error = |rules: &str| ThemeRules::from_toml(rules).unwrap_err().to_string();
    assert!(
        error("[[rural]]\nwhy = \"\"\nweight = 1\nword = []")
            .starts_with("line 4: unknown field `word`")
    );
    assert!(
        error("[[sport]]\nwhy = \"\"\nweight = 1\nwords = [\"球\"]")
            .starts_with("[[sport]] is no theme")
    );
    assert_eq!(
        error("[[rural]]\nwhy = \"\"\nweight = 0\nwords = [\"村\"]"),
        "rule 1 of [[rural]] has weight 0: wanted 1 or more"
    );
    assert_eq!(
        error("[[rural]]\nwhy = \"\"\nweight = 1"),
        "rule 1 of [[rural]] holds an empty word, or none"
    );
    assert_eq!(
        error("[[rural]]\nwhy = \"\"\nweight = 1\nwords = [\"村\", \"村\"]"),
        "\"村\" stands twice in the rules of [[rural]]"
    );
}

#[test]
fn the_rules_give_typical_tasks_their_theme() {
    let rules = ThemeRules::from_toml(RULES).unwrap();
    for (text, expect) in [
        ("地区生产总值增长6%左右。", Theme::Economy),
        ("研发投入强度达到3%。", Theme::Innovation),
        ("数字经济核心产业增加值增长8%。", Theme::Industry),
        ("全年为企业减负100亿元以上。", Theme::Business),
        ("固定资产投资增长8%以上。", Theme::Investment),
        ("实际利用外资超30亿美元。", Theme::Opening),
        ("新改建农村公路100公里。", Theme::Transport),
        ("在医院和学校周边新增停车位300个", Theme::Transport),
        ("推进农村土地综合整治项目", Theme::Rural),
        ("为中小学、幼儿园学生开展视力检测", Theme::Health),
        ("既有住宅加装电梯200台", Theme::Urban),
        ("粮食播种面积30万亩", Theme::Rural),
        ("PM2.5平均浓度低于25微克", Theme::Environment),
        ("新增学位2万个", Theme::Education),
        ("免费开展结直肠癌筛查", Theme::Health),
        ("新增老年助餐点200个", Theme::Care),
        ("城镇新增就业11万人", Theme::Employment),
        ("组建体育社群800个", Theme::Culture),
        ("电信网络诈骗案发数下降5%", Theme::Safety),
        ("政务服务事项“一网通办”率90%以上", Theme::Government),
    ] {
        assert_eq!(rules.classify(text, None, None, &[]).unwrap().theme, expect, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_classified(text in "[农村公路粮食a。]{0,20}|.*", heading in ".*", lead in ".*") {
        let rules = ThemeRules::from_toml(SMALL).unwrap();
        if let Some(reading) = rules.classify(&text, Some(&heading), Some(&heading), &[&lead]) {
            prop_assert!(reading.score > 0 && !reading.evidence.is_empty());
        }
    }

    #[test]
    fn any_file_is_read_or_refused(file in ".*") {
        let _ = ThemeRules::from_toml(&file);
    }
}
