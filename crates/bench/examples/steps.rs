//! The time of each step of the usual trace, and of its searches by themselves: `cargo run --release -p bench --example steps -- N`.

#![allow(clippy::print_stdout, reason = "it speaks to whoever called it")]

use std::time::{Duration, Instant};

use bench::{Generator, SEED, request, searches, table, usual_trace};

/// The least time of so many runs is shown, because other work only adds.
const N_RUNS: usize = 7;

fn main() {
    let n_rows = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let rows = Generator::new(SEED).rows(n_rows);
    let begun = Instant::now();
    let table = table(rows);
    println!("load {:.0?}", begun.elapsed());
    let mut steps = usual_trace();
    let n_steps = steps.len();
    steps.extend(searches(&steps));
    let mut times = vec![Duration::MAX; steps.len()];
    let mut n_found = vec![0; steps.len()];
    for _ in 0..N_RUNS {
        for ((step, time), n_found) in steps.iter().zip(&mut times).zip(&mut n_found) {
            let request = request(&step.state);
            let begun = Instant::now();
            *n_found = table.answer(&request).n_rows;
            *time = begun.elapsed().min(*time);
        }
    }
    for ((step, time), n_found) in steps.iter().zip(&times).zip(n_found) {
        let text = step.state.text.as_deref().unwrap_or_default();
        println!("{:2} {:>10.1?} {n_found:>8} {} {text}", step.step, time, step.op);
    }
    times.truncate(n_steps);
    times.sort();
    let at = |share: usize| times[(times.len() * share).div_ceil(100) - 1];
    println!("p50 {:.2?}, p95 {:.2?}, max {:.2?}", at(50), at(95), at(100));
}
