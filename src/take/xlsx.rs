//! Sheets as one workbook: the few parts of Office Open XML that spreadsheets need (ECMA-376, part 1), in a ZIP.
//!
//! Our own, because a crate for it would add a quarter to what every reader downloads.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::pace::{Meter, N_ROWS, Pace, Stopped};
use super::sheet::{Cell, Column, Sheet, digits};
use super::xml::{add_escaped, fitting};
use super::zip::Zip;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The workbook's file: the sheets in order, each with a frozen head that repeats on paper.
pub(crate) async fn workbook(sheets: &[Sheet], pace: &dyn Pace) -> Result<Vec<u8>, Stopped> {
    let names = sheet_names(sheets);
    let weights = sheets.iter().map(weight);
    let all: usize = weights.clone().sum();
    // The words of all tables, put together at the end, weigh about as much as a fourth of them.
    let mut meter = Meter::new(pace, sheets.len(), all + all / 4);
    let mut words = SharedWords::default();
    let mut zip = Zip::default();
    let parts = [
        ("[Content_Types].xml", content_types(sheets.len())),
        ("_rels/.rels", package_relations()),
        ("xl/workbook.xml", workbook_part(sheets, &names)),
        ("xl/_rels/workbook.xml.rels", workbook_relations(sheets.len())),
        ("xl/styles.xml", styles()),
    ];
    for (name, content) in parts {
        zip.add(name, "", &content, &mut meter, 0.0).await?;
    }
    for ((sheet, weight), number) in sheets.iter().zip(weights).zip(1..) {
        meter.begin(&sheet.title, weight).await?;
        let xml = sheet_part(sheet, &mut words, &mut meter).await?;
        let suffix = format!("{number}.xml");
        zip.add("xl/worksheets/sheet", &suffix, &xml, &mut meter, WRITTEN).await?;
        let links = links_part(sheet);
        if !links.is_empty() {
            let suffix = format!("{number}.xml.rels");
            zip.add("xl/worksheets/_rels/sheet", &suffix, &links, &mut meter, 1.0).await?;
        }
    }
    meter.begin("", all / 4).await?;
    zip.add("xl/sharedStrings.xml", "", &words.part(), &mut meter, 0.0).await?;
    Ok(zip.finish())
}

/// How much of the work on a sheet is done when its page is written and not yet compressed.
const WRITTEN: f64 = 0.4;

/// How much work a sheet is, by its cells.
fn weight(sheet: &Sheet) -> usize {
    (sheet.rows.len() + 1) * sheet.columns.len()
}

/// The sheets' titles as Excel allows them: 31 characters at most, none of `[]:*?/\`, all
/// different.
fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let is_allowed = |sign: &char| !"[]:*?/\\'".contains(*sign);
        let title: String = sheet.title.chars().filter(is_allowed).take(28).collect();
        let mut name = title.clone();
        let mut number = 2;
        while name.is_empty() || names.contains(&name) {
            name = format!("{title}{number}");
            number += 1;
        }
        names.push(name);
    }
    names
}

fn content_types(n_sheets: usize) -> String {
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut add = |name: &str, kind: &str| {
        let _ = write!(
            xml,
            "<Override PartName=\"/xl/{name}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>"
        );
    };
    add("workbook", "sheet.main");
    add("styles", "styles");
    add("sharedStrings", "sharedStrings");
    for number in 1..=n_sheets {
        add(&format!("worksheets/sheet{number}"), "worksheet");
    }
    xml + "</Types>"
}

fn package_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn workbook_relations(n_sheets: usize) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    let mut add = |id: usize, kind: &str, target: &str| {
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}.xml\"/>"
        );
    };
    for number in 1..=n_sheets {
        add(number, "worksheet", &format!("worksheets/sheet{number}"));
    }
    add(n_sheets + 1, "styles", "styles");
    add(n_sheets + 2, "sharedStrings", "sharedStrings");
    xml + "</Relationships>"
}

/// The list of sheets, with the heads that repeat on paper and the ranges that filter.
fn workbook_part(sheets: &[Sheet], names: &[String]) -> String {
    let mut xml = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
    let mut defined = String::new();
    for (idx, (sheet, name)) in sheets.iter().zip(names).enumerate() {
        let number = idx + 1;
        let _ = write!(xml, "<sheet name=\"");
        add_escaped(&mut xml, name);
        let _ = write!(xml, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        if !sheet.is_table {
            continue;
        }
        let mut define = |what: &str, range: &str| {
            let _ = write!(defined, "<definedName name=\"_xlnm.{what} localSheetId=\"{idx}\">'");
            add_escaped(&mut defined, name);
            let _ = write!(defined, "'!{range}</definedName>");
        };
        let last = column_name(sheet.columns.len().saturating_sub(1));
        let range = format!("$A$1:${last}${}", sheet.rows.len() + 1);
        define("_FilterDatabase\" hidden=\"1\"", &range);
        define("Print_Titles\"", "$1:$1");
    }
    xml.push_str("</sheets>");
    if !defined.is_empty() {
        xml = xml + "<definedNames>" + &defined + "</definedNames>";
    }
    xml + "</workbook>"
}

/// How a cell is set: the position of its style in [`styles`].
#[derive(Clone, Copy)]
enum Style {
    Head = 1,
    Text,
    Number,
    Percent,
    Date,
    Link,
    HeadEnd,
    TextEnd,
}

impl Style {
    /// The style of a head, or of words; those in a column of numbers end where these do.
    fn aligned(self, is_of_numbers: bool) -> Self {
        match self {
            Self::Head if is_of_numbers => Self::HeadEnd,
            Self::Text if is_of_numbers => Self::TextEnd,
            _ => self,
        }
    }
}

/// The styles, in the order of [`Style`] after the default one.
fn styles() -> String {
    let cell = |number_format: u32, font: u32, border: u32, alignment: &str| {
        format!(
            "<xf numFmtId=\"{number_format}\" fontId=\"{font}\" fillId=\"0\" \
             borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" \
             applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{alignment}/></xf>"
        )
    };
    let wrapped = " wrapText=\"1\"";
    // 0 is Excel's 常规, 49 its 文本; the others are stated above them.
    let cells = [
        cell(0, 0, 0, ""),
        cell(49, 1, 1, wrapped),
        cell(49, 0, 0, wrapped),
        cell(0, 0, 0, ""),
        cell(164, 0, 0, ""),
        cell(165, 0, 0, ""),
        // A link is longer than its column; filling cuts it there.
        cell(49, 2, 0, " horizontal=\"fill\""),
        cell(49, 1, 1, " horizontal=\"right\" wrapText=\"1\""),
        cell(49, 0, 0, " horizontal=\"right\" wrapText=\"1\""),
    ];
    let font = "<sz val=\"11\"/><name val=\"宋体\"/><family val=\"2\"/><charset val=\"134\"/>";
    let none = "<left/><right/><top/>";
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
         <fonts count=\"3\"><font>{font}</font><font><b/>{font}</font><font><u/>{font}</font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"2\"><border>{none}<bottom/><diagonal/></border>\
         <border>{none}<bottom style=\"thin\"/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" \
         borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{}</cellXfs></styleSheet>",
        cells.len(),
        cells.concat()
    )
}

/// The words of all cells, each text once.
#[derive(Default)]
struct SharedWords {
    known: BTreeMap<String, usize>,
    in_order: Vec<String>,
    n_uses: usize,
}

impl SharedWords {
    /// The position of these words.
    fn position(&mut self, words: &str) -> usize {
        self.n_uses += 1;
        let words = fitting(words);
        if let Some(position) = self.known.get(&words) {
            return *position;
        }
        let position = self.in_order.len();
        self.known.insert(words.clone(), position);
        self.in_order.push(words);
        position
    }

    fn part(&self) -> String {
        let mut xml = format!(
            "{HEAD}<sst xmlns=\"{MAIN}\" count=\"{}\" uniqueCount=\"{}\">",
            self.n_uses,
            self.in_order.len()
        );
        for words in &self.in_order {
            xml.push_str("<si><t xml:space=\"preserve\">");
            add_escaped(&mut xml, words);
            xml.push_str("</t></si>");
        }
        xml + "</sst>"
    }
}

/// One sheet. Its elements stand in the order that the standard's schema demands.
async fn sheet_part(
    sheet: &Sheet,
    words: &mut SharedWords,
    meter: &mut Meter<'_>,
) -> Result<String, Stopped> {
    let last = column_name(sheet.columns.len().saturating_sub(1));
    let range = format!("A1:{last}{}", sheet.rows.len() + 1);
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <dimension ref=\"{range}\"/><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    );
    for (column, number) in sheet.columns.iter().zip(1..) {
        let width = column.width;
        let _ = write!(
            xml,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    let is_number = |cell: &Cell| matches!(cell, Cell::Number(_) | Cell::Share(_));
    let of_numbers = |at: usize| sheet.rows.iter().any(|row| is_number(&row[at]));
    let of_numbers: Vec<bool> = (0..sheet.columns.len()).map(of_numbers).collect();
    xml.push_str("</cols><sheetData>");
    let heads = sheet.columns.iter().map(|column| (column.title.as_str(), column.width));
    open_row(&mut xml, 1, heads);
    for (idx, column) in sheet.columns.iter().enumerate() {
        add_words(
            &mut xml,
            &place(idx, 1),
            Style::Head.aligned(of_numbers[idx]),
            words.position(&column.title),
        );
    }
    xml.push_str("</row>");
    for (row, number) in sheet.rows.iter().zip(2..) {
        if number % N_ROWS == 0 {
            meter.at(WRITTEN * number as f64 / sheet.rows.len() as f64).await?;
        }
        open_row(&mut xml, number, row.iter().zip(&sheet.columns).filter_map(wrapped));
        for (idx, cell) in row.iter().enumerate() {
            add_cell(&mut xml, &place(idx, number), cell, of_numbers[idx], words);
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    if sheet.is_table {
        let _ = write!(xml, "<autoFilter ref=\"{range}\"/>");
    }
    add_links(&mut xml, sheet);
    let _ = write!(
        xml,
        "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" \
         footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" \
         fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N\
         </oddFooter></headerFooter><ignoredErrors><ignoredError sqref=\"{range}\" \
         numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    );
    Ok(xml)
}

/// The cells whose address a browser can open, each with its place; a query alone is none.
fn links(sheet: &Sheet) -> impl Iterator<Item = (String, &str)> {
    sheet.rows.iter().zip(2..).flat_map(|(row, number)| {
        row.iter().enumerate().filter_map(move |(column, cell)| match cell {
            Cell::Link(link) if !link.starts_with('?') => Some((place(column, number), &**link)),
            _ => None,
        })
    })
}

/// Adds which cells are links; where they lead stands in [`links_part`].
fn add_links(xml: &mut String, sheet: &Sheet) {
    let mut inner = String::new();
    for ((place, _), id) in links(sheet).zip(1..) {
        let _ = write!(inner, "<hyperlink ref=\"{place}\" r:id=\"rId{id}\"/>");
    }
    if !inner.is_empty() {
        *xml += "<hyperlinks>";
        *xml += &inner;
        *xml += "</hyperlinks>";
    }
}

/// Where the links of a sheet lead; empty where it has none.
fn links_part(sheet: &Sheet) -> String {
    let mut inner = String::new();
    for ((_, link), id) in links(sheet).zip(1..) {
        let _ = write!(
            inner,
            "<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/hyperlink\" TargetMode=\"External\" \
             Target=\""
        );
        add_escaped(&mut inner, link);
        inner += "\"/>";
    }
    if inner.is_empty() {
        return inner;
    }
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>")
}

/// How high one line is, and how high a row may be, in points.
const LINE: usize = 15;
const HIGHEST: usize = 409;

/// Opens a row, high enough for the words that are wrapped in it: not every reader works the
/// height out by itself.
fn open_row<'a>(xml: &mut String, number: usize, words: impl Iterator<Item = (&'a str, u16)>) {
    let n_lines = words.map(|(words, width)| n_lines(words, width)).max().unwrap_or(1);
    let _ = write!(xml, "<row r=\"{number}\"");
    if n_lines > 1 {
        let height = (n_lines * LINE).min(HIGHEST);
        let _ = write!(xml, " ht=\"{height}\" customHeight=\"1\"");
    }
    xml.push('>');
}

/// The words of a cell and the width they are wrapped at.
fn wrapped<'a>((cell, column): (&'a Cell, &Column)) -> Option<(&'a str, u16)> {
    match cell {
        Cell::Text(words) => Some((words, column.width)),
        Cell::Empty | Cell::Number(_) | Cell::Share(_) | Cell::Date(_) | Cell::Link(_) => None,
    }
}

/// How many lines words take in a column: a Chinese sign is as wide as two digits.
fn n_lines(words: &str, width: u16) -> usize {
    let width_of = |line: &str| -> usize {
        line.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
    };
    let width = usize::from(width.saturating_sub(1)).max(2);
    words.split('\n').map(|line| width_of(line).div_ceil(width).max(1)).sum()
}

/// Adds a cell; an empty one is left out.
fn add_cell(
    xml: &mut String,
    place: &str,
    cell: &Cell,
    is_of_numbers: bool,
    words: &mut SharedWords,
) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            add_words(xml, place, Style::Text.aligned(is_of_numbers), words.position(text));
        }
        Cell::Link(words_of_link) => {
            add_words(xml, place, Style::Link, words.position(words_of_link));
        }
        Cell::Number(value) => add_number(xml, place, Style::Number, &digits(*value)),
        Cell::Share(value) => add_number(xml, place, Style::Percent, &digits(*value)),
        Cell::Date(day) => add_number(xml, place, Style::Date, &day_number(*day).to_string()),
    }
}

fn add_words(xml: &mut String, place: &str, style: Style, position: usize) {
    let style = style as u32;
    let _ = write!(xml, "<c r=\"{place}\" s=\"{style}\" t=\"s\"><v>{position}</v></c>");
}

fn add_number(xml: &mut String, place: &str, style: Style, number: &str) {
    let style = style as u32;
    let _ = write!(xml, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>");
}

fn place(column: usize, row: usize) -> String {
    format!("{}{row}", column_name(column))
}

/// The letters of a column: A to Z, AA, AB …
fn column_name(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// The count of days, from the start of the calendar, of Excel's day 0, 30 December 1899.
const DAY_ZERO: i64 = 693_900;

/// A day as Excel counts it: 1 March 1900 is 61.
fn day_number(day: model::Date) -> i64 {
    // The count of days of the proleptic Gregorian calendar, the year begun in March.
    let (year, month) = if day.month > 2 {
        (i64::from(day.year), i64::from(day.month) - 3)
    } else {
        (i64::from(day.year) - 1, i64::from(day.month) + 9)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    let days = year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(day.day);
    days - DAY_ZERO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::pace::tests::{Hurry, at_once};

    fn sheet_part(sheet: &Sheet, words: &mut SharedWords) -> String {
        let hurry = Hurry::default();
        at_once(super::sheet_part(sheet, words, &mut Meter::new(&hurry, 1, 1))).unwrap()
    }

    #[test]
    fn a_workbook_tells_which_sheet_is_being_written_and_stops_when_nobody_wants_it() {
        let sheets = ["甲", "乙"].map(|title| {
            let mut sheet = Sheet::new(title.to_owned(), 100);
            sheet.add_column("列", 8, &|at| Cell::Number(at as f64));
            sheet
        });
        let hurry = Hurry::default();
        let bytes = at_once(workbook(&sheets, &hurry)).unwrap();
        assert_eq!(bytes[..2], *b"PK");
        let told = hurry.told.borrow();
        let mut steps: Vec<_> = told.iter().map(|step| (step.nth, &*step.title)).collect();
        steps.dedup();
        assert_eq!(steps, [(0, ""), (1, "甲"), (2, "乙"), (3, "")]);
        assert!(told.iter().all(|step| step.n == 2));
        assert!(told.is_sorted_by(|one, next| one.share <= next.share), "it never goes back");
        let impatient = Hurry { stops_at: Some(2), ..Hurry::default() };
        assert_eq!(at_once(workbook(&sheets, &impatient)), Err(Stopped));
        assert_eq!(impatient.told.borrow().last().map(|step| step.nth), Some(2));
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(column_name),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn days_are_counted_as_a_spreadsheet_counts_them() {
        let count = |year, month, day| day_number(model::Date::new(year, month, day).unwrap());
        assert_eq!(count(1900, 3, 1), 61);
        assert_eq!(count(2000, 1, 1), 36_526);
        assert_eq!(count(2024, 2, 29), 45_351);
        assert_eq!(count(2024, 12, 31), 45_657);
    }

    #[test]
    fn sheets_have_names_that_a_spreadsheet_allows() {
        let sheet = |title: &str| Sheet::new(title.to_owned(), 0);
        let names = sheet_names(&[sheet("任务/进度"), sheet("任务进度"), sheet("[]")]);
        assert_eq!(names, ["任务进度", "任务进度2", "2"]);
    }

    #[test]
    fn words_among_numbers_end_where_the_numbers_do() {
        let mut sheet = Sheet::new("表".to_owned(), 2);
        let cells = [Cell::Number(12.0), Cell::text("/")];
        sheet.add_column("区", 8, &|at| cells[at].clone());
        let xml = sheet_part(&sheet, &mut SharedWords::default());
        assert!(xml.contains("<c r=\"A1\" s=\"7\""), "{xml}");
        assert!(xml.contains("<c r=\"A3\" s=\"8\" t=\"s\">"), "{xml}");
    }

    #[test]
    fn an_address_is_a_link_and_a_query_alone_is_words() {
        let mut sheet = Sheet::new("表".to_owned(), 2);
        let links = ["https://a.cn/?v=tasks&t=1", "?v=tasks&t=2"];
        sheet.add_column("链接", 8, &|at| Cell::Link(links[at].to_owned()));
        let xml = sheet_part(&sheet, &mut SharedWords::default());
        let expected = "<hyperlinks><hyperlink ref=\"A2\" r:id=\"rId1\"/></hyperlinks>";
        assert!(xml.contains(expected), "{xml}");
        let part = links_part(&sheet);
        assert!(part.contains("Target=\"https://a.cn/?v=tasks&amp;t=1\"/>"), "{part}");
        assert!(!part.contains("rId2"));
        assert_eq!(links_part(&Sheet::new("表".to_owned(), 0)), "");
    }

    #[test]
    fn a_row_is_as_high_as_its_wrapped_words() {
        assert_eq!(n_lines("", 10), 1);
        assert_eq!(n_lines("123456789", 10), 1);
        assert_eq!(n_lines("一二三四五", 10), 2);
        assert_eq!(n_lines("a\nb", 10), 2);
    }

    #[test]
    fn words_that_look_like_a_number_stay_words() {
        let mut sheet = Sheet::new("表".to_owned(), 1);
        for cell in [Cell::text("007"), Cell::Number(-7.5), Cell::Share(0.425)] {
            sheet.add_column("列", 8, &|_| cell.clone());
        }
        let mut words = SharedWords::default();
        let xml = sheet_part(&sheet, &mut words);
        assert!(xml.contains("<c r=\"A2\" s=\"2\" t=\"s\"><v>1</v></c>"), "{xml}");
        assert!(xml.contains("<c r=\"B2\" s=\"3\"><v>-7.5</v></c>"), "{xml}");
        assert!(xml.contains("<c r=\"C2\" s=\"4\"><v>0.425</v></c>"), "{xml}");
        assert!(words.part().contains("<t xml:space=\"preserve\">007</t>"));
        assert!(words.part().contains("count=\"4\" uniqueCount=\"2\""));
    }
}
