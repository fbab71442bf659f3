//! Which tasks of other documents say the same: the nearest by wording, and one-to-one pairs.
//!
//! Likeness is measured on the object of a task and not on its figures: texts are cut into
//! pairs of neighbouring signs (Chinese characters, Latin letters), without digits and
//! punctuation; each pair weighs the more the fewer tasks have it (ln(tasks / tasks with
//! it)), so that 完成, 全市 and 建设 count for little; the likeness is the cosine of the two
//! texts. Tasks with values in one series measure the same thing whatever their words, so their
//! likeness is raised half the way to 1.
//!
//! [`THRESHOLD`] was set by reading three pairs of real lists side by side (the reading is the
//! test of `ybz pairs`): 36 of the 38 pairs found are those of the reader, who found 43; what is
//! missed orders other things under the same heading. A wrong pair misleads more than a
//! missing one, so the threshold is on the safe side.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use model::{Ledger, PointSource, Task, TaskIdx};

/// Two tasks at least this alike are taken for the same matter.
pub const THRESHOLD: f64 = 0.3;

/// A pair of signs counts at most so often in one text.
const MOST_REPEATS: f32 = 3.0;

/// What is needed to tell how alike tasks are.
///
/// It is apart from [`crate::Engine`] because only those who compare need it: build it once,
/// when first asked.
#[derive(Debug, Clone)]
pub struct Relatives {
    tasks: Vec<Profile>,
    /// How many pairs of signs there are.
    n_sign_pairs: usize,
}

/// A task as it is compared.
#[derive(Debug, Clone)]
struct Profile {
    document: u16,
    /// Pairs of signs by their number, with their weight; the whole has length 1.
    text: Vec<(u32, f32)>,
    /// The same of the sub-row's label.
    label: Vec<(u32, f32)>,
    /// The series that it has values in, sorted.
    series: Vec<u16>,
    /// The text as it is compared for sameness.
    folded: String,
}

/// A task of another document that says nearly the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relative {
    /// Which task.
    pub task: TaskIdx,
    /// How alike, from [`THRESHOLD`] to 1.
    pub similarity: f64,
    /// Whether anything but punctuation differs.
    pub kinship: Kinship,
}

/// How a task goes on in another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kinship {
    /// 延续: the same words and figures, punctuation aside.
    Same,
    /// 调整: the same matter in other words or with other figures.
    Adjusted,
}

/// Two tasks of two lists that are the same matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The task of the first list.
    pub before: TaskIdx,
    /// The task of the second list.
    pub after: TaskIdx,
    /// How alike, from [`THRESHOLD`] to 1.
    pub similarity: f64,
}

/// What became of one list in another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pairing {
    /// 延续, in the order of the second list.
    pub kept: Vec<Pair>,
    /// 调整, in the order of the second list.
    pub adjusted: Vec<Pair>,
    /// 退出: tasks of the first list that have no pair, in its order.
    pub dropped: Vec<TaskIdx>,
    /// 新增: tasks of the second list that have no pair, in its order.
    pub added: Vec<TaskIdx>,
}

/// The reading of a ledger's tasks, as far as it has come.
///
/// A large ledger is read piece by piece, so that nobody waits for all of it at once.
#[derive(Debug, Clone, Default)]
pub struct RelativesReading {
    /// The pairs of signs met so far, by number.
    numbers: BTreeMap<[char; 2], u32>,
    /// How many texts have each pair.
    n_with: Vec<u32>,
    /// The tasks counted so far: the pairs of the text, those of the label.
    counted: Vec<(Counts, Counts)>,
    /// The tasks weighed so far, once all are counted.
    weighed: Vec<Profile>,
}

/// The pairing of two lists, as far as it has come.
///
/// Every task of the one is compared with every task of the other, which takes long where both
/// are long. Each asks for the one most alike among those that hold nobody more alike, and who
/// loses it so asks again: in the end the most alike are paired, as if all pairs had been sorted,
/// without keeping them.
#[derive(Debug, Clone)]
pub struct PairingReading {
    before: Vec<TaskIdx>,
    after: Vec<TaskIdx>,
    /// The second list by pairs of signs, once it has been read.
    postings: Option<Postings>,
    /// How many of the first list have asked.
    n_compared: usize,
    /// The task of the first list that has lost its pair, and asks again.
    displaced: Option<TaskIdx>,
    /// What each task of the second list holds.
    held: Vec<Option<Near>>,
}

impl PairingReading {
    /// The lists; nothing is compared yet.
    pub fn new(before: Vec<TaskIdx>, after: Vec<TaskIdx>) -> Self {
        let held = vec![None; after.len()];
        Self { before, after, postings: None, n_compared: 0, displaced: None, held }
    }

    /// How many tasks of the first list have been compared with all of the second.
    pub const fn n_compared(&self) -> usize {
        self.n_compared
    }

    /// Compares `n` pairs of tasks more, or so many as finish a task of the first list. Once all
    /// are compared, what became of the first list in the second.
    pub fn go_on(&mut self, relatives: &Relatives, n: usize) -> Option<Pairing> {
        for _ in 0..(n / self.after.len().max(1)).max(1) {
            let Some(one) = self.next() else { return Some(self.pairing(relatives)) };
            self.ask(relatives, one);
        }
        None
    }

    /// Who asks next.
    fn next(&mut self) -> Option<TaskIdx> {
        self.displaced.take().or_else(|| {
            let next = self.before.get(self.n_compared).copied();
            self.n_compared += usize::from(next.is_some());
            next
        })
    }

    /// Pairs a task of the first list with the one most alike that holds nobody more alike.
    fn ask(&mut self, relatives: &Relatives, one: TaskIdx) {
        let Self { after, postings, held, .. } = self;
        let postings = postings.get_or_insert_with(|| relatives.postings(after));
        let products = postings.products(&relatives.profile(one).text);
        let mut best: Option<(usize, Near)> = None;
        for (at, product) in products.into_iter().enumerate() {
            let Some(near) = relatives.near(one, product, after[at]) else { continue };
            let is_better = |other: &Near| Near::best_first(&near, other).is_lt();
            let is_best = best.as_ref().is_none_or(|(_, best)| is_better(best));
            if is_best && held[at].as_ref().is_none_or(is_better) {
                best = Some((at, near));
            }
        }
        if let Some((at, near)) = best {
            self.displaced = self.held[at].replace(near).map(|lost| lost.before);
        }
    }

    /// What became of the first list in the second, once nobody asks.
    fn pairing(&self, relatives: &Relatives) -> Pairing {
        let mut pairing = Pairing::default();
        let mut paired: Vec<TaskIdx> = Vec::new();
        for (&after, near) in self.after.iter().zip(&self.held) {
            let Some(near) = near else {
                pairing.added.push(after);
                continue;
            };
            let pair = Pair { before: near.before, after, similarity: near.similarity };
            match relatives.kinship(pair.before, after) {
                Kinship::Same => pairing.kept.push(pair),
                Kinship::Adjusted => pairing.adjusted.push(pair),
            }
            paired.push(pair.before);
        }
        paired.sort_unstable();
        let is_paired = |one: &TaskIdx| paired.binary_search(one).is_ok();
        pairing.dropped = self.before.iter().copied().filter(|one| !is_paired(one)).collect();
        pairing
    }
}

/// Which texts of a list have each pair of signs, and with what weight.
#[derive(Debug, Clone)]
struct Postings {
    n_texts: usize,
    /// The texts with pair `p` stand at `starts[p]..starts[p + 1]`, in order.
    starts: Vec<u32>,
    texts: Vec<(u32, f32)>,
}

impl Postings {
    /// The products of a vector with that of each text.
    fn products(&self, one: &[(u32, f32)]) -> Vec<f32> {
        let mut products = vec![0.0; self.n_texts];
        for (number, weight) in one {
            let [start, end] = [0, 1].map(|next| self.starts[*number as usize + next] as usize);
            for (text, other) in &self.texts[start..end] {
                products[*text as usize] += weight * other;
            }
        }
        products
    }
}

/// Pairs of signs by their number, sorted, each with how often it stands there.
type Counts = Vec<(u32, f32)>;

impl RelativesReading {
    /// Reads `n` tasks more of the ledger, each of which is met twice: counted, then weighed.
    /// Once all are read, what is needed to tell how alike they are.
    pub fn go_on(&mut self, ledger: &Ledger, n: usize) -> Option<Relatives> {
        let n_counted = self.counted.len();
        let end = ledger.tasks.len().min(n_counted + n);
        ledger.tasks[n_counted..end].iter().for_each(|task| self.count(task));
        if end < ledger.tasks.len() {
            return None;
        }
        let n_left = n - (end - n_counted);
        let n_weighed = self.weighed.len();
        let end = ledger.tasks.len().min(n_weighed + n_left);
        for at in n_weighed..end {
            self.weigh(at, ledger);
        }
        (end == ledger.tasks.len()).then(|| {
            let Self { numbers, weighed: mut tasks, .. } = core::mem::take(self);
            mark_series(&mut tasks, ledger);
            Relatives { tasks, n_sign_pairs: numbers.len() }
        })
    }

    fn count(&mut self, task: &Task) {
        let text = counted(&task.text.text, &mut self.numbers);
        let label = counted(label(task), &mut self.numbers);
        self.n_with.resize(self.numbers.len(), 0);
        for (number, _) in &text {
            self.n_with[*number as usize] += 1;
        }
        self.counted.push((text, label));
    }

    fn weigh(&mut self, at: usize, ledger: &Ledger) {
        let rarity = |number: u32| {
            let share = ledger.tasks.len() as f32 / self.n_with[number as usize].max(1) as f32;
            share.ln()
        };
        let task = &ledger.tasks[at];
        let (text, label) = core::mem::take(&mut self.counted[at]);
        self.weighed.push(Profile {
            document: task.document,
            text: weighed(text, rarity),
            label: weighed(label, rarity),
            series: Vec::new(),
            folded: task.text.text.chars().filter(|sign| sign.is_alphanumeric()).collect(),
        });
    }
}

/// Notes the series that each task has values in.
fn mark_series(tasks: &mut [Profile], ledger: &Ledger) {
    for (at, series) in ledger.series.iter().enumerate() {
        // A row with a label counts one part of its text, so its own cells tell what it is.
        let counts = |point: &&model::Point| {
            ledger.tasks[point.task as usize].sub_label.is_none()
                || matches!(point.source, PointSource::Allocation(_))
        };
        for point in series.points.iter().filter(counts) {
            let own = &mut tasks[point.task as usize].series;
            if own.last() != Some(&(at as u16)) {
                own.push(at as u16);
            }
        }
    }
}

impl Relatives {
    /// Reads every task of the ledger at once.
    ///
    /// # Panics
    ///
    /// When a series names a task that the ledger does not hold.
    pub fn new(ledger: &Ledger) -> Self {
        let whole = RelativesReading::default().go_on(ledger, 2 * ledger.tasks.len());
        whole.unwrap_or(Self { tasks: Vec::new(), n_sign_pairs: 0 })
    }

    /// The nearest tasks of other documents, at most `n`, most alike first; ties stand in the
    /// ledger's order. None of them is less alike than [`THRESHOLD`].
    pub fn of(&self, task: TaskIdx, n: usize) -> Vec<Relative> {
        let document = self.profile(task).document;
        let others = (0..self.tasks.len() as TaskIdx)
            .filter(|other| self.profile(*other).document != document);
        let weights = self.weights(task);
        let near = |other| {
            let shared = self.profile(other).text.iter();
            let product = shared.map(|(number, weight)| weights[*number as usize] * weight).sum();
            self.near(task, product, other)
        };
        let mut found: Vec<Near> = others.filter_map(near).collect();
        found.sort_by(Near::best_first);
        found.truncate(n);
        found
            .iter()
            .map(|near| Relative {
                task: near.after,
                similarity: near.similarity,
                kinship: self.kinship(near.before, near.after),
            })
            .collect()
    }

    /// What became of the tasks `before` in the tasks `after`: each has one pair at most, the
    /// most alike are paired first, and what tells rows of one number apart is their label.
    pub fn pair(&self, before: &[TaskIdx], after: &[TaskIdx]) -> Pairing {
        PairingReading::new(before.to_vec(), after.to_vec())
            .go_on(self, usize::MAX)
            .unwrap_or_default()
    }

    fn profile(&self, task: TaskIdx) -> &Profile {
        &self.tasks[task as usize]
    }

    fn kinship(&self, before: TaskIdx, after: TaskIdx) -> Kinship {
        if self.profile(before).folded == self.profile(after).folded {
            Kinship::Same
        } else {
            Kinship::Adjusted
        }
    }

    /// The weight of every pair of signs in a task's text, for many products with it.
    fn weights(&self, task: TaskIdx) -> Vec<f32> {
        let mut weights = vec![0.0; self.n_sign_pairs];
        for (number, weight) in &self.profile(task).text {
            weights[*number as usize] = *weight;
        }
        weights
    }

    /// These tasks' texts by pairs of signs.
    fn postings(&self, tasks: &[TaskIdx]) -> Postings {
        let texts = || (0_u32..).zip(tasks).map(|(at, task)| (at, &self.profile(*task).text));
        let mut starts = vec![0; self.n_sign_pairs + 1];
        for (number, _) in texts().flat_map(|(_, text)| text) {
            starts[*number as usize + 1] += 1;
        }
        for pair in 0..self.n_sign_pairs {
            starts[pair + 1] += starts[pair];
        }
        let mut next = starts.clone();
        let mut posted = vec![(0, 0.0); starts[self.n_sign_pairs] as usize];
        for (at, text) in texts() {
            for (number, weight) in text {
                let next = &mut next[*number as usize];
                posted[*next as usize] = (at, *weight);
                *next += 1;
            }
        }
        Postings { n_texts: tasks.len(), starts, texts: posted }
    }

    /// How alike two tasks are, of whose texts this is the product; `None` below the threshold.
    fn near(&self, before: TaskIdx, product: f32, after: TaskIdx) -> Option<Near> {
        let one = self.profile(before);
        let mut similarity = f64::from(product);
        // Most pairs end here, before the other task is read from memory.
        if similarity < THRESHOLD && one.series.is_empty() {
            return None;
        }
        let other = self.profile(after);
        if have_common(&one.series, &other.series) {
            similarity = f64::midpoint(1.0, similarity);
        }
        (similarity >= THRESHOLD).then(|| Near {
            before,
            after,
            similarity: similarity.min(1.0),
            by_label: self::product(&one.label, &other.label),
        })
    }
}

/// Two tasks that are alike enough.
#[derive(Debug, Clone, Copy)]
struct Near {
    before: TaskIdx,
    after: TaskIdx,
    similarity: f64,
    by_label: f32,
}

impl Near {
    fn best_first(one: &Self, other: &Self) -> Ordering {
        other
            .similarity
            .total_cmp(&one.similarity)
            .then_with(|| other.by_label.total_cmp(&one.by_label))
            .then_with(|| (one.before, one.after).cmp(&(other.before, other.after)))
    }
}

fn label(task: &Task) -> &str {
    task.sub_label.as_ref().map_or("", |label| &label.text)
}

/// Each pair of signs in a text with how often it stands there, sorted; `numbers` names pairs.
fn counted(text: &str, numbers: &mut BTreeMap<[char; 2], u32>) -> Counts {
    let mut counts: BTreeMap<u32, f32> = BTreeMap::new();
    let mut last = None;
    for sign in text.chars() {
        let letter = (sign.is_alphabetic()).then(|| sign.to_ascii_lowercase());
        if let (Some(one), Some(other)) = (last, letter) {
            let next = numbers.len() as u32;
            *counts.entry(*numbers.entry([one, other]).or_insert(next)).or_default() += 1.0;
        }
        last = letter;
    }
    counts.into_iter().collect()
}

/// The counts times the pairs' rarity, as a vector of length 1 (or empty).
fn weighed(counts: Counts, rarity: impl Fn(u32) -> f32) -> Counts {
    let mut weights: Vec<(u32, f32)> = counts
        .into_iter()
        .map(|(number, count)| (number, count.min(MOST_REPEATS) * rarity(number)))
        .collect();
    let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut weights {
            *weight /= length;
        }
    }
    weights
}

/// The product of two sorted vectors.
fn product(one: &[(u32, f32)], other: &[(u32, f32)]) -> f32 {
    let (mut sum, mut i, mut j) = (0.0, 0, 0);
    while let (Some((a, x)), Some((b, y))) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                sum += x * y;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

fn have_common(one: &[u16], other: &[u16]) -> bool {
    one.iter().any(|series| other.contains(series))
}
