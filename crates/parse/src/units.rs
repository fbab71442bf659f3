//! Reading a cell of responsible units (责任单位): which units it names, and where each stands.
//!
//! Start with [`read_units`], which reads a cell that is known to hold units, and
//! [`leading_unit_paragraphs`], which finds such a cell among loose paragraphs. What a name
//! looks like is in `names`, where one unit ends and the next begins in `parting`. Not decided
//! here: which of the units leads, and which names are the same department.

mod names;
mod parting;

use core::ops::Range;

use model::Passage;

use parting::{Line, MARKS};

pub(crate) use names::after_jurisdiction;
pub(crate) use parting::without_brackets;

/// One unit named in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnitWords {
    /// The words as printed, brackets kept, without the mark and without notes on who leads.
    pub words: Passage,
    /// Whether a mark (`*`, `★`) stands at it, or a note in brackets says that it leads.
    pub is_marked: bool,
}

/// A cell of units, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct UnitList {
    /// The units, in the order printed.
    pub units: Vec<UnitWords>,
    /// Whether two units stood without separator or line break and were parted by rule.
    pub is_unseparated: bool,
    /// Whether the cell itself says that the first unit leads: `(首位单位为牵头单位,下同)`.
    pub first_leads_note: bool,
}

/// The most paragraphs that one cell is broken over.
const MAX_PARAGRAPHS: usize = 24;

/// Reads the units of a cell.
///
/// Units are parted by `、`, commas, semicolons and marks outside brackets; by a line break
/// behind a complete name; and, as a last resort, where the name of another unit with its
/// place begins right behind a complete name (`市防控办市卫生健康委`).
pub(crate) fn read_units(cell: &Passage) -> UnitList {
    let line = Line::of_passage(cell);
    let (parts, is_unseparated) = line.part();
    let mut list = UnitList { is_unseparated, ..UnitList::default() };
    for part in parts {
        read_unit(cell, &line, part, &mut list);
    }
    list
}

/// Whether a whole paragraph is a list of units, or the beginning of one that ends in `、`.
///
/// Layouts without columns tell a cell of units from a task's text by it. A list may end in a
/// full stop only where every name in it is beyond doubt; one that ends in a colon addresses
/// the units (`各县（市、区）人民政府：`) and is none.
pub(crate) fn is_unit_list(text: &str) -> bool {
    if text.trim_end().ends_with(['：', ':']) {
        return false;
    }
    match text.trim_end().strip_suffix('。') {
        Some(sentence) => holds_only(&[sentence], names::is_surely_unit_name),
        None => holds_only(&[text], names::is_unit_name),
    }
}

/// How many of the first `paragraphs`, joined, are a cell of units.
///
/// A cell may be broken within a name (`市卫生`, `健康委`), behind a separator, or between names.
/// Of the ways to join paragraphs the shortest that closes a name is taken, so that a task's
/// text between two cells is never drawn into one long name.
pub(crate) fn leading_unit_paragraphs(paragraphs: &[&str]) -> usize {
    let mut n_taken = 0;
    while let Some(n) = closed_list(&paragraphs[n_taken..]) {
        n_taken += n;
    }
    let is_open = |n: &usize| holds_only(&paragraphs[n_taken..n_taken + n], names::is_unit_name);
    let most = (paragraphs.len() - n_taken).min(MAX_PARAGRAPHS);
    n_taken
        + (1..=most)
            .rev()
            .find(|n| is_open(n) && ends_open(paragraphs[n_taken + n - 1]))
            .unwrap_or(0)
}

/// How many of the first paragraphs make up the shortest list of units that nothing goes on with.
fn closed_list(paragraphs: &[&str]) -> Option<usize> {
    let most = paragraphs.len().min(MAX_PARAGRAPHS);
    (1..=most).find(|n| {
        // 南太湖新区 + 管委会.
        let goes_on = paragraphs.get(*n).is_some_and(|next| names::continues(next.trim()));
        !goes_on
            && !ends_open(paragraphs[n - 1])
            && holds_only(&paragraphs[..*n], names::is_unit_name)
    })
}

/// Whether a paragraph ends in a separator, so that its list goes on in the next.
fn ends_open(paragraph: &str) -> bool {
    paragraph.trim_end().ends_with(['、', '，', ',', '；', ';'])
}

/// Whether text says that the first unit of each list leads: `注：列第一位的为牵头单位。`
pub(crate) fn says_first_leads(text: &str) -> bool {
    let first = [
        "首位",
        "第一位",
        "排名第一",
        "列第一",
        "排第一",
        "排在第一",
        "第一个",
        "首个",
        "居首",
        "第一单位",
    ];
    let lead = ["牵头", "主办单位", "负总责", "总负责"];
    first.iter().any(|words| text.contains(words)) && lead.iter().any(|words| text.contains(words))
}

/// Whether `paragraphs`, joined, hold nothing but names, as `is_name` sees them.
fn holds_only(paragraphs: &[&str], is_name: fn(&str) -> bool) -> bool {
    let line = Line::of_paragraphs(paragraphs);
    let (parts, _) = line.part();
    let mut names = parts.into_iter().map(|part| line.core(part)).peekable();
    names.peek().is_some() && names.all(|name| is_name(&name))
}

/// Adds the unit at `part` of the cell, and what the notes in its brackets say.
fn read_unit(cell: &Passage, line: &Line, part: Range<usize>, list: &mut UnitList) {
    let mut is_marked = cell.text[part.clone()].contains(MARKS);
    let mut name = line.trimmed(part);
    while let Some((note, words)) =
        line.last_brackets(name.clone()).filter(|(note, _)| is_note(note))
    {
        list.first_leads_note |= says_first_leads(note);
        is_marked |= matches!(note, "牵头" | "牵头单位" | "主办" | "总牵头");
        name = words;
    }
    let words = &cell.text[name.clone()];
    if says_first_leads(words) {
        list.first_leads_note = true;
    } else if words.contains(char::is_alphanumeric) {
        list.units.push(UnitWords { words: cell.slice(name.start, name.end), is_marked });
    }
}

/// Whether the words of a bracket say who leads, and are no part of a name.
fn is_note(words: &str) -> bool {
    let signs = ["牵头", "配合", "主办", "协办", "下同", "首位", "列第一", "排名第一"];
    signs.iter().any(|sign| words.contains(sign)) && !names::is_unit_name(words)
}

#[cfg(test)]
mod tests;
