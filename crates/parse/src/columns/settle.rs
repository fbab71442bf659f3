//! What columns are beside each other, where a name alone does not say it.

use model::Passage;

use super::ColumnRole;

/// Settles what the roles are beside each other; `rows` are the cells below, where they can be seen.
pub(super) fn settle(roles: &mut [ColumnRole], rows: &[&[Passage]]) {
    settle_texts(roles, rows);
    settle_label(roles, rows);
    settle_text(roles);
    settle_goal(roles);
    settle_headings(roles);
}

/// 单位 alone names what is counted, where another column names who is responsible.
pub(super) fn settle_measure(names: &[Passage], known: &mut [Option<ColumnRole>]) {
    let is_units = |at: usize| matches!(known[at], Some(ColumnRole::Units(_)));
    let (alone, others): (Vec<_>, Vec<_>) =
        (0..names.len()).filter(|at| is_units(*at)).partition(|at| names[*at].text == "单位");
    if !others.is_empty() {
        for at in alone {
            known[at] = Some(ColumnRole::Measure);
        }
    }
}

/// Of several columns that may hold the text, the one whose cells are longest does, where another
/// names rows: 工业倍增 of 重点任务 and 具体工作. Those before it head its rows.
fn settle_texts(roles: &mut [ColumnRole], rows: &[&[Passage]]) {
    let texts: Vec<_> = (0..roles.len()).filter(|at| roles[*at] == ColumnRole::Text).collect();
    let length = |at: usize| -> usize {
        rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.chars().count()).sum()
    };
    let Some(longest) =
        texts.iter().copied().max_by_key(|at| (length(*at), core::cmp::Reverse(*at)))
    else {
        return;
    };
    // A first column that is as good as any stays the text.
    if texts[0] != longest && length(longest) >= 2 * length(texts[0]).max(1) {
        for at in texts.into_iter().filter(|at| *at < longest) {
            roles[at] = ColumnRole::Heading;
        }
    }
}

/// A second column of text right behind the first, of a few characters a row and beside shares, says
/// which part of the text its row counts.
fn settle_label(roles: &mut [ColumnRole], rows: &[&[Passage]]) {
    let Some(text) = roles.iter().position(|role| *role == ColumnRole::Text) else { return };
    let cells: Vec<usize> = rows
        .iter()
        .filter_map(|row| row.get(text + 1))
        .map(|cell| cell.text.chars().count())
        .filter(|n| *n > 0)
        .collect();
    let are_short = !cells.is_empty() && cells.iter().sum::<usize>() <= 8 * cells.len();
    let is_second = roles.get(text + 1) == Some(&ColumnRole::Text);
    if is_second && are_short && roles.contains(&ColumnRole::Value) {
        roles[text + 1] = ColumnRole::Label;
    }
}

/// Sees to it that one column holds the text: the last heading, where no name says so.
fn settle_text(roles: &mut [ColumnRole]) {
    let mut texts = roles.iter_mut().filter(|role| **role == ColumnRole::Text);
    if texts.next().is_some() {
        // A second column of text names or parts the first: it is kept, not read.
        texts.for_each(|role| *role = ColumnRole::Other);
        return;
    }
    if let Some(last) = roles.iter_mut().rev().find(|role| **role == ColumnRole::Heading) {
        *last = ColumnRole::Text;
    }
}

/// A goal says how much of the text before it, from which what it is counted in and the figures of
/// earlier years may part it; elsewhere it is kept, not read.
fn settle_goal(roles: &mut [ColumnRole]) {
    for at in 0..roles.len() {
        let is_beside =
            |role: &&ColumnRole| matches!(role, ColumnRole::Measure | ColumnRole::Other);
        let before = roles[..at].iter().rfind(|role| !is_beside(role));
        if roles[at] == ColumnRole::Goal && before != Some(&ColumnRole::Text) {
            roles[at] = ColumnRole::Other;
        }
    }
}

/// The first column of headings heads the rows (类别); another beside it (项目名称) names each: it is
/// kept, not read.
fn settle_headings(roles: &mut [ColumnRole]) {
    let headings = roles.iter_mut().filter(|role| **role == ColumnRole::Heading);
    headings.skip(1).for_each(|role| *role = ColumnRole::Other);
}
