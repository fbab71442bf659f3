//! Text inside XML.

/// The longest text that a cell of a workbook may hold, in UTF-16 units.
const LONGEST: usize = 32_767;

/// Adds `words` as the text of an element or an attribute.
///
/// Signs that XML cannot hold stand as U+FFFD, so that a reader sees that there was one.
pub(super) fn add_escaped(xml: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // A carriage return as it is would be read as a line feed.
            '\r' => xml.push_str("&#13;"),
            '\t' | '\n' => xml.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            _ => xml.push(sign),
        }
    }
}

/// The words, cut with an ellipsis where a cell cannot hold all of them.
pub(super) fn fitting(words: &str) -> String {
    if words.len() <= LONGEST || words.encode_utf16().count() <= LONGEST {
        return words.to_owned();
    }
    let mut n_units = 1;
    let fits = |sign: &char| {
        n_units += sign.len_utf16();
        n_units <= LONGEST
    };
    words.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced_and_marks_are_escaped() {
        let mut xml = String::new();
        add_escaped(&mut xml, "a<b>&\"c\"\u{8}\r\n");
        assert_eq!(xml, "a&lt;b&gt;&amp;&quot;c&quot;\u{fffd}&#13;\n");
    }

    #[test]
    fn a_text_that_is_too_long_says_that_it_was_cut() {
        let long = fitting(&"长".repeat(40_000));
        assert_eq!(long.encode_utf16().count(), LONGEST);
        assert!(long.ends_with('…'));
        assert_eq!(fitting("短"), "短");
    }
}
