//! The list: group by group, drawn in chunks.

use engine::GroupKey;
use leptos::prelude::*;
use model::TaskIdx;

use super::drawn::{Drawn, Layout};
use super::list_tools::{ListTools, Nothing};
use super::row::TaskRow;
use crate::book::Name;
use crate::chunks::{self, Chunk};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{dynamic, each, said, when};

/// The list of the tasks that match, with its tools.
#[component]
pub(super) fn TaskList(
    /// The open task.
    open: Memo<Option<TaskIdx>>,
) -> impl IntoView {
    let page = Page::here();
    let drawn = Drawn::new(page, open);
    let chunk = move |key: u64| {
        let idx = key as u32 as usize;
        let layout = drawn.layout.get_untracked();
        let chunk = layout.chunks.get(idx).cloned();
        chunk.map(|chunk| view! { <ChunkView idx chunk layout open /> }).into_any()
    };
    let is_empty = Memo::new(move |_| page.outcome.with(|outcome| outcome.rows.is_empty()));
    view! {
        <section class="list" aria-label=m::TASKS.to(page.lang)>
            <ListTools />
            {dynamic(move || when(is_empty.get(), || view! { <Nothing /> }))}
            <div node_ref=drawn.root>
                <Space height=move || drawn.space_above() />
                {each(move || drawn.keys(), chunk)}
                <Space height=move || drawn.space_below() />
            </div>
        </section>
    }
}

/// The space of what is not drawn.
#[component]
fn Space(
    /// How tall.
    #[prop(into)]
    height: Signal<f64>,
) -> impl IntoView {
    let pixels = said(move || format!("{:.0}", height.get()));
    view! {
        <div class="list-space" style=("--height", pixels)></div>
    }
}

/// A few rows, under the heading of their group where they begin it.
#[component]
fn ChunkView(
    /// Its position.
    idx: usize,
    /// Which rows.
    chunk: Chunk,
    /// What it belongs to.
    layout: Layout,
    /// The open task.
    open: Memo<Option<TaskIdx>>,
) -> impl IntoView {
    let page = Page::here();
    let heading = chunk.n_in_group.and_then(|n| heading_view(page, chunk.group, n));
    let task_of = |row: u32| layout.rows.get(row as usize).copied();
    let own_heading = |row: u32| {
        let heading = page.book.task(task_of(row)?).heading.as_ref()?;
        layout.has_headings.then_some(heading.text.as_str())
    };
    let runs = chunks::runs(&chunk, own_heading).into_iter().map(|run| {
        let heading = run.heading.map(|words| {
            view! { <h3 class="subgroup" lang="zh-CN">{words.to_owned()}</h3> }
        });
        let rows: Vec<_> = run
            .rows
            .filter_map(|row| Some((row, task_of(row)?)))
            .map(|(row, task)| view! { <TaskRow row task open notes=layout.notes /> })
            .collect();
        view! {
            {heading}
            <ol>{rows}</ol>
        }
    });
    let runs: Vec<_> = runs.collect();
    view! {
        <div class="chunk" data-chunk=idx>
            {heading}
            {runs}
        </div>
    }
}

/// What the rows of a group share, and how many they are.
fn heading_view(page: Page, group: GroupKey, n: u32) -> Option<AnyView> {
    let name = heading(page, group)?;
    Some(
        view! {
            <h2 class="group">
                <span lang=name.lang(page.lang)>{name.text.clone()}</span>
                <span class="num">{n}</span>
            </h2>
        }
        .into_any(),
    )
}

fn heading(page: Page, group: GroupKey) -> Option<Name> {
    let (book, lang) = (page.book, page.lang);
    let ours = |words: m::Words| Name { text: words.to(lang).to_owned(), is_source: false };
    Some(match group {
        GroupKey::All => return None,
        GroupKey::Section(document, kind) => {
            let name = book.document_name(&book.ledger.documents[document as usize], lang);
            Name { text: format!("{} · {}", name.text, m::section(kind).to(lang)), ..name }
        }
        GroupKey::Theme(theme) => ours(theme.map_or(m::NO_THEME, m::theme)),
        GroupKey::Lead(None) => ours(m::UNNAMED),
        GroupKey::Lead(Some(unit)) => {
            Name { text: book.ledger.departments[unit as usize].name.clone(), is_source: true }
        }
        GroupKey::Region(region) => book.region_name(region, lang),
    })
}
