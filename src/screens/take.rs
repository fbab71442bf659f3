//! What can be taken along: which rows, then as a workbook, as one table, or as text.

use leptos::prelude::*;

use crate::address;
use crate::book;
use crate::dom;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{Modal, dynamic, said, whether};
use crate::resolve;
use crate::screens::head::CopyButton;
use crate::screens::help::DialogHead;
use crate::sentence::Sentence;
use crate::shared_link::SharedLink;
use crate::state::ViewState;
use crate::take::{self, About, Scope, Sheet};

/// What the rows to be taken along are read from.
#[derive(Clone, PartialEq)]
struct Parcel {
    /// The state: the present one, narrowed to its unit or place, or without its filter.
    state: ViewState,
    /// Its tasks, in words.
    sentence: Sentence,
    /// The tables.
    sheets: Vec<Sheet>,
    /// The tasks.
    tasks: Vec<model::TaskIdx>,
}

impl Parcel {
    fn of(page: Page, state: ViewState) -> Self {
        let outcome = page.book.engine.run(&resolve::query(page.book, &state));
        Self {
            sentence: Sentence::of(page.book, &state, outcome.rows.len()),
            sheets: take::sheets(page.book, &state, &outcome, address::public_base().as_deref()),
            tasks: outcome.rows,
            state,
        }
    }

    /// What the first sheet of a workbook says.
    fn about(&self, page: Page) -> About {
        let [year, month, day, hour, minute] = dom::local_time();
        About {
            sentence: self.sentence.text(page.lang),
            link: SharedLink::of(&self.state, self.tasks.len()).text().to_owned(),
            time: format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            data_version: book::DATA_VERSION.to_owned(),
            rules_version: book::RULES_VERSION.to_owned(),
            n_tasks: self.tasks.len(),
            n_all: page.book.ledger.tasks.len(),
        }
    }

    fn file_name(&self, page: Page, sheet: Option<&str>, ending: &str) -> String {
        let [year, month, day, ..] = dom::local_time();
        let day = format!("{year}{month:02}{day:02}");
        take::file_name(&self.sentence, sheet, &day, ending, page.lang)
    }

    fn save_workbook(&self, page: Page) {
        let about = take::about_sheet(page.book, &self.state, &self.about(page), &self.sheets);
        let sheets: Vec<Sheet> = core::iter::once(about).chain(self.sheets.clone()).collect();
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        save(page, &self.file_name(page, None, "xlsx"), kind, &take::workbook(&sheets));
    }

    fn save_sheet(&self, page: Page, at: usize) {
        let Some(sheet) = self.sheets.get(at) else { return };
        let name = self.file_name(page, Some(&sheet.title), "csv");
        save(page, &name, "text/csv;charset=utf-8", take::csv_text(sheet).as_bytes());
    }
}

/// Saves a file and says so.
fn save(page: Page, name: &str, kind: &str, bytes: &[u8]) {
    page.tell(if dom::save(name, kind, bytes) {
        m::take::saved(name, page.lang)
    } else {
        m::take::SAVE_FAILED.to(page.lang).to_owned()
    });
}

/// The panel of what can be taken along.
#[component]
pub(crate) fn Take() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let offered = page.state.with_untracked(Scope::offered);
    let scope = RwSignal::new(offered[0]);
    let parcel =
        Memo::new(move |_| Parcel::of(page, page.state.with(|state| scope.get().of(state))));
    let save_workbook = move |_| parcel.with_untracked(|parcel| parcel.save_workbook(page));
    let text_note = move || {
        let n_tasks = parcel.with(|parcel| parcel.tasks.len());
        m::take::text_note(n_tasks.min(take::N_LINES), n_tasks, lang)
    };
    view! {
        <Modal label=m::take::TAKE.to(lang) kind="take" on_close=move |()| { page.close(); }>
            <DialogHead words=m::take::TAKE />
            <RowsChoice offered scope />
            <section class="take-way">
                <h3>{m::take::WORKBOOK.to(lang)}</h3>
                <p class="dialog-note">{m::take::WORKBOOK_NOTE.to(lang)}</p>
                <button type="button" class="btn" data-tone="main" on:click=save_workbook>
                    {m::take::SAVE_WORKBOOK.to(lang)}
                </button>
            </section>
            <section class="take-way">
                <h3>{m::take::ONE_TABLE.to(lang)}</h3>
                {dynamic(move || parcel.with(|found| sheet_rows(page, parcel, found)))}
            </section>
            <section class="take-way">
                <h3>{m::take::AS_TEXT.to(lang)}</h3>
                <p class="dialog-note">{said(text_note)}</p>
                <p class="take-copy">
                    <CopyButton label=m::take::COPY_TEXT text=move || chat_text(page, parcel) />
                </p>
            </section>
        </Modal>
    }
}

/// The rows of the page's unit or place, of the filter, or all of them; each with its count
/// before anything is saved.
#[component]
fn RowsChoice(
    /// What there is to choose from.
    offered: Vec<Scope>,
    /// Which rows are taken.
    scope: RwSignal<Scope>,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let words = move |own: Scope| {
        let state = page.state.with(|state| own.of(state));
        let n = resolve::n_tasks(page.book, &state);
        match own {
            Scope::Subject => Sentence::of(page.book, &state, n).text(lang),
            Scope::Filter => m::take::shown_rows(n, lang),
            Scope::All => m::take::all_rows(n, lang),
        }
    };
    let choice = move |own: Scope| {
        view! {
            <label class="take-rows">
                <input
                    type="radio"
                    name="take-rows"
                    prop:checked=whether(move || scope.get() == own)
                    on:change=move |_| scope.set(own)
                />
                {said(move || words(own))}
            </label>
        }
    };
    view! {
        <fieldset class="take-choice">
            <legend class="hide">{m::take::ROWS.to(lang)}</legend>
            {offered.into_iter().map(choice).collect_view()}
        </fieldset>
    }
}

/// Each table with its number of rows, as a button that saves it.
fn sheet_rows(page: Page, parcel: Memo<Parcel>, found: &Parcel) -> AnyView {
    let lang = page.lang;
    let row = |(idx, sheet): (usize, &Sheet)| {
        let save = move |_| parcel.with_untracked(|parcel| parcel.save_sheet(page, idx));
        view! {
            <li>
                <button type="button" aria-label=m::take::save_csv(&sheet.title, lang) on:click=save>
                    {sheet.title.clone()}
                </button>
                <span class="num">{m::take::n_rows(sheet.rows.len(), lang)}</span>
            </li>
        }
    };
    let rows: Vec<_> = found.sheets.iter().enumerate().map(row).collect();
    view! { <ul class="take-sheets">{rows}</ul> }.into_any()
}

/// The sentence, the link and the first tasks.
fn chat_text(page: Page, parcel: Memo<Parcel>) -> String {
    parcel.with_untracked(|parcel| {
        let sentence = parcel.sentence.text(page.lang);
        let link = SharedLink::of(&parcel.state, parcel.tasks.len());
        take::chat_text(page.book, &sentence, link.text(), &parcel.tasks, page.lang)
    })
}
