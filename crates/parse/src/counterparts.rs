//! Which department of the city a county's department answers to: 县发改局 and 发改局 to
//! 市发展改革委.
//!
//! Names are compared without their jurisdiction and without the word for the kind of office.
//! The shorter must stand in the longer character by character, in order (发改 in 发展改革), and
//! only one department of the city may fit best.

use std::collections::BTreeMap;

use model::{Department, DepartmentIdx, DepartmentKind, Level, RegionIdx};

use crate::units::after_jurisdiction;

/// Short names that share too few characters with the long one to be found by them.
const SHORT_NAMES: [(&str, &str); 5] = [
    ("住建", "建设"),
    ("住房城乡建设", "建设"),
    ("文旅体", "文化广电旅游"),
    ("文化广电旅游体育", "文化广电旅游"),
    ("府办", "政府办公室"),
];

/// For each department, in order, its counterpart at the city; `None` for the city's own and
/// where none fits, or several fit equally.
///
/// `city_of` tells a county's city; a county without one in the registry has no counterparts.
pub(crate) fn find(
    departments: &[Department],
    city_of: impl Fn(RegionIdx) -> Option<RegionIdx>,
) -> Vec<Option<DepartmentIdx>> {
    let mut of_cities: BTreeMap<RegionIdx, Vec<(String, DepartmentIdx)>> = BTreeMap::new();
    for (other, at) in departments.iter().zip(0..) {
        if other.level == Level::City && is_office(other.kind) {
            of_cities.entry(other.region).or_default().push((core_of(&other.name), at));
        }
    }
    departments
        .iter()
        .map(|department| {
            let has_counterpart = department.level == Level::County && is_office(department.kind);
            let city = city_of(department.region).filter(|_| has_counterpart)?;
            counterpart(department, of_cities.get(&city)?)
        })
        .collect()
}

fn is_office(kind: DepartmentKind) -> bool {
    matches!(
        kind,
        DepartmentKind::Party
            | DepartmentKind::Government
            | DepartmentKind::MassOrganisation
            | DepartmentKind::Vertical
    )
}

/// The one department of the city whose name fits best.
fn counterpart(county: &Department, of_city: &[(String, DepartmentIdx)]) -> Option<DepartmentIdx> {
    let own = core_of(&county.name);
    let mut best: Option<(usize, DepartmentIdx)> = None;
    let mut is_tied = false;
    for (name, at) in of_city {
        let Some(distance) = distance(&own, name) else { continue };
        is_tied = best.is_some_and(|(nearest, _)| nearest == distance);
        if best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, *at));
            is_tied = false;
        }
    }
    best.filter(|_| !is_tied).map(|(_, at)| at)
}

/// A name without jurisdiction and kind of office, spelt out where it is a known short name.
fn core_of(name: &str) -> String {
    let name = after_jurisdiction(name).unwrap_or(name);
    let name = name.strip_prefix('委').filter(|rest| rest.chars().count() >= 2).unwrap_or(name);
    let core = ["分局", "委员会", "局", "委", "办公室", "办", "部", "中心", "支队", "大队"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(|core| core.chars().count() >= 2)
        .unwrap_or(name);
    let spelt = SHORT_NAMES.iter().find(|(short, _)| *short == core).map(|(_, long)| *long);
    spelt.unwrap_or(core).to_owned()
}

/// How many characters the longer name has beyond the shorter; `None` where the shorter does not
/// stand in it, in order.
fn distance(a: &str, b: &str) -> Option<usize> {
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    let mut rest = long.chars();
    let stands = short.chars().all(|c| rest.any(|other| other == c));
    let starts_alike = short.chars().next() == long.chars().next();
    (stands && starts_alike).then(|| long.chars().count() - short.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_stand_in_long_ones() {
        let check = |county, city, expect: bool| {
            assert_eq!(
                distance(&core_of(county), &core_of(city)).is_some(),
                expect,
                "{county} {city}"
            );
        };
        check("县发改局", "市发展改革委", true);
        check("发改局", "市发展改革委", true);
        check("县应急局", "市应急管理局", true);
        check("县住建局", "市建设局", true);
        check("生态环境分局", "市生态环境局", true);
        check("组织部", "市委组织部", true);
        check("县自然资源规划局", "市自然资源和规划局", true);
        check("市场监管局", "市市场监管局", true);
        check("编办", "市委编办", true);
        check("县教育局", "市体育局", false);
        check("县商务局", "市政务数据办", false);
        check("税务局", "市商务局", false);
    }
}
