//! The first lines of the overview, as `opening` works them out.

use leptos::prelude::*;

use crate::figures::{Figure, Figures};
use crate::messages as m;
use crate::opening::{self, Said};
use crate::page::Page;
use crate::parts::{FigureLink, dynamic};
use crate::screens::head::{Acts, SentenceHead};

/// The display line, or the sentence where something is chosen, and the paragraph under it.
#[component]
pub(super) fn LeadText(
    /// What is counted.
    figures: Memo<Figures>,
) -> impl IntoView {
    let page = Page::here();
    let is_all = Memo::new(move |_| page.sentence.with(|sentence| sentence.parts.is_empty()));
    let heading = move || {
        if is_all.get() {
            view! {
                <header class="head">
                    <h1 class="display">{opening::heading(page.book, page.lang)}</h1>
                    <Acts />
                </header>
            }
            .into_any()
        } else {
            view! { <SentenceHead /> }.into_any()
        }
    };
    let paragraph = move || {
        let state = page.state.get();
        let said = page.outcome.with(|outcome| {
            figures.with(|figures| opening::paragraph(page.book, &state, figures, outcome))
        });
        said.into_iter().map(|said| said_view(page, said)).collect::<Vec<_>>().into_any()
    };
    view! {
        <section class="overview-lead">
            {dynamic(heading)}
            <p class="lead">{dynamic(paragraph)}</p>
            <p class="note">{m::overview::NOTE.to(page.lang)}</p>
        </section>
    }
}

fn said_view(page: Page, said: Said) -> AnyView {
    match said {
        Said::Words(words) => words.into_any(),
        Said::Made(words) => words.into_any(),
        Said::Figure(Figure { n, list }) => view! { <FigureLink n href=list.href() /> }.into_any(),
        Said::Unit(name, list) => view! {
            <a class="fig unit-name" href=list.href() lang=name.lang(page.lang)>
                {name.text.clone()}
            </a>
        }
        .into_any(),
    }
}
