//! From what a link says to what the engine is asked: keys become codes.

use engine::{Code, Facet, Filter, Outcome, Query};
use model::TaskIdx;

use crate::book::Book;
use crate::link::{Ignored, facet_key, slice_code};
use crate::state::{Choice, Slice, View, ViewState};
use crate::take::Scope;

/// Takes out of `state` what the data do not know, and says what that was.
pub(crate) fn known_part(book: Book, mut state: ViewState) -> (ViewState, Vec<Ignored>) {
    let mut ignored = Vec::new();
    let mut ignore = |key: &str, value: String| {
        ignored.push(Ignored { key: key.to_owned(), value });
    };
    for choice in &mut state.choices {
        let facet = choice.facet;
        let mut keep = |values: &mut Vec<String>, sign: &str| {
            let unknown = values.extract_if(.., |value| !is_known(book, facet, value));
            unknown.for_each(|value| ignore(facet_key(facet), format!("{sign}{value}")));
        };
        keep(&mut choice.include, "");
        keep(&mut choice.exclude, "-");
    }
    state.choices.retain(|choice| !choice.include.is_empty() || !choice.exclude.is_empty());
    let mut keep_id = |key: &str, id: &mut Option<String>, is_known: &dyn Fn(&str) -> bool| {
        if let Some(id) = id.take_if(|id| !is_known(id)) {
            ignore(key, id);
        }
    };
    let focus = &mut state.focus;
    keep_id("t", &mut state.task, &|id| book.task_idx(id).is_some());
    keep_id("i", &mut focus.series, &|id| book.ledger.series.iter().any(|series| series.id == id));
    keep_id("of", &mut focus.unit, &|id| is_known(book, Facet::Unit, id));
    keep_id("in", &mut focus.region, &|id| is_known(book, Facet::Region, id));
    // Half a slice is another one.
    let is_whole = |slice: &Slice| {
        let mut choices = slice.choices.iter();
        choices.all(|Choice { facet, include, exclude }| {
            include.iter().chain(exclude).all(|value| is_known(book, *facet, value))
        })
    };
    for (key, slice) in [("a", &mut focus.a), ("b", &mut focus.b)] {
        if let Some(slice) = slice.take_if(|slice| !is_whole(slice)) {
            ignore(key, slice_code(&slice));
        }
    }
    (state, ignored)
}

fn is_known(book: Book, facet: Facet, value: &str) -> bool {
    book.engine.code(facet, value).is_some()
}

/// The question that a state asks of the engine; keys that the data do not know are left out.
pub(crate) fn query(book: Book, state: &ViewState) -> Query {
    Query {
        filters: state.choices.iter().map(|choice| filter(book, choice)).collect(),
        search: state.search.clone(),
        sort: state.sort,
        group: state.group,
        tolerance: state.focus.tolerance.tolerance(),
    }
}

/// The tasks that a page is about: those of the filter, and on the page of a unit, a place or an
/// indicator those of them that concern it.
pub(crate) fn tasks_of_page(book: Book, state: &ViewState, outcome: &Outcome) -> Vec<TaskIdx> {
    let series = state.focus.series.as_ref().filter(|_| state.view == View::Compare);
    let series = series.and_then(|id| book.ledger.series.iter().find(|series| series.id == *id));
    if let Some(series) = series {
        let bears = |task: &TaskIdx| series.points.iter().any(|point| point.task == *task);
        return outcome.rows.iter().copied().filter(bears).collect();
    }
    match Scope::offered(state).first() {
        Some(Scope::Subject) => book.engine.run(&query(book, &Scope::Subject.of(state))).rows,
        _ => outcome.rows.clone(),
    }
}

/// How many tasks match a state.
pub(crate) fn n_tasks(book: Book, state: &ViewState) -> usize {
    book.engine.count(&query(book, state))
}

fn filter(book: Book, choice: &Choice) -> Filter {
    let codes = |keys: &[String]| -> Vec<Code> {
        keys.iter().filter_map(|key| book.engine.code(choice.facet, key)).collect()
    };
    Filter { facet: choice.facet, include: codes(&choice.include), exclude: codes(&choice.exclude) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_one_subject_counts_what_concerns_it() {
        let book = Book::open().unwrap();
        let n = |query: &str| {
            let (state, _) = ViewState::from_query(query);
            let outcome = book.engine.run(&super::query(book, &state));
            tasks_of_page(book, &state, &outcome).len()
        };
        let list = |query: &str| n_tasks(book, &ViewState::from_query(query).0);
        assert_eq!(n("v=departments"), book.ledger.tasks.len());
        assert_eq!(n("v=departments&of=jx-tyj"), list("v=tasks&unit=jx-tyj"));
        assert_eq!(n("v=districts&in=hn&y=2024"), list("v=tasks&r=hn&y=2024"));
        // The place of 对比 says whose values are shown; its indicator stands in three documents.
        assert_eq!(n("v=compare&in=hn"), book.ledger.tasks.len());
        assert_eq!(n("v=compare&i=lifts"), 3);
    }

    #[test]
    fn what_is_only_counted_is_as_many_as_what_is_listed() {
        let book = Book::open().unwrap();
        for link in ["", "y=2022,2024&s=-annual", "q=建设&lead=-jx-jsj", "st=behind&tol=8"] {
            let (state, _) = ViewState::from_query(link);
            let mut listed = book.engine.run(&super::query(book, &state)).rows;
            let mut matches = book.engine.matches(&super::query(book, &state));
            assert_eq!(n_tasks(book, &state), listed.len(), "{link}");
            listed.sort_unstable();
            matches.sort_unstable();
            assert_eq!(matches, listed, "{link}");
        }
    }

    #[test]
    fn values_that_the_data_do_not_know_are_reported_and_dropped() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("?v=tasks&y=2024,-1999&lead=nobody&t=nothing/1");
        let (state, ignored) = known_part(book, state);
        assert_eq!(state.to_query(), "v=tasks&y=2024");
        let said: Vec<_> = ignored.iter().map(|part| (&*part.key, &*part.value)).collect();
        assert_eq!(said, [("y", "-1999"), ("lead", "nobody"), ("t", "nothing/1")]);
        let link = "v=compare&a=y:2021,1999&b=y:2024;lead:-jx-jsj&i=lifts";
        let (state, ignored) = known_part(book, ViewState::from_query(link).0);
        assert_eq!(state.to_query(), "v=compare&i=lifts&b=y:2024;lead:-jx-jsj");
        assert_eq!(ignored, [Ignored { key: "a".to_owned(), value: "y:2021,1999".to_owned() }]);
        let (state, ignored) = known_part(book, ViewState::from_query("v=compare&i=nothing").0);
        assert_eq!(state.to_query(), "v=compare");
        assert_eq!(ignored, [Ignored { key: "i".to_owned(), value: "nothing".to_owned() }]);
    }

    #[test]
    fn a_wider_tolerance_leaves_fewer_tasks_behind() {
        let book = Book::open().unwrap();
        let n = |query: &str| n_tasks(book, &ViewState::from_query(query).0);
        assert_eq!(n("st=behind"), 14);
        assert!(n("st=behind&tol=10") < 14);
        // Whatever the tolerance, each reported task stands in one state.
        for tolerance in ["", "&tol=0&rtol=0", "&tol=50"] {
            let states = ["behind", "on-track", "ahead", "done", "unquantified"];
            let total: usize =
                states.map(|state| n(&format!("st={state}{tolerance}"))).iter().sum();
            assert_eq!(total, n("has=reported"), "{tolerance}");
        }
    }

    #[test]
    fn a_task_is_found_by_the_kind_of_its_targets() {
        let book = Book::open().unwrap();
        let n = |query: &str| n_tasks(book, &ViewState::from_query(query).0);
        assert_eq!(n("kind=none") + n("kind=absolute,growth,ratio"), n(""));
    }
}
