//! A source text as lines that know where they stand.

use model::Span;

/// One line of the source, without its line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// Its words, white space kept.
    pub(crate) text: &'a str,
    /// Where it stands.
    pub(crate) span: Span,
}

impl Line<'_> {
    /// Whether it holds nothing but white space, or the number of a page.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() || is_page_number(self.text)
    }
}

/// Whether a line is what a printer puts below a page: `— 3 —`, `-3-`, 第3页.
pub(crate) fn is_page_number(line: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '─') || c.is_whitespace();
    let words = line.trim();
    let bare = words.trim_matches(is_dash);
    let between = words.strip_prefix(bare).is_none() && words.strip_suffix(bare).is_none();
    let page = words.strip_prefix('第').and_then(|rest| rest.split('页').next());
    let page = page.filter(|_| words.contains('页'));
    let number = if between { Some(bare) } else { page };
    number.is_some_and(|digits| {
        let digits = digits.trim();
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The lines of a text, in order. `\n`, `\r\n` and a lone `\r` all end a line.
pub(crate) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let rest = &source[start..];
        let len = rest.find(['\n', '\r']).unwrap_or(rest.len());
        found.push(Line { text: &rest[..len], span: Span::new(start, start + len) });
        let is_crlf = rest[len..].starts_with("\r\n");
        start += len + if is_crlf { 2 } else { 1 };
    }
    found
}

/// A run of lines without a blank one between, and how many blank lines stand before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Where it stands.
    pub(crate) span: Span,
    /// How many blank lines stand before it.
    pub(crate) gap: usize,
}

/// The lines that are not blank, each with the number of blank lines before it.
///
/// In a table flattened to one cell a paragraph, each such line is a cell or a part of one.
pub(crate) fn paragraphs(source: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut gap = 0;
    for line in lines(source) {
        if line.text.is_empty() {
            gap += 1;
        } else if line.is_blank() {
            // A line of spaces is an empty cell: it parts nothing.
        } else {
            found.push(Paragraph { span: line.span, gap });
            gap = 0;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        let texts: Vec<_> = lines("甲\r\n乙\n\n丙\r丁").into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["甲", "乙", "", "丙", "丁"]);
    }

    #[test]
    fn the_number_of_a_page_is_no_text() {
        for line in ["— 3 —", "-12-", "－7－", " —— 4 —— ", "第3页", "第3页 共12页"]
        {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "-3", "—", "3-5", "", "第3项", "- 3 个 -", "第三页"] {
            assert!(!is_page_number(line), "{line}");
        }
    }

    #[test]
    fn a_paragraph_counts_the_blank_lines_before_it() {
        let gaps: Vec<_> = paragraphs("甲\n\n乙\n丙\n\n\n丁").into_iter().map(|p| p.gap).collect();
        assert_eq!(gaps, [0, 1, 0, 2]);
    }
}
