//! One line a row: indicator | value unit period basis | state rule.

use model::{Basis, Ledger};
use proptest::prelude::*;

use crate::{Hints, Registry, Source, read_ledger};

/// Reads a progress document of one task a line: `text | status`. Two rows behind them make it a
/// table.
fn read(lines: &str) -> Ledger {
    let rows = lines.lines().enumerate();
    let rows = rows.map(|(at, line)| format!("{} | {} | ★发改局 |", at + 1, line.trim()));
    let more = ["98 | 加强宣传。 | 持续加强。 |", "99 | 加强培训。 | 持续加强。 |"];
    let rows: Vec<_> = rows.chain(more.map(str::to_owned)).collect();
    let rows = rows.join("\n");
    let text = format!("序号 | 主 要 工 作 任 务 | 完 成 情 况 | 牵头单位 |\n{rows}\n");
    let registry = Registry::from_toml("", "", "").unwrap();
    let hints = Hints { key: "test".to_owned(), ..Hints::default() };
    read_ledger(&registry, vec![Source { hints, text }])
}

fn check(lines: &str, expect: &[&str]) {
    let ledger = read(lines);
    let found: Vec<_> = ledger
        .progress
        .iter()
        .filter(|row| (row.task as usize) < lines.lines().count())
        .map(|row| {
            let target = row.target.map(|at| ledger.targets[at as usize].indicator.as_str());
            let value = row.achieved.as_ref().map_or_else(
                || "–".to_owned(),
                |found| format!("{}{}", found.value, found.unit.as_deref().unwrap_or_default()),
            );
            let period = row.period.as_ref().map_or_else(String::new, |period| {
                let inferred = if period.is_inferred { "?" } else { "" };
                format!(" {}{inferred}", period.end_month)
            });
            let basis = if row.basis == Basis::Forecast { " forecast" } else { "" };
            let claim = row.claim.as_ref();
            let claim = claim.map_or_else(String::new, |claim| format!(" 「{}」", claim.text));
            let judged = format!("{} {}", row.state.code(), row.rule.code());
            format!("{} | {value}{period}{basis} | {judged}{claim}", target.unwrap_or("–"))
        })
        .collect();
    assert_eq!(found, expect, "{lines}");
}

#[test]
fn an_amount_stands_against_the_share_of_the_year() {
    check(
        "完成综合交通投资55亿元以上。 | 1-5月,完成综合交通投资26亿元,增长206%。",
        &["完成综合交通投资 | 2600000000元 5 | ahead amount-over-time"],
    );
    check(
        "为企业减负40亿元以上。 | 上半年,全市已累计为企业减负17亿元。",
        &["为企业减负 | 1700000000元 6 | behind amount-over-time"],
    );
    check(
        "新增制造业贷款50亿元以上。 | 截至5月末,制造业贷款余额431.28亿元,比年初新增65.4亿元。",
        &["新增制造业贷款 | 6540000000元 5 | done amount-reached"],
    );
}

#[test]
fn a_rate_stands_against_itself() {
    check(
        "服务业增加值增长4.5%。 | 一季度实现服务业增加值增长6.3%。",
        &["服务业增加值 | 6.3% 3 | ahead growth"],
    );
    check(
        "单位能耗下降3%以上。 | 1-5月,单位能耗下降3.5%。",
        &["单位能耗 | 3.5% 5 | on-track growth"],
    );
    check("单位能耗下降3%以上。 | 1-5月,单位能耗上升1%。", &["单位能耗 | -1% 5 | behind growth"]);
    check(
        "PM2.5平均浓度25微克/立方米以下。 | 1-5月,PM2.5平均浓度26微克/立方米。",
        &["PM2.5平均浓度 | 26微克/立方米 5 | behind limit"],
    );
    check(
        "垃圾分类覆盖率达到90%。 | 上半年,垃圾分类覆盖率已达到91%,已全面完成。",
        &["垃圾分类覆盖率 | 91% 6 | ahead level"],
    );
    check(
        "垃圾分类覆盖率达到90%。 | 上半年,已完成垃圾分类覆盖率91%。",
        &["垃圾分类覆盖率 | 91% 6 | done level-claimed 「已完成垃圾分类覆盖率91%」"],
    );
}

#[test]
fn every_period_is_kept_and_a_forecast_is_not_judged() {
    check(
        "生产总值增长6%。 | 一季度,实现 GDP 178.5亿元、增长5.1%;预计上半年GDP增长6%。",
        &["生产总值 | 5.1% 3 | behind growth", "生产总值 | 6% 6 forecast | unquantified forecast"],
    );
    check(
        "放心农贸市场覆盖率80%。 | 已创建15家,年底放心农贸市场覆盖率达80%以上。",
        &["放心农贸市场覆盖率 | 80% 12 forecast | unquantified forecast"],
    );
}

#[test]
fn a_time_that_is_not_named_is_the_documents_latest() {
    check(
        "新增城镇就业1.5万人。 | 新增城镇就业8682人。
         完成绿化100亩。 | 上半年完成绿化50亩。",
        &[
            "新增城镇就业 | 8682人 6? | ahead amount-over-time",
            "完成绿化 | 50亩 6 | on-track amount-over-time",
        ],
    );
    check(
        "新增城镇就业1.5万人。 | 新增城镇就业8682人。",
        &["新增城镇就业 | 8682人 | unquantified no-period"],
    );
}

#[test]
fn words_and_units_decide_which_target_is_answered() {
    check(
        "社会消费品零售总额增长5%,网络零售额增长10%以上。 | 1-5月,实现限上零售额24亿元,增长28.9%。实现网络零售额77.2亿元,增长12.8%。",
        &[
            "社会消费品零售总额 | – | unquantified no-figure",
            "网络零售额 | 12.8% 5? | ahead growth",
        ],
    );
    check(
        "新开工亿元以上项目60个,新竣工项目60个。 | 1-6月,新竣工项目37个,新开工亿元以上项目49个,其中新开工外资项目6个。",
        &[
            "新开工亿元以上项目 | 49个 6 | ahead amount-over-time",
            "新竣工项目 | 37个 6 | ahead amount-over-time",
        ],
    );
    check(
        "完成农村危桥改造78座。 | 上半年,农村危旧桥梁78座目前已完工29座、已开工44座。",
        &[
            "完成农村危桥改造 | 29座 6? | behind amount-over-time 「农村危旧桥梁78座目前已完工29座、已开工44座」",
        ],
    );
}

#[test]
fn a_completion_rate_is_a_share_of_its_target() {
    check(
        "农户持股收益达到6000万元以上。 | 1-5月,农户持股收益完成率为61%。",
        &["农户持股收益 | 61% 5 | ahead amount-over-time"],
    );
    check(
        "农户持股收益达到6000万元以上。 | 1-5月,农户持股收益3665万元,完成率为61%。",
        &["农户持股收益 | 36650000元 5 | ahead amount-over-time"],
    );
}

#[test]
fn a_step_on_the_way_is_not_the_result() {
    check(
        "新增养老机构2家。 | 上半年,新增养老机构2家,目前基本完成建设。",
        &["新增养老机构 | 2家 6 | unquantified step"],
    );
    check(
        "新增高新技术企业90家。 | 上半年,已申报高企49家。",
        &["新增高新技术企业 | 49家 6 | unquantified step"],
    );
}

#[test]
fn a_claim_without_figures_stays_a_claim() {
    check(
        "创成省食品安全示范市。 | 已成功创建省食品安全示范市。",
        &["– | – | unquantified claim 「已成功创建省食品安全示范市」"],
    );
    check("创成省食品安全示范市。 | 将于10月建成。", &["– | – | unquantified no-target"]);
}

/// Bits of status texts, to be thrown together at random.
fn bits() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "1-5月",
        "截至",
        "目前",
        "上半年",
        "预计",
        "计划",
        "年底",
        "其中",
        "已完成",
        "新增",
        "增长",
        "下降",
        "持平",
        "同比",
        "完成率",
        "企业",
        "项目",
        "安置房",
        "余额",
        "比年初",
        "12.5",
        "1,234",
        "%",
        "个",
        "万元",
        "，",
        ",",
        "。",
        "；",
        "、",
        "（",
        "“",
    ]);
    let bit = prop_oneof![4 => words.prop_map(str::to_owned), 1 => "[^|\\n\\r]{0,3}"];
    prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn reading_any_status_returns_rows_that_stand_in_the_source(text in bits(), status in bits()) {
        let ledger = read(&format!("新增企业12个,{text} | 完成{status}"));
        let source = ledger.documents[0].source.as_str();
        for row in &ledger.progress {
            let period = row.period.iter().map(|period| &period.printed);
            for passage in period.chain([&row.printed]).chain(&row.claim) {
                let cut: String = passage.pieces.iter().filter_map(|span| span.cut(source)).collect();
                prop_assert_eq!(&cut, &passage.text);
            }
        }
        let has_row = |at: usize| ledger.progress.iter().any(|row| row.task as usize == at);
        let is_kept = ledger
            .tasks
            .iter()
            .enumerate()
            .all(|(at, task)| task.status.is_none() || has_row(at));
        prop_assert!(is_kept);
    }
}

#[test]
fn what_was_begun_is_not_done() {
    check(
        "建成服务中心2个。 | 上半年,2个服务中心已全部开工。",
        &["建成服务中心 | 2个 6 | unquantified step"],
    );
    check(
        "新建口袋公园20个。 | 上半年,口袋公园开工18个、建成9个。",
        &["新建口袋公园 | 9个 6 | on-track amount-over-time 「口袋公园开工18个、建成9个」"],
    );
    check(
        "改造老旧小区320个,加装电梯200台。 | 截至9月底,老旧小区已开工320个、完工214个;加装电梯完工151台。",
        &[
            "改造老旧小区 | 214个 9 | behind amount-over-time 「老旧小区已开工320个、完工214个」",
            "加装电梯 | 151台 9 | on-track amount-over-time",
        ],
    );
    check(
        "改造老旧小区13个。 | 上半年,13个老旧小区均已开工,其中5个完工。",
        &["改造老旧小区 | 5个 6 | behind amount-over-time"],
    );
    check(
        "新开工项目20个。 | 上半年,新开工项目20个。",
        &["新开工项目 | 20个 6 | done amount-reached"],
    );
}

#[test]
fn a_figure_without_words_answers_the_only_target() {
    check(
        "新建污水管网60公里。 | 上半年,已完成36公里。",
        &["新建污水管网 | 36公里 6 | ahead amount-over-time 「已完成36公里」"],
    );
    check(
        "新建污水管网60公里。 | 上半年完成率61.7%。",
        &["新建污水管网 | 61.7% 6 | ahead amount-over-time"],
    );
    check("地区生产总值增速6%左右。 | 5.8%", &["地区生产总值增速 | 5.8% | on-track growth"]);
    // Two targets, or another unit: it might be either's, or neither's.
    check(
        "新建污水管网60公里、雨水管网20公里。 | 上半年,已完成36公里。",
        &["新建污水管网 | – | unquantified no-figure", "雨水管网 | – | unquantified no-figure"],
    );
    check(
        "新建污水管网60公里。 | 上半年,已完成36个。",
        &["新建污水管网 | – | unquantified no-figure"],
    );
}

/// The periods of the first row of a table under this title and header.
fn period(title: &str, status: &str, rows: &str) -> Option<(u8, bool)> {
    let text = format!(
        "{title}\n序号 | 项目内容 | {status} | 责任单位 |\n{rows}\n8 | 加强宣传。 | 持续加强。 | 发改局 |\n9 | 加强培训。 | 持续加强。 | 发改局 |\n"
    );
    let registry = Registry::from_toml("", "", "").unwrap();
    let hints = Hints { key: "test".to_owned(), ..Hints::default() };
    let ledger = read_ledger(&registry, vec![Source { hints, text }]);
    let period = ledger.progress[0].period.as_ref()?;
    Some((period.end_month, period.is_inferred))
}

#[test]
fn a_figure_without_a_time_has_that_of_the_header_or_the_title() {
    let title = "德清县2023年民生实事项目进展情况";
    let row = "1 | 免费体检15万人次。 | 已完成免费体检9.8万人次。 | 县卫健局 |";
    let planned = "2 | 新建公路50公里。 | 正在推进,计划9月底前完工。 | 县交通局 |";
    let done = "3 | 改造150户。 | 已完成。全年150户改造任务全部完工。 | 县残联 |";
    let rows = [row, planned, done].join("\n");
    assert_eq!(period(title, "上半年进展情况", &rows), Some((6, true)));
    assert_eq!(period("2023年民生实事项目1-9月完成情况", "完成情况", &rows), Some((9, true)));
    assert_eq!(period(title, "进展情况", &rows), None);
    let dated = row.replace("已完成", "截至7月底,完成");
    assert_eq!(period(title, "上半年进展情况", &dated), Some((7, false)));
}

#[test]
fn what_there_is_since_ever_and_the_size_of_a_task_are_no_progress() {
    check(
        "完成水乡客厅建设投资30亿元。 | 水乡客厅累计完成投资41.5亿元,今年1-6月完成投资16.2亿元。",
        &["完成水乡客厅建设投资 | 1620000000元 6 | on-track amount-over-time"],
    );
    check(
        "新建5G基站300个。 | 累计建成5G基站2105个。",
        &["新建5G基站 | – | unquantified claim 「累计建成5G基站2105个」"],
    );
    check(
        "新增高新技术企业60家。 | 国家高新技术企业总数达420家。",
        &["新增高新技术企业 | – | unquantified no-figure"],
    );
    check(
        "新增养老床位130张。 | 上半年,已完成130张养老床位建设任务的80%。",
        &["新增养老床位 | 80% 6 | ahead amount-over-time 「已完成130张养老床位建设任务的80%」"],
    );
    check(
        "新建公园10个。 | 上半年,10个公园完成前期,3个完工。",
        &["新建公园 | 3个 6 | behind amount-over-time"],
    );
    check(
        "新增泊位600个。 | 1-6月累计新增泊位620个。",
        &["新增泊位 | 620个 6 | done amount-reached"],
    );
}

#[test]
fn a_part_does_not_answer_for_its_whole() {
    check(
        "粮食播种面积16万亩。 | 上半年,春粮播种面积5.6万亩。",
        &["粮食播种面积 | – | unquantified no-figure"],
    );
    check(
        "居民人均可支配收入增长6%。 | 上半年,城镇居民人均可支配收入增长5.2%,农村居民人均可支配收入增长7.1%。",
        &["居民人均可支配收入 | – | unquantified no-figure"],
    );
    check(
        "春粮播种面积6万亩。 | 上半年,春粮播种面积5.6万亩。",
        &["春粮播种面积 | 56000亩 6 | ahead amount-over-time"],
    );
}

#[test]
fn a_step_of_other_things_is_none_of_these() {
    check(
        "新建绿道40公里。 | 上半年,绿道已完工22.3公里、在建18.7公里。",
        &["新建绿道 | 22.3公里 6 | ahead amount-over-time 「绿道已完工22.3公里、在建18.7公里」"],
    );
    check(
        "新开工项目25个、竣工项目20个。 | 1-6月,新开工28个(其中亿元以上6个)、竣工14个。",
        &[
            "新开工项目 | 28个 6 | done amount-reached",
            "竣工项目 | 14个 6 | ahead amount-over-time",
        ],
    );
}

#[test]
fn a_part_in_a_bracket_is_not_the_name_of_its_whole() {
    check(
        "新增公共停车位1500个以上,其中城区800个。 | 1-3月,完成公共停车位380个(城区210个)。",
        &[
            "新增公共停车位 | 380个 3 | on-track amount-over-time",
            "城区 | 210个 3 | on-track amount-over-time",
        ],
    );
}

#[test]
fn a_figure_without_words_answers_what_the_clause_before_it_names() {
    check(
        "新建高标准农田1万亩,粮食播种面积不少于25.6万亩。 | 1-3月,高标准农田建设项目已进场施工,完成2600亩。",
        &[
            "新建高标准农田 | 2600亩 3 | on-track amount-over-time",
            "粮食播种面积 | – | unquantified no-figure",
        ],
    );
    check(
        "生产总值增长7%左右。 | 前三季度,实现生产总值655.3亿元,按可比价格计算同比增长2.1%。",
        &["生产总值 | 2.1% 9 | behind growth"],
    );
    check(
        "新增普惠托位500个。 | 目前,全市共有托育机构46家、托位2680个。",
        &["新增普惠托位 | – | unquantified no-figure"],
    );
}

#[test]
fn a_figure_in_another_unit_is_counted_in_that_of_the_target() {
    check(
        "盘活存量建设用地1800亩,新改建农村公路45公里。 | 1-6月,盘活存量建设用地71.2公顷;农村公路新改建完成23800米。",
        &[
            "盘活存量建设用地 | 1068亩 6 | ahead amount-over-time",
            "新改建农村公路 | 23.8公里 6 | on-track amount-over-time",
        ],
    );
}

#[test]
fn a_part_of_a_stock_and_of_a_whole_is_what_was_reached() {
    check(
        "外贸出口增长5%,新增跨境电商企业100家。 | 1-6月,累计培育跨境电商企业540家,其中今年新增62家。",
        &[
            "外贸出口 | – | unquantified no-figure",
            "新增跨境电商企业 | 62家 6 | ahead amount-over-time",
        ],
    );
    check(
        "改造农贸市场6家。 | 上半年,6家农贸市场中,2家已竣工。",
        &["改造农贸市场 | 2家 6 | behind amount-over-time 「2家已竣工」"],
    );
}
