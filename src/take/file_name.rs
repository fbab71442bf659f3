//! The name of a file, from the parts of the sentence: `一本账_2024_市教育局_20261125.xlsx`.

use crate::messages as m;
use crate::sentence::Sentence;
use crate::state::Lang;

/// How many signs the parts may take; some systems allow 255 bytes for the whole name.
const LONGEST: usize = 48;

/// The name, with the title of the sheet where it holds one alone, and the day (`20261125`).
pub(crate) fn file_name(
    sentence: &Sentence,
    sheet: Option<&str>,
    day: &str,
    ending: &str,
    lang: Lang,
) -> String {
    format!("{}.{ending}", file_stem(sentence, sheet, day, lang))
}

/// The name without its ending.
pub(crate) fn file_stem(sentence: &Sentence, sheet: Option<&str>, day: &str, lang: Lang) -> String {
    let own = m::NAME.to(lang);
    let names = sentence.parts.iter().map(|part| (part.is_excluded, part.names.as_str()));
    let without = m::take::WITHOUT_PART.to(lang);
    let names = names
        .map(|(is_not, name)| if is_not { format!("{without}{name}") } else { name.to_owned() });
    let mut parts = allowed(&names.collect::<Vec<_>>().join("_"));
    if let Some((cut, _)) = parts.char_indices().nth(LONGEST) {
        parts.truncate(cut);
    }
    let all = [own, &parts, sheet.unwrap_or_default(), day];
    let all: Vec<_> = all.into_iter().filter(|part| !part.is_empty()).map(allowed).collect();
    all.join("_")
}

/// The signs that every file system allows in a name; white space stands as `-`.
fn allowed(words: &str) -> String {
    let sign = |sign: char| match sign {
        _ if sign.is_whitespace() => Some('-'),
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '“' | '”' | '.' => None,
        _ if sign.is_control() => None,
        _ => Some(sign),
    };
    words.chars().filter_map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::state::ViewState;

    fn named(query: &str, sheet: Option<&str>) -> String {
        let book = Book::open().unwrap();
        let (state, _) = ViewState::from_query(query);
        let sentence = Sentence::of(book, &state, 1);
        file_name(&sentence, sheet, "20261125", "xlsx", state.lang)
    }

    #[test]
    fn a_file_is_named_after_what_is_in_it() {
        assert_eq!(named("", None), "一本账_20261125.xlsx");
        assert_eq!(named("y=2024&lead=jx-jsj", None), "一本账_2024_市建设局_20261125.xlsx");
        assert_eq!(
            named("y=2024&s=-five-year", Some("任务")),
            "一本账_2024_不含五年任务_任务_20261125.xlsx"
        );
    }

    #[test]
    fn what_a_file_system_forbids_is_left_out() {
        assert_eq!(named("q=a/b:c*%20\"d", None), "一本账_abc-d_20261125.xlsx");
        let long = named(&format!("q={}", "x".repeat(300)), None);
        assert!(long.len() < 100, "{long}");
    }
}
