//! The search: what is typed is cut into words, each of which finds rows.
//!
//! Names are looked through once for each word, not for each row: what a word finds among
//! departments, regions and themes becomes a set of rows by their columns.

use std::{iter, mem, ops::Range};

use model::{Ledger, Task, TaskIdx, Theme};

use crate::{
    Code, Engine, Facet,
    fold::{FoldedText, fold, fold_char},
    table::{BitSet, Texts},
};

/// What the search knows of a ledger.
#[derive(Debug, Clone)]
pub(crate) struct SearchIndex {
    texts: Texts,
    ids: Texts,
    /// By department.
    departments: Vec<Names>,
    /// By region.
    regions: Vec<Names>,
    /// Of each theme, what finds it by sound.
    theme_keys: Vec<Vec<String>>,
    /// The region of each document.
    region_of_document: Vec<Code>,
    /// The year of each document.
    year_of_document: Vec<u16>,
}

/// What something is called.
#[derive(Debug, Clone)]
struct Names {
    /// Its name and the other forms it is written in, folded.
    forms: Vec<String>,
    /// What finds it by sound.
    keys: Vec<String>,
}

impl Engine {
    /// The bytes of `text` that the words of `search` find, in order and without overlap.
    ///
    /// `search` is read as [`crate::Query::search`]. Departments and regions that a word finds
    /// by pinyin or initials are marked too, where `text` writes them in a form the ledger
    /// knows. Every range lies on character boundaries.
    pub fn hits(&self, search: &str, text: &str) -> Vec<Range<usize>> {
        let folded = FoldedText::new(text);
        let mut places: Vec<Range<usize>> = Vec::new();
        for word in words(search) {
            places.extend(folded.places(&word));
            for form in self.index.forms_by_sound(&word) {
                places.extend(folded.places(form));
            }
        }
        merged(places)
    }

    /// The rows that every word of `search` finds; `None` where it holds no word. Beside another
    /// word, a year finds what the documents of that year list.
    pub(crate) fn rows_found(&self, search: &str) -> Option<BitSet> {
        let words = words(search);
        let are_several = words.len() > 1;
        let found = words.into_iter().map(|word| {
            let mut rows = self.rows_with_word(&word);
            if let Some(year) = year(&word).filter(|_| are_several) {
                let documents = codes(&self.index.year_of_document, |own| *own == year);
                rows.unite(&self.column(Facet::Document).rows_with_any(&documents));
            }
            rows
        });
        found.reduce(|mut all, rows| {
            all.intersect(&rows);
            all
        })
    }

    /// The rows that one word finds.
    fn rows_with_word(&self, word: &str) -> BitSet {
        let index = &self.index;
        let mut found = index.texts.rows_with(word, BitSet::full(self.tasks.len()));
        let units = codes(&index.departments, |unit| unit.is_written(word) || unit.is_heard(word));
        found.unite(&self.column(Facet::Unit).rows_with_any(&units));
        if may_start_id(word) {
            found.unite(&index.ids.rows_starting_with(word));
        }
        if is_sound(word) {
            let regions = codes(&index.regions, |region| region.is_heard(word));
            let documents = codes(&index.region_of_document, |region| regions.contains(region));
            found.unite(&self.column(Facet::Document).rows_with_any(&documents));
            let themes = codes(&index.theme_keys, |keys| is_heard(keys, word));
            found.unite(&self.column(Facet::Theme).rows_with_any(&themes));
        }
        found
    }
}

impl SearchIndex {
    /// Reads what is searched, rows in the order of `tasks`.
    pub(crate) fn new(ledger: &Ledger, tasks: &[TaskIdx]) -> Self {
        let rows = || tasks.iter().map(|&task| &ledger.tasks[task as usize]);
        let regions = ledger.regions.iter().map(|region| Names {
            forms: folded_forms(&region.name, &region.forms),
            keys: region.keys.clone(),
        });
        let documents = ledger.documents.iter().map(|document| document.region.into());
        Self {
            texts: Texts::of_fields(rows().map(|task| searched_fields(task).map(folded))),
            ids: Texts::of_fields(rows().map(|task| [folded(task.id.as_str())])),
            departments: department_names(ledger),
            regions: regions.collect(),
            theme_keys: ledger.theme_keys.iter().take(Theme::ALL.len()).cloned().collect(),
            region_of_document: documents.collect(),
            year_of_document: ledger.documents.iter().map(|document| document.year).collect(),
        }
    }

    /// The written forms of the departments and regions that a word finds by sound.
    fn forms_by_sound(&self, word: &str) -> impl Iterator<Item = &str> {
        let named = self.departments.iter().chain(&self.regions);
        let heard = named.filter(move |names| names.is_heard(word));
        heard.flat_map(|names| &names.forms).map(String::as_str)
    }
}

impl Names {
    /// Whether a form holds the word.
    fn is_written(&self, word: &str) -> bool {
        self.forms.iter().any(|form| form.contains(word))
    }

    /// Whether the word finds it by pinyin or initials.
    fn is_heard(&self, word: &str) -> bool {
        is_heard(&self.keys, word)
    }
}

/// The year that a word names: 2024, 2024年.
fn year(word: &str) -> Option<u16> {
    let digits = word.strip_suffix('年').unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() == 4)
}

/// The words of what is typed, folded: parted by white space, or by quotation marks, between
/// which white space does not part. A mark that is not closed reaches to the end, because that
/// is how a phrase looks while it is typed.
fn words(search: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut is_quoted = false;
    for c in search.chars() {
        let is_mark = matches!(c, '"' | '“' | '”' | '＂');
        if is_mark || (c.is_whitespace() && !is_quoted) {
            words.push(mem::take(&mut word));
            is_quoted ^= is_mark;
        } else {
            word.push(c);
        }
    }
    words.push(word);
    words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect()
}

/// The fields of a task that a word is looked for in.
fn searched_fields(task: &Task) -> impl Iterator<Item = &str> {
    let passages = [task.heading.as_ref(), task.sub_label.as_ref(), task.status.as_ref()];
    let passages = passages.into_iter().flatten().map(|passage| passage.text.as_str());
    iter::once(task.text.text.as_str()).chain(task.number.as_deref()).chain(passages)
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(fold_char)
}

/// How each department is written: its name, its forms, and what the tasks print.
fn department_names(ledger: &Ledger) -> Vec<Names> {
    let listed = |department: &model::Department| Names {
        forms: folded_forms(&department.name, &department.forms),
        keys: department.keys.clone(),
    };
    let mut names: Vec<Names> = ledger.departments.iter().map(listed).collect();
    for mention in ledger.tasks.iter().flat_map(|task| &task.mentions) {
        let forms = &mut names[usize::from(mention.department)].forms;
        let printed = fold(&mention.printed);
        if !printed.is_empty() && !forms.contains(&printed) {
            forms.push(printed);
        }
    }
    names
}

fn folded_forms(name: &str, forms: &[String]) -> Vec<String> {
    let mut folded: Vec<String> = Vec::new();
    for form in iter::once(name).chain(forms.iter().map(String::as_str)).map(fold) {
        if !form.is_empty() && !folded.contains(&form) {
            folded.push(form);
        }
    }
    folded
}

/// Whether a word is looked for at the start of the ids.
///
/// Only there and only from a letter on: every id holds a year and a number, so that a figure
/// looked for anywhere in the ids would find everything.
fn may_start_id(word: &str) -> bool {
    word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a word may be pinyin or initials.
fn is_sound(word: &str) -> bool {
    let mut letters = word.bytes();
    word.len() >= 2 && letters.all(|byte| byte.is_ascii_lowercase())
}

fn is_heard(keys: &[String], word: &str) -> bool {
    is_sound(word) && keys.iter().any(|key| key.starts_with(word))
}

/// The positions of the items that fit.
fn codes<T>(items: &[T], fits: impl Fn(&T) -> bool) -> Vec<Code> {
    let fitting = items.iter().enumerate().filter(|(_, item)| fits(item));
    fitting.map(|(code, _)| code as Code).collect()
}

/// The same bytes, in order, as the fewest ranges.
fn merged(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_unstable_by_key(|place| place.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_cut_into_words() {
        assert_eq!(words("新建　托位 "), ["新建", "托位"]);
        assert_eq!(words("新建\"普惠 托位\"3"), ["新建", "普惠托位", "3"]);
        assert_eq!(words("“普惠 托位” ＡI"), ["普惠托位", "ai"]);
        assert_eq!(words("\"普惠 托"), ["普惠托"]);
        assert_eq!(words(" \"\" “"), [""; 0]);
    }

    #[test]
    fn ranges_that_touch_become_one() {
        assert_eq!(merged(vec![6..9, 0..3, 3..4, 7..8]), [0..4, 6..9]);
    }
}
