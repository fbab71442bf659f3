//! How many tasks a theme or a lead has on either side, the largest shifts first.

use engine::Facet;
use leptos::prelude::*;

use crate::format;
use crate::messages::{self as m, compare as words};
use crate::page::Page;
use crate::parts::FigureLink;
use crate::slices::Shift;
use crate::state::ViewState;

/// How many rows are shown.
const N_SHOWN: usize = 16;

/// The table, with a bar for each change.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub(super) fn ShiftTable(
    title: &'static str,
    /// Whose values.
    facet: Facet,
    /// The shifts, largest first.
    shifts: Vec<Shift>,
    /// The lists that the counts count.
    lists: (ViewState, ViewState),
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let change = |shift: &Shift| f64::from(shift.after) - f64::from(shift.before);
    let largest = shifts.iter().map(|shift| change(shift).abs()).fold(1.0, f64::max);
    let row = |shift: &Shift| {
        let name = page.book.value_name(facet, shift.code, lang);
        let key = page.book.engine.values(facet).get(shift.code as usize).map(|value| &value.key);
        let list = |state: &ViewState| {
            key.map_or_else(String::new, |key| state.clone().only(facet, key).href())
        };
        let change = change(shift);
        let share = format::share(change.abs(), largest);
        view! {
            <tr>
                <th scope="row" lang=name.lang(lang)>{name.text.clone()}</th>
                <td class="num end"><FigureLink n=shift.before href=list(&lists.0) /></td>
                <td class="num end"><FigureLink n=shift.after href=list(&lists.1) /></td>
                <td class="num end">{format::difference(change)}</td>
                <td class="shift-plot">
                    <i class="shift-bar" data-down=change < 0.0 style=("--share", share)></i>
                </td>
            </tr>
        }
    };
    let rows: Vec<_> = shifts.iter().take(N_SHOWN).map(row).collect();
    view! {
        <table class="shifts">
            <caption>{title}</caption>
            <thead>
                <tr>
                    <th scope="col">{m::facet(facet).to(lang)}</th>
                    <th scope="col" class="end">{words::A.to(lang)}</th>
                    <th scope="col" class="end">{words::B.to(lang)}</th>
                    <th scope="col" class="end">{words::CHANGE.to(lang)}</th>
                    <th scope="col"><span class="hide">{m::SHARE_BAR.to(lang)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
