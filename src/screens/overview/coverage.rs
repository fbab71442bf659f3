//! The coverage matrix: which place has what in which year.

use leptos::prelude::*;

use crate::book::Book;
use crate::holdings::{Holding, Holdings, HoldingsRow, sections};
use crate::messages as m;
use crate::page::Page;
use crate::parts::{FigureLink, dynamic, in_turn, when};
use crate::state::{Lang, View, ViewState};

/// How many places are drawn with the first screen.
const N_FIRST: usize = 16;

/// Places by years; it shows what there is, whatever the filter.
#[component]
pub(super) fn CoverageMatrix() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let look = Memo::new(move |_| page.state.with(|state| state.blank(View::Tasks)));
    let holdings = StoredValue::new(Holdings::of(page.book, lang));
    let head = |year: &u16| view! { <th scope="col">{*year}</th> };
    let years = holdings.with_value(|all| all.years.iter().map(head).collect_view());
    let rows = move || {
        let look = look.get();
        let n_rows = holdings.with_value(|all| all.rows.len());
        let part = move |from: usize, to: usize| {
            let row = |row: &HoldingsRow| row_view(page, &look, row);
            holdings.with_value(|all| all.rows[from..to].iter().map(row).collect_view())
        };
        let n_first = n_rows.min(N_FIRST);
        let first = part(0, n_first);
        let rest = move || part(n_first, n_rows).into_any();
        let rest = when(n_first < n_rows, || in_turn(rest));
        view! { {first} {rest} }.into_any()
    };
    view! {
        <table class="coverage">
            <thead>
                <tr>
                    <th scope="col"><span class="hide">{m::overview::PLACE.to(lang)}</span></th>
                    {years}
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

fn row_view(page: Page, look: &ViewState, row: &HoldingsRow) -> AnyView {
    let lang = page.lang;
    let cell = |cell: &Holding| {
        let href = || row.list(page.book, look, cell).href();
        cell_view(page.book, cell, href, lang)
    };
    let cells: Vec<_> = row.cells.iter().map(cell).collect();
    view! {
        <tr>
            <th scope="row" lang=row.name.lang(lang)>{row.name.text.clone()}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Ink for a document of its own, a quiet cell for a share, a hatch for no document.
fn cell_view(book: Book, cell: &Holding, href: impl Fn() -> String, lang: Lang) -> AnyView {
    match cell {
        Holding::Own(n, documents) => {
            let kinds = sections(book, documents).into_iter();
            let mut kinds: Vec<_> = kinds.map(|kind| m::section_short(kind).to(lang)).collect();
            kinds.dedup();
            let label = m::overview::own_documents(*n, lang);
            view! {
                <td data-has="own">
                    <FigureLink n=*n href=href() label />
                    <small>{kinds.join(" ")}</small>
                </td>
            }
            .into_any()
        }
        Holding::Shared(n, _) => {
            let label = m::overview::shares(*n, lang);
            view! {
                <td data-has="share">
                    <FigureLink n=*n href=href() label />
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
