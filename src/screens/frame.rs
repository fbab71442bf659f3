//! The frame round every view: the bar above, the foot below.

use engine::Facet;
use leptos::prelude::*;
use model::Document;

use crate::dom;
use crate::figures;
use crate::messages as m;
use crate::page::{Dialog, Page};
use crate::parts::{Glyph, Icon, SearchField, said, said_if, when, whether};
use crate::state::{Chosen, View, ViewState};

/// The bar: the name, the views, the years, the search, the language and the look.
#[component]
pub(crate) fn TopBar() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let words = Memo::new(move |_| page.state.with(|state| state.search.clone()));
    let is_searching = RwSignal::new(false);
    let shows_field = move || is_searching.get() || words.with(|words| !words.is_empty());
    let toggle_field = move |_| {
        is_searching.update(|is_searching| *is_searching = !*is_searching);
        if is_searching.get_untracked() {
            // Once the field is shown.
            wasm_bindgen_futures::spawn_local(async {
                dom::focus(".search-field input");
            });
        }
    };
    let other = lang.other();
    let look = move || page.state.with(|state| m::tint(state.tint).to(lang).to_owned());
    let turn_tint = move |_| page.adjust(|state| ViewState { tint: state.tint.next(), ..state });
    view! {
        <header class="bar" data-searching=whether(shows_field)>
            <a class="bar-name" href=said(move || page.href(|state| state.blank(View::Overview)))>
                {m::NAME.to(lang)}
            </a>
            <ViewLinks />
            <div class="bar-tools">
                <Years />
                <SearchField
                    label=m::SEARCH.to(lang)
                    hint=m::SEARCH_HINT.to(lang)
                    words
                    on_words=move |words: String| search(page, &words)
                />
                <button
                    type="button"
                    class="bar-search-open"
                    aria-label=m::SEARCH.to(lang)
                    aria-expanded=said(move || is_searching.get().to_string())
                    on:click=toggle_field
                >
                    <Icon glyph=Glyph::Search />
                </button>
                <a
                    class="bar-lang"
                    lang=other.tag()
                    href=said(move || page.href(|state| ViewState { lang: other, ..state.clone() }))
                >
                    {m::switch_to(other)}
                </a>
                <button type="button" aria-label=said(look) title=said(look) on:click=turn_tint>
                    <Icon glyph=Glyph::Tint />
                </button>
                <button
                    type="button"
                    class="bar-help"
                    aria-label=m::keys::HELP.to(lang)
                    title=m::keys::HELP.to(lang)
                    aria-haspopup="dialog"
                    on:click=move |_| page.open(Dialog::Help)
                >
                    "?"
                </button>
            </div>
        </header>
    }
}

/// Searching shows the list; each further sign typed is no step of its own for Back.
fn search(page: Page, words: &str) {
    let state = page.state.get_untracked();
    let next = ViewState { view: View::Tasks, ..state.searching(words) };
    if state.view == View::Tasks {
        page.address.replace(&next);
    } else if !words.is_empty() {
        page.address.push(&next);
    }
}

/// The views as links; the present one is marked.
#[component]
fn ViewLinks() -> impl IntoView {
    let page = Page::here();
    let link = |view: View| {
        let is_here = move || page.state.with(|state| state.view == view);
        view! {
            <a
                href=said(move || page.href(|state| state.in_view(view)))
                aria-current=said_if(move || is_here().then(|| "page".to_owned()))
            >
                {m::view(view).to(page.lang)}
            </a>
        }
    };
    view! {
        <nav class="bar-views" aria-label=m::VIEWS.to(page.lang)>
            {View::ALL.map(link).into_iter().collect_view()}
        </nav>
    }
}

/// The years as toggles: none pressed is every year. A year without a document is marked.
#[component]
fn Years() -> impl IntoView {
    let page = Page::here();
    let buttons: Vec<_> =
        figures::year_span(page.book).into_iter().map(|year| year_button(page, year)).collect();
    view! {
        <div class="bar-years" role="group" aria-label=m::YEARS.to(page.lang)>
            {buttons}
        </div>
    }
}

fn year_button(page: Page, year: u16) -> impl IntoView {
    let key = year.to_string();
    let is_known = page.book.engine.code(Facet::Year, &key).is_some();
    let chosen = {
        let key = key.clone();
        Signal::derive(move || page.state.with(|state| state.chosen(Facet::Year, &key)))
    };
    let title = (!is_known).then(|| m::no_document_in(year, page.lang));
    let toggle = {
        let key = key.clone();
        move |_| {
            let next = match chosen.get_untracked() {
                Chosen::Included => Chosen::No,
                Chosen::No | Chosen::Excluded => Chosen::Included,
            };
            page.go(|state| state.choosing(Facet::Year, &key, next));
        }
    };
    view! {
        <button
            type="button"
            aria-pressed=said(move || (chosen.get() == Chosen::Included).to_string())
            data-excluded=whether(move || chosen.get() == Chosen::Excluded)
            disabled=!is_known
            title=title
            on:click=toggle
        >
            {key}
        </button>
    }
}

/// The foot names the documents where they are no more than this; 说明 names all.
const N_NAMED: usize = 12;

/// The documents that all of this was read from, and how.
#[component]
pub(crate) fn Foot() -> impl IntoView {
    let page = Page::here();
    // Of the state, the lists of whole documents take the look along and nothing else.
    let blank = Memo::new(move |_| page.state.with(|state| state.blank(View::Tasks)));
    let n_documents = page.book.ledger.documents.len();
    let all = when(n_documents > N_NAMED, || {
        let href = said(move || blank.with(|blank| blank.in_view(View::About).href()));
        view! { <li><a href=href>{m::DOCUMENTS.to(page.lang)} " " {n_documents}</a></li> }
    });
    let is_named = |_: &&Document| n_documents <= N_NAMED;
    let documents = page.book.ledger.documents.iter().filter(is_named).map(|document| {
        let name = document
            .number
            .clone()
            .unwrap_or_else(|| page.book.document_name(document, page.lang).text);
        let href = {
            let key = document.key.clone();
            said(move || blank.with(|blank| blank.clone().only(Facet::Document, &key).href()))
        };
        view! {
            <li>
                <a href=href title=document.title.clone() lang="zh-CN">{name}</a>
            </li>
        }
    });
    view! {
        <footer class="foot">
            <ul aria-label=m::DOCUMENTS.to(page.lang)>{documents.collect_view()} {all}</ul>
            <p class="foot-keys">
                <button type="button" aria-haspopup="dialog" on:click=move |_| page.open(Dialog::Palette)>
                    {m::keys::PALETTE.to(page.lang)}
                    <kbd class="key">"Ctrl K"</kbd>
                </button>
                <button type="button" aria-haspopup="dialog" on:click=move |_| page.open(Dialog::Help)>
                    {m::keys::HELP.to(page.lang)}
                    <kbd class="key">"?"</kbd>
                </button>
            </p>
            <p>{m::FOOT.to(page.lang)}</p>
        </footer>
    }
}
