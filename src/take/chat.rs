//! The present list as lines for a chat.

use model::TaskIdx;

use crate::book::Book;
use crate::messages as m;
use crate::state::Lang;

/// How many tasks are listed.
pub(crate) const N_LINES: usize = 20;

/// The sentence, the link, then the first tasks, a line each.
pub(crate) fn chat_text(
    book: Book,
    sentence: &str,
    link: &str,
    tasks: &[TaskIdx],
    lang: Lang,
) -> String {
    let mut lines = vec![sentence.to_owned(), link.to_owned(), String::new()];
    lines.extend(chat_lines(book, tasks, N_LINES, lang));
    lines.join("\n").trim_end().to_owned()
}

/// The first `n_lines` tasks, a line each, and how many more there are.
pub(crate) fn chat_lines(book: Book, tasks: &[TaskIdx], n_lines: usize, lang: Lang) -> Vec<String> {
    let mut lines: Vec<_> =
        tasks.iter().take(n_lines).zip(1..).map(|(task, n)| line(book, *task, n)).collect();
    if tasks.len() > n_lines {
        lines.push(m::take::and_n_more(tasks.len() - n_lines, lang));
    }
    lines
}

fn line(book: Book, task: TaskIdx, n: usize) -> String {
    let task = book.task(task);
    let part = task.sub_label.as_ref().map(|label| format!("〔{}〕", label.text));
    let leads: Vec<_> =
        task.leads().map(|lead| &*book.ledger.departments[lead as usize].name).collect();
    let leads =
        if leads.is_empty() { String::new() } else { format!("（{}）", leads.join("、")) };
    format!("{n}. {}{}{leads}", task.text.text, part.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let book = Book::open().unwrap();
        let tasks: Vec<TaskIdx> = (0..23).collect();
        let text = chat_text(book, "一句话", "?v=tasks", &tasks, Lang::Zh);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[..3], ["一句话", "?v=tasks", ""]);
        assert_eq!(lines.len(), 3 + N_LINES + 1);
        assert!(lines[3].starts_with("1. "));
        assert_eq!(lines.last(), Some(&"……另有 3 项"));
    }
}
