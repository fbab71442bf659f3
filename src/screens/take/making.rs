//! The file that is being made for the panel: what is made, how far it is, and the way to stop it.

use leptos::prelude::*;

use crate::dom;
use crate::maker::Maker;
use crate::messages as m;
use crate::page::Page;
use crate::parts::{dynamic, said, when, whether};
use crate::take::{Answer, Order, Step};

/// The button of the workbook, to which the focus returns.
const BUTTON: &str = ".take-acts .btn";

/// What is made for the panel, and by whom; as long as the panel is open.
#[derive(Clone, Copy)]
pub(super) struct Making {
    page: StoredValue<Page>,
    maker: StoredValue<Option<Maker>, LocalStorage>,
    /// What the tables are made of.
    tables: StoredValue<Option<Order>>,
    /// The title of each table and its number of rows; `None` before they were first counted.
    pub(super) outline: RwSignal<Option<Vec<(String, usize)>>>,
    /// Whether the tables of what is chosen are still being counted.
    pub(super) is_counting: RwSignal<bool>,
    /// Whether the last that was made came to nothing.
    pub(super) has_failed: RwSignal<bool>,
    file: RwSignal<Option<File>>,
    step: RwSignal<Option<Step>>,
}

/// A file to be saved when it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) kind: &'static str,
}

impl Making {
    /// Nothing yet; it ends when the panel closes.
    pub(super) fn new(page: Page) -> Self {
        let making = Self {
            page: StoredValue::new(page),
            maker: StoredValue::new_local(None),
            tables: StoredValue::new(None),
            outline: RwSignal::new(None),
            is_counting: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            file: RwSignal::new(None),
            step: RwSignal::new(None),
        };
        let maker = making.maker;
        on_cleanup(move || {
            if let Some(Some(maker)) = maker.try_get_value() {
                maker.stop();
            }
        });
        making
    }

    /// Counts these tables; the files made from now on hold them.
    pub(super) fn count(self, tables: Order) {
        self.tables.set_value(Some(tables.clone()));
        self.is_counting.set(true);
        match self.maker.get_value() {
            Some(maker) => maker.order(tables),
            None => {
                self.begun();
            }
        }
    }

    /// Makes a file, unless one is being made.
    pub(super) fn make(self, file: File, order: Order) {
        if self.is_busy_untracked() {
            return;
        }
        self.step.set(None);
        self.file.set(Some(file));
        self.maker.get_value().unwrap_or_else(|| self.begun()).order(order);
    }

    /// A maker that has been told of the tables.
    fn begun(self) -> Maker {
        let maker = Maker::start(self.page().book, move |answer| self.take(answer));
        if let Some(tables) = self.tables.get_value() {
            maker.order(tables);
        }
        self.maker.set_value(Some(maker.clone()));
        maker
    }

    fn take(self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Step(step)) => self.step.set(Some(step)),
            Some(Answer::Tables(outline)) => {
                self.has_failed.set(false);
                self.is_counting.set(false);
                self.outline.set(Some(outline));
            }
            Some(Answer::File(bytes)) => {
                if let Some(file) = self.end() {
                    save(self.page(), &file, &bytes);
                }
            }
            Some(Answer::Nothing) => self.fail(),
            None => {
                self.maker.set_value(None);
                self.fail();
            }
        }
    }

    fn fail(self) {
        self.end();
        self.is_counting.set(false);
        self.has_failed.set(true);
        self.say(m::take::MAKE_FAILED);
    }

    /// Stops what is being made; nothing of it is saved.
    fn cancel(self) {
        if let Some(maker) = self.maker.get_value() {
            maker.stop();
        }
        self.maker.set_value(None);
        self.end();
        self.say(m::take::CANCELLED);
    }

    /// The file that was being made, which is no more; the focus does not go with its button.
    fn end(self) -> Option<File> {
        let file = self.file.get_untracked();
        self.file.set(None);
        self.step.set(None);
        dom::after_paint(|| {
            if dom::is_focus_lost() {
                dom::focus(BUTTON);
            }
        });
        file
    }

    fn page(self) -> Page {
        self.page.get_value()
    }

    fn say(self, words: m::Words) {
        let page = self.page();
        page.tell(words.to(page.lang).to_owned());
    }

    fn is_busy_untracked(self) -> bool {
        self.file.with_untracked(Option::is_some)
    }
}

/// Saves a file and says so.
fn save(page: Page, file: &File, bytes: &[u8]) {
    page.tell(if dom::save(&file.name, file.kind, bytes) {
        m::take::saved(&file.name, page.lang)
    } else {
        m::take::SAVE_FAILED.to(page.lang).to_owned()
    });
}

/// The button that makes the workbook, how far the file is that is being made, and what stops it.
#[component]
pub(super) fn MakeWorkbook(
    /// What is being made.
    making: Making,
    /// Makes the workbook.
    #[prop(into)]
    on_make: Callback<()>,
) -> impl IntoView {
    let lang = making.page().lang;
    let is_busy = move || making.file.with(Option::is_some);
    let words = move || {
        let step = making.step.get();
        match (is_busy(), step) {
            (false, _) => String::new(),
            (true, None) => m::take::PREPARING.to(lang).to_owned(),
            (true, Some(step)) => m::take::step(step.nth, step.n, &step.title, lang),
        }
    };
    let share = move || making.step.with(|step| step.as_ref().map_or(0.0, |step| step.share));
    let percent = move || format!("{:.0}", share() * 100.0);
    let stop = move || {
        when(is_busy(), || {
            view! {
                <button type="button" class="take-cancel" on:click=move |_| making.cancel()>
                    {m::take::CANCEL.to(lang)}
                </button>
                <i
                    class="take-bar"
                    role="progressbar"
                    aria-label=m::take::MAKING.to(lang)
                    aria-valuemin="0"
                    aria-valuemax="100"
                    aria-valuenow=said(percent)
                    style=("--share", said(move || format!("{:.3}", share())))
                ></i>
            }
        })
    };
    view! {
        <div class="take-acts">
            <button
                type="button"
                class="btn"
                data-tone="main"
                aria-disabled=said(move || is_busy().to_string())
                data-busy=whether(is_busy)
                on:click=move |_| on_make.run(())
            >
                {m::take::SAVE_WORKBOOK.to(lang)}
            </button>
            <p class="take-step" role="status">{said(words)}</p>
            {dynamic(stop)}
        </div>
    }
}
