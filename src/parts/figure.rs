//! A number that opens the list it counts.

use leptos::prelude::*;

/// A number as a link to its list; nothing to open where it is zero.
#[component]
pub(crate) fn FigureLink(
    /// The number.
    n: u32,
    /// The list's address.
    href: String,
    /// What the number counts, where the words around it do not say it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    if n == 0 {
        return view! { <span class="num zero">"0"</span> }.into_any();
    }
    view! { <a class="fig num" href=href aria-label=label>{n}</a> }.into_any()
}
