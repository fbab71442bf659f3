//! What stands above the rows of a list: its order, its groups, its keys; and what stands in
//! their place where there are none.

use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;
use crate::parts::{Notice, Picker, dynamic, said};
use crate::resolve;
use crate::sentence::Part;
use crate::state::{GROUPS, SORTS, ViewState};

/// How the list is sorted and parted, and which keys move in it.
#[component]
pub(super) fn ListTools() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let sort = Signal::derive(move || {
        page.state.with(|state| SORTS.iter().position(|sort| sort.by == state.sort.by).unwrap_or(0))
    });
    let group = Signal::derive(move || {
        page.state.with(|state| GROUPS.iter().position(|group| *group == state.group).unwrap_or(0))
    });
    let pick_sort = move |idx: usize| page.go(|state| ViewState { sort: SORTS[idx], ..state });
    let pick_group = move |idx: usize| page.go(|state| ViewState { group: GROUPS[idx], ..state });
    view! {
        <div class="list-tools">
            <Picker
                label=m::SORT.to(lang)
                options=SORTS.map(|sort| m::sort(sort.by).to(lang)).into()
                chosen=sort
                on_pick=pick_sort
            />
            <Picker
                label=m::GROUP.to(lang)
                options=GROUPS.map(|group| m::group(group).to(lang)).into()
                chosen=group
                on_pick=pick_group
            />
            <KeysHint />
        </div>
    }
}

/// Which keys move in the list, and the switch that lets them.
#[component]
fn KeysHint() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let words = move || {
        if page.has_keys.get() {
            view! {
                <kbd class="key">"j"</kbd>
                <kbd class="key">"k"</kbd>
                {m::KEYS_MOVE.to(lang)}
                <kbd class="key">"s"</kbd>
                {m::KEYS_SOURCE.to(lang)}
            }
            .into_any()
        } else {
            ().into_any()
        }
    };
    let switch = move || if page.has_keys.get() { m::KEYS_OFF } else { m::KEYS_ON }.to(lang);
    view! {
        <p class="list-keys" aria-label=m::KEYS.to(lang)>
            {dynamic(words)}
            <button type="button" on:click=move |_| page.set_keys(!page.has_keys.get_untracked())>
                {said(move || switch().to_owned())}
            </button>
        </p>
    }
}

/// What is said where no task matches: what to leave out, and how many there are then.
#[component]
pub(super) fn Nothing() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let ways = move || {
        let mut ways = page.sentence.with(|sentence| ways_out(page, &sentence.parts));
        if ways.is_empty() {
            let everything = page.state.with(|state| state.blank(state.view));
            ways.push((m::DROP_ALL.to(lang).to_owned(), everything));
        }
        let way = |(words, state): (String, ViewState)| {
            let n = resolve::n_tasks(page.book, &state);
            view! { <li><a class="part" href=state.href()>{words}</a>{m::has_n(n, lang)}</li> }
        };
        ways.into_iter().map(way).collect_view().into_any()
    };
    view! {
        <Notice says=m::NOT_ONE.to(lang)>
            <ul class="ways">{dynamic(ways)}</ul>
        </Notice>
    }
}

/// The parts of the sentence without any one of which something matches.
fn ways_out(page: Page, parts: &[Part]) -> Vec<(String, ViewState)> {
    let helps = |part: &&Part| resolve::n_tasks(page.book, &part.without) > 0;
    let way = |part: &Part| (m::drop_for(&part.text(), page.lang), part.without.clone());
    parts.iter().filter(helps).map(way).collect()
}
