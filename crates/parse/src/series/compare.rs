//! Which points of a series compare, and why the others do not.
//!
//! Points compare within one region and one horizon, when two years at least have one. Where a
//! region and year has several figures, one stands for it: the table's before the text's, the
//! government's own project before its share of a higher one, then the one printed first.

use core::cmp::Ordering;
use std::collections::BTreeMap;

use model::{Horizon, Ledger, Point, PointSource, Reason, RegionIdx, SectionKind};

/// A point, and what its rule says against comparing it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) point: Point,
    pub(super) differs: Option<Reason>,
}

/// The points in the order of the documents, each with its reason where it does not compare.
pub(super) fn judge(ledger: &Ledger, mut found: Vec<Found>) -> Vec<Point> {
    found.sort_by(|one, other| in_print(&one.point, &other.point));
    let mut by_region: BTreeMap<Option<RegionIdx>, Vec<&Found>> = BTreeMap::new();
    for each in &found {
        by_region.entry(each.point.region).or_default().push(each);
    }
    let of_region = |each: &Found| by_region.get(&each.point.region).map_or(&[][..], Vec::as_slice);
    let reasons: Vec<_> = found.iter().map(|each| reason(ledger, of_region(each), each)).collect();
    let points = found.into_iter().zip(reasons);
    points.map(|(found, reason)| Point { reason, ..found.point }).collect()
}

fn in_print(one: &Point, other: &Point) -> Ordering {
    (one.document, one.task, one.source).cmp(&(other.document, other.task, other.source))
}

/// Why a point does not compare with the others of its region; `None` where it does.
fn reason(ledger: &Ledger, of_region: &[&Found], found: &Found) -> Option<Reason> {
    let point = &found.point;
    if point.region.is_none() {
        return Some(Reason::Province);
    }
    if found.differs.is_some() {
        return found.differs;
    }
    let of_region = || of_region.iter().copied();
    let peers = || of_region().filter(|other| is_peer(other, point));
    let best = peers()
        .filter(|other| other.point.year == point.year)
        .min_by(|one, other| by_rank(ledger, &one.point, &other.point));
    if best.is_some_and(|best| best.point.source != point.source || best.point.task != point.task) {
        return Some(Reason::SameYear);
    }
    if peers().any(|other| other.point.year != point.year) {
        return None;
    }
    let could_pair =
        |other: &&Found| other.point.year != point.year && other.point.horizon == point.horizon;
    let differing = of_region().filter(could_pair).find_map(|other| other.differs);
    if point.horizon == Horizon::FiveYear {
        Some(Reason::OtherHorizon)
    } else if differing.is_some() {
        differing
    } else if of_region().any(|other| other.point.horizon != point.horizon) {
        Some(Reason::OtherHorizon)
    } else {
        Some(Reason::OtherRegion)
    }
}

/// Whether a point could be compared with `point` but for its year.
fn is_peer(other: &Found, point: &Point) -> bool {
    other.differs.is_none() && other.point.horizon == point.horizon
}

/// Which of two figures of one region and year stands for it.
fn by_rank(ledger: &Ledger, one: &Point, other: &Point) -> Ordering {
    let rank = |point: &Point| {
        let section = ledger.tasks[point.task as usize].section;
        (
            !matches!(point.source, PointSource::Allocation(_)),
            section == SectionKind::LivelihoodProvince,
        )
    };
    rank(one).cmp(&rank(other)).then_with(|| in_print(one, other))
}
