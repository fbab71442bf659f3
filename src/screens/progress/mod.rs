//! 进度: how many tasks are behind, on time, ahead, done, or not quantified, and each figure with
//! its mark, its rule and the words it rests on.

mod table;
mod top;

use std::sync::Arc;

use leptos::prelude::*;

use crate::messages::{self as m, progress as words};
use crate::page::Page;
use crate::parts::{Notice, StateMark, dynamic, in_turn};
use crate::screens::head::SentenceHead;
use crate::standing::{Part, PartKey, Standing};
use crate::state::View;
pub(crate) use table::JudgedTable;
use table::{judged_in_turn, unjudged_view};
use top::top_view;

/// How the tasks of the filter stand.
#[component]
pub(crate) fn Progress() -> impl IntoView {
    let page = Page::here();
    let standing: Memo<Arc<Standing>> = Memo::new(move |_| {
        page.outcome
            .with(|outcome| page.state.with(|state| Standing::of(page.book, state, outcome)))
            .into()
    });
    view! {
        <div class="progress">
            <SentenceHead />
            {dynamic(move || body(page, &standing.get()))}
        </div>
    }
}

fn body(page: Page, standing: &Arc<Standing>) -> AnyView {
    if standing.n_reported == 0 {
        let href = page.href(|state| state.blank(View::Progress));
        return view! {
            <Notice says=words::NOTHING.to(page.lang)>
                <p><a class="part" href=href>{words::NOTHING_NEXT.to(page.lang)}</a></p>
            </Notice>
        }
        .into_any();
    }
    // What the marks of the tables mean is said once, where the first of them begins.
    let first = standing.parts.iter().position(|part| !part.judged.is_empty());
    let parts = (0..standing.parts.len()).map(|at| {
        let standing = Arc::clone(standing);
        let draw = move || part_view(page, &standing.parts[at], Some(at) == first);
        if at == 0 { draw() } else { in_turn(draw) }
    });
    let parts: Vec<_> = parts.collect();
    view! {
        {top_view(page, standing)}
        {parts}
    }
    .into_any()
}

fn part_view(page: Page, part: &Part, explains: bool) -> AnyView {
    let lang = page.lang;
    let n = part.judged.len() + part.unjudged.len();
    let name = match part.key {
        PartKey::State(state) => m::state(state).to(lang).to_owned(),
        PartKey::Lead(Some(unit)) => page.book.ledger.departments[unit as usize].name.clone(),
        PartKey::Lead(None) => m::UNNAMED.to(lang).to_owned(),
    };
    let heading = match part.key {
        PartKey::State(state) => view! { <StateMark state lang /> }.into_any(),
        PartKey::Lead(Some(_)) => view! { <span lang="zh-CN">{name.clone()}</span> }.into_any(),
        PartKey::Lead(None) => name.clone().into_any(),
    };
    view! {
        <section class="section progress-part">
            <header class="section-head">
                <h2>{heading} <span class="num progress-n">{n}</span></h2>
                {explains.then(|| view! { <p>{words::PART_NOTE.to(lang)}</p> })}
            </header>
            {judged_in_turn(page, name, &part.judged, matches!(part.key, PartKey::Lead(_)))}
            {unjudged_view(page, &part.unjudged)}
        </section>
    }
    .into_any()
}
