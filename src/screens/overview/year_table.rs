//! Counts by the values of a facet and by year, each with a bar of its size.

use engine::Facet;
use leptos::prelude::*;

use crate::figures::{Figure, YearRow, YearTable};
use crate::format;
use crate::messages as m;
use crate::page::Page;
use crate::parts::FigureLink;

/// The table; all bars share one scale.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn YearTableView(
    /// The counts.
    table: YearTable,
    /// What the rows are values of.
    facet: Facet,
) -> impl IntoView {
    let page = Page::here();
    let heads: Vec<_> =
        table.years.iter().map(|year| view! { <th scope="col">{*year}</th> }).collect();
    let rows: Vec<_> =
        table.rows.iter().map(|row| row_view(page, row, &table.years, table.largest)).collect();
    view! {
        <table class="figures">
            <thead>
                <tr>
                    <th scope="col">{m::facet(facet).to(page.lang)}</th>
                    {heads}
                    <th scope="col" class="figures-total">{m::overview::TOTAL.to(page.lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row_view(page: Page, row: &YearRow, years: &[u16], largest: u32) -> AnyView {
    let name = row.name.clone();
    let cells: Vec<_> = row
        .cells
        .iter()
        .zip(years)
        .map(|(cell, year)| cell_view(page, &name.text, *year, cell.as_ref(), largest))
        .collect();
    let label =
        m::overview::total(&name.text, m::overview::TOTAL.to(page.lang), row.total.n, page.lang);
    view! {
        <tr>
            <th scope="row" lang=name.lang(page.lang)>{name.text.clone()}</th>
            {cells}
            <td class="figures-total">
                <FigureLink n=row.total.n href=row.total.list.href() label />
            </td>
        </tr>
    }
    .into_any()
}

fn cell_view(page: Page, row: &str, year: u16, cell: Option<&Figure>, largest: u32) -> AnyView {
    let Some(figure) = cell else {
        let has_document = page.book.years().contains(&year);
        let words = if has_document { m::overview::NO_LIST } else { m::overview::NONE };
        let words = words.to(page.lang);
        return view! { <td class="void" title=words><span class="hide">{words}</span></td> }
            .into_any();
    };
    let share = format::share(figure.n.into(), largest.into());
    let label = m::overview::cell(row, year, figure.n, page.lang);
    view! {
        <td>
            <FigureLink n=figure.n href=figure.list.href() label />
            <i class="figure-bar" style=("--share", share)></i>
        </td>
    }
    .into_any()
}
