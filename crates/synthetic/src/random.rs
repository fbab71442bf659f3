//! Numbers that look thrown and depend on where they are asked for alone.

/// A stream of numbers.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of a place: the same seed and place give the same numbers.
    pub(crate) fn new(seed: u64, place: &[u64]) -> Self {
        place.iter().fold(Self(seed), |dice, &part| {
            Self(dice.0 ^ part.wrapping_mul(0x9e37_79b9_7f4a_7c15)).stepped()
        })
    }

    fn stepped(mut self) -> Self {
        self.0 = self.draw();
        self
    }

    /// The next number (splitmix64).
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`; 0 where `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.draw() % n.max(1) as u64) as usize
    }

    /// Whether something happens that does in `percent` of a hundred cases.
    pub(crate) fn is_in(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
