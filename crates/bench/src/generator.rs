//! The rows, drawn one after the other from one stream of numbers.

use crate::Rows;

/// The seed of the usual rows.
pub const SEED: u32 = 0x1ed6_e201;

/// The phrases that texts are made of.
const VOCABULARY: &str = include_str!("../workload/vocab.json");

/// Draws rows; the first rows are the same however many are drawn.
#[derive(Debug, Clone)]
pub struct Generator {
    state: u32,
    phrases: Vec<Vec<u16>>,
    regions: Zipf,
    units: Zipf,
    popular: Zipf,
}

impl Generator {
    /// A stream of its own for each seed.
    ///
    /// # Panics
    ///
    /// When `workload/vocab.json` is no list of texts.
    pub fn new(seed: u32) -> Self {
        let phrases: Vec<String> =
            serde_json::from_str(VOCABULARY).expect("the vocabulary is a list of texts");
        Self {
            state: seed,
            phrases: phrases.iter().map(|phrase| phrase.encode_utf16().collect()).collect(),
            regions: Zipf::new(3000, 5),
            units: Zipf::new(60, 3),
            popular: Zipf::new(400, 20),
        }
    }

    /// The next number of the stream.
    pub fn draw(&mut self) -> u32 {
        self.state = self.state.wrapping_add(0x9e37_79b9);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x21f0_aaad);
        mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x735a_2d97);
        mixed ^ (mixed >> 15)
    }

    /// Draws the next `n` rows.
    pub fn rows(&mut self, n: usize) -> Rows {
        let mut rows = Rows::default();
        for _ in 0..n {
            self.row(&mut rows);
        }
        rows
    }

    fn row(&mut self, rows: &mut Rows) {
        let year = self.draw() % 10;
        let draw = self.draw();
        let region = self.regions.pick(draw);
        let section = self.draw() % 6;
        let theme = (section * 4 + self.draw() % 8) % 24;
        let draw = self.draw();
        let lead_unit = self.units.pick(draw);
        let start = rows.units.len();
        for _ in 0..=self.draw() % 6 {
            let draw = self.draw();
            let unit = self.units.pick(draw) as u8;
            if !rows.units[start..].contains(&unit) {
                rows.units.push(unit);
            }
        }
        rows.unit_ends.push(rows.units.len() as u32);
        let target_kind = match self.draw() % 100 {
            0..40 => 0,
            40..70 => 1,
            70..90 => 2,
            _ => 3,
        };
        let status = match self.draw() % 100 {
            0..50 => 0,
            50..70 => 1,
            70..85 => 2,
            85..95 => 3,
            _ => 4,
        };
        let sum: u32 = (0..4).map(|_| self.draw() & 4095).sum();
        let exponent = sum >> 10;
        let value = ((1024 + (sum & 1023)) << exponent) + (self.draw() & ((1 << exponent) - 1));
        for _ in 0..6 {
            let draw = self.draw();
            rows.text.extend_from_slice(&self.phrases[self.popular.pick(draw)]);
        }
        rows.text_ends.push(rows.text.len() as u32);
        rows.values.push(value);
        rows.regions.push(region as u16);
        let small = [year, section, theme, lead_unit as u32, target_kind, status];
        for (column, code) in rows.small.iter_mut().zip(small) {
            column.push(code as u8);
        }
    }
}

/// A few frequent values and many rare ones.
#[derive(Debug, Clone)]
struct Zipf {
    /// By value, the weight of it and of those before it.
    ends: Vec<u32>,
}

impl Zipf {
    fn new(n: u32, offset: u32) -> Self {
        let weights = (0..n).map(|value| 1_000_000 / (value + offset));
        let ends = weights.scan(0, |end, weight| {
            *end += weight;
            Some(*end)
        });
        Self { ends: ends.collect() }
    }

    fn pick(&self, draw: u32) -> usize {
        let place = draw % self.ends.last().copied().unwrap_or(1);
        self.ends.partition_point(|&end| end <= place)
    }
}
