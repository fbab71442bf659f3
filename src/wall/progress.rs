//! 进度 on a wall: what was reached beside the mark, furthest behind first.

use engine::{Facet, Outcome};
use model::ProgressState;

use super::{Cell, Key, N_ROWS, Table, Tone, lead_line, narrow, source, wide};
use crate::book::Book;
use crate::format;
use crate::messages::{kiosk as words, progress};
use crate::standing::{Gap, Standing, TaskRows, falling, target_of};
use crate::state::ViewState;

pub(super) fn table(book: Book, state: &ViewState, outcome: &Outcome) -> Table {
    let lang = state.lang;
    let standing = Standing::of(book, state, outcome);
    let mut tasks: Vec<&TaskRows> =
        standing.parts.iter().flat_map(|part| &part.judged).map(|task| &**task).collect();
    // Within a state the order is that of the view: amounts before rates, furthest behind first.
    tasks.sort_by_key(|task| rank(task.state));
    let n_unjudged: usize = standing.parts.iter().map(|part| part.unjudged.len()).sum();
    let documents = tasks.iter().map(|task| book.task(task.task).document).collect();
    let rows = tasks.into_iter().map(|task| row(book, task, state));
    let tolerance = state.focus.tolerance;
    let note = words::progress_note(
        &progress::rule_note(&standing.periods, lang),
        tolerance.amount_tenths,
        tolerance.rate_tenths,
        n_unjudged,
        lang,
    );
    Table {
        subject: String::new(),
        rows: rows.collect(),
        columns: vec![
            wide(words::TASK.to(lang), 13),
            wide(words::TO_THE_TARGET.to(lang), 14),
            narrow(words::REACHED.to(lang), 9),
            narrow(words::GAP.to(lang), 8),
        ],
        n_rows: N_ROWS,
        documents,
        note,
        key: Key::Progress,
    }
}

const fn rank(state: ProgressState) -> u8 {
    match state {
        ProgressState::Behind => 0,
        ProgressState::OnTrack => 1,
        ProgressState::Ahead => 2,
        ProgressState::Done => 3,
        ProgressState::Unquantified => 4,
    }
}

fn row(book: Book, task: &TaskRows, state: &ViewState) -> Vec<Cell> {
    let lang = state.lang;
    let row = &task.rows[0];
    let found = &book.ledger.progress[row.at];
    let target = target_of(book, found);
    let is_behind = row.verdict.state == ProgressState::Behind;
    let name = target.map_or(&found.indicator, |target| &target.indicator);
    let plot = match row.gap {
        Some(Gap::Amount(_)) => Cell::Bar {
            reached: row.verdict.ratio.unwrap_or(0.0),
            elapsed: found.period.as_ref().map(model::Elapsed::share_of_year),
            is_behind,
        },
        Some(Gap::Rate { difference, .. }) => Cell::Rate { difference, is_behind },
        None => Cell::Empty,
    };
    let gap = match row.gap {
        Some(Gap::Amount(points)) => Some((points, None)),
        Some(Gap::Rate { difference, .. }) => {
            let unit = target.and_then(|target| target.unit.as_deref());
            Some((difference, unit.filter(|unit| *unit != "%")))
        }
        None => None,
    };
    let gap = gap.map_or(Cell::Empty, |(value, unit)| Cell::Figure {
        text: format::difference((value * 10.0).round() / 10.0),
        under: unit.map_or_else(|| words::POINTS.to(lang).to_owned(), str::to_owned),
        tone: if is_behind { Tone::Alert } else { Tone::Plain },
    });
    let wanted = target
        .map(|own| words::of_target(&format!("{}{}", falling(target), own.printed.text), lang));
    // A list of one state has said it in its title.
    let is_said = state.choice(Facet::Progress).is_some_and(|choice| choice.include.len() == 1);
    let own = (!is_said).then(|| crate::messages::state(task.state).to(lang).to_owned());
    let under = [own.unwrap_or_default(), lead_line(book, task.task, lang)];
    let under: Vec<_> = under.into_iter().filter(|words| !words.is_empty()).collect();
    vec![
        source(name, under.join(" · ")),
        plot,
        Cell::Figure {
            text: found.printed.text.clone(),
            under: wanted.unwrap_or_default(),
            tone: Tone::Plain,
        },
        gap,
    ]
}
