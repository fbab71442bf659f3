//! The province: its cities, their districts and zones, the towns of each.

use std::fmt::Write as _;

use crate::random::Dice;

/// How many districts and counties a city has; a zone and the city's own level come to them.
const N_DISTRICTS: usize = 8;

/// How many towns and streets a place names.
const N_TOWNS: usize = 7;

const FIRST: [&str; 16] = [
    "云", "清", "临", "安", "永", "南", "东", "宁", "新", "瑞", "兰", "龙", "松", "青", "金", "文",
];
const SECOND: [&str; 16] = [
    "溪", "川", "江", "州", "康", "陵", "平", "泽", "丰", "岭", "浦", "洲", "远", "城", "昌", "宁",
];
const TOWN_FIRST: [&str; 24] = [
    "石", "梅", "竹", "桥", "柳", "沙", "塘", "荷", "桂", "枫", "茶", "白", "黄", "双", "三", "五",
    "横", "上", "下", "花", "前", "后", "官", "王",
];
const TOWN_SECOND: [&str; 16] = [
    "桥", "港", "岗", "埠", "湾", "坞", "村", "店", "山", "堰", "浜", "埭", "荡", "林", "湖", "墩",
];

/// A place that issues documents.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Its position among all of them.
    pub(crate) at: usize,
    /// For keys: `c3` is a city, `c3d5` one of its districts.
    pub(crate) id: String,
    /// Its name: 云溪市.
    pub(crate) name: String,
    /// The position of its city's own entry.
    pub(crate) city: usize,
    /// What its units' names begin with: 市, 县, 区.
    pub(crate) own: &'static str,
    /// Its towns and streets.
    pub(crate) towns: Vec<String>,
}

impl Place {
    /// Whether it governs the others of its city.
    pub(crate) fn is_city(&self) -> bool {
        self.at == self.city
    }
}

/// Every place of the province.
#[derive(Debug, Clone)]
pub(crate) struct Province {
    /// Each city before its districts; as many as documents are made for.
    pub(crate) places: Vec<Place>,
}

impl Province {
    /// A province of `n_places` places that issue documents.
    pub(crate) fn new(n_places: usize, seed: u64) -> Self {
        let n_per_city = N_DISTRICTS + 1;
        let place = |at: usize| {
            let (city, own_at) = (at / n_per_city, at % n_per_city);
            let own = match own_at {
                0 => "市",
                1..=3 => "区",
                _ if own_at % 4 == 3 => "市",
                _ => "县",
            };
            // A step that shares no factor with the number of names meets each of them once.
            let name = at * 37 % (FIRST.len() * SECOND.len());
            let names = (FIRST[name / SECOND.len()], SECOND[name % SECOND.len()]);
            let towns = (0..N_TOWNS).map(|town| town_name(at, town, seed)).collect();
            Place {
                at,
                id: if own_at == 0 { format!("c{city}") } else { format!("c{city}d{own_at}") },
                name: format!("{}{}{own}", names.0, names.1),
                city: city * n_per_city,
                own,
                towns,
            }
        };
        // A city's tables name all of its districts, whether these issue documents or not.
        let n_cities = n_places.div_ceil(n_per_city);
        Self { places: (0..n_cities * n_per_city).map(place).collect() }
    }

    /// The columns of a city's tables: its districts, its zone, its own level.
    pub(crate) fn columns(&self, city: usize) -> Vec<String> {
        let districts = &self.places[city + 1..=city + N_DISTRICTS];
        let bare = self.places[city].name.trim_end_matches('市');
        let rest = [format!("{bare}经开区"), format!("{bare}市本级")];
        districts.iter().map(|place| place.name.clone()).chain(rest).collect()
    }

    /// The places as `places.toml` holds them.
    pub(crate) fn to_toml(&self) -> String {
        let mut toml = String::new();
        for city in self.places.iter().filter(|place| place.is_city()) {
            // Writing to a string cannot fail.
            let _ = write!(toml, "[[city]]\nname = \"{}\"\nid = \"{}\"\n\n", city.name, city.id);
            let at_city = city.at / (N_DISTRICTS + 1);
            for (at, name) in self.columns(city.at).iter().enumerate() {
                let kind = match at {
                    N_DISTRICTS => "kind = \"zone\"\n",
                    at if at > N_DISTRICTS => "kind = \"rest\"\n",
                    _ => "",
                };
                let tile = (at_city % 4 * 4 + at % 3, at_city / 4 * 4 + at / 3);
                let tile = if at > N_DISTRICTS {
                    String::new()
                } else {
                    format!("tile = [{}, {}]\n", tile.0, tile.1)
                };
                let _ = write!(
                    toml,
                    "[[city.district]]\nname = \"{name}\"\nid = \"{}d{}\"\n{kind}{tile}\n",
                    city.id,
                    at + 1
                );
            }
        }
        toml
    }
}

fn town_name(place: usize, town: usize, seed: u64) -> String {
    let mut dice = Dice::new(seed, &[2, place as u64, town as u64]);
    let kind = if town < 2 { "街道" } else { "镇" };
    format!("{}{}{kind}", dice.pick(&TOWN_FIRST), dice.pick(&TOWN_SECOND))
}
