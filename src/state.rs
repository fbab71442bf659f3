//! What a link carries: the view, what is chosen, the open task, and how the page looks.
//!
//! [`ViewState`] is the only state that a reader can share. It holds keys of the data (`sjsj`,
//! `annual`), not positions, so that a link outlives the data it was made from. `link.rs` writes
//! it as a query string and reads it back; nothing here knows a browser.

use engine::{Facet, Group, Sort, SortKey};

use crate::deck::Deck;

/// Everything that a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ViewState {
    /// Which view is shown.
    pub view: View,
    /// What is chosen, facet by facet in the order of [`Facet::ALL`]; no entry is empty.
    pub choices: Vec<Choice>,
    /// The words searched for, as typed.
    pub search: String,
    /// In which order the tasks stand.
    pub sort: Sort,
    /// What the list is parted by.
    pub group: Group,
    /// The id of the open task.
    pub task: Option<String>,
    /// What each view shows beside the filter.
    pub focus: Focus,
    /// The page's language.
    pub lang: Lang,
    /// Light or dark.
    pub tint: Tint,
    /// 展示: the slides that the link carries, if any.
    pub deck: Deck,
    /// Whether the deck is shown on a wall, and how.
    pub kiosk: Option<Kiosk>,
}

/// How a deck is shown on a wall.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Kiosk {
    /// Whether the slides stand alone, without clock, ring, code and number.
    pub is_bare: bool,
    /// What is left out, in the order of [`KioskPart::ALL`].
    pub hides: Vec<KioskPart>,
}

impl Kiosk {
    /// Whether a part is shown.
    pub(crate) fn shows(&self, part: KioskPart) -> bool {
        !self.is_bare && !self.hides.contains(&part)
    }
}

/// What stands round a slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum KioskPart {
    /// The page's name and the number of the screen.
    Title,
    /// The time of day.
    Clock,
    /// The seconds left.
    Ring,
    /// The code of the slide's link.
    Qr,
}

impl KioskPart {
    /// Every part.
    pub(crate) const ALL: [Self; 4] = [Self::Title, Self::Clock, Self::Ring, Self::Qr];
}

/// What is chosen of one facet, by the keys of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The facet.
    pub facet: Facet,
    /// The values that a task may have, in the order they were chosen.
    pub include: Vec<String>,
    /// The values that a task must not have.
    pub exclude: Vec<String>,
}

/// What single views show beside the filter; each view keeps to its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Focus {
    /// 对比: the id of the series shown large.
    pub series: Option<String>,
    /// 对比: in which order the series stand.
    pub order: SeriesOrder,
    /// 对比: the first slice; the default pair's where it is missing.
    pub a: Option<Slice>,
    /// 对比: the second slice.
    pub b: Option<Slice>,
    /// 区县: the key of the region whose profile is shown.
    pub region: Option<String>,
    /// 区县: what the cells of the allocation matrix show.
    pub cells: Cells,
    /// 部门: the key of the unit whose profile is shown.
    pub unit: Option<String>,
    /// 部门: in which order the units stand.
    pub units: UnitOrder,
    /// 部门: in which order the pairs stand.
    pub pairs: PairOrder,
    /// 进度: how far a figure may lie from its mark and still count as on it.
    pub tolerance: Leeway,
    /// 核验: the code of the only kind of finding listed.
    pub check: Option<String>,
}

/// A choice of tasks that stands beside another: what is chosen, and the words searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Slice {
    /// As in [`ViewState`].
    pub choices: Vec<Choice>,
    /// As in [`ViewState`].
    pub search: String,
}

/// In which order series stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum SeriesOrder {
    /// As registered, those that compare first.
    #[default]
    Registry,
    /// By name: as pinyin, or in the alphabet.
    Name,
    /// By theme, in the order of the themes.
    Theme,
    /// The largest change first.
    Change,
}

impl SeriesOrder {
    /// Every order, in the order of the switch.
    pub(crate) const ALL: [Self; 4] = [Self::Registry, Self::Name, Self::Theme, Self::Change];
}

/// What the cells of the allocation matrix show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum Cells {
    /// The share as printed.
    #[default]
    Amount,
    /// The region's part of the row's total, in percent.
    Share,
    /// The change on the earlier year.
    Change,
}

impl Cells {
    /// Every way, in the order of the switch.
    pub(crate) const ALL: [Self; 3] = [Self::Amount, Self::Share, Self::Change];
}

/// In which order the units of 部门 stand: by a count, the largest first, or by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum UnitOrder {
    /// By what they lead.
    #[default]
    Lead,
    /// By what they help with.
    Support,
    /// By the share of their tasks that state a target.
    Target,
    /// By name, as pinyin.
    Name,
}

impl UnitOrder {
    /// Every order, in the order of the table's columns.
    pub(crate) const ALL: [Self; 4] = [Self::Name, Self::Lead, Self::Support, Self::Target];
}

/// In which order the pairs of 部门 stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum PairOrder {
    /// By how many tasks they share, the most first.
    #[default]
    Tasks,
    /// By the name of the unit that leads, as pinyin.
    Lead,
    /// By the name of the other.
    Partner,
}

impl PairOrder {
    /// Every order, in the order of the table's columns.
    pub(crate) const ALL: [Self; 3] = [Self::Lead, Self::Partner, Self::Tasks];
}

/// How far a figure may lie from its mark, in tenths of a percentage point, so that equal
/// tolerances are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Leeway {
    /// For amounts, against the share of the year.
    pub amount_tenths: u16,
    /// For rates, levels and limits, against the target.
    pub rate_tenths: u16,
}

impl Default for Leeway {
    fn default() -> Self {
        Self { amount_tenths: 50, rate_tenths: 5 }
    }
}

impl Leeway {
    /// More than this, in tenths of a point, is no tolerance any more.
    pub(crate) const MOST: u16 = 500;

    /// The same as the ledger's judge takes it.
    pub(crate) fn tolerance(self) -> model::Tolerance {
        model::Tolerance {
            amount_points: f64::from(self.amount_tenths) / 10.0,
            rate_points: f64::from(self.rate_tenths) / 10.0,
        }
    }
}

/// One of the page's views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum View {
    /// 总览.
    #[default]
    Overview,
    /// 任务.
    Tasks,
    /// 对比.
    Compare,
    /// 区县.
    Districts,
    /// 部门.
    Departments,
    /// 进度.
    Progress,
    /// 核验.
    Checks,
    /// 展示.
    Kiosk,
    /// 说明.
    About,
}

impl View {
    /// Every view, in the order of the bar.
    pub(crate) const ALL: [Self; 9] = [
        Self::Overview,
        Self::Tasks,
        Self::Compare,
        Self::Districts,
        Self::Departments,
        Self::Progress,
        Self::Checks,
        Self::Kiosk,
        Self::About,
    ];
}

/// A language of the page; the documents' own words stay Chinese in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum Lang {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The other one.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The code of BCP 47, for `lang` attributes.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// Whether the page is light or dark (外观).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum Tint {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Tint {
    /// The one that follows when a reader switches.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// Whether a value of a facet is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum Chosen {
    /// Nothing is said of it.
    #[default]
    No,
    /// A task may have it.
    Included,
    /// A task must not have it.
    Excluded,
}

impl ViewState {
    /// What is chosen, as a slice to set beside another.
    pub(crate) fn slice(&self) -> Slice {
        Slice { choices: self.choices.clone(), search: self.search.clone() }
    }

    /// The same look (language, light or dark) with nothing chosen, in `view`.
    pub(crate) fn blank(&self, view: View) -> Self {
        Self { view, lang: self.lang, tint: self.tint, ..Self::default() }
    }

    /// The same choices in another view, no task open; a deck stays with its own view.
    pub(crate) fn in_view(&self, view: View) -> Self {
        Self { view, task: None, deck: Deck::default(), kiosk: None, ..self.clone() }
    }

    /// The same list with this task open beside it.
    pub(crate) fn with_task(&self, id: &str) -> Self {
        Self { view: View::Tasks, task: Some(id.to_owned()), ..self.clone() }
    }

    /// The same list with no task open.
    pub(crate) fn without_task(&self) -> Self {
        Self { task: None, ..self.clone() }
    }

    /// The same with other words searched for.
    pub(crate) fn searching(&self, words: &str) -> Self {
        Self { search: words.to_owned(), ..self.clone() }
    }

    /// What is chosen of `facet`.
    pub(crate) fn choice(&self, facet: Facet) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.facet == facet)
    }

    /// Whether the value `key` of `facet` is chosen.
    pub(crate) fn chosen(&self, facet: Facet, key: &str) -> Chosen {
        let holds = |keys: &[String]| keys.iter().any(|found| found == key);
        match self.choice(facet) {
            Some(choice) if holds(&choice.include) => Chosen::Included,
            Some(choice) if holds(&choice.exclude) => Chosen::Excluded,
            _ => Chosen::No,
        }
    }

    /// Whether a task whose only value of `facet` is `key` may match.
    pub(crate) fn admits(&self, facet: Facet, key: &str) -> bool {
        match self.chosen(facet, key) {
            Chosen::Included => true,
            Chosen::Excluded => false,
            Chosen::No => self.choice(facet).is_none_or(|choice| choice.include.is_empty()),
        }
    }

    /// The same with the value `key` of `facet` chosen as `chosen`, whatever it was before.
    #[must_use]
    pub(crate) fn choosing(mut self, facet: Facet, key: &str, chosen: Chosen) -> Self {
        let choice = self.choice_mut(facet);
        choice.include.retain(|found| found != key);
        choice.exclude.retain(|found| found != key);
        match chosen {
            Chosen::No => {}
            Chosen::Included => choice.include.push(key.to_owned()),
            Chosen::Excluded => choice.exclude.push(key.to_owned()),
        }
        self.choices.retain(|choice| !choice.include.is_empty() || !choice.exclude.is_empty());
        self
    }

    /// The same with `key` as the only value chosen of `facet`.
    #[must_use]
    pub(crate) fn only(self, facet: Facet, key: &str) -> Self {
        self.without(facet).choosing(facet, key, Chosen::Included)
    }

    /// The same with nothing chosen of `facet`.
    #[must_use]
    pub(crate) fn without(mut self, facet: Facet) -> Self {
        self.choices.retain(|choice| choice.facet != facet);
        self
    }

    /// The same with nothing included (or, with `is_excluded`, nothing excluded) of `facet`.
    #[must_use]
    pub(crate) fn without_half(mut self, facet: Facet, is_excluded: bool) -> Self {
        let choice = self.choice_mut(facet);
        if is_excluded {
            choice.exclude.clear();
        } else {
            choice.include.clear();
        }
        self.choices.retain(|choice| !choice.include.is_empty() || !choice.exclude.is_empty());
        self
    }

    /// How many facets something is chosen of, the search counted as one.
    pub(crate) fn n_choices(&self) -> usize {
        self.choices.len() + usize::from(!self.search.trim().is_empty())
    }

    /// The entry of `facet`, made where there is none.
    fn choice_mut(&mut self, facet: Facet) -> &mut Choice {
        let at = self.choices.partition_point(|choice| choice.facet < facet);
        if self.choices.get(at).is_none_or(|choice| choice.facet != facet) {
            self.choices.insert(at, Choice { facet, include: Vec::new(), exclude: Vec::new() });
        }
        &mut self.choices[at]
    }
}

/// The sorts that the list offers, in order.
pub(crate) const SORTS: [Sort; 4] = [
    Sort { by: SortKey::Printed, is_descending: false },
    Sort { by: SortKey::Lead, is_descending: false },
    Sort { by: SortKey::Units, is_descending: true },
    Sort { by: SortKey::Total, is_descending: true },
];

/// The partings that the list offers, in order.
pub(crate) const GROUPS: [Group; 5] =
    [Group::Section, Group::Theme, Group::Lead, Group::Region, Group::None];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_a_value_again_as_not_chosen_leaves_no_trace() {
        let state = ViewState::default();
        let chosen = state.clone().choosing(Facet::Lead, "sjsj", Chosen::Included);
        assert_eq!(chosen.chosen(Facet::Lead, "sjsj"), Chosen::Included);
        assert_eq!(chosen.choosing(Facet::Lead, "sjsj", Chosen::No), state);
    }

    #[test]
    fn a_value_is_never_included_and_excluded_at_once() {
        let state = ViewState::default().choosing(Facet::Year, "2022", Chosen::Included).choosing(
            Facet::Year,
            "2022",
            Chosen::Excluded,
        );
        assert_eq!(state.chosen(Facet::Year, "2022"), Chosen::Excluded);
        assert!(state.choices[0].include.is_empty());
    }

    #[test]
    fn choices_stand_in_the_order_of_the_facets() {
        let state = ViewState::default()
            .choosing(Facet::Trait, "allocated", Chosen::Included)
            .choosing(Facet::Year, "2022", Chosen::Included)
            .choosing(Facet::Lead, "sjsj", Chosen::Excluded);
        let order: Vec<_> = state.choices.iter().map(|choice| choice.facet).collect();
        assert_eq!(order, [Facet::Year, Facet::Lead, Facet::Trait]);
    }

    #[test]
    fn opening_and_closing_a_task_keeps_the_list() {
        let state = ViewState { view: View::Tasks, ..ViewState::default() }.searching("养老");
        assert_eq!(state.with_task("jiaxing-2024/annual/1").without_task(), state);
    }
}
