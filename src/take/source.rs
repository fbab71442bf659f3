//! Where a row comes from: its place in the document, in words, and the link that shows it.

use model::{Task, TaskIdx};

use super::table::{Rows, number};
use crate::messages as m;
use crate::state::{View, ViewState};

/// The document, its part, and the number there, with the ordinal of the heading it counts under:
/// `嘉兴市人民政府办公室关于…的通知，五年任务 一、8`.
pub(super) fn source_words(rows: Rows, idx: TaskIdx) -> String {
    let (book, lang) = (rows.book, rows.lang());
    let task = book.task(idx);
    let document = book.document(task);
    let title = document.title.clone();
    let title = title.unwrap_or_else(|| book.document_name(document, lang).text);
    let section = m::section(task.section).to(lang);
    let number = number(task).unwrap_or_default();
    let over = ordinal_over(rows, task);
    // A project that is numbered by its own heading has that number alone.
    let is_own = over.strip_suffix('、') == Some(number);
    let place = format!("{}{number}", if is_own { "" } else { over });
    let nth = task.sub.map(|nth| m::take::nth_row(nth, lang)).unwrap_or_default();
    let words = format!("{title}{}{section} {place}{nth}", m::clause_comma(lang));
    words.trim_end().to_owned()
}

/// The ordinal of the heading that a number counts under, of the part where no heading has one.
fn ordinal_over(rows: Rows, task: &'static Task) -> &'static str {
    let document = rows.book.document(task);
    let section = document.sections.iter().find(|section| section.kind == task.section);
    let of_section = section.and_then(|section| section.title.as_deref()).and_then(ordinal);
    let of_heading = task.heading.as_ref().and_then(|heading| ordinal(&heading.text));
    of_heading.or(of_section).unwrap_or_default()
}

/// The Chinese ordinal that a heading begins with: `二、`.
fn ordinal(heading: &str) -> Option<&str> {
    let at = heading.find('、')?;
    let is_numeral = |sign: char| "一二三四五六七八九十百".contains(sign);
    let is_ordinal = at > 0 && heading[..at].chars().all(is_numeral);
    is_ordinal.then(|| &heading[..at + '、'.len_utf8()])
}

/// The address that shows a state: whole where the page's own is known, else its query alone.
pub(super) fn link(rows: Rows, state: &ViewState) -> String {
    format!("{}{}", rows.base.unwrap_or_default(), state.href())
}

/// The address that shows a task.
pub(super) fn task_link(rows: Rows, task: TaskIdx) -> String {
    let page = ViewState { lang: rows.lang(), ..ViewState::default() };
    link(rows, &page.blank(View::Tasks).with_task(&rows.book.task(task).id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use engine::Outcome;

    fn said(query: &str, id: &str) -> (String, String) {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let rows = Rows { book, state: &state, outcome: &Outcome::default(), base: None };
        let task = book.task_idx(id).unwrap();
        (source_words(rows, task), task_link(rows, task))
    }

    #[test]
    fn a_place_is_said_as_its_document_numbers_it() {
        let title = "嘉兴市人民政府办公室关于印发2022年政府工作报告重点工作和市政府民生实事项目\
                     责任分解的通知";
        // The part is headed 一、未来五年主要工作任务.
        let (words, link) = said("", "jiaxing-2022/five-year/8");
        assert_eq!(words, format!("{title}，五年任务 一、8"));
        assert_eq!(link, "?v=tasks&t=jiaxing-2022/five-year/8");
        // The project is headed 四、农贸市场改造项目.
        let (words, _) = said("", "jiaxing-2022/livelihood-city/11");
        assert!(words.ends_with("四、11"), "{words}");
    }

    #[test]
    fn a_document_without_a_title_is_named_by_place_and_year() {
        assert_eq!(said("", "pinghu-2023/progress/8").0, "平湖市 2023，年中进展 8");
    }

    #[test]
    fn a_row_without_a_number_of_its_own_is_counted_under_the_number() {
        let (words, link) = said("lang=en", "jiaxing-2024/annual/115.2");
        assert!(words.ends_with(" 115, row 2"), "{words}");
        assert_eq!(link, "?v=tasks&t=jiaxing-2024/annual/115.2&lang=en");
    }

    #[test]
    fn a_project_that_is_numbered_by_its_heading_is_numbered_once() {
        let book = Book::open().unwrap();
        let lifts = book.ledger.tasks.iter().find(|task| task.text.text.contains("秀水花苑公租房"));
        let (words, _) = said("", &lifts.unwrap().id);
        assert!(words.ends_with("，县民生实事 五"), "{words}");
    }

    #[test]
    fn only_a_numeral_is_an_ordinal() {
        assert_eq!(ordinal("十二、养老"), Some("十二、"));
        assert_eq!(ordinal("养老、托育"), None);
        assert_eq!(ordinal("、"), None);
    }
}
