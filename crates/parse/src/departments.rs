//! Departments: one canonical name for all the forms a unit is written in, its kind and level.
//!
//! Start with [`read_department`]; the rules for kinds are the table [`KINDS`]. Names stay as
//! a document's region writes them: whether 发改局 of one county and 县发改局 of another are
//! alike is not decided here.

use model::{DepartmentKind, Level};

use crate::units::{after_jurisdiction, without_brackets};

use DepartmentKind as Kind;
use Place::{Anywhere, End, Start};

/// A unit's name as a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DepartmentName {
    /// The name without brackets, full-width letters as half-width: `市委组织部`.
    pub canonical: String,
    /// What kind of body it is.
    pub kind: DepartmentKind,
    /// The level it belongs to.
    pub level: Level,
}

/// Reads the name of a unit as it is printed in a document of this level and region.
///
/// Forms that differ in brackets, in what stands in them or in width give one name.
pub(crate) fn read_department(
    printed: &str,
    document_level: Level,
    region_name: &str,
) -> DepartmentName {
    let canonical = canonical_name(printed);
    let kind = kind_of(&canonical);
    let level = level_of(&canonical, kind, document_level, region_name);
    DepartmentName { canonical, kind, level }
}

/// Where a rule's words must stand in a name; the jurisdiction before it is left out.
#[derive(Debug, Clone, Copy)]
enum Place {
    Start,
    Anywhere,
    End,
}

/// Endings of the names of zones, parted by spaces.
const ZONES: &str =
    "开发区 高新区 经开区 农开区 新区 度假区 保税区 港区 风景区 合作区 管委会 管理委员会";

/// What tells a department's kind, the first rule that matches deciding;
/// words are parted by spaces.
///
/// Choices: companies of the power grid are there for the central state (`Vertical`), not the
/// city's own; 供销社 works as an office of the government; headquarters of one project are
/// `Other`.
const KINDS: &[(Kind, Place, &str)] = &[
    (Kind::Vertical, Anywhere, "税务局 海关 人民银行 银保监 金融监督 金融监管 消防救援"),
    (Kind::Vertical, Anywhere, "国网 供电 气象局 烟草 邮政管理 海事 边检 调查队"),
    (Kind::Vertical, Start, "人行"),
    (Kind::Other, End, "指挥部 专班 领导小组 法院 检察院 军分区"),
    (Kind::Party, Start, "委 纪委 监委 政法委 组织部 宣传部 统战部 社会工作部 社工部"),
    (Kind::Party, Start, "编办 编委办 改革办 深改办 网信办 文明办 人才办 机关工委"),
    (Kind::Party, Start, "社建委 党校 巡察 老干部局 直属机关"),
    (Kind::MassOrganisation, Start, "团委 共青团"),
    (Kind::MassOrganisation, End, "团市委 团县委 团区委 总工会 工会 妇联 残联 工商联"),
    (Kind::MassOrganisation, End, "文联 科协 侨联 社科联 社联 计生协 贸促会 关工委"),
    (Kind::MassOrganisation, End, "红十字会 红会 协会 学会 商会 妇女联合会 残疾人联合会"),
    (Kind::Enterprise, End, "集团 公司 银行"),
    (Kind::Zone, End, ZONES),
    (Kind::LocalGovernment, End, "镇 乡 街道 镇政府 乡政府 街道办事处"),
    (Kind::Institution, End, "大学 学院 学校 医院 研究院 研究所 农科院 科学院 设计院"),
    (Kind::Government, End, "局 委 办 办公室 研究室 委员会 中心 政府 供销社 供销总社"),
    (Kind::Government, End, "联社 支队 大队 管理处 总站 档案馆 报社 电视台 农合联"),
];

/// The kind of the department of this canonical name.
fn kind_of(name: &str) -> Kind {
    let own_name = after_jurisdiction(name).filter(|rest| !rest.is_empty()).unwrap_or(name);
    let matches = |place: Place, word: &str| match place {
        Start => own_name.starts_with(word),
        Anywhere => name.contains(word),
        End => name.ends_with(word),
    };
    if is_local_government(name) {
        return Kind::LocalGovernment;
    }
    let rule =
        KINDS.iter().find(|(_, place, words)| words.split(' ').any(|word| matches(*place, word)));
    rule.map_or(Kind::Other, |(kind, ..)| *kind)
}

/// Whether `name` is a place (南湖区), its government (嘉善县政府) or all of them (各县区政府).
///
/// `市政府` alone is the issuing government's own office.
fn is_local_government(name: &str) -> bool {
    let is_of_place = |rest: &str| name.chars().count() - rest.chars().count() > 1;
    let is_place = |rest: &str| is_of_place(rest) && matches!(rest, "" | "政府" | "人民政府");
    let is_zone = ZONES.split(' ').any(|end| name.ends_with(end));
    after_jurisdiction(name).is_some_and(is_place) && !is_zone || is_group_of_places(name)
}

fn is_group_of_places(name: &str) -> bool {
    let end = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")).unwrap_or(name);
    let end = end.trim_end_matches(['）', ')']);
    end.starts_with('各') && end.ends_with(['县', '市', '区', '镇', '乡', '道'])
}

/// The level of the department of this name and kind, named in a document of `document_level`.
fn level_of(name: &str, kind: Kind, document_level: Level, region_name: &str) -> Level {
    let Some(rest) = after_jurisdiction(name) else {
        return if kind == Kind::LocalGovernment { Level::County } else { document_level };
    };
    let owner = &name[..name.len() - rest.len()];
    let is_own = region_name.ends_with(owner) || kind == Kind::Zone;
    match owner.chars().last() {
        _ if is_own => document_level,
        Some('省') => Level::Province,
        Some('市') if document_level == Level::County => Level::City,
        _ => Level::County,
    }
}

/// The name without brackets and what stands in them, in half-width letters; the kinds of places
/// of a group are its name: 各县（市、区）政府.
fn canonical_name(printed: &str) -> String {
    let printed: &str = &printed.split_whitespace().collect::<String>();
    let is_group = ["各", "有关", "相关", "其他"].iter().any(|word| printed.starts_with(word));
    if is_group && holds_kinds_of_places(printed) {
        return full_width_brackets(printed);
    }
    let name = half_width(&without_brackets(printed));
    // A name that stands in brackets altogether keeps its words.
    if name.is_empty() { half_width(printed.trim_matches(['（', '）', '(', ')'])) } else { name }
}

/// Whether the first brackets of a name hold nothing but kinds of places: 各镇（街道）.
pub(crate) fn holds_kinds_of_places(name: &str) -> bool {
    let is_kind = |c: char| "市县区镇乡街道园平台、".contains(c);
    let inside = name.split(['（', '(']).nth(1).and_then(|rest| rest.split(['）', ')']).next());
    inside.is_some_and(|words| words.chars().all(is_kind))
}

/// `words` with one form of brackets.
pub(crate) fn full_width_brackets(words: &str) -> String {
    words.replace('(', "（").replace(')', "）")
}

/// `words` with full-width letters, digits and signs as half-width, and no white space.
fn half_width(words: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    words.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the kind and level of each name in a city's document.
    fn check(names: &str, kind: DepartmentKind, level: Level) {
        for name in names.split_whitespace() {
            let found = read_department(name, Level::City, "嘉兴市");
            assert_eq!((found.kind, found.level), (kind, level), "{name}");
        }
    }

    #[test]
    fn forms_that_differ_in_brackets_or_width_are_one_department() {
        for form in [
            "市委组织部(市委人才办)",
            "市委组织部（市委人才办）",
            "市委组织部",
            "市委组织部（人才办、老干部局）",
        ] {
            assert_eq!(read_department(form, Level::City, "嘉兴市").canonical, "市委组织部");
        }
        assert_eq!(read_department("Ｇ６０科创办", Level::City, "嘉兴市").canonical, "G60科创办");
        assert_eq!(
            read_department("（市委人才办）", Level::City, "嘉兴市").canonical,
            "市委人才办"
        );
    }

    #[test]
    fn the_kinds_of_places_of_a_group_stay_in_its_name() {
        for form in ["各县（市、区）政府", "各县(市、区)政府"] {
            let found = read_department(form, Level::City, "嘉兴市");
            assert_eq!(found.canonical, "各县（市、区）政府");
            assert_eq!((found.kind, found.level), (Kind::LocalGovernment, Level::County));
        }
    }

    #[test]
    fn offices_of_party_and_government_are_told_apart() {
        check(
            "市委组织部 市委宣传部 市委政法委 市委编办 市委改革办 市委办 政法委",
            Kind::Party,
            Level::City,
        );
        check(
            "市教育局 市卫生健康委 市政务数据办 市政府办公室 市公积金中心 市供销社 市市场监管局",
            Kind::Government,
            Level::City,
        );
    }

    #[test]
    fn other_bodies_have_kinds_of_their_own() {
        check(
            "市总工会 团市委 市妇联 市残联 市红十字会 市科协",
            Kind::MassOrganisation,
            Level::City,
        );
        check("嘉城集团 市产业集团 嘉兴银行", Kind::Enterprise, Level::City);
        check(
            "市税务局 嘉兴海关 人行嘉兴市中心支行 国家金融监督管理总局嘉兴监管分局 国网嘉兴供电公司",
            Kind::Vertical,
            Level::City,
        );
        check("嘉兴学院 市农科院", Kind::Institution, Level::City);
        check("嘉兴经济技术开发区 嘉兴港区 湖州南太湖新区管委会 高新区", Kind::Zone, Level::City);
        check("市全球航空物流枢纽项目建设指挥部 上海工作部", Kind::Other, Level::City);
    }

    #[test]
    fn counties_named_by_their_city_are_of_county_level() {
        check(
            "嘉善县政府 海宁市政府 南湖区 各县区政府 各镇街道 武原街道 新埭镇",
            Kind::LocalGovernment,
            Level::County,
        );
        check("南湖区教育局", Kind::Government, Level::County);
    }

    #[test]
    fn a_county_calls_its_city_a_city() {
        let level = |name, region| read_department(name, Level::County, region).level;
        assert_eq!(level("市生态环境局海盐分局", "海盐县"), Level::City);
        assert_eq!(level("县发改局", "海盐县"), Level::County);
        assert_eq!(level("市府办", "平湖市"), Level::County);
        assert_eq!(level("嘉兴市发展改革委", "平湖市"), Level::City);
        assert_eq!(level("发改局", "平湖市"), Level::County);
    }
}
