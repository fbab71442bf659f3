//! The figures of a status text, each with its indicator, period and basis.

use core::ops::Range;

use model::{Basis, Direction, Horizon, Passage, Target, TargetKind, TargetRole};

use super::{
    clauses::{around, clauses, parts, sentences},
    period::{Naming, expectations, namings},
    words::Words,
};
use crate::{numerals::decimal_digit, targets::read_placed};

/// A figure that a status text states.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    /// What it measures; of a figure without words of its own, what the one before measures.
    pub(super) indicator: String,
    /// The bytes of its quantity.
    pub(super) words: Range<usize>,
    /// The bytes of its clause.
    pub(super) clause: Range<usize>,
    /// The bytes of its part of the sentence.
    pub(super) part: Range<usize>,
    pub(super) value: f64,
    pub(super) unit: Option<String>,
    pub(super) kind: TargetKind,
    pub(super) direction: Option<Direction>,
    /// The period that holds for it, where the sentence names one.
    pub(super) period: Option<Naming>,
    pub(super) basis: Basis,
    /// Whether it counts a part of what the figure before counts: 其中….
    pub(super) is_subset: bool,
    /// What it says of its target.
    pub(super) sense: Sense,
}

/// What a figure says of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// What was reached.
    Reached,
    /// How much of the target is reached: 完成率61%, 完成全年目标的61%.
    Completion,
    /// All that there is since ever: 累计, 总数.
    Total,
    /// Of which task the next figure is a share: 已完成130张床位建设任务的80%.
    TaskSize,
}

/// Words that only compare with an earlier time.
const COMPARISONS: [&str; 10] = [
    "较去年同期",
    "比去年同期",
    "比上年同期",
    "比上年末",
    "较上年末",
    "比年初",
    "较年初",
    "比上年",
    "较上年",
    "同比",
];

/// Words that say by which prices or in which scope a change is reckoned.
const RECKONINGS: [&str; 9] = [
    "按可比价格计算",
    "按可比价计算",
    "按不变价格计算",
    "按不变价计算",
    "按可比口径",
    "按可比价格",
    "按可比价",
    "自然口径",
    "同口径",
];

/// Words that make a percentage a share of the target itself.
const COMPLETIONS: [&str; 11] = [
    "任务完成率",
    "目标完成率",
    "完成率",
    "全年目标任务",
    "年度目标任务",
    "全年目标",
    "全年任务",
    "全年计划",
    "年度目标",
    "年度任务",
    "年度计划",
];

/// What a share that follows is a share of.
const TASKS: [&str; 3] = ["任务的", "目标的", "计划的"];

/// Words that name a stock, which no addition can be read from.
const STOCKS: [&str; 3] = ["余额", "累计", "总量"];

/// Reads the figures of a status text, in the order printed.
pub(super) fn facts(status: &Passage) -> Vec<Fact> {
    let text = status.text.as_str();
    let reader = Reader::new(text);
    let (quantities, places) = read_placed(status, 0, Horizon::Annual);
    let mut facts: Vec<Fact> = Vec::new();
    for (quantity, words) in quantities.into_iter().zip(places) {
        if quantity.role == TargetRole::Target {
            let fact = reader.fact(quantity, words, &facts);
            reader.join(&mut facts, fact);
        }
    }
    for at in text.match_indices("持平").map(|(at, _)| at) {
        facts.extend(reader.unchanged(at));
    }
    facts.sort_by_key(|fact| fact.words.start);
    facts
}

/// A text with what its figures depend on.
struct Reader<'a> {
    text: &'a str,
    clauses: Vec<Range<usize>>,
    parts: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    namings: Vec<Naming>,
    expectations: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            clauses: clauses(text),
            parts: parts(text),
            sentences: sentences(text),
            namings: namings(text),
            expectations: expectations(text),
        }
    }

    fn fact(&self, quantity: Target, words: Range<usize>, before: &[Fact]) -> Fact {
        let at = words.start;
        let part = around(&self.parts, at);
        Fact {
            indicator: self.indicator(&quantity, before),
            sense: self.sense(&quantity, &words),
            clause: around(&self.clauses, at),
            value: quantity.value,
            unit: quantity.unit,
            kind: quantity.kind,
            direction: quantity.direction,
            period: self.period(at).cloned(),
            basis: self.basis(at),
            is_subset: self.text[part.start..at].contains("其中"),
            part,
            words,
        }
    }

    /// 同比持平: a change of nothing.
    fn unchanged(&self, at: usize) -> Option<Fact> {
        let clause = around(&self.clauses, at);
        let before = self.text.get(clause.start..at)?;
        let own = before.rfind('、').map_or(before, |mark| &before[mark + '、'.len_utf8()..]);
        let indicator = self.bare(own);
        let fact = Fact {
            indicator,
            words: at..at + "持平".len(),
            part: around(&self.parts, at),
            clause,
            value: 0.0,
            unit: Some("%".to_owned()),
            kind: TargetKind::Growth,
            direction: None,
            period: self.period(at).cloned(),
            basis: self.basis(at),
            is_subset: false,
            sense: Sense::Reached,
        };
        (!Words::of(&fact.indicator).is_bare()).then_some(fact)
    }

    fn sense(&self, quantity: &Target, words: &Range<usize>) -> Sense {
        if is_completion(quantity) || self.is_share_of_task(quantity, words.start) {
            Sense::Completion
        } else if self.names_task(words) {
            Sense::TaskSize
        } else if self.says_total(words.start) {
            Sense::Total
        } else {
            Sense::Reached
        }
    }

    /// Whether a percentage stands right behind 任务的: 完成1.2万亩建设任务的65%.
    fn is_share_of_task(&self, quantity: &Target, at: usize) -> bool {
        let before = &self.text[..at];
        quantity.kind == TargetKind::Ratio && TASKS.iter().any(|word| before.ends_with(word))
    }

    /// Whether the words behind a quantity, up to the next, make it the size of a task.
    fn names_task(&self, words: &Range<usize>) -> bool {
        let clause = around(&self.clauses, words.start);
        let behind = &self.text[words.end..clause.end.max(words.end)];
        // 6家农贸市场中，2家已竣工.
        if behind.ends_with('中') && !behind.ends_with("其中") {
            return true;
        }
        let next = behind.find(|c| decimal_digit(c).is_some());
        next.is_some_and(|next| TASKS.iter().any(|word| behind[..next].ends_with(word)))
    }

    /// Whether a figure's clause speaks of all there is, and of no year.
    fn says_total(&self, at: usize) -> bool {
        let clause = &self.text[around(&self.clauses, at)];
        ["累计", "总数", "有效期内", "历年", "共有", "现有"]
            .iter()
            .any(|word| clause.contains(word))
            && !["今年", "本年", "年内", "新增"].iter().any(|word| clause.contains(word))
    }

    /// The latest period named before a figure in its sentence.
    fn period(&self, at: usize) -> Option<&Naming> {
        let start = around(&self.sentences, at).start;
        let before = |naming: &&Naming| (start..at).contains(&naming.words.start);
        self.namings.iter().rfind(before)
    }

    /// A word that looks ahead holds in its part of the sentence, until a later clause names a
    /// period or says 已.
    fn basis(&self, at: usize) -> Basis {
        let part = around(&self.parts, at);
        let ahead = self.expectations.iter().rfind(|ahead| (part.start..at).contains(*ahead));
        let Some(ahead) = ahead else { return Basis::Actual };
        let later = around(&self.clauses, *ahead).end;
        let is_over = later < at
            && (self.namings.iter().any(|naming| (later..at).contains(&naming.words.start))
                || self.text[later..at].contains('已'));
        if is_over { Basis::Actual } else { Basis::Forecast }
    }

    /// What a figure measures. Without words of its own (…178.5亿元、增长5.1%) it goes on with
    /// the indicator before it; 比年初新增 turns a stock into its addition.
    fn indicator(&self, quantity: &Target, before: &[Fact]) -> String {
        let own = self.bare(&quantity.indicator);
        let is_compared = COMPARISONS.iter().any(|word| quantity.indicator.contains(word));
        let takes_all = quantity.kind == TargetKind::Growth || is_completion(quantity);
        let goes_on = takes_all || is_compared;
        let Some(last) = before.last().filter(|_| goes_on && Words::of(&own).is_bare()) else {
            return own;
        };
        if takes_all {
            return last.indicator.clone();
        }
        let flow = STOCKS.iter().fold(last.indicator.clone(), |text, word| text.replace(word, ""));
        format!("{own}{flow}")
    }

    /// An indicator without periods, comparisons and words that look ahead.
    fn bare(&self, indicator: &str) -> String {
        let mut bare = indicator.to_owned();
        let named = self.namings.iter().map(|naming| &self.text[naming.words.clone()]);
        let others = COMPARISONS
            .into_iter()
            .chain(RECKONINGS)
            .chain(COMPLETIONS)
            .chain(["预计", "力争", "确保"]);
        for word in named.chain(others) {
            bare = bare.replace(word, "");
        }
        let bare = bare.trim_start_matches(['、', '的', '）', ')']).trim_end_matches('、');
        let bare = bare.strip_suffix("实现").or_else(|| bare.strip_suffix("完成")).unwrap_or(bare);
        bare.to_owned()
    }

    /// Adds a fact. Two figures of one clause can belong together: `5亿美元项目2个` counts
    /// projects of a size, and `78座目前已完工29座` states the whole before its part.
    fn join(&self, facts: &mut Vec<Fact>, mut fact: Fact) {
        let whole = facts
            .last()
            .filter(|last| last.clause == fact.clause && last.words.end <= fact.words.start);
        if let Some(last) = whole {
            let between = &self.text[last.words.end..fact.words.start];
            let is_size = matches!(last.unit.as_deref(), Some("元" | "美元"))
                && ["项目", "企业"].iter().any(|noun| between.starts_with(noun));
            let is_part = last.unit == fact.unit
                && fact.value < last.value
                && !between.contains('、')
                && ["目前", "已"].iter().any(|word| between.starts_with(word));
            if is_size || is_part {
                fact.indicator = if is_size {
                    self.bare(&self.text[last.clause.start..fact.words.start])
                } else {
                    last.indicator.clone()
                };
                facts.pop();
            }
        }
        facts.push(fact);
    }
}

/// Whether a percentage says how much of its target is reached.
fn is_completion(quantity: &Target) -> bool {
    quantity.kind == TargetKind::Ratio
        && COMPLETIONS.iter().any(|word| quantity.indicator.contains(word))
}
