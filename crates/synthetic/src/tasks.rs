//! What a place orders done in a year.

use crate::{
    places::Place,
    random::Dice,
    words::{AIM_OBJECTS, AIM_VERBS, FIELDS, Field, GROWTH, HELPERS},
};

/// The year before any list, from which on tasks come and go.
const BEGINNING: u16 = 2010;

/// Of a hundred tasks, how many another takes the place of in the next year.
const CHANGING: usize = 30;

/// Of a hundred tasks of a county, how many order what its city orders.
const HANDED_DOWN: usize = 15;

/// One task.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    /// Its field of work, by its position.
    pub(crate) field: usize,
    /// What is ordered.
    pub(crate) text: String,
    /// What can be counted of it.
    pub(crate) figure: Option<Figure>,
    /// Who leads, at least one.
    pub(crate) leads: Vec<String>,
    /// Who helps.
    pub(crate) helpers: Vec<String>,
}

/// How much of what.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// Verb and object: 新建农村公厕.
    pub(crate) words: String,
    /// How much.
    pub(crate) value: u32,
    /// In what: 座.
    pub(crate) unit: &'static str,
}

impl Figure {
    /// As a text prints it: 新建农村公厕12座.
    pub(crate) fn printed(&self) -> String {
        format!("{}{}{}", self.words, self.value, self.unit)
    }
}

/// Where and when a list is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) place: &'a Place,
    pub(crate) year: u16,
    pub(crate) seed: u64,
    /// Parts clauses: full-width in some documents, half-width in others.
    pub(crate) comma: &'static str,
    /// What the names of units begin with.
    pub(crate) own: &'static str,
}

/// The list of a year: general aims first, then field by field.
pub(crate) fn list(scene: Scene<'_>, n: usize) -> Vec<Task> {
    let n_growth = GROWTH.len().min(n / 8);
    let mut tasks: Vec<Task> = (n_growth..n).map(|slot| task(scene, slot)).collect();
    tasks.sort_by_key(|task| task.field);
    let aims = GROWTH[..n_growth].iter().zip(0..).map(|(aim, at)| growth(scene, *aim, at));
    aims.chain(tasks).collect()
}

/// Projects with figures, for a livelihood list.
pub(crate) fn projects(scene: Scene<'_>, n: usize) -> Vec<Task> {
    let mut tasks: Vec<Task> = (0..n)
        .map(|slot| {
            let mut dice = dice_of(scene, 1000 + slot);
            let field = 3 + dice.below(FIELDS.len() - 3);
            let figure = figure(&mut dice, scene, slot, &FIELDS[field]);
            let text = figure.printed();
            let (leads, helpers) = units(&mut dice, scene, &FIELDS[field]);
            Task { field, text, figure: Some(figure), leads, helpers }
        })
        .collect();
    tasks.sort_by_key(|task| task.field);
    tasks
}

/// The stream that a slot of the list is drawn from: the same from year to year until another
/// task takes its place, and that of the city where a county follows it.
fn dice_of(Scene { place, year, seed, .. }: Scene<'_>, slot: usize) -> Dice {
    let slot_at = slot as u64;
    let follows = Dice::new(seed, &[3, place.at as u64, slot_at]).is_in(HANDED_DOWN);
    let from = if follows { place.city } else { place.at } as u64;
    let is_new =
        |year: &u16| Dice::new(seed, &[4, from, slot_at, u64::from(*year)]).is_in(CHANGING);
    let since = (BEGINNING..=year).rev().find(is_new).unwrap_or(BEGINNING);
    Dice::new(seed, &[5, from, slot_at, u64::from(since)])
}

fn task(scene: Scene<'_>, slot: usize) -> Task {
    let mut dice = dice_of(scene, slot);
    let at = dice.below(FIELDS.len());
    let field = &FIELDS[at];
    let comma = scene.comma;
    let kind = dice.below(100);
    let mut counted = None;
    let text = if kind < 70 {
        let figure = figure(&mut dice, scene, slot, field);
        let mut text = if kind < 45 { format!("{}{comma}", aim(&mut dice)) } else { String::new() };
        text += &figure.printed();
        if dice.is_in(30) {
            let more = self::figure(&mut dice, scene, slot + 5000, field);
            if more.words != figure.words {
                text.push_str(comma);
                text += &more.printed();
            }
        }
        counted = Some(figure);
        text
    } else if kind < 94 {
        let verb = dice.pick(&["推进", "加快", "启动", "完成", "谋划"]);
        let town = dice.pick(&scene.place.towns);
        format!("{verb}{town}{}建设{comma}{}", dice.pick(field.projects), aim(&mut dice))
    } else {
        format!("{}{comma}{}", aim(&mut dice), aim(&mut dice))
    };
    let (leads, helpers) = units(&mut dice, scene, field);
    Task { field: at, text: text + "。", figure: counted, leads, helpers }
}

fn growth(scene: Scene<'_>, (words, usual): (&str, u32), at: u64) -> Task {
    let place = scene.place.at as u64;
    let mut dice = Dice::new(scene.seed, &[6, place, u64::from(scene.year), at]);
    let tenths = usual * 10 - 15 + dice.below(30) as u32;
    let bound = dice.pick(&["左右", "以上", ""]);
    let text = format!("{words}{}.{}%{bound}。", tenths / 10, tenths % 10);
    let (leads, helpers) = units(&mut dice, scene, &FIELDS[0]);
    Task { field: 0, text, figure: None, leads, helpers }
}

fn figure(dice: &mut Dice, scene: Scene<'_>, slot: usize, field: &Field) -> Figure {
    let &(verb, object, unit, least, most) = dice.pick(field.counted);
    // Small things are frequent: the least of two draws.
    let span = (most - least) as usize;
    let usual = least + dice.below(span).min(dice.below(span)) as u32;
    let place = [7, scene.place.at as u64, slot as u64, u64::from(scene.year)];
    let percent = 80 + Dice::new(scene.seed, &place).below(41) as u32;
    let value = (usual * percent / 100).max(least);
    let value = if value > 1000 { value / 100 * 100 } else { value };
    Figure { words: format!("{verb}{object}"), value, unit }
}

fn aim(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&AIM_VERBS), dice.pick(&AIM_OBJECTS))
}

/// Who leads and who helps, named as the place names them.
fn units(dice: &mut Dice, scene: Scene<'_>, field: &Field) -> (Vec<String>, Vec<String>) {
    let named = |(city, county): (&str, &str)| {
        let name = if scene.place.is_city() { city } else { county };
        let is_bare = scene.own.is_empty() && name.starts_with('委') && name != "委办公室";
        format!("{}{}", scene.own, if is_bare { &name["委".len()..] } else { name })
    };
    let n_leads = if dice.is_in(12) { 2 } else { 1 };
    let first = if dice.is_in(70) { 0 } else { dice.below(field.offices.len()) };
    let n_offices = field.offices.len();
    let leads: Vec<String> =
        (0..n_leads).map(|at| named(field.offices[(first + at) % n_offices])).collect();
    let mut helpers: Vec<String> = Vec::new();
    for _ in 0..dice.below(5) {
        let helper = match dice.below(4) {
            0 => named(*dice.pick(field.offices)),
            1 if !scene.place.is_city() => dice.pick(&scene.place.towns).clone(),
            _ => named(*dice.pick(&HELPERS)),
        };
        if !leads.contains(&helper) && !helpers.contains(&helper) {
            helpers.push(helper);
        }
    }
    (leads, helpers)
}

/// What was reached of a task by the middle of the year, as its office reports it.
pub(crate) fn status(scene: Scene<'_>, task: &Task, at: usize) -> String {
    let place = [8, scene.place.at as u64, at as u64, u64::from(scene.year)];
    let mut dice = Dice::new(scene.seed, &place);
    let (month, comma) = (3 + dice.below(8), scene.comma);
    match &task.figure {
        Some(Figure { words, value, unit }) if !dice.is_in(15) => {
            let reached = u64::from(*value) * (20 + dice.below(100) as u64) / 100;
            let is_said = dice.is_in(40);
            let percent = reached * 100 / u64::from((*value).max(1));
            let share = if is_said {
                format!("{comma}完成年度目标的{percent}%")
            } else {
                String::new()
            };
            format!("1-{month}月{comma}已{words}{reached}{unit}{share}。")
        }
        None if task.text.contains('%') => {
            let words = task.text.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
            format!("1-{month}月{comma}{words}{}.{}%。", 2 + dice.below(8), dice.below(10))
        }
        _ => {
            let done = ["已完成方案编制", "已全面启动", "正在征求意见", "已完成", "主体结构已封顶"];
            format!("{}{comma}{}。", dice.pick(&done), aim(&mut dice))
        }
    }
}
