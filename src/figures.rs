//! The figures of 总览: each number together with the list that it counts.
//!
//! [`Figures::of`] asks the engine once for every table. That a [`Figure`] opens a list of
//! exactly as many tasks is a law with a test of its own, below.

use engine::{Code, Facet, Trait};
use model::SectionKind;

use crate::book::{Book, Name};
use crate::resolve;
use crate::state::{Chosen, View, ViewState};

/// A number, and the state whose list it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// How many tasks.
    pub n: u32,
    /// Which tasks.
    pub list: ViewState,
}

/// Everything that 总览 counts within the current filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Every task of the filter.
    pub all: Figure,
    /// Those of the livelihood projects (民生实事).
    pub livelihood: Figure,
    /// Those with each trait, in the order of [`Trait::ALL`]; empty where the filter chooses
    /// among the traits itself, because a link cannot say "this trait and that one".
    pub traits: Vec<Figure>,
    /// By section and year.
    pub sections: YearTable,
    /// By theme and year.
    pub themes: YearTable,
    /// Who leads most.
    pub leads: Leads,
}

/// Counts by the values of a facet and by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YearTable {
    /// The years from the first to the last, those without a document included.
    pub years: Vec<u16>,
    /// The values with at least one task, in the facet's order.
    pub rows: Vec<YearRow>,
    /// The largest count of a cell.
    pub largest: u32,
}

/// One value of a facet, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YearRow {
    /// The value's code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// One for each year; `None` where the year has no document, or none with such a section.
    pub cells: Vec<Option<Figure>>,
    /// All years together.
    pub total: Figure,
}

/// The units that lead most in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leads {
    /// The year: the latest of those chosen.
    pub year: String,
    /// How many tasks the year has.
    pub n_tasks: u32,
    /// How many units lead at least one of them.
    pub n_units: usize,
    /// The first few, most tasks first.
    pub rows: Vec<LeadRow>,
}

/// One unit of [`Leads`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeadRow {
    /// The unit's code.
    pub code: Code,
    /// Its name.
    pub name: Name,
    /// What it leads.
    pub leads: Figure,
    /// Where it is named at all.
    pub named: Figure,
}

/// How many units are listed.
const N_LEADS: usize = 12;

impl Figures {
    /// The figures of the tasks that `state` asks for.
    pub(crate) fn of(book: Book, state: &ViewState) -> Self {
        let list = ViewState { sort: <_>::default(), ..state.in_view(View::Tasks) };
        let all = Figure { n: resolve::n_tasks(book, &list) as u32, list: list.clone() };
        Self {
            livelihood: livelihood(book, &list),
            traits: traits(book, &list),
            sections: year_table(book, &list, Facet::Section),
            themes: year_table(book, &list, Facet::Theme),
            leads: leads(book, &list),
            all,
        }
    }

    /// The figure of a trait.
    pub(crate) fn known(&self, known: Trait) -> Option<&Figure> {
        self.traits.get(known as usize).filter(|figure| figure.n > 0)
    }
}

/// The sections of tasks that a government does for people's daily life.
pub(crate) const LIVELIHOOD: [SectionKind; 3] =
    [SectionKind::LivelihoodProvince, SectionKind::LivelihoodCity, SectionKind::LivelihoodCounty];

/// The livelihood projects of every level that the filter admits.
fn livelihood(book: Book, list: &ViewState) -> Figure {
    let mut narrowed = list.clone().without(Facet::Section);
    for kind in LIVELIHOOD {
        if list.admits(Facet::Section, kind.code()) {
            narrowed = narrowed.choosing(Facet::Section, kind.code(), Chosen::Included);
        }
    }
    let is_any = narrowed.choice(Facet::Section).is_some();
    let n = if is_any { resolve::n_tasks(book, &narrowed) as u32 } else { 0 };
    Figure { n, list: narrowed }
}

fn traits(book: Book, list: &ViewState) -> Vec<Figure> {
    if list.choice(Facet::Trait).is_some() {
        return Vec::new();
    }
    let figure = |known: Trait| {
        let list = list.clone().only(Facet::Trait, known.key());
        Figure { n: resolve::n_tasks(book, &list) as u32, list }
    };
    Trait::ALL.map(figure).into()
}

/// The years from the first document to the last.
pub(crate) fn year_span(book: Book) -> Vec<u16> {
    let years = book.years();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => (*first..=*last).collect(),
        _ => Vec::new(),
    }
}

/// Counts by `facet`, of whose values a task has one at most, and by year.
fn year_table(book: Book, list: &ViewState, facet: Facet) -> YearTable {
    let pivot = book.engine.pivot(&resolve::query(book, list), facet, Facet::Year);
    let years = year_span(book);
    let columns: Vec<Option<Code>> =
        years.iter().map(|year| book.engine.code(Facet::Year, &year.to_string())).collect();
    let values = book.engine.values(facet).iter().zip(0..);
    let rows = values.filter_map(|(value, code)| {
        let row = list.clone().only(facet, &value.key);
        let cell = |(column, year): (&Option<Code>, &u16)| {
            let list = row.clone().only(Facet::Year, &year.to_string());
            let column =
                column.filter(|_| facet != Facet::Section || has_section(book, *year, &value.key));
            column.map(|column| Figure { n: pivot.at(code, column), list })
        };
        let cells: Vec<_> = columns.iter().zip(&years).map(cell).collect();
        let n = cells.iter().flatten().map(|cell| cell.n).sum();
        let name = book.value_name(facet, code, list.lang);
        (n > 0).then_some(YearRow { code, name, cells, total: Figure { n, list: row } })
    });
    let rows: Vec<YearRow> = rows.collect();
    let cells = rows.iter().flat_map(|row| row.cells.iter().flatten());
    YearTable { years, largest: cells.map(|cell| cell.n).max().unwrap_or(0), rows }
}

/// Whether a document of the year has a section of this kind.
fn has_section(book: Book, year: u16, code: &str) -> bool {
    let mut documents = book.ledger.documents.iter().filter(|document| document.year == year);
    documents.any(|document| document.sections.iter().any(|section| section.kind.code() == code))
}

/// The units that lead most in the latest year that `list` has tasks of.
fn leads(book: Book, list: &ViewState) -> Leads {
    let list = list.clone().without(Facet::Lead).without(Facet::Unit);
    let counted = |list: &ViewState| book.engine.run(&resolve::query(book, list)).facets;
    // The dictionary stands latest first.
    let by_year = counted(&list)[Facet::Year as usize].counts.clone();
    let latest = book
        .engine
        .values(Facet::Year)
        .iter()
        .zip(by_year)
        .map(|(year, n)| (&year.key, n))
        .find(|(year, n)| *n > 0 && list.admits(Facet::Year, year));
    let Some((year, n_tasks)) = latest else {
        return Leads { year: String::new(), n_tasks: 0, n_units: 0, rows: Vec::new() };
    };
    let list = list.only(Facet::Year, year);
    let of_year = counted(&list);
    let named = &of_year[Facet::Unit as usize].counts;
    let leading = of_year[Facet::Lead as usize].counts.iter().copied();
    let mut ranked: Vec<(Code, u32)> = (0..).zip(leading).collect();
    ranked.retain(|(_, n)| *n > 0);
    // The sort is stable: units with as many stand in the dictionary's order.
    ranked.sort_by_key(|(_, n)| core::cmp::Reverse(*n));
    let row = |(code, n): &(Code, u32)| {
        let key = &book.engine.values(Facet::Lead)[*code as usize].key;
        LeadRow {
            code: *code,
            name: book.value_name(Facet::Lead, *code, list.lang),
            leads: Figure { n: *n, list: list.clone().only(Facet::Lead, key) },
            named: Figure { n: named[*code as usize], list: list.clone().only(Facet::Unit, key) },
        }
    };
    Leads {
        year: year.clone(),
        n_tasks,
        n_units: ranked.len(),
        rows: ranked.iter().take(N_LEADS).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_figure(figures: &Figures) -> Vec<&Figure> {
        let tables = [&figures.sections, &figures.themes];
        let cells = tables.into_iter().flat_map(|table| &table.rows);
        let leads = figures.leads.rows.iter().flat_map(|row| [&row.leads, &row.named]);
        [&figures.all, &figures.livelihood]
            .into_iter()
            .chain(&figures.traits)
            .chain(cells.flat_map(|row| row.cells.iter().flatten().chain([&row.total])))
            .chain(leads)
            .collect()
    }

    #[test]
    fn every_figure_opens_a_list_of_as_many_tasks() {
        let book = Book::open().unwrap();
        for query in ["", "y=2022,2024", "s=-annual", "lead=-sjsj&q=建设", "y=-2024&has=allocated"]
        {
            let (state, _) = ViewState::from_query(query);
            for figure in every_figure(&Figures::of(book, &state)) {
                let n = resolve::n_tasks(book, &figure.list);
                // A figure of nothing is shown without a link.
                assert!(figure.n == 0 || figure.n as usize == n, "{query}: {figure:?} lists {n}");
            }
        }
    }

    #[test]
    fn a_year_without_a_kind_of_list_has_a_hole_and_no_zero() {
        let book = Book::open().unwrap();
        let figures = Figures::of(book, &ViewState::default());
        let annual = book.engine.code(Facet::Section, SectionKind::Annual.code()).unwrap();
        let row = figures.sections.rows.iter().find(|row| row.code == annual).unwrap();
        let years: Vec<_> = figures
            .sections
            .years
            .iter()
            .zip(&row.cells)
            .filter_map(|(year, cell)| cell.is_none().then_some(*year))
            .collect();
        // 2021 has livelihood projects alone, 2023 the progress of one county.
        assert_eq!(years, [2021, 2023]);
    }

    #[test]
    fn the_sections_of_a_year_hold_every_task_of_it() {
        let book = Book::open().unwrap();
        let figures = Figures::of(book, &ViewState::default());
        let total: u32 = figures.sections.rows.iter().map(|row| row.total.n).sum();
        assert_eq!(total, figures.all.n);
    }
}
