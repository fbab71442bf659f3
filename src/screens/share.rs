//! A link to hand on, as text, code and picture, and a field that opens another's.

use leptos::{ev, prelude::*};

use super::head::CopyButton;
use super::help::DialogHead;
use crate::card::Card;
use crate::drawing::Palette;
use crate::messages::{self as m, share as words};
use crate::page::Page;
use crate::parts::{Modal, QrCode, dynamic, when};
use crate::picture::Picture;
use crate::qr::QrPicture;
use crate::shared_link::SharedLink;
use crate::state::ViewState;
use crate::{book, dom, resolve, take};

/// How many tasks a picture lists.
const N_LINES: usize = 6;

/// The panel.
#[component]
pub(crate) fn Share() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    // The page behind does not change while the panel is open.
    let sentence = untrack(|| page.said());
    let n_tasks = page.sentence.with_untracked(|sentence| sentence.n_tasks);
    let link = page.state.with_untracked(|state| SharedLink::of(state, n_tasks));
    let code = link.address.as_deref().and_then(QrPicture::of);
    let both = format!("{sentence}\n{}", link.text());
    let alone = link.text().to_owned();
    let is_file = link.address.is_none();
    let save = {
        let (sentence, code) = (sentence.clone(), code.clone());
        move |is_png: bool| {
            let saved = picture(page, &sentence, code.clone()).and_then(|picture| {
                let name = file_name(page);
                if is_png { picture.save_png(&name) } else { picture.save_svg(&name) }
            });
            if saved.is_none() {
                page.tell(m::take::SAVE_FAILED.to(lang).to_owned());
            }
        }
    };
    let save_svg = save.clone();
    view! {
        <Modal label=words::SHARE.to(lang) kind="share" on_close=move |()| { page.close(); }>
            <DialogHead words=words::SHARE />
            <div class="share">
                <div>
                    <p class="share-says">{sentence}</p>
                    <p class="share-link" translate="no">{link.text().to_owned()}</p>
                    <p class="share-acts">
                        <CopyButton label=words::COPY_BOTH text=move || both.clone() />
                        <CopyButton label=words::COPY_LINK_ALONE text=move || alone.clone() />
                        <button type="button" on:click=move |_| save(true)>
                            {words::SAVE_PNG.to(lang)}
                        </button>
                        <button type="button" on:click=move |_| save_svg(false)>
                            {words::SAVE_SVG.to(lang)}
                        </button>
                    </p>
                    {when(is_file, || view! { <p class="dialog-note">{words::NO_ADDRESS.to(lang)}</p> })}
                </div>
                {code.map(|code| view! { <QrCode code label=words::QR_OF_PAGE.to(lang) /> })}
            </div>
            <Paste page />
        </Modal>
    }
}

/// A field that opens a link from anywhere.
#[component]
fn Paste(page: Page) -> impl IntoView {
    let lang = page.lang;
    let pasted = RwSignal::new(String::new());
    let is_refused = RwSignal::new(false);
    let open = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let query = pasted.with_untracked(|text| ViewState::query_in(text).map(str::to_owned));
        is_refused.set(query.is_none());
        if let Some(query) = query {
            page.close();
            dom::blur();
            page.address.push_query(&query);
        }
    };
    let refused = move || {
        let says = words::NO_LINK.to(lang);
        when(is_refused.get(), || view! { <p class="share-refused" role="alert">{says}</p> })
    };
    view! {
        <form class="share-paste" on:submit=open>
            <label for="share-paste">{words::PASTE.to(lang)}</label>
            <input
                id="share-paste"
                type="text"
                placeholder=words::PASTE_HINT.to(lang)
                autocomplete="off"
                spellcheck="false"
                prop:value=pasted
                on:input=move |event| pasted.set(event_target_value(&event))
            />
            <button type="submit" class="btn">{words::OPEN.to(lang)}</button>
            {dynamic(refused)}
        </form>
    }
}

/// The page as a picture.
fn picture(page: Page, sentence: &str, code: Option<QrPicture>) -> Option<Picture> {
    let tasks = page.state.with_untracked(|state| {
        page.outcome.with_untracked(|outcome| resolve::tasks_of_page(page.book, state, outcome))
    });
    let lines = take::chat_lines(page.book, &tasks, N_LINES, page.lang);
    let [year, month, day, ..] = dom::local_time();
    let day = format!("{year}-{month:02}-{day:02}");
    let source = words::source(book::DATA_VERSION, &day, page.lang);
    let card = Card { sentence, lines: &lines, code, source: &source };
    let (svg, width, height) = card.svg(&Palette::read()?);
    Some(Picture::new(svg, width, height))
}

fn file_name(page: Page) -> String {
    let [year, month, day, ..] = dom::local_time();
    let day = format!("{year}{month:02}{day:02}");
    page.sentence.with_untracked(|sentence| take::file_stem(sentence, None, &day, page.lang))
}
