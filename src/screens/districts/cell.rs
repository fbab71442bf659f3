//! One cell of the matrix: the share as printed, as a part, or its change.

use leptos::prelude::*;
use model::Allocation;

use super::Look;
use crate::changes::{Change, Changes, Gap};
use crate::format;
use crate::messages::{self, districts as m};
use crate::shares::Row;
use crate::state::{Cells, Lang};

/// A region's cell; a whole cell is one link to its task, which the row's head offers to the
/// keyboard, so that a table is not a thousand stops. `label` names its column on a phone.
pub(super) fn cell_view(
    look: Look,
    row: &Row,
    at: Option<usize>,
    changes: &Changes,
    is_chosen: bool,
    label: &str,
) -> AnyView {
    let lang = look.page.lang;
    let chosen = is_chosen.then_some("chosen");
    let Some(at) = at else {
        let words = m::NO_COLUMN.to(lang);
        return view! {
            <td class="void" data-column=chosen data-label=label.to_owned() title=words><span class="hide">{words}</span></td>
        }
        .into_any();
    };
    let task = look.page.book.task(row.task);
    let cell = &task.allocations[at];
    if cell.is_none() {
        let words = messages::NO_SHARE.to(lang);
        return view! {
            <td
                class="none"
                data-column=chosen
                data-label=label.to_owned()
                title=words
                lang="zh-CN"
            >{cell.printed.text.clone()}</td>
        }
        .into_any();
    }
    let change = changes.at(row.task, at);
    let (words, is_source) = shown(look.cells, row, cell, change.as_ref().ok(), lang);
    if words.is_empty() {
        let why = empty_words(look.cells, change.err(), lang);
        return view! {
            <td data-column=chosen data-label=label.to_owned() title=why>
                <span class="hide">{why}</span>
            </td>
        }
        .into_any();
    }
    let href = look.page.state.with_untracked(|state| state.with_task(&task.id).href());
    let source = (is_source && lang != Lang::Zh).then(|| Lang::Zh.tag());
    // A change is no part of the row, so it has no shade of one.
    let heat = row.step(cell).filter(|_| look.cells != Cells::Change);
    view! {
        <td data-heat=heat data-column=chosen data-label=label.to_owned()>
            <a
                href=href
                tabindex="-1"
                lang=source
                title=explained(row, cell, change.as_ref().ok(), lang)
                data-by=cell.region_inferred.then_some("rule")
            >
                {words}
            </a>
        </td>
    }
    .into_any()
}

/// Why a cell that has a share shows nothing.
fn empty_words(cells: Cells, gap: Option<Gap>, lang: Lang) -> &'static str {
    match (cells, gap) {
        (Cells::Change, Some(gap)) => m::gap(gap).to(lang),
        _ => m::NO_PART.to(lang),
    }
}

/// The words of a cell, and whether they are the document's own.
fn shown(
    cells: Cells,
    row: &Row,
    cell: &Allocation,
    change: Option<&Change>,
    lang: Lang,
) -> (String, bool) {
    match cells {
        Cells::Amount => (cell.printed.text.clone(), true),
        Cells::Share => (row.part(cell).map(format::part).unwrap_or_default(), false),
        Cells::Change => (change.map(|change| changed(change, lang)).unwrap_or_default(), false),
    }
}

/// A change as it is written: percent of an amount, points of a rate, plain from zero.
pub(super) fn changed(change: &Change, lang: Lang) -> String {
    match change.percent() {
        Some(percent) => format!("{}%", format::difference((percent * 10.0).round() / 10.0)),
        None if change.is_points => m::points(&format::difference(change.difference()), lang),
        None => format::difference(change.difference()),
    }
}

/// Printed words, part and earlier figure, for a pointer that rests on the cell.
fn explained(row: &Row, cell: &Allocation, change: Option<&Change>, lang: Lang) -> String {
    let part = row.part(cell).map(|part| m::part_of_whole(&format::part(part), lang));
    let earlier = change.map(|change| {
        let before = m::in_year(change.year, &format::number(change.before), lang);
        format!("{before} → {}", changed(change, lang))
    });
    let said = [Some(cell.printed.text.clone()), part, earlier].into_iter().flatten();
    said.collect::<Vec<_>>().join(messages::clause_comma(lang))
}
