//! What holds of every text, whatever its bytes.

mod common;

use common::{bundled, read_one, seed};
use model::{Ledger, Passage, Span};
use proptest::prelude::*;

/// Every value of a ledger is cut out of its source by its own spans.
fn assert_traced(ledger: &Ledger) {
    let cut = |document: u16, spans: &[Span]| -> String {
        let source = &ledger.documents[document as usize].source;
        spans.iter().map(|span| span.cut(source).expect("a span lies in its text")).collect()
    };
    for task in &ledger.tasks {
        let passages = [&task.heading, &task.sub_label, &task.status].into_iter().flatten();
        let cells = task.allocations.iter().map(|share| &share.printed);
        let passages: Vec<&Passage> = passages.chain([&task.text]).chain(cells).collect();
        for passage in passages {
            assert_eq!(cut(task.document, &passage.pieces), passage.text, "{}", task.id);
        }
        for mention in &task.mentions {
            assert_eq!(cut(task.document, &mention.spans), mention.printed, "{}", task.id);
        }
        cut(task.document, &[task.span]);
    }
    for row in &ledger.progress {
        let document = ledger.tasks[row.task as usize].document;
        let period = row.period.iter().map(|period| &period.printed);
        for passage in period.chain([&row.printed]).chain(&row.claim) {
            assert_eq!(cut(document, &passage.pieces), passage.text);
        }
    }
    for found in &ledger.diagnostics {
        cut(found.document, &[found.span]);
    }
}

fn assert_ids_differ(ledger: &Ledger) {
    let mut ids: Vec<_> = ledger.tasks.iter().map(|task| &task.id).collect();
    ids.sort();
    let n = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), n);
    let mut ids: Vec<_> = ledger.departments.iter().map(|department| &department.id).collect();
    ids.sort();
    let n = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), n);
}

#[test]
fn every_value_of_the_bundled_documents_stands_where_it_says() {
    let ledger = bundled();
    assert_traced(&ledger);
    assert_ids_differ(&ledger);
}

#[test]
fn a_serialised_ledger_finds_its_words_again() {
    let ledger = bundled();
    let bytes = columns::to_bytes(&ledger).unwrap();
    let mut again: Ledger = columns::from_bytes(&bytes).unwrap();
    again.restore_words().unwrap();
    assert_eq!(again, ledger);
}

#[test]
fn reading_again_gives_the_same_ledger() {
    assert_eq!(bundled(), bundled());
}

/// Bits of the layouts, to be thrown together at random.
fn bits() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        Just("\t".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("|".to_owned()),
        Just("序号".to_owned()),
        Just("目标任务".to_owned()),
        Just("全市".to_owned()),
        Just("牵头单位".to_owned()),
        Just("责任单位:".to_owned()),
        Just("市教育局、".to_owned()),
        Just("*市财政局".to_owned()),
        Just("一、教育 ".to_owned()),
        Just("2023年重点工作责任分解".to_owned()),
        Just("（".to_owned()),
        Just("/".to_owned()),
        Just("约".to_owned()),
        "[0-9]{1,3}".prop_map(String::from),
        "[0-9]{1,2}\\.建设[一二三]个。".prop_map(String::from),
        "\\PC{0,6}".prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..120).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn reading_bits_of_layouts_always_returns(text in bits()) {
        let ledger = read_one("any", &text);
        assert_traced(&ledger);
        assert_ids_differ(&ledger);
    }

    #[test]
    fn reading_any_string_always_returns(text in "(?s).{0,300}") {
        assert_traced(&read_one("any", &text));
    }

    #[test]
    fn a_document_cut_anywhere_is_still_read(cut in 0_usize..9000, file in 0_usize..5) {
        let files = ["jiaxing-2021.txt", "jiaxing-2022.txt", "haiyan-2022.txt", "pinghu-2023.txt", "jiaxing-2024.txt"];
        let text: String = seed(files[file]).chars().skip(cut).take(3000).collect();
        let ledger = read_one("cut", &text);
        assert_traced(&ledger);
        assert_ids_differ(&ledger);
    }
}
