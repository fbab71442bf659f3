//! The values of each facet, in the order of their codes.

use std::cmp::Reverse;

use model::{LeadRule, Ledger, ProgressState, SectionKind, Theme};

use crate::{Facet, FacetValue, Trait, Wanted};

/// The key of the value of tasks without a theme.
const NO_THEME: &str = "none";

/// The dictionary of a facet; `n_tasks` is still to be filled.
pub(crate) fn values(ledger: &Ledger, facet: Facet) -> Vec<FacetValue> {
    match facet {
        Facet::Year => years(ledger).iter().map(|year| coded(&year.to_string())).collect(),
        Facet::Document => documents(ledger),
        Facet::Region => regions(ledger),
        Facet::Section => SectionKind::ALL.iter().map(|kind| coded(kind.code())).collect(),
        Facet::Theme => themes(ledger),
        Facet::Lead | Facet::Unit => departments(ledger),
        Facet::LeadRule => LeadRule::ALL.iter().map(|rule| coded(rule.code())).collect(),
        Facet::Trait => Trait::ALL.iter().map(|known| coded(known.key())).collect(),
        Facet::Wanted => Wanted::ALL.iter().map(|kind| coded(kind.key())).collect(),
        Facet::Progress => ProgressState::ALL.iter().map(|state| coded(state.code())).collect(),
    }
}

/// The years of the documents, latest first.
pub(crate) fn years(ledger: &Ledger) -> Vec<u16> {
    let mut years: Vec<u16> = ledger.documents.iter().map(|document| document.year).collect();
    years.sort_unstable_by_key(|&year| Reverse(year));
    years.dedup();
    years
}

fn documents(ledger: &Ledger) -> Vec<FacetValue> {
    let value = |document: &model::Document| {
        let name = document.title.as_ref().unwrap_or(&document.key);
        named(&document.key, name, &[])
    };
    ledger.documents.iter().map(value).collect()
}

fn regions(ledger: &Ledger) -> Vec<FacetValue> {
    ledger.regions.iter().map(|region| named(&region.id, &region.name, &region.keys)).collect()
}

/// A name that departments of several places bear says the place: 团市委（平湖市）.
fn departments(ledger: &Ledger) -> Vec<FacetValue> {
    let mut names: Vec<&str> = ledger.departments.iter().map(|unit| &*unit.name).collect();
    names.sort_unstable();
    let bears_several = |name: &str| {
        let first = names.partition_point(|other| *other < name);
        names.get(first + 1) == Some(&name)
    };
    let value = |unit: &model::Department| {
        let region = ledger.regions.get(usize::from(unit.region));
        let name = match region.filter(|_| bears_several(&unit.name)) {
            Some(region) => format!("{}（{}）", unit.name, region.name),
            None => unit.name.clone(),
        };
        named(&unit.id, &name, &unit.keys)
    };
    ledger.departments.iter().map(value).collect()
}

fn themes(ledger: &Ledger) -> Vec<FacetValue> {
    let keys_of = |at: usize| ledger.theme_keys.get(at).map_or(&[][..], Vec::as_slice);
    let value = |(at, theme): (usize, &Theme)| named(theme.code(), "", keys_of(at));
    let mut values: Vec<FacetValue> = Theme::ALL.iter().enumerate().map(value).collect();
    if ledger.tasks.iter().any(|task| task.theme.is_none()) {
        values.push(coded(NO_THEME));
    }
    values
}

/// A value whose words the page keeps.
fn coded(key: &str) -> FacetValue {
    named(key, "", &[])
}

fn named(key: &str, name: &str, keys: &[String]) -> FacetValue {
    FacetValue { key: key.to_owned(), name: name.to_owned(), keys: keys.to_vec(), n_tasks: 0 }
}
