//! Every layout on small documents of places that are in no registry: the rules must carry.

mod common;

use common::{digest, read_one};

fn check(source: &str, expect: &[&str]) {
    let ledger = read_one("doc-2023", source);
    assert_eq!(digest(&ledger), expect, "{:#?}", ledger.diagnostics);
}

#[test]
fn a_tabbed_table_with_leads_and_helpers_in_columns_of_their_own() {
    check(
        "吴兴区人民政府办公室关于印发2023年重点工作责任分解的通知\n\n2023年政府工作报告重点工作任务分解\n\n\
         \t序号\n\t工作任务\n\t牵头单位\n\t配合单位\n\n\
         \t1\n\t新增规上企业30家。\n\t区经信局\n\t区发改局、区商务局\n\n\
         \t2\n\t改造老旧小区5个。\n\t区住建局\n\t\n\n\
         \t\n\t完善物业管理。\n\t\n\t各街道\n",
        &[
            "doc-2023/annual/1 | 新增规上企业30家。 | 区经信局 + 区发改局 区商务局 | lead-column",
            "doc-2023/annual/2.1 | 改造老旧小区5个。 | 区住建局 | lead-column",
            "doc-2023/annual/2.2 | 完善物业管理。 | 区住建局 + 各街道 | lead-column carried",
        ],
    );
}

#[test]
fn a_tabbed_allocation_table_of_another_city() {
    check(
        "湖州市人民政府办公室\n\n关于印发2023年市政府民生实事任务分解的通知\n\n2023年市政府民生实事任务分解\n\n\
         \t序号\n\t类别\n\t目标任务\n\t全市\n\t吴兴区\n\t南浔\n区\n\t德清县\n\t南太湖新区\n\t牵头单位\n\n\
         \t1\n\t养老\n\t新增床位1,200张\n\t1,200\n\t300\n\t400\n\t500\n\t/\n\t市民政局\n\n\
         \t2\n\t\n\t助餐点约60个\n\t约60\n\t20\n\t20\n\t20\n\t0\n\t\n",
        &[
            "doc-2023/livelihood-city/1 | 新增床位1,200张 | 市民政局 | lead-column | 湖州市*=1200 吴兴区=300 南浔区=400 德清县=500 南太湖新区:/",
            "doc-2023/livelihood-city/2 | 助餐点约60个 | 市民政局 | lead-column carried | 湖州市*~60 吴兴区=20 南浔区=20 德清县=20 南太湖新区=0",
        ],
    );
}

#[test]
fn rows_of_bars_in_any_order_of_columns() {
    check(
        "| 序号 | 责任单位 | 重点工作 | 进展情况 |\n|---|---|---|---|\n\
         | 1 | ★发改局、财政局 | 固定资产投资增长8%。 | 1-5月增长9%。 |\n\
         | 2 | 教育局 | 新增学位900个。 | 已完成。 |\n| 3 | 民政局、残联 | 新建食堂3家。 | 在建。 |\n",
        &[
            "doc-2023/progress/1 | 固定资产投资增长8%。 | 发改局 + 财政局 | marked | status 1-5月增长9%。",
            "doc-2023/progress/2 | 新增学位900个。 | 教育局 | only | status 已完成。",
            "doc-2023/progress/3 | 新建食堂3家。 | 民政局 + 残联 | inferred-first | status 在建。",
        ],
    );
}

#[test]
fn a_flat_table_with_all_its_column_names() {
    check(
        "2023年区政府民生实事项目责任分解\n\n序号\n\n项目名称\n\n目标任务\n\n全区\n\n城东街道\n\n城西\n\n街道\n\n双林镇\n\n牵头单位\n\n\
         1\n\n一、教育项目\n\n新增学位1500个\n\n1500\n\n500\n\n500\n\n500\n\n区教育局\n\n\
         2\n\n新建幼儿园3所、托班6个\n\n幼儿园\n\n3\n\n1\n\n1\n\n1\n\n托班\n\n6\n\n2\n\n2\n\n2\n\n区卫生\n\n健康局\n\n\
         3\n\n二、养老项目\n\n新增助餐点2个\n\n2\n\n1\n\n/\n\n1\n\n区民政局\n",
        &[
            "doc-2023/livelihood-county/1 | 新增学位1500个 | 区教育局 | lead-column | doc-2023*=1500 城东街道=500 城西街道=500 双林镇=500",
            "doc-2023/livelihood-county/2.1 | 新建幼儿园3所、托班6个 [幼儿园] | 区教育局 | lead-column carried | doc-2023*=3 城东街道=1 城西街道=1 双林镇=1",
            "doc-2023/livelihood-county/2.2 | 新建幼儿园3所、托班6个 [托班] | 区卫生健康局 | lead-column | doc-2023*=6 城东街道=2 城西街道=2 双林镇=2",
            "doc-2023/livelihood-county/3 | 新增助餐点2个 | 区民政局 | lead-column | doc-2023*=2 城东街道=1 双林镇=1 城西街道:/",
        ],
    );
}

#[test]
fn a_flat_list_where_a_number_holds_two_tasks() {
    check(
        "2023年重点工作责任分解\n\n序号\n\n主要工作任务\n\n责任单位\n\n1\n\n地区生产总值增长6%。\n\n*市发展改革委、\n\n市统计局\n\n\
         2\n\n建设文化公园。\n\n市文广旅游局\n\n推进古城申遗\n\n市自然资源和\n\n规划局、市财政局\n\n3\n\n办好运动会。\n\n市体育局\n",
        &[
            "doc-2023/annual/1 | 地区生产总值增长6%。 | 市发展改革委 + 市统计局 | marked",
            "doc-2023/annual/2.1 | 建设文化公园。 | 市文广旅游局 | only",
            "doc-2023/annual/2.2 | 推进古城申遗 | 市自然资源和规划局 + 市财政局 | inferred-first",
            "doc-2023/annual/3 | 办好运动会。 | 市体育局 | only",
        ],
    );
}

#[test]
fn running_text_with_one_paragraph_an_item() {
    check(
        "德清县人民政府办公室关于印发2023年政府工作报告重点工作责任分解的通知\n\n2023年政府工作报告重点工作责任分解\n\
         （一）工业\n1.规上工业增加值增长8.5%。\n责任单位：县经信局（排第一位的为牵头单位，下同）、县统计局\n\
         2.新增上市企业2家。\n责任单位：县金融办\n（二）民生\n1.新建公园3个。\n责任单位：县建设局、\n县城管局\n",
        &[
            "doc-2023/annual/一-1 | 规上工业增加值增长8.5%。 | 县经信局 + 县统计局 | first-listed",
            "doc-2023/annual/一-2 | 新增上市企业2家。 | 县金融办 | only",
            "doc-2023/annual/二-1 | 新建公园3个。 | 县建设局 + 县城管局 | first-listed",
        ],
    );
}

#[test]
fn running_text_with_labels_in_brackets_and_helpers() {
    check(
        "2023年主要工作任务责任分工\n1．新增绿道3.5公里。（牵头单位：市建设局；配合单位：市水利局、市林业局）\n\
         2．建成5G基站200个。（牵头单位：市经信局）\n3．办好论坛。（牵头单位：市科协；配合单位：市科技局）\n",
        &[
            "doc-2023/annual/1 | 新增绿道3.5公里。 | 市建设局 + 市水利局 市林业局 | lead-column",
            "doc-2023/annual/2 | 建成5G基站200个。 | 市经信局 | lead-column",
            "doc-2023/annual/3 | 办好论坛。 | 市科协 + 市科技局 | lead-column",
        ],
    );
}

#[test]
fn livelihood_projects_numbered_by_their_headings() {
    check(
        "2023年县政府民生实事项目责任分解 一、食堂项目 新建食堂9家。 牵头单位:县民政局 \
         二、电梯项目 加装电梯8台;改造小区3个。 牵头单位:县住建局 三、医疗项目 建设站点9个。 牵头单位:县卫生健康局 |\n",
        &[
            "doc-2023/livelihood-county/一 | 新建食堂9家。 | 县民政局 | lead-column",
            "doc-2023/livelihood-county/二 | 加装电梯8台;改造小区3个。 | 县住建局 | lead-column",
            "doc-2023/livelihood-county/三 | 建设站点9个。 | 县卫生健康局 | lead-column",
        ],
    );
}

#[test]
fn a_missing_number_and_a_merged_cell_are_reported() {
    let ledger = read_one(
        "doc-2023",
        "\t序号\n\t目标任务\n\t全市\n\t甲区\n\t乙区\n\t牵头单位\n\n\t1\n\t建站3个\n\t3\n\t1\n\t2\n\t市民政局\n\n\
         \t3\n\t比例达到85%\n\t各地均达到85%\n\t市交通局\n",
    );
    let kinds: Vec<_> = ledger.diagnostics.iter().map(|found| found.kind.code()).collect();
    assert_eq!(kinds, ["extra-words", "merged-columns", "number-gap"]);
}

#[test]
fn a_text_of_no_known_layout_says_so() {
    let ledger = read_one("letter", "各位同事：\n明天上午九点开会。\n");
    assert!(ledger.tasks.is_empty());
    let kinds: Vec<_> = ledger.diagnostics.iter().map(|found| found.kind.code()).collect();
    assert_eq!(kinds, ["unknown-layout"]);
}

#[test]
fn figures_that_do_not_fit_are_reported_with_both() {
    let ledger = read_one(
        "doc-2023",
        "2023年市政府民生实事任务分解\n\n\t序号\n\t目标任务\n\t全市\n\t甲区\n\t乙区\n\t牵头单位\n\n\
         \t1\n\t建站3个\n\t3\n\t1\n\t3\n\t市民政局\n\n\t2\n\t建园100家\n\t115\n\t15\n\t100\n\t市教育局\n\n\
         \t3\n\t建屋50间以上\n\t60\n\t10\n\t50\n\t市教育局\n\n\t4\n\t建桥5座\n\t5\n\t/\n\t/\n\t市交通局\n\n\
         \t5\n\t比例达到95%\n\t95%\n\t95%\n\t96%\n\t市交通局\n",
    );
    let found: Vec<_> = ledger
        .diagnostics
        .iter()
        .map(|found| (found.kind.code(), found.stated.as_deref(), found.found.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("sum-mismatch", Some("3"), Some("4")),
            ("text-table-mismatch", Some("100家"), Some("115")),
            ("parts-missing", Some("5"), None),
        ]
    );
}

#[test]
fn a_list_of_the_year_that_contradicts_the_livelihood_list_is_reported() {
    let ledger = read_one(
        "doc-2023",
        "2023年政府工作报告重点工作责任分解\n一、张三县长牵头重点工作\n\
         1.建成中小学校、幼儿园21所,新增学位1.5万个。 责任单位：县教育局\n\
         2.新增养老床位1000张。 责任单位：县民政局\n\
         2023年县政府民生实事项目责任分解 一、教育项目 新增幼儿园15所、学位5400个,新增中小学7所、学位9400个。 牵头单位:县教育局 \
         二、养老项目 新增养老床位1000张。 牵头单位:县民政局 |\n",
    );
    let found: Vec<_> = ledger
        .diagnostics
        .iter()
        .filter(|found| found.kind.code() == "cross-section-mismatch")
        .map(|found| (found.stated.as_deref(), found.found.as_deref()))
        .collect();
    // 15000 places are a round figure of 14800, and the beds agree.
    assert_eq!(found, [(Some("21所"), Some("22"))]);
}

#[test]
fn rows_copied_from_a_spreadsheet_are_parted_by_tabs() {
    check(
        "2023年县政府工作报告重点任务分解\n序号\t工作任务\t牵头单位\t责任单位\n\
         1\t新增托位500个以上。\t县卫生健康局\t县教育局、县财政局\n\
         2\t改造危桥6座。\t县交通运输局\t\n\t新建绿道3公里。\t县住建局\t\n",
        &[
            "doc-2023/annual/1 | 新增托位500个以上。 | 县卫生健康局 + 县教育局 县财政局 | lead-column",
            "doc-2023/annual/2.1 | 改造危桥6座。 | 县交通运输局 | lead-column",
            "doc-2023/annual/2.2 | 新建绿道3公里。 | 县住建局 | lead-column",
        ],
    );
}

#[test]
fn a_merged_cell_at_the_end_of_a_row_is_carried_down() {
    let ledger = read_one(
        "doc-2022",
        "2022年度民生实事项目责任分解表\n序号\t项目名称\t年度目标任务\t全县\t甲街道\t乙镇\t牵头单位\n\
         1\t养老服务\t新增床位100张\t100\t40\t60\t县民政局\n\
         2\t托育服务\t新增托位500个以上\t520\t200\t320\t县卫生健康局\n\
         \t\t新建驿站8个\t8\t3\t5\t\n",
    );
    let last = ledger.tasks.last().unwrap();
    assert_eq!(last.id, "doc-2022/livelihood-city/2.2");
    assert!(last.lead_carried);
    let values: Vec<_> = last
        .allocations
        .iter()
        .map(|cell| cell.reading.as_ref().map(|reading| reading.value))
        .collect();
    assert_eq!(values, [Some(8.0), Some(3.0), Some(5.0)]);
}

#[test]
fn names_of_columns_are_told_by_what_they_end_in() {
    check(
        "序号 | 重点工作内容 | 牵头领导 | 责任单位\n| 1 | 改造危桥6座。 | 王五 | 县交通运输局（牵头）、县财政局 |\n\
         | 2 | 新建绿道3公里。 | 李四 | 县住建局（牵头）、各乡镇 |\n",
        &[
            "doc-2023/annual/1 | 改造危桥6座。 | 县交通运输局 + 县财政局 | marked",
            "doc-2023/annual/2 | 新建绿道3公里。 | 县住建局 + 各乡镇 | marked",
        ],
    );
}

#[test]
fn a_label_for_leads_beside_one_for_all_tells_who_helps() {
    check(
        "2023年重点任务责任分工\n1．新增绿道3公里。（牵头单位：市建设局；责任单位：市水利局、市林业局）\n\
         2．研发投入占比达3.2％。牵头单位：市科技局，配合单位：市教育局、市财政局\n\
         3．办好论坛。（牵头单位：市科协；责任单位：市科技局）\n",
        &[
            "doc-2023/annual/1 | 新增绿道3公里。 | 市建设局 + 市水利局 市林业局 | lead-column",
            "doc-2023/annual/2 | 研发投入占比达3.2％。 | 市科技局 + 市教育局 市财政局 | lead-column",
            "doc-2023/annual/3 | 办好论坛。 | 市科协 + 市科技局 | lead-column",
        ],
    );
}

#[test]
fn numbers_with_white_space_behind_them_count_on_over_their_headings() {
    check(
        "一、稳增长\n1. 招引项目50个。\n责任单位：市商务局\n2. 新增企业60家。\n责任单位：市工信局\n\
         二、惠民生\n3. 新增就业1.2万人。\n责任单位：市人社局\n",
        &[
            "doc-2023/annual/1 | 招引项目50个。 | 市商务局 | only",
            "doc-2023/annual/2 | 新增企业60家。 | 市工信局 | only",
            "doc-2023/annual/3 | 新增就业1.2万人。 | 市人社局 | only",
        ],
    );
}

#[test]
fn a_column_that_is_not_read_is_reported_and_is_no_fault() {
    let ledger = read_one(
        "doc-2023",
        "序号\t工作任务\t责任单位\t完成时限\n1\t改造危桥6座。\t县交通运输局\t10月底\n2\t新建绿道3公里。\t县住建局\t年底\n",
    );
    let found: Vec<_> = ledger
        .diagnostics
        .iter()
        .map(|found| (found.kind.code(), found.kind.severity(), found.detail.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("unread-column", model::Severity::Note, "10月底"),
            ("unread-column", model::Severity::Note, "年底"),
        ]
    );
}

#[test]
fn a_row_of_a_heading_is_no_task() {
    let expect = [
        "doc-2023/annual/1 | 新增泊位6000个。 | 市城管局 + 市公安局 | lead-column",
        "doc-2023/annual/2 | 新增绿道3公里。 | 市建设局 | lead-column",
        "doc-2023/annual/3 | 办好论坛。 | 市科协 + 市科技局 | lead-column",
    ];
    let bars = "序号 | 工作任务 | 牵头单位 | 配合单位 |\n一、畅通城市 | | | |\n\
         1 | 新增泊位6000个。 | 市城管局 | 市公安局 |\n二 | 提升城市功能 | | |\n\
         2 | 新增绿道3公里。 | 市建设局 | / |\n3 | 办好论坛。 | 市科协 | 市科技局 |\n";
    let tabbed = "\t序号\n\t工作任务\n\t牵头单位\n\t配合单位\n\n\t一、畅通城市\n\n\
         \t1\n\t新增泊位6000个。\n\t市城管局\n\t市公安局\n\n\t二、提升城市功能\n\n\
         \t2\n\t新增绿道3公里。\n\t市建设局\n\t/\n\n\t3\n\t办好论坛。\n\t市科协\n\t市科技局\n";
    let flat = "序号\n\n工作任务\n\n牵头单位\n\n配合单位\n\n一、畅通城市\n\n\
         1\n\n新增泊位6000个。\n\n市城管局\n\n市公安局\n\n二、提升城市功能\n\n\
         2\n\n新增绿道3公里。\n\n市建设局\n\n/\n\n3\n\n办好论坛。\n\n市科协\n\n市科技局\n";
    for source in [bars, tabbed, flat] {
        check(source, &expect);
        let ledger = read_one("doc-2023", source);
        let headings: Vec<_> =
            ledger.tasks.iter().map(|task| task.heading.as_ref().unwrap().text.as_str()).collect();
        assert!(headings[0].ends_with("畅通城市"), "{headings:?}");
        assert!(headings[1..].iter().all(|heading| heading.ends_with("提升城市功能")));
    }
}

#[test]
fn persons_and_times_are_no_units() {
    check(
        "序号\n\n工作任务\n\n责任领导\n\n牵头单位\n\n配合单位\n\n完成时限\n\n\
         1\n\n新增泊位6000个。\n\n王芳\n\n市城管局\n\n市公安局\n\n12月底\n\n\
         2\n\n新增绿道3公里。\n\n周强、刘伟\n\n市建设局\n\n/\n\n三季度\n\n\
         3\n\n办好论坛。\n\n王芳\n\n市科协\n\n市科技局\n\n2023年12月\n",
        &[
            "doc-2023/annual/1 | 新增泊位6000个。 | 市城管局 + 市公安局 | lead-column",
            "doc-2023/annual/2 | 新增绿道3公里。 | 市建设局 | lead-column",
            "doc-2023/annual/3 | 办好论坛。 | 市科协 + 市科技局 | lead-column",
        ],
    );
}

#[test]
fn beside_a_column_of_leads_others_help() {
    check(
        "序号 | 工作任务 | 牵头单位 | 责任单位 |\n1 | 改造校园食堂。 | 市教育局 | 市财政局 |\n\
         2 | 培训食堂员工。 | | 市市场监管局 |\n3 | 办好论坛。 | 市科协 | |\n",
        &[
            "doc-2023/annual/1 | 改造校园食堂。 | 市教育局 + 市财政局 | lead-column",
            "doc-2023/annual/2 | 培训食堂员工。 | 市教育局 + 市市场监管局 | lead-column carried",
            "doc-2023/annual/3 | 办好论坛。 | 市科协 | lead-column",
        ],
    );
}

#[test]
fn what_values_are_counted_in_is_their_unit() {
    let tabbed = "2023年市政府民生实事任务分解\n\n\t序号\n\t实施内容\n\t单位\n\t全市\n\t越城区\n\t上虞区\n\t牵头单位\n\n\
         \t1\n\t配备AED设备420台。\n\t台\n\t420\n\t200\n\t220\n\t市教育局\n\n\
         \t2\n\t免费体检6.8万人次。\n\t万人次\n\t6.8\n\t3\n\t3.8\n\t市卫生健康委\n\n\
         \t3\n\t覆盖率95%。\n\t%\n\t95\n\t95\n\t95\n\t\n";
    let flat: String = tabbed
        .lines()
        .map(|line| format!("{}\n\n", line.trim()))
        .filter(|line| line != "\n\n")
        .collect();
    for (source, rule) in [(tabbed, "lead-column carried"), (&flat, "lead-column carried")] {
        let ledger = read_one("doc-2023", source);
        let last = format!("doc-2023/livelihood-city/3 | 覆盖率95%。 | 市卫生健康委 | {rule} |");
        let digest = digest(&ledger);
        assert!(digest[2].starts_with(&last), "{digest:#?}");
        assert!(digest[0].contains("| 市教育局 | lead-column |"), "{digest:#?}");
        let readings = ledger.tasks.iter().map(|task| {
            let reading = task.allocations[0].reading.as_ref().unwrap();
            (reading.value, reading.unit.as_deref())
        });
        let expect = [(420.0, Some("台")), (68000.0, Some("人次")), (95.0, Some("%"))];
        assert!(readings.eq(expect), "{:#?}", ledger.tasks);
        let checks = ledger.diagnostics.iter().map(|found| found.kind.code());
        assert!(checks.clone().all(|kind| kind == "carried-cell"), "{:#?}", ledger.diagnostics);
    }
}

#[test]
fn a_goal_beside_its_text_is_what_is_to_be_reached() {
    let tabbed = "2023年重点工作1-9月完成情况\n\n\t序号\n\t目标任务\n\t年度目标\n\t1-9月完成情况\n\t牵头单位\n\t配合单位\n\n\
         \t1\n\t新增中小企业\n\t150家\n\t163家\n\t市经信局\n\t/\n\n\
         \t2\n\t制造业投资\n\t280亿元\n\t221.4亿元\n\t市经信局\n\t市发展改革委\n\n\
         \t3\n\t地区生产总值增速\n\t6%左右\n\t5.8%\n\t市统计局\n\t/\n";
    let flat = tabbed.replace("\n\t", "\n\n\t").replace('\t', "").replace("\n\n\n", "\n\n");
    for source in [tabbed, &flat] {
        check(
            source,
            &[
                "doc-2023/progress/1 | 新增中小企业150家 | 市经信局 | lead-column | status 163家",
                "doc-2023/progress/2 | 制造业投资280亿元 | 市经信局 + 市发展改革委 | lead-column | status 221.4亿元",
                "doc-2023/progress/3 | 地区生产总值增速6%左右 | 市统计局 | lead-column | status 5.8%",
            ],
        );
        let ledger = read_one("doc-2023", source);
        let judged: Vec<_> = ledger.progress.iter().map(|row| row.state.code()).collect();
        assert_eq!(judged, ["done", "on-track", "on-track"]);
    }
}

#[test]
fn units_in_brackets_with_what_they_do_close_a_task() {
    check(
        "2023年政府工作报告重点工作责任分解\n一、稳增长\n（一）做强产业。\n1.招引项目50个。（市商务局牵头，市发改委、各县（市、区）政府配合）\n\
         （二）培育企业。\n2.新增企业60家。（市工信局负责）\n二、惠民生\n（一）促进就业。\n3.新增就业1.2万人。（市人社局牵头，市教育局等按职责分工负责）\n",
        &[
            "doc-2023/annual/1 | 招引项目50个。 | 市商务局 + 市发改委 各县（市、区）政府 | lead-column",
            "doc-2023/annual/2 | 新增企业60家。 | 市工信局 | only",
            "doc-2023/annual/3 | 新增就业1.2万人。 | 市人社局 + 市教育局 | lead-column",
        ],
    );
}

#[test]
fn a_status_behind_the_units_is_the_progress_of_running_text() {
    check(
        "常熟市2023年民生实事项目上半年进展情况\n一、教育\n1.新增学位9600个。（责任单位：市教育局）\n进展情况：新增学位\n3200个。\n\
         2.新建食堂3家。（责任单位：市民政局）\n进展情况：已建成1家。\n二、交通\n3.新建公路50公里。（责任单位：市交通局）\n进展情况：正在推进。\n",
        &[
            "doc-2023/progress/1 | 新增学位9600个。 | 市教育局 | only | status 新增学位3200个。",
            "doc-2023/progress/2 | 新建食堂3家。 | 市民政局 | only | status 已建成1家。",
            "doc-2023/progress/3 | 新建公路50公里。 | 市交通局 | only | status 正在推进。",
        ],
    );
}

#[test]
fn a_list_that_goes_on_under_a_repeated_header_is_one() {
    let expect = [
        "doc-2023/annual/1 | 新增企业72户。 | 市发改委 | only",
        "doc-2023/annual/2 | 新增学位900个。 | 市教育局 | only",
        "doc-2023/annual/3 | 新增泊位73个。 | 市科技局 | only",
        "doc-2023/annual/4 | 办好论坛。 | 市科协 | only",
    ];
    let rows = [
        "1 新增企业72户。 市发改委",
        "2 新增学位900个。 市教育局",
        "3 新增泊位73个。 市科技局",
        "4 办好论坛。 市科协",
    ];
    let head = "序号 工作任务 责任单位";
    let lines: Vec<&str> = [head]
        .into_iter()
        .chain(rows[..2].iter().copied())
        .chain([head])
        .chain(rows[2..].iter().copied())
        .collect();
    let flat = lines.join(" ").replace(' ', "\n\n");
    let bars =
        lines.iter().map(|line| line.replace(' ', " | ") + " |").collect::<Vec<_>>().join("\n");
    let tabbed = lines
        .iter()
        .map(|line| format!("\t{}\n", line.replace(' ', "\n\t")))
        .collect::<Vec<_>>()
        .join("\n");
    for source in [flat, bars, tabbed] {
        check(&source, &expect);
        let ledger = read_one("doc-2023", &source);
        assert_eq!(ledger.documents[0].sections.len(), 1);
        assert_eq!(ledger.diagnostics, [], "{source}");
    }
}

#[test]
fn the_heading_of_the_next_list_is_no_task_of_the_last() {
    let source = "2023年重点工作责任分解 序号 工作任务 责任单位 1 新增企业72户。 市发改委 2 新增学位900个。 市教育局 \
         2023年县民生实事项目责任分解 序号 工作任务 责任单位 1 新增泊位73个。 市科技局 2 办好论坛。 市科协";
    check(
        &source.replace(' ', "\n\n"),
        &[
            "doc-2023/annual/1 | 新增企业72户。 | 市发改委 | only",
            "doc-2023/annual/2 | 新增学位900个。 | 市教育局 | only",
            "doc-2023/livelihood-city/1 | 新增泊位73个。 | 市科技局 | only",
            "doc-2023/livelihood-city/2 | 办好论坛。 | 市科协 | only",
        ],
    );
}

#[test]
fn an_empty_first_cell_of_bars_is_a_merged_one() {
    check(
        "序号 | 工作任务 | 牵头单位 | 责任单位 |\n一、聚焦实体经济 |\n1 | 新增企业61家。 | 市科技局 | 市教育局 |\n\
         | 新增企业31户。 | 市民政局 | 市发改委 |\n2 | 办好论坛。 | | 市科协 |\n",
        &[
            "doc-2023/annual/1.1 | 新增企业61家。 | 市科技局 + 市教育局 | lead-column",
            "doc-2023/annual/1.2 | 新增企业31户。 | 市民政局 + 市发改委 | lead-column",
            "doc-2023/annual/2 | 办好论坛。 | 市民政局 + 市科协 | lead-column carried",
        ],
    );
}

#[test]
fn what_a_project_costs_is_no_share() {
    let columns = [
        "序号",
        "项目名称",
        "目标任务",
        "计划总投资（万元）",
        "全市",
        "岳阳楼区",
        "云溪区",
        "牵头单位",
        "完成时限",
    ];
    let rows = [
        ["1", "学前资助", "资助幼儿600名。", "2300", "600", "400", "200", "市教体局", "11月底"],
        ["2", "助餐服务", "新建助餐点30个。", "150", "30", "20", "10", "市民政局", "12月底"],
        ["3", "农村公路", "新建公路50公里。", "9800", "50", "30", "20", "市交通局", "10月底"],
    ];
    let all: Vec<_> = [&columns].into_iter().chain(&rows).collect();
    let tabbed =
        all.iter().map(|row| format!("\t{}\n", row.join("\n\t"))).collect::<Vec<_>>().join("\n");
    let flat = all.iter().map(|row| row.join("\n\n")).collect::<Vec<_>>().join("\n\n");
    for source in [tabbed, flat] {
        check(
            &source,
            &[
                "doc-2023/livelihood-city/1 | 资助幼儿600名。 | 市教体局 | lead-column | doc-2023*=600 岳阳楼区=400 云溪区=200",
                "doc-2023/livelihood-city/2 | 新建助餐点30个。 | 市民政局 | lead-column | doc-2023*=30 岳阳楼区=20 云溪区=10",
                "doc-2023/livelihood-city/3 | 新建公路50公里。 | 市交通局 | lead-column | doc-2023*=50 岳阳楼区=30 云溪区=20",
            ],
        );
        let ledger = read_one("doc-2023", &source);
        assert!(ledger.diagnostics.iter().all(|found| found.kind.code() == "unread-column"));
    }
}

#[test]
fn a_table_of_indicators_says_goal_and_unit_apart() {
    let columns = ["序号", "指标名称", "单位", "2023年目标", "责任单位"];
    let rows = [
        ["1", "粮食总产量", "万吨", "143", "市农业农村局"],
        ["2", "生产总值增速", "%", "6.5左右", "市发改委"],
        ["3", "失业率", "%", "＜5.5", "市人社局"],
    ];
    let all: Vec<_> = [&columns].into_iter().chain(&rows).collect();
    let tabbed =
        all.iter().map(|row| format!("\t{}\n", row.join("\n\t"))).collect::<Vec<_>>().join("\n");
    let flat = all.iter().map(|row| row.join("\n\n")).collect::<Vec<_>>().join("\n\n");
    for source in [tabbed, flat] {
        check(
            &source,
            &[
                "doc-2023/annual/1 | 粮食总产量143万吨 | 市农业农村局 | only",
                "doc-2023/annual/2 | 生产总值增速6.5%左右 | 市发改委 | only",
                "doc-2023/annual/3 | 失业率＜5.5% | 市人社局 | only",
            ],
        );
        let ledger = read_one("doc-2023", &source);
        let targets: Vec<_> = ledger
            .targets
            .iter()
            .map(|target| (&*target.indicator, target.value, target.bound.sign()))
            .collect();
        let expect =
            [("粮食总产量", 1_430_000.0, "="), ("生产总值增速", 6.5, "~"), ("失业率", 5.5, "<=")];
        assert_eq!(targets, expect);
    }
}

#[test]
fn of_two_columns_of_text_the_longer_is_the_task() {
    check(
        "序号 | 重点任务 | 具体工作 | 责任单位 |\n1 | 工业倍增 | 1.1 新开工亿元以上项目100个。 | 市工信局 |\n\
         | | 1.2 新增规上工业企业60户。 | 市发改委 |\n2 | 创新驱动 | 2.1 新认定高新技术企业80家。 | 市科技局 |\n",
        &[
            "doc-2023/annual/1.1 | 1.1新开工亿元以上项目100个。 | 市工信局 | only",
            "doc-2023/annual/1.2 | 1.2新增规上工业企业60户。 | 市发改委 | only",
            "doc-2023/annual/2 | 2.1新认定高新技术企业80家。 | 市科技局 | only",
        ],
    );
}

#[test]
fn units_may_stand_before_the_text_of_flat_tables() {
    let source = "序号 责任单位 工作任务 1 ▲市发改委、市统计局 生产总值增长8%。 2 ▲市教育局 新增学位900个。 3 ▲市科协 办好论坛。";
    check(
        &source.replace(' ', "\n\n"),
        &[
            "doc-2023/annual/1 | 生产总值增长8%。 | 市发改委 + 市统计局 | marked",
            "doc-2023/annual/2 | 新增学位900个。 | 市教育局 | marked",
            "doc-2023/annual/3 | 办好论坛。 | 市科协 | marked",
        ],
    );
}

#[test]
fn a_city_that_writes_to_its_towns_is_of_county_level_and_may_sign_at_the_end() {
    let ledger = read_one(
        "doc",
        "晋江市人民政府关于印发2023年为民办实事项目的通知\n各镇人民政府、各街道办事处：\n\
         第一项：新增泊位2万个（顺德区6500个、南海区7000个）。（责任单位：市城管局）\n\
         第二项：优良比例≥95%。（责任单位：市环境局；完成时限：12月底）\n第三项：办好论坛。（责任单位：市科协）\n\
         晋江市人民政府\n2023年2月9日\n",
    );
    let document = &ledger.documents[0];
    assert_eq!(document.level, model::Level::County);
    assert_eq!(document.date_written, model::Date::new(2023, 2, 9));
    assert_eq!(
        ledger.tasks.iter().map(|task| &*task.id).collect::<Vec<_>>(),
        ["doc/livelihood-county/一", "doc/livelihood-county/二", "doc/livelihood-county/三",]
    );
    let targets: Vec<_> = ledger
        .targets
        .iter()
        .filter(|target| target.role == model::TargetRole::Target)
        .map(|target| (target.value, target.bound.sign()))
        .collect();
    assert_eq!(targets, [(20_000.0, "="), (95.0, ">=")]);
    assert!(ledger.departments.iter().all(|found| found.name.starts_with('市')));
}

#[test]
fn lists_of_one_kind_under_headings_are_one() {
    let source = "2023年政府工作报告重点工作责任分解 一、主要目标 序号 工作任务 责任单位 1 生产总值增长8%。 市发改委 2 收入增长7%。 市财政局 \
         二、主要任务 序号 工作任务 责任单位 1 新增学位900个。 市教育局 2 办好论坛。 市科协";
    let source = source.replace(' ', "\n\n");
    check(
        &source,
        &[
            "doc-2023/annual/一-1 | 生产总值增长8%。 | 市发改委 | only",
            "doc-2023/annual/一-2 | 收入增长7%。 | 市财政局 | only",
            "doc-2023/annual/二-1 | 新增学位900个。 | 市教育局 | only",
            "doc-2023/annual/二-2 | 办好论坛。 | 市科协 | only",
        ],
    );
    assert_eq!(read_one("doc-2023", &source).documents[0].sections.len(), 1);
}

#[test]
fn what_was_done_may_stand_before_the_units() {
    check(
        "2023年民生实事进展\n一、新建学校\n新建学校3所。\n进展情况：已建成1所。\n责任单位：市教育局\n\
         二、改造道路\n改造道路5公里。\n进展情况：已完成2公里。\n责任单位：市建设局\n\
         三、新建公园\n新建公园4个。\n进展情况：全部建成。\n责任单位：市园林局\n",
        &[
            "doc-2023/progress/一 | 新建学校3所。 | 市教育局 | only | status 已建成1所。",
            "doc-2023/progress/二 | 改造道路5公里。 | 市建设局 | only | status 已完成2公里。",
            "doc-2023/progress/三 | 新建公园4个。 | 市园林局 | only | status 全部建成。",
        ],
    );
}

#[test]
fn a_stop_behind_a_bracket_of_units_is_no_task() {
    let ledger = read_one(
        "doc-2023",
        "2023年重点任务分解\n1.新建学校3所。（市教育局牵头，市财政局配合）。\n\
         2.新建公园4个。（市园林局负责）；\n3.植树2万株。（市林业局牵头）\n",
    );
    assert_eq!(ledger.tasks.len(), 3);
    assert!(ledger.diagnostics.is_empty(), "{:#?}", ledger.diagnostics);
}
