//! What of the sources does not fit, by arithmetic: parts against totals, texts against tables,
//! marks without partners.
//!
//! Every finding states both figures and where they stand. Nothing is repaired.

use std::collections::BTreeMap;

use model::{
    Allocation, Bound, Diagnostic, DiagnosticKind, Ledger, SectionKind, Span, Target, TargetKind,
    TargetRole, Task, TaskIdx,
};

use crate::{cross, lines::lines};

/// Finds everything in a ledger's sources that does not fit, in the order of the tasks, then
/// what concerns whole documents.
pub(crate) fn check(ledger: &Ledger) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, task) in ledger.tasks.iter().enumerate() {
        if !is_level(ledger, at as TaskIdx, task) {
            found.extend(check_sum(at as TaskIdx, task));
        }
    }
    for rows in rows_of_one_text(ledger) {
        found.extend(check_text(ledger, &rows));
    }
    found.extend(cross::check(ledger));
    for document in 0..ledger.documents.len() {
        found.extend(check_marks(ledger, document));
    }
    found
}

/// Whether a row's values are levels, which do not add up: counted by something (4批次/千人), points,
/// or the same in half of the columns and in the total.
fn is_level(ledger: &Ledger, at: TaskIdx, task: &Task) -> bool {
    let first = ledger.targets.partition_point(|target| target.task < at);
    let mut targets = ledger.targets[first..]
        .iter()
        .take_while(|target| target.task == at)
        .filter(|target| target.role == TargetRole::Target);
    let only = targets.next().filter(|_| targets.next().is_none());
    let is_rate = only.is_some_and(|target| {
        let unit = target.unit.as_deref().unwrap_or_default();
        unit.contains('/') || unit == "分" || target.indicator.contains('每')
    });
    let value = |cell: &Allocation| cell.reading.as_ref().map(|reading| reading.value);
    let total = task.allocations.iter().find(|cell| cell.is_total).and_then(value);
    let parts: Vec<_> =
        task.allocations.iter().filter(|cell| !cell.is_total).filter_map(value).collect();
    let n_same = parts.iter().filter(|part| Some(**part) == total).count();
    is_rate || (parts.len() > 2 && n_same * 2 > parts.len())
}

/// The parts of an allocation against its total.
///
/// Percentages do not add up and are passed over; where a figure is approximate, one part in a
/// hundred is rounding.
fn check_sum(at: TaskIdx, task: &Task) -> Option<Diagnostic> {
    let total = task.allocations.iter().find(|cell| cell.is_total)?;
    let whole = total.reading.as_ref()?;
    let parts: Vec<&Allocation> =
        task.allocations.iter().filter(|cell| !cell.is_total && !cell.is_none()).collect();
    let readings: Option<Vec<_>> = parts.iter().map(|cell| cell.reading.as_ref()).collect();
    let readings = readings?;
    let is_ratio =
        readings.iter().chain([&whole]).any(|reading| reading.unit.as_deref() == Some("%"));
    if is_ratio || task.allocations.len() < 2 {
        return None;
    }
    let finding = |kind, found, detail| {
        Some(Diagnostic {
            kind,
            document: task.document,
            task: Some(at),
            span: total.printed.span().unwrap_or(task.span),
            detail,
            stated: Some(total.printed.text.clone()),
            found,
        })
    };
    if readings.is_empty() {
        let detail = format!("合计{}，各处均无", total.printed.text);
        return finding(DiagnosticKind::PartsMissing, None, detail);
    }
    let sum: f64 = readings.iter().map(|reading| reading.value).sum();
    let is_rough = readings.iter().chain([&whole]).any(|reading| reading.bound == Bound::About);
    let slack = if is_rough { whole.value.abs() / 100.0 } else { 1e-6 };
    if (sum - whole.value).abs() <= slack {
        return None;
    }
    let printed: Vec<_> = parts.iter().map(|cell| cell.printed.text.as_str()).collect();
    let sum = plain(sum);
    let detail = format!("{}={sum}", printed.join("+"));
    finding(DiagnosticKind::SumMismatch, Some(sum), detail)
}

/// The rows that share one text: a row that prints it and those that carry it down.
fn rows_of_one_text(ledger: &Ledger) -> Vec<Vec<TaskIdx>> {
    let mut groups: Vec<Vec<TaskIdx>> = Vec::new();
    for (at, task) in ledger.tasks.iter().enumerate() {
        match groups.last_mut().filter(|_| task.text_carried) {
            Some(group) => group.push(at as TaskIdx),
            None => groups.push(vec![at as TaskIdx]),
        }
    }
    groups
}

/// A text's quantities against the totals of the table beside it.
///
/// 以上 allows more. A list of the province's projects prints the province's figures in its text
/// and the city's share in its table, so the two are not compared there.
fn check_text(ledger: &Ledger, rows: &[TaskIdx]) -> Vec<Diagnostic> {
    let first = &ledger.tasks[rows[0] as usize];
    if first.section == SectionKind::LivelihoodProvince {
        return Vec::new();
    }
    // Targets stand in the order of their tasks.
    let first_own = ledger.targets.partition_point(|target| target.task < rows[0]);
    let targets: Vec<&Target> = ledger.targets[first_own..]
        .iter()
        .take_while(|target| target.task == rows[0])
        .filter(|target| target.role == TargetRole::Target)
        .filter(|target| !target.indicator.contains('每'))
        .collect();
    let mut totals: BTreeMap<usize, Vec<TaskIdx>> = BTreeMap::new();
    // The place of a row tells what it counts, unless a label says otherwise.
    let is_denied = |(nth, row): (usize, &TaskIdx)| {
        let named = named_target(&ledger.tasks[*row as usize], &targets);
        named.is_some_and(|named| named != nth)
    };
    let by_place = targets.len() == rows.len() && !rows.iter().enumerate().any(is_denied);
    for (nth, row) in rows.iter().enumerate() {
        let task = &ledger.tasks[*row as usize];
        let target = if by_place { Some(nth) } else { target_of_label(task, &targets) };
        if let Some(target) = target {
            totals.entry(target).or_default().push(*row);
        }
    }
    totals
        .into_iter()
        .filter_map(|(target, rows)| compare(ledger, targets[target], &rows))
        .collect()
}

/// The target whose indicator holds a row's label.
fn named_target(row: &Task, targets: &[&Target]) -> Option<usize> {
    let label = bare(&row.sub_label.as_ref()?.text);
    let name = ["数量", "个数", "数"].iter().find_map(|word| label.strip_suffix(word));
    let name = name.unwrap_or(&label);
    targets.iter().position(|target| bare(&target.indicator).contains(name))
}

/// Which of a text's targets a row counts by its label: the one whose indicator holds it, else the
/// one whose indicator ends as it does.
fn target_of_label(row: &Task, targets: &[&Target]) -> Option<usize> {
    let label = bare(&row.sub_label.as_ref()?.text);
    let ends_alike = |target: &&Target| {
        let indicator = bare(&target.indicator);
        let n_same =
            indicator.chars().rev().zip(label.chars().rev()).take_while(|(a, b)| a == b).count();
        n_same >= 2
    };
    named_target(row, targets).or_else(|| targets.iter().position(ends_alike))
}

/// One target against the totals of the rows that count it.
fn compare(ledger: &Ledger, target: &Target, rows: &[TaskIdx]) -> Option<Diagnostic> {
    let totals: Option<Vec<_>> = rows
        .iter()
        .map(|row| ledger.tasks[*row as usize].allocations.iter().find(|cell| cell.is_total))
        .collect();
    let totals = totals?;
    let readings: Option<Vec<_>> = totals.iter().map(|total| total.reading.as_ref()).collect();
    let readings = readings?;
    let is_ratio = readings.iter().any(|reading| reading.unit.as_deref() == Some("%"));
    if is_ratio != (target.kind != TargetKind::Absolute) {
        return None;
    }
    let total: f64 = readings.iter().map(|reading| reading.value).sum();
    let fits = match target.bound {
        Bound::AtLeast => total >= target.value,
        Bound::AtMost => total <= target.value,
        Bound::About => (total - target.value).abs() <= target.value.abs() / 100.0,
        Bound::Exactly => (total - target.value).abs() <= 1e-6,
    };
    if fits {
        return None;
    }
    let first = totals.first()?;
    let found = plain(total);
    Some(Diagnostic {
        kind: DiagnosticKind::TextTableMismatch,
        document: ledger.tasks[rows[0] as usize].document,
        task: Some(rows[0]),
        span: first.printed.span().unwrap_or_default(),
        detail: format!(
            "{} {}，表中 {found}{}",
            target.indicator,
            target.printed.text,
            rounding(target, total)
        ),
        stated: Some(target.printed.text.clone()),
        found: Some(found),
    })
}

/// Says where a figure printed in 万 is the table's figure rounded.
fn rounding(target: &Target, total: f64) -> &'static str {
    let is_scaled = target.printed.text.contains('万');
    let is_near = (total - target.value).abs() < target.value.abs() / 20.0;
    if is_scaled && is_near { "，或为约数" } else { "" }
}

/// Closing marks without an opening one, in every line of a document.
fn check_marks(ledger: &Ledger, document: usize) -> Vec<Diagnostic> {
    const PAIRS: [(char, char); 2] = [('《', '》'), ('“', '”')];
    let mut found = Vec::new();
    for line in lines(&ledger.documents[document].source) {
        for (open, close) in PAIRS {
            let Some(at) = unpaired(line.text, open, close) else { continue };
            let start = line.span.start as usize + at;
            found.push(Diagnostic {
                kind: DiagnosticKind::GarbledText,
                document: document as u16,
                task: task_at(ledger, document, start),
                span: Span::new(start, start + close.len_utf8()),
                detail: around(line.text, at),
                stated: None,
                found: None,
            });
        }
    }
    found
}

/// Where a closing mark stands that nothing opened.
fn unpaired(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

fn task_at(ledger: &Ledger, document: usize, byte: usize) -> Option<TaskIdx> {
    // Tasks stand in the order of their documents.
    let first = ledger.tasks.partition_point(|task| usize::from(task.document) < document);
    let mut own =
        ledger.tasks[first..].iter().take_while(|task| usize::from(task.document) == document);
    let holds = |task: &Task| (task.span.start as usize..task.span.end as usize).contains(&byte);
    own.position(holds).map(|at| (first + at) as TaskIdx)
}

/// The words around a byte, twelve characters on each side.
fn around(text: &str, at: usize) -> String {
    let before: Vec<_> = text[..at].chars().rev().take(12).collect();
    before
        .into_iter()
        .rev()
        .chain(text[at..].chars().take(12))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Words without marks and brackets, for comparing names.
fn bare(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A sum without the noise of binary fractions.
pub(crate) fn plain(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_mark_without_an_opening_one_is_found() {
        assert_eq!(unpaired("分解》和《名单》", '《', '》'), Some("分解".len()));
        assert_eq!(unpaired("《分解》和《名单》", '《', '》'), None);
        assert_eq!(unpaired("攻坚年”“服务年”", '“', '”'), Some("攻坚年".len()));
    }

    #[test]
    fn sums_are_printed_without_noise() {
        assert_eq!(plain(8.1 + 5.5 + 7.6 + 18.0 + 21.0), "60.2");
        assert_eq!(plain(100.0), "100");
    }
}
