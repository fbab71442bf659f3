//! Places and departments: every printed form to one entry.

use std::collections::{BTreeMap, BTreeSet};

use model::{Department, DepartmentIdx, DepartmentKind, Level, Region, RegionIdx, RegionKind};

use crate::{
    columns::is_total,
    departments::{DepartmentName, full_width_brackets, holds_kinds_of_places, read_department},
    pinyin,
    registry::{City, District},
};

/// The places met so far.
pub(crate) struct Regions<'a> {
    cities: &'a [City],
    found: Vec<Region>,
}

impl<'a> Regions<'a> {
    pub(crate) fn new(cities: &'a [City]) -> Self {
        Self { cities, found: Vec::new() }
    }

    /// The place whose tasks a document lists. A place of the registry brings its city and all
    /// of that city's districts with it, so that their order is always the registry's.
    pub(crate) fn of_document(&mut self, name: &str) -> RegionIdx {
        if let Some(city) = self.city_of(name) {
            self.add_city(city);
        }
        self.find_or_add(name)
    }

    /// Whether the registry knows this place as a district or county of a city.
    pub(crate) fn is_district(&self, name: &str) -> bool {
        self.cities.iter().flat_map(|city| &city.districts).any(|district| district.name == name)
    }

    /// The place that a unit's name begins with (嘉善县政府), if it is one of those met.
    pub(crate) fn that_opens(&self, name: &str) -> Option<RegionIdx> {
        let opens = |region: &Region| {
            region.name.chars().count() > 2
                && name.len() > region.name.len()
                && name.starts_with(&region.name)
        };
        self.found.iter().position(opens).map(|at| at as RegionIdx)
    }

    /// Whose share each column holds, and whether it is the total.
    ///
    /// A name that the header has lost is the next of the city's districts that no other column
    /// names; beyond these, columns are called by their place.
    pub(crate) fn of_columns(
        &mut self,
        names: &[Option<&str>],
        region: RegionIdx,
    ) -> Vec<(RegionIdx, bool)> {
        let city = self.city_of(&self.found[region as usize].name.clone());
        let all_lost = names.iter().all(|name| name.is_none_or(str::is_empty));
        let mut columns: Vec<Option<(RegionIdx, bool)>> = names
            .iter()
            .enumerate()
            .map(|(at, name)| match name {
                Some(name) if is_total(name) => Some((region, true)),
                Some(name) if !name.is_empty() => Some((self.of_column(name, city), false)),
                _ => (all_lost && at == 0).then_some((region, true)),
            })
            .collect();
        let taken: BTreeSet<_> = columns.iter().flatten().map(|(region, _)| *region).collect();
        let districts = city.map_or(&[][..], |city| &city.districts[..]);
        let usual: Vec<_> =
            districts.iter().map(|district| self.find_or_add(&district.name)).collect();
        let mut unnamed = usual.into_iter().filter(|region| !taken.contains(region));
        for (at, column) in columns.iter_mut().enumerate() {
            if column.is_none() {
                let next =
                    unnamed.next().unwrap_or_else(|| self.find_or_add(&format!("第{}列", at + 1)));
                *column = Some((next, false));
            }
        }
        columns.into_iter().flatten().collect()
    }

    /// The city that a place of the registry belongs to; `None` for a city and for others.
    pub(crate) fn city_region(&self, region: RegionIdx) -> Option<RegionIdx> {
        let name = &self.found[region as usize].name;
        let city = self.city_of(name).filter(|city| city.name != *name)?;
        self.found.iter().position(|region| region.name == city.name).map(|at| at as RegionIdx)
    }

    /// The places met, in the order of their numbers.
    pub(crate) fn regions(&self) -> &[Region] {
        &self.found
    }

    /// The places met, with ids made unique.
    pub(crate) fn finish(self) -> Vec<Region> {
        self.found
    }

    fn city_of(&self, name: &str) -> Option<&'a City> {
        let has = |city: &&City| {
            city.name == name || city.districts.iter().any(|district| district.name == name)
        };
        self.cities.iter().find(has)
    }

    fn add_city(&mut self, city: &City) {
        if self.found.iter().any(|region| region.name == city.name) {
            return;
        }
        let whole = self.add(&city.name, &city.id, &city.name_en, &[]);
        self.found[usize::from(whole)].kind = RegionKind::City;
        for district in &city.districts {
            let District { name, id, name_en, forms, kind, tile } = district;
            let region = usize::from(self.add(name, id, name_en, forms));
            self.found[region].kind = *kind;
            self.found[region].tile = *tile;
        }
    }

    fn of_column(&mut self, printed: &str, city: Option<&City>) -> RegionIdx {
        // 其他乡镇（街道） is a group of places, 经开区（国际商务区） one of two names.
        let is_group = printed.starts_with(['各', '其']) && holds_kinds_of_places(printed);
        let bare = if is_group { full_width_brackets(printed) } else { without_brackets(printed) };
        let districts = city.map_or(&[][..], |city| &city.districts[..]);
        let known = districts.iter().find(|district| {
            let mut forms = core::iter::once(&district.name).chain(&district.forms);
            let is_short = district.name.strip_suffix(['市', '县', '区']) == Some(&bare);
            is_short || forms.any(|form| *form == bare || *form == printed)
        });
        let name = known.map_or(bare.as_str(), |district| district.name.as_str()).to_owned();
        let region = self.find_or_add(&name);
        let entry = &mut self.found[region as usize];
        if entry.name != printed && !entry.forms.iter().any(|form| form == printed) {
            entry.forms.push(printed.to_owned());
        }
        region
    }

    fn find_or_add(&mut self, name: &str) -> RegionIdx {
        if let Some(at) = self.found.iter().position(|region| region.name == name) {
            return at as RegionIdx;
        }
        let bare = name.trim_end_matches(['市', '县', '区']);
        let id = pinyin::initials(if bare.is_empty() { name } else { bare });
        self.add(name, &id, "", &[])
    }

    fn add(&mut self, name: &str, id: &str, name_en: &str, forms: &[String]) -> RegionIdx {
        let taken: BTreeSet<_> = self.found.iter().map(|region| region.id.clone()).collect();
        self.found.push(Region {
            name: name.to_owned(),
            id: unique_id(id, name, &taken),
            name_en: name_en.to_owned(),
            forms: forms.to_vec(),
            kind: RegionKind::default(),
            tile: None,
            keys: pinyin::keys(name),
        });
        (self.found.len() - 1) as RegionIdx
    }
}

/// The departments met so far.
#[derive(Default)]
pub(crate) struct Departments {
    found: Vec<Entry>,
    by_name: BTreeMap<(RegionIdx, String), DepartmentIdx>,
}

struct Entry {
    name: String,
    kind: DepartmentKind,
    level: Level,
    region: RegionIdx,
    forms: Vec<String>,
}

impl Departments {
    /// The department that a printed form names in a document of this level and place.
    pub(crate) fn resolve(
        &mut self,
        printed: &str,
        level: Level,
        region: RegionIdx,
        regions: &mut Regions<'_>,
    ) -> DepartmentIdx {
        let place = regions.regions()[region as usize].name.clone();
        let DepartmentName { canonical, kind, level } = read_department(printed, level, &place);
        let region = regions.that_opens(&canonical).unwrap_or(region);
        let at = *self.by_name.entry((region, canonical.clone())).or_insert_with(|| {
            self.found.push(Entry { name: canonical, kind, level, region, forms: Vec::new() });
            (self.found.len() - 1) as DepartmentIdx
        });
        let forms = &mut self.found[at as usize].forms;
        if !forms.iter().any(|form| form == printed) {
            forms.push(printed.to_owned());
        }
        at
    }

    /// Its canonical name.
    pub(crate) fn name(&self, department: DepartmentIdx) -> &str {
        &self.found[department as usize].name
    }

    /// Every department, with its id: the region's and the initials of its name.
    pub(crate) fn finish(self, regions: &[Region]) -> Vec<Department> {
        let mut taken = BTreeSet::new();
        let mut departments = Vec::with_capacity(self.found.len());
        for entry in self.found {
            let region = &regions[entry.region as usize];
            let bare = bare_name(&entry.name, &region.name);
            let id = unique_id(
                &format!("{}-{}", region.id, pinyin::initials(bare)),
                &entry.name,
                &taken,
            );
            taken.insert(id.clone());
            departments.push(Department {
                city_counterpart: None,
                keys: pinyin::keys(&entry.name),
                name: entry.name,
                id,
                level: entry.level,
                region: entry.region,
                kind: entry.kind,
                forms: entry.forms,
            });
        }
        departments
    }
}

/// A department's name without the word for its own government: 市教育局 is 教育局.
fn bare_name<'a>(name: &'a str, region: &str) -> &'a str {
    let bare =
        name.strip_prefix(region).or_else(|| name.strip_prefix(['市', '县', '区'])).unwrap_or(name);
    if bare.chars().count() >= 2 { bare } else { name }
}

/// The id itself, or with two letters of the name's hash behind it where it is taken.
fn unique_id(id: &str, name: &str, taken: &BTreeSet<String>) -> String {
    let mut unique = id.to_owned();
    let mut salt = 0;
    while unique.is_empty() || taken.contains(&unique) {
        unique = format!("{id}{}", hash_letters(name, salt));
        salt += 1;
    }
    unique
}

/// Two letters that depend on the name alone (and on `salt`, for a second try).
fn hash_letters(name: &str, salt: u32) -> String {
    let seed = 0x811c_9dc5_u32.wrapping_add(salt);
    let hash =
        name.bytes().fold(seed, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let letter = |value: u32| char::from(b'a' + (value % 26) as u8);
    [letter(hash), letter(hash / 26)].into_iter().collect()
}

/// A name without its brackets and what they hold.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|c| {
            depth += u32::from(matches!(c, '（' | '('));
            let is_outside = depth == 0;
            depth = depth.saturating_sub(u32::from(matches!(c, '）' | ')')));
            is_outside
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_the_kind_and_the_square_that_a_person_gave_it() {
        let places = "[[city]]\nname = \"甲市\"\nid = \"j\"\n\
                      [[city.district]]\nname = \"乙区\"\nid = \"y\"\ntile = [2, 1]\n\
                      [[city.district]]\nname = \"丙园\"\nid = \"b\"\nkind = \"zone\"\n";
        let registry = crate::Registry::from_toml(places, "", "").unwrap();
        let mut regions = Regions::new(&registry.cities);
        regions.of_document("甲市");
        let found: Vec<_> =
            regions.finish().into_iter().map(|region| (region.kind, region.tile)).collect();
        let expect = [
            (RegionKind::City, None),
            (RegionKind::District, Some([2, 1])),
            (RegionKind::Zone, None),
        ];
        assert_eq!(found, expect);
    }
}
