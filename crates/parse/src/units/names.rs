//! Whether words are the name of a unit: 市卫生健康委, 新埭镇, 国网嘉兴供电公司.
//!
//! Start with [`is_unit_name`]. It goes by how names of Chinese offices are built (whose they
//! are, what they do, what kind of body they are) and knows no document's names. What it does
//! not do: tell whether a unit of that name exists.

/// Words parted by spaces, so that lists of them stay readable.
type Words = &'static str;

/// Endings that only names of bodies have, whatever stands before them.
const BODIES: Words = "\
    局 委 办 委员会 办公室 研究室 政府 管委会 指挥部 组织部 宣传部 统战部 工作部 社工部 武装部 \
    联络部 支行 分行 银行 支队 大队 总队 调查队 公司 集团 法院 检察院 海关 海事处 管理处 办事处 工会 \
    妇联 残联 工商联 文联 科协 侨联 社科联 社联 计生协 贸促会 红十字会 红会 协会 联合会 供销社 \
    供销总社 农合联 联社 专班 领导小组 军分区";

/// Endings of institutions, each with the fewest characters of a name that needs nobody's
/// name before it; 中心 is also what tasks build, so see [`FACILITIES`].
const INSTITUTIONS: &[(&str, usize)] = &[
    ("中心", 5),
    ("大学", 4),
    ("学院", 4),
    ("党校", 4),
    ("研究院", 5),
    ("研究所", 5),
    ("农科院", 5),
    ("科学院", 5),
    ("报社", 4),
    ("电视台", 5),
    ("医院", usize::MAX),
    ("学校", usize::MAX),
    ("设计院", usize::MAX),
    ("总站", usize::MAX),
    ("档案馆", usize::MAX),
];

/// Endings of places that answer for tasks, with the fewest and most characters of a name.
const PLACES: &[(&str, usize, usize)] = &[
    ("开发区", 3, 20),
    ("度假区", 4, 20),
    ("保税区", 4, 20),
    ("合作区", 6, 20),
    ("高新区", 3, 12),
    ("经开区", 3, 12),
    ("农开区", 3, 12),
    ("新区", 4, 12),
    ("港区", 3, 8),
    ("街道", 3, 10),
    ("镇", 3, 8),
    ("乡", 3, 8),
    ("县", 3, 5),
    ("市", 3, 4),
    ("区", 3, 6),
];

/// Common words that end as a name does.
const COMMON_WORDS: Words = "\
    布局 格局 开局 大局 全局 结局 破局 变局 僵局 \
    举办 承办 主办 协办 督办 通办 好办 易办 快办 代办 可办 联办 网办 掌办 \
    公办 民办 开办 创办 申办 经办 帮办 速办 即办 \
    上市公司 子公司 物业公司 时间银行 数字政府 法治政府 型政府 \
    古镇 城镇 乡镇 集镇 村镇 强镇 小镇 重镇 名镇 中心镇 特色镇 样板镇 示范镇 \
    下乡 城乡 水乡 返乡 入乡 家乡 之乡 镇街道 智安街道 示范街道 \
    城市 全市 上市 超市 夜市 强市 示范市 先行市 模范市 典范市 \
    全县 强县 示范县 试点县 标杆县 先行县 样板县 \
    社区 小区 园区 景区 城区 片区 街区 校区 山区 地区 市区 院区 病区 郊区 \
    全区 厂区 库区 老区 灾区 自贸区 示范区 核心区 集聚区 先行区 样板区 发展区 试验区 \
    功能区 生活区 风貌区 先导区 引领区 老年大学";

/// What centres are built for: 体检中心 is a thing that a task makes, not a unit.
const FACILITIES: Words = "\
    养老 托育 照料 健身 体检 培训 活动 文化 体育 会展 康复 护理 日间 医学 托管 购物 展览 艺术 \
    创新 便民 卫生服务 数据 研发";

/// Words that orders begin with and names of units do not.
const ORDERS: Words = "\
    加强 加快 推进 推动 推广 实施 开展 深化 深入 打造 提升 提高 全面 全力 全域 持续 大力 健全 \
    完善 落实 支持 优化 强化 改造 组建 成立 新增 新建 建成 建立 完成 启动 开工 共建 争创 创成 \
    培育 引进 引育 扩大 稳定 确保 力争 积极 扎实 高质量 高标准 做好 办好 用好 抓好 发挥 探索 \
    谋划 设立 迁建 扩建 建设 创建 全市 全县";

/// Endings that name nobody without a place or a parent before them.
const BARE: Words = "\
    局 分局 委 办 部 委员会 办公室 研究室 政府 人民政府 管委会 管理委员会 指挥部 支行 中心支行 \
    分行 支队 大队 公司 分公司 集团 中心 街道 办事处 街道办事处 镇政府 党组 工委 党工委";

/// Endings of parts of a larger body: 南湖分局, 交警支队.
const BRANCHES: Words = "\
    分局 支行 分行 分公司 支队 大队 支局";

/// What a part of a body deals with where it is a unit of its own all the same: 公安分局.
const OFFICES: Words = "\
    公安 税务 环保 环境 国土 规划 资规 消防";

/// The words that names of whole groups of units are made of: 各镇街道, 市级有关部门.
const GROUP_WORDS: Words = "\
    各 有关 相关 其他 直属 市级 县级 区级 市直 县直 区直 辖市 辖区 成员 责任 主管 承办 乡镇 镇 乡 街道 县 \
    市 区 部门 单位 \
    州 自治州 盟 旗 平台 园区 开发区 功能区 人民政府 政府 管委会 办事处 及";

/// Common words that begin with a level's name: 市场 is not something of the city's.
const NOT_LEVELS: Words = "\
    市场 市容 市域 市郊 市区 市属 区域 区块 区划 县域 县城 省域 省际";

/// Whether `name`, brackets and marks left out, is the name of one unit or group of units.
///
/// Common words that end as names do (`中心城区`, `上市公司`) are not; neither are sentences,
/// which begin with what is to be done.
pub(super) fn is_unit_name(name: &str) -> bool {
    let name = without_others(name);
    let n_chars = name.chars().count();
    if !(2..=26).contains(&n_chars) || !name.chars().all(is_name_char) || is_order(name, n_chars) {
        return false;
    }
    is_group(name)
        || !is_common(name)
            && (is_body(name) || is_institution(name, n_chars) || is_place(name, n_chars))
}

/// Whether `name` is a unit's name with an ending that other words hardly have: 局 and the
/// like, not 中心 or 镇.
pub(super) fn is_surely_unit_name(name: &str) -> bool {
    is_unit_name(name) && (is_body(name) || is_group(name))
}

/// Whether `name` says whose it is and is complete, so that it stands for itself even directly
/// behind another name: 市卫生健康委, 嘉善县政府; not 南湖区分局.
pub(super) fn begins_anew(name: &str) -> bool {
    after_jurisdiction(name).is_some() && !continues(name) && is_unit_name(name)
}

/// Whether `words` can only go on with the name before them: 管委会, 南湖分局, 南湖区分局.
pub(super) fn continues(words: &str) -> bool {
    is_any(words, BARE)
        || is_branch(words)
        || after_jurisdiction(words).is_some_and(is_part_of_other)
}

/// Whether `name` is a place and nothing more, so that an office behind it is that place's:
/// 嘉兴市, 南湖区.
pub(super) fn is_bare_place(name: &str) -> bool {
    after_jurisdiction(name) == Some("")
}

/// Whether `name` is an office without a word on whose it is: 教育局.
pub(super) fn is_office_without_place(name: &str) -> bool {
    after_jurisdiction(name).is_none() && is_unit_name(name) && is_body(name)
}

/// Whether what follows belongs to `name` even where it says whose it is: a body of the whole
/// country (国家税务总局湖州市税务局), or the party's (市委市级机关工委).
pub(super) fn goes_on(name: &str) -> bool {
    ends_in_any(name, "总局 总行 总公司 人民银行 国家统计局")
        || after_jurisdiction(name) == Some("委")
}

/// `name` without the words for those it does not name: 市教育局等单位.
fn without_others(name: &str) -> &str {
    let others = "等 等单位 等部门 等相关部门 等有关单位";
    others.split(' ').find_map(|others| name.strip_suffix(others)).unwrap_or(name)
}

/// Whether names may hold `c`: ideographs, save those of sentences, and letters (G60科创办).
fn is_name_char(c: char) -> bool {
    let is_ideograph = matches!(c, '\u{3400}'..='\u{9fff}');
    is_ideograph && !matches!(c, '的' | '把' | '使' | '为') || c.is_ascii_alphanumeric()
}

/// Whether `name` begins as an order does; 建设局 and 共建办 are too short to be one.
fn is_order(name: &str, n_chars: usize) -> bool {
    let may_be_office = n_chars <= 5 || name.starts_with("建设") && n_chars <= 8;
    starts_with_any(name, ORDERS) && !(may_be_office && ends_in_any(name, "局 委 办"))
}

fn is_common(name: &str) -> bool {
    let is_only_levels = name.chars().all(|c| matches!(c, '省' | '市' | '县' | '区' | '镇' | '乡'));
    is_only_levels || ends_in_any(name, COMMON_WORDS) || is_any(name, BARE)
}

fn is_body(name: &str) -> bool {
    let says_more = |rest: &str| matches!(rest, "委" | "政府" | "人民政府") || !is_any(rest, BARE);
    ends_in_any(name, BODIES) && after_jurisdiction(name).is_none_or(says_more)
}

fn is_institution(name: &str, n_chars: usize) -> bool {
    // 市重点处; not 区级20处.
    let is_section = |rest: &str| {
        rest.ends_with('处')
            && (3..=6).contains(&rest.chars().count())
            && !rest.contains(|c: char| c.is_ascii_digit() || matches!(c, '级' | '各' | '多'))
    };
    if after_jurisdiction(name).is_some_and(is_section) {
        return true;
    }
    let Some((_, fewest)) = INSTITUTIONS.iter().find(|(end, _)| name.ends_with(end)) else {
        return false;
    };
    match after_jurisdiction(name) {
        Some(rest) => rest.chars().count() >= if rest.ends_with("中心") { 4 } else { 3 },
        None => n_chars >= *fewest && !FACILITIES.split(' ').any(|word| name.contains(word)),
    }
}

fn is_place(name: &str, n_chars: usize) -> bool {
    PLACES
        .iter()
        .find(|(end, ..)| name.ends_with(end))
        .is_some_and(|(_, fewest, most)| (*fewest..=*most).contains(&n_chars))
}

/// Whether `name` consists of [`GROUP_WORDS`] and says that it means several units.
fn is_group(name: &str) -> bool {
    let mut several = "各 有关 相关 其他 直属 成员单位".split(' ');
    let mut rest = name;
    while let Some(shorter) = GROUP_WORDS.split(' ').find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    several.any(|word| name.contains(word))
        && rest.is_empty()
        && !ends_in_any(name, "各 有关 相关 其他 直属")
}

/// Whether `words` name a part of a larger body by its place or work: 南湖分局, 交警支队.
fn is_branch(words: &str) -> bool {
    let Some(work) = BRANCHES.split(' ').find_map(|end| words.strip_suffix(end)) else {
        return false;
    };
    (1..=3).contains(&work.chars().count())
        && !is_any(work, OFFICES)
        && after_jurisdiction(words).is_none()
}

/// Whether `rest`, behind a place, names a part of a body that stands before the place.
fn is_part_of_other(rest: &str) -> bool {
    is_any(rest, BRANCHES)
        || rest == "中心支行"
        || after_jurisdiction(rest).is_some_and(is_part_of_other)
}

/// What follows the jurisdiction that `name` begins with: the level alone (市…) or a place
/// of two or three characters and its level (嘉善县…).
///
/// `None` where it begins with none, or with a word that only looks like one (市场监管局).
pub(crate) fn after_jurisdiction(name: &str) -> Option<&str> {
    let is_level = |c: char| matches!(c, '省' | '市' | '县' | '区' | '州' | '旗');
    let level_alone = name.strip_prefix(is_level).filter(|_| !is_word_of_level(name));
    let place = || {
        let mut chars = name.char_indices().skip(2).take(2);
        let (at, level) = chars.find(|(_, c)| is_level(*c))?;
        let (place, rest) = name.split_at(at + level.len_utf8());
        // 铁塔滁州分公司: the end of a city's name, and no level.
        let is_city = level == '州' && is_any(rest, BARE);
        (!is_city && !ends_in_any(place, COMMON_WORDS) && !starts_with_any(place, ORDERS))
            .then_some(rest)
    };
    level_alone.or_else(place)
}

/// Whether `name` begins with a word such as 市场; 市民政局 does not begin with 市民.
fn is_word_of_level(name: &str) -> bool {
    let begins = |word, offices| name.starts_with(word) && !starts_with_any(name, offices);
    starts_with_any(name, NOT_LEVELS)
        || begins("市长", "市长三角")
        || begins("市民", "市民政 市民宗 市民族 市民防")
        || begins("市政", "市政府 市政务 市政协 市政法 市政数")
}

fn is_any(name: &str, words: Words) -> bool {
    words.split(' ').any(|word| word == name)
}

fn ends_in_any(name: &str, ends: Words) -> bool {
    ends.split(' ').any(|end| name.ends_with(end))
}

fn starts_with_any(name: &str, starts: Words) -> bool {
    starts.split(' ').any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &str, expect: bool) {
        for name in names.split_whitespace() {
            assert_eq!(is_unit_name(name), expect, "{name}");
        }
    }

    #[test]
    fn offices_of_a_city_are_units() {
        check(
            "市市场监管局 市委改革办 市城市管理局 市委宣传部 团市委 市长三角发展办 市委 市政府 市委党校 市全球航空物流枢纽项目建设指挥部",
            true,
        );
        check(
            "市疾控中心 市农科院 市第一医院 市退役军人事务局 市政务数据办 嘉兴市教育局 市妇联 市总工会",
            true,
        );
    }

    #[test]
    fn sections_of_an_office_and_branches_of_a_company_are_units() {
        check("市重点处 县安置处 铁塔滁州分公司", true);
        check("区级20处 市区各处 县城多处", false);
    }

    #[test]
    fn offices_named_without_their_place_are_units() {
        check(
            "发改局 建设局 社建委 防控办 营商办 编办 金融发展中心 征收指挥部 城投集团 供销社 生态文明创建办",
            true,
        );
    }

    #[test]
    fn places_schools_and_companies_are_units() {
        check(
            "武原街道 新埭镇 农开区 嘉兴港区 南湖区 海宁市 嘉善县政府 平湖经济技术开发区 南太湖新区管委会 九龙山管委会",
            true,
        );
        check(
            "嘉兴学院 嘉兴南湖学院 国网嘉兴供电公司 人行嘉兴市中心支行 国家金融监督管理总局嘉兴监管分局 嘉兴海关",
            true,
        );
    }

    #[test]
    fn whole_groups_are_units() {
        check("各镇街道 各县区政府 市级有关部门 各相关单位 各乡镇 各区县 市教育局等单位", true);
        check("市直有关部门 各辖市区政府 国家统计局滁州调查队", true);
        check("其他 各 相关 市级 县市区", false);
    }

    #[test]
    fn labels_of_rows_are_not_units() {
        check(
            "托位 机构 学校数 AED 培训 人次 幼儿园学位 千场戏曲演出 文艺演出 社区食堂 老年助餐点 中心城区 农村",
            false,
        );
        check(
            "体检中心 市中心 乡镇 上市公司 子公司 分局 办公室 法治政府 中小学 城乡社区 医院 一网通办",
            false,
        );
    }

    #[test]
    fn orders_are_not_units() {
        check(
            "加强城市运行安全保障 全面启动高铁新城核心区开发 建设国际会展中心 推动嘉兴综合保税区 优化城市功能布局",
            false,
        );
        check("创建全国文明典范城市 建设法治政府 建设市民活动中心 打造长三角一流医院", false);
    }

    #[test]
    fn a_part_of_a_body_goes_on_with_its_name() {
        for part in ["南湖区分局", "南湖分局", "管委会", "嘉兴市分行", "交警支队"]
        {
            assert!(continues(part) && !begins_anew(part), "{part}");
        }
        for whole in
            ["市卫生健康委", "县生态环境分局", "市消防救援支队", "嘉善县政府", "市市场监管局"]
        {
            assert!(begins_anew(whole), "{whole}");
        }
        assert!(!begins_anew("市场监管局"));
    }
}
