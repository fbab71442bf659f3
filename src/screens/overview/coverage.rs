//! The coverage matrix: which place has what in which year.

use leptos::prelude::*;

use crate::holdings::{Holding, Holdings, HoldingsRow};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{FigureLink, dynamic, in_turn, when};
use crate::state::{Lang, View};

/// How many places are drawn with the first screen.
const N_FIRST: usize = 16;

/// Places by years; it shows what there is, whatever the filter.
#[component]
pub(super) fn CoverageMatrix() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let look = Memo::new(move |_| page.state.with(|state| state.blank(View::Overview)));
    let holdings = Memo::new(move |_| look.with(|look| Holdings::of(page.book, look)));
    let years = move || {
        let head = |year: &u16| view! { <th scope="col">{*year}</th> };
        holdings.with(|holdings| holdings.years.iter().map(head).collect_view().into_any())
    };
    let rows = move || {
        let n_rows = holdings.with(|holdings| holdings.rows.len());
        let part = move |from: usize, to: usize| {
            let row = |row: &HoldingsRow| row_view(row, lang);
            holdings.with_untracked(|all| all.rows[from..to].iter().map(row).collect_view())
        };
        let n_first = n_rows.min(N_FIRST);
        let rest = when(n_first < n_rows, || in_turn(move || part(n_first, n_rows).into_any()));
        view! { {part(0, n_first)} {rest} }.into_any()
    };
    view! {
        <table class="coverage">
            <thead>
                <tr>
                    <th scope="col"><span class="hide">{m::overview::PLACE.to(lang)}</span></th>
                    {dynamic(years)}
                </tr>
            </thead>
            <tbody>{dynamic(rows)}</tbody>
        </table>
        <p class="legend">
            <span><i data-has="own"></i>{m::overview::OWN.to(lang)}</span>
            <span><i data-has="share"></i>{m::overview::SHARED.to(lang)}</span>
            <span><i data-has="none"></i>{m::overview::NONE.to(lang)}</span>
        </p>
    }
}

fn row_view(row: &HoldingsRow, lang: Lang) -> AnyView {
    let cells: Vec<_> = row.cells.iter().map(|cell| cell_view(cell, lang)).collect();
    view! {
        <tr>
            <th scope="row" lang=row.name.lang(lang)>{row.name.text.clone()}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Ink for a document of its own, a quiet cell for a share, a hatch for no document.
fn cell_view(cell: &Holding, lang: Lang) -> AnyView {
    match cell {
        Holding::Own(figure, sections) => {
            let mut kinds: Vec<_> =
                sections.iter().map(|kind| m::section_short(*kind).to(lang)).collect();
            kinds.dedup();
            let label = m::overview::own_documents(figure.n, lang);
            view! {
                <td data-has="own">
                    <FigureLink n=figure.n href=figure.list.href() label />
                    <small>{kinds.join(" ")}</small>
                </td>
            }
            .into_any()
        }
        Holding::Shared(figure) => {
            let label = m::overview::shares(figure.n, lang);
            view! {
                <td data-has="share">
                    <FigureLink n=figure.n href=figure.list.href() label />
                </td>
            }
            .into_any()
        }
        Holding::NoColumn => {
            let words = m::overview::NO_COLUMN.to(lang);
            view! { <td data-has="nothing" title=words><span class="hide">{words}</span></td> }
                .into_any()
        }
        Holding::NoDocument => {
            let words = m::overview::NONE.to(lang);
            view! { <td data-has="none" title=words><span class="hide">{words}</span></td> }
                .into_any()
        }
    }
}
