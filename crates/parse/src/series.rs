//! Series: the same indicator across documents and years, by rules that a person can edit.
//!
//! Start with [`find`]. The rules stand in `seeds/indicators.toml` (`file`): words that name an
//! indicator in a task's text or in a row of an allocation table. `compare` decides which of the
//! points found compare; `candidates` proposes what the rules may lack. A wrong link is worse
//! than none: what no rule recognises stands in no series.

mod candidates;
mod compare;
mod file;

use model::{
    Allocation, Horizon, Ledger, Point, PointSource, Reason, SectionKind, Series, Target,
    TargetRole, Task,
};

use crate::pinyin;

pub use candidates::{Candidate, candidates};
pub(crate) use file::{Indicator, IndicatorsError, from_toml};

use compare::Found;
use file::Rule;

/// The series of a ledger, in the order of the registry.
///
/// Only those with points from two documents or more. A quantity or row stands in one series:
/// the first whose rule fits, rules that compare before those that do not.
pub(crate) fn find(indicators: &[Indicator], ledger: &Ledger) -> Vec<Series> {
    let mut found: Vec<Vec<Found>> = vec![Vec::new(); indicators.len()];
    for target in 0..ledger.targets.len() {
        for (at, point) in points_of_target(indicators, ledger, target) {
            found[at].push(point);
        }
    }
    for task in 0..ledger.tasks.len() {
        if let Some((at, points)) = points_of_row(indicators, ledger, task) {
            found[at].extend(points);
        }
    }
    let series = indicators.iter().zip(found).map(|(indicator, found)| Series {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        name_en: indicator.name_en.clone(),
        keys: pinyin::keys(&indicator.name),
        unit: indicator.unit.clone(),
        kind: indicator.kind,
        points: compare::judge(ledger, found),
    });
    series.filter(|series| has_two_documents(&series.points)).collect()
}

fn has_two_documents(points: &[Point]) -> bool {
    points.first().is_some_and(|first| points.iter().any(|point| point.document != first.document))
}

/// The text as rules compare it: without white space, brackets' width and quotation marks.
fn fold(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !"“”‘’\"'「」《》".contains(*c));
    kept.map(|c| match c {
        '（' => '(',
        '）' => ')',
        'Ⅲ' => '三',
        '～' | '—' | '~' => '-',
        other => other,
    })
    .collect()
}

/// The rules of every indicator, those that compare before those that do not.
fn in_order<'a>(
    indicators: &'a [Indicator],
    rules: impl Fn(&'a Indicator) -> &'a Vec<Rule> + Copy + 'a,
) -> impl Iterator<Item = (usize, &'a Rule)> {
    let all = move |differs: bool| {
        let each = move |(at, indicator)| rules(indicator).iter().map(move |rule| (at, rule));
        indicators
            .iter()
            .enumerate()
            .flat_map(each)
            .filter(move |(_, rule)| rule.differs.is_some() == differs)
    };
    all(false).chain(all(true))
}

/// The indicators that a quantity of a task's text is a value of, mostly one or none.
fn points_of_target(indicators: &[Indicator], ledger: &Ledger, at: usize) -> Vec<(usize, Found)> {
    let target = &ledger.targets[at];
    if target.role != TargetRole::Target {
        return Vec::new();
    }
    let task = &ledger.tasks[target.task as usize];
    let (words, text) = (fold(&target.indicator), text_of_number(ledger, target.task as usize));
    let mut found: Vec<(usize, Found)> = Vec::new();
    for (indicator, rule) in in_order(indicators, |indicator| &indicator.targets) {
        let known = &indicators[indicator];
        let is_held = found.iter().any(|(held, _)| *held == indicator);
        if is_held || !(found.is_empty() || rule.is_shared) {
            continue;
        }
        if rule.fits_target(known, target, &words) && rule.fits_task(task.section, &text) {
            let differs = rule
                .differs
                .or_else(|| (known.is_addition && !adds(task, target)).then_some(Reason::Stock));
            let point = point_of_target(ledger, at, rule);
            found.push((indicator, Found { point, differs }));
            if !rule.is_shared {
                break;
            }
        }
    }
    found
}

fn point_of_target(ledger: &Ledger, at: usize, rule: &Rule) -> Point {
    let target = &ledger.targets[at];
    let task = &ledger.tasks[target.task as usize];
    let document = &ledger.documents[task.document as usize];
    // In a city's share of the province's projects the text tells what the province will do.
    let is_province = task.section == SectionKind::LivelihoodProvince;
    Point {
        task: target.task,
        document: task.document,
        region: (!is_province).then_some(document.region),
        year: document.year,
        horizon: target.horizon,
        source: PointSource::Target(at as u32),
        value: target.value,
        unit: target.unit.clone(),
        bound: target.bound,
        scope: rule.scope.clone(),
        reason: None,
    }
}

/// The indicator that a row of an allocation table counts, with its cells that hold a number.
fn points_of_row(
    indicators: &[Indicator],
    ledger: &Ledger,
    at: usize,
) -> Option<(usize, Vec<Found>)> {
    let task = &ledger.tasks[at];
    if task.allocations.is_empty() {
        return None;
    }
    let (text, whole) = (fold(&task.text.text), text_of_number(ledger, at));
    let label = task.sub_label.as_ref().map(|label| fold(&label.text));
    let (indicator, rule) =
        in_order(indicators, |indicator| &indicator.rows).find(|(_, rule)| {
            rule.fits_words(&text)
                && rule.fits_label(label.as_deref())
                && rule.fits_task(task.section, &whole)
        })?;
    let unit = rule.units.first().unwrap_or(&indicators[indicator].unit);
    let cells = task.allocations.iter().enumerate().filter_map(|(cell, share)| {
        let point = point_of_cell(ledger, at, (cell, share), rule, unit)?;
        Some(Found { point, differs: rule.differs })
    });
    Some((indicator, cells.collect()))
}

fn point_of_cell(
    ledger: &Ledger,
    at: usize,
    (cell, share): (usize, &Allocation),
    rule: &Rule,
    unit: &str,
) -> Option<Point> {
    let reading = share.reading.as_ref()?;
    let task = &ledger.tasks[at];
    Some(Point {
        task: at as u32,
        document: task.document,
        region: Some(share.region),
        year: ledger.documents[task.document as usize].year,
        horizon: horizon(task.section),
        source: PointSource::Allocation(cell as u16),
        value: reading.value,
        unit: reading.unit.clone().or_else(|| Some(unit.to_owned())),
        bound: reading.bound,
        scope: rule.scope.clone(),
        reason: None,
    })
}

/// The text of a task with those of the rows that share its number, which may name what it counts.
fn text_of_number(ledger: &Ledger, at: usize) -> String {
    let task = &ledger.tasks[at];
    let shares = |other: &&Task| {
        task.parent_number.is_some()
            && (other.document, other.section) == (task.document, task.section)
            && other.parent_number == task.parent_number
    };
    let (before, after) = (&ledger.tasks[..at], &ledger.tasks[at + 1..]);
    let others = before.iter().rev().take_while(shares).chain(after.iter().take_while(shares));
    let others = others.filter(|other| !other.text_carried);
    core::iter::once(task).chain(others).map(|task| fold(&task.text.text)).collect()
}

/// By when the tasks of a section are to be done.
fn horizon(section: SectionKind) -> Horizon {
    if section == SectionKind::FiveYear { Horizon::FiveYear } else { Horizon::Annual }
}

/// Whether the sentence of a quantity speaks of something added before it comes to the quantity.
fn adds(task: &Task, target: &Target) -> bool {
    const WORDS: [&str; 8] = ["新增", "净增", "新认定", "新建", "新引进", "引进", "引育", "培育"];
    let start = target.printed.pieces.first().map_or(0, |piece| piece.start);
    let mut head: &str = &task.text.text;
    let mut before = 0;
    for piece in &task.text.pieces {
        if (piece.start..piece.end).contains(&start) {
            head = head.get(..before + (start - piece.start) as usize).unwrap_or(head);
            break;
        }
        before += piece.len();
    }
    let sentence = head.rsplit(['。', '；', ';']).next().unwrap_or(head);
    WORDS.iter().any(|word| sentence.contains(word))
}

impl Rule {
    fn fits_words(&self, words: &str) -> bool {
        let stands = |word: &String| words.contains(word.as_str());
        self.all.iter().all(stands)
            && (self.any.is_empty() || self.any.iter().any(stands))
            && !self.none.iter().any(stands)
    }

    fn fits_target(&self, indicator: &Indicator, target: &Target, words: &str) -> bool {
        let unit = target.unit.as_deref().unwrap_or_default();
        let fits_unit = if self.units.is_empty() {
            unit == indicator.unit
        } else {
            self.units.iter().any(|known| known == unit)
        };
        fits_unit && target.kind == self.kind.unwrap_or(indicator.kind) && self.fits_words(words)
    }

    fn fits_task(&self, section: SectionKind, text: &str) -> bool {
        (self.sections.is_empty() || self.sections.contains(&section))
            && (self.task.is_empty() || self.task.iter().any(|word| text.contains(word.as_str())))
    }

    fn fits_label(&self, label: Option<&str>) -> bool {
        label.is_none_or(|label| self.label.iter().any(|word| label.contains(word.as_str())))
    }
}

#[cfg(test)]
mod tests;
