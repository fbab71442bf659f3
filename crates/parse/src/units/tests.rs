//! Cells as the documents and their like print them.

use model::Span;
use proptest::prelude::*;

use super::*;

/// Reads `cell`, in which a line break is a line break, and compares the units: marked ones
/// begin with `*`, and `~` at the end says that some were parted by their names alone.
fn check(cell: &str, expect: &[&str]) {
    let list = read_units(&Passage::read(cell, &[Span::new(0, cell.len())]));
    let mark = |unit: &UnitWords| if unit.is_marked { "*" } else { "" };
    let mut found: Vec<_> =
        list.units.iter().map(|unit| format!("{}{}", mark(unit), unit.words.text)).collect();
    found.extend(list.is_unseparated.then(|| "~".to_owned()));
    assert_eq!(found, expect, "{cell}");
}

#[test]
fn separators_part_units() {
    check(
        "市科技局、市教育局，市财政局；市税务局",
        &["市科技局", "市教育局", "市财政局", "市税务局"],
    );
    check("县财政局。", &["县财政局"]);
    check("/", &[]);
    check("", &[]);
}

#[test]
fn marks_are_taken_off_and_remembered() {
    check("*市建设局、嘉源集团", &["*市建设局", "嘉源集团"]);
    check("★交通运输局、★曹桥街道、当湖街道", &["*交通运输局", "*曹桥街道", "当湖街道"]);
    check("★交投集团★新埭镇", &["*交投集团", "*新埭镇"]);
    check("市教育局（牵头）、市财政局", &["*市教育局", "市财政局"]);
}

#[test]
fn the_kinds_of_places_of_one_group_are_one_unit() {
    check("市教育局、各区、县（市）政府", &["市教育局", "各区、县（市）政府"]);
    check("各区、县政府，市人社局", &["各区、县政府", "市人社局"]);
    check("市人社局、各区县政府", &["市人社局", "各区县政府"]);
    check("市民政局、各镇、街道", &["市民政局", "各镇、街道"]);
    check("各县（市、区）政府、市财政局", &["各县（市、区）政府", "市财政局"]);
}

#[test]
fn brackets_stay_with_their_name() {
    check(
        "市委组织部（市委人才办、市委老干部局）、市科技局",
        &["市委组织部（市委人才办、市委老干部局）", "市科技局"],
    );
    check(
        "县住建局、武原街道(县城投集团)、沈荡镇",
        &["县住建局", "武原街道(县城投集团)", "沈荡镇"],
    );
    check("市委组织部(市委\n人才办)\n市科技局", &["市委组织部(市委人才办)", "市科技局"]);
    check("市教育局）、市财政局（", &["市教育局）", "市财政局（"]);
}

#[test]
fn a_note_in_brackets_is_not_part_of_a_name() {
    let cell = "县发改局(首位单位为牵头单位,下同)、县财政局";
    check(cell, &["县发改局", "县财政局"]);
    assert!(read_units(&Passage::read(cell, &[Span::new(0, cell.len())])).first_leads_note);
}

#[test]
fn a_line_break_within_a_name_joins_it() {
    check("市农业\n\n农村局", &["市农业农村局"]);
    check("市长三角\n发展办、市文化广电\n旅游局", &["市长三角发展办", "市文化广电旅游局"]);
    check("嘉兴经济技术开发区\n管委会", &["嘉兴经济技术开发区管委会"]);
    check("市公安局\n交警支队", &["市公安局交警支队"]);
    check("国家税务总局\n嘉兴市税务局", &["国家税务总局嘉兴市税务局"]);
    check("市委\n宣传部", &["市委宣传部"]);
    check("嘉兴市\n教育局", &["嘉兴市教育局"]);
}

#[test]
fn a_line_break_behind_a_name_parts_it() {
    check("市建设局\n市教育局\n市卫生健康委", &["市建设局", "市教育局", "市卫生健康委"]);
    check("发改局\n财政局", &["发改局", "财政局"]);
    check("南湖区政府\n秀洲区\n政府", &["南湖区政府", "秀洲区政府"]);
    check("钟埭街道、 曹桥街道", &["钟埭街道", "曹桥街道"]);
    check("南湖区\n秀洲区", &["南湖区", "秀洲区"]);
}

#[test]
fn names_alone_part_units_as_a_last_resort() {
    check("*市防控办市卫生健康委", &["*市防控办", "市卫生健康委", "~"]);
    check("市红十字会市卫生健康委", &["市红十字会", "市卫生健康委", "~"]);
    check("南湖区政府嘉善县政府市市场监管局", &["南湖区政府", "嘉善县政府", "市市场监管局", "~"]);
    check(
        "市委组织部（市委人才办）市人力社保局",
        &["市委组织部（市委人才办）", "市人力社保局", "~"],
    );
    check("嘉兴市教育局嘉兴市财政局", &["嘉兴市教育局", "嘉兴市财政局", "~"]);
}

#[test]
fn one_name_is_not_parted() {
    for name in [
        "市市场监管局",
        "市城市管理局",
        "市委改革办",
        "市委市级机关工委",
        "嘉兴市南湖区政府",
        "国家金融监督管理总局嘉兴监管分局",
        "国家税务总局湖州市税务局",
        "中国人民银行嘉兴市分行",
        "人行嘉兴市中心支行",
        "市公安局市区分局",
        "市全球航空物流枢纽项目建设指挥部",
        "平湖经济技术开发区",
        "经济开发区市场监管局",
        "市长三角发展办",
        "农开区(广陈镇)",
        "各镇街道",
    ] {
        check(name, &[name]);
    }
}

#[test]
fn a_place_in_the_source_is_kept_without_the_mark() {
    let cell = "*市卫生\n健康委";
    let list = read_units(&Passage::read(cell, &[Span::new(0, cell.len())]));
    let words: Vec<_> =
        list.units[0].words.pieces.iter().map(|piece| piece.cut(cell).unwrap()).collect();
    assert_eq!(words, ["市卫生", "健康委"]);
}

#[test]
fn lists_of_units_are_told_from_texts() {
    for list in [
        "*市发展改革委、市生态环境局、",
        "市委组织部（市委人才办）、",
        "★农开区(广陈镇)、供销社(农合联)",
        "嘉服集团、市机场办",
        "*市防控办市卫生健康委",
        "人行嘉兴市中心支行",
        "各镇街道",
        "德清县、长兴县、安吉县",
        "湖州南太湖新区管委会",
        "县财政局。",
    ] {
        assert!(is_unit_list(list), "{list}");
    }
    for text in [
        "加强城市运行安全保障",
        "全面启动高铁新城核心区开发",
        "推动海塘潮文化申遗",
        "共建大运河国家文化公园。",
        "创建全国文明典范城市。",
        "一、幸福养老项目",
        "/",
        "12",
        "",
        "、",
        "AED",
        "注：列第一位的为牵头单位。",
        "开工建设嘉兴机场。",
        "大力建设高标准农田。",
        "各县（市、区）人民政府，市级有关部门（单位）：",
    ] {
        assert!(!is_unit_list(text), "{text}");
    }
}

#[test]
fn a_cell_ends_where_its_last_name_does() {
    let cases: [(&[&str], usize); 10] = [
        (&["市卫生", "健康委", "托位"], 2),
        (&["市红十字会", "培训", "人次"], 1),
        (&["幼儿园学位"], 0),
        (&["*市发展改革委、", "市财政局"], 2),
        (&["市农业", "农村局"], 2),
        (&["嘉兴经济技术开发区"], 1),
        (&["市建设局", "市教育局", "市卫生健康委", "42"], 3),
        (&["市发展改革委", "农村", "中心城区"], 1),
        (&["市卫生健康委", "体检中心"], 1),
        (&["市交通", "运输局", "四、农贸市场改造项目"], 2),
    ];
    for (paragraphs, expect) in cases {
        assert_eq!(leading_unit_paragraphs(paragraphs), expect, "{paragraphs:?}");
    }
}

#[test]
fn notes_on_the_first_unit_are_known() {
    for note in [
        "注：列第一位的为牵头单位。",
        "首位单位为牵头单位",
        "排名第一的为牵头单位",
        "责任单位中排在首位的为牵头单位",
    ] {
        assert!(says_first_leads(note), "{note}");
    }
    for text in ["各牵头单位要第一时间落实", "★为牵头单位", "牵头单位"] {
        assert!(!says_first_leads(text), "{text}");
    }
}

/// The seeds, whose cells and texts every rule has to tell apart.
const PINGHU: &str = include_str!("../../../../seeds/pinghu-2023.txt");
const HAIYAN: &str = include_str!("../../../../seeds/haiyan-2022.txt");
const FLATTENED: [&[u8]; 3] = [
    include_bytes!("../../../../seeds/jiaxing-2021.txt"),
    include_bytes!("../../../../seeds/jiaxing-2022.txt"),
    include_bytes!("../../../../seeds/jiaxing-2024.txt"),
];

#[test]
fn every_cell_of_units_in_the_seeds_is_a_list_and_no_text_is() {
    for row in PINGHU.lines().skip(1) {
        let cells: Vec<_> = row.split('|').map(str::trim).collect();
        assert!(is_unit_list(cells[3]), "{}", cells[3]);
        assert!(!is_unit_list(cells[1]) && !is_unit_list(cells[2]), "{row}");
    }
    for row in HAIYAN.split("责任单位:").skip(1) {
        let cell = row.split(' ').next().unwrap();
        assert!(is_unit_list(cell), "{cell}");
    }
    for row in
        HAIYAN.split(". ").chain(HAIYAN.split_whitespace()).filter(|row| row.contains("责任单位"))
    {
        assert!(!is_unit_list(row), "{row}");
    }
}

#[test]
fn no_sentence_of_the_flattened_seeds_is_a_list() {
    for bytes in FLATTENED {
        let text = String::from_utf8_lossy(bytes);
        // 抄送 lists those who get a copy, which are units indeed.
        let sentences = text
            .lines()
            .map(str::trim)
            .filter(|line| line.ends_with('。') && !line.contains("法院"));
        for line in sentences {
            assert!(!is_unit_list(line), "{line}");
        }
    }
}

/// Strings that look like cells, broken ones among them.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![".*", "[市县区委局办会院、，*★（）()\\s\\n教育/。a0]{0,60}"]
}

proptest! {
    #[test]
    fn every_unit_is_cut_out_of_its_cell(cell in any_cell()) {
        let passage = Passage::read(&cell, &[Span::new(0, cell.len())]);
        for unit in read_units(&passage).units {
            let cut: String = unit.words.pieces.iter().map(|piece| piece.cut(&cell).unwrap()).collect();
            prop_assert_eq!(cut, unit.words.text);
        }
    }

    #[test]
    fn any_paragraphs_can_be_asked_about(first in any_cell(), second in any_cell()) {
        let n = leading_unit_paragraphs(&[&first, &second]);
        prop_assert!(n <= 2);

    }
}
