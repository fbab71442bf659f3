//! Traces of a seed of their own.

use crate::{Generator, N_VALUES, Rows, State, Step};

/// A trace that changes one to three filters a step, and takes its searches from the rows.
///
/// # Panics
///
/// When there are no rows.
pub fn random_trace(seed: u32, n_steps: u32, rows: &Rows) -> Vec<Step> {
    let mut random = Generator::new(seed);
    let mut state = State::default();
    let step = |step| {
        if random.draw().is_multiple_of(8) {
            state = State::default();
        }
        for _ in 0..=random.draw() % 3 {
            change(&mut state, &mut random, rows);
        }
        Step { step, op: String::new(), state: state.clone() }
    };
    (1..=n_steps).map(step).collect()
}

fn change(state: &mut State, random: &mut Generator, rows: &Rows) {
    let is_cleared = random.draw().is_multiple_of(3);
    let part = random.draw() % 10;
    let mut code = |facet: usize| {
        // The least of two draws: frequent values have low codes.
        let n = N_VALUES[facet];
        (random.draw() % n).min(random.draw() % n)
    };
    match part {
        0 => state.year = (!is_cleared).then(|| code(0)),
        1 => state.region = (!is_cleared).then(|| code(1) / 16),
        2 => state.section = (!is_cleared).then(|| code(2)),
        3 => state.theme = (!is_cleared).then(|| vec![code(3), code(3), code(3)]),
        4 => state.lead_unit = (!is_cleared).then(|| code(4)),
        5 => state.units = (!is_cleared).then(|| vec![code(5), code(5)]),
        6 => state.target_kind = (!is_cleared).then(|| code(6)),
        7 => state.status = (!is_cleared).then(|| vec![code(7), code(7)]),
        8 => {
            state.value = (!is_cleared).then(|| {
                let low = f64::from(random.draw() % 65_536) / 16.0;
                [low, low + f64::from(random.draw() % 65_536) / 4.0]
            });
        }
        _ => state.text = (!is_cleared).then(|| word(random, 1, rows)),
    }
}

/// Words of two to four characters, each out of some text.
///
/// # Panics
///
/// When there are no rows.
pub fn random_words(seed: u32, rows: &Rows) -> impl Iterator<Item = String> {
    let mut random = Generator::new(seed);
    std::iter::repeat_with(move || word(&mut random, 2, rows))
}

/// So many characters of some text, up to four.
fn word(random: &mut Generator, at_least: u32, rows: &Rows) -> String {
    let text = rows.text_of(random.draw() as usize % rows.n_rows());
    let length = at_least + random.draw() % (5 - at_least);
    let length = (length as usize).min(text.len());
    let start = random.draw() as usize % (text.len() - length + 1);
    String::from_utf16_lossy(&text[start..start + length])
}
