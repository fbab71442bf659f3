//! A show that runs: which screen is up, for how long yet, and what a touch does to it.
//!
//! A screen is as much of a slide as fits the wall. Nothing here knows a browser or a clock: time
//! comes in as the seconds since the last [`Show::tick`], so that weeks can be played in a test.

/// How long a touch or a key stops the show, in seconds.
pub(crate) const RESUME: f64 = 60.0;

/// A longer time between two ticks is a sleep of the machine: the screen gets its time anew.
const LONGEST_TICK: f64 = 5.0;

/// One screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The slide's position in the deck.
    pub slide: usize,
    /// Which part of the slide, from 0.
    pub part: usize,
    /// How many parts the slide has.
    pub n_parts: usize,
    /// How long it stays, in seconds.
    pub seconds: u16,
}

/// A running show.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Show {
    screens: Vec<Screen>,
    /// How many screens stand beside each other.
    abreast: usize,
    at: usize,
    left: f64,
    paused: Option<f64>,
    n_changes: u64,
}

impl Show {
    /// A show of these slides, each with its number of screens (none where it cannot be shown)
    /// and its seconds; `None` where nothing can be shown.
    pub(crate) fn of(slides: &[(usize, u16)], abreast: usize) -> Option<Self> {
        let screens: Vec<Screen> = slides
            .iter()
            .enumerate()
            .flat_map(|(slide, &(n_parts, seconds))| {
                (0..n_parts).map(move |part| Screen { slide, part, n_parts, seconds })
            })
            .collect();
        let left = f64::from(screens.first()?.seconds);
        Some(Self { screens, abreast: abreast.max(1), at: 0, left, paused: None, n_changes: 0 })
    }

    /// The screens that are up, the one at the left first. Where fewer are left than stand beside
    /// each other, the show begins again at the right.
    pub(crate) fn up(&self) -> Vec<Screen> {
        let n = self.abreast.min(self.screens.len());
        (0..n).map(|idx| self.screens[(self.at + idx) % self.screens.len()]).collect()
    }

    /// The slide that is up, at the left.
    pub(crate) fn slide(&self) -> usize {
        self.screens[self.at].slide
    }

    /// Goes to the first screen of a slide, where it has one.
    pub(crate) fn go_to_slide(&mut self, slide: usize) {
        if let Some(at) = self.screens.iter().position(|screen| screen.slide == slide) {
            self.show(at);
        }
    }

    /// Lets time go by; whether another screen came up.
    pub(crate) fn tick(&mut self, elapsed: f64) -> bool {
        if let Some(pause) = &mut self.paused {
            *pause -= elapsed;
            if *pause <= 0.0 {
                self.paused = None;
                self.left = self.seconds();
            }
            return false;
        }
        if elapsed > LONGEST_TICK {
            self.left = self.seconds();
            return false;
        }
        self.left -= elapsed;
        if self.left > 0.0 {
            return false;
        }
        self.step(true);
        true
    }

    /// Goes on by one wall of screens, or back.
    pub(crate) fn step(&mut self, is_forward: bool) {
        let n = self.screens.len();
        let by = self.abreast % n;
        self.show(if is_forward { (self.at + by) % n } else { (self.at + n - by) % n });
        // A deck that fits the wall whole comes up again all the same.
    }

    /// Goes to the first screen.
    pub(crate) fn home(&mut self) {
        self.show(0);
    }

    fn show(&mut self, at: usize) {
        self.at = at;
        self.left = self.seconds();
        self.n_changes += 1;
    }

    fn seconds(&self) -> f64 {
        self.up().iter().map(|screen| f64::from(screen.seconds)).fold(0.0, f64::max)
    }

    /// Stops for a minute from now on.
    pub(crate) fn pause(&mut self) {
        self.paused = Some(RESUME);
    }

    /// Stops, or goes on at once.
    pub(crate) fn toggle_pause(&mut self) {
        if self.paused.take().is_none() {
            self.pause();
        }
    }

    /// Whether it is stopped.
    pub(crate) const fn is_paused(&self) -> bool {
        self.paused.is_some()
    }

    /// The seconds until the next screen, or while it is stopped until it goes on.
    pub(crate) fn left(&self) -> f64 {
        self.paused.unwrap_or(self.left).max(0.0)
    }

    /// The same in whole seconds, the one that runs counted.
    #[expect(clippy::cast_sign_loss, reason = "time left is never below nothing")]
    pub(crate) fn seconds_left(&self) -> u32 {
        self.left().ceil() as u32
    }

    /// Which part of its time the screen still has, 0 to 1.
    pub(crate) fn share_left(&self) -> f64 {
        let whole = if self.is_paused() { RESUME } else { self.seconds() };
        (self.left() / whole).clamp(0.0, 1.0)
    }

    /// How often another screen came up.
    pub(crate) const fn n_changes(&self) -> u64 {
        self.n_changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(abreast: usize) -> Show {
        // Three screens of 10 seconds, none, two of 5.
        Show::of(&[(3, 10), (0, 10), (2, 5)], abreast).unwrap()
    }

    fn up(show: &Show) -> Vec<(usize, usize)> {
        show.up().iter().map(|screen| (screen.slide, screen.part)).collect()
    }

    fn play(show: &mut Show, seconds: u32) {
        for _ in 0..seconds {
            show.tick(1.0);
        }
    }

    #[test]
    fn screens_follow_each_other_and_begin_again() {
        let mut show = show(1);
        assert_eq!(up(&show), [(0, 0)]);
        play(&mut show, 10);
        assert_eq!(up(&show), [(0, 1)]);
        play(&mut show, 20);
        assert_eq!(up(&show), [(2, 0)]);
        play(&mut show, 10);
        assert_eq!(up(&show), [(0, 0)]);
        assert_eq!(show.n_changes(), 5);
    }

    #[test]
    fn two_screens_beside_each_other_go_on_by_two() {
        let mut show = show(2);
        assert_eq!(up(&show), [(0, 0), (0, 1)]);
        play(&mut show, 10);
        assert_eq!(up(&show), [(0, 2), (2, 0)]);
        play(&mut show, 10);
        assert_eq!(up(&show), [(2, 1), (0, 0)]);
    }

    #[test]
    fn a_touch_stops_for_a_minute_and_then_the_screen_has_its_time_anew() {
        let mut show = show(1);
        play(&mut show, 8);
        show.pause();
        play(&mut show, 59);
        assert!(show.is_paused() && up(&show) == [(0, 0)]);
        play(&mut show, 1);
        assert!(!show.is_paused());
        play(&mut show, 9);
        assert_eq!(up(&show), [(0, 0)]);
        play(&mut show, 1);
        assert_eq!(up(&show), [(0, 1)]);
    }

    #[test]
    fn a_machine_that_slept_does_not_race_through_the_deck() {
        let mut show = show(1);
        assert!(!show.tick(36_000.0));
        assert_eq!((up(&show), show.left()), (vec![(0, 0)], 10.0));
    }

    #[test]
    fn back_home_and_to_a_slide() {
        let mut show = show(1);
        show.step(false);
        assert_eq!(up(&show), [(2, 1)]);
        show.home();
        assert_eq!(up(&show), [(0, 0)]);
        show.go_to_slide(2);
        assert_eq!(up(&show), [(2, 0)]);
        // A slide that cannot be shown leaves the show where it is.
        show.go_to_slide(1);
        assert_eq!(up(&show), [(2, 0)]);
    }

    #[test]
    fn nothing_to_show_is_no_show() {
        assert_eq!(Show::of(&[(0, 10)], 1), None);
        assert_eq!(Show::of(&[], 1), None);
    }

    #[test]
    fn weeks_go_by_as_the_first_hour() {
        let mut show = show(1);
        let mut n_of_first = 0_u64;
        for _ in 0..30 * 24 * 3600 {
            if show.tick(1.0) && show.slide() == 0 {
                n_of_first += 1;
            }
        }
        // A round takes 40 seconds and shows the first slide three times.
        let n_rounds = 30 * 24 * 3600 / 40;
        assert_eq!(show.n_changes(), 5 * n_rounds);
        assert_eq!(n_of_first, 3 * n_rounds);
    }
}
