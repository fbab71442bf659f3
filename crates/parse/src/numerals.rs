//! Numerals as documents print them: `12`, `１２`, `十二`.

/// The value of a Chinese numeral below 10 000 (`一`, `十二`, `二十`, `一百零三`), or `None`.
///
/// # Example
///
/// `十二` is 12; `二十` is 20; `十二项` is no numeral.
pub(crate) fn chinese_numeral(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut is_empty) = (0_u32, None, true);
    for c in text.chars() {
        is_empty = false;
        match c {
            '零' | '〇' => digit = None,
            '十' | '百' | '千' => {
                let scale = match c {
                    '十' => 10,
                    '百' => 100,
                    _ => 1000,
                };
                total += digit.take().unwrap_or(1) * scale;
            }
            _ if digit.is_none() => digit = Some(chinese_digit(c)?),
            _ => return None,
        }
    }
    (!is_empty).then_some(total + digit.unwrap_or(0)).filter(|value| *value > 0)
}

/// The value of one Chinese digit.
pub(crate) fn chinese_digit(c: char) -> Option<u32> {
    "一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32 + 1).or(match c {
        '两' => Some(2),
        _ => None,
    })
}

/// The value of a decimal digit, half- or full-width.
pub(crate) fn decimal_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The whole number that `text` prints and nothing else: `12`, `１２`; at most four digits.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let n_chars = text.chars().count();
    if n_chars == 0 || n_chars > 4 {
        return None;
    }
    text.chars().try_fold(0, |value, c| Some(value * 10 + decimal_digit(c)?))
}

/// The value of a list number as printed: `12`, `12.`, `（三）`, `三、`, `十二`.
pub(crate) fn list_number(text: &str) -> Option<u32> {
    let bare = text.trim_matches(|c| "（）()、.．。*★".contains(c));
    let bare = ordinal(bare).unwrap_or(bare);
    if let Some(circled) = bare.chars().next().filter(|c| ('①'..='⑳').contains(c)) {
        return (bare.len() == circled.len_utf8()).then_some(circled as u32 - '①' as u32 + 1);
    }
    whole_number(bare).or_else(|| chinese_numeral(bare))
}

/// The numeral between 第 and the word for what is counted: 3 of 第3项.
pub(crate) fn ordinal(text: &str) -> Option<&str> {
    text.strip_prefix('第')?.strip_suffix(['项', '条', '件'])
}

/// Whether text is the number of a part: `1.2`, `3.1.`, `1-1`.
pub(crate) fn is_part_number(text: &str) -> bool {
    let mut parts = text.trim_end_matches(['.', '．', '、']).split(['.', '．', '-', '－', '—']);
    let are_numbers = parts.clone().all(|part| whole_number(part).is_some());
    are_numbers && parts.nth(1).is_some()
}

/// The numeral that opens a heading (`三、…`, `（三）…`) and the bytes up to its text.
///
/// Only Chinese numerals open headings; `3.` opens an item.
pub(crate) fn heading_numeral(text: &str) -> Option<(u32, usize)> {
    let (open, closers): (usize, &[char]) = match text.chars().next()? {
        c @ ('（' | '(') => (c.len_utf8(), &['）', ')']),
        _ => (0, &['、', '.', '．']),
    };
    let end = open + text[open..].find(closers)?;
    let value = chinese_numeral(&text[open..end])?;
    let closer = text[end..].chars().next()?;
    Some((value, end + closer.len_utf8()))
}

/// The most characters of a heading among rows.
pub(crate) const MOST_OF_HEADING: usize = 40;

/// Whether a cell or line heads the rows below it: `二、提升城市功能`, `（一）做强主导产业`.
pub(crate) fn is_group_heading(text: &str) -> bool {
    let is_short = text.chars().count() <= MOST_OF_HEADING
        && !text.trim_end_matches('。').contains(['。', '；']);
    is_short && heading_numeral(text).is_some_and(|(_, len)| len < text.len())
}

/// Whether text begins with a decimal number and what it counts: `2.9万亩`; not `2.3 推进`.
fn begins_with_decimal(text: &str) -> bool {
    let is_digit = |c: char| decimal_digit(c).is_some();
    let Some((_, rest)) = text.split_once('.').filter(|(whole, _)| whole.chars().all(is_digit))
    else {
        return false;
    };
    let behind = rest.trim_start_matches(is_digit);
    behind.len() < rest.len() && behind.starts_with(['万', '亿', '%', '公', '平', '亩', '吨', '个'])
}

/// The number that opens an item (`3.`, `3．`, `3、`, `（3）`, `3)`) and the bytes up to its text.
///
/// `3.5亿元` opens nothing: the text of an item begins with a digit only where that is a decimal
/// of its own, as in `2.2.9万亩…`.
pub(crate) fn item_number(text: &str) -> Option<(u32, usize)> {
    if let Some(rest) = text.strip_prefix('第') {
        let end = rest.find(['项', '条', '件'])?;
        let value = whole_number(&rest[..end]).or_else(|| chinese_numeral(&rest[..end]))?;
        let counted = rest[end..].chars().next()?;
        let behind = &rest[end + counted.len_utf8()..];
        let mark = behind.chars().next().filter(|c| "、：:.．".contains(*c));
        let text_start = text.len() - behind.len() + mark.map_or(0, char::len_utf8);
        return Some((value, text_start));
    }
    let open = match text.chars().next()? {
        c @ '①'..='⑳' => return Some((c as u32 - '①' as u32 + 1, c.len_utf8())),
        c @ ('（' | '(') => c.len_utf8(),
        _ => 0,
    };
    let n_digits: usize =
        text[open..].chars().take_while(|c| decimal_digit(*c).is_some()).map(char::len_utf8).sum();
    let end = open + n_digits;
    let value = whole_number(&text[open..end])?;
    let closer = text[end..].chars().next()?;
    let ends = if open > 0 { "）)" } else { ".．、)）" };
    let text_start = end + closer.len_utf8();
    // A number alone opens an item too: white space stands behind it.
    let next = text[text_start..].chars().next();
    // (10)0—6岁: a bracket parts it from any digit.
    let is_decimal = open == 0
        && next.is_some_and(|next| decimal_digit(next).is_some())
        && !begins_with_decimal(&text[text_start..]);
    (ends.contains(closer) && !is_decimal).then_some((value, text_start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read() {
        let check = |text, expect| assert_eq!(chinese_numeral(text), expect, "{text}");
        check("一", Some(1));
        check("十", Some(10));
        check("十二", Some(12));
        check("二十", Some(20));
        check("一百零三", Some(103));
        check("", None);
        check("一老", None);
        check("一二", None);
    }

    #[test]
    fn an_item_number_is_not_a_decimal() {
        assert_eq!(item_number("3.5亿元"), None);
        assert_eq!(item_number("3.建成"), Some((3, 2)));
        assert_eq!(item_number("（3）建成"), Some((3, 7)));
        assert_eq!(item_number("建成"), None);
        assert_eq!(item_number("第3项 建成"), Some((3, 7)));
        assert_eq!(item_number("第三项：建成"), Some((3, 12)));
        assert_eq!(item_number("第三产业增长"), None);
    }

    #[test]
    fn a_heading_opens_with_a_chinese_numeral() {
        assert_eq!(heading_numeral("十二、教育"), Some((12, 9)));
        assert_eq!(heading_numeral("（三）教育"), Some((3, 9)));
        assert_eq!(heading_numeral("一老一小"), None);
    }
}
