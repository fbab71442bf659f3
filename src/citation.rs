//! How a document, and this page, are cited: lines as GB/T 7714 sets them.
//!
//! A part that the source does not print is left out or said to be unknown, never filled in.

use model::Document;

use crate::book::{DATA_VERSION, RULES_VERSION};

/// The line for a source document; `place` and its year stand for a title that is not printed.
pub(crate) fn of_document(document: &Document, place: &str) -> String {
    let issuer = document.issuer.as_deref().map(|issuer| format!("{issuer}. "));
    let title = document
        .title
        .clone()
        .unwrap_or_else(|| format!("[{place}{}年任务清单，原文未印题名]", document.year));
    let number = document.number.as_deref().map(|number| format!("：{number}"));
    let date = document.date_published.or(document.date_written);
    let date = date.map_or_else(|| "[日期不详]".to_owned(), |date| date.to_string());
    let (issuer, number) = (issuer.unwrap_or_default(), number.unwrap_or_default());
    format!("{issuer}{title}{number}[Z]. {date}.")
}

/// The line for this page and its data; who cites it adds the day.
pub(crate) fn of_page(name: &str) -> String {
    format!("{name}[DS]. 数据版本 {DATA_VERSION}，规则版本 {RULES_VERSION}. [引用日期].")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Book, DATA_HASH};

    fn line(key: &str) -> String {
        let book = Book::open().unwrap();
        let found = book.ledger.documents.iter().find(|document| document.key == key).unwrap();
        of_document(found, &book.ledger.regions[found.region as usize].name)
    }

    #[test]
    fn a_document_is_cited_with_what_it_prints() {
        let expected = "海盐县人民政府办公室. 海盐县人民政府办公室关于印发政府工作报告2022年重点工作责任\
                        分解的通知：盐政办发〔2022〕16号[Z]. 2022-04-18.";
        assert_eq!(line("haiyan-2022"), expected);
    }

    #[test]
    fn what_a_document_does_not_print_is_said_to_be_unknown() {
        assert_eq!(line("pinghu-2023"), "[平湖市2023年任务清单，原文未印题名][Z]. [日期不详].");
    }

    #[test]
    fn the_page_is_cited_with_its_data() {
        assert!(DATA_HASH.len() == 64 && DATA_HASH.starts_with(DATA_VERSION));
        assert!(of_page("一本账").contains(DATA_VERSION));
    }
}
