//! Compression as a ZIP knows it (RFC 1951): repeats are found greedily, and one block is
//! written with the fixed codes.
//!
//! A workbook of everything shrinks to about a fifth, which is what mail and chats ask for. A
//! crate that finds better codes would weigh a tenth of the page.

/// Where the last three-byte groups of each kind begin.
struct Seen {
    /// By hash, the latest position, plus one; 0 is none.
    heads: Vec<u32>,
    /// By position, the one before with the same hash, plus one.
    before: Vec<u32>,
}

/// How many bits a hash has.
const HASH_BITS: u32 = 15;
/// How far back a repeat may lie.
const WINDOW: usize = 32_768;
/// The shortest and the longest repeat.
const SHORTEST: usize = 3;
const LONGEST: usize = 258;
/// How many earlier places are tried for each repeat.
const N_TRIES: usize = 24;

/// The bytes, compressed.
#[cfg(test)]
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut deflate = Deflate::new(bytes);
    while !deflate.advance(bytes.len()) {}
    deflate.finish()
}

/// Bytes being compressed, as many at a time as whoever asks has time for.
pub(super) struct Deflate<'a> {
    bytes: &'a [u8],
    at: usize,
    seen: Seen,
    bits: Bits,
}

impl<'a> Deflate<'a> {
    /// These bytes, none of which is compressed yet.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut bits = Bits::default();
        // The last block, with the fixed codes.
        bits.add(1, 1);
        bits.add(1, 2);
        let seen = Seen { heads: vec![0; 1 << HASH_BITS], before: vec![0; bytes.len()] };
        Self { bytes, at: 0, seen, bits }
    }

    /// Compresses about `n` bytes more; whether all are compressed.
    pub(super) fn advance(&mut self, n: usize) -> bool {
        let bytes = self.bytes;
        let until = bytes.len().min(self.at + n);
        while self.at < until {
            let at = self.at;
            let (length, distance) = self.seen.longest_repeat(bytes, at);
            if length < SHORTEST {
                self.bits.add_symbol(u32::from(bytes[at]));
                self.seen.note(bytes, at);
                self.at += 1;
            } else {
                self.bits.add_repeat(length as u32, distance as u32);
                for position in at..at + length {
                    self.seen.note(bytes, position);
                }
                self.at += length;
            }
        }
        self.at == bytes.len()
    }

    /// How many of the bytes are compressed, 0 to 1.
    pub(super) fn share(&self) -> f64 {
        self.at as f64 / self.bytes.len().max(1) as f64
    }

    /// All of them, compressed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bits.add_symbol(END);
        self.bits.finish()
    }
}

impl Seen {
    /// The longest run at `at` that also stands before it: its length and how far before.
    fn longest_repeat(&self, bytes: &[u8], at: usize) -> (usize, usize) {
        let mut best = (0, 0);
        let Some(hash) = hash(bytes, at) else { return best };
        let longest = LONGEST.min(bytes.len() - at);
        let mut place = self.heads[hash] as usize;
        for _ in 0..N_TRIES {
            let Some(start) = place.checked_sub(1) else { break };
            if at - start > WINDOW {
                break;
            }
            let pairs = bytes[start..].iter().zip(&bytes[at..]);
            let length = pairs.take(longest).take_while(|(one, other)| one == other).count();
            if length > best.0 {
                best = (length, at - start);
            }
            place = self.before[start] as usize;
        }
        best
    }

    /// Remembers that a group begins at `at`.
    fn note(&mut self, bytes: &[u8], at: usize) {
        if let Some(hash) = hash(bytes, at) {
            self.before[at] = self.heads[hash];
            self.heads[hash] = at as u32 + 1;
        }
    }
}

/// A number for the three bytes at `at`; `None` where there are fewer.
fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    let group = bytes.get(at..at + SHORTEST)?;
    let group = group.iter().fold(0, |group, byte| (group << 8) | u32::from(*byte));
    // Any odd number with its bits well spread will do.
    Some((group.wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)) as usize)
}

/// The symbol that ends a block.
const END: u32 = 256;

/// Bits being written, the lowest of each byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    waiting: u32,
    n_waiting: u32,
}

impl Bits {
    /// Adds the lowest `n` bits of `value`, 16 at most.
    fn add(&mut self, value: u32, n: u32) {
        self.waiting |= value << self.n_waiting;
        self.n_waiting += n;
        while self.n_waiting >= 8 {
            self.bytes.push(self.waiting as u8);
            self.waiting >>= 8;
            self.n_waiting -= 8;
        }
    }

    /// Adds a code, whose highest bit comes first.
    fn add_code(&mut self, code: u32, n: u32) {
        self.add(code.reverse_bits() >> (32 - n), n);
    }

    /// Adds the fixed code of a byte, of the end, or of a length.
    fn add_symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.add_code(0x30 + symbol, 8),
            144..=255 => self.add_code(0x190 + symbol - 144, 9),
            256..=279 => self.add_code(symbol - 256, 7),
            _ => self.add_code(0xc0 + symbol - 280, 8),
        }
    }

    /// Adds that `length` bytes stand `distance` before.
    fn add_repeat(&mut self, length: u32, distance: u32) {
        if length as usize == LONGEST {
            self.add_symbol(285);
        } else {
            let (code, rest, n_rest) = stepped(length - 3, 3);
            self.add_symbol(257 + code);
            self.add(rest, n_rest);
        }
        let (code, rest, n_rest) = stepped(distance - 1, 2);
        self.add_code(code, 5);
        self.add(rest, n_rest);
    }

    fn finish(mut self) -> Vec<u8> {
        self.add(0, (8 - self.n_waiting) % 8);
        self.bytes
    }
}

/// The code of a value on a scale whose steps double, its rest, and how many bits the rest has.
///
/// Below `2^n_exact` each value has a code of its own; from there on each doubling has
/// `2^(n_exact - 1)` codes.
fn stepped(value: u32, n_exact: u32) -> (u32, u32, u32) {
    if value < 1 << n_exact {
        return (value, 0, 0);
    }
    let n_rest = value.ilog2() + 1 - n_exact;
    ((n_rest << (n_exact - 1)) + (value >> n_rest), value & ((1 << n_rest) - 1), n_rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_written_as_zlib_writes_them() {
        // zlib.compressobj(9, DEFLATED, -15, 9, Z_FIXED) of Python.
        assert_eq!(deflate(b"a"), [0x4b, 0x04, 0x00]);
        assert_eq!(deflate("任务".as_bytes()), [0x7b, 0xb2, 0x7b, 0xf7, 0xd3, 0xae, 0x85, 0x00]);
        // zlib is lazy and takes a byte more; it reads this one as the same text.
        assert_eq!(deflate(b"<row><row><row>"), [0xb3, 0x29, 0xca, 0x2f, 0xb7, 0x43, 0x10, 0x00]);
    }

    #[test]
    fn lengths_and_distances_have_the_codes_of_the_standard() {
        // RFC 1951, 3.2.5: length 11 is 265 with the rest 0, 258 has a code of its own.
        assert_eq!(
            [0, 7, 8, 9, 10, 16, 254].map(|value| stepped(value, 3)),
            [(0, 0, 0), (7, 0, 0), (8, 0, 1), (8, 1, 1), (9, 0, 1), (12, 0, 2), (27, 30, 5)]
        );
        assert_eq!(
            [0, 3, 4, 5, 6, 8, 32_767].map(|value| stepped(value, 2)),
            [(0, 0, 0), (3, 0, 0), (4, 0, 1), (4, 1, 1), (5, 0, 1), (6, 0, 2), (29, 8191, 13)]
        );
    }

    #[test]
    fn what_repeats_shrinks_and_nothing_is_nothing() {
        let table = "<c r=\"A1\" s=\"2\" t=\"s\"><v>1</v></c>".repeat(1000);
        assert!(deflate(table.as_bytes()).len() < table.len() / 50);
        assert_eq!(deflate(b""), [0x03, 0x00]);
    }
}
