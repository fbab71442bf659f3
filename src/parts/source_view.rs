//! Lines of a source as they stand in the file, the words asked for marked.

use leptos::prelude::*;

use super::{dynamic, when};
use crate::excerpt::{Block, Line, Run};
use crate::messages as m;
use crate::state::Lang;

/// An excerpt: line numbers in the margin, neighbouring lines as cells in a row.
#[component]
pub(crate) fn SourceView(
    /// The lines.
    #[prop(into)]
    blocks: Signal<Vec<Block>>,
    /// The language of the words around them.
    lang: Lang,
) -> impl IntoView {
    let shown = move || {
        blocks.with(|blocks| {
            blocks.iter().map(|block| block_view(block, lang)).collect_view().into_any()
        })
    };
    view! { <div class="source">{dynamic(shown)}</div> }
}

fn block_view(block: &Block, lang: Lang) -> AnyView {
    let first = block.lines.first().map(|line| line.number);
    let skipped = when(block.n_skipped > 0, || {
        view! { <p class="source-skip">{m::skipped_lines(block.n_skipped, lang)}</p> }
    });
    let cells: Vec<_> = block.lines.iter().map(|line| cell_view(line, lang)).collect();
    view! {
        {skipped}
        <p class="source-lines" lang="zh-CN">
            <span class="source-number" aria-hidden="true">{first}</span>
            {cells}
        </p>
    }
    .into_any()
}

fn cell_view(line: &Line, lang: Lang) -> AnyView {
    let runs: Vec<_> = line.runs.iter().map(run_view).collect();
    let empty = when(line.runs.is_empty(), || {
        view! { <span class="source-empty" lang=lang.tag()>{m::EMPTY_CELL.to(lang)}</span> }
    });
    view! {
        <span class="source-cell" title=m::lines(line.number, line.number, lang)>
            {runs}
            {empty}
        </span>
    }
    .into_any()
}

fn run_view(run: &Run) -> AnyView {
    match run {
        Run::Plain(words) => words.clone().into_any(),
        Run::Marked(words) => view! { <mark class="mark">{words.clone()}</mark> }.into_any(),
        Run::Cut => view! { <span class="source-cut">"…"</span> }.into_any(),
    }
}
