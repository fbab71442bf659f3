//! Whether the shares of an allocation add up to its total.

use model::{Allocation, Bound, Reading};

/// The shares of one task added up, and the total beside them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ShareSum {
    /// They were added up.
    Added {
        /// What the shares add up to.
        sum: f64,
        /// What the comparison with the printed total gives.
        verdict: Verdict,
    },
    /// They cannot be added up.
    NotAdded(Reason),
}

/// The sum beside the total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Verdict {
    /// It is the total, or within the bound that the total prints.
    Agrees,
    /// It is not.
    Differs {
        /// The sum less the total.
        difference: f64,
    },
    /// No total is printed, or it is no number.
    NoTotal,
}

/// Why shares cannot be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// There is no share at all.
    Nothing,
    /// A cell holds words.
    NotNumbers,
    /// They are percentages.
    Ratios,
    /// A figure is approximate.
    Rough,
    /// They are printed in different units.
    MixedUnits,
}

/// Differences below this are rounding, not faults: no document prints more than three decimals.
const TOLERANCE: f64 = 1e-4;

/// Adds up the shares and compares them with the total; cells of `/` have no share and count
/// for nothing.
pub(crate) fn share_sum(allocations: &[Allocation]) -> ShareSum {
    match added(allocations) {
        Ok(sum) => ShareSum::Added { sum, verdict: verdict(sum, total(allocations)) },
        Err(reason) => ShareSum::NotAdded(reason),
    }
}

/// The total's reading, where one is printed as a number.
pub(crate) fn total(allocations: &[Allocation]) -> Option<&Reading> {
    allocations.iter().find(|cell| cell.is_total)?.reading.as_ref()
}

fn added(allocations: &[Allocation]) -> Result<f64, Reason> {
    let shares = || allocations.iter().filter(|cell| !cell.is_total && !cell.is_none());
    let readings: Option<Vec<&Reading>> = shares().map(|cell| cell.reading.as_ref()).collect();
    let readings = readings.ok_or(Reason::NotNumbers)?;
    let first = readings.first().ok_or(Reason::Nothing)?;
    let whole = total(allocations);
    if readings.iter().copied().chain(whole).any(|reading| reading.unit.as_deref() == Some("%")) {
        return Err(Reason::Ratios);
    }
    if readings.iter().any(|reading| reading.unit != first.unit) {
        return Err(Reason::MixedUnits);
    }
    if readings.iter().copied().chain(whole).any(|reading| reading.bound == Bound::About) {
        return Err(Reason::Rough);
    }
    Ok(readings.iter().map(|reading| reading.value).sum())
}

fn verdict(sum: f64, total: Option<&Reading>) -> Verdict {
    let Some(total) = total else { return Verdict::NoTotal };
    let difference = sum - total.value;
    let agrees = match total.bound {
        Bound::AtLeast => difference > -TOLERANCE,
        Bound::AtMost => difference < TOLERANCE,
        Bound::Exactly | Bound::About => difference.abs() < TOLERANCE,
    };
    if agrees { Verdict::Agrees } else { Verdict::Differs { difference } }
}

#[cfg(test)]
mod tests {
    use model::Passage;

    use super::*;

    fn cell(is_total: bool, printed: &str, value: Option<f64>, bound: Bound) -> Allocation {
        let unit = printed.ends_with('%').then(|| "%".to_owned());
        Allocation {
            region: 0,
            is_total,
            region_inferred: false,
            printed: Passage { text: printed.to_owned(), pieces: Vec::new() },
            reading: value.map(|value| Reading { value, unit, bound }),
        }
    }

    fn row(total: (&str, f64, Bound), shares: &[(&str, Option<f64>)]) -> Vec<Allocation> {
        let shares =
            shares.iter().map(|(printed, value)| cell(false, printed, *value, Bound::Exactly));
        core::iter::once(cell(true, total.0, Some(total.1), total.2)).chain(shares).collect()
    }

    #[test]
    fn shares_that_add_up_agree_and_a_slash_counts_for_nothing() {
        let cells =
            row(("13", 13.0, Bound::Exactly), &[("3", Some(3.0)), ("/", None), ("10", Some(10.0))]);
        assert_eq!(share_sum(&cells), ShareSum::Added { sum: 13.0, verdict: Verdict::Agrees });
    }

    #[test]
    fn a_sum_that_is_off_says_by_how_much() {
        let cells = row(("10", 10.0, Bound::Exactly), &[("20", Some(20.0)), ("21", Some(21.0))]);
        let verdict = Verdict::Differs { difference: 31.0 };
        assert_eq!(share_sum(&cells), ShareSum::Added { sum: 41.0, verdict });
    }

    #[test]
    fn fractions_are_compared_without_the_noise_of_binary() {
        let cells = row(("0.3", 0.3, Bound::Exactly), &[("0.1", Some(0.1)), ("0.2", Some(0.2))]);
        assert!(matches!(share_sum(&cells), ShareSum::Added { verdict: Verdict::Agrees, .. }));
    }

    #[test]
    fn more_than_a_total_of_at_least_agrees() {
        let cells = row(("10以上", 10.0, Bound::AtLeast), &[("12", Some(12.0))]);
        assert!(matches!(share_sum(&cells), ShareSum::Added { verdict: Verdict::Agrees, .. }));
    }

    #[test]
    fn percentages_words_and_rough_figures_are_not_added_up() {
        let ratios = row(("92%", 92.0, Bound::Exactly), &[("90%", Some(90.0))]);
        assert_eq!(share_sum(&ratios), ShareSum::NotAdded(Reason::Ratios));
        let words = row(("9", 9.0, Bound::Exactly), &[("按需", None)]);
        assert_eq!(share_sum(&words), ShareSum::NotAdded(Reason::NotNumbers));
        let rough = row(("约9", 9.0, Bound::About), &[("9", Some(9.0))]);
        assert_eq!(share_sum(&rough), ShareSum::NotAdded(Reason::Rough));
        let none = row(("9", 9.0, Bound::Exactly), &[("/", None)]);
        assert_eq!(share_sum(&none), ShareSum::NotAdded(Reason::Nothing));
    }
}
