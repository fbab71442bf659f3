//! The sums that do not fit, worked out under one another so that all parts stand in columns.

use leptos::prelude::*;
use model::{Diagnostic, RegionIdx};

use crate::faults::{Sum, sum_of};
use crate::format;
use crate::messages::checks as words;
use crate::page::Page;
use crate::parts::{LINE, growing, rows_in_turn};

/// How many places' tables are drawn at first; others as far as the reader comes.
const TABLES_AT_ONCE: usize = 1;

/// The sums of each place's documents, whose shares are those of the same regions.
pub(super) fn sums_view(page: Page, found: &[&'static Diagnostic]) -> AnyView {
    let mut tables: Vec<(RegionIdx, Vec<Sum>)> = Vec::new();
    for sum in found.iter().filter_map(|finding| sum_of(page.book, finding)) {
        let place = page.book.document(page.book.task(sum.task)).region;
        match tables.iter_mut().find(|(of, _)| *of == place) {
            Some((_, sums)) => sums.push(sum),
            None => tables.push((place, vec![sum])),
        }
    }
    let n_tables = tables.len();
    let table = move |at: usize| table_view(page, &tables[at].1);
    growing(0..n_tables, TABLES_AT_ONCE, table)
}

/// A row for each sum: its parts, what they add up to, what the table says, the difference.
fn table_view(page: Page, sums: &[Sum]) -> AnyView {
    let lang = page.lang;
    let mut regions: Vec<RegionIdx> =
        sums.iter().flat_map(|sum| sum.shares.iter().map(|(region, _)| *region)).collect();
    regions.sort_unstable();
    regions.dedup();
    let heads = regions.iter().map(|region| {
        let name = page.book.region_name(*region, lang);
        view! { <th scope="col" lang=name.lang(lang)>{name.text.clone()}</th> }
    });
    let heads: Vec<_> = heads.collect();
    let sums = sums.to_vec();
    let rows = rows_in_turn(0..sums.len(), LINE, move |at| row_view(page, &sums[at], &regions));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::SUM.to(lang)>
            <table class="sums fold">
                <thead>
                    <tr>
                        <th scope="col">{words::TASK.to(lang)}</th>
                        {heads}
                        <th scope="col">{words::SUM.to(lang)}</th>
                        <th scope="col">{words::STATED.to(lang)}</th>
                        <th scope="col">{words::DIFFERENCE.to(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(page: Page, sum: &Sum, regions: &[RegionIdx]) -> AnyView {
    let task = page.book.task(sum.task);
    let place = page.book.document_name(page.book.document(task), page.lang);
    let number = task.number.clone().or_else(|| task.parent_number.clone()).unwrap_or_default();
    let href = page.state.with_untracked(|state| state.with_task(&task.id).href());
    let share = |region: &RegionIdx| {
        let printed = sum.shares.iter().find(|(of, _)| of == region);
        let name = page.book.region_name(*region, page.lang).text;
        // On a phone the row folds, and names what stands in it.
        let label = printed.is_some().then_some(name);
        view! {
            <td class="num" lang="zh-CN" data-label=label>
                {printed.map(|(_, printed)| *printed)}
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row">
                <a class="fig" href=href>
                    {place.text}
                    " "
                    {crate::messages::section_short(task.section).to(page.lang)}
                    " "
                    {number}
                </a>
            </th>
            {regions.iter().map(share).collect_view()}
            <td class="num sums-sum" data-label=words::SUM.to(page.lang)>{format::number(sum.added)}</td>
            <td class="num" lang="zh-CN" data-label=words::STATED.to(page.lang)>{sum.stated}</td>
            <td class="num sums-difference" data-label=words::DIFFERENCE.to(page.lang)>{format::difference(sum.difference)}</td>
        </tr>
    }
    .into_any()
}
