//! Views, words and lists that change, each kind behind one type.
//!
//! Leptos compiles a closure in a view together with all that draws it, some kilobytes for each.
//! Behind these few functions they share one copy, and a reader downloads a smaller program.

use std::sync::Arc;

use leptos::prelude::*;

/// A view that is drawn anew when a signal in it changes.
pub(crate) fn dynamic(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    boxed_view(Box::new(view))
}

/// A view that is there or not, for good.
pub(crate) fn when<V: IntoView + 'static>(is_there: bool, view: impl FnOnce() -> V) -> AnyView {
    if is_there { view().into_any() } else { ().into_any() }
}

/// Words that change, as text or as an attribute.
pub(crate) fn said(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}

/// Words that are there at times, as an attribute.
pub(crate) fn said_if(
    words: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(words)
}

/// A fact that changes, as an attribute that is there or not.
pub(crate) fn whether(fact: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(fact)
}

/// A list whose items keep their place in the document as long as their key is in `keys`.
pub(crate) fn each(
    keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
    item: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    boxed_list(Arc::new(keys), Arc::new(item))
}

fn boxed_view(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || view()).into_any()
}

type Keys = Arc<dyn Fn() -> Vec<u64> + Send + Sync>;
type Item = Arc<dyn Fn(u64) -> AnyView + Send + Sync>;

fn boxed_list(keys: Keys, item: Item) -> AnyView {
    view! { <For each=move || keys() key=|key| *key children=move |key| item(key) /> }.into_any()
}
