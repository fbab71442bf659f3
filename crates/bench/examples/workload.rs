//! Writes what a measurement needs: `workload FOLDER SEED TRACE N…`.
//!
//! `rows-N.bin`, `trace-N.json`, `searches-N.json`, the searches of the trace by themselves, and
//! `answers-N.json`, the hashes of the right answers to no filter, to the trace and to the
//! searches; `words-N.json`, words to find, each with the hash of the rows that hold it. TRACE is
//! a file, `usual`, or the seed of a random one.

use std::{fs, path::Path};

use bench::{
    Generator, Hashes, Rows, SEED, State, Step, of_words, random_trace, random_words, reference,
    rows_with, searches, usual_trace,
};

/// How many steps a random trace has.
const N_STEPS: u32 = 30;

/// How many words are found: those of the trace, then random ones.
const N_WORDS: usize = 60;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, seed, trace, sizes @ ..] = &args[..] else {
        return Err("wanted: FOLDER SEED TRACE N…".into());
    };
    let folder = Path::new(folder);
    let seed = if seed == "usual" { SEED } else { seed.parse()? };
    for size in sizes {
        let rows = Generator::new(seed).rows(size.parse()?);
        let steps = steps(trace, &rows)?;
        fs::write(folder.join(format!("rows-{size}.bin")), rows.to_bytes())?;
        fs::write(folder.join(format!("trace-{size}.json")), serde_json::to_vec(&steps)?)?;
        let searches = searches(&steps);
        fs::write(folder.join(format!("searches-{size}.json")), serde_json::to_vec(&searches)?)?;
        let none = State::default();
        let questions = steps.iter().chain(&searches).map(|step| &step.state);
        let states = std::iter::once(&none).chain(questions);
        let answers: Vec<Hashes> =
            states.map(|state| Hashes::new(&reference(&rows, state))).collect();
        fs::write(folder.join(format!("answers-{size}.json")), serde_json::to_vec(&answers)?)?;
        let words = words(&searches, seed, &rows);
        fs::write(folder.join(format!("words-{size}.json")), serde_json::to_vec(&words)?)?;
    }
    Ok(())
}

/// The words to find, of two characters or more, and the hash of the rows that hold each.
fn words(searches: &[Step], seed: u32, rows: &Rows) -> Vec<(String, String)> {
    let of_trace = searches.iter().filter_map(|step| step.state.text.clone());
    let of_trace = of_trace.filter(|word| word.chars().nth(1).is_some());
    let words = of_trace.chain(random_words(!seed, rows)).take(N_WORDS);
    words
        .map(|word| {
            let hash = of_words(rows_with(rows, &word).into_iter());
            (word, format!("{hash:08x}"))
        })
        .collect()
}

fn steps(trace: &str, rows: &Rows) -> Result<Vec<Step>, Box<dyn std::error::Error>> {
    if trace == "usual" {
        return Ok(usual_trace());
    }
    if let Ok(seed) = trace.parse() {
        return Ok(random_trace(seed, N_STEPS, rows));
    }
    Ok(serde_json::from_slice(&fs::read(trace)?)?)
}
