//! Links: a [`ViewState`] written as a query string, and read back.
//!
//! Keys are short and values readable (`?v=tasks&y=2022,2024&s=-five-year`), because people
//! send these links to each other. Everything stands behind `?`, never behind `#`, which some
//! messengers cut. Defaults are left out; keys that are not ours are passed over in silence,
//! because messengers add their own; values that cannot be read are reported and dropped.

use core::fmt::Write as _;

use engine::{Facet, Group, Sort, SortKey};

use crate::deck::{Deck, EVERY, seconds_from};
use crate::stamp::Stamp;
use crate::state::{
    Cells, Choice, Chosen, Focus, Kiosk, KioskPart, Lang, Leeway, PairOrder, SeriesOrder, Slice,
    Tint, UnitOrder, View, ViewState,
};

/// A part of a link that could not be read and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ignored {
    /// The key, as written.
    pub key: String,
    /// The value, as written.
    pub value: String,
}

/// The key that each facet has in links.
pub(crate) const fn facet_key(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "y",
        Facet::Document => "doc",
        Facet::Region => "r",
        Facet::Section => "s",
        Facet::Theme => "th",
        Facet::Lead => "lead",
        Facet::Unit => "unit",
        Facet::LeadRule => "rule",
        Facet::Trait => "has",
        Facet::Wanted => "kind",
        Facet::Progress => "st",
    }
}

impl ViewState {
    /// Reads a query string, with or without its `?`, and what in it could not be read.
    pub(crate) fn from_query(query: &str) -> (Self, Vec<Ignored>) {
        let mut state = Self::default();
        let mut ignored = Vec::new();
        for part in query.trim_start_matches('?').split('&') {
            // `kiosk` alone is said often, in command lines that people type.
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            state.read_part(key, value, &mut ignored);
        }
        (state, ignored)
    }

    /// The link in a pasted text, from behind its `?`: a whole address, the sentence and the part
    /// from `?` on, or that part alone. `None` where the text holds no link of this page.
    pub(crate) fn query_in(text: &str) -> Option<&str> {
        let words = text.split(|sign: char| sign.is_whitespace() || "<>\"“”".contains(sign));
        let mut parts =
            words.map(|word| word.split_once(['?', '#']).map_or(word, |(_, rest)| rest));
        parts.rfind(|part| Self::is_link(part))
    }

    /// Whether a query says anything to this page.
    fn is_link(query: &str) -> bool {
        let (state, ignored) = Self::from_query(query);
        state != Self::default() || !ignored.is_empty() || Stamp::of(query).is_some()
    }

    /// The query string, without `?`; empty where everything is as by default.
    pub(crate) fn to_query(&self) -> String {
        let mut query = QueryText::default();
        query.add("v", view_code(self.view).unwrap_or_default());
        for choice in &self.choices {
            query.add(facet_key(choice.facet), &values_code(choice));
        }
        query.add("q", &encoded(&self.search, " "));
        query.add("sort", &sort_code(self.sort));
        query.add("group", group_code(self.group).unwrap_or_default());
        query.add("t", &encoded(self.task.as_deref().unwrap_or_default(), "/"));
        self.focus.write(&mut query);
        query.add("lang", if self.lang == Lang::En { "en" } else { "" });
        query.add("theme", tint_code(self.tint).unwrap_or_default());
        self.write_show(&mut query);
        query.text
    }

    /// The address of this state on this page.
    pub(crate) fn href(&self) -> String {
        format!("?{}", self.to_query())
    }

    /// Reads one `key=value`.
    fn read_part(&mut self, key: &str, value: &str, ignored: &mut Vec<Ignored>) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet_key(*facet) == key) {
            for word in words_of(value) {
                if self.read_choice(facet, word).is_none() {
                    ignored.push(Ignored { key: key.to_owned(), value: decoded_lossy(word) });
                }
            }
        } else if self.read_single(key, value).is_none() {
            ignored.push(Ignored { key: key.to_owned(), value: decoded_lossy(value) });
        }
    }

    /// Adds the deck, and how it is shown.
    fn write_show(&self, query: &mut QueryText) {
        if let Some(kiosk) = &self.kiosk {
            query.add("kiosk", if kiosk.is_bare { "1" } else { "tv" });
            let names: Vec<_> = kiosk.hides.iter().map(|part| part_name(*part)).collect();
            query.add("hide", &names.join(","));
        }
        let Deck { name, every, .. } = &self.deck;
        query.add("deck", &encoded(name, " "));
        query.add("every", &if *every == EVERY { String::new() } else { every.to_string() });
        query.add("play", &self.deck.code());
    }

    /// Reads a part of the deck or of how it is shown; `None` where it cannot be read.
    fn read_show(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "kiosk" => {
                let is_bare = match value {
                    "" | "1" => true,
                    "tv" => false,
                    _ => return None,
                };
                self.kiosk.get_or_insert_default().is_bare = is_bare;
            }
            "hide" => {
                let part = |word| KioskPart::ALL.into_iter().find(|part| part_name(*part) == word);
                let mut hides = words_of(value).map(part).collect::<Option<Vec<_>>>()?;
                hides.sort_unstable();
                hides.dedup();
                self.kiosk.get_or_insert(Kiosk { is_bare: false, ..Kiosk::default() }).hides =
                    hides;
            }
            "deck" => self.deck.name = decoded(value)?,
            "every" => self.deck.every = seconds_from(value)?,
            _ => self.deck.slides = Deck::slides_from(value),
        }
        Some(())
    }

    /// Reads one value of a facet; `None` where it cannot be read or was said before.
    fn read_choice(&mut self, facet: Facet, word: &str) -> Option<()> {
        let (word, chosen) = match word.strip_prefix('-') {
            Some(rest) => (rest, Chosen::Excluded),
            None => (word, Chosen::Included),
        };
        let key = decoded(word).filter(|key| !key.is_empty())?;
        match self.chosen(facet, &key) {
            Chosen::No => *self = core::mem::take(self).choosing(facet, &key, chosen),
            said => return (said == chosen).then_some(()),
        }
        Some(())
    }

    /// Reads the value of a key that is no facet; `None` where it cannot be read.
    fn read_single(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "v" => self.view = View::ALL.into_iter().find(|view| view_name(*view) == value)?,
            "q" => self.search = decoded(value)?,
            "sort" => self.sort = sort_from(value)?,
            "group" => self.group = group_from(value)?,
            "t" => self.task = Some(decoded(value).filter(|id| !id.is_empty())?),
            "i" | "o" | "a" | "b" | "in" | "cells" | "of" | "units" | "pairs" | "tol" | "rtol"
            | "check" => {
                self.focus.read(key, value)?;
            }
            "lang" => self.lang = lang_from(value)?,
            "theme" => self.tint = tint_from(value)?,
            "kiosk" | "hide" | "deck" | "every" | "play" => self.read_show(key, value)?,
            _ => {}
        }
        Some(())
    }
}

impl Focus {
    /// Adds what is not as by default.
    fn write(&self, query: &mut QueryText) {
        let id = |id: &Option<String>| encoded(id.as_deref().unwrap_or_default(), "/");
        let tenths = |tenths: u16, default: u16| {
            if tenths == default { String::new() } else { tenths_code(tenths) }
        };
        let default = Leeway::default();
        query.add("i", &id(&self.series));
        query.add("o", series_code(self.order));
        query.add("a", &self.a.as_ref().map(slice_code).unwrap_or_default());
        query.add("b", &self.b.as_ref().map(slice_code).unwrap_or_default());
        query.add("in", &id(&self.region));
        query.add("cells", cells_code(self.cells).unwrap_or_default());
        query.add("of", &id(&self.unit));
        query.add("units", units_code(self.units));
        query.add("pairs", pairs_code(self.pairs));
        query.add("tol", &tenths(self.tolerance.amount_tenths, default.amount_tenths));
        query.add("rtol", &tenths(self.tolerance.rate_tenths, default.rate_tenths));
        query.add("check", &id(&self.check));
    }

    /// Reads the value of one of its keys; `None` where it cannot be read.
    fn read(&mut self, key: &str, value: &str) -> Option<()> {
        let id = || decoded(value).filter(|id| !id.is_empty());
        match key {
            "i" => self.series = Some(id()?),
            "o" => self.order = series_from(value)?,
            "a" => self.a = Some(slice_from(value)?),
            "b" => self.b = Some(slice_from(value)?),
            "in" => self.region = Some(id()?),
            "of" => self.unit = Some(id()?),
            "check" => self.check = Some(id()?),
            "cells" => self.cells = cells_from(value)?,
            "units" => self.units = units_from(value)?,
            "pairs" => self.pairs = pairs_from(value)?,
            "tol" => self.tolerance.amount_tenths = tenths_from(value)?,
            "rtol" => self.tolerance.rate_tenths = tenths_from(value)?,
            _ => {}
        }
        Some(())
    }
}

/// A slice in one word: `doc:jiaxing-2022;s:annual,-five-year;q:%E5…`; `*` is every task.
pub(crate) fn slice_code(slice: &Slice) -> String {
    let mut parts: Vec<String> = slice
        .choices
        .iter()
        .map(|choice| format!("{}:{}", facet_key(choice.facet), values_code(choice)))
        .collect();
    if !slice.search.is_empty() {
        parts.push(format!("q:{}", encoded(&slice.search, " ")));
    }
    if parts.is_empty() { "*".to_owned() } else { parts.join(";") }
}

/// The slice; `None` where any part of it cannot be read, because half a slice is another one.
fn slice_from(code: &str) -> Option<Slice> {
    // Messengers may have encoded the whole once more.
    let unpacked = if code.contains(':') { code.to_owned() } else { decoded(code)? };
    let code = &*unpacked;
    let mut state = ViewState::default();
    if code == "*" {
        return Some(state.slice());
    }
    for part in code.split(';') {
        let (key, value) = part.split_once(':')?;
        if key == "q" {
            state.search = decoded(value).filter(|words| !words.is_empty())?;
            continue;
        }
        let facet = Facet::ALL.into_iter().find(|facet| facet_key(*facet) == key)?;
        for word in words_of(value) {
            state.read_choice(facet, word)?;
        }
    }
    Some(state.slice())
}

const fn cells_name(cells: Cells) -> &'static str {
    match cells {
        Cells::Amount => "amount",
        Cells::Share => "share",
        Cells::Change => "change",
    }
}

fn cells_code(cells: Cells) -> Option<&'static str> {
    (cells != Cells::default()).then(|| cells_name(cells))
}

fn cells_from(code: &str) -> Option<Cells> {
    Cells::ALL.into_iter().find(|cells| cells_name(*cells) == code)
}

/// The word for links; empty for the default.
const fn series_code(order: SeriesOrder) -> &'static str {
    match order {
        SeriesOrder::Registry => "",
        SeriesOrder::Name => "name",
        SeriesOrder::Theme => "theme",
        SeriesOrder::Change => "change",
    }
}

fn series_from(code: &str) -> Option<SeriesOrder> {
    SeriesOrder::ALL.into_iter().find(|order| series_code(*order) == code)
}

/// The word for links; empty for the default.
const fn units_code(order: UnitOrder) -> &'static str {
    match order {
        UnitOrder::Lead => "",
        UnitOrder::Support => "support",
        UnitOrder::Target => "target",
        UnitOrder::Name => "name",
    }
}

fn units_from(code: &str) -> Option<UnitOrder> {
    UnitOrder::ALL.into_iter().find(|order| units_code(*order) == code)
}

/// The word for links; empty for the default.
const fn pairs_code(order: PairOrder) -> &'static str {
    match order {
        PairOrder::Tasks => "",
        PairOrder::Lead => "lead",
        PairOrder::Partner => "partner",
    }
}

fn pairs_from(code: &str) -> Option<PairOrder> {
    PairOrder::ALL.into_iter().find(|order| pairs_code(*order) == code)
}

/// Tenths of a point as points: 5 is `0.5`.
fn tenths_code(tenths: u16) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn tenths_from(code: &str) -> Option<u16> {
    // Digits alone, so that what is written back reads the same.
    let (points, rest) = code.split_once('.').unwrap_or((code, "0"));
    let digit = |text: &str| text.parse::<u16>().ok().filter(|_| !text.starts_with('+'));
    let rest = digit(rest).filter(|rest| *rest < 10)?;
    let tenths = digit(points)?.checked_mul(10)?.checked_add(rest)?;
    (tenths <= Leeway::MOST).then_some(tenths)
}

/// The words between the commas, which messengers may have encoded; no key holds a comma.
fn words_of(value: &str) -> impl Iterator<Item = &str> {
    let value = value.split(',').flat_map(|part| part.split("%2C"));
    value.flat_map(|part| part.split("%2c")).filter(|word| !word.is_empty())
}

/// A query string being written.
#[derive(Default)]
struct QueryText {
    text: String,
}

impl QueryText {
    /// Adds `key=value`, unless the value is empty.
    fn add(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(key);
        self.text.push('=');
        self.text.push_str(value);
    }
}

/// The chosen values of a facet: `2022,2024`, `-five-year`.
fn values_code(choice: &Choice) -> String {
    let included = choice.include.iter().map(|key| (key, ""));
    let excluded = choice.exclude.iter().map(|key| (key, "-"));
    let words: Vec<_> = included
        .chain(excluded)
        .map(|(key, sign)| {
            let code = encoded(key, "");
            // A key that begins with the sign itself must not read as excluded.
            let code = code.strip_prefix('-').map_or(code.clone(), |rest| format!("%2D{rest}"));
            format!("{sign}{code}")
        })
        .collect();
    words.join(",")
}

const fn part_name(part: KioskPart) -> &'static str {
    match part {
        KioskPart::Title => "title",
        KioskPart::Clock => "clock",
        KioskPart::Ring => "ring",
        KioskPart::Qr => "qr",
    }
}

/// The word for links and for `data-view`.
pub(crate) const fn view_name(view: View) -> &'static str {
    match view {
        View::Overview => "overview",
        View::Tasks => "tasks",
        View::Compare => "compare",
        View::Districts => "districts",
        View::Departments => "departments",
        View::Progress => "progress",
        View::Checks => "checks",
        View::Kiosk => "kiosk",
        View::About => "about",
    }
}

fn view_code(view: View) -> Option<&'static str> {
    (view != View::default()).then(|| view_name(view))
}

const fn sort_name(by: SortKey) -> &'static str {
    match by {
        SortKey::Printed => "printed",
        SortKey::Lead => "lead",
        SortKey::Units => "units",
        SortKey::Total => "total",
    }
}

/// `units` is from small to large, `-units` from large to small.
fn sort_code(sort: Sort) -> String {
    if sort.by == SortKey::Printed {
        return String::new();
    }
    format!("{}{}", if sort.is_descending { "-" } else { "" }, sort_name(sort.by))
}

fn sort_from(code: &str) -> Option<Sort> {
    let (name, is_descending) = match code.strip_prefix('-') {
        Some(name) => (name, true),
        None => (code, false),
    };
    let all = [SortKey::Printed, SortKey::Lead, SortKey::Units, SortKey::Total];
    let by = all.into_iter().find(|by| sort_name(*by) == name)?;
    Some(Sort { by, is_descending: is_descending && by != SortKey::Printed })
}

const fn group_name(group: Group) -> &'static str {
    match group {
        Group::None => "none",
        Group::Section => "section",
        Group::Theme => "theme",
        Group::Lead => "lead",
        Group::Region => "region",
    }
}

fn group_code(group: Group) -> Option<&'static str> {
    (group != Group::default()).then(|| group_name(group))
}

fn group_from(code: &str) -> Option<Group> {
    crate::state::GROUPS.into_iter().find(|group| group_name(*group) == code)
}

fn lang_from(code: &str) -> Option<Lang> {
    match code {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The word for links and for `data-theme`; `None` for the system's own choice.
pub(crate) const fn tint_code(tint: Tint) -> Option<&'static str> {
    match tint {
        Tint::Auto => None,
        Tint::Light => Some("light"),
        Tint::Dark => Some("dark"),
    }
}

fn tint_from(code: &str) -> Option<Tint> {
    match code {
        "auto" => Some(Tint::Auto),
        "light" => Some(Tint::Light),
        "dark" => Some(Tint::Dark),
        _ => None,
    }
}

/// Percent-encodes all but letters, digits and `-._~` of ASCII, and what `plain` holds.
/// A space in `plain` is written as `+`.
fn encoded(text: &str, plain: &str) -> String {
    let mut code = String::with_capacity(text.len());
    for byte in text.bytes() {
        let sign = char::from(byte);
        match sign {
            ' ' if plain.contains(' ') => code.push('+'),
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | '~' => code.push(sign),
            _ if sign.is_ascii() && plain.contains(sign) => code.push(sign),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(code, "%{byte:02X}");
            }
        }
    }
    code
}

/// The text that was encoded; `None` where it is broken or not UTF-8.
fn decoded(code: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(code.len());
    let mut rest = code.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The text for showing what could not be read.
fn decoded_lossy(code: &str) -> String {
    decoded(code).unwrap_or_else(|| code.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(query: &str) -> ViewState {
        let (state, ignored) = ViewState::from_query(query);
        assert_eq!(ignored, []);
        state
    }

    #[test]
    fn an_empty_query_is_the_overview_of_everything() {
        assert_eq!(read(""), ViewState::default());
        assert_eq!(read("?"), ViewState::default());
        assert_eq!(ViewState::default().to_query(), "");
    }

    #[test]
    fn a_link_is_short_and_readable() {
        let state = ViewState { view: View::Tasks, ..ViewState::default() }
            .choosing(Facet::Year, "2022", Chosen::Included)
            .choosing(Facet::Year, "2024", Chosen::Included)
            .choosing(Facet::Section, "five-year", Chosen::Excluded)
            .with_task("jiaxing-2024/livelihood-city/24");
        assert_eq!(
            state.to_query(),
            "v=tasks&y=2022,2024&s=-five-year&t=jiaxing-2024/livelihood-city/24"
        );
    }

    #[test]
    fn chinese_is_encoded_and_words_are_parted_by_plus() {
        let state = ViewState::default().searching("养老 1+1");
        assert_eq!(state.to_query(), "q=%E5%85%BB%E8%80%81+1%2B1");
        assert_eq!(read(&state.to_query()).search, "养老 1+1");
    }

    #[test]
    fn keys_of_others_are_passed_over_in_silence() {
        assert_eq!(
            read("?from=singlemessage&y=2024&utm_source=x&isappinstalled=0"),
            read("y=2024")
        );
    }

    #[test]
    fn a_link_is_found_in_what_was_pasted() {
        let found = |text| ViewState::query_in(text);
        assert_eq!(found("https://a.gov.cn/ybz/?v=tasks&y=2024"), Some("v=tasks&y=2024"));
        assert_eq!(
            found("2024年，共 170 项\n?y=2024&d=1.3f9a2c7b.170\n"),
            Some("y=2024&d=1.3f9a2c7b.170")
        );
        assert_eq!(found("file:///C:/a.html#v=checks"), Some("v=checks"));
        assert_eq!(found("v=checks"), Some("v=checks"));
        assert_eq!(found("https://a.gov.cn/?d=1.3f9a2c7b.626"), Some("d=1.3f9a2c7b.626"));
        assert_eq!(found("全部任务，共 626 项").or(found("https://a.cn/?x=1")).or(found("")), None);
    }

    #[test]
    fn commas_may_have_been_encoded_on_the_way() {
        assert_eq!(
            read("y=2022%2C2024&s=-annual%2c-progress"),
            read("y=2022,2024&s=-annual,-progress")
        );
    }

    #[test]
    fn what_cannot_be_read_is_reported_and_dropped() {
        let (state, ignored) = ViewState::from_query("?v=tasks&sort=size&q=%E5&y=2024,-2024");
        assert_eq!(state.to_query(), "v=tasks&y=2024");
        let said: Vec<_> = ignored.iter().map(|part| (&*part.key, &*part.value)).collect();
        assert_eq!(said, [("sort", "size"), ("q", "%E5"), ("y", "-2024")]);
    }

    fn key() -> impl Strategy<Value = String> {
        let is_key = |key: &String| !key.is_empty() && !key.contains(',');
        prop_oneof![
            4 => "[a-z0-9][a-z0-9-]{0,8}",
            1 => any::<String>().prop_filter("a key has signs, none of them a comma", is_key),
        ]
    }

    fn a_slice() -> impl Strategy<Value = Slice> {
        let chosen = prop_oneof![Just(Chosen::Included), Just(Chosen::Excluded)];
        let choices = prop::collection::vec((0..Facet::ALL.len(), key(), chosen), 0..4);
        (choices, any::<String>()).prop_map(|(choices, search)| {
            let state = ViewState { search, ..ViewState::default() };
            let choose = |state: ViewState, (facet, key, chosen): (usize, String, Chosen)| {
                state.choosing(Facet::ALL[facet], &key, chosen)
            };
            choices.into_iter().fold(state, choose).slice()
        })
    }

    fn a_focus() -> impl Strategy<Value = Focus> {
        let id = || prop::option::of(key());
        let leeway = (0..=Leeway::MOST, 0..=Leeway::MOST);
        let slices =
            (prop::option::of(a_slice()), prop::option::of(a_slice()), 0..SeriesOrder::ALL.len());
        let orders = (0..UnitOrder::ALL.len(), 0..PairOrder::ALL.len());
        (id(), id(), id(), id(), 0..Cells::ALL.len(), leeway, slices, orders).prop_map(
            |(series, region, unit, check, cells, leeway, (a, b, order), (units, pairs))| Focus {
                series,
                a,
                b,
                order: SeriesOrder::ALL[order],
                region,
                unit,
                check,
                cells: Cells::ALL[cells],
                units: UnitOrder::ALL[units],
                pairs: PairOrder::ALL[pairs],
                tolerance: Leeway { amount_tenths: leeway.0, rate_tenths: leeway.1 },
            },
        )
    }

    fn a_show() -> impl Strategy<Value = (Deck, Option<Kiosk>)> {
        let slide = ("[a-z]{1,6}", any::<bool>(), prop::option::of(crate::deck::SECONDS));
        let slide = slide.prop_map(|(words, is_list, seconds)| {
            let view = if is_list { View::Tasks } else { View::Checks };
            let state = ViewState { view, ..ViewState::default() }.searching(&words);
            crate::deck::Slide { seconds, ..crate::deck::Slide::of(&state) }
        });
        let slides = prop::collection::vec(slide, 0..5);
        let hides = prop::sample::subsequence(KioskPart::ALL.to_vec(), 0..4);
        let kiosk = (any::<bool>(), hides).prop_map(|(is_bare, hides)| Kiosk { is_bare, hides });
        let deck = (any::<String>(), crate::deck::SECONDS, slides)
            .prop_map(|(name, every, slides)| Deck { name, every, slides });
        (deck, prop::option::of(kiosk))
    }

    fn a_state() -> impl Strategy<Value = ViewState> {
        let chosen = prop_oneof![Just(Chosen::Included), Just(Chosen::Excluded)];
        let choices = prop::collection::vec((0..Facet::ALL.len(), key(), chosen), 0..8);
        let look =
            (0..View::ALL.len(), 0..4usize, any::<bool>(), 0..5usize, any::<bool>(), 0..3usize);
        (choices, any::<String>(), prop::option::of(key()), look, a_focus(), a_show()).prop_map(
            |(choices, search, task, look, focus, (deck, kiosk))| {
                let (view, sort, is_descending, group, is_en, tint) = look;
                let by = crate::state::SORTS[sort].by;
                let mut state = ViewState {
                    view: View::ALL[view],
                    search,
                    task,
                    focus,
                    sort: Sort { by, is_descending: is_descending && by != SortKey::Printed },
                    group: crate::state::GROUPS[group],
                    lang: if is_en { Lang::En } else { Lang::Zh },
                    tint: [Tint::Auto, Tint::Light, Tint::Dark][tint],
                    deck,
                    kiosk,
                    ..ViewState::default()
                };
                for (facet, key, chosen) in choices {
                    state = state.choosing(Facet::ALL[facet], &key, chosen);
                }
                state
            },
        )
    }

    proptest! {
        #[test]
        fn reading_a_written_link_gives_the_state_it_was_made_from(state in a_state()) {
            prop_assert_eq!(ViewState::from_query(&state.to_query()), (state, vec![]));
        }

        #[test]
        fn reading_any_text_returns(query in ".*") {
            let (state, _) = ViewState::from_query(&query);
            let again = ViewState::from_query(&state.to_query());
            prop_assert_eq!(again, (state, vec![]));
        }
    }
}
