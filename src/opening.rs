//! How 总览 begins: what there is, in a heading and a paragraph whose figures are doors.
//!
//! It is also what the page shows before its program is read: [`html`] is written into
//! the page when it is built (`xtask/src/bundle/opening.rs`), by the very program that then takes
//! its place.

use engine::{Outcome, Trait};

use crate::book::{Book, Name};
use crate::faults::Findings;
use crate::figures::{Figure, Figures};
use crate::format;
use crate::messages as m;
use crate::messages::overview as words;
use crate::resolve;
use crate::state::{Lang, View, ViewState};

/// A piece of the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// Words.
    Words(&'static str),
    /// Words with a year in them.
    Made(String),
    /// A number and its list.
    Figure(Figure),
    /// A unit and the list of what it leads.
    Unit(Name, ViewState),
}

/// The words for a trait, in the order of the paragraph; who leads most stands after the first.
const KNOWN: [(Trait, m::Clauses); 4] = [
    (Trait::Allocated, words::ALLOCATED),
    (Trait::Reported, words::REPORTED),
    (Trait::Inferred, words::INFERRED),
    (Trait::Faulty, words::FAULTY),
];

/// 「五份文件，四个年度，626 项任务」.
pub(crate) fn heading(book: Book, lang: Lang) -> String {
    let (n_documents, n_years) = (book.ledger.documents.len(), book.years().len());
    let documents = format::count_word(n_documents, lang);
    let documents = words::n_documents(n_documents, &documents, lang);
    let years = words::n_years(n_years, &format::count_word(n_years, lang), lang);
    format::capitalised(&words::display(&documents, &years, book.ledger.tasks.len(), lang))
}

/// The clauses of the paragraph, each with its figure; what counts nothing is left out.
pub(crate) fn paragraph(
    book: Book,
    state: &ViewState,
    figures: &Figures,
    outcome: &Outcome,
) -> Vec<Said> {
    let lang = state.lang;
    let mut said = Vec::new();
    if figures.livelihood.n > 0 {
        add(&mut said, &figures.livelihood, words::LIVELIHOOD.to(lang));
    }
    for (known, clauses) in KNOWN {
        if let Some(figure) = figures.known(known) {
            add(&mut said, figure, clauses.to(lang));
        }
        if known == Trait::Allocated {
            add_top_lead(&mut said, figures, lang);
        }
    }
    let n = Findings::of(book, outcome).n_faults() as u32;
    if n > 0 {
        add(&mut said, &Figure { n, list: state.in_view(View::Checks) }, words::FAULTS.to(lang));
    }
    said
}

fn add(said: &mut Vec<Said>, figure: &Figure, (before, after): m::Clause) {
    said.extend([Said::Words(before), Said::Figure(figure.clone()), Said::Words(after)]);
}

/// The unit that leads most.
fn add_top_lead(said: &mut Vec<Said>, figures: &Figures, lang: Lang) {
    let Some(row) = figures.leads.rows.first() else { return };
    let (before, between) = words::top_lead(&figures.leads.year, lang);
    let (_, after) = words::TOP_LEAD_END.to(lang);
    said.extend([
        Said::Made(before),
        Said::Unit(row.name.clone(), row.leads.list.clone()),
        Said::Words(between),
        Said::Figure(row.leads.clone()),
        Said::Words(after),
    ]);
}

/// What stands in the page before its program is read, as HTML: of 总览 without any filter, in
/// Chinese, the bar and the first words, each in its place. What only the program can do is not
/// there yet, but its place is kept.
pub(crate) fn html(book: Book) -> String {
    let state = ViewState::default();
    let outcome = book.engine.run(&resolve::query(book, &state));
    let views = View::ALL.map(|view| {
        let is_here = if view == state.view { " aria-current=\"page\"" } else { "" };
        let href = escaped(&state.in_view(view).href());
        format!("<a href=\"{href}\"{is_here}>{}</a>", m::view(view).to(state.lang))
    });
    let said = paragraph(book, &state, &Figures::of(book, &state), &outcome);
    format!(
        "<header class=\"bar\"><span class=\"bar-name\">{name}</span>\
         <nav class=\"bar-views\">{views}</nav>\
         <div class=\"bar-tools\"><div class=\"bar-years\"></div></div></header>\
         <div class=\"page\"><div class=\"overview\"><section class=\"overview-lead\">\
         <header class=\"head\"><h1 class=\"display\">{heading}</h1><p class=\"acts\"></p></header>\
         <p class=\"lead\">{said}</p></section></div></div>",
        name = m::NAME.to(state.lang),
        views = views.concat(),
        heading = escaped(&heading(book, state.lang)),
        said = said.iter().map(said_html).collect::<String>(),
    )
}

fn said_html(said: &Said) -> String {
    let (class, list, words) = match said {
        Said::Words(words) => return escaped(words),
        Said::Made(words) => return escaped(words),
        Said::Figure(Figure { n, list }) => ("fig num", list, n.to_string()),
        Said::Unit(name, list) => ("fig unit-name", list, escaped(&name.text)),
    };
    format!("<a class=\"{class}\" href=\"{}\">{words}</a>", escaped(&list.href()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_into_the_page_names_every_figure_of_the_paragraph() {
        let book = Book::open().unwrap();
        let html = html(book);
        assert!(
            html.contains("<h1 class=\"display\">五份文件，四个年度，626 项任务</h1>"),
            "{html}"
        );
        let state = ViewState::default();
        let outcome = book.engine.run(&resolve::query(book, &state));
        let all = paragraph(book, &state, &Figures::of(book, &state), &outcome);
        let n_doors = all.iter().filter(|said| !matches!(said, Said::Words(_) | Said::Made(_)));
        assert_eq!(html.matches("<a class").count(), n_doors.count());
        assert!(html.matches("<a class").count() > 6, "{html}");
    }

    #[test]
    fn what_a_document_prints_is_text_and_no_markup() {
        assert_eq!(escaped("<b>\"甲\" & 乙</b>"), "&lt;b&gt;&quot;甲&quot; &amp; 乙&lt;/b&gt;");
    }
}
