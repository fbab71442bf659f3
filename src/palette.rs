//! What the field that finds anything finds: places to go, by characters, pinyin or initials.

use engine::Facet;
use model::{Department, Region, Series, Theme};

use crate::book::{Book, Name};
use crate::messages as m;
use crate::resolve;
use crate::state::{Lang, View, ViewState};

/// One place to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// What it is.
    pub kind: m::Words,
    /// Its name.
    pub name: Name,
    /// How much there is.
    pub note: String,
    /// Where it leads.
    pub go: ViewState,
}

/// How many of one kind are shown.
const N_EACH: usize = 5;
/// How many tasks are shown.
const N_TASKS: usize = 6;

/// Pinyin and initials of the views, in the order of [`View::ALL`].
const VIEW_KEYS: [[&str; 2]; 9] = [
    ["zonglan", "zl"],
    ["renwu", "rw"],
    ["duibi", "db"],
    ["quxian", "qx"],
    ["bumen", "bm"],
    ["jindu", "jd"],
    ["heyan", "hy"],
    ["zhanshi", "zs"],
    ["shuoming", "sm"],
];

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Whole,
    /// The name begins so.
    Start,
    /// It sounds exactly so.
    WholeSound,
    /// The name holds it.
    Inside,
    /// It begins to sound so.
    Sound,
}

/// The places that `typed` finds: the best of the views, units, regions, indicators and themes,
/// then the tasks. Nothing typed finds the views.
///
/// Of `state` they take along the look; a view keeps the whole filter.
pub(crate) fn find(book: Book, state: &ViewState, typed: &str) -> Vec<Hit> {
    let words = typed.trim().to_lowercase();
    let mut places = views(state, &words);
    if !words.is_empty() {
        places.extend(units(book, state, &words));
        places.extend(regions(book, state, &words));
        places.extend(series(book, state, &words));
        places.extend(themes(book, state, &words));
        // What fits as well stays in the order of the kinds.
        places.sort_by_key(|(fit, _)| *fit);
    }
    let mut hits: Vec<Hit> = link(state, typed).into_iter().collect();
    hits.extend(places.into_iter().map(|(_, hit)| hit));
    if !words.is_empty() {
        hits.extend(tasks(book, state, typed.trim()));
    }
    hits
}

/// A link that was pasted.
fn link(state: &ViewState, typed: &str) -> Option<Hit> {
    let query = ViewState::query_in(typed)?;
    let (go, _) = ViewState::from_query(query);
    Some(Hit {
        kind: m::keys::HIT_LINK,
        name: Name { text: query.to_owned(), is_source: false },
        note: m::view(go.view).to(state.lang).to_owned(),
        go,
    })
}

fn views(state: &ViewState, words: &str) -> Vec<(Fit, Hit)> {
    let lang = state.lang;
    let fitting = View::ALL.into_iter().zip(VIEW_KEYS).filter_map(|(view, keys)| {
        let names = [m::view(view).to(Lang::Zh), m::view(view).to(Lang::En)];
        let fit = if words.is_empty() { Some(Fit::Whole) } else { fit(&names, &keys, words) };
        fit.map(|fit| (fit, view))
    });
    best(fitting.collect(), View::ALL.len(), |view| Hit {
        kind: m::keys::HIT_VIEW,
        name: Name { text: m::view(view).to(lang).to_owned(), is_source: false },
        note: String::new(),
        go: state.in_view(view),
    })
}

fn units(book: Book, state: &ViewState, words: &str) -> Vec<(Fit, Hit)> {
    let fitting = book.ledger.departments.iter().enumerate().filter_map(|(idx, unit)| {
        let Department { name, forms, keys, .. } = unit;
        let names: Vec<&str> = core::iter::once(name).chain(forms).map(String::as_str).collect();
        fit(&names, keys, words).map(|fit| (fit, (idx, unit)))
    });
    best(fitting.collect(), N_EACH, |(idx, unit)| {
        let n_tasks = |facet| book.engine.values(facet).get(idx).map_or(0, |value| value.n_tasks);
        let mut go = state.blank(View::Departments);
        go.focus.unit = Some(unit.id.clone());
        Hit {
            kind: m::keys::HIT_UNIT,
            name: Name { text: unit.name.clone(), is_source: true },
            note: m::keys::unit_tasks(n_tasks(Facet::Lead), n_tasks(Facet::Unit), state.lang),
            go,
        }
    })
}

fn regions(book: Book, state: &ViewState, words: &str) -> Vec<(Fit, Hit)> {
    let fitting = book.ledger.regions.iter().enumerate().filter_map(|(idx, region)| {
        let Region { name, name_en, forms, keys, .. } = region;
        let names: Vec<&str> =
            [name, name_en].into_iter().chain(forms).map(String::as_str).collect();
        fit(&names, keys, words).map(|fit| (fit, (idx, region)))
    });
    best(fitting.collect(), N_EACH, |(idx, region)| {
        let n_tasks = book.engine.values(Facet::Region).get(idx).map_or(0, |value| value.n_tasks);
        let mut go = state.blank(View::Districts);
        go.focus.region = Some(region.id.clone());
        Hit {
            kind: m::keys::HIT_REGION,
            name: book.region_name(idx as model::RegionIdx, state.lang),
            note: m::keys::hit_tasks(n_tasks, state.lang),
            go,
        }
    })
}

fn series(book: Book, state: &ViewState, words: &str) -> Vec<(Fit, Hit)> {
    let fitting = book.ledger.series.iter().filter_map(|series| {
        let Series { id, name, name_en, keys, .. } = series;
        fit(&[name, name_en, id], keys, words).map(|fit| (fit, series))
    });
    best(fitting.collect(), N_EACH, |series| {
        let mut go = state.blank(View::Compare);
        go.focus.series = Some(series.id.clone());
        let is_source = state.lang == Lang::Zh || series.name_en.is_empty();
        let text = if is_source { series.name.clone() } else { series.name_en.clone() };
        Hit {
            kind: m::keys::HIT_SERIES,
            name: Name { text, is_source },
            note: m::keys::series_points(series.points.len(), state.lang),
            go,
        }
    })
}

fn themes(book: Book, state: &ViewState, words: &str) -> Vec<(Fit, Hit)> {
    let none = Vec::new();
    let fitting = Theme::ALL.into_iter().enumerate().filter_map(|(idx, theme)| {
        let names = [m::theme(theme).to(Lang::Zh), m::theme(theme).to(Lang::En)];
        let keys = book.ledger.theme_keys.get(idx).unwrap_or(&none);
        let value = &book.engine.values(Facet::Theme).get(idx)?;
        fit(&names, keys, words).map(|fit| (fit, (theme, *value)))
    });
    best(fitting.collect(), N_EACH, |(theme, value)| Hit {
        kind: m::keys::HIT_THEME,
        name: Name { text: m::theme(theme).to(state.lang).to_owned(), is_source: false },
        note: m::keys::hit_tasks(value.n_tasks, state.lang),
        go: state.blank(View::Tasks).only(Facet::Theme, &value.key),
    })
}

/// The list of the tasks that hold the words, and the first of them.
fn tasks(book: Book, state: &ViewState, typed: &str) -> Vec<Hit> {
    let list = state.blank(View::Tasks).searching(typed);
    let outcome = book.engine.run(&resolve::query(book, &list));
    if outcome.rows.is_empty() {
        return Vec::new();
    }
    let all = Hit {
        kind: m::keys::HIT_SEARCH,
        name: Name { text: m::keys::tasks_with(typed, state.lang), is_source: false },
        note: m::keys::hit_tasks(outcome.rows.len() as u32, state.lang),
        go: list.clone(),
    };
    let first = outcome.rows.iter().take(N_TASKS).map(|idx| {
        let task = book.task(*idx);
        let place = book.document_name(book.document(task), state.lang).text;
        let number = task.number.as_deref().or(task.parent_number.as_deref());
        Hit {
            kind: m::keys::HIT_TASK,
            name: Name { text: task.text.text.clone(), is_source: true },
            note: format!("{place} {}", number.unwrap_or_default()).trim_end().to_owned(),
            go: list.with_task(&task.id),
        }
    });
    core::iter::once(all).chain(first).collect()
}

/// How well any of the names fits the words, or a key begins with them.
fn fit(names: &[&str], keys: &[impl AsRef<str>], words: &str) -> Option<Fit> {
    let of_name = |name: &&str| {
        let name = name.to_lowercase();
        if name == words {
            Some(Fit::Whole)
        } else if name.starts_with(words) {
            Some(Fit::Start)
        } else {
            name.contains(words).then_some(Fit::Inside)
        }
    };
    let by_name = names.iter().filter_map(of_name).min();
    let of_key = |key: &_| {
        let key = AsRef::<str>::as_ref(key);
        let fit = if key == words { Fit::WholeSound } else { Fit::Sound };
        (words.len() > 1 && key.starts_with(words)).then_some(fit)
    };
    by_name.into_iter().chain(keys.iter().filter_map(of_key)).min()
}

/// The best few, in order.
fn best<T>(mut fitting: Vec<(Fit, T)>, n: usize, hit: impl Fn(T) -> Hit) -> Vec<(Fit, Hit)> {
    // The sort is stable: what fits as well stands in the ledger's order.
    fitting.sort_by_key(|(fit, _)| *fit);
    fitting.into_iter().take(n).map(|(fit, found)| (fit, hit(found))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<(&'static str, String, String)> {
        let book = Book::open().unwrap();
        let hits = find(book, &ViewState::default(), typed);
        let hit = |hit: Hit| (hit.kind.to(Lang::Zh), hit.name.text, hit.go.to_query());
        hits.into_iter().map(hit).collect()
    }

    fn has(typed: &str, kind: &str, name: &str, query: &str) {
        let found = found(typed);
        let is_it = |hit: &(&str, String, String)| hit.0 == kind && hit.1 == name && hit.2 == query;
        assert!(found.iter().any(is_it), "{typed}: {found:?}");
    }

    #[test]
    fn nothing_typed_finds_the_views_and_keeps_the_filter() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("v=tasks&y=2024");
        let hits = find(book, &state, " ");
        assert_eq!(hits.len(), View::ALL.len());
        assert_eq!(hits[5].go.to_query(), "v=progress&y=2024");
    }

    #[test]
    fn characters_pinyin_and_initials_find_a_unit() {
        for typed in ["市建设局", "jsj", "JSJ", "shijianshe"] {
            has(typed, "部门", "市建设局", "v=departments&of=jx-jsj");
        }
    }

    #[test]
    fn a_region_an_indicator_a_theme_and_a_view_are_found() {
        let book = Book::open().unwrap();
        let region = book.ledger.regions.iter().find(|region| region.name == "平湖市").unwrap();
        has("平湖", "区县", "平湖市", &format!("v=districts&in={}", region.id));
        let gdp = book.ledger.series.iter().find(|series| series.id == "gdp-growth").unwrap();
        has(&gdp.name, "指标", &gdp.name, "v=compare&i=gdp-growth");
        has("教育", "主题", "教育", "v=tasks&th=education");
        has("gdp-growth", "指标", &gdp.name, "v=compare&i=gdp-growth");
        has(&gdp.keys[0], "指标", &gdp.name, "v=compare&i=gdp-growth");
        has("hy", "视图", "核验", "v=checks");
    }

    #[test]
    fn a_whole_name_stands_before_a_part_of_one() {
        let units: Vec<_> =
            found("市建设局").into_iter().filter(|(kind, ..)| *kind == "部门").collect();
        assert_eq!(units[0].1, "市建设局");
    }

    #[test]
    fn what_sounds_exactly_so_stands_before_what_begins_so_whatever_it_is() {
        assert_eq!(found("phs")[0].1, "平湖市");
        assert_eq!(found("jsj")[0].1, "市建设局");
        assert_eq!(found("hy")[0].1, "核验");
    }

    #[test]
    fn tasks_are_found_by_their_words_after_the_list_of_all_of_them() {
        let found = found("加装电梯");
        let at = found.iter().position(|(kind, ..)| *kind == "搜索").unwrap();
        assert_eq!(found.len(), at + 4);
        assert!(found[at + 1].1.contains("加装电梯"));
        assert!(found[at + 1].2.contains("&t="), "{found:?}");
    }
}
