//! The engine's answers are the right ones, and the rows those that were asked for.

use std::collections::HashMap;

use bench::{
    Generator, Hashes, SEED, State, random_trace, random_words, reference, request, rows_with,
    table, usual_trace,
};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Answers {
    answers: HashMap<String, Vec<Hashes>>,
}

/// The hashes of the right answers to the usual trace, from no filter on.
fn hashes(n_rows: usize) -> Vec<Hashes> {
    let answers: Answers = serde_json::from_str(include_str!("../workload/answers.json"))
        .expect("answers.json holds hashes");
    answers.answers[&n_rows.to_string()].clone()
}

fn states() -> impl Iterator<Item = State> {
    std::iter::once(State::default()).chain(usual_trace().into_iter().map(|step| step.state))
}

fn expect_usual_answers(n_rows: usize) {
    let table = table(Generator::new(SEED).rows(n_rows));
    for (step, (state, expected)) in states().zip(hashes(n_rows)).enumerate() {
        assert_eq!(Hashes::new(&table.answer(&request(&state))), expected, "step {step}");
    }
}

#[test]
fn a_thousand_rows_are_answered_right() {
    expect_usual_answers(1000);
}

#[test]
fn a_hundred_thousand_rows_are_answered_right() {
    expect_usual_answers(100_000);
}

#[test]
fn a_million_rows_are_answered_right() {
    if cfg!(debug_assertions) {
        return; // It takes half a minute unoptimised; `cargo xtask bench` asks the same.
    }
    expect_usual_answers(1_000_000);
}

#[test]
fn the_reference_agrees_with_the_given_answers() {
    let rows = Generator::new(SEED).rows(1000);
    for (state, expected) in states().zip(hashes(1000)) {
        assert_eq!(Hashes::new(&reference(&rows, &state)), expected);
    }
}

#[test]
fn the_rows_are_those_of_the_test_vectors() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../workload/test_vectors.json")).unwrap();
    let mut generator = Generator::new(SEED);
    for draw in vectors["first_draws"].as_array().unwrap() {
        assert_eq!(u64::from(generator.draw()), draw.as_u64().unwrap());
    }
    let rows = Generator::new(SEED).rows(1000);
    let sums = &vectors["checksums"]["1000"];
    let expect = |name: &str, found: u32| {
        assert_eq!(u64::from(found), sums[name].as_u64().unwrap(), "{name}");
    };
    expect("value_sum_q", rows.values.iter().sum());
    expect("text_total_chars", rows.text.len() as u32);
    expect("units_total", rows.units.len() as u32);
    let first = &vectors["rows"][0]["text"];
    assert_eq!(&String::from_utf16_lossy(rows.text_of(0)), first.as_str().unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_and_any_trace_are_answered_right(
        seed: u32, trace_seed: u32, n_rows in 1_usize..3000,
    ) {
        let rows = Generator::new(seed).rows(n_rows);
        let trace = random_trace(trace_seed, 20, &rows);
        let table = table(rows.clone());
        for step in trace {
            let answer = table.answer(&request(&step.state));
            prop_assert_eq!(answer, reference(&rows, &step.state), "{:?}", step.state);
        }
        for word in random_words(trace_seed, &rows).take(20) {
            let found: Vec<u32> = table.rows_with(&word).rows().collect();
            prop_assert_eq!(found, rows_with(&rows, &word), "{}", word);
        }
    }
}
