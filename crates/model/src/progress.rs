//! What has been done: figures of a status text, and how they stand to their targets.
//!
//! Start with [`Progress`]. [`judge`] is pure, so that a page can judge again with another
//! [`Tolerance`]; [`overall`] sums up a task.

use serde::{Deserialize, Serialize};

use crate::{Bound, Passage, Target, TargetKind, TaskIdx};

/// What a status text says was reached for one target (完成情况), or that it says no figure.
///
/// What the text claims ([`Progress::claim`]), what was computed ([`Progress::state`]) and the
/// words both rest on ([`Progress::printed`]) stand apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The task whose status it is.
    pub task: TaskIdx,
    /// The position in [`crate::Ledger::targets`] of the target it answers; `None` where the
    /// task states no quantity.
    pub target: Option<u32>,
    /// What was measured, in the status text's words; the target's where no figure is given.
    pub indicator: String,
    /// The figure; `None` where the text gives none that compares.
    pub achieved: Option<Achieved>,
    /// The words of the figure; empty where there is none.
    pub printed: Passage,
    /// Up to when the figure counts; `None` where neither text nor document name a time.
    pub period: Option<Elapsed>,
    /// Whether it was measured or is expected.
    pub basis: Basis,
    /// Whether the words tell of a step on the way (申报, 初审, 基本完成) and not of the result.
    pub is_step: bool,
    /// The words by which the document says of itself that it is done or begun: 已完成, 已开工.
    pub claim: Option<Passage>,
    /// The share of an amount that was reached; `None` for rates, which compare in points.
    pub ratio: Option<f64>,
    /// How it stands, at [`Tolerance::default`].
    pub state: ProgressState,
    /// Why it stands so.
    pub rule: ProgressRule,
}

impl Progress {
    /// Its printed words, to be cut out of the source again.
    pub(crate) fn passages_mut(&mut self) -> impl Iterator<Item = &mut Passage> {
        let period = self.period.as_mut().map(|period| &mut period.printed);
        [Some(&mut self.printed), period, self.claim.as_mut()].into_iter().flatten()
    }
}

/// A figure of a status text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Achieved {
    /// The number, 万 and 亿 worked out; negative where it moved against its target's direction.
    pub value: f64,
    /// The measure unit without 万 and 亿: the target's where both measure the same (亩, 公顷).
    pub unit: Option<String>,
}

/// The part of the year that a figure covers (时期).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elapsed {
    /// The words that name it: `1-5月`, `目前`; empty where the text names none.
    pub printed: Passage,
    /// The month at whose end it ends, 1 to 12.
    pub end_month: u8,
    /// Whether the month was inferred: the text names no time, or only 目前. Then it is the one
    /// that the table's header or the list's heading names (上半年完成情况), else the latest that the
    /// document itself reports on widely.
    pub is_inferred: bool,
}

impl Elapsed {
    /// The share of the year gone by at its end, 0 to 1.
    pub fn share_of_year(&self) -> f64 {
        f64::from(self.end_month) / 12.0
    }
}

/// Whether a figure was measured or is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// It was reached.
    Actual,
    /// 预计, 力争, 年底前.
    Forecast,
}

impl Basis {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Forecast => "forecast",
        }
    }
}

/// How a task or a figure stands, the least advanced first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProgressState {
    /// 欠进度.
    Behind,
    /// 达进度.
    OnTrack,
    /// 超进度.
    Ahead,
    /// 已完成: the year's target is reached.
    Done,
    /// 未量化: no comparable figure.
    Unquantified,
}

impl ProgressState {
    /// Every state, in the order lists show them.
    pub const ALL: [Self; 5] =
        [Self::Behind, Self::OnTrack, Self::Ahead, Self::Done, Self::Unquantified];

    /// The code used in files and links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ahead => "ahead",
            Self::OnTrack => "on-track",
            Self::Behind => "behind",
            Self::Unquantified => "unquantified",
        }
    }
}

/// Why a figure stands as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProgressRule {
    /// An amount has reached the year's target.
    AmountReached,
    /// An amount's share of its target against the share of the year gone by.
    AmountOverTime,
    /// A rate of change against the rate itself.
    Growth,
    /// A share or level against the level itself.
    Level,
    /// A share has reached its level, and its clause says that the work is done.
    LevelClaimed,
    /// A value against the limit it must keep.
    Limit,
    /// An expected value: kept, not judged.
    Forecast,
    /// A step on the way: kept, not judged.
    Step,
    /// An amount without any time to hold it against.
    NoPeriod,
    /// The text claims that it is done or begun, and gives no comparable figure.
    Claim,
    /// The text gives no figure that compares with the target.
    NoFigure,
    /// The task states no quantity to reach.
    NoTarget,
}

impl ProgressRule {
    /// The code used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AmountReached => "amount-reached",
            Self::AmountOverTime => "amount-over-time",
            Self::Growth => "growth",
            Self::Level => "level",
            Self::LevelClaimed => "level-claimed",
            Self::Limit => "limit",
            Self::Forecast => "forecast",
            Self::Step => "step",
            Self::NoPeriod => "no-period",
            Self::Claim => "claim",
            Self::NoFigure => "no-figure",
            Self::NoTarget => "no-target",
        }
    }
}

/// How far a figure may lie from the mark and still be on track.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// For amounts, in percentage points of the target.
    pub amount_points: f64,
    /// For rates, levels and limits, in points of their own scale.
    pub rate_points: f64,
}

impl Default for Tolerance {
    /// What supervision desks use: 5 points for amounts, 0.5 for rates.
    fn default() -> Self {
        Self { amount_points: 5.0, rate_points: 0.5 }
    }
}

/// What [`judge`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// The share of an amount that was reached.
    pub ratio: Option<f64>,
    /// How it stands.
    pub state: ProgressState,
    /// Why.
    pub rule: ProgressRule,
}

/// Judges a figure against its target.
///
/// An amount is done once the year's target is reached; else its share of the target stands
/// against the share of the year gone by (a completion rate, 完成率, is that share). A rate of change and a level stand against themselves,
/// in points; a level is done only where it is reached and its clause claims so. A limit
/// (`<=`) stands the other way round. A reduction (下降) is measured as a reduction, so that
/// more of it is better. Forecasts and steps on the way are not judged.
///
/// `target` is the one that `progress` answers.
pub fn judge(progress: &Progress, target: Option<&Target>, tolerance: Tolerance) -> Verdict {
    let open = |rule| Verdict { ratio: None, state: ProgressState::Unquantified, rule };
    let (Some(target), Some(achieved)) = (target, &progress.achieved) else {
        return open(match (target, &progress.achieved) {
            (_, Some(_)) if progress.basis == Basis::Forecast => ProgressRule::Forecast,
            (_, None) if progress.claim.is_some() => ProgressRule::Claim,
            (None, _) => ProgressRule::NoTarget,
            (Some(_), _) => ProgressRule::NoFigure,
        });
    };
    let is_amount = target.kind == TargetKind::Absolute && target.bound != Bound::AtMost;
    let is_share = achieved.unit.as_deref() == Some("%");
    let ratio = (is_amount && target.value > 0.0)
        .then(|| if is_share { achieved.value / 100.0 } else { achieved.value / target.value });
    if progress.basis == Basis::Forecast {
        return Verdict { ratio, ..open(ProgressRule::Forecast) };
    }
    if progress.is_step {
        return Verdict { ratio, ..open(ProgressRule::Step) };
    }
    if let Some(share) = ratio {
        return amount(share, progress.period.as_ref(), tolerance);
    }
    rate(achieved.value, target, progress.claim.is_some(), tolerance)
}

/// Judges the share of an amount against the share of the year.
fn amount(share: f64, period: Option<&Elapsed>, tolerance: Tolerance) -> Verdict {
    let (state, rule) = if share >= 1.0 {
        (ProgressState::Done, ProgressRule::AmountReached)
    } else if let Some(period) = period {
        let points = (share - period.share_of_year()) * 100.0;
        (side_of(points, tolerance.amount_points), ProgressRule::AmountOverTime)
    } else {
        (ProgressState::Unquantified, ProgressRule::NoPeriod)
    };
    Verdict { ratio: Some(share), state, rule }
}

/// Judges a rate, level or limit against itself.
fn rate(achieved: f64, target: &Target, is_claimed: bool, tolerance: Tolerance) -> Verdict {
    let is_limit = target.bound == Bound::AtMost;
    let points = if is_limit { target.value - achieved } else { achieved - target.value };
    let is_done = target.kind == TargetKind::Ratio && !is_limit && is_claimed && points >= 0.0;
    let (state, rule) = match target.kind {
        _ if is_done => (ProgressState::Done, ProgressRule::LevelClaimed),
        _ if is_limit => (side_of(points, tolerance.rate_points), ProgressRule::Limit),
        TargetKind::Growth => (side_of(points, tolerance.rate_points), ProgressRule::Growth),
        _ => (side_of(points, tolerance.rate_points), ProgressRule::Level),
    };
    Verdict { ratio: None, state, rule }
}

/// On which side of the mark a difference in points lies.
fn side_of(points: f64, tolerance: f64) -> ProgressState {
    // Differences of printed decimals: 3.5 − 3 and 0.5 must count as equal.
    const ROUNDING: f64 = 1e-9;
    if points > tolerance + ROUNDING {
        ProgressState::Ahead
    } else if points >= -tolerance - ROUNDING {
        ProgressState::OnTrack
    } else {
        ProgressState::Behind
    }
}

/// How a task stands as a whole: its least advanced state.
///
/// `rows` are the task's rows with their states. Of each target the rows of its latest judged
/// period count; forecasts, steps and targets without figures do not. A task without any judged
/// row is unquantified.
pub fn overall<'a>(rows: impl IntoIterator<Item = (&'a Progress, ProgressState)>) -> ProgressState {
    let judged = rows.into_iter().filter(|(row, state)| {
        *state != ProgressState::Unquantified && row.basis != Basis::Forecast
    });
    let end = |row: &Progress| row.period.as_ref().map_or(0, |period| period.end_month);
    let judged: Vec<_> = judged.map(|(row, state)| (row.target, end(row), state)).collect();
    let is_latest = |(target, end, _): &&(Option<u32>, u8, ProgressState)| {
        judged.iter().all(|(other, later, _)| other != target || later <= end)
    };
    let latest = judged.iter().filter(is_latest).map(|(_, _, state)| *state);
    latest.min().unwrap_or(ProgressState::Unquantified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Horizon, TargetRole};

    fn target(value: f64, unit: &str, kind: TargetKind, bound: Bound) -> Target {
        Target {
            task: 0,
            indicator: String::new(),
            printed: Passage::default(),
            value,
            value_max: None,
            unit: Some(unit.to_owned()),
            bound,
            kind,
            direction: None,
            role: TargetRole::Target,
            horizon: Horizon::Annual,
        }
    }

    fn row(target: u32, value: f64, unit: &str, end_month: u8) -> Progress {
        let printed = Passage::default();
        Progress {
            task: 0,
            target: Some(target),
            indicator: String::new(),
            achieved: Some(Achieved { value, unit: Some(unit.to_owned()) }),
            printed: printed.clone(),
            period: Some(Elapsed { printed, end_month, is_inferred: false }),
            basis: Basis::Actual,
            is_step: false,
            claim: None,
            ratio: None,
            state: ProgressState::Unquantified,
            rule: ProgressRule::NoFigure,
        }
    }

    #[test]
    fn a_wider_tolerance_brings_a_figure_back_on_track() {
        let target = target(40.0, "亿元", TargetKind::Absolute, Bound::AtLeast);
        let row = row(0, 17.0, "亿元", 6);
        let state = |amount_points| {
            let tolerance = Tolerance { amount_points, ..Tolerance::default() };
            judge(&row, Some(&target), tolerance).state
        };
        assert_eq!(state(5.0), ProgressState::Behind);
        assert_eq!(state(7.5), ProgressState::OnTrack);
    }

    #[test]
    fn a_limit_is_kept_from_below() {
        let target = target(5.0, "%", TargetKind::Ratio, Bound::AtMost);
        let state =
            |value| judge(&row(0, value, "%", 6), Some(&target), Tolerance::default()).state;
        let states = [4.0, 5.2, 5.6].map(state);
        assert_eq!(states, [ProgressState::Ahead, ProgressState::OnTrack, ProgressState::Behind]);
    }

    #[test]
    fn a_task_stands_as_its_least_advanced_target_does_in_its_latest_period() {
        let rows = [
            (row(0, 1.0, "个", 3), ProgressState::Behind),
            (row(0, 5.0, "个", 6), ProgressState::Done),
            (row(1, 5.0, "个", 6), ProgressState::Ahead),
            (row(2, 5.0, "个", 6), ProgressState::Unquantified),
        ];
        let of = |n: usize| overall(rows[..n].iter().map(|(row, state)| (row, *state)));
        assert_eq!(of(0), ProgressState::Unquantified);
        assert_eq!(of(1), ProgressState::Behind);
        assert_eq!(of(2), ProgressState::Done);
        assert_eq!(of(4), ProgressState::Ahead);
    }
}
