//! The time of each step of the usual trace: `cargo run --release -p bench --example steps -- N`.

#![allow(clippy::print_stdout, reason = "it speaks to whoever called it")]

use std::time::Instant;

use bench::{Generator, SEED, request, table, usual_trace};

fn main() {
    let n_rows = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let rows = Generator::new(SEED).rows(n_rows);
    let begun = Instant::now();
    let table = table(rows);
    println!("load {:.0?}", begun.elapsed());
    let mut times = Vec::new();
    for step in usual_trace() {
        let request = request(&step.state);
        let begun = Instant::now();
        let answer = table.answer(&request);
        let time = begun.elapsed();
        println!("{:2} {:>10.1?} {:>8} {}", step.step, time, answer.n_rows, step.op);
        times.push(time);
    }
    times.sort();
    let at = |share: usize| times[(times.len() * share).div_ceil(100) - 1];
    println!("p50 {:.2?}, p95 {:.2?}, max {:.2?}", at(50), at(95), at(100));
}
