//! Adding up a slice, and comparing two.

use crate::{
    Change, Code, Engine, Facet, Measure, Query, Reason, Sum, Verdict,
    measure::{Tally, Unit},
};

impl Engine {
    /// Adds up a measure over the matching tasks; `None` where none of them has a figure.
    ///
    /// Figures of several tasks add up only where all of them print the same measure unit, and
    /// that unit is no rate (`%`, `元/人`). A figure without a unit counts what its own task
    /// says, so it is given alone or not at all. Tasks are always counted, and no task is `0`.
    ///
    /// Whether one task's figure is a part of another's (a county's of its city's) is not
    /// checked: the query decides what is added.
    ///
    /// # Errors
    ///
    /// [`Reason::MixedUnits`] or [`Reason::RatiosDoNotAdd`] where the figures do not add up.
    pub fn sum(&self, query: &Query, measure: Measure) -> Result<Option<Sum>, Reason> {
        let mut tally = Tally::default();
        for row in self.matching(query).rows() {
            self.amounts.add_row(&mut tally, measure, row);
        }
        let sum = self.amounts.total(&tally)?.map(|(sum, _)| sum);
        let nothing = Sum { value: 0.0, unit: None, n_tasks: 0 };
        Ok(sum.or((measure == Measure::Tasks).then_some(nothing)))
    }

    /// Compares two slices of the ledger, such as two years, value by value of the facet `by`.
    ///
    /// Changes stand in the order of the facet's values; values that neither slice has anything
    /// of are left out. A task counts for each value it has. Within a slice, figures add up by
    /// the rule of [`Engine::sum`]. Between slices they compare where the unit is the same; two
    /// figures without a unit, where their tasks say the same but for digits. Numbers of tasks
    /// always compare, and no task is the number 0.
    pub fn compare(
        &self,
        before: &Query,
        after: &Query,
        by: Facet,
        measure: Measure,
    ) -> Vec<Change> {
        let before = self.tallies(before, by, measure);
        let after = self.tallies(after, by, measure);
        let sides = before.iter().zip(&after).zip(0..);
        sides
            .filter_map(|((before, after), key)| self.change(key, before, after, measure))
            .collect()
    }

    /// The sums of the matching tasks, by the code of the facet's value.
    fn tallies(&self, query: &Query, by: Facet, measure: Measure) -> Vec<Tally> {
        let column = self.column_at(by, query.tolerance);
        let mut tallies = vec![Tally::default(); column.n_values() as usize];
        for row in self.matching(query).rows() {
            for code in column.of_row(row) {
                self.amounts.add_row(&mut tallies[code as usize], measure, row);
            }
        }
        tallies
    }

    /// The change of one value; `None` where neither side has anything.
    fn change(&self, key: Code, before: &Tally, after: &Tally, measure: Measure) -> Option<Change> {
        let (before, after) = (self.side(before, measure), self.side(after, measure));
        let is_nothing = |side: &Side| matches!(side, Ok(None | Some((0.0, None))));
        if is_nothing(&before) && is_nothing(&after) {
            return None;
        }
        let verdict = verdict(&before, &after);
        let value = |side: &Side| side.ok().flatten().map(|(value, _)| value);
        let unit = match (&verdict, &after) {
            (Verdict::Comparable { .. }, Ok(Some((_, unit)))) => unit.and_then(Unit::printed),
            _ => None,
        };
        let unit = unit.map(str::to_owned);
        Some(Change { key, before: value(&before), after: value(&after), unit, verdict })
    }

    /// What one side comes to. No tasks are the number 0; no figures are nothing.
    fn side(&self, tally: &Tally, measure: Measure) -> Side<'_> {
        let total = self.amounts.total(tally)?.map(|(sum, unit)| (sum.value, unit));
        Ok(total.or((measure == Measure::Tasks).then_some((0.0, None))))
    }
}

/// A slice's value with its unit (`None` for tasks), nothing, or why it has no value.
type Side<'a> = Result<Option<(f64, Option<&'a Unit>)>, Reason>;

/// What can be said of two values.
fn verdict(before: &Side, after: &Side) -> Verdict {
    match (*before, *after) {
        (Err(reason), _) | (_, Err(reason)) => Verdict::NotComparable(reason),
        (Ok(None), _) => Verdict::NotComparable(Reason::NothingBefore),
        (_, Ok(None)) => Verdict::NotComparable(Reason::NothingAfter),
        (Ok(Some((_, before))), Ok(Some((_, after)))) if before != after => {
            Verdict::NotComparable(Reason::DifferentUnits)
        }
        (Ok(Some((before, unit))), Ok(Some((after, _)))) => {
            let difference = after - before;
            let has_ratio = before != 0.0 && !unit.is_some_and(Unit::is_percentage);
            Verdict::Comparable { difference, ratio: has_ratio.then(|| difference / before) }
        }
    }
}
