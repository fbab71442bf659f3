//! The head of a column by which a table can be sorted.

use leptos::prelude::*;

use crate::messages as m;
use crate::page::Page;

/// The head of a column by which the table can be sorted, as a link that says so.
#[component]
pub(super) fn SortHead(
    /// What the column holds.
    words: &'static str,
    /// Whether the table is sorted by it.
    is_sorted: bool,
    /// Whether the sort is from small to large.
    is_ascending: bool,
    /// The address of the table sorted by it.
    href: String,
    /// Whether numbers stand below, which line up at their end.
    #[prop(optional)]
    is_number: bool,
) -> impl IntoView {
    let lang = Page::here().lang;
    let sorted = is_sorted.then_some(if is_ascending { "ascending" } else { "descending" });
    view! {
        <th scope="col" class="sort-head" class:end=is_number aria-sort=sorted>
            <a href=href title=m::sort_by(words, lang)>
                <i aria-hidden="true">{if is_ascending { "↑" } else { "↓" }}</i>
                {words}
            </a>
        </th>
    }
}
