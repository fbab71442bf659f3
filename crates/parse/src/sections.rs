//! The headings of lists, and what kind of list a heading names.

use model::{Level, Passage, SectionKind};

use crate::{numerals::heading_numeral, raw::RawSection};

/// The headings in force, kept while a layout walks down the page.
#[derive(Debug, Default)]
pub(crate) struct SectionTitles {
    /// The last heading of a whole list: 2022年政府工作报告重点工作责任分解.
    outer: Option<Passage>,
    /// The last numbered heading under it: 一、未来五年主要工作任务.
    inner: Option<Passage>,
}

impl SectionTitles {
    /// Takes note of a line between tables; lines that head nothing are passed over.
    pub(crate) fn push(&mut self, line: Passage) {
        if heading_numeral(&line.text).is_some() && line.text.chars().count() <= 40 {
            self.inner = Some(line);
        } else if looks_like_title(&line.text) {
            self.outer = Some(line);
            self.inner = None;
        }
    }

    /// The headings in force, outermost first.
    pub(crate) fn current(&self) -> Vec<Passage> {
        self.outer.iter().chain(&self.inner).cloned().collect()
    }
}

/// Whether a line, without white space at its ends, reads like the heading of a list:
/// short, without a full stop, and ending in one of the words that name lists.
pub(crate) fn looks_like_title(line: &str) -> bool {
    const ENDS: [&str; 18] = [
        "责任分解",
        "任务分解",
        "分解任务",
        "责任分工",
        "任务分工",
        "任务清单",
        "责任清单",
        "项目清单",
        "分解表",
        "任务表",
        "一览表",
        "工作任务",
        "工作清单",
        "实事项目",
        "完成情况",
        "进展情况",
        "推进情况",
        "落实情况",
    ];
    let bare = line.trim_end_matches(|c: char| "（）()表".contains(c));
    let ends = ENDS.iter().any(|end| line.ends_with(end) || bare.ends_with(end));
    // 关于印发… is the title of the whole, broken over lines.
    let is_of_whole = line.contains("关于");
    ends && !is_of_whole && line.chars().count() <= 48 && !line.contains(['。', '；', '《', '\t'])
}

/// What kind of list a section is, judged by its innermost heading that says anything, else by the
/// title of the document.
///
/// `level` is the document's: 市政府民生实事 of a county-level city is the county's list.
pub(crate) fn section_kind(
    section: &RawSection,
    document_title: Option<&str>,
    level: Level,
) -> SectionKind {
    if section.has_status {
        return SectionKind::Progress;
    }
    section
        .titles
        .iter()
        .rev()
        .find_map(|title| kind_by_title(&title.text, level))
        .or_else(|| {
            document_title
                .filter(|title| !names_both(title))
                .and_then(|title| kind_by_title(title, level))
        })
        .unwrap_or(if section.columns.is_empty() { SectionKind::Annual } else { livelihood(level) })
}

/// Whether a title is of the year's work and of livelihood projects, so that it names neither list.
fn names_both(title: &str) -> bool {
    title.contains("民生")
        && ["重点工作", "工作任务", "重点任务"].iter().any(|word| title.contains(word))
}

fn kind_by_title(title: &str, level: Level) -> Option<SectionKind> {
    if title.contains("五年") {
        return Some(SectionKind::FiveYear);
    }
    if ["民生实事", "为民办实事", "为民实事", "民生项目"].iter().any(|word| title.contains(word))
    {
        let names_province = title.contains("省政府") || title.contains("省十");
        return Some(if names_province {
            SectionKind::LivelihoodProvince
        } else {
            livelihood(level)
        });
    }
    ["重点工作", "主要工作", "工作任务", "目标任务"]
        .iter()
        .any(|word| title.contains(word))
        .then_some(SectionKind::Annual)
}

/// The livelihood list of a government of this level.
fn livelihood(level: Level) -> SectionKind {
    match level {
        Level::Province => SectionKind::LivelihoodProvince,
        Level::City => SectionKind::LivelihoodCity,
        Level::County => SectionKind::LivelihoodCounty,
    }
}

#[cfg(test)]
mod tests {
    use model::Span;

    use super::*;

    fn kind(titles: &[&str], level: Level) -> SectionKind {
        let titles = titles.iter().map(|t| Passage::read(t, &[Span::new(0, t.len())])).collect();
        section_kind(&RawSection { titles, ..RawSection::default() }, None, level)
    }

    #[test]
    fn a_heading_names_the_kind_of_list() {
        use SectionKind::*;
        let report = "2022年政府工作报告重点工作责任分解";
        assert_eq!(kind(&[report, "一、未来五年主要工作任务"], Level::City), FiveYear);
        assert_eq!(kind(&[report, "二、2022年主要工作任务"], Level::City), Annual);
        assert_eq!(
            kind(&["2021年省政府十方面民生实事嘉兴市分解任务"], Level::City),
            LivelihoodProvince
        );
        assert_eq!(kind(&["2021年市政府民生实事分解任务"], Level::City), LivelihoodCity);
        assert_eq!(kind(&["2022年市政府民生实事项目责任分解"], Level::County), LivelihoodCounty);
        assert_eq!(kind(&[], Level::City), Annual);
    }

    #[test]
    fn a_sentence_is_no_heading() {
        assert!(looks_like_title("2024年市政府民生实事项目责任分解"));
        assert!(!looks_like_title("关于印发2024年政府工作报告重点工作和"));
        assert!(!looks_like_title("注：列第一位的为牵头单位。"));
        assert!(!looks_like_title(
            "《2021年市政府民生实事分解任务》已经市政府同意，现印发给你们，请认真抓好落实。"
        ));
    }
}
