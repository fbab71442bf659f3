//! One step by itself, for counting its instructions: `step ROWS STEP TIMES`; behind the steps of
//! the usual trace stand its searches by themselves.

use bench::{Generator, SEED, request, searches, table, usual_trace};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<usize>());
    let mut next = || args.next().ok_or("wanted: ROWS STEP TIMES")?.map_err(|_| "not a number");
    let (n_rows, step, n_times) = (next()?, next()?, next()?);
    let table = table(Generator::new(SEED).rows(n_rows));
    let mut trace = usual_trace();
    trace.extend(searches(&trace));
    let step = trace.get(step - 1).ok_or("no such step")?;
    let request = request(&step.state);
    for _ in 0..n_times {
        std::hint::black_box(table.answer(std::hint::black_box(&request)));
    }
    Ok(())
}
