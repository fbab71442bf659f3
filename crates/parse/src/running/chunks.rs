//! Running text cut at white space, with the labels of units found.

use model::Span;

use crate::columns::unit_column;

/// A run of text without white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    /// Its words.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) span: Span,
    /// Where the units begin, if it opens with their label: `责任单位:` is 13 bytes.
    pub(super) label: Option<usize>,
}

/// The chunks of a text, in order. A label of units opens a chunk of its own even where no white
/// space stands before it; bars of tables part like white space.
pub(super) fn chunks(source: &str) -> Vec<Chunk<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in source.split(|c: char| c.is_whitespace() || matches!(c, '|' | '｜')) {
        push_parts(&mut found, part, start);
        let after = start + part.len();
        start = after + source[after..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Adds one run, cut before each label inside it.
fn push_parts<'a>(found: &mut Vec<Chunk<'a>>, part: &'a str, start: usize) {
    let mut from = 0;
    while from < part.len() {
        let rest = &part[from..];
        let label = label_len(rest);
        let cut = next_label(&rest[label.unwrap_or(0)..]).map(|at| at + label.unwrap_or(0));
        let len = cut.unwrap_or(rest.len());
        let span = Span::new(start + from, start + from + len);
        found.push(Chunk { text: &rest[..len], span, label });
        from += len;
    }
}

/// The length of a label at the beginning of `text`, with its colon.
fn label_len(text: &str) -> Option<usize> {
    let end = text.find(['：', ':'])?;
    let name = text[..end].trim_start_matches(['（', '(', '【', '[']);
    let is_label = unit_column(name).is_some() && !name.contains(['。', '；', ';', '，', ',']);
    is_label.then(|| end + text[end..].chars().next().map_or(0, char::len_utf8))
}

/// Where the next label begins inside `text`, behind the end of a clause or a bracket.
fn next_label(text: &str) -> Option<usize> {
    text.char_indices()
        .filter(|(_, c)| matches!(c, '。' | '；' | ';' | '）' | ')' | '.' | '，' | ','))
        .map(|(at, c)| at + c.len_utf8())
        .find(|at| label_len(&text[*at..]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_with_and_without_white_space_before_it() {
        let texts = |source| chunks(source).iter().map(|c| (c.text, c.label)).collect::<Vec<_>>();
        assert_eq!(
            texts("1.建成。 责任单位:县局 2.办好。"),
            [("1.建成。", None), ("责任单位:县局", Some(13)), ("2.办好。", None)]
        );
        assert_eq!(texts("建成。牵头单位：县局"), [("建成。", None), ("牵头单位：县局", Some(15))]);
    }
}
