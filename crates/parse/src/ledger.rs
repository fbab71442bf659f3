//! Documents to a ledger: names resolved, roles decided, shares read.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Allocation, Diagnostic, DiagnosticKind, Document, DocumentIdx, Horizon, Ledger, Level, Mention,
    Passage, Reading, RegionIdx, Role, Section, SectionKind, Task, TaskIdx, Theme,
};

use crate::{
    checks::check,
    counterparts,
    document::{self, ReadDocument},
    leads::{self, LeadStyle, Leads},
    lines::lines,
    names::{Departments, Regions},
    numbering::{Numbering, full_ids, note_gaps, number_rows},
    pinyin,
    progress::{read_progress, stated_month},
    raw::{Note, RawRow, RawSection},
    registry::{Hints, Registry},
    sections::section_kind,
    series,
    targets::read_targets,
    unit_labels,
    units::says_first_leads,
    value::{CellValue, measured, read_cell},
};

/// A document to read: its text, and what the text does not print.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// What a person says of it.
    pub hints: Hints,
    /// The text, byte for byte.
    pub text: String,
}

/// Reads documents into one ledger, in the order given.
///
/// It always returns: what cannot be read gives less value and more diagnostics.
pub fn read_ledger(registry: &Registry, sources: Vec<Source>) -> Ledger {
    let mut builder = Builder::new(registry);
    for source in sources {
        let read = document::read(&source.text, &source.hints);
        builder.push(read, source.text);
    }
    builder.finish()
}

struct Builder<'a> {
    registry: &'a Registry,
    ledger: Ledger,
    regions: Regions<'a>,
    departments: Departments,
    taken_ids: BTreeSet<String>,
    /// The months with which documents say that their figures end.
    stated_months: BTreeMap<DocumentIdx, u8>,
}

/// What every row of a section needs to know.
struct Context {
    document: DocumentIdx,
    region: RegionIdx,
    level: Level,
    kind: SectionKind,
    style: LeadStyle,
    columns: Vec<Column>,
}

/// A value column: whose share it holds.
struct Column {
    region: RegionIdx,
    is_total: bool,
    is_inferred: bool,
}

impl<'a> Builder<'a> {
    fn new(registry: &'a Registry) -> Self {
        Self {
            registry,
            ledger: Ledger::default(),
            regions: Regions::new(&registry.cities),
            departments: Departments::default(),
            taken_ids: BTreeSet::new(),
            stated_months: BTreeMap::new(),
        }
    }

    fn push(&mut self, read: ReadDocument, source: String) {
        let document = self.ledger.documents.len() as DocumentIdx;
        let name = read.region.clone().unwrap_or_else(|| read.key.clone());
        let region = self.regions.of_document(&name);
        let level = read.level.unwrap_or(Level::City);
        // A city of the registry's districts (平湖市) is of county level.
        let level = if read.front.level == Some(level) && self.regions.is_district(&name) {
            Level::County
        } else {
            level
        };
        let headers = read.raw.sections.iter().filter_map(|section| section.header);
        let titles = read.raw.sections.iter().flat_map(|section| section.titles.iter().rev());
        let headings = headers
            .map(|span| &source[span.start as usize..span.end as usize])
            .chain(titles.map(|title| &*title.text))
            .chain(read.front.title.as_deref());
        self.stated_months.extend(stated_month(headings).map(|month| (document, month)));
        let first_leads = lines(&source).iter().any(|line| says_first_leads(line.text));
        let title = read.front.title.clone();
        self.ledger.documents.push(Document {
            key: read.key.clone(),
            title: read.front.title,
            issuer: read.front.issuer,
            number: read.front.number,
            date_written: read.front.date_written,
            date_published: read.front.date_published,
            level,
            region,
            year: read.year.unwrap_or(0),
            sections: Vec::new(),
            source,
        });
        self.note_all(document, None, read.raw.notes);
        let kinds = read.raw.sections.into_iter().map(|section| {
            let kind = section_kind(&section, title.as_deref(), level);
            (kind, section)
        });
        for (kind, mut section) in joined_under_headings(kinds) {
            section.rows.iter_mut().for_each(unit_labels::part);
            let style = LeadStyle::of(&section, first_leads);
            let columns = self.columns(&section, region);
            let context = Context { document, region, level, kind, style, columns };
            self.push_section(&context, section);
        }
    }

    fn push_section(&mut self, context: &Context, mut section: RawSection) {
        note_gaps(&mut section.rows);
        let numbering = number_rows(&section);
        let key = self.ledger.documents[context.document as usize].key.clone();
        let ids = full_ids(&key, context.kind, &numbering, &mut self.taken_ids);
        let n_tasks = section.rows.len() as u32;
        let n_numbers = numbering.iter().filter(|row| row.number.is_some()).count() as u32;
        let title = section.titles.last().map(|title| title.text.clone());
        let rows = section.rows.into_iter().zip(numbering).zip(ids);
        for ((row, numbering), id) in rows {
            self.push_row(context, row, numbering, id);
        }
        let sections = &mut self.ledger.documents[context.document as usize].sections;
        sections.push(Section { kind: context.kind, title, n_numbers, n_tasks });
    }

    fn push_row(&mut self, context: &Context, row: RawRow, numbering: Numbering, id: String) {
        let task = self.ledger.tasks.len() as TaskIdx;
        let Leads { units, rule, notes } = leads::decide(&row, context.style);
        let mentions = self.mentions(context, units);
        let mut notes: Vec<_> = row.notes.iter().cloned().chain(notes).collect();
        note_number(&row, &mut notes);
        let allocations = allocations(context, &row, &mut notes);
        let lead_names: Vec<_> = mentions
            .iter()
            .filter(|mention| mention.role == Role::Lead)
            .map(|mention| self.departments.name(mention.department))
            .collect();
        let theme = self.registry.themes.classify(
            &row.text.text,
            row.heading.as_ref().map(|heading| heading.text.as_str()),
            row.sub_label.as_ref().map(|label| label.text.as_str()),
            &lead_names,
        );
        self.note_all(context.document, Some(task), notes);
        if !row.is_text_carried {
            let horizon = if context.kind == SectionKind::FiveYear {
                Horizon::FiveYear
            } else {
                Horizon::Annual
            };
            self.ledger.targets.extend(read_targets(&row.text, task, horizon));
        }
        self.ledger.tasks.push(Task {
            id,
            document: context.document,
            section: context.kind,
            number: numbering.number,
            parent_number: numbering.parent,
            sub: numbering.sub,
            heading: row.heading,
            heading_carried: row.is_heading_carried,
            text: row.text,
            text_carried: row.is_text_carried,
            sub_label: row.sub_label,
            mentions,
            lead_rule: rule,
            lead_carried: row.is_units_carried,
            status: row.status,
            theme,
            allocations,
            span: row.span,
        });
    }

    fn mentions(&mut self, context: &Context, units: Vec<(Passage, Role)>) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::with_capacity(units.len());
        for (words, role) in units {
            let department = self.departments.resolve(
                &words.text,
                context.level,
                context.region,
                &mut self.regions,
            );
            if !mentions
                .iter()
                .any(|mention| mention.department == department && mention.role == role)
            {
                mentions.push(Mention {
                    department,
                    role,
                    printed: words.text,
                    spans: words.pieces,
                });
            }
        }
        mentions
    }

    /// Whose share each value column holds. Lost names are taken from the usual order of the
    /// place's tables, where as many are missing there as here.
    fn columns(&mut self, section: &RawSection, region: RegionIdx) -> Vec<Column> {
        let names: Vec<_> = section
            .columns
            .iter()
            .map(|name| name.as_ref().map(|name| name.text.as_str()))
            .collect();
        let found = self.regions.of_columns(&names, region);
        found
            .into_iter()
            .zip(&names)
            .map(|((column, is_total), name)| {
                let is_lost = name.is_none_or(str::is_empty);
                Column { region: column, is_total, is_inferred: is_lost && !is_total }
            })
            .collect()
    }

    fn note_all(&mut self, document: DocumentIdx, task: Option<TaskIdx>, notes: Vec<Note>) {
        // Words that a table repeats in cell after cell of one row are one finding.
        let mut merged: Vec<Note> = Vec::new();
        for note in notes {
            match merged.last_mut() {
                Some(last)
                    if (last.kind, note.kind)
                        == (DiagnosticKind::ExtraWords, DiagnosticKind::ExtraWords)
                        && last.detail == note.detail
                        && last.span.end <= note.span.start =>
                {
                    last.span.end = note.span.end;
                }
                _ => merged.push(note),
            }
        }
        let diagnostics = merged.into_iter().map(|Note { kind, span, detail }| Diagnostic {
            stated: None,
            found: None,
            kind,
            document,
            task,
            span,
            detail,
        });
        self.ledger.diagnostics.extend(diagnostics);
    }

    fn finish(mut self) -> Ledger {
        self.ledger.departments = self.departments.finish(self.regions.regions());
        let counterparts =
            counterparts::find(&self.ledger.departments, |region| self.regions.city_region(region));
        for (department, counterpart) in self.ledger.departments.iter_mut().zip(counterparts) {
            department.city_counterpart = counterpart;
        }
        self.ledger.regions = self.regions.finish();
        self.ledger.progress = read_progress(&self.ledger, self.stated_months);
        self.ledger.series = series::find(&self.registry.indicators, &self.ledger);
        let found = check(&self.ledger);
        self.ledger.diagnostics.extend(found);
        self.ledger
            .diagnostics
            .sort_by_key(|found| (found.document, found.task.is_none(), found.task, found.kind));
        self.ledger.theme_keys =
            Theme::ALL.iter().map(|theme| pinyin::keys(theme.name())).collect();
        self.ledger
    }
}

/// Joins the lists of one kind that only headings part: 一、主要目标 and 二、主要任务 of one year's
/// work, each under a header of its own. The headings become those of their rows.
fn joined_under_headings(
    sections: impl Iterator<Item = (SectionKind, RawSection)>,
) -> Vec<(SectionKind, RawSection)> {
    let names = |section: &RawSection| -> Vec<Option<String>> {
        section.columns.iter().map(|name| name.as_ref().map(|name| name.text.clone())).collect()
    };
    let mut joined: Vec<(SectionKind, RawSection)> = Vec::new();
    for (kind, mut section) in sections {
        let goes_on = joined.last().is_some_and(|(last_kind, last)| {
            let outer = last.titles.first();
            *last_kind == kind
                && outer == section.titles.first()
                && section.titles.len() == 2
                && names(last) == names(&section)
                && last.rows.iter().all(|row| row.heading.is_some() || last.titles.len() == 2)
        });
        match joined.last_mut().filter(|_| goes_on) {
            Some((_, last)) => {
                head_rows(last);
                head_rows(&mut section);
                last.furniture.extend(section.header);
                last.rows.extend(section.rows);
                last.end = section.end;
            }
            None => joined.push((kind, section)),
        }
    }
    joined
}

/// Makes the inner title of a list the heading of its rows.
fn head_rows(section: &mut RawSection) {
    if section.titles.len() < 2 {
        return;
    }
    let Some(title) = section.titles.pop() else { return };
    for row in section.rows.iter_mut().filter(|row| row.heading.is_none()) {
        row.heading = Some(title.clone());
        row.is_heading_carried = true;
    }
}

/// Notes a row that prints no number though it prints a text of its own.
fn note_number(row: &RawRow, notes: &mut Vec<Note>) {
    if row.number.is_none() && !row.is_text_carried {
        notes.push(Note::on(DiagnosticKind::UnnumberedRow, &row.text, row.span));
    }
}

/// The shares of one row. Where one cell is merged across all columns, it stands for the whole.
fn allocations(context: &Context, row: &RawRow, notes: &mut Vec<Note>) -> Vec<Allocation> {
    let values = &row.values;
    let is_merged = values.len() == 1 && context.columns.len() > 1;
    if !is_merged && values.len() != context.columns.len() {
        return Vec::new();
    }
    let columns = context.columns.iter().zip(values);
    columns
        .map(|(column, cell)| Allocation {
            region: column.region,
            is_total: column.is_total,
            region_inferred: column.is_inferred,
            reading: reading(cell, row.span, notes).map(|reading| match &row.measure {
                Some(measure) => measured(reading, &measure.text),
                None => reading,
            }),
            printed: cell.clone(),
        })
        .collect()
}

fn reading(cell: &Passage, span: model::Span, notes: &mut Vec<Note>) -> Option<Reading> {
    match read_cell(&cell.text) {
        CellValue::NoShare | CellValue::Words => None,
        CellValue::Number(reading) => Some(reading),
        CellValue::NumberAmongWords(reading) => {
            notes.push(Note::on(DiagnosticKind::ExtraWords, cell, span));
            Some(reading)
        }
    }
}
