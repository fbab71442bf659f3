//! 部门 on a wall: who carries how much, or what one unit leads.

use model::{DepartmentIdx, Level};

use super::{Cell, Key, N_ROWS, Table, Tone, figure, narrow, source, wide};
use crate::book::Book;
use crate::format;
use crate::loads::Loads;
use crate::messages::{self as m, departments, kiosk as words};
use crate::state::{Lang, ViewState};
use crate::unit_profile::UnitProfile;

pub(super) fn table(book: Book, state: &ViewState) -> Table {
    let unit = state.focus.unit.as_ref();
    let unit = unit.and_then(|key| book.engine.code(engine::Facet::Unit, key));
    match unit {
        Some(unit) => of_unit(book, state, unit as DepartmentIdx),
        None => loads(book, state),
    }
}

/// Every unit, in the order of the view.
fn loads(book: Book, state: &ViewState) -> Table {
    let lang = state.lang;
    let loads = Loads::of(book, state);
    let most = loads.rows.iter().map(|load| load.leads).max().unwrap_or(0).max(1);
    let n_leads = loads.rows.iter().filter(|load| load.leads > 0).count();
    // Where nobody leads anything, those who support are all there is to show.
    let leading = loads.rows.iter().filter(|load| load.leads > 0 || n_leads == 0);
    let n_left_out = if n_leads == 0 { 0 } else { loads.rows.len() - n_leads };
    let rows = leading.map(|load| {
        let unit = &book.ledger.departments[load.unit as usize];
        // 教育局 is the office of one county, 市教育局 the city's.
        let place = (unit.level != Level::City).then(|| book.region_name(unit.region, lang).text);
        vec![
            source(&unit.name, place.unwrap_or_default()),
            Cell::Share(f64::from(load.leads) / f64::from(most)),
            figure(load.leads.to_string()),
            figure(load.supports.to_string()),
            load.targeted_part().map_or(Cell::Empty, |part| figure(format::part(part))),
        ]
    });
    Table {
        subject: departments::LOADS.to(lang).to_owned(),
        rows: rows.collect(),
        columns: vec![
            wide(departments::UNIT.to(lang), 10),
            wide("", 10),
            narrow(departments::LEADS.to(lang), 4),
            narrow(departments::SUPPORTS.to(lang), 4),
            narrow(departments::TARGETED.to(lang), 6),
        ],
        n_rows: N_ROWS,
        documents: Vec::new(),
        note: format!("{}{}", words::LOADS_NOTE.to(lang), words::leading_nothing(n_left_out, lang)),
        key: Key::Nothing,
    }
}

/// What one unit leads, the latest year first.
fn of_unit(book: Book, state: &ViewState, unit: DepartmentIdx) -> Table {
    let lang = state.lang;
    let profile = UnitProfile::of(book, state, unit);
    let rows = profile.led.iter().flat_map(|year| {
        year.tasks.iter().map(move |led| {
            let target = led.targets.first().map(|at| &book.ledger.targets[*at]);
            vec![
                Cell::Figure {
                    text: year.year.to_string(),
                    under: String::new(),
                    tone: Tone::Quiet,
                },
                source(&book.task(led.task).text.text, String::new()),
                target.map_or(Cell::Empty, |target| Cell::Figure {
                    text: target.printed.text.clone(),
                    under: format::short(&target.indicator),
                    tone: Tone::Plain,
                }),
                led.state.map_or(Cell::Empty, |state| standing(state, lang)),
            ]
        })
    });
    Table {
        subject: String::new(),
        rows: rows.collect(),
        columns: vec![
            wide(words::YEAR.to(lang), 3),
            wide(words::TASK.to(lang), 16),
            narrow(words::TARGET.to(lang), 6),
            narrow(words::STATE.to(lang), 4),
        ],
        n_rows: 5,
        documents: Vec::new(),
        note: String::new(),
        key: Key::Nothing,
    }
}

fn standing(state: model::ProgressState, lang: Lang) -> Cell {
    let is_behind = state == model::ProgressState::Behind;
    Cell::Figure {
        text: m::state(state).to(lang).to_owned(),
        under: String::new(),
        tone: if is_behind { Tone::Alert } else { Tone::Plain },
    }
}
