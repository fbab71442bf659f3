//! 说明: the first sheet of a workbook, which says what the others hold.

use super::Sheet;
use super::sheet::Cell;
use crate::book::Book;
use crate::format;
use crate::messages::{self as m, take::about as a, take::column as c};
use crate::state::ViewState;

/// What the tables cannot know of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    /// The filter in words, with its count.
    pub sentence: String,
    /// The address of the state.
    pub link: String,
    /// When it was taken along, by the reader's clock: `2026-11-25 14:03`.
    pub time: String,
    /// Which data.
    pub data_version: String,
    /// Which rules.
    pub rules_version: String,
    /// How many tasks.
    pub n_tasks: usize,
    /// Of how many.
    pub n_all: usize,
}

/// The sheet of `about`, with a line for each of `sheets` and for each document.
pub(crate) fn about_sheet(book: Book, state: &ViewState, about: &About, sheets: &[Sheet]) -> Sheet {
    let lang = state.lang;
    let line = |item: m::Words, content: String| [item.to(lang).to_owned(), content];
    let tolerance = state.focus.tolerance.tolerance();
    let points = [tolerance.amount_points, tolerance.rate_points].map(format::number);
    let mut rows = vec![
        line(a::SENTENCE, about.sentence.clone()),
        line(a::N_ROWS, a::n_of_all(about.n_tasks, about.n_all, lang)),
        line(a::DATA, about.data_version.clone()),
        line(a::RULES, about.rules_version.clone()),
        line(a::TIME, about.time.clone()),
        line(a::LINK, about.link.clone()),
        line(a::TOLERANCE, a::tolerance(&points[0], &points[1], lang)),
    ];
    rows.extend(
        sheets.iter().map(|sheet| [sheet.title.clone(), m::take::n_rows(sheet.rows.len(), lang)]),
    );
    rows.extend(book.ledger.documents.iter().map(|document| {
        let name = book.document_name(document, lang).text;
        let parts = [Some(name.as_str()), document.title.as_deref(), document.number.as_deref()];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        line(a::SOURCE, parts.join(" · "))
    }));
    rows.extend(a::NOTES.map(|note| line(a::NOTE, note.to(lang).to_owned())));
    let mut sheet = Sheet::new(m::take::sheet::ABOUT.to(lang).to_owned(), rows.len());
    sheet.is_table = false;
    sheet.add_column(c::ITEM.to(lang), 18, &|at| Cell::from(&rows[at][0]));
    sheet.add_column(c::CONTENT.to(lang), 90, &|at| Cell::from(&rows[at][1]));
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> Cell {
        Cell::text(words)
    }

    #[test]
    fn the_first_sheet_says_the_filter_the_versions_and_the_counts() {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query("tol=7.5");
        let about = About {
            sentence: "2024年，共 170 项".to_owned(),
            link: "?y=2024".to_owned(),
            time: "2026-11-25 14:03".to_owned(),
            data_version: "d1".to_owned(),
            rules_version: "r1".to_owned(),
            n_tasks: 170,
            n_all: 626,
        };
        let rows = about_sheet(book, &state, &about, &[]).rows;
        let said = |item: &str| rows.iter().find(|row| row[0] == words(item)).map(|row| &row[1]);
        assert_eq!(said("筛选条件"), Some(&words("2024年，共 170 项")));
        assert_eq!(said("任务数"), Some(&words("170，全部 626")));
        assert_eq!(said("数据版本"), Some(&words("d1")));
        assert_eq!(said("进度容差"), Some(&words("总量 ±7.5 个百分点，率和水平 ±0.5 个百分点")));
        let n_sources = rows.iter().filter(|row| row[0] == words("来源文件")).count();
        assert_eq!(n_sources, book.ledger.documents.len());
    }
}
