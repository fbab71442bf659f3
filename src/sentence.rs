//! The current filter in words: 「2022、2024年 · 市建设局牵头 · 不含五年任务，共 23 项」.
//!
//! The sentence is the heading, the title, what is copied beside a link, and what a screen
//! reader hears after each change.

use engine::Facet;

use crate::book::Book;
use crate::messages as m;
use crate::state::{Choice, Lang, ViewState};

/// How many names a part spells out; what is beyond is counted.
const N_NAMES: usize = 3;

/// A filter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// What is chosen, part by part; empty where nothing is.
    pub parts: Vec<Part>,
    /// How many tasks match.
    pub n_tasks: usize,
}

/// One part of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Our words before the names.
    pub before: &'static str,
    /// The names.
    pub names: String,
    /// Whether the names are the documents' own words.
    pub is_source: bool,
    /// Our words after the names.
    pub after: &'static str,
    /// Whether the part takes tasks away.
    pub is_excluded: bool,
    /// The facet that the names are values of; `None` for the words searched for.
    pub facet: Option<Facet>,
    /// The state that lacks this part alone.
    pub without: ViewState,
}

impl Part {
    /// The part as plain text.
    pub(crate) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.names, self.after)
    }
}

impl Sentence {
    /// Says `state` in words.
    pub(crate) fn of(book: Book, state: &ViewState, n_tasks: usize) -> Self {
        let mut parts: Vec<Part> = state
            .choices
            .iter()
            .flat_map(|choice| [false, true].map(|is_excluded| (choice, is_excluded)))
            .filter_map(|(choice, is_excluded)| choice_part(book, state, choice, is_excluded))
            .collect();
        parts.extend(search_part(state));
        Self { parts, n_tasks }
    }

    /// The sentence as plain text.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let [comma, before, after] = m::count_frame(self.n_tasks, lang);
        format!("{}{comma}{before}{}{after}", self.subject(lang), self.n_tasks)
    }

    /// The sentence of a page about `name`: a unit, a place or an indicator beside the filter.
    pub(crate) fn text_about(&self, name: &str, lang: Lang) -> String {
        let [comma, before, after] = m::count_frame(self.n_tasks, lang);
        if self.parts.is_empty() {
            return format!("{name}{comma}{before}{}{after}", self.n_tasks);
        }
        format!("{name} · {}", self.text(lang))
    }

    /// The sentence without its count.
    pub(crate) fn subject(&self, lang: Lang) -> String {
        if self.parts.is_empty() {
            return m::ALL_TASKS.to(lang).to_owned();
        }
        let parts: Vec<_> = self.parts.iter().map(Part::text).collect();
        parts.join(" · ")
    }
}

/// What is included, or what is excluded, of one facet.
fn choice_part(book: Book, state: &ViewState, choice: &Choice, is_excluded: bool) -> Option<Part> {
    let keys = if is_excluded { &choice.exclude } else { &choice.include };
    if keys.is_empty() {
        return None;
    }
    let lang = state.lang;
    let mut codes: Vec<_> =
        keys.iter().filter_map(|key| book.engine.code(choice.facet, key)).collect();
    codes.sort_unstable();
    if choice.facet == Facet::Year {
        // The dictionary stands latest first; a sentence counts the years up.
        codes.reverse();
    }
    let names: Vec<_> =
        codes.iter().map(|&code| book.value_name(choice.facet, code, lang)).collect();
    let (before, after) = m::facet_frame(choice.facet, is_excluded, lang);
    Some(Part {
        before,
        is_source: names.iter().any(|name| name.is_source),
        names: listed(names.into_iter().map(|name| name.text).collect(), lang),
        after,
        is_excluded,
        facet: Some(choice.facet),
        without: state.clone().without_half(choice.facet, is_excluded),
    })
}

fn search_part(state: &ViewState) -> Option<Part> {
    let words = state.search.trim();
    if words.is_empty() {
        return None;
    }
    let (before, after) = m::search_frame(state.lang);
    Some(Part {
        before,
        names: words.to_owned(),
        is_source: false,
        after,
        is_excluded: false,
        facet: None,
        without: state.searching(""),
    })
}

/// The names in a row: all of few, the first of many.
fn listed(mut names: Vec<String>, lang: Lang) -> String {
    let n_names = names.len();
    if n_names <= N_NAMES + 1 {
        return names.join(m::comma(lang));
    }
    names.truncate(N_NAMES);
    names.join(m::comma(lang)) + &m::and_more(n_names, n_names - N_NAMES, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(query: &str) -> String {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        Sentence::of(book, &state, 23).text(state.lang)
    }

    #[test]
    fn nothing_chosen_is_every_task() {
        assert_eq!(said(""), "全部任务，共 23 项");
        assert_eq!(said("lang=en"), "Everything, 23 tasks");
    }

    #[test]
    fn a_filter_is_said_in_words() {
        assert_eq!(
            said("y=2024,2022&s=-five-year&q=养老"),
            "2022、2024年 · 不含五年任务 · 含“养老”，共 23 项"
        );
        assert_eq!(
            said("y=2024,2022&s=-five-year&q=养老&lang=en"),
            "2022, 2024 · without five-year tasks · containing \"养老\", 23 tasks"
        );
    }

    #[test]
    fn a_page_about_something_counts_what_concerns_it() {
        let book = Book::open().unwrap();
        let about = |query: &str| {
            let (state, _) = ViewState::from_query(query);
            Sentence::of(book, &state, 44).text_about("市建设局", state.lang)
        };
        assert_eq!(about("v=departments"), "市建设局，共 44 项");
        assert_eq!(about("v=departments&y=2024"), "市建设局 · 2024年，共 44 项");
        assert_eq!(about("v=departments&lang=en"), "市建设局, 44 tasks");
    }

    #[test]
    fn many_names_are_cut_and_counted() {
        let names: Vec<_> = ["甲", "乙", "丙", "丁", "戊"].map(str::to_owned).into();
        assert_eq!(listed(names.clone(), Lang::Zh), "甲、乙、丙等5个");
        assert_eq!(listed(names, Lang::En), "甲, 乙, 丙 and 2 more");
    }

    #[test]
    fn each_part_knows_the_state_without_it() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("v=tasks&y=2024&s=-annual&q=养老");
        let left: Vec<_> = Sentence::of(book, &state, 0)
            .parts
            .iter()
            .map(|part| part.without.to_query())
            .collect();
        let search = "q=%E5%85%BB%E8%80%81";
        assert_eq!(
            left,
            [
                format!("v=tasks&s=-annual&{search}"),
                format!("v=tasks&y=2024&{search}"),
                "v=tasks&y=2024&s=-annual".to_owned(),
            ]
        );
    }
}
