//! Which values of each facet a task has.

use model::{
    Diagnostic, LeadRule, Ledger, RegionIdx, Severity, TargetKind, TargetRole, Task, TaskIdx,
    Theme, Tolerance,
};

use crate::{
    Code, Facet, Trait, Wanted, dictionary,
    standing::Standings,
    table::{BitSet, Column},
};

/// The column of a facet with `n_values` values, its rows in the order of `tasks`.
pub(crate) fn column(ledger: &Ledger, facet: Facet, n_values: u32, tasks: &[TaskIdx]) -> Column {
    let rows = tasks.iter().map(|&task| &ledger.tasks[task as usize]);
    match facet {
        Facet::Year => {
            let codes = year_of_document(ledger);
            Column::one(n_values, rows.map(|task| Some(codes[task.document as usize])))
        }
        Facet::Document => Column::one(n_values, rows.map(|task| Some(task.document.into()))),
        Facet::Region => Column::many(n_values, rows.map(|task| regions(ledger, task))),
        Facet::Section => Column::one(n_values, rows.map(|task| Some(task.section as Code))),
        Facet::Theme => Column::one(n_values, rows.map(|task| Some(theme(task)))),
        Facet::Lead => Column::many(n_values, rows.map(|task| task.leads().map(Code::from))),
        Facet::Unit => Column::many(n_values, rows.map(units)),
        Facet::LeadRule => {
            Column::one(n_values, rows.map(|task| task.lead_rule.map(|rule| rule as Code)))
        }
        Facet::Trait => {
            let (faulty, targeted) = (faulty_tasks(ledger), targeted_tasks(ledger));
            let traits = |&task: &TaskIdx| {
                let found = [faulty.contains(task), targeted.contains(task)];
                traits(&ledger.tasks[task as usize], found)
            };
            Column::many(n_values, tasks.iter().map(traits))
        }
        Facet::Wanted => {
            let wanted = wanted_kinds(ledger);
            Column::many(n_values, tasks.iter().map(|&task| wanted[task as usize].clone()))
        }
        Facet::Progress => Standings::new(ledger, tasks).column(Tolerance::default()),
    }
}

/// The code of each document's year.
fn year_of_document(ledger: &Ledger) -> Vec<Code> {
    let years = dictionary::years(ledger);
    let code = |document: &model::Document| {
        let position = years.iter().position(|&year| year == document.year);
        position.expect("the dictionary holds every document's year") as Code
    };
    ledger.documents.iter().map(code).collect()
}

/// The document's region, and those that have a share.
fn regions<'a>(ledger: &'a Ledger, task: &'a Task) -> impl Iterator<Item = Code> + 'a {
    let own = ledger.documents[task.document as usize].region;
    std::iter::once(own).chain(sharing_regions(task)).map(Code::from)
}

/// The regions to which the allocation table gives a share; `/` gives none.
fn sharing_regions(task: &Task) -> impl Iterator<Item = RegionIdx> {
    let shares = task.allocations.iter().filter(|share| !share.is_total && !share.is_none());
    shares.map(|share| share.region)
}

fn units(task: &Task) -> impl Iterator<Item = Code> {
    task.mentions.iter().map(|mention| mention.department.into())
}

fn theme(task: &Task) -> Code {
    task.theme.as_ref().map_or(Theme::ALL.len() as Code, |reading| reading.theme as Code)
}

fn traits(task: &Task, [is_faulty, is_targeted]: [bool; 2]) -> impl Iterator<Item = Code> {
    let has = move |known: Trait| match known {
        Trait::Allocated => !task.allocations.is_empty(),
        Trait::Reported => task.status.is_some(),
        Trait::Inferred => is_inferred(task),
        Trait::Faulty => is_faulty,
        Trait::Targeted => is_targeted,
    };
    Trait::ALL.into_iter().filter(move |&known| has(known)).map(|known| known as Code)
}

/// Whether a rule inferred something of the task or carried it down from a merged cell.
fn is_inferred(task: &Task) -> bool {
    task.lead_rule == Some(LeadRule::InferredFirst)
        || task.lead_carried
        || task.text_carried
        || task.heading_carried
        || task.allocations.iter().any(|share| share.region_inferred)
}

/// The kinds of quantities that each task is to reach, in the order of the ledger.
fn wanted_kinds(ledger: &Ledger) -> Vec<Vec<Code>> {
    let mut kinds: Vec<Vec<Code>> = vec![Vec::new(); ledger.tasks.len()];
    for target in ledger.targets.iter().filter(|target| target.role == TargetRole::Target) {
        let kind = match target.kind {
            TargetKind::Absolute => Wanted::Absolute,
            TargetKind::Growth => Wanted::Growth,
            TargetKind::Ratio => Wanted::Ratio,
        };
        kinds[target.task as usize].push(kind as Code);
    }
    for at in 0..kinds.len() {
        if ledger.tasks[at].text_carried && at > 0 {
            let above = kinds[at - 1].clone();
            kinds[at] = above;
        } else if kinds[at].is_empty() {
            kinds[at].push(Wanted::Nothing as Code);
        }
    }
    kinds
}

/// The tasks, by their position in the ledger, that a fault of the source concerns.
fn faulty_tasks(ledger: &Ledger) -> BitSet {
    let n_tasks = ledger.tasks.len();
    let is_fault = |found: &&Diagnostic| found.kind.severity() == Severity::Fault;
    let tasks = ledger.diagnostics.iter().filter(is_fault).filter_map(|found| found.task);
    set_of(n_tasks, tasks)
}

/// The tasks, by their position in the ledger, whose text states a quantity to reach.
fn targeted_tasks(ledger: &Ledger) -> BitSet {
    let to_reach = ledger.targets.iter().filter(|target| target.role == TargetRole::Target);
    set_of(ledger.tasks.len(), to_reach.map(|target| target.task))
}

fn set_of(n_tasks: usize, tasks: impl Iterator<Item = TaskIdx>) -> BitSet {
    let mut set = BitSet::empty(n_tasks);
    for task in tasks.filter(|&task| (task as usize) < n_tasks) {
        set.insert(task);
    }
    set
}

#[cfg(test)]
mod tests {
    use model::SectionKind;

    use super::*;

    #[test]
    fn codes_follow_the_order_of_the_lists() {
        assert!(Facet::ALL.iter().enumerate().all(|(code, &facet)| facet as usize == code));
        assert!(Trait::ALL.iter().enumerate().all(|(code, &known)| known as usize == code));
        assert!(SectionKind::ALL.iter().enumerate().all(|(code, &kind)| kind as usize == code));
        assert!(Theme::ALL.iter().enumerate().all(|(code, &theme)| theme as usize == code));
        assert!(LeadRule::ALL.iter().enumerate().all(|(code, &rule)| rule as usize == code));
    }
}
