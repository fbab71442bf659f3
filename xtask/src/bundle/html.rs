//! The little of HTML that finishing our own page takes: its tags, their attributes.
//!
//! It reads what trunk writes from our index.html and nothing else: tags in lower case,
//! attributes in double quotes, no `>` inside them.

use crate::error::Error;
use std::ops::Range;

/// One element with its text, as a place in the page.
pub(super) struct Element<'a> {
    /// From `<` of the opening tag to `>` of the closing one, or of a tag that has none.
    pub(super) place: Range<usize>,
    tag: &'a str,
    pub(super) text: &'a str,
}

impl<'a> Element<'a> {
    /// The value of an attribute; `""` for one without a value.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let rest = self.tag.match_indices(name).find_map(|(start, _)| {
            let is_whole = self.tag[..start].ends_with(' ');
            is_whole.then(|| &self.tag[start + name.len()..])
        })?;
        match rest.strip_prefix("=\"") {
            Some(value) => value.split('"').next(),
            None => {
                rest.is_empty().then_some("").or_else(|| rest.starts_with([' ', '/']).then_some(""))
            }
        }
    }
}

/// Every element of that name, in the order of the page.
///
/// `<link>` and other elements without a closing tag have no text.
pub(super) fn elements<'a>(page: &'a str, name: &str) -> Vec<Element<'a>> {
    let opening = format!("<{name}");
    let closing = format!("</{name}>");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find(&opening).map(|offset| from + offset) {
        let Some(tag_end) = page[start..].find('>').map(|offset| start + offset) else { break };
        let tag = &page[start + opening.len()..tag_end];
        let text_end = page[tag_end..].find(&closing).filter(|_| name != "link");
        let text = text_end.map_or("", |offset| &page[tag_end + 1..tag_end + offset]);
        let end = text_end.map_or(tag_end + 1, |offset| tag_end + offset + closing.len());
        if tag.is_empty() || tag.starts_with([' ', '\n']) {
            found.push(Element { place: start..end, tag, text });
        }
        from = end;
    }
    found
}

/// The page with each of these places replaced; they must stand in order and apart.
pub(super) fn replaced(page: &str, changes: &[(Range<usize>, String)]) -> String {
    let mut result = String::with_capacity(page.len());
    let mut from = 0;
    for (place, text) in changes {
        result.push_str(&page[from..place.start]);
        result.push_str(text);
        from = place.end;
    }
    result.push_str(&page[from..]);
    result
}

/// Stops where a text would end its own element, or would need another file.
pub(super) fn refuse(text: &str, words: &[&str], name: &str) -> Result<(), Error> {
    match words.iter().find(|word| text.contains(**word)) {
        Some(word) => Err(Error::Broken(format!(
            "{name} has {word} in it, which cannot stand inside the page"
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="icon" href="a.svg"><script id="p" src="b.js" defer></script>
<script>let x = 1;</script><style>p { margin: 0; }</style>"#;

    #[test]
    fn elements_are_found_with_their_text_and_attributes() {
        let scripts = elements(PAGE, "script");
        assert_eq!(scripts.len(), 2);
        assert_eq!(scripts[0].attribute("src"), Some("b.js"));
        assert_eq!(scripts[0].attribute("defer"), Some(""));
        assert_eq!(scripts[0].attribute("type"), None);
        assert_eq!(scripts[1].text, "let x = 1;");
        assert_eq!(elements(PAGE, "link")[0].attribute("href"), Some("a.svg"));
        assert_eq!(elements(PAGE, "style")[0].text, "p { margin: 0; }");
    }

    #[test]
    fn places_are_replaced_and_the_rest_stays() {
        let script = &elements(PAGE, "script")[1];
        let page = replaced(PAGE, &[(script.place.clone(), "<b></b>".to_owned())]);
        assert!(page.contains("</script>\n<b></b><style>"));
    }
}
