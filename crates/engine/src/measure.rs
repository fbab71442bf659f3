//! The figures of the allocation tables, and when they add up.
//!
//! A figure means something together with its [`Unit`]. Start at [`Tally`]: its doc states the
//! rule by which figures are added.

use std::collections::BTreeMap;

use model::{Allocation, Ledger, Reading, Task, TaskIdx};

use crate::{Measure, Reason, Sum, fold::fold, rows::Row};

/// What a figure counts or measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    /// The measure unit printed beside it, folded: `公里`.
    Printed(String),
    /// No unit is printed, so it counts what its task says: the task's words without figures.
    CountOf(String),
}

impl Unit {
    fn new(task: &Task, reading: &Reading) -> Self {
        match &reading.unit {
            Some(unit) => Self::Printed(fold(unit)),
            None => Self::CountOf(words_without_figures(task)),
        }
    }

    /// The printed unit.
    pub(crate) fn printed(&self) -> Option<&str> {
        match self {
            Self::Printed(unit) => Some(unit),
            Self::CountOf(_) => None,
        }
    }

    /// Whether differences are percentage points.
    pub(crate) fn is_percentage(&self) -> bool {
        self.printed().is_some_and(|unit| unit.contains(['%', '‰']) || unit.contains("百分点"))
    }

    /// Whether it is a rate: a percentage, or so much for each of something (`元/人`).
    fn is_rate(&self) -> bool {
        self.is_percentage() || self.printed().is_some_and(|unit| unit.contains(['/', '每']))
    }
}

/// A unit's position in [`Amounts::units`].
type UnitIdx = u32;

/// The figures of every row.
#[derive(Debug, Clone)]
pub(crate) struct Amounts {
    units: Vec<Unit>,
    /// The figures of row `r` stand at `starts[r]..starts[r + 1]`, in the order of the table.
    starts: Vec<u32>,
    figures: Vec<Figure>,
}

/// One figure of an allocation table.
#[derive(Debug, Clone, Copy)]
struct Figure {
    /// [`Measure::Total`] or [`Measure::Share`].
    measure: Measure,
    value: f64,
    unit: UnitIdx,
}

impl Amounts {
    /// Reads the figures, rows in the order of `tasks`.
    pub(crate) fn new(ledger: &Ledger, tasks: &[TaskIdx]) -> Self {
        let mut known = BTreeMap::new();
        let (mut starts, mut figures) = (vec![0], Vec::new());
        for &task in tasks {
            let task = &ledger.tasks[task as usize];
            for (share, reading) in task.allocations.iter().filter_map(with_reading) {
                let n_known = known.len() as UnitIdx;
                let unit = *known.entry(Unit::new(task, reading)).or_insert(n_known);
                figures.push(Figure { measure: measure_of(share), value: reading.value, unit });
            }
            starts.push(figures.len() as u32);
        }
        let mut units: Vec<(UnitIdx, Unit)> =
            known.into_iter().map(|(unit, unit_idx)| (unit_idx, unit)).collect();
        units.sort_unstable_by_key(|(unit_idx, _)| *unit_idx);
        Self { units: units.into_iter().map(|(_, unit)| unit).collect(), starts, figures }
    }

    /// Adds what a row has of a measure; a measure that it does not have adds nothing.
    pub(crate) fn add_row(&self, tally: &mut Tally, measure: Measure, row: Row) {
        if measure == Measure::Tasks {
            tally.add(1.0, None);
            return;
        }
        let row = row as usize;
        let figures = &self.figures[self.starts[row] as usize..self.starts[row + 1] as usize];
        if let Some(figure) = figures.iter().find(|figure| figure.measure == measure) {
            tally.add(figure.value, Some(figure.unit));
        }
    }

    /// What was added up and its unit; `None` where there was nothing to add.
    pub(crate) fn total(&self, tally: &Tally) -> Result<Option<(Sum, Option<&Unit>)>, Reason> {
        if tally.n_tasks == 0 {
            return Ok(None);
        }
        let unit = tally.unit.map(|unit| &self.units[unit as usize]);
        if tally.n_tasks > 1 {
            let is_count = matches!(unit, Some(Unit::CountOf(_)));
            if tally.is_mixed || is_count {
                return Err(Reason::MixedUnits);
            }
            if unit.is_some_and(Unit::is_rate) {
                return Err(Reason::RatiosDoNotAdd);
            }
        }
        let printed = unit.and_then(Unit::printed).map(str::to_owned);
        Ok(Some((Sum { value: tally.value, unit: printed, n_tasks: tally.n_tasks }, unit)))
    }
}

/// A sum in the making.
///
/// Figures of several tasks add up only where all of them print the same measure unit, and
/// that unit is no rate. A figure without a unit stands alone: it counts what its own task
/// says, and two tasks say different things. Tasks themselves can always be counted.
///
/// Not checked: whether one task's figure is a part of another's, as a county's is of its
/// city's. Who chooses the slice decides that.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    value: f64,
    n_tasks: u32,
    /// The unit of the first figure; `None` for tasks.
    unit: Option<UnitIdx>,
    is_mixed: bool,
}

impl Tally {
    fn add(&mut self, value: f64, unit: Option<UnitIdx>) {
        self.is_mixed |= self.n_tasks > 0 && self.unit != unit;
        self.unit = if self.n_tasks == 0 { unit } else { self.unit };
        self.value += value;
        self.n_tasks += 1;
    }
}

fn with_reading(share: &Allocation) -> Option<(&Allocation, &Reading)> {
    share.reading.as_ref().map(|reading| (share, reading))
}

fn measure_of(share: &Allocation) -> Measure {
    if share.is_total { Measure::Total } else { Measure::Share(share.region) }
}

/// The words of a task, and the label of its row, without digits and decimal points.
fn words_without_figures(task: &Task) -> String {
    let label = task.sub_label.as_ref().map_or("", |label| label.text.as_str());
    let mut words = format!("{}\n{}", fold(&task.text.text), fold(label));
    words.retain(|c| !c.is_ascii_digit() && c != '.');
    words
}
