//! What the status texts of progress documents say was reached, target by target.
//!
//! [`read_progress`] reads the figures of each status (`facts`) with their periods (`period`),
//! gives each to the target it answers by words and unit (`words`), never by position, and keeps
//! what the text claims of itself (`clauses`). The judgement is [`model::judge`].

mod clauses;
mod facts;
mod period;
mod words;

use core::ops::Range;
use std::collections::BTreeMap;

use model::{
    Achieved, Basis, Bound, Elapsed, Ledger, Passage, Progress, ProgressRule, ProgressState,
    SectionKind, Target, TargetKind, TargetRole, Task, TaskIdx, Tolerance, judge,
};

use clauses::{claims, clauses, is_ahead};
use facts::{Fact, Sense, facts};
use period::namings;
use words::{ENOUGH, Words};

/// Words that say that something stands.
const FINISHED: [&str; 6] = ["建成", "竣工", "完工", "投用", "投入使用", "验收"];

/// An indicator without the words that only say that it stands.
fn without_finished(indicator: &str) -> String {
    FINISHED.iter().fold(indicator.to_owned(), |text, word| text.replace(word, ""))
}

/// A part of what counts a part must be nearly the target's own words.
const ENOUGH_OF_PART: f64 = 0.8;

/// The month at whose end the figures of a list end, where its headings or the names of its columns
/// say it: the first that does.
pub(crate) fn stated_month<'a>(headings: impl IntoIterator<Item = &'a str>) -> Option<u8> {
    headings.into_iter().find_map(period::stated_month)
}

/// Reads the progress of every task of a progress document or with a status of its own; `stated`
/// are the months that documents say of all their figures.
///
/// Rows stand in the order of the tasks, of each task's targets, and of the text.
pub(crate) fn read_progress(ledger: &Ledger, stated: BTreeMap<u16, u8>) -> Vec<Progress> {
    let mut latest = latest_months(ledger);
    latest.extend(stated);
    let mut targets: BTreeMap<TaskIdx, Vec<(u32, &Target)>> = BTreeMap::new();
    for (at, target) in ledger.targets.iter().enumerate() {
        if target.role == TargetRole::Target {
            targets.entry(target.task).or_default().push((at as u32, target));
        }
    }
    let mut rows = Vec::new();
    for (at, task) in ledger.tasks.iter().enumerate() {
        if task.section == SectionKind::Progress || task.status.is_some() {
            let idx = at as TaskIdx;
            let own = targets.get(&idx).map_or(&[][..], Vec::as_slice);
            let latest = latest.get(&task.document).copied();
            rows.extend(read_task(idx, task, own, latest));
        }
    }
    rows
}

/// The month that a figure without a time is taken to end with, for each document: the latest of
/// those that at least a fifth of the periods named in its status texts end with.
fn latest_months(ledger: &Ledger) -> BTreeMap<u16, u8> {
    let mut months: BTreeMap<u16, BTreeMap<u8, usize>> = BTreeMap::new();
    for task in &ledger.tasks {
        let clauses = task.status.iter().flat_map(|status| {
            clauses(&status.text).into_iter().map(|clause| &status.text[clause])
        });
        // What is planned for a month says nothing of when the text was written.
        let named = clauses.filter(|clause| !is_ahead(clause)).flat_map(namings);
        for month in named.filter_map(|naming| naming.end_month) {
            *months.entry(task.document).or_default().entry(month).or_default() += 1;
        }
    }
    let latest = |months: &BTreeMap<u8, usize>| {
        let n_all: usize = months.values().sum();
        months.iter().rev().find(|(_, n)| **n * 5 >= n_all).map(|(month, _)| *month)
    };
    months.iter().filter_map(|(document, months)| Some((*document, latest(months)?))).collect()
}

/// The rows of one task.
fn read_task(
    idx: TaskIdx,
    task: &Task,
    targets: &[(u32, &Target)],
    latest: Option<u8>,
) -> Vec<Progress> {
    let empty = Passage::default();
    let status = task.status.as_ref().unwrap_or(&empty);
    let reading = Reading { idx, task, status, facts: facts(status), latest };
    if targets.is_empty() {
        return reading.without_target();
    }
    let answers = reading.answers(targets);
    let mut rows = Vec::new();
    for (nth, (at, target)) in targets.iter().enumerate() {
        let own = answers.iter().filter(|answer| answer.target == nth);
        let before = rows.len();
        rows.extend(own.map(|answer| {
            let fact = &reading.facts[answer.fact];
            let is_step = reading.is_step(fact);
            reading.row(fact, Some((*at, *target)), is_step)
        }));
        if rows.len() == before {
            rows.push(reading.unanswered(*at, target));
        }
    }
    rows
}

/// One task's status, read.
struct Reading<'a> {
    idx: TaskIdx,
    task: &'a Task,
    status: &'a Passage,
    facts: Vec<Fact>,
    latest: Option<u8>,
}

/// Which target a fact answers, and which part of its list (死亡人数 of 事故起数、死亡人数).
#[derive(Debug, Clone)]
struct Answer {
    fact: usize,
    target: usize,
    part: usize,
    likeness: f64,
}

impl Reading<'_> {
    /// The facts that answer a target, in the order printed: each one target, and each target
    /// one fact for a period and basis, the most alike.
    fn answers(&self, targets: &[(u32, &Target)]) -> Vec<Answer> {
        let wanted: Vec<Vec<Words>> =
            targets.iter().map(|(_, target)| parts_of(&target.indicator)).collect();
        let mut answers: Vec<Answer> = Vec::new();
        for at in 0..self.facts.len() {
            let Some(answer) = self.answer(at, targets, &wanted, &answers) else { continue };
            let rival = answers.iter_mut().find(|other| {
                (other.target, other.part) == (answer.target, answer.part)
                    && self.is_same_time(other.fact, at)
            });
            match rival {
                Some(rival) if self.rank(rival) < self.rank(&answer) => *rival = answer,
                Some(_) => {}
                None => answers.push(answer),
            }
        }
        answers
    }

    /// How well a fact answers: what was only applied for stands behind what was given, what was
    /// only begun behind what was finished.
    fn rank(&self, answer: &Answer) -> f64 {
        if self.is_begun(&self.facts[answer.fact]) {
            return answer.likeness - 1.0;
        }
        let clause = &self.status.text[self.facts[answer.fact].clause.clone()];
        let is_applied_for = ["申报", "上报"].iter().any(|word| clause.contains(word));
        answer.likeness - if is_applied_for { 0.2 } else { 0.0 }
    }

    /// The target that a fact answers best, if any.
    fn answer(
        &self,
        at: usize,
        targets: &[(u32, &Target)],
        wanted: &[Vec<Words>],
        before: &[Answer],
    ) -> Option<Answer> {
        let fact = &self.facts[at];
        let words = self.words_of(fact, targets.len());
        // A part does not answer what its whole has answered, unless that was only begun.
        let whole = before
            .iter()
            .rfind(|other| fact.is_subset && self.facts[other.fact].part == fact.part)
            .filter(|other| !self.is_begun(&self.facts[other.fact]))
            .map(|other| other.target);
        let named = without_finished(&fact.indicator);
        // 竣工14个 says which of 新开工项目25个、竣工项目20个 it answers.
        if words.is_bare() || (targets.len() == 1 && Words::of(&named).is_bare()) {
            return self.only_answer(at, targets, whole);
        }
        let enough = if fact.is_subset { ENOUGH_OF_PART } else { ENOUGH };
        let mut best: Option<Answer> = None;
        for (target, parts) in wanted.iter().enumerate() {
            if whole == Some(target) || !compares(fact, targets[target].1) {
                continue;
            }
            for (part, own) in parts.iter().enumerate() {
                let likeness = words.likeness(own);
                let is_best = best.as_ref().is_none_or(|best| likeness > best.likeness);
                if likeness >= enough && is_best {
                    best = Some(Answer { fact: at, target, part, likeness });
                }
            }
        }
        best
    }

    /// The words of a fact; of several targets, a figure without words of its own answers the one
    /// that the clause before it names: 高标准农田项目已进场施工,完成2600亩.
    fn words_of(&self, fact: &Fact, n_targets: usize) -> Words {
        let own = Words::of(&fact.indicator);
        if let Some(begun) = self.begun_before(fact).filter(|_| n_targets > 1) {
            return Words::of(&begun.indicator);
        }
        if !own.is_bare() || n_targets < 2 {
            return own;
        }
        // 累计培育电商540家,其中今年新增62家.
        let whole = self.facts.iter().rfind(|other| other.words.end <= fact.words.start);
        if let Some(whole) = whole.filter(|whole| fact.is_subset && whole.part == fact.part) {
            return Words::of(&whole.indicator);
        }
        let clauses = clauses(&self.status.text);
        let before = clauses.iter().rfind(|clause| clause.end <= fact.clause.start);
        let before = before.filter(|clause| {
            clause.start >= fact.part.start
                && !self.facts.iter().any(|other| clause.contains(&other.words.start))
        });
        before.map_or(own, |clause| Words::of(&self.status.text[clause.clone()]))
    }

    /// What was begun of the same as a figure that only says what was finished: 老旧小区已开工320个
    /// before 完工214个.
    fn begun_before(&self, fact: &Fact) -> Option<&Fact> {
        let is_bare = Words::of(&without_finished(&fact.indicator)).is_bare();
        self.facts.iter().rfind(|other| {
            is_bare
                && other.clause == fact.clause
                && other.words.end <= fact.words.start
                && other.unit == fact.unit
                && self.is_begun(other)
        })
    }

    /// The target of a figure without words of its own (已完成36公里, 完成率61%): the only one of
    /// the task, where it is measured so.
    fn only_answer(
        &self,
        at: usize,
        targets: &[(u32, &Target)],
        whole: Option<usize>,
    ) -> Option<Answer> {
        let fact = &self.facts[at];
        let [(_, only)] = targets else { return None };
        let is_same = fact.sense == Sense::Completion || fact.unit == only.unit;
        // 5.8% under 增速6%左右 is the growth, though no word says so.
        let is_growth = only.kind == TargetKind::Growth
            && fact.kind == TargetKind::Ratio
            && fact.indicator.is_empty();
        let is_measured = is_growth || compares(fact, only);
        let is_answer = whole.is_none() && is_same && fact.unit.is_some() && is_measured;
        is_answer.then_some(Answer { fact: at, target: 0, part: 0, likeness: ENOUGH })
    }

    fn is_same_time(&self, one: usize, other: usize) -> bool {
        let month = |fact: &Fact| fact.period.as_ref().and_then(|period| period.end_month);
        let (one, other) = (&self.facts[one], &self.facts[other]);
        one.basis == other.basis && month(one) == month(other)
    }

    /// Whether a fact's words tell of a step on the way: its clause, or one right behind it that
    /// only says how far it is.
    fn is_step(&self, fact: &Fact) -> bool {
        const STEPS: [&str; 9] =
            ["初审", "意向", "启动研讨", "招标", "评审", "正在", "在建", "基本完成", "基本已完成"];
        // To be listed is a step, but for a task that is about being listed.
        const LISTINGS: [&str; 4] = ["申报", "上报", "列入", "入围"];
        let text = self.status.text.as_str();
        let clause = &text[fact.clause.clone()];
        let beside = self.beside(fact);
        // What is under way beside what is finished is another figure: 已完工22.3公里、在建18.7公里.
        let is_finished = says(&FINISHED, &text[beside.clone()]);
        let own = if is_finished { &text[beside] } else { &text[fact.clause.start..beside.end] };
        let behind = &text[fact.clause.end..fact.part.end];
        let next = behind.trim_start_matches(['，', ',']);
        let next = &next[..next.find(['，', ',']).unwrap_or(next.len())];
        let next = next.strip_prefix("目前").unwrap_or(next);
        let is_counted = self.facts.iter().any(|other| {
            other.words.start > fact.clause.end
                && other.clause.start <= fact.clause.end + '，'.len_utf8()
        });
        let is_listing = LISTINGS.iter().any(|word| clause.contains(word))
            && !LISTINGS.iter().any(|word| self.task.text.text.contains(word));
        self.is_begun(fact)
            || is_listing
            || STEPS.iter().any(|word| own.contains(word) && !self.task.text.text.contains(word))
            || (!is_counted
                && ["基本完成", "基本已完成", "正在"].iter().any(|word| next.starts_with(word)))
    }

    /// Whether the words beside a figure say that it was begun and not that it was finished:
    /// 18个 and not 9个 of 开工18个、建成9个. A task that is about beginning asks for no more.
    fn is_begun(&self, fact: &Fact) -> bool {
        const BEGUN: [&str; 7] =
            ["开工", "动工", "封顶", "主体结构", "进场施工", "启动建设", "前期"];
        let beside = &self.status.text[self.beside(fact)];
        // 新建 is counted where 新开工建设 is: `words` takes the two for the same.
        let beside = &beside.replace("新开工建设", "");
        says(&BEGUN, beside) && !says(&FINISHED, beside) && !says(&BEGUN, &self.task.text.text)
    }

    /// The words of a fact's clause that no other figure stands before or behind.
    fn beside(&self, fact: &Fact) -> Range<usize> {
        let in_clause = self.facts.iter().filter(|other| other.clause == fact.clause);
        let (mut start, mut end) = (fact.clause.start, fact.clause.end);
        for other in in_clause {
            if other.words.end <= fact.words.start {
                start = start.max(other.words.end);
            } else if other.words.start >= fact.words.end {
                end = end.min(other.words.start);
            }
        }
        // What stands behind a mark belongs to the next figure.
        let end = end.max(fact.words.end);
        let behind = &self.status.text[fact.words.end..end];
        let end = behind.find('、').map_or(end, |mark| fact.words.end + mark);
        start..end
    }

    /// A row for a figure.
    fn row(&self, fact: &Fact, target: Option<(u32, &Target)>, is_step: bool) -> Progress {
        let turned = target.is_some_and(|(_, target)| {
            fact.direction.is_some()
                && target.direction.is_some()
                && fact.direction != target.direction
        });
        let wanted = target.and_then(|(_, target)| target.unit.as_deref());
        let factor = factor(fact.unit.as_deref(), wanted);
        let value = fact.value * factor.unwrap_or(1.0) * if turned { -1.0 } else { 1.0 };
        // Beside the target it is counted in the target's unit.
        let unit = if factor.is_some() { wanted.map(str::to_owned) } else { fact.unit.clone() };
        let row = Progress {
            indicator: fact.indicator.clone(),
            achieved: Some(Achieved { value, unit }),
            printed: self.slice(&fact.words),
            period: self.period(fact),
            basis: fact.basis,
            is_step,
            claim: self.claim(&fact.clause),
            ..self.blank()
        };
        judged(row, target)
    }

    /// The row of a target that no figure answers, with the claim of a clause that names it.
    fn unanswered(&self, at: u32, target: &Target) -> Progress {
        let wanted = Words::of(&target.indicator);
        let clauses = clauses(&self.status.text);
        let mut named = clauses.iter().filter(|clause| {
            Words::of(&self.status.text[(*clause).clone()]).likeness(&wanted) >= ENOUGH
        });
        let claim = named.find_map(|clause| self.claim(clause));
        let row = Progress { indicator: target.indicator.clone(), claim, ..self.blank() };
        judged(row, Some((at, target)))
    }

    /// The rows of a task that states no quantity: the changes that its words ask for without
    /// saying how much, or one row with the text's first claim.
    fn without_target(&self) -> Vec<Progress> {
        let asked: Vec<_> = clauses(&self.task.text.text)
            .into_iter()
            .map(|clause| &self.task.text.text[clause])
            .filter(|clause| ["增长", "下降"].iter().any(|word| clause.contains(word)))
            .map(Words::of)
            .collect();
        let rows: Vec<_> = self
            .facts
            .iter()
            .filter(|fact| fact.kind == TargetKind::Growth)
            .filter(|fact| {
                let words = Words::of(&fact.indicator);
                asked.iter().any(|asked| words.likeness_of_part(asked) >= ENOUGH)
            })
            .map(|fact| self.row(fact, None, false))
            .collect();
        if !rows.is_empty() {
            return rows;
        }
        let clauses = clauses(&self.status.text);
        let claim = clauses.iter().find_map(|clause| self.claim(clause));
        vec![judged(Progress { claim, ..self.blank() }, None)]
    }

    /// A clause by which the document says of itself that something is done or begun.
    fn claim(&self, clause: &Range<usize>) -> Option<Passage> {
        claims(&self.status.text[clause.clone()]).then(|| self.slice(clause))
    }

    /// The period of a fact. Where the text names no month, it is the document's.
    fn period(&self, fact: &Fact) -> Option<Elapsed> {
        let month = fact.period.as_ref().and_then(|period| period.end_month);
        let printed =
            fact.period.as_ref().map(|period| self.slice(&period.words)).unwrap_or_default();
        let end_month = month.or(self.latest)?;
        Some(Elapsed { printed, end_month, is_inferred: month.is_none() })
    }

    fn slice(&self, words: &Range<usize>) -> Passage {
        self.status.slice(words.start, words.end)
    }

    /// A row that says nothing yet.
    fn blank(&self) -> Progress {
        Progress {
            task: self.idx,
            target: None,
            indicator: String::new(),
            achieved: None,
            printed: Passage::default(),
            period: None,
            basis: Basis::Actual,
            is_step: false,
            claim: None,
            ratio: None,
            state: ProgressState::Unquantified,
            rule: ProgressRule::NoTarget,
        }
    }
}

fn says(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// A row with its target, judged with the usual tolerance.
fn judged(mut row: Progress, target: Option<(u32, &Target)>) -> Progress {
    let verdict = judge(&row, target.map(|(_, target)| target), Tolerance::default());
    row.target = target.map(|(at, _)| at);
    row.ratio = verdict.ratio;
    row.state = verdict.state;
    row.rule = verdict.rule;
    row
}

/// What a fact may be named after to answer a target: its whole indicator, or a part of its list.
fn parts_of(indicator: &str) -> Vec<Words> {
    let parts: Vec<_> = indicator.split('、').map(Words::of).collect();
    if parts.len() > 1 && parts.iter().all(|part| !part.is_bare()) {
        return core::iter::once(Words::of(indicator)).chain(parts).collect();
    }
    vec![Words::of(indicator)]
}

/// How many of the second unit one of the first is, where both measure the same.
fn factor(from: Option<&str>, to: Option<&str>) -> Option<f64> {
    match (from?, to?) {
        (from, to) if from == to => Some(1.0),
        ("公顷", "亩") => Some(15.0),
        ("亩", "公顷") => Some(1.0 / 15.0),
        ("米", "公里") => Some(1.0 / 1000.0),
        ("公里", "米") => Some(1000.0),
        ("公顷", "平方公里") => Some(1.0 / 100.0),
        ("平方公里", "公顷") => Some(100.0),
        ("场次", "场") | ("场", "场次") => Some(1.0),
        _ => None,
    }
}

/// Whether a fact measures in the way that a target does.
fn compares(fact: &Fact, target: &Target) -> bool {
    const THINGS: [&str; 7] = ["个", "家", "所", "处", "项", "座", "条"];
    const PEOPLE: [&str; 3] = ["人", "名", "位"];
    let (own, other) = (fact.unit.as_deref(), target.unit.as_deref());
    let both_in = |units: &[&str]| {
        [own, other].iter().all(|unit| unit.is_some_and(|unit| units.contains(&unit)))
    };
    let is_stock = target.bound != Bound::AtMost
        && ["余额", "累计"].iter().any(|word| fact.indicator.contains(word))
        && target.indicator.contains("新增")
        && !fact.indicator.contains("新增");
    // 累计建成2105个 of a goal of 300: what there is since ever, unless a time says otherwise.
    let is_of_ever = fact.sense == Sense::Total
        && fact.period.as_ref().and_then(|period| period.end_month).is_none()
        && fact.value > target.value
        && !["新增", "今年", "年内"].iter().any(|word| fact.indicator.contains(word));
    let is_stock = is_stock || is_of_ever || fact.sense == Sense::TaskSize;
    if fact.sense == Sense::Completion {
        return target.kind == TargetKind::Absolute;
    }
    fact.kind == target.kind
        && (own == other || factor(own, other).is_some() || both_in(&THINGS) || both_in(&PEOPLE))
        && !is_stock
}

#[cfg(test)]
mod tests;
