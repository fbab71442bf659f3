//! What can be taken along: which rows, then as a workbook, as one table, or as text.

mod making;

use leptos::prelude::*;

use self::making::{File, MakeWorkbook, Making};
use crate::address;
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
use crate::take::{self, Cover, Order, Scope};

/// What the rows to be taken along are read from.
#[derive(Clone, PartialEq)]
struct Parcel {
    /// The state: the present one, narrowed to its unit or place, or without its filter.
    state: ViewState,
    /// Its tasks, in words.
    sentence: Sentence,
    /// The tasks.
    tasks: Vec<model::TaskIdx>,
}

impl Parcel {
    fn of(page: Page, state: ViewState) -> Self {
        let outcome = page.book.engine.run(&resolve::query(page.book, &state));
        Self {
            sentence: Sentence::of(page.book, &state, outcome.rows.len()),
            tasks: outcome.rows,
            state,
        }
    }

    /// What its tables are made of.
    fn tables(&self) -> Order {
        Order::Tables { query: self.state.to_query(), base: address::public_base() }
    }

    /// What the first sheet of a workbook says.
    fn cover(&self, page: Page) -> Cover {
        let [year, month, day, hour, minute] = dom::local_time();
        Cover {
            sentence: self.sentence.text(page.lang),
            link: SharedLink::of(&self.state, self.tasks.len()).text().to_owned(),
            time: format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
        }
    }

    fn file_name(&self, page: Page, sheet: Option<&str>, ending: &str) -> String {
        let [year, month, day, ..] = dom::local_time();
        let day = format!("{year}{month:02}{day:02}");
        take::file_name(&self.sentence, sheet, &day, ending, page.lang)
    }

    fn make_workbook(&self, making: Making, page: Page) {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let file = File { name: self.file_name(page, None, "xlsx"), kind };
        making.make(file, Order::Workbook(self.cover(page)));
    }

    fn make_table(&self, making: Making, page: Page, title: &str) {
        let name = self.file_name(page, Some(title), "csv");
        let file = File { name, kind: "text/csv;charset=utf-8" };
        making.make(file, Order::Table(title.to_owned()));
    }
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
    let making = Making::new(page);
    Effect::new(move |_| making.count(parcel.with(Parcel::tables)));
    let make = move |()| parcel.with_untracked(|parcel| parcel.make_workbook(making, page));
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
                <MakeWorkbook making on_make=make />
            </section>
            <section class="take-way" aria-busy=said(move || making.is_counting.get().to_string())>
                <h3>{m::take::ONE_TABLE.to(lang)}</h3>
                {dynamic(move || table_rows(page, making, parcel))}
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
    if let [only] = offered[..] {
        return view! { <p class="take-choice">{words(only)}</p> }.into_any();
    }
    view! {
        <fieldset class="take-choice">
            <legend class="hide">{m::take::ROWS.to(lang)}</legend>
            {offered.into_iter().map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Each table with its number of rows, as a button that saves it; while they are first counted,
/// that they are.
fn table_rows(page: Page, making: Making, parcel: Memo<Parcel>) -> AnyView {
    let lang = page.lang;
    let Some(outline) = making.outline.get() else {
        let says = if making.has_failed.get() { m::take::MAKE_FAILED } else { m::take::COUNTING };
        return view! { <p class="take-sheets dialog-note">{says.to(lang)}</p> }.into_any();
    };
    let row = |(title, n_rows): (String, usize)| {
        let name = m::take::save_csv(&title, lang);
        let words = title.clone();
        let make = move |_| parcel.with_untracked(|parcel| parcel.make_table(making, page, &title));
        view! {
            <li>
                <button type="button" aria-label=name on:click=make>{words}</button>
                <span class="num">{m::take::n_rows(n_rows, lang)}</span>
            </li>
        }
    };
    view! { <ul class="take-sheets">{outline.into_iter().map(row).collect_view()}</ul> }.into_any()
}

/// The sentence, the link and the first tasks.
fn chat_text(page: Page, parcel: Memo<Parcel>) -> String {
    parcel.with_untracked(|parcel| {
        let sentence = parcel.sentence.text(page.lang);
        let link = SharedLink::of(&parcel.state, parcel.tasks.len());
        take::chat_text(page.book, &sentence, link.text(), &parcel.tasks, page.lang)
    })
}
