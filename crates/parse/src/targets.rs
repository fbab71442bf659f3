//! The quantities in a task's text: what is to be reached, and what only says what is counted.
//!
//! [`read_targets`] finds the numbers that count or measure something (`scan`), reads unit and
//! bound beside each (`measure`), and takes what is measured from the words of the same clause
//! (`indicator`). Names, labels, years and ordinals are no quantities.

mod indicator;
mod measure;
mod scan;

use core::ops::Range;

use model::{Bound, Direction, Horizon, Passage, Target, TargetKind, TargetRole, TaskIdx};

use crate::{
    numerals::decimal_digit,
    units::{after_jurisdiction, is_unit_list},
};
use indicator::{Clause, first_of_run};
pub(crate) use measure::is_unit;
use measure::{Measure, read_measure};
use scan::{Number, numbers};

/// A quantity found in a text: its number with unit and bound, and the bytes of all its words.
#[derive(Debug, Clone)]
struct Quantity {
    number: Number,
    measure: Measure,
    /// The words of the quantity, with its bound.
    words: Range<usize>,
}

/// Reads every quantity of a task's text, in the order printed.
///
/// `各1个` behind a list counts for every part of the list, and `分别达到…和…` gives each part
/// its own value; such targets share the words they were read from.
pub(crate) fn read_targets(text: &Passage, task: TaskIdx, horizon: Horizon) -> Vec<Target> {
    read_placed(text, task, horizon).0
}

/// Reads the same quantities, and beside each the bytes of its words in the text.
pub(crate) fn read_placed(
    text: &Passage,
    task: TaskIdx,
    horizon: Horizon,
) -> (Vec<Target>, Vec<Range<usize>>) {
    let words = text.text.as_str();
    let found = quantities(words);
    let roles: Vec<_> = (0..found.len()).map(|at| role(words, &found, at)).collect();
    let mut targets: Vec<Target> = Vec::new();
    let mut bytes = Vec::new();
    for (quantity, role) in found.iter().zip(&roles) {
        // A threshold is part of what a target counts, so only targets bound a target's words.
        let places: Vec<_> = found
            .iter()
            .zip(&roles)
            .filter(|(other, at)| {
                *role == TargetRole::Qualifier
                    || **at == TargetRole::Target
                    || core::ptr::eq(*other, quantity)
            })
            .map(|(other, _)| other.words.clone())
            .collect();
        let Some(at) = places.iter().position(|place| *place == quantity.words) else { continue };
        let change = change(&words[..places[first_of_run(words, &places, at)].start])
            .filter(|_| quantity.is_rate());
        let clause = Clause::of(words, &places, at, change.is_some());
        for indicator in indicators(&clause, &targets) {
            bytes.push(quantity.words.clone());
            targets.push(Target {
                task,
                indicator,
                printed: text.slice(quantity.words.start, quantity.words.end),
                value: quantity.scaled(quantity.number.low),
                value_max: quantity.number.high.map(|high| quantity.scaled(high)),
                unit: quantity.measure.unit.clone(),
                bound: quantity.measure.bound,
                kind: kind(quantity, change),
                direction: change,
                role: *role,
                horizon,
            });
        }
    }
    (targets, bytes)
}

impl Quantity {
    /// A printed number with 万 and 亿 worked out. What the binary product adds behind the
    /// second decimal (65.4 × 10⁸) was not printed.
    fn scaled(&self, printed: f64) -> f64 {
        let scale = self.measure.scale;
        if scale > 1.0 { (printed * scale * 100.0).round() / 100.0 } else { printed }
    }

    /// Whether it is a percentage or counts percentage points.
    fn is_rate(&self) -> bool {
        matches!(self.measure.unit.as_deref(), Some("%" | "‰" | "个百分点" | "百分点"))
    }
}

/// The numbers of a text that have a unit, or a scale that shows that they count.
fn quantities(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    for number in numbers(text) {
        let is_taken = found.last().is_some_and(|last| number.words.start < last.words.end);
        if is_taken {
            continue;
        }
        if let Some((measure, words)) = read_measure(text, &number) {
            found.push(Quantity { number, measure, words });
        }
    }
    share_bounds(text, &mut found);
    found
}

/// 50亿元或5亿美元以上: what binds the second of two that are joined by 或 binds the first.
fn share_bounds(text: &str, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (one, other) = (&found[at - 1], &found[at]);
        let between = text.get(one.words.end..other.words.start);
        // 分别不低于93.3%、95%.
        let is_shared = matches!(between, Some("、" | "和"))
            && text[..one.words.start].ends_with("分别")
            && other.measure.bound == Bound::Exactly;
        if is_shared {
            found[at].measure.bound = found[at - 1].measure.bound;
            continue;
        }
        let is_joined = between == Some("或");
        if is_joined && one.measure.bound == Bound::Exactly {
            found[at - 1].measure.bound = other.measure.bound;
        }
    }
}

/// What a quantity measures: a part of a list each, or the clause's own words. A clause that
/// has none (`…和6万元`) goes on with the indicator before it.
fn indicators(clause: &Clause<'_>, before: &[Target]) -> Vec<String> {
    if let Some(parts) = clause.parts_of_each() {
        return parts;
    }
    let own = clause.indicator();
    if own.is_empty() {
        return vec![before.last().map(|target| target.indicator.clone()).unwrap_or_default()];
    }
    vec![own]
}

/// How a quantity changes, as the words before it say.
fn change(before: &str) -> Option<Direction> {
    const UP: [&str; 11] =
        ["增长", "增速", "增幅", "涨幅", "上升", "提升", "提高", "增加", "递增", "上涨", "快于"];
    const DOWN: [&str; 6] = ["下降", "降低", "减少", "降幅", "压降", "压减"];
    let before = before.trim_end_matches(['达', '约', '近']);
    let before = before.strip_suffix("达到").unwrap_or(before);
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let shared = before.trim_end_matches("分别");
    let ends_shared = |words: &[&str]| words.iter().any(|word| shared.ends_with(word));
    if ends(&UP) || ends_shared(&UP) {
        Some(Direction::Up)
    } else if ends(&DOWN) || ends_shared(&DOWN) {
        Some(Direction::Down)
    } else {
        None
    }
}

fn kind(quantity: &Quantity, change: Option<Direction>) -> TargetKind {
    match quantity.measure.unit.as_deref() {
        Some("个百分点" | "百分点") => TargetKind::Growth,
        Some("%" | "‰") if change.is_some() => TargetKind::Growth,
        Some("%" | "‰") => TargetKind::Ratio,
        _ => TargetKind::Absolute,
    }
}

/// Whether a quantity is to be reached, or is a threshold within the name of what is counted.
///
/// A threshold is bound, stands before the noun it describes, and either measures what things
/// are counted by size, worth or age, or another quantity follows in the same clause.
fn role(text: &str, found: &[Quantity], at: usize) -> TargetRole {
    let quantity = &found[at];
    let behind = &text[quantity.words.end..];
    let limit = found.get(at + 1).map_or(text.len(), |next| next.words.start);
    let reach = &text[quantity.words.end..limit];
    let clause_end = reach.find(['，', ',', '。', '；', ';']);
    let is_followed = clause_end.is_none() && found.get(at + 1).is_some();
    let is_before_noun = !behind.is_empty()
        && !behind.starts_with(['，', ',', '。', '；', ';', '、', '）', ')', '：', ':', '”'])
        && !["和", "与", "及", "以及", "全覆盖"].iter().any(|word| behind.starts_with(word));
    let modifies =
        reach[..clause_end.unwrap_or(reach.len())].contains('的') || behind.starts_with("或");
    let unit = quantity.measure.unit.as_deref().unwrap_or_default();
    let is_bound = quantity.measure.bound != Bound::Exactly || quantity.number.high.is_some();
    let is_size = matches!(
        unit,
        "元" | "美元" | "岁" | "周岁" | "年" | "米" | "层" | "亩" | "吨" | "千伏" | "平方米"
    );
    let before = &text[..quantity.words.start];
    // A life expectancy is to be reached; other ages describe people.
    let is_life =
        ["寿命", "寿命达到", "寿命提高到", "寿命达"].iter().any(|word| before.ends_with(word));
    let is_age =
        matches!(unit, "岁" | "周岁") && !is_life || (unit == "年" && is_before_noun && is_bound);
    let is_choice = matches!(unit, "元" | "美元") && behind.starts_with('或');
    // 由580元提高到610元: the first is what it was.
    let former = ["每人每年", "每人每月", "每人", "每年", "每月", "现有的", "目前的"]
        .iter()
        .find_map(|word| before.strip_suffix(word));
    let is_former = former.unwrap_or(before).ends_with(['由', '从'])
        && ["提高", "提升", "增加", "扩大", "降", "下降", "减少", "缩", "压"]
            .iter()
            .any(|word| behind.starts_with(word));
    // 24小时城市书房, 15分钟健身圈: a time in a name.
    let is_in_name = matches!(unit, "小时" | "分钟")
        && !is_bound
        && is_before_noun
        && !before.ends_with(['至', '到', '为', '在', '过', '短']);
    // 500米覆盖率 is measured within so many metres; 100万吨乙烯项目 is named after what it makes.
    let is_distance = matches!(unit, "米" | "公里");
    let is_reach = !is_bound
        && ["覆盖", "服务半径", "半径", "范围", "见绿"].iter().any(|word| behind.starts_with(word));
    // 行政村2公里内公交站点全覆盖.
    let is_within = quantity.measure.bound == Bound::AtMost && is_before_noun;
    let is_in_name = is_in_name
        || (is_distance && (is_reach || is_within))
        || (!is_bound && is_capacity(unit, behind));
    let is_share = at > 0 && is_share_of_place(before);
    // 亿元以上 names no figure to reach.
    let is_bare = quantity.number.words.is_empty();
    let qualifies = is_bare
        || is_former
        || is_in_name
        || is_share
        || is_age
        || is_choice
        || (is_bound
            && is_size
            && (is_before_noun || (is_followed && modifies))
            && !is_money_given(behind))
        || (is_bound && is_before_noun && is_followed && quantity.measure.is_inclusive)
        || (is_bound && unit == "人" && is_before_noun && is_followed);
    if qualifies { TargetRole::Qualifier } else { TargetRole::Target }
}

/// Whether a quantity says how much a thing named right behind it makes or holds.
fn is_capacity(unit: &str, behind: &str) -> bool {
    let name_end = behind.find(|c: char| !matches!(c, '\u{3400}'..='\u{9fff}'));
    let name = &behind[..name_end.unwrap_or(behind.len())];
    let thing = ["项目", "工程", "装置", "生产线", "机组"].iter().find_map(|word| name.find(word));
    matches!(unit, "吨" | "千瓦" | "兆瓦" | "立方米" | "kW" | "MW" | "GW")
        && thing.is_some_and(|at| (1..=8).contains(&name[..at].chars().count()))
}

/// Whether the words before a quantity make it a place's share of what was said before:
/// 其中金坛区3所、溧阳市4所.
fn is_share_of_place(before: &str) -> bool {
    let sentence = before.rfind(['。', '；', ';']).map_or(before, |mark| &before[mark..]);
    let count = |brackets: &[char]| sentence.matches(brackets).count();
    let is_part = sentence.contains("其中") || count(&['（', '(']) > count(&['）', ')']);
    // The run of a list: 其中金坛区3所、溧阳市4所、….
    let run = sentence.rsplit(['，', ',', '（', '(', '；', ';']).next().unwrap_or_default();
    let mut parts = run.rsplit('、').map(|part| part.strip_prefix("其中").unwrap_or(part));
    let own = parts.next().unwrap_or_default();
    let is_place = |part: &str| after_jurisdiction(part) == Some("");
    // 禅城区 and 经开区 end as common words do, but stand behind 顺德区6500个.
    let is_named = |part: &str| {
        let name_end = part.find(|c: char| decimal_digit(c).is_some()).unwrap_or(part.len());
        is_place(&part[..name_end])
    };
    let may_be_place = is_unit_list(own)
        || (own.chars().count() == 3 && own.ends_with(['市', '县', '区', '镇', '乡']));
    is_part && (is_place(own) || (may_be_place && parts.any(is_named)))
}

/// Whether an amount is given for something: 100亿元用于…
fn is_money_given(behind: &str) -> bool {
    ["用于", "支持", "投入"].iter().any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests;
