//! What the rules recognise, which points compare, and what the bundled registry gives.

use model::Ledger;
use proptest::prelude::*;

use super::*;
use crate::{Hints, Registry, Source, read_ledger};

const INDICATORS: &str = include_str!("../../../../seeds/indicators.toml");

/// A document's table of tasks, or of the city's livelihood projects with their shares.
fn source(region: &str, year: u16, rows: &str) -> Source {
    let hints = Hints {
        key: format!("{region}-{year}"),
        region: Some(region.to_owned()),
        level: Some(model::Level::City),
        year: Some(year),
        ..Hints::default()
    };
    Source { hints, text: rows.to_owned() }
}

/// Tasks as rows of bars, with one more that states no figure: a table has three rows at least.
fn tasks(region: &str, year: u16, texts: &[&str]) -> Source {
    let rows = texts.iter().chain(&["加强督查。"]).enumerate();
    let rows: Vec<_> =
        rows.map(|(at, text)| format!("{} | {text} | 正在推进。 | ★市政府办", at + 1)).collect();
    let rows = rows.join("\n");
    source(region, year, &format!("序号 | 工作任务 | 完成情况 | 责任单位\n{rows}"))
}

/// One livelihood project of a city with its total and two districts' shares.
fn project(of: &str, year: u16, text: &str, [total, one, other]: [&str; 3]) -> Source {
    let rows = format!(
        "{year}年{of}民生实事任务分解\n\n\t序号\n\t目标任务\n\t全市\n\t甲区\n\t乙区\n\t牵头单位\n\n\
         \t1\n\t{text}\n\t{total}\n\t{one}\n\t{other}\n\t市民政局\n"
    );
    source("湖州市", year, &rows)
}

fn read(indicators: &str, sources: Vec<Source>) -> Ledger {
    read_ledger(&Registry::from_toml("", "", indicators).unwrap(), sources)
}

/// Each point as `year region value unit`, with its reason in brackets.
fn digest(ledger: &Ledger) -> Vec<String> {
    let points = ledger.series.iter().flat_map(|series| {
        series.points.iter().map(move |point| {
            let region = point.region.map_or("-", |at| ledger.regions[at as usize].name.as_str());
            let unit = point.unit.as_deref().unwrap_or_default();
            let reason = point.reason.map(|reason| format!(" [{}]", reason.code()));
            let Point { year, value, .. } = point;
            format!("{} {year} {region} {value}{unit}{}", series.id, reason.unwrap_or_default())
        })
    });
    points.collect()
}

fn check(sources: Vec<Source>, expect: &[&str]) {
    assert_eq!(digest(&read(INDICATORS, sources)), expect);
}

#[test]
fn two_years_of_one_region_compare() {
    check(
        vec![
            tasks("湖州市", 2022, &["地区生产总值增长6%以上。"]),
            tasks("湖州市", 2023, &["全市生产总值增长7%左右。"]),
        ],
        &["gdp-growth 2022 湖州市 6%", "gdp-growth 2023 湖州市 7%"],
    );
}

#[test]
fn regions_do_not_compare_with_each_other() {
    check(
        vec![
            tasks("湖州市", 2022, &["新增上市公司3家。"]),
            tasks("德清县", 2023, &["新增上市企业1家。"]),
        ],
        &[
            "listed-firms 2022 湖州市 3家 [other-region]",
            "listed-firms 2023 德清县 1家 [other-region]",
        ],
    );
}

#[test]
fn one_document_is_no_series() {
    check(vec![tasks("湖州市", 2022, &["固定资产投资增长8%以上。"])], &[]);
}

#[test]
fn a_stock_does_not_compare_with_what_is_added() {
    check(
        vec![
            tasks("湖州市", 2022, &["国家高新技术企业突破5500家。"]),
            tasks("湖州市", 2023, &["新增国家高新技术企业700家。"]),
            tasks("湖州市", 2024, &["新增国家高新技术企业500家。"]),
        ],
        &[
            "high-tech-firms 2022 湖州市 5500家 [stock]",
            "high-tech-firms 2023 湖州市 700家",
            "high-tech-firms 2024 湖州市 500家",
        ],
    );
}

#[test]
fn another_object_leaves_neither_point_comparable() {
    check(
        vec![
            tasks("湖州市", 2022, &["数字经济核心产业增加值增长16%以上。"]),
            tasks("湖州市", 2024, &["数字经济核心制造业增加值增长7%。"]),
        ],
        &[
            "digital-manufacturing-growth 2022 湖州市 16% [other-object]",
            "digital-manufacturing-growth 2024 湖州市 7% [other-object]",
        ],
    );
}

#[test]
fn of_two_figures_of_one_year_one_stands_for_it() {
    check(
        vec![
            tasks("湖州市", 2022, &["为企业减负300亿元以上。", "全年为企业减负310亿元。"]),
            tasks("湖州市", 2024, &["为企业减负230亿元以上。"]),
        ],
        &[
            "burden-relief 2022 湖州市 30000000000元",
            "burden-relief 2022 湖州市 31000000000元 [same-year-other-source]",
            "burden-relief 2024 湖州市 23000000000元",
        ],
    );
}

#[test]
fn the_table_stands_for_the_year_and_a_slash_is_no_point() {
    check(
        vec![
            project("市政府", 2022, "既有住宅加装电梯20台以上", ["22", "12", "10"]),
            project("市政府", 2024, "既有住宅加装电梯10台", ["10", "10", "/"]),
        ],
        &[
            "lifts 2022 湖州市 20台 [same-year-other-source]",
            "lifts 2022 湖州市 22台",
            "lifts 2022 甲区 12台",
            "lifts 2022 乙区 10台 [other-region]",
            "lifts 2024 湖州市 10台 [same-year-other-source]",
            "lifts 2024 湖州市 10台",
            "lifts 2024 甲区 10台",
        ],
    );
}

#[test]
fn the_provinces_figure_is_never_the_citys() {
    check(
        vec![
            project("省政府", 2021, "新（改）建农村公路2000公里", ["70", "50", "20"]),
            tasks("湖州市", 2023, &["新改建农村公路60公里。"]),
        ],
        &[
            "rural-roads-built 2021 - 2000公里 [province]",
            "rural-roads-built 2021 湖州市 70公里",
            "rural-roads-built 2021 甲区 50公里 [other-region]",
            "rural-roads-built 2021 乙区 20公里 [other-region]",
            "rural-roads-built 2023 湖州市 60公里",
        ],
    );
}

#[test]
fn a_name_that_only_reads_alike_is_no_point() {
    check(
        vec![
            tasks("湖州市", 2022, &["生产性服务业占服务业增加值比重提高到60%以上。"]),
            tasks("湖州市", 2023, &["服务业增加值占地区生产总值比重达到50%。"]),
        ],
        &[],
    );
}

#[test]
fn a_wrong_registry_names_the_entry() {
    let error = |text: &str| from_toml(text).unwrap_err().to_string();
    let head =
        "[[indicator]]\nid=\"a\"\nname=\"甲\"\nname_en=\"A\"\nunit=\"个\"\nkind=\"absolute\"\n";
    assert_eq!(
        error(head),
        r#"indicator "a" has neither [[indicator.target]] nor [[indicator.row]]"#
    );
    let no_words = format!("{head}[[indicator.target]]\nnone=[\"乙\"]\n");
    assert_eq!(
        error(&no_words),
        r#"rule 1 of indicator "a" holds an empty word, or none under all and any"#
    );
    let scope = format!("{head}[[indicator.row]]\nall=[\"甲\"]\nscope=\"乙\"\n");
    assert_eq!(error(&scope), r#"rule 1 of indicator "a" has a scope, but no differs"#);
    let rule = format!("{head}[[indicator.row]]\nall=[\"甲\"]\n");
    assert_eq!(error(&format!("{rule}{rule}")), r#"indicator "a" stands twice"#);
    assert!(error(&format!("{rule}words=[\"乙\"]\n")).starts_with("line 9: unknown field"));
}

#[test]
fn what_reads_alike_is_proposed_until_a_series_holds_it() {
    let sources = || {
        vec![
            tasks("湖州市", 2022, &["新建消防站3座。", "为企业减负300亿元。"]),
            tasks("湖州市", 2023, &["建成消防站2座。", "为企业减负310亿元。"]),
        ]
    };
    let ledger = read(INDICATORS, sources());
    let found = candidates(&ledger, 0.4);
    let pairs: Vec<_> = found.iter().map(|found| [found.first, found.second]).collect();
    let names = pairs.iter().map(|pair| pair.map(|at| ledger.targets[at].indicator.as_str()));
    assert_eq!(names.collect::<Vec<_>>(), [["新建消防站", "建成消防站"]]);
    assert_eq!(candidates(&read("", sources()), 0.4).len(), 2);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_as_a_registry(text in "\\PC{0,60}") {
        let _ = from_toml(&text);
    }

    #[test]
    fn any_words_of_tasks_give_series_or_none(words in prop::collection::vec("[0-9%家个新增减上市企业公司为负亿元]{0,12}", 0..6)) {
        let texts: Vec<_> = words.iter().map(String::as_str).collect();
        let ledger = read(INDICATORS, vec![tasks("湖州市", 2022, &texts), tasks("湖州市", 2023, &texts)]);
        for point in ledger.series.iter().flat_map(|series| &series.points) {
            prop_assert!(point.printed(&ledger).is_some());
        }
        let _ = candidates(&ledger, 0.0);
    }
}
