//! What became of one list in another, for a terminal: 延续, 调整, 新增, 退出.

use std::fmt::Write as _;

use engine::{Pair, Pairing, Relatives};
use model::{Ledger, TaskIdx};

/// A list that no document has.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("no list {wanted}; there are: {}", known.join(", "))]
pub(crate) struct UnknownList {
    wanted: String,
    known: Vec<String>,
}

/// The pairs of two lists, each named as the ids of its tasks begin: `jiaxing-2022/annual`.
pub(crate) fn pairs(ledger: &Ledger, before: &str, after: &str) -> Result<Pairing, UnknownList> {
    let (before, after) = (list(ledger, before)?, list(ledger, after)?);
    Ok(Relatives::new(ledger).pair(&before, &after))
}

/// The pairing as lines, a task or a pair each.
pub(crate) fn lines(ledger: &Ledger, pairing: &Pairing) -> String {
    let mut text = String::new();
    let task = |at: TaskIdx| {
        let task = &ledger.tasks[at as usize];
        let label = task.sub_label.as_ref().map(|label| format!(" [{}]", label.text));
        format!("{} {}{}", task.id, task.text.text, label.unwrap_or_default())
    };
    let mut pair = |word: &str, pair: &Pair| {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{word} {:.2} | {} | {}",
            pair.similarity,
            task(pair.before),
            task(pair.after)
        );
    };
    pairing.kept.iter().for_each(|one| pair("延续", one));
    pairing.adjusted.iter().for_each(|one| pair("调整", one));
    for (word, tasks) in [("退出", &pairing.dropped), ("新增", &pairing.added)] {
        for at in tasks {
            let _ = writeln!(text, "{word} | {}", task(*at));
        }
    }
    text
}

fn list(ledger: &Ledger, wanted: &str) -> Result<Vec<TaskIdx>, UnknownList> {
    let name = |at: usize| ledger.tasks[at].id.rsplit_once('/').map_or("", |(list, _)| list);
    let tasks: Vec<_> = (0..ledger.tasks.len()).filter(|at| name(*at) == wanted).collect();
    if tasks.is_empty() {
        let mut known: Vec<_> = (0..ledger.tasks.len()).map(|at| name(at).to_owned()).collect();
        known.dedup();
        return Err(UnknownList { wanted: wanted.to_owned(), known });
    }
    Ok(tasks.into_iter().map(|at| at as TaskIdx).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::input;

    /// The numbers of two tasks.
    type Read = (&'static str, &'static str);

    /// Pairs that a reader found by going through both lists side by side, number by number,
    /// taking two tasks for one matter where they order the same thing of the same object.
    const READ: [(&str, &str, &[Read]); 3] = [
        (
            "jiaxing-2022/livelihood-city",
            "jiaxing-2024/livelihood-city",
            &[
                ("19", "24"),
                ("10", "26"),
                ("4.1", "18.1"),
                ("4.2", "18.2"),
                ("26", "2"),
                ("5.3", "9.1"),
                ("5.4", "9.2"),
                ("28.1", "4.1"),
                ("28.2", "4.2"),
                ("8", "28"),
                ("3", "10.2"),
            ],
        ),
        (
            "jiaxing-2021/livelihood-city",
            "jiaxing-2022/livelihood-city",
            &[("23", "17"), ("19", "8"), ("16", "27"), ("9", "3"), ("22", "16"), ("5", "22")],
        ),
        (
            "jiaxing-2022/annual",
            "jiaxing-2024/annual",
            &[
                ("1", "1"),
                ("2", "6"),
                ("3", "7"),
                ("4", "4"),
                ("5", "8"),
                ("6", "9"),
                ("7", "10"),
                ("9", "38"),
                ("10", "36"),
                ("13", "51"),
                ("15", "49"),
                ("16", "5"),
                ("17", "17"),
                ("18", "30"),
                ("19", "39"),
                ("20", "25"),
                ("24", "56"),
                ("25", "59"),
                ("26", "57"),
                ("32", "67"),
                ("38", "102"),
                ("44", "104"),
                ("46", "107"),
                ("47", "108"),
                ("50", "87"),
                ("52", "112"),
            ],
        ),
    ];

    fn ledger() -> Ledger {
        parse::read_ledger(&input::registry().unwrap(), input::bundled().unwrap())
    }

    #[test]
    fn the_pairs_are_those_that_a_reader_finds() {
        let ledger = ledger();
        let (mut n_found, mut n_right, mut n_read) = (0, 0, 0);
        for (before, after, read) in READ {
            let pairing = pairs(&ledger, before, after).unwrap();
            let number = |at: TaskIdx| ledger.tasks[at as usize].id.rsplit_once('/').unwrap().1;
            let found: BTreeSet<_> = pairing
                .kept
                .iter()
                .chain(&pairing.adjusted)
                .map(|pair| (number(pair.before), number(pair.after)))
                .collect();
            let read: BTreeSet<_> = read.iter().copied().collect();
            n_found += found.len();
            n_read += read.len();
            n_right += found.intersection(&read).count();
            println!("{before} {after}: beyond {:?}", found.difference(&read).collect::<Vec<_>>());
            println!("{before} {after}: missed {:?}", read.difference(&found).collect::<Vec<_>>());
        }
        println!("{n_right} of {n_found} found, of {n_read} read");
        assert!(n_right * 100 >= n_found * 90, "{n_right} right of {n_found} found");
        assert!(n_right * 100 >= n_read * 80, "{n_right} found of {n_read} read");
    }

    #[test]
    fn every_task_of_both_lists_stands_in_the_pairing_once() {
        let ledger = ledger();
        let [before, after] = ["jiaxing-2022/annual", "jiaxing-2024/annual"];
        let pairing = pairs(&ledger, before, after).unwrap();
        let paired = || pairing.kept.iter().chain(&pairing.adjusted);
        let mut first: Vec<_> =
            paired().map(|pair| pair.before).chain(pairing.dropped.iter().copied()).collect();
        first.sort_unstable();
        assert_eq!(first, list(&ledger, before).unwrap());
        let mut second: Vec<_> =
            paired().map(|pair| pair.after).chain(pairing.added.iter().copied()).collect();
        second.sort_unstable();
        assert_eq!(second, list(&ledger, after).unwrap());
    }

    #[test]
    fn a_list_that_is_not_there_is_named_with_those_that_are() {
        let error = list(&ledger(), "jiaxing-2023/annual").unwrap_err();
        assert!(error.to_string().contains("jiaxing-2024/annual"), "{error}");
    }
}
