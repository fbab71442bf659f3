//! The paths of the engine, natively: `cargo bench -p bench`.
//!
//! Times on a shared machine drift; the figure that is kept is the number of instructions:
//! `bench/instructions.sh` counts those of each kind of step.

use std::sync::LazyLock;

use bench::{Generator, SEED, State, request, table};
use divan::{Bencher, black_box};
use engine::table::Table;

const N_ROWS: usize = 100_000;

static TABLE: LazyLock<Table> = LazyLock::new(|| table(Generator::new(SEED).rows(N_ROWS)));

fn main() {
    divan::main();
}

fn ask(bencher: Bencher, state: &State) {
    let request = request(state);
    let table = &*TABLE;
    bencher.bench(|| table.answer(black_box(&request)));
}

#[divan::bench(sample_count = 10)]
fn load(bencher: Bencher) {
    let rows = Generator::new(SEED).rows(N_ROWS);
    bencher.with_inputs(|| rows.clone()).bench_values(table);
}

#[divan::bench]
fn no_filter(bencher: Bencher) {
    ask(bencher, &State::default());
}

#[divan::bench]
fn one_facet(bencher: Bencher) {
    ask(bencher, &State { year: Some(3), ..State::default() });
}

#[divan::bench]
fn half_of_the_rows(bencher: Bencher) {
    ask(bencher, &State { status: Some(vec![0]), ..State::default() });
}

#[divan::bench]
fn four_facets(bencher: Bencher) {
    ask(
        bencher,
        &State {
            year: Some(3),
            theme: Some(vec![4, 5, 17]),
            units: Some(vec![1, 12]),
            status: Some(vec![0, 2]),
            ..State::default()
        },
    );
}

#[divan::bench]
fn range(bencher: Bencher) {
    ask(bencher, &State { value: Some([512.0, 8192.0]), ..State::default() });
}

#[divan::bench(args = ["智控", "局余名", "卫生健康"])]
fn search(bencher: Bencher, word: &str) {
    ask(bencher, &State { text: Some(word.to_owned()), ..State::default() });
}
