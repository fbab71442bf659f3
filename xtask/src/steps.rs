//! The steps of a long chore: announced as they begin, timed, listed at the end.

use crate::error::Error;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// What has been done so far, with the time that each step took.
pub(crate) struct Steps {
    begun: Instant,
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), done: Vec::new() }
    }

    /// Does one step; when it fails, says which one it was and how far the chore had come.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        act: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        println!("\n── {name}");
        let begun = Instant::now();
        let result = act();
        self.done.push((name, begun.elapsed()));
        if result.is_err() {
            println!("{}", self.table("stopped at the last of these"));
        }
        result
    }

    /// Lists the steps and their times under a last sentence.
    pub(crate) fn finish(&self, sentence: &str) {
        println!("{}", self.table(sentence));
    }

    fn table(&self, sentence: &str) -> String {
        let mut table = String::from("\n");
        for (name, time) in &self.done {
            let _ = writeln!(table, "{:>8}  {name}", in_words(*time));
        }
        let _ = write!(table, "{:>8}  in all: {sentence}", in_words(self.begun.elapsed()));
        table
    }
}

/// `0.4 s`, `12.0 s`, `3 min 05 s`.
pub(crate) fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}
