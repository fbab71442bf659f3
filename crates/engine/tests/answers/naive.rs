//! The reference: what a query means, written plainly over the ledger itself.

use std::{cmp::Ordering, collections::BTreeSet};

use engine::{Code, Facet, FacetCounts, Group, GroupKey, GroupRows, Outcome, Query, SortKey};
use model::{
    DepartmentIdx, LeadRule, Ledger, SectionKind, Severity, TargetKind, TargetRole, Task, TaskIdx,
    Theme,
};

/// Answers a query task by task.
pub(crate) fn run(ledger: &Ledger, query: &Query) -> Outcome {
    let mut rows = matching(ledger, query, None);
    rows.sort_by(|&one, &two| compare(ledger, query, one, two));
    let groups = group(ledger, query.group, &mut rows);
    let counts = |facet| {
        let rows = matching(ledger, query, Some(facet));
        let codes: Vec<_> = rows.iter().map(|&row| codes(ledger, facet, row)).collect();
        let count = |code| codes.iter().filter(|codes| codes.contains(&code)).count() as u32;
        FacetCounts { facet, counts: (0..n_values(ledger, facet)).map(count).collect() }
    };
    let numbers: BTreeSet<_> = rows.iter().filter_map(|&row| number(ledger, row)).collect();
    Outcome {
        n_numbers: numbers.len() as u32,
        groups,
        facets: Facet::ALL.into_iter().map(counts).collect(),
        rows,
    }
}

/// The tasks that pass every part of the query but the filter on `ignored`, as printed.
pub(crate) fn matching(ledger: &Ledger, query: &Query, ignored: Option<Facet>) -> Vec<TaskIdx> {
    let passes = |row: TaskIdx| {
        let filters = query.filters.iter().filter(|filter| Some(filter.facet) != ignored);
        let mut filters = filters.map(|filter| (filter, codes(ledger, filter.facet, row)));
        let n_words = query.search.split_whitespace().count();
        let is_of_year = |word: &str| {
            let year = ledger.documents[at(ledger, row).document as usize].year.to_string();
            n_words > 1 && word.trim_end_matches('年') == year
        };
        let is_found = query
            .search
            .split_whitespace()
            .all(|word| is_found(ledger, row, word) || is_of_year(word));
        is_found
            && filters.all(|(filter, codes)| {
                let has = |code: &Code| codes.contains(code);
                (filter.include.is_empty() || filter.include.iter().any(has))
                    && !filter.exclude.iter().any(has)
            })
    };
    let mut rows: Vec<TaskIdx> = (0..ledger.tasks.len() as TaskIdx).collect();
    rows.retain(|&row| passes(row));
    let year = |row: TaskIdx| ledger.documents[at(ledger, row).document as usize].year;
    rows.sort_by_key(|&row| (-i32::from(year(row)), at(ledger, row).document));
    rows
}

fn at(ledger: &Ledger, row: TaskIdx) -> &Task {
    &ledger.tasks[row as usize]
}

/// The codes a task has in a facet.
pub(crate) fn codes(ledger: &Ledger, facet: Facet, row: TaskIdx) -> BTreeSet<Code> {
    let task = at(ledger, row);
    let document = &ledger.documents[task.document as usize];
    let years: BTreeSet<u16> = ledger.documents.iter().map(|document| document.year).collect();
    match facet {
        Facet::Year => [years.iter().filter(|&&year| year > document.year).count() as Code].into(),
        Facet::Document => [task.document.into()].into(),
        Facet::Region => {
            let shares = task.allocations.iter().filter(|share| !share.is_total);
            let shares = shares.filter(|share| share.printed.text != "/");
            shares.map(|share| share.region.into()).chain([document.region.into()]).collect()
        }
        Facet::Section => position(&SectionKind::ALL, |&kind| kind == task.section),
        Facet::Theme => match &task.theme {
            Some(reading) => position(&Theme::ALL, |&theme| theme == reading.theme),
            None => [17].into(),
        },
        Facet::Lead => task.leads().map(Code::from).collect(),
        Facet::Unit => task.leads().chain(task.supports()).map(Code::from).collect(),
        Facet::LeadRule => position(&LeadRule::ALL, |&rule| Some(rule) == task.lead_rule),
        Facet::Trait => {
            let carried = task.lead_carried || task.text_carried || task.heading_carried;
            let inferred = task.lead_rule == Some(LeadRule::InferredFirst)
                || task.allocations.iter().any(|share| share.region_inferred);
            let is_fault = ledger
                .diagnostics
                .iter()
                .any(|found| found.task == Some(row) && found.kind.severity() == Severity::Fault);
            let is_targeted = ledger
                .targets
                .iter()
                .any(|target| target.task == row && target.role == TargetRole::Target);
            let traits = [
                !task.allocations.is_empty(),
                task.status.is_some(),
                carried || inferred,
                is_fault,
                is_targeted,
            ];
            (0..5).filter(|&code| traits[code as usize]).collect()
        }
        Facet::Wanted => {
            let mut printed = row;
            while printed > 0 && at(ledger, printed).text_carried {
                printed -= 1;
            }
            let wanted = ledger
                .targets
                .iter()
                .filter(|target| target.task == printed && target.role == TargetRole::Target);
            let kinds: BTreeSet<Code> = wanted
                .map(|target| match target.kind {
                    TargetKind::Absolute => 0,
                    TargetKind::Growth => 1,
                    TargetKind::Ratio => 2,
                })
                .collect();
            if kinds.is_empty() { [3].into() } else { kinds }
        }
        Facet::Progress => {
            let figures = || ledger.progress.iter().filter(|figure| figure.task == row);
            let state = model::overall(figures().map(|figure| (figure, figure.state)));
            if figures().next().is_none() { [].into() } else { [state as Code].into() }
        }
    }
}

fn position<T>(all: &[T], is_it: impl Fn(&T) -> bool) -> BTreeSet<Code> {
    all.iter().position(is_it).map(|code| code as Code).into_iter().collect()
}

fn n_values(ledger: &Ledger, facet: Facet) -> Code {
    let n = match facet {
        Facet::Year => {
            ledger.documents.iter().map(|document| document.year).collect::<BTreeSet<_>>().len()
        }
        Facet::Document => ledger.documents.len(),
        Facet::Region => ledger.regions.len(),
        Facet::Section => 6,
        Facet::Theme => 17 + usize::from(ledger.tasks.iter().any(|task| task.theme.is_none())),
        Facet::Lead | Facet::Unit => ledger.departments.len(),
        Facet::Wanted => 4,
        Facet::LeadRule | Facet::Trait | Facet::Progress => 5,
    };
    n as Code
}

/// Whether a task has a word, which holds no quotation mark.
fn is_found(ledger: &Ledger, row: TaskIdx, word: &str) -> bool {
    let task = at(ledger, row);
    let word = folded(word);
    let passages = [Some(&task.text), task.heading.as_ref(), task.sub_label.as_ref()];
    let passages = passages.into_iter().chain([task.status.as_ref()]).flatten();
    let mut written: Vec<&str> = passages.map(|passage| passage.text.as_str()).collect();
    written.extend(task.number.as_deref());
    let document = &ledger.documents[task.document as usize];
    let mut keys: Vec<&String> = ledger.regions[document.region as usize].keys.iter().collect();
    if let Some(reading) = &task.theme {
        keys.extend(&ledger.theme_keys[reading.theme as usize]);
    }
    for mention in &task.mentions {
        let department = &ledger.departments[mention.department as usize];
        written.push(&mention.printed);
        written.push(&department.name);
        written.extend(department.forms.iter().map(String::as_str));
        keys.extend(&department.keys);
    }
    let may_be_sound = word.len() >= 2 && word.chars().all(|c| c.is_ascii_lowercase());
    let may_start_id = word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_lowercase());
    written.iter().any(|text| folded(text).contains(&word))
        || (may_be_sound && keys.iter().any(|key| key.starts_with(&word)))
        || (may_start_id && folded(&task.id).starts_with(&word))
}

/// Folds what the tests' texts and searches are made of.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace(char::is_whitespace, "");
    text.replace('（', "(").replace('）', ")").replace(['Ａ', 'ａ'], "a").replace('１', "1")
}

fn number(ledger: &Ledger, row: TaskIdx) -> Option<(u16, SectionKind, String)> {
    let task = at(ledger, row);
    let number = task.parent_number.clone().or(task.number.clone())?;
    Some((task.document, task.section, number))
}

fn compare(ledger: &Ledger, query: &Query, one: TaskIdx, two: TaskIdx) -> Ordering {
    let (one, two) = (at(ledger, one), at(ledger, two));
    let directed = |order: Ordering| if query.sort.is_descending { order.reverse() } else { order };
    match query.sort.by {
        SortKey::Printed => Ordering::Equal,
        SortKey::Units => {
            let n_units = |task: &Task| {
                task.mentions
                    .iter()
                    .map(|mention| mention.department)
                    .collect::<BTreeSet<_>>()
                    .len()
            };
            directed(n_units(one).cmp(&n_units(two)))
        }
        SortKey::Lead => {
            let id =
                |task: &Task| task.leads().next().map(|lead| &ledger.departments[lead as usize].id);
            none_last(id(one), id(two), |one, two| directed(one.cmp(two)))
        }
        SortKey::Total => {
            let total = |task: &Task| {
                let total = task.allocations.iter().find(|share| share.is_total)?;
                total.reading.as_ref().map(|reading| reading.value)
            };
            none_last(total(one), total(two), |one, two| directed(one.total_cmp(two)))
        }
    }
}

fn none_last<T: Copy>(
    one: Option<T>,
    two: Option<T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Ordering {
    match (&one, &two) {
        (Some(one), Some(two)) => compare(one, two),
        _ => one.is_none().cmp(&two.is_none()),
    }
}

/// What a task is grouped by.
pub(crate) fn key(ledger: &Ledger, group: Group, row: TaskIdx) -> GroupKey {
    let task = at(ledger, row);
    match group {
        Group::None => GroupKey::All,
        Group::Section => GroupKey::Section(task.document, task.section),
        Group::Theme => GroupKey::Theme(task.theme.as_ref().map(|reading| reading.theme)),
        Group::Lead => GroupKey::Lead(task.leads().next()),
        Group::Region => GroupKey::Region(ledger.documents[task.document as usize].region),
    }
}

/// Where a group stands: groups are compared by this.
fn place(ledger: &Ledger, key: GroupKey, rows: &[TaskIdx]) -> (i64, i64) {
    let n_led_by = |lead: DepartmentIdx| {
        rows.iter().filter(|&&row| at(ledger, row).leads().next() == Some(lead)).count()
    };
    match key {
        GroupKey::All => (0, 0),
        GroupKey::Section(document, section) => {
            let year = ledger.documents[document as usize].year;
            let is_here = |task: &Task| task.document == document && task.section == section;
            let first = ledger.tasks.iter().position(is_here);
            let first = first.map_or(-1, signed);
            (-i64::from(year), i64::from(document) * 1000 + first)
        }
        GroupKey::Theme(theme) => (theme.map_or(99, |theme| theme as i64), 0),
        GroupKey::Lead(Some(lead)) => (-signed(n_led_by(lead)), i64::from(lead)),
        GroupKey::Lead(None) => (1, 0),
        GroupKey::Region(region) => (region.into(), 0),
    }
}

fn signed(n: usize) -> i64 {
    i64::try_from(n).expect("small ledgers")
}

fn group(ledger: &Ledger, group: Group, rows: &mut [TaskIdx]) -> Vec<GroupRows> {
    let all = rows.to_vec();
    rows.sort_by_key(|&row| place(ledger, key(ledger, group, row), &all));
    let mut groups: Vec<GroupRows> = Vec::new();
    for (start, &row) in rows.iter().enumerate() {
        let key = key(ledger, group, row);
        match groups.last_mut() {
            Some(last) if last.key == key => last.n_rows += 1,
            _ => groups.push(GroupRows { key, start: start as u32, n_rows: 1 }),
        }
    }
    groups
}
