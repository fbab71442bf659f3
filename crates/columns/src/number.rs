//! Whole numbers in as many bytes as they need, seven bits each; others by their decimals.

/// How many decimals are tried before a number stands in full.
const MAX_DECIMALS: u8 = 6;
/// Stands in the place of the number of decimals.
const IN_FULL: u8 = u8::MAX;

/// Adds a whole number, its lowest bits first.
pub(crate) fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes a whole number from the front.
pub(crate) fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// A number that may be negative, so that small ones stay small: 0, -1, 1, -2, 2 …
pub(crate) const fn folded(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

/// The number that was folded.
pub(crate) const fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// Adds a number: how many decimals it has, and their digits; in full where it has more.
pub(crate) fn put_float(out: &mut Vec<u8>, value: f64) {
    for decimals in 0..=MAX_DECIMALS {
        let digits = (value * scale(decimals)).round();
        let is_exact =
            digits.abs() < 1e15 && restored(digits as i64, decimals).to_bits() == value.to_bits();
        if is_exact {
            out.push(decimals);
            put(out, folded(digits as i64));
            return;
        }
    }
    out.push(IN_FULL);
    out.extend(value.to_le_bytes());
}

/// Takes a number from the front.
pub(crate) fn take_float(bytes: &mut &[u8]) -> Option<f64> {
    let (decimals, rest) = bytes.split_first()?;
    *bytes = rest;
    if *decimals <= MAX_DECIMALS {
        return Some(restored(unfolded(take(bytes)?), *decimals));
    }
    let (value, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(f64::from_le_bytes(*value))
}

/// The closest number to these decimals, as a reader of digits finds it too.
fn restored(digits: i64, decimals: u8) -> f64 {
    digits as f64 / scale(decimals)
}

fn scale(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |scale, _| scale * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_decimal_takes_few_bytes() {
        let n_bytes = |value| {
            let mut out = Vec::new();
            put_float(&mut out, value);
            assert_eq!(take_float(&mut &*out).map(f64::to_bits), Some(f64::to_bits(value)));
            out.len()
        };
        assert_eq!([12.0, 6.5, -0.25].map(n_bytes), [2, 3, 2]);
        assert_eq!([1.0 / 3.0, -0.0, f64::INFINITY].map(n_bytes), [9; 3]);
    }

    #[test]
    fn small_numbers_of_both_signs_are_small() {
        assert_eq!([0, -1, 1, -2].map(folded), [0, 1, 2, 3]);
        for number in [0, -1, 1, i64::MIN, i64::MAX] {
            assert_eq!(unfolded(folded(number)), number);
        }
    }
}
