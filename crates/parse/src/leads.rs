//! Who leads: by mark, by column, by a note, or by inference.

use model::{DiagnosticKind, LeadRule, Passage, Role, Span};

use crate::{
    raw::{Note, RawRow, RawSection, RawUnits, UnitColumn},
    units::{UnitList, read_units},
};

/// The units of one row, each with its role, and the rule that decided.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leads {
    pub(crate) units: Vec<(Passage, Role)>,
    pub(crate) rule: Option<LeadRule>,
    pub(crate) notes: Vec<Note>,
}

/// What a section says about its leads as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeadStyle {
    /// Marks stand in it, so a unit column holds helpers too, whatever its name.
    has_marks: bool,
    /// The document says that the first-named unit leads.
    first_leads: bool,
}

impl LeadStyle {
    /// Looks through the section's units; `first_leads` is what the document says elsewhere.
    pub(crate) fn of(section: &RawSection, first_leads: bool) -> Self {
        let lists: Vec<_> = section
            .rows
            .iter()
            .flat_map(|row| &row.units)
            .map(|units| read_units(&units.cell))
            .collect();
        Self {
            has_marks: lists.iter().flat_map(|list| &list.units).any(|unit| unit.is_marked),
            first_leads: first_leads || lists.iter().any(|list| list.first_leads_note),
        }
    }
}

/// Decides the roles of a row's units.
///
/// A mark decides; then a column or label for leads alone, unless marks stand in the section;
/// one unit alone leads; then the document's note on the first-named; else the first is taken
/// and the reading is marked as inferred.
pub(crate) fn decide(row: &RawRow, style: LeadStyle) -> Leads {
    let lists: Vec<_> = row.units.iter().map(|units| (units, read_units(&units.cell))).collect();
    let mut leads = Leads::default();
    if !row.is_units_carried {
        note_unseparated(&lists, row.span, &mut leads.notes);
    }
    let has_support = lists.iter().any(|(units, _)| units.column == UnitColumn::Support);
    let n_marked =
        lists.iter().flat_map(|(_, list)| &list.units).filter(|unit| unit.is_marked).count();
    let n_units: usize = lists.iter().map(|(_, list)| list.units.len()).sum();
    // 牵头单位：甲；责任单位：乙、丙: where leads have a label of their own, the others help.
    let has = |column| lists.iter().any(|(units, _)| units.column == column);
    let has_lead = has(UnitColumn::Lead) && has(UnitColumn::Any);
    let is_lead_column = has_support
        || (!style.has_marks && has_lead)
        || (!style.has_marks && lists.iter().all(|(u, _)| u.column == UnitColumn::Lead));
    let rule = match n_units {
        0 => return leads,
        _ if n_marked > 0 => LeadRule::Marked,
        _ if is_lead_column => LeadRule::LeadColumn,
        1 => LeadRule::Only,
        _ if style.first_leads => LeadRule::FirstListed,
        _ => LeadRule::InferredFirst,
    };
    leads.rule = Some(rule);
    for (units, list) in lists {
        for unit in list.units {
            let is_first = leads.units.is_empty();
            let is_lead = match rule {
                LeadRule::Marked => unit.is_marked,
                LeadRule::LeadColumn if has_lead => units.column == UnitColumn::Lead,
                LeadRule::LeadColumn => units.column != UnitColumn::Support,
                LeadRule::Only | LeadRule::FirstListed | LeadRule::InferredFirst => is_first,
            };
            leads.units.push((unit.words, if is_lead { Role::Lead } else { Role::Support }));
        }
    }
    let n_leads = leads.units.iter().filter(|(_, role)| *role == Role::Lead).count();
    note_doubts(row, rule, n_leads, &mut leads.notes);
    leads
}

fn note_unseparated(lists: &[(&RawUnits, UnitList)], span: Span, notes: &mut Vec<Note>) {
    for (units, list) in lists {
        if list.is_unseparated {
            notes.push(Note::on(DiagnosticKind::UnseparatedUnits, &units.cell, span));
        }
    }
}

fn note_doubts(row: &RawRow, rule: LeadRule, n_leads: usize, notes: &mut Vec<Note>) {
    let Some(units) = row.units.first() else { return };
    if row.is_units_carried {
        notes.push(Note::on(DiagnosticKind::CarriedCell, &units.cell, row.span));
    } else if rule == LeadRule::InferredFirst {
        notes.push(Note::on(DiagnosticKind::InferredLead, &units.cell, row.span));
    } else if n_leads > 1 {
        notes.push(Note::on(DiagnosticKind::SeveralLeads, &units.cell, row.span));
    }
}
