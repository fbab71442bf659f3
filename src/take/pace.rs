//! How a long work is told of, and lets others in between its steps.
//!
//! What takes long asks its [`Pace`] every few rows. A worker's pace tells how far the work is; that
//! of a page also waits for its turn, so that the page can be used meanwhile.

use core::future::Future;
use core::pin::Pin;

/// How far the making of a file is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    /// The table that is being written, from 1; 0 while the tables are being filled, one more than
    /// there are while they are put together.
    pub nth: usize,
    /// Of how many.
    pub n: usize,
    /// Its title; empty where no table is being written.
    pub title: String,
    /// How much of the whole is done, 0 to 1.
    pub share: f64,
}

/// Nobody wants what was being made any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stopped;

/// A moment in the work: over at once, or after others have had their turn.
pub(crate) type Moment<'a> = Pin<Box<dyn Future<Output = Result<(), Stopped>> + 'a>>;

/// Who decides when the work rests, and who is told how far it is.
pub(crate) trait Pace {
    /// Called every few rows.
    fn at(&self, step: &Step) -> Moment<'_>;
}

/// How many rows are written, and how many bytes compressed, between two moments.
pub(super) const N_ROWS: usize = 32;
pub(super) const N_BYTES: usize = 32_768;

/// A step of a work in parts of known weight.
pub(super) struct Meter<'a> {
    pace: &'a dyn Pace,
    step: Step,
    weight_done: usize,
    weight: usize,
    weight_in_all: usize,
}

impl<'a> Meter<'a> {
    /// Of `n` tables, and of work that weighs `weight_in_all`.
    pub(super) fn new(pace: &'a dyn Pace, n: usize, weight_in_all: usize) -> Self {
        let step = Step { nth: 0, n, title: String::new(), share: 0.0 };
        Self { pace, step, weight_done: 0, weight: 0, weight_in_all: weight_in_all.max(1) }
    }

    /// Goes on to the next part.
    pub(super) async fn begin(&mut self, title: &str, weight: usize) -> Result<(), Stopped> {
        self.weight_done += self.weight;
        self.weight = weight;
        self.step.nth += 1;
        title.clone_into(&mut self.step.title);
        self.at(0.0).await
    }

    /// Tells how much of the part is done, 0 to 1, and rests where that is wanted.
    pub(super) async fn at(&mut self, share: f64) -> Result<(), Stopped> {
        let done = self.weight_done as f64 + self.weight as f64 * share;
        self.step.share = (done / self.weight_in_all as f64).min(1.0);
        self.pace.at(&self.step).await
    }
}

#[cfg(test)]
pub(super) mod tests {
    use core::cell::RefCell;
    use core::task::{Context, Poll, Waker};

    use super::*;

    /// Never rests, and remembers what it was told.
    #[derive(Default)]
    pub(in crate::take) struct Hurry {
        pub(in crate::take) told: RefCell<Vec<Step>>,
        /// Stops at this step.
        pub(in crate::take) stops_at: Option<usize>,
    }

    impl Pace for Hurry {
        fn at(&self, step: &Step) -> Moment<'_> {
            self.told.borrow_mut().push(step.clone());
            let is_over = self.stops_at == Some(step.nth);
            Box::pin(core::future::ready(if is_over { Err(Stopped) } else { Ok(()) }))
        }
    }

    /// What a work that never rests comes to.
    pub(in crate::take) fn at_once<T>(work: impl Future<Output = T>) -> T {
        let mut work = core::pin::pin!(work);
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("it rests"),
        }
    }

    #[test]
    fn the_share_that_is_done_follows_the_weights() {
        let hurry = Hurry::default();
        let mut meter = Meter::new(&hurry, 2, 10);
        at_once(async {
            meter.begin("a", 2).await?;
            meter.at(0.5).await?;
            meter.begin("b", 8).await?;
            meter.at(1.0).await
        })
        .unwrap();
        let told = hurry.told.borrow();
        let shares: Vec<_> = told.iter().map(|step| (step.nth, step.share)).collect();
        assert_eq!(shares, [(1, 0.0), (1, 0.1), (2, 0.2), (2, 1.0)]);
        assert_eq!(told[3].title, "b");
    }
}
