//! How a share stands to that of the earlier year, where the ledger says that the two compare.

use core::iter;

use model::{Ledger, Point, PointSource, Reason, Series, TargetKind, TaskIdx};

/// A share beside that of an earlier year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Change {
    /// The earlier year.
    pub year: u16,
    /// The task that states the earlier share.
    pub task: TaskIdx,
    /// The earlier share.
    pub before: f64,
    /// The share.
    pub after: f64,
    /// Whether the two are percentages, which change in points.
    pub is_points: bool,
}

impl Change {
    /// After less before.
    pub(crate) fn difference(&self) -> f64 {
        self.after - self.before
    }

    /// The difference in percent of the earlier amount; `None` for percentages and from zero.
    pub(crate) fn percent(&self) -> Option<f64> {
        let is_amount = !self.is_points && self.before != 0.0;
        is_amount.then(|| self.difference() / self.before * 100.0)
    }
}

/// Why a share has no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// No indicator that recurs holds it.
    NotFollowed,
    /// It is not the same measure.
    NotComparable(Reason),
    /// No earlier year has a share that compares.
    First,
}

/// The change of every share that an indicator follows, found when asked for.
#[derive(Debug)]
pub(crate) struct Changes {
    /// For each task the last of its places.
    last: Vec<Option<u32>>,
    places: Vec<Place>,
}

/// Where a series holds a share.
#[derive(Debug)]
struct Place {
    /// The place in the task's allocations.
    cell: u16,
    series: &'static Series,
    point: &'static Point,
    /// The place before it of the same task.
    before: Option<u32>,
}

impl Changes {
    /// Notes where the ledger's series hold shares.
    pub(crate) fn of(ledger: &'static Ledger) -> Self {
        let mut found = Self { last: vec![None; ledger.tasks.len()], places: Vec::new() };
        for series in &ledger.series {
            for point in &series.points {
                if let PointSource::Allocation(cell) = point.source {
                    let last = &mut found.last[point.task as usize];
                    let before = last.replace(found.places.len() as u32);
                    found.places.push(Place { cell, series, point, before });
                }
            }
        }
        found
    }

    /// The change of the share at this place of a task's allocations.
    pub(crate) fn at(&self, task: TaskIdx, cell: usize) -> Result<Change, Gap> {
        let place = |at: Option<u32>| Some(&self.places[at? as usize]);
        let last = place(self.last[task as usize]);
        let mut places = iter::successors(last, |found| place(found.before));
        let found = places.find(|found| usize::from(found.cell) == cell);
        found.map_or(Err(Gap::NotFollowed), |found| change(found.series, found.point))
    }
}

/// Whether the two may be compared and are shares of one region.
pub(crate) fn is_beside(one: &Point, other: &Point) -> bool {
    let is_share = |point: &Point| matches!(point.source, PointSource::Allocation(_));
    is_share(one)
        && is_share(other)
        && one.is_comparable()
        && other.is_comparable()
        && one.region == other.region
        && one.horizon == other.horizon
}

fn change(series: &Series, point: &Point) -> Result<Change, Gap> {
    if let Some(reason) = point.reason {
        return Err(Gap::NotComparable(reason));
    }
    let earlier =
        series.points.iter().filter(|other| other.year < point.year && is_beside(other, point));
    let earlier = earlier.max_by_key(|other| other.year).ok_or(Gap::First)?;
    Ok(Change {
        year: earlier.year,
        task: earlier.task,
        before: earlier.value,
        after: point.value,
        is_points: series.kind != TargetKind::Absolute,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_changes_in_percent_and_a_rate_in_points() {
        let change = Change { year: 2022, task: 0, before: 26.0, after: 13.0, is_points: false };
        assert_eq!(change.percent(), Some(-50.0));
        assert_eq!(Change { is_points: true, ..change }.percent(), None);
        assert_eq!(Change { before: 0.0, ..change }.percent(), None);
    }
}
