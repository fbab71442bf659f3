//! What a document prints about itself before its first list: title, number, issuer, dates.

use model::{Date, Level};

use crate::{lines::lines, numerals::decimal_digit};

/// What was found; `None` where the text does not print it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Front {
    pub(crate) title: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) date_written: Option<Date>,
    pub(crate) date_published: Option<Date>,
    /// The place whose government issued it, judged by the issuer's name.
    pub(crate) region: Option<String>,
    /// The level of that government.
    pub(crate) level: Option<Level>,
    /// The year that the title names, else the one of the number or the date.
    pub(crate) year: Option<u16>,
}

/// Reads the part of the text before the heading of its first list; dates of publication are looked
/// for up to its first row (`before`), and a signature without a date before is behind the last
/// (`behind`).
pub(crate) fn read(front: &str, before: &str, behind: &str) -> Front {
    let squeezed = squeezed_lines(front);
    let title = title(&squeezed);
    let issuer = title.as_deref().and_then(issuer_of_title).or_else(|| signature(&squeezed));
    let number = squeezed.iter().find_map(|line| document_number(line));
    let labelled = |labels: &[&str]| labels.iter().find_map(|label| labelled_date(before, label));
    let date_written = labelled(&["成文日期", "发文日期"])
        .or_else(|| signed_date(&squeezed, front))
        .or_else(|| date_alone(&squeezed_lines(behind)));
    let date_published = labelled(&["发布日期", "发布时间", "公开日期"]);
    let (region, level) = issuer.as_deref().map_or((None, None), place_of_issuer);
    // A city that writes to its towns and to no county is of county level.
    let level = level.map(|level| if addresses_towns(&squeezed) { Level::County } else { level });
    let year = title
        .as_deref()
        .and_then(year_in)
        .or_else(|| number.as_deref().and_then(year_in_number))
        .or(date_written.map(|date| date.year));
    Front { title, issuer, number, date_written, date_published, region, level, year }
}

/// The title: the line with 关于, joined with what it is broken over, up to 通知 or its like.
fn title(lines: &[String]) -> Option<String> {
    const ENDS: [&str; 5] = ["通知", "意见", "方案", "通告", "公告"];
    let at = lines.iter().position(|line| line.contains("关于"))?;
    let names_issuer = |line: &String| line.contains("政府") && line.chars().count() <= 24;
    let is_issuer_above = lines[at].starts_with("关于");
    let above = lines[..at].iter().rposition(|line| !line.is_empty());
    let start = above.filter(|above| is_issuer_above && names_issuer(&lines[*above])).unwrap_or(at);
    let mut title = String::new();
    for line in lines[start..].iter().filter(|line| !line.is_empty()).take(6) {
        let line = without_label(line.trim_end_matches(['|', '｜']));
        // In running text the title's chunk is followed by more on the same line.
        if let Some(end) = ENDS.iter().find_map(|end| Some(line.find(*end)? + end.len())) {
            title.push_str(&line[..end]);
            return Some(title);
        }
        title.push_str(line);
        // 通报 is also what a title is about: 关于通报….
        if line.ends_with("通报") {
            return Some(title);
        }
    }
    None
}

/// The lines of a text without white space.
fn squeezed_lines(text: &str) -> Vec<String> {
    lines(text).iter().map(|line| line.text.split_whitespace().collect()).collect()
}

/// Whether the letter is addressed to towns: 各镇人民政府、各街道办事处：.
fn addresses_towns(lines: &[String]) -> bool {
    let greeting = lines.iter().find(|line| line.starts_with('各') && line.ends_with(['：', ':']));
    greeting.is_some_and(|line| {
        let towns = ["各镇", "各乡", "各街道", "各园镇", "各民族乡"];
        towns.iter().any(|town| line.starts_with(town))
    })
}

/// A line without what a portal prints before it: 名称：滁州市人民政府办公室关于….
fn without_label(line: &str) -> &str {
    const LABELS: [&str; 5] = ["名称", "标题", "信息名称", "文件名称", "题名"];
    let label = line.split_once(['：', ':']).filter(|(label, _)| LABELS.contains(label));
    label.map_or(line, |(_, words)| words.trim_start_matches(['|', '｜']))
}

/// The place that the title of a list begins with, and its level: 德清县2023年民生实事项目….
pub(crate) fn place_of_list(title: &str) -> Option<(String, Level)> {
    let (end, level) = title.char_indices().skip(1).take(5).find_map(|(at, c)| {
        let level = match c {
            '市' | '州' => Level::City,
            '县' | '区' | '旗' => Level::County,
            _ => return None,
        };
        let end = at + c.len_utf8();
        let rest = &title[end..];
        let begins_list = rest.starts_with(|c| decimal_digit(c).is_some())
            || ["人民政府", "政府", "民生", "重点", "年度"]
                .iter()
                .any(|word| rest.starts_with(word));
        begins_list.then_some((end, level))
    })?;
    let place = &title[..end];
    let is_name = place.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !place.starts_with(['全', '各', '我', '本'])
        && place.chars().count() >= 3;
    is_name.then(|| (place.to_owned(), level))
}

/// The issuer: what stands before 关于.
fn issuer_of_title(title: &str) -> Option<String> {
    let issuer = &title[..title.find("关于")?];
    (issuer.contains("政府") || issuer.contains("委员会")).then(|| issuer.to_owned())
}

/// The first line that is nothing but the name of a government or its office.
fn signature(lines: &[String]) -> Option<String> {
    lines
        .iter()
        .find(|line| line.ends_with("人民政府") || line.ends_with("人民政府办公室"))
        .cloned()
}

/// `嘉政办发〔2022〕23号`, with round or square brackets as printed.
fn document_number(line: &str) -> Option<String> {
    let open = line.find(['〔', '［', '[', '（', '('])?;
    let end = open + line[open..].find('号')? + "号".len();
    let inner = &line[open..end];
    let n_digits = inner.chars().filter(|c| decimal_digit(*c).is_some()).count();
    let is_plain =
        inner.chars().all(|c| decimal_digit(c).is_some() || "〔〕［］[]（）()号第".contains(c));
    let prefix_start = line[..open]
        .char_indices()
        .rev()
        .take_while(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c))
        .last()
        .map(|(at, _)| at)?;
    let is_number = is_plain && (5..=9).contains(&n_digits) && prefix_start < open;
    is_number.then(|| line[prefix_start..end].to_owned())
}

/// The date behind a label: `成文日期: 2022-05-10`.
fn labelled_date(front: &str, label: &str) -> Option<Date> {
    lines(front).iter().find_map(|line| {
        let behind = &line.text[line.text.find(label)? + label.len()..];
        date_in(behind.trim_start_matches(|c: char| c.is_whitespace() || "：:|｜".contains(c)))
    })
}

/// The date of the signature: the last line before the lists that is a date alone, else the
/// last date in running text.
fn signed_date(lines: &[String], front: &str) -> Option<Date> {
    date_alone(lines).or_else(|| {
        let chunks: Vec<_> = front.split_whitespace().collect();
        chunks.iter().rev().find_map(|chunk| date_in(chunk).filter(|_| chunk.ends_with('日')))
    })
}

/// The last line that is a date alone.
fn date_alone(lines: &[String]) -> Option<Date> {
    let alone =
        |line: &&String| line.chars().count() <= 12 && line.contains('年') && line.ends_with('日');
    lines.iter().rev().filter(alone).find_map(|line| date_in(line))
}

/// The date at the beginning of a text: `2022-05-10`, `2022年5月10日`, `2022/5/10`.
fn date_in(text: &str) -> Option<Date> {
    let mut numbers = text.split(|c| decimal_digit(c).is_none()).take(3).map(|digits| {
        let fits = (1..=4).contains(&digits.chars().count());
        fits.then(|| {
            digits
                .chars()
                .filter_map(decimal_digit)
                .fold(0_u16, |value, digit| value * 10 + digit as u16)
        })
    });
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
        .filter(|date| date.year >= 1949)
}

/// The first `20xx年` of a text.
pub(crate) fn year_in(text: &str) -> Option<u16> {
    text.match_indices('年').find_map(|(at, _)| {
        let digits: Vec<_> = text[..at].chars().rev().map_while(decimal_digit).take(5).collect();
        plausible_year(&digits)
    })
}

/// The year between the brackets of a document number.
fn year_in_number(number: &str) -> Option<u16> {
    let open = number.find(['〔', '［', '[', '（', '('])?;
    let digits: Vec<_> = number[open..].chars().skip(1).map_while(decimal_digit).collect();
    plausible_year(&digits.into_iter().rev().collect::<Vec<_>>())
}

/// Four digits, last first, as a year of our times.
fn plausible_year(digits_from_last: &[u32]) -> Option<u16> {
    let value = digits_from_last.iter().rev().fold(0, |value, digit| value * 10 + digit);
    (digits_from_last.len() == 4 && (1978..=2099).contains(&value)).then_some(value as u16)
}

/// The place and level in an issuer's name: 海盐县人民政府办公室 is 海盐县, a county.
///
/// A name in 市 is taken for a city; a registry may know it as a county-level one.
fn place_of_issuer(issuer: &str) -> (Option<String>, Option<Level>) {
    let Some(end) = issuer.find("人民政府").or_else(|| issuer.find("政府")) else {
        return (None, None);
    };
    let place = &issuer[..end];
    // 浙江省嘉兴市…: the innermost place issues it.
    let start = place.find('省').map_or(0, |at| at + "省".len());
    let inner = if start < place.len() { &place[start..] } else { place };
    let inner = match inner.find('市') {
        Some(at) if at + "市".len() < inner.len() => &inner[at + "市".len()..],
        _ => inner,
    };
    let level = match inner.chars().last() {
        Some('省') => Level::Province,
        Some('市' | '州' | '盟') => Level::City,
        Some('县' | '区' | '旗') => Level::County,
        _ => return (None, None),
    };
    let is_named = inner.chars().count() >= 2;
    (is_named.then(|| inner.to_owned()), Some(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(front: &str) -> Front {
        super::read(front, front, "")
    }

    #[test]
    fn a_title_broken_over_lines_is_joined() {
        let front = read(
            "嘉政办发〔2021〕11号\n\n嘉兴市人民政府办公室\n\n关于印发2021年省、市政府民生实事\n\n分解任务的通知\n\n  嘉兴市人民政府办公室\n\n2021年3月16日\n",
        );
        assert_eq!(
            front.title.as_deref(),
            Some("嘉兴市人民政府办公室关于印发2021年省、市政府民生实事分解任务的通知")
        );
        assert_eq!(front.issuer.as_deref(), Some("嘉兴市人民政府办公室"));
        assert_eq!(front.number.as_deref(), Some("嘉政办发〔2021〕11号"));
        assert_eq!(front.date_written, Date::new(2021, 3, 16));
        assert_eq!((front.region.as_deref(), front.level), (Some("嘉兴市"), Some(Level::City)));
        assert_eq!(front.year, Some(2021));
    }

    #[test]
    fn labelled_dates_are_read_among_bars() {
        let front = read(
            "索引号: | 1133/2022-69894 | 成文日期: | 2022-04-18 |\n文件编号: | 盐政办发〔2022〕16号 |\n发布日期:2022-05-13 14:19\n",
        );
        assert_eq!(front.date_written, Date::new(2022, 4, 18));
        assert_eq!(front.date_published, Date::new(2022, 5, 13));
        assert_eq!(front.number.as_deref(), Some("盐政办发〔2022〕16号"));
    }

    #[test]
    fn the_innermost_place_issues_a_document() {
        let check = |issuer, region: &str, level| {
            assert_eq!(place_of_issuer(issuer), (Some(region.to_owned()), Some(level)), "{issuer}");
        };
        check("海盐县人民政府办公室", "海盐县", Level::County);
        check("湖州市吴兴区人民政府办公室", "吴兴区", Level::County);
        check("浙江省绍兴市人民政府", "绍兴市", Level::City);
        check("浙江省人民政府办公厅", "浙江省", Level::Province);
    }

    #[test]
    fn what_a_portal_prints_before_a_title_is_no_part_of_it() {
        let front = read(
            "名称： 滁州市人民政府办公室关于印发2023年重点工作任务分解的通知\n发布时间：2023-02-15 10:02\n",
        );
        assert_eq!(
            front.title.as_deref(),
            Some("滁州市人民政府办公室关于印发2023年重点工作任务分解的通知")
        );
        assert_eq!(front.region.as_deref(), Some("滁州市"));
        assert_eq!(front.date_published, Date::new(2023, 2, 15));
        let title = "衢州市人民政府办公室关于2024年重点工作1-9月完成情况的通报";
        assert_eq!(read(title).title.as_deref(), Some(title));
        let title = "衢州市人民政府办公室关于通报2024年重点工作完成情况的通知";
        assert_eq!(read(title).title.as_deref(), Some(title));
    }

    #[test]
    fn the_title_of_a_list_may_name_its_place() {
        let check = |title: &str, expect: Option<(&str, Level)>| {
            let expect = expect.map(|(place, level)| (place.to_owned(), level));
            assert_eq!(place_of_list(title), expect, "{title}");
        };
        check("德清县2023年民生实事项目上半年进展情况", Some(("德清县", Level::County)));
        check("昆山市2023年重点任务完成情况", Some(("昆山市", Level::City)));
        check("全市2023年重点任务完成情况", None);
        check("2023年市政府民生实事项目", None);
        check("城市更新重点任务", None);
    }

    #[test]
    fn a_text_without_front_matter_says_nothing() {
        assert_eq!(read("序号 | 主要工作任务 |\n"), Front::default());
    }
}
