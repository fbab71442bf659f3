//! The heat table: tasks by regions, with their totals added up.

use std::sync::Arc;

use leptos::prelude::*;

use super::cell::{cell_view, changed};
use super::{Look, with_region};
use crate::changes::{Changes, Gap};
use crate::format;
use crate::messages::{self, districts as m};
use crate::parts::{FigureLink, Sigil, SigilKind, in_turn, rows_in_turn, when};
use crate::shares::{Column, Row, Table};
use crate::state::{Cells, Lang};
use crate::sums::{ShareSum, Verdict};

/// How tall a row is together with its part of the headings between rows, in pixels.
const SHARES: f64 = 42.0;

/// The table of one place's documents.
///
/// The first group begins at once, the others when their turn comes.
pub(super) fn table_view(look: Look, table: Table, changes: StoredValue<Changes>) -> AnyView {
    let page = look.page;
    let place = page.book.region_name(table.region, page.lang);
    let n_columns = (table.columns.len() + 3).to_string();
    let table = Arc::new(table);
    let groups = (0..table.groups.len()).map(|at| {
        let table = Arc::clone(&table);
        let group = move || group_view(look, &table, at, changes);
        if at == 0 { group() } else { in_turn(group) }
    });
    let head = head_view(look, &table);
    view! {
        <div class="scroll" role="group" tabindex="0" aria-label=m::caption(&place.text, page.lang)>
            <table class="heat" style=("--columns", n_columns)>
                <caption class="hide">{m::caption(&place.text, page.lang)}</caption>
                {head}
                {groups.collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn head_view(look: Look, table: &Table) -> AnyView {
    let lang = look.page.lang;
    let heads: Vec<_> = table.columns.iter().map(|column| column_head(look, column)).collect();
    let counts: Vec<_> = table
        .columns
        .iter()
        .map(|column| {
            let name = look.page.book.region_name(column.region, lang).text;
            let figure = column.figure.as_ref().map(|figure| {
                let label =
                    messages::overview::total(&name, m::WITH_SHARE.to(lang), figure.n, lang);
                view! { <FigureLink n=figure.n href=figure.list.href() label /> }
            });
            view! { <td data-column=chosen(look, column) data-label=name>{figure}</td> }
        })
        .collect();
    let all = table.all.as_ref().map(|figure| {
        let label = messages::n_tasks(figure.n as usize, lang);
        view! { <FigureLink n=figure.n href=figure.list.href() label /> }
    });
    let last = if look.cells == Cells::Change { m::AGAINST } else { m::ADDED };
    view! {
        <thead>
            <tr>
                <th scope="col" class="heat-item">{m::ITEM.to(lang)}</th>
                <th scope="col" class="heat-total">{messages::WHOLE.to(lang)}</th>
                {heads}
                <th scope="col" class="heat-sum">{last.to(lang)}</th>
            </tr>
            <tr class="heat-counts">
                <th scope="row" class="heat-item">{m::WITH_SHARE.to(lang)}</th>
                <td class="heat-total" data-label=messages::WHOLE.to(lang)>{all}</td>
                {counts}
                <td class="heat-sum"></td>
            </tr>
        </thead>
    }
    .into_any()
}

fn chosen(look: Look, column: &Column) -> Option<&'static str> {
    (look.chosen == Some(column.region)).then_some("chosen")
}

/// A region's name as the link to its profile.
fn column_head(look: Look, column: &Column) -> AnyView {
    let page = look.page;
    let name = page.book.region_name(column.region, page.lang);
    let key = &page.book.ledger.regions[usize::from(column.region)].id;
    let chosen = chosen(look, column);
    let target = chosen.is_none().then_some(key.as_str());
    let href = page.state.with_untracked(|state| with_region(state, target).href());
    view! {
        <th scope="col" data-column=chosen>
            <a
                href=href
                lang=name.lang(page.lang)
                aria-current=chosen.map(|_| "true")
            >
                {name.text.clone()}
            </a>
        </th>
    }
    .into_any()
}

/// The rows of one section of a document under its name.
fn group_view(look: Look, table: &Arc<Table>, at: usize, changes: StoredValue<Changes>) -> AnyView {
    let page = look.page;
    let group = &table.groups[at];
    let document = &page.book.ledger.documents[group.document as usize];
    let name = page.book.document_name(document, page.lang);
    let tasks = || group.rows.iter().map(|row| page.book.task(row.task));
    let is_lost = tasks().flat_map(|task| &task.allocations).any(|cell| cell.region_inferred);
    let whole = Arc::clone(table);
    let rows = rows_in_turn(0..group.rows.len(), SHARES, move |row| {
        let rows = &whole.groups[at].rows;
        let before = row.checked_sub(1).map(|before| &rows[before]);
        changes.with_value(|changes| {
            view! {
                {heading_view(look, &whole, &rows[row], before)}
                {row_view(look, &whole, &rows[row], changes)}
            }
            .into_any()
        })
    });
    let section = messages::section(group.section).to(page.lang);
    view! {
        <tbody>
            <tr class="heat-group">
                <th scope="rowgroup" colspan=(table.columns.len() + 3).to_string()>
                    <span>
                        <span lang=name.lang(page.lang)>{name.text.clone()}</span>
                        " · "
                        {section}
                        <small>{m::n_shares(group.rows.len(), page.lang)}</small>
                        {when(is_lost, || view! {
                            <small>
                                {messages::LOST_HEADER.to(page.lang)}
                                <Sigil kind=SigilKind::Inferred lang=page.lang />
                            </small>
                        })}
                    </span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

/// The document's own heading, over the first of the rows that stand under it.
fn heading_view(look: Look, table: &Table, row: &Row, before: Option<&Row>) -> Option<AnyView> {
    let heading =
        |row: &Row| look.page.book.task(row.task).heading.as_ref().map(|words| &words.text);
    let words = heading(row).filter(|words| before.and_then(heading) != Some(words))?;
    Some(
        view! {
            <tr class="heat-heading">
                <td colspan=(table.columns.len() + 3).to_string() lang="zh-CN">
                    <span>{words.clone()}</span>
                </td>
            </tr>
        }
        .into_any(),
    )
}

fn row_view(look: Look, table: &Table, row: &Row, changes: &Changes) -> AnyView {
    let cells: Vec<_> = table
        .columns
        .iter()
        .zip(&row.cells)
        .map(|(column, at)| {
            let name = look.page.book.region_name(column.region, look.page.lang).text;
            cell_view(look, row, *at, changes, look.chosen == Some(column.region), &name)
        })
        .collect();
    view! {
        <tr>
            {item_view(look, row)}
            {total_view(look, row, changes)}
            {cells}
            {last_view(look, row, changes)}
        </tr>
    }
    .into_any()
}

/// The row's number and words, as the link to its task.
pub(super) fn item_view(look: Look, row: &Row) -> AnyView {
    let task = look.page.book.task(row.task);
    let number = task.number.clone().or_else(|| task.parent_number.clone());
    let href = look.page.state.with_untracked(|state| state.with_task(&task.id).href());
    let label = task.sub_label.as_ref().map(|label| label.text.clone());
    let text = (label.is_none() || !task.text_carried).then(|| task.text.text.clone());
    view! {
        <th scope="row" class="heat-item" lang="zh-CN">
            <span class="num">{number}</span>
            <a href=href title=task.text.text.clone()>
                {label.map(|label| view! { <b>{label}</b> " " })}
                {text}
            </a>
        </th>
    }
    .into_any()
}

fn total_view(look: Look, row: &Row, changes: &Changes) -> AnyView {
    let task = look.page.book.task(row.task);
    let Some(at) = row.total else {
        return view! { <td class="heat-total"></td> }.into_any();
    };
    let href = look.page.state.with_untracked(|state| state.with_task(&task.id).href());
    let words = match look.cells {
        Cells::Amount | Cells::Share => task.allocations[at].printed.text.clone(),
        Cells::Change => {
            let change = changes.at(row.task, at).ok();
            change.map(|change| changed(&change, look.page.lang)).unwrap_or_default()
        }
    };
    if words.is_empty() {
        return view! { <td class="heat-total"></td> }.into_any();
    }
    view! {
        <td class="heat-total" lang="zh-CN" data-label=messages::WHOLE.to(look.page.lang)>
            <a class="fig" href=href tabindex="-1" title=task.allocations[at].printed.text.clone()>
                {words}
            </a>
        </td>
    }
    .into_any()
}

/// The last column: the sum beside the total, or what the change is on.
fn last_view(look: Look, row: &Row, changes: &Changes) -> AnyView {
    let lang = look.page.lang;
    if look.cells != Cells::Change {
        let (words, meaning, is_fault) = sum_words(row.sum, lang);
        return view! {
            <td class="heat-sum" data-fault=is_fault data-label=m::ADDED.to(lang) title=meaning>
                {words}
            </td>
        }
        .into_any();
    }
    let cells = row.total.iter().chain(row.cells.iter().flatten());
    let found: Vec<_> = cells.map(|at| changes.at(row.task, *at)).collect();
    if let Some(change) = found.iter().find_map(|change| change.ok()) {
        let earlier = &look.page.book.task(change.task).id;
        let href = look
            .page
            .state
            .with_untracked(|state| state.blank(state.view).with_task(earlier).href());
        return view! {
            <td class="heat-sum">
                <a class="trace" href=href>{m::against(change.year, lang)}</a>
            </td>
        }
        .into_any();
    }
    // A reason says more than that nothing follows the figure.
    let gaps = || found.iter().filter_map(|change| change.err());
    let gap = gaps().find(|gap| *gap != Gap::NotFollowed).unwrap_or(Gap::NotFollowed);
    view! { <td class="heat-sum">{m::gap(gap).to(lang)}</td> }.into_any()
}

/// The sum in few words, what it means where that is not said, and whether it is a fault.
fn sum_words(sum: ShareSum, lang: Lang) -> (String, &'static str, bool) {
    match sum {
        ShareSum::Added { verdict: Verdict::Agrees, .. } => {
            ("=".to_owned(), m::AGREES.to(lang), false)
        }
        ShareSum::Added { sum, verdict: Verdict::NoTotal } => {
            (m::sum_alone(&format::number(sum), lang), "", false)
        }
        ShareSum::Added { sum, verdict: Verdict::Differs { difference } } => {
            let words = m::off(&format::difference(difference), &format::number(sum), lang);
            (words, "", true)
        }
        ShareSum::NotAdded(reason) => (m::not_added(reason).to(lang).to_owned(), "", false),
    }
}
