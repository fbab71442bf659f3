//! Running text cut at white space, with the labels of units found.

use std::borrow::Cow;

use model::Span;

use crate::{
    columns::{is_time, may_be_persons, unit_column},
    lines::{is_page_number, lines},
    raw::UnitColumn,
    units::is_unit_list,
};

/// A run of text without white space, or a bracket of units broken over lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    /// Its words, without white space.
    pub(super) text: Cow<'a, str>,
    /// Where it stands.
    pub(super) span: Span,
    /// The same without the white space and the numbers of pages inside.
    pub(super) pieces: Vec<Span>,
    /// Where the units begin, and what is said of them, if it opens with their label:
    /// `责任单位:` is 13 bytes.
    pub(super) label: Option<(usize, UnitColumn)>,
}

/// Words behind units in brackets that say what they do: （市工信局牵头，市科技局配合）.
const BEHIND: [&str; 7] = ["牵头", "负责", "配合", "主办", "协办", "参与", "落实"];

/// Those of them that only units have before them.
const ROLES: [&str; 4] = ["牵头", "配合", "主办", "协办"];

/// Words before those that say how several do it.
const HOW: [&str; 5] = ["牵头", "按职责分工", "共同", "联合", "分别"];

/// The chunks of a text, in order. A label of units opens a chunk of its own even where no white
/// space stands before it; bars of tables part like white space.
pub(super) fn chunks(source: &str) -> Vec<Chunk<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let pages: Vec<Span> = lines(source)
        .into_iter()
        .filter(|line| is_page_number(line.text))
        .map(|line| line.span)
        .collect();
    for part in source.split(|c: char| c.is_whitespace() || matches!(c, '|' | '｜')) {
        let is_of_page = |page: &Span| (page.start..page.end).contains(&(start as u32));
        if !pages.iter().any(is_of_page) {
            parts.push((start, part));
        }
        let after = start + part.len();
        start = after + source[after..].chars().next().map_or(0, char::len_utf8);
    }
    parts.retain(|(_, part)| !part.is_empty());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&(start, part)) = parts.get(at) {
        at += 1;
        let Some(broken) = broken_bracket(&parts[at - 1..]) else {
            push_parts(&mut found, part, start);
            continue;
        };
        push_parts(&mut found, &part[..broken.span.start as usize - start], start);
        let end = broken.span.end as usize;
        found.push(broken);
        // What stands behind the bracket goes on as a part.
        while let Some((start, part)) = parts.get_mut(at).filter(|(start, _)| *start < end) {
            if *start + part.len() > end {
                *part = &part[end - *start..];
                *start = end;
                break;
            }
            at += 1;
        }
    }
    found
}

/// Over how many runs of text a bracket of units is broken at most: lines, or units parted by blanks.
const MOST_RUNS: usize = 16;

/// The bracket of units that opens in the first part and closes in a later one.
fn broken_bracket<'a>(parts: &[(usize, &'a str)]) -> Option<Chunk<'a>> {
    let (start, first) = *parts.first()?;
    let open = unclosed(first)?;
    let (mut words, mut pieces) = (String::new(), Vec::new());
    for (part_start, part) in parts.iter().take(MOST_RUNS) {
        let from = if *part_start == start { open } else { 0 };
        let n_before = words.len();
        words.push_str(&part[from..]);
        let from = part_start + from;
        let Some(end) = closing(&words) else {
            pieces.push(Span::new(from, part_start + part.len()));
            continue;
        };
        if words[..end].contains('。') {
            return None;
        }
        words.truncate(end);
        let label = label(&words, first[..open].chars().next_back())?;
        pieces.push(Span::new(from, from + end - n_before));
        let span = pieces.iter().copied().reduce(Span::cover)?;
        return Some(Chunk { text: Cow::Owned(words), span, pieces, label: Some(label) });
    }
    None
}

/// Where the outermost bracket opens that a text does not close.
fn unclosed(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '【' | '[' => open.push(at),
            '）' | ')' | '】' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    open.first().copied()
}

/// Where the bracket that a text opens with has closed.
fn closing(text: &str) -> Option<usize> {
    if !text.starts_with(['（', '(', '【', '[']) {
        return None;
    }
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '（' | '(' | '【' | '[' => depth += 1,
            '）' | ')' | '】' | ']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        (depth == 0).then_some(at + c.len_utf8())
    })
}

/// Adds one run, cut before each label inside it.
fn push_parts<'a>(found: &mut Vec<Chunk<'a>>, part: &'a str, start: usize) {
    let mut from = 0;
    while from < part.len() {
        let rest = &part[from..];
        let label = label(rest, part[..from].chars().next_back());
        let len = label.map_or(0, |(len, _)| len);
        // 【市工信局】（已完成）: what stands behind a bracket of units is none of them.
        let closed = label.and_then(|_| closing(rest)).filter(|end| *end < rest.len());
        let cut = next_label(&rest[len..]).map(|at| at + len).into_iter().chain(closed).min();
        let len = cut.unwrap_or(rest.len());
        let span = Span::new(start + from, start + from + len);
        let text = Cow::Borrowed(&rest[..len]);
        found.push(Chunk { text, span, pieces: vec![span], label });
        from += len;
    }
}

/// The label at the beginning of `text`, which stands behind `before`: its bytes, and what it says
/// of the units behind it.
fn label(text: &str, before: Option<char>) -> Option<(usize, UnitColumn)> {
    named_label(text).or_else(|| bracket(text)).or_else(|| at_end(text, before))
}

/// 责任单位：, with its colon.
fn named_label(text: &str) -> Option<(usize, UnitColumn)> {
    let end = text.find(['：', ':'])?;
    let name = text[..end].trim_start_matches(['（', '(', '【', '[']);
    let column = unit_column(name)?;
    let is_label = !name.contains(['。', '；', ';', '，', ',']);
    is_label.then(|| (end + text[end..].chars().next().map_or(0, char::len_utf8), column))
}

/// The bracket that opens （甲牵头，乙配合）: every clause in it is units and what they do.
fn bracket(text: &str) -> Option<(usize, UnitColumn)> {
    let open = text.chars().next().filter(|c| matches!(c, '（' | '('))?;
    let mut depth = 0_usize;
    let end = text.char_indices().find_map(|(at, c)| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let inside = &text[open.len_utf8()..end];
    let clauses = inside.split(['，', ',', '；', ';']).filter(|clause| !clause.is_empty());
    let does = |clause: &str| BEHIND.iter().any(|word| clause.ends_with(word));
    let says = |clause: &str| does(clause) || named_label(clause).is_some();
    let is_units = clauses.clone().any(says)
        && clauses.clone().all(|clause| {
            if named_label(clause).is_some() || is_time(clause) {
                return true;
            }
            let bare = without_role(clause);
            // Whoever 牵头 or 配合 is a unit, whatever it is called: 医政科, 瘦西湖管委会.
            let is_told = ROLES.iter().any(|word| clause.ends_with(word));
            is_unit_list(bare) || (is_told && may_be_names(bare))
        });
    is_units.then_some((open.len_utf8(), UnitColumn::Any))
}

/// A clause of units without the words that say what they do and how.
fn without_role(clause: &str) -> &str {
    let word = BEHIND.iter().find_map(|word| clause.strip_suffix(word));
    let mut bare = word.unwrap_or(clause);
    while let Some(rest) = HOW.iter().find_map(|how| bare.strip_suffix(how)) {
        bare = rest;
    }
    bare
}

/// Whether words can be names of units with nothing else said of them; （某副市长牵头） names a person.
fn may_be_names(words: &str) -> bool {
    const BODIES: &str = "科处室股院站所办队部组会馆校局委司行厂";
    // Two to four characters that no body is called by may be anybody's name.
    let is_person = |name: &str| {
        ["长", "书记", "常委", "主任", "同志"].iter().any(|end| name.ends_with(end))
            || (may_be_persons(name) && !name.ends_with(|end| BODIES.contains(end)))
    };
    let is_name = |name: &str| {
        (2..=20).contains(&name.chars().count())
            && !is_person(name)
            && !name.contains(|c: char| c.is_numeric() || "：:“”。".contains(c))
    };
    words.split('、').all(is_name)
}

/// What closes a paragraph and is nothing but units: （市教育局、市财政局，各县市区）, ——市教育局.
///
/// Behind a sentence, or several in a paragraph of their own: 县委组织部（县委人才办） is one unit.
fn at_end(text: &str, before: Option<char>) -> Option<(usize, UnitColumn)> {
    let is_behind = match before {
        // 。（已完成）【市工信局】
        Some('）' | ')') => text.starts_with(['【', '[']),
        Some(before) => matches!(before, '。' | '；' | ';' | '！' | '.'),
        None => text.contains(['、', '，']),
    };
    if !is_behind {
        return None;
    }
    let dashes = text.len() - text.trim_start_matches('—').len();
    if dashes > 0 {
        return is_unit_list(&text[dashes..]).then_some((dashes, UnitColumn::Any));
    }
    let open = text.chars().next().filter(|c| matches!(c, '（' | '(' | '【' | '['))?;
    let end = closing(text)?;
    let is_behind_it = text[end..].starts_with(['（', '(', '。']) || end == text.len();
    let inside = text[open.len_utf8()..end].strip_suffix(['）', ')', '】', ']']);
    let inside = inside.filter(|_| is_behind_it)?;
    // （含市工信局） says who is counted.
    let is_aside = ["含", "包括", "其中", "不含"].iter().any(|word| inside.starts_with(word));
    (!is_aside && is_unit_list(inside)).then_some((open.len_utf8(), UnitColumn::Any))
}

/// Where the next label begins inside `text`: behind the end of a clause or a bracket, or where a
/// bracket opens.
fn next_label(text: &str) -> Option<usize> {
    text.char_indices()
        .filter_map(|(at, c)| match c {
            '。' | '；' | ';' | '）' | ')' | '.' | '，' | ',' => Some(at + c.len_utf8()),
            '（' | '(' | '【' | '[' => Some(at),
            _ => None,
        })
        .find(|at| label(&text[*at..], text[..*at].chars().next_back()).is_some())
}

#[cfg(test)]
mod tests {
    use UnitColumn::{Any, Lead};

    use super::*;

    #[test]
    fn a_label_is_found_with_and_without_white_space_before_it() {
        let texts = |source| {
            chunks(source).into_iter().map(|c| (c.text.into_owned(), c.label)).collect::<Vec<_>>()
        };
        let owned = |texts: &[(&str, _)]| -> Vec<_> {
            texts.iter().map(|(text, label)| ((*text).to_owned(), *label)).collect()
        };
        assert_eq!(
            texts("1.建成。 责任单位:县局 2.办好。"),
            owned(&[("1.建成。", None), ("责任单位:县局", Some((13, Any))), ("2.办好。", None)])
        );
        assert_eq!(
            texts("建成。牵头单位：县局"),
            owned(&[("建成。", None), ("牵头单位：县局", Some((15, Lead)))])
        );
    }

    #[test]
    fn units_in_brackets_may_be_named_by_what_they_do() {
        type Label = Option<(usize, UnitColumn)>;
        fn texts(source: &str) -> Vec<(Cow<'_, str>, Label)> {
            chunks(source).into_iter().map(|chunk| (chunk.text, chunk.label)).collect()
        }
        for units in [
            "（市工信局负责）",
            "（市工信局牵头，市科技局、各县（市、区）政府配合）",
            "（市工信局牵头，市科技局等按职责分工负责）",
            "（市工信局、市科技局牵头负责）",
        ] {
            let source = format!("1.突破650亿元。{units}");
            let expect = [("1.突破650亿元。", None), (units, Some((3, Any)))];
            assert_eq!(texts(&source), expect.map(|(text, label)| (Cow::Borrowed(text), label)));
        }
        for words in
            ["（已全面落实）", "（含市工信局）", "（其中南湖区3所）", "（王小明牵头，李四配合）"]
        {
            let source = format!("1.突破650亿元。{words}");
            assert_eq!(texts(&source), [(Cow::Borrowed(&*source), None)]);
        }
    }
}
