//! Rows of cells to rows of tasks, for every layout whose columns can be seen.
//!
//! Empty cells are merged cells: what stands above is carried down and marked as carried.

use model::{DiagnosticKind, Horizon, Passage, Span};

use crate::{
    columns::{
        ColumnRole, Columns, is_column_name, is_number_name, is_region, is_total, known_role,
    },
    numerals::{
        MOST_OF_HEADING, chinese_numeral, decimal_digit, is_group_heading, is_part_number,
        item_number, list_number,
    },
    raw::{Note, RawRow, RawSection, RawUnits, UnitColumn},
    targets::{is_unit, read_targets},
    value::{CellValue, read_cell},
};

/// A row of cells as it stands in the source.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellRow {
    /// The cells, from left to right, empty ones included.
    pub(crate) cells: Vec<Passage>,
    /// The whole row.
    pub(crate) span: Span,
}

impl CellRow {
    /// Whether its cells print the same words, and any: a header that a page repeats.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let words = |row: &Self| -> Vec<String> {
            row.cells.iter().map(|cell| cell.text.clone()).collect()
        };
        words(self) == words(other) && self.cells.iter().any(|cell| !cell.is_empty())
    }
}

/// Splits the rows between two headings into header and body, and reads the body.
///
/// `None` where the rows hold no list: no header, and nothing that looks like one.
pub(crate) fn read_table(rows: &[CellRow], titles: Vec<Passage>) -> Option<RawSection> {
    let (columns, n_header) = header(rows).or_else(|| {
        let cells: Vec<_> = rows.iter().map(|row| row.cells.clone()).collect();
        let columns = Columns::from_rows(&cells)?;
        columns.has(ColumnRole::Number).then_some((columns, 0))
    })?;
    let header = rows[..n_header].iter().map(|row| row.span).reduce(Span::cover);
    let (headers, below) = rows.split_at(n_header);
    let (repeated, rows): (Vec<_>, Vec<_>) =
        below.iter().partition(|row| headers.iter().any(|header| header.says_the_same(row)));
    let mut body = Body { columns: &columns, rows: Vec::new(), group: None };
    rows.into_iter().filter(|row| !is_colophon(row)).for_each(|row| body.push(row));
    let mut rows_read = body.rows;
    join_totals(&columns, &mut rows_read);
    let end = rows_read.last().map_or(0, |row| row.span.end);
    Some(RawSection {
        titles,
        furniture: repeated.iter().map(|row| row.span).collect(),
        has_status: columns.has(ColumnRole::Status),
        columns: columns.value_names.iter().cloned().map(Some).collect(),
        header,
        rows: rows_read,
        end,
    })
}

fn opens(cell: &Passage) -> bool {
    is_number_name(&cell.text)
}

/// Whether a row opens a header.
pub(crate) fn opens_header(row: &CellRow) -> bool {
    let mut names = row.cells.iter().filter(|cell| !cell.is_empty());
    let Some(first) = names.next() else { return false };
    // 责任单位 | 序号 | 工作任务.
    let is_behind = || is_column_name(&first.text) && names.clone().take(2).any(opens);
    let is_name = |cell: &&Passage| is_column_name(&cell.text) || is_region(&cell.text);
    let n_names = names.clone().filter(is_name).count();
    opens(first)
        || (is_behind() && n_names * 2 > names.clone().count())
        || names_columns(&row.cells)
}

/// Whether a row names columns without one of numbers: 类别 | 具体任务 | 责任部门.
fn names_columns(cells: &[Passage]) -> bool {
    let mut names = cells.iter().filter(|cell| !cell.is_empty()).map(|cell| &*cell.text);
    let is_text = |name: &str| known_role(name) == Some(ColumnRole::Text);
    let is_units = |name: &str| matches!(known_role(name), Some(ColumnRole::Units(_)));
    names.clone().count() >= 3
        && names.clone().next().is_some_and(is_column_name)
        && names.clone().any(is_text)
        && names.any(is_units)
}

/// Whether a row stands below the list: a note, who gets copies, who printed it.
pub(crate) fn is_colophon(row: &CellRow) -> bool {
    let words = row.cells.iter().find(|cell| !cell.is_empty());
    words.is_none_or(|cell| {
        // 合计 | 100: what the rows above add up to.
        matches!(&*cell.text, "合计" | "总计" | "小计")
            || cell.text.starts_with("抄送")
            || cell.text.ends_with("印发")
            || is_note(&cell.text)
    })
}

/// Whether words are a note on a table: 注：….
pub(crate) fn is_note(words: &str) -> bool {
    let rest = ["备注", "注", "说明"].iter().find_map(|word| words.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// The columns that the first rows name, and how many rows name them.
fn header(rows: &[CellRow]) -> Option<(Columns, usize)> {
    let first = rows.first().filter(|row| opens_header(row))?;
    let second = rows.get(1).filter(|row| is_second_header(row));
    let names = match second {
        Some(second) => merge_headers(&first.cells, &second.cells),
        None => first.cells.clone(),
    };
    let n_header = if second.is_some() { 2 } else { 1 };
    let below: Vec<_> = rows[n_header..]
        .iter()
        .filter(|row| row.cells.len() == names.len())
        .map(|row| &*row.cells)
        .collect();
    Some((Columns::from_header(&names, &below), n_header))
}

/// Whether a row goes on naming columns: no number, and only names of columns and places. Beside
/// at least two of these, a short word (南湖) is the name of a place too.
fn is_second_header(row: &CellRow) -> bool {
    let is_name = |cell: &&Passage| {
        is_column_name(&cell.text) || is_total(&cell.text) || is_region(&cell.text)
    };
    let may_be_place = |cell: &&Passage| {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        (2..=4).contains(&cell.text.chars().count()) && cell.text.chars().all(is_han)
    };
    let printed = || row.cells.iter().filter(|cell| !cell.is_empty());
    let n_names = printed().filter(is_name).count();
    let is_unnumbered = row.cells.first().is_some_and(Passage::is_empty);
    row.cells.first().is_some_and(|cell| list_number(&cell.text).is_none())
        && n_names >= 2
        && printed().all(|cell| is_name(&cell) || (is_unnumbered && may_be_place(&cell)))
}

/// Two header rows as one: the lower names the columns, the upper those it leaves empty.
///
/// An upper cell that spans several columns (任务分解) names none of them.
fn merge_headers(upper: &[Passage], lower: &[Passage]) -> Vec<Passage> {
    let n_left = lower.iter().take_while(|cell| cell.is_empty()).count();
    let n_right = lower.iter().rev().take_while(|cell| cell.is_empty()).count();
    let mut names = lower.to_vec();
    let n_names = names.len();
    let n_left = n_left.min(upper.len()).min(n_names);
    names[..n_left].clone_from_slice(&upper[..n_left]);
    for at in 0..n_right.min(upper.len()).min(n_names) {
        names[n_names - 1 - at] = upper[upper.len() - 1 - at].clone();
    }
    names
}

/// The rows read so far, for carrying merged cells down.
struct Body<'a> {
    columns: &'a Columns,
    rows: Vec<RawRow>,
    /// The heading that stands in a row of its own above.
    group: Option<Passage>,
}

impl Body<'_> {
    fn push(&mut self, row: &CellRow) {
        let mut read = RawRow { span: row.span, ..RawRow::default() };
        if let Some(heading) = group_heading(self.columns, row) {
            self.group = Some(heading);
            return;
        }
        let cells = Aligned::new(self.columns, row, &mut read.notes);
        for (role, cell) in cells.named {
            place(&mut read, role, cell);
        }
        if !self.columns.has(ColumnRole::Number) {
            take_number(&mut read);
        }
        add_goal(&mut read);
        if let Some(group) = self.group.as_ref().filter(|_| read.heading.is_none()) {
            read.heading = Some(group.clone());
            read.is_heading_carried = true;
        }
        let label = cells.sub_label.filter(|label| !label.is_empty());
        read.sub_label = label.or(read.sub_label);
        read.values = cells.values;
        self.carry(&mut read);
        self.rows.push(read);
    }

    /// Fills what merged cells left empty from the row above.
    fn carry(&self, row: &mut RawRow) {
        let Some(above) = self.rows.last() else { return };
        if row.heading.is_none() && above.heading.is_some() && self.columns.has(ColumnRole::Heading)
        {
            row.heading.clone_from(&above.heading);
            row.is_heading_carried = true;
        }
        if row.text.is_empty() {
            row.text = above.text.clone();
            row.is_text_carried = true;
        }
        // A row that names helpers alone has its lead in the merged cell above; one that names
        // a lead and no helpers has none. Beside a column of leads, any other names helpers.
        let has_leads = self.columns.has(ColumnRole::Units(UnitColumn::Lead));
        let helps = |units: &RawUnits| match units.column {
            UnitColumn::Support => true,
            UnitColumn::Any => has_leads,
            UnitColumn::Lead => false,
        };
        if row.units.iter().all(helps) {
            let is_wanted = |units: &&RawUnits| row.units.is_empty() || !helps(units);
            let carried: Vec<_> = above.units.iter().filter(is_wanted).cloned().collect();
            row.is_units_carried = !carried.is_empty();
            row.units.splice(0..0, carried);
        }
    }
}

/// The heading that a row of its own prints above others: `二、提升城市功能` across the table, or
/// `二` beside it where numbers are Arabic.
fn group_heading(columns: &Columns, row: &CellRow) -> Option<Passage> {
    let printed: Vec<_> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    match printed[..] {
        [only] if columns.roles.len() > 2 && is_group_heading(&only.text) => Some(only.clone()),
        [numeral, words]
            if columns.roles.len() > 3
                && chinese_numeral(numeral.text.trim_end_matches(['、', '.'])).is_some()
                && words.text.chars().count() <= MOST_OF_HEADING
                && !words.text.contains('。') =>
        {
            let mut heading = numeral.clone();
            heading.text.push_str(&words.text);
            heading.pieces.extend_from_slice(&words.pieces);
            Some(heading)
        }
        _ => None,
    }
}

/// Puts what all places are to reach behind the names of indicators: where most texts print no
/// quantity, 全市 holds the goal.
fn join_totals(columns: &Columns, rows: &mut [RawRow]) {
    let total = columns.value_names.iter().position(|name| is_total(&name.text));
    let Some(total) = total.filter(|_| columns.has(ColumnRole::Measure)) else { return };
    let is_indicator = |row: &RawRow| {
        !row.text.is_empty() && read_targets(&row.text, 0, Horizon::Annual).is_empty()
    };
    let n_indicators = rows.iter().filter(|row| is_indicator(row)).count();
    if n_indicators * 3 < rows.len() * 2 {
        return;
    }
    for row in rows.iter_mut().filter(|row| is_indicator(row)) {
        row.goal =
            row.values.get(total).filter(|cell| read_cell(&cell.text) != CellValue::Words).cloned();
        add_goal(row);
    }
}

/// Takes a number off the text, where no column holds it: （1）城镇新增就业….
fn take_number(row: &mut RawRow) {
    if let Some((_, len)) = item_number(&row.text.text) {
        row.number = Some(row.text.slice(0, len));
        row.text = row.text.slice(len, row.text.text.len());
    }
}

/// Puts a cell where its column says.
fn place(row: &mut RawRow, role: ColumnRole, cell: Passage) {
    if cell.is_empty() {
        return;
    }
    match role {
        ColumnRole::Number if list_number(&cell.text).is_some() || is_part_number(&cell.text) => {
            row.number = Some(cell);
        }
        ColumnRole::Number => row.notes.push(Note::on(DiagnosticKind::ExtraWords, &cell, row.span)),
        ColumnRole::Heading => row.heading = Some(cell),
        ColumnRole::Text if is_placeholder(&cell) => {}
        ColumnRole::Text => row.text = cell,
        ColumnRole::Label => row.sub_label = Some(cell),
        ColumnRole::Goal => row.goal = Some(cell),
        ColumnRole::Measure => match labelled_measure(&cell) {
            Some((label, measure)) => {
                (row.sub_label, row.measure) = (Some(label), Some(measure));
            }
            None => row.measure = Some(cell),
        },
        ColumnRole::Status => row.status = Some(cell),
        ColumnRole::Units(column) => row.units.push(RawUnits { cell, column }),
        // 完成时限, 责任领导: kept with the row's words and reported, not read.
        ColumnRole::Person | ColumnRole::Time | ColumnRole::Money | ColumnRole::Other => {
            row.notes.push(Note::on(DiagnosticKind::UnreadColumn, &cell, row.span));
        }
        ColumnRole::Value => {}
    }
}

/// The label of a row and what it is counted in, where one cell says both: 学校（所）.
fn labelled_measure(cell: &Passage) -> Option<(Passage, Passage)> {
    let bare = cell.text.strip_suffix(['）', ')'])?;
    let open = bare.rfind(['（', '('])?;
    let inside = open + bare[open..].chars().next().map_or(0, char::len_utf8);
    let is_said = open > 0 && is_unit(&bare[inside..]) && !is_unit(&bare[..open]);
    is_said.then(|| (cell.slice(0, open), cell.slice(inside, bare.len())))
}

/// Whether a cell of words says that there are none: —, /.
fn is_placeholder(cell: &Passage) -> bool {
    matches!(cell.text.as_str(), "/" | "／" | "-" | "—" | "——" | "－" | "无")
}

/// Puts a goal behind the text, and what it is counted in behind its number where that has no unit:
/// 6.5左右 under % is 6.5%左右.
pub(crate) fn add_goal(row: &mut RawRow) {
    let Some(goal) = row.goal.take().filter(|goal| !is_placeholder(goal)) else { return };
    let is_digit = |c: char| decimal_digit(c).is_some() || c == '.';
    let end = goal
        .text
        .rfind(is_digit)
        .map_or(0, |at| at + goal.text[at..].chars().next().map_or(0, char::len_utf8));
    // 1.2万 of 亩.
    let scale = ["万亿", "万", "亿"].iter().find(|scale| goal.text[end..].starts_with(**scale));
    let end = end + scale.map_or(0, |scale| scale.len());
    let behind = &goal.text[end..];
    let is_bare = end > 0 && ["", "以上", "以下", "左右", "以内", "上下"].contains(&behind);
    let measure = row.measure.clone().filter(|_| is_bare);
    let (number, bound) = (goal.slice(0, end), goal.slice(end, goal.text.len()));
    for words in core::iter::once(number).chain(measure).chain([bound]) {
        row.text.text.push_str(&words.text);
        row.text.pieces.extend(words.pieces);
    }
}

/// The cells of one row under their columns.
struct Aligned {
    named: Vec<(ColumnRole, Passage)>,
    sub_label: Option<Passage>,
    values: Vec<Passage>,
}

impl Aligned {
    /// Lines a row up from both ends, since only the cells in the middle are ever merged.
    ///
    /// One cell more than columns is a label that parts the text; one cell in place of all
    /// values is merged across them.
    fn new(columns: &Columns, row: &CellRow, notes: &mut Vec<Note>) -> Self {
        let (n_before, n_values, n_behind) = columns.shape();
        let cells = &row.cells;
        if n_values == 0 {
            let named = columns.roles.iter().copied().zip(cells.iter().cloned()).collect();
            let rest = cells.iter().skip(columns.roles.len()).filter(|cell| !cell.is_empty());
            notes.extend(rest.map(|cell| Note::on(DiagnosticKind::ExtraWords, cell, row.span)));
            return Self { named, sub_label: None, values: Vec::new() };
        }
        let n_behind = n_behind.min(cells.len().saturating_sub(n_before));
        let n_middle = cells.len().saturating_sub(n_before + n_behind);
        let (left, rest) = cells.split_at(n_before.min(cells.len()));
        let (middle, right) = rest.split_at(n_middle);
        let mut left = left.to_vec();
        let (sub_label, values) = if n_middle == n_values + 1 {
            let mut label = middle[0].clone();
            // A label stands before what its row is counted in.
            let is_measured = columns.roles[..n_before].last() == Some(&ColumnRole::Measure);
            if let Some(measure) = left.last_mut().filter(|_| is_measured) {
                core::mem::swap(measure, &mut label);
            }
            (Some(label), &middle[1..])
        } else {
            (None, middle)
        };
        if !values.is_empty() && values.len() != n_values {
            let words =
                values.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
            notes.push(Note { kind: DiagnosticKind::MergedColumns, span: row.span, detail: words });
        }
        let (before, behind) =
            (&columns.roles[..n_before], &columns.roles[columns.roles.len() - n_behind..]);
        let named = before.iter().chain(behind).copied().zip(left.iter().chain(right).cloned());
        Self { named: named.collect(), sub_label, values: values.to_vec() }
    }
}
