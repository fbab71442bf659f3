//! One line a quantity: indicator | value unit bound kind role.

use model::{Horizon, Passage, Span, TargetRole};

use super::read_targets;

fn check(text: &str, expect: &[&str]) {
    let passage = Passage::read(text, &[Span::new(0, text.len())]);
    let found: Vec<_> = read_targets(&passage, 0, Horizon::Annual)
        .into_iter()
        .map(|target| {
            let range = target.value_max.map_or_else(String::new, |max| format!("–{max}"));
            let direction = target.direction.map_or("", |direction| direction.code());
            let role = if target.role == TargetRole::Qualifier { " (qualifier)" } else { "" };
            format!(
                "{} | {}{}{range}{} {}{direction}{role}",
                target.indicator,
                target.bound.sign(),
                target.value,
                target.unit.unwrap_or_default(),
                target.kind.code(),
            )
        })
        .collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn bounds_stand_before_and_behind() {
    check("地区生产总值突破1万亿元。", &["地区生产总值 | >=1000000000000元 absolute"]);
    check("城镇调查失业率控制在5.5%以内。", &["城镇调查失业率 | <=5.5% ratio"]);
    check("居民消费价格指数涨幅3%左右。", &["居民消费价格指数涨幅 | ~3% growthup"]);
    check("新增进出口备案企业超120家。", &["新增进出口备案企业 | >=120家 absolute"]);
    check("PM2.5平均浓度低于每立方米24微克。", &["PM2.5平均浓度 | <=24微克/立方米 absolute"]);
}

#[test]
fn growth_is_told_from_ratio() {
    check("地区生产总值增长6%以上。", &["地区生产总值 | >=6% growthup"]);
    check("死亡人数下降20%以上。", &["死亡人数 | >=20% growthdown"]);
    check("比重提高到60%以上,", &["比重 | >=60% ratio"]);
    check("制造业增加值率提升1个百分点;", &["制造业增加值率 | =1个百分点 growthup"]);
}

#[test]
fn lists_are_parted() {
    check(
        "新增国家高新技术企业2600家、省科技型中小企业5500家、科技“小巨人”企业50家。",
        &[
            "新增国家高新技术企业 | =2600家 absolute",
            "省科技型中小企业 | =5500家 absolute",
            "科技“小巨人”企业 | =50家 absolute",
        ],
    );
    check(
        "新（改）建城市地下管网146.4公里，其中燃气管网62公里、供水管网38公里。",
        &[
            "新（改）建城市地下管网 | =146.4公里 absolute",
            "燃气管网 | =62公里 absolute",
            "供水管网 | =38公里 absolute",
        ],
    );
}

#[test]
fn a_number_before_its_noun_counts_it() {
    check(
        "新建340家乡镇（街道）居家养老服务中心",
        &["新建乡镇（街道）居家养老服务中心 | =340家 absolute"],
    );
    check(
        "对全市小学和幼儿园的2500个教室进行采光照明提标改造",
        &["对全市小学和幼儿园教室进行采光照明提标改造 | =2500个 absolute"],
    );
    check("组建11个老年人、残疾人爱心车队，", &["组建老年人、残疾人爱心车队 | =11个 absolute"]);
    check(
        "打造6家千亿市值、4家千亿产值的龙头企业。",
        &["打造千亿市值 | =6家 absolute", "千亿产值的龙头企业 | =4家 absolute"],
    );
    check("人行道整治提升30条", &["人行道整治提升 | =30条 absolute"]);
    check("打造两张国际化文化名片。", &["打造国际化文化名片 | =2张 absolute"]);
}

#[test]
fn shared_words_serve_every_value() {
    check(
        "城乡居民人均可支配收入分别达到9.5万元和6万元",
        &[
            "城乡居民人均可支配收入 | =95000元 absolute",
            "城乡居民人均可支配收入 | =60000元 absolute",
        ],
    );
    check(
        "确保外贸出口、跨境电商出口额分别增长8%和20%。",
        &["外贸出口 | =8% growthup", "跨境电商出口额 | =20% growthup"],
    );
    check(
        "争创省级美丽城镇样板镇、城市风貌样板区各1个。",
        &["争创省级美丽城镇样板镇 | =1个 absolute", "城市风貌样板区 | =1个 absolute"],
    );
}

#[test]
fn thresholds_say_what_is_counted() {
    check(
        "为60岁以上老年人免费接种流感疫苗。",
        &["为老年人免费接种流感疫苗 | >=60岁 absolute (qualifier)"],
    );
    check(
        "家庭年可支配收入10-50万元群体比例达到81%以上",
        &[
            "家庭年可支配收入群体比例 | =100000–500000元 absolute (qualifier)",
            "家庭年可支配收入10-50万元群体比例 | >=81% ratio",
        ],
    );
    check(
        "力争引进50亿元以上重大制造业项目1个以上",
        &[
            "引进重大制造业项目 | >=5000000000元 absolute (qualifier)",
            "引进50亿元以上重大制造业项目 | >=1个 absolute",
        ],
    );
    check(
        "对全市约32万60岁以上男性免费开展筛查",
        &[
            "对全市60岁以上男性免费开展筛查 | ~320000 absolute",
            "男性免费开展筛查 | >=60岁 absolute (qualifier)",
        ],
    );
    check("开展2个以上老旧小区综合改造", &["开展老旧小区综合改造 | >=2个 absolute"]);
}

#[test]
fn names_labels_and_years_are_no_quantities() {
    for text in [
        "推进G60科创走廊建设",
        "落实“1+1+N”规划任务",
        "2023年政府工作",
        "引进世界500强企业",
        "建成“10分钟品质文化生活圈”",
        "完善5G、工业互联网",
        "高质量开展第五次全国经济普查",
        "实施政务服务2.0建设",
        "推进“十百千”工程",
        "实施省“4+1”、市“551”计划",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_hundred_million_without_its_one_is_a_threshold() {
    check(
        "新开工亿元以上产业项目60个，引进超亿美元项目3个。",
        &[
            "新开工产业项目 | >=100000000元 absolute (qualifier)",
            "新开工亿元以上产业项目 | =60个 absolute",
            "引进项目 | >=100000000美元 absolute (qualifier)",
            "引进超亿美元项目 | =3个 absolute",
        ],
    );
    // With its figure it is that figure, and 数亿元 is none.
    check("投资2亿元以上。", &["投资 | >=200000000元 absolute"]);
    check("投入数亿元以上资金。", &[]);
}

#[test]
fn what_binds_the_second_of_two_joined_by_or_binds_the_first() {
    check(
        "引进50亿元或5亿美元以上项目3个。",
        &[
            "引进 | >=5000000000元 absolute (qualifier)",
            "项目 | >=500000000美元 absolute (qualifier)",
            "引进50亿元或5亿美元以上项目 | =3个 absolute",
        ],
    );
}

#[test]
fn a_unit_is_read_whole() {
    check("食品抽检8.5批次/千人以上。", &["食品抽检 | >=8.5批次/千人 absolute"]);
    check(
        "每镇至少打造精品线1条，新建公园2个。",
        &["每镇至少打造精品线 | >=1条 absolute", "新建公园 | =2个 absolute"],
    );
    check("亩均税收35万元/亩。", &["亩均税收 | =350000元/亩 absolute"]);
    check("办理时间压缩至0.5个工作日。", &["办理时间压缩 | =0.5个工作日 absolute"]);
    check("筹集租赁住房5万套（间）以上。", &["筹集租赁住房 | >=50000套 absolute"]);
    check("粮食总产90亿斤以上。", &["粮食总产 | >=9000000000斤 absolute"]);
    check(
        "开展培训1000余场、讲座20多次。",
        &["开展培训 | ~1000场 absolute", "讲座 | ~20次 absolute"],
    );
    check(
        "事故起数、死亡人数分别控制在30起、25人以内。",
        &["事故起数 | <=30起 absolute", "死亡人数 | <=25人 absolute"],
    );
}

#[test]
fn what_is_counted_by_or_was_before_is_no_target() {
    check("每千名老年人拥有养老床位42张。", &["每千名老年人拥有养老床位 | =42张 absolute"]);
    check(
        "补助标准由每人每年580元提高到610元。",
        &[
            "补助标准由每人每年 | =580元 absolute (qualifier)",
            "补助标准由每人每年580元 | =610元 absolute",
        ],
    );
    check(
        "建成24小时城市书房20家。",
        &["建成城市书房 | =24小时 absolute (qualifier)", "建成24小时城市书房 | =20家 absolute"],
    );
    check("人均预期寿命达到83岁。", &["人均预期寿命 | =83岁 absolute"]);
    check(
        "新增学位1.86万个（其中金坛区3所、溧阳市4所），改造棚户区800户、送书下乡8万册。",
        &[
            "新增学位 | =18600个 absolute",
            "金坛区 | =3所 absolute (qualifier)",
            "溧阳市 | =4所 absolute (qualifier)",
            "改造棚户区 | =800户 absolute",
            "送书下乡 | =80000册 absolute",
        ],
    );
    check(
        "反应时间缩短至11分钟以内，综合得分90分以上。",
        &["反应时间缩短 | <=11分钟 absolute", "综合得分 | >=90分 absolute"],
    );
    check("新签约120个项目。", &["新签约项目 | =120个 absolute"]);
    check(
        "新增过10亿元项目10个。",
        &["新增项目 | >=1000000000元 absolute (qualifier)", "新增过10亿元项目 | =10个 absolute"],
    );
}

#[test]
fn a_ratio_without_a_unit_is_a_target_where_it_is_bound() {
    check("城乡居民收入比缩小到1.68以内。", &["城乡居民收入比缩小 | <=1.68 absolute"]);
    check("版本升级到1.68。", &[]);
}

#[test]
fn numbers_in_names_are_no_targets() {
    check(
        "“粤菜师傅”“南粤家政”三项工程培训10万人次。",
        &["“粤菜师傅”“南粤家政”三项工程培训 | =100000人次 absolute"],
    );
    check(
        "公交站点500米覆盖率达92%。",
        &["公交站点覆盖率 | =500米 absolute (qualifier)", "公交站点500米覆盖率 | =92% ratio"],
    );
    check(
        "100万吨乙烯项目完成投资80亿元。",
        &[
            "乙烯项目完成投资 | =1000000吨 absolute (qualifier)",
            "100万吨乙烯项目完成投资 | =8000000000元 absolute",
        ],
    );
    check(
        "粮食总产80万吨，项目完工3个。",
        &["粮食总产 | =800000吨 absolute", "项目完工 | =3个 absolute"],
    );
}

#[test]
fn a_place_of_any_ending_has_a_share_among_others() {
    check(
        "新增泊位2万个，其中顺德区6500个、禅城区3500个。",
        &[
            "新增泊位 | =20000个 absolute",
            "顺德区 | =6500个 absolute (qualifier)",
            "禅城区 | =3500个 absolute (qualifier)",
        ],
    );
}

#[test]
fn units_have_one_form() {
    check(
        "改造公路80km，绿化50㎡。",
        &["改造公路 | =80公里 absolute", "绿化 | =50平方米 absolute"],
    );
}
