//! The units that lead most.

use leptos::prelude::*;

use crate::figures::{LeadRow, Leads};
use crate::format;
use crate::messages as m;
use crate::page::Page;
use crate::parts::FigureLink;

/// Units by what they lead in one year, with a bar each, and where they are named at all.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn LeadTable(
    /// The units, most tasks first.
    leads: Leads,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let largest = leads.rows.iter().map(|row| row.named.n).max().unwrap_or(0);
    let rows: Vec<_> = leads.rows.iter().map(|row| row_view(page, row, largest)).collect();
    view! {
        <table class="figures leads">
            <thead>
                <tr>
                    <th scope="col">{m::overview::UNIT.to(lang)}</th>
                    <th scope="col">{m::overview::LEADS_HEAD.to(lang)}</th>
                    <th scope="col" class="leads-plot">
                        <span class="hide">{m::SHARE_BAR.to(lang)}</span>
                    </th>
                    <th scope="col">{m::overview::NAMED_HEAD.to(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row_view(page: Page, row: &LeadRow, largest: u32) -> AnyView {
    let share = |n: u32| format::share(n.into(), largest.into());
    let label = |n: u32, what: m::Words| {
        m::overview::total(&row.name.text, what.to(page.lang), n, page.lang)
    };
    let leads_label = label(row.leads.n, m::overview::LEADS_HEAD);
    let named_label = label(row.named.n, m::overview::NAMED_HEAD);
    let name = row.name.clone();
    view! {
        <tr>
            <th scope="row" lang=name.lang(page.lang)>{name.text.clone()}</th>
            <td><FigureLink n=row.leads.n href=row.leads.list.href() label=leads_label /></td>
            <td class="leads-plot">
                <i
                    class="twin-bar"
                    style=("--share", share(row.leads.n))
                    style=("--whole", share(row.named.n))
                ></i>
            </td>
            <td><FigureLink n=row.named.n href=row.named.list.href() label=named_label /></td>
        </tr>
    }
    .into_any()
}
