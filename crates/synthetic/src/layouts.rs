//! The four ways in which documents are printed, as the texts of real ones come.

use std::fmt::Write as _;

use crate::{
    Written,
    places::{Place, Province},
    random::Dice,
    tasks::{self, Scene, Task},
    words::FIELDS,
};

/// How a document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One cell a line behind a tab.
    Tabbed,
    /// One cell a paragraph.
    Flat,
    /// A row a line, cells parted by bars.
    Pipes,
    /// Numbered text closed by 责任单位：.
    Running,
}

impl Layout {
    /// Cities print tables, counties text or rows with what has been done.
    pub(crate) fn of(place: &Place, year: u16) -> Self {
        match (place.is_city(), (place.at + usize::from(year)) % 3) {
            (true, 0) => Self::Flat,
            (true, _) => Self::Tabbed,
            (false, 0) => Self::Pipes,
            (false, _) => Self::Running,
        }
    }
}

/// The text of one document with `n` tasks.
pub(crate) fn print(
    province: &Province,
    place: &Place,
    year: u16,
    n: usize,
    seed: u64,
    written: &mut Written,
) -> String {
    let layout = Layout::of(place, year);
    let (comma, own) = match layout {
        Layout::Tabbed | Layout::Flat => ("，", place.own),
        Layout::Running => (",", place.own),
        Layout::Pipes => (",", ""),
    };
    let scene = Scene { place, year, seed, comma, own };
    let mut text = String::new();
    match layout {
        Layout::Pipes => {
            written.n_reported += n;
            pipes(&mut text, scene, n);
        }
        Layout::Running => {
            front(&mut text, scene);
            running(&mut text, scene, n);
        }
        Layout::Tabbed | Layout::Flat => {
            front(&mut text, scene);
            let n_projects = n * 3 / 10;
            let table =
                Table { is_flat: layout == Layout::Flat, columns: &province.columns(place.at) };
            table.lists(&mut text, scene, n - n_projects);
            table.projects(&mut text, scene, n_projects);
            written.n_allocated += n_projects;
        }
    }
    text
}

/// Number, title, addressees, signature and date.
fn front(text: &mut String, Scene { place, year, .. }: Scene<'_>) {
    let issuer = format!("{}人民政府办公室", place.name);
    let short: String = place.name.chars().take(1).collect();
    let own = place.own;
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "{short}政办发〔{year}〕{}号\n\n\n{issuer}\n\n关于印发{year}年政府工作报告重点工作和\n\n\
         {own}政府民生实事项目责任分解的通知\n\n各有关单位：\n\
         《{year}年政府工作报告重点工作责任分解》已经{own}政府同意，现印发给你们，请认真抓好落实。\n\
         各牵头单位要切实承担牵头抓总责任，各相关单位要主动作为、协同推进。\n\
         {:30}{issuer}\n\n{year}年{}月{}日\n\n    （此件公开发布）\n\n",
        place.at % 60 + 3,
        "",
        place.at % 3 + 2,
        place.at % 27 + 1,
    );
}

/// Tables, one cell a line or one a paragraph.
struct Table<'a> {
    is_flat: bool,
    columns: &'a [String],
}

impl Table<'_> {
    fn row(&self, text: &mut String, cells: &[&str]) {
        for cell in cells.iter().filter(|cell| !(self.is_flat && cell.is_empty())) {
            let _ =
                if self.is_flat { write!(text, "{cell}\n\n") } else { writeln!(text, "\t{cell}") };
        }
        text.push('\n');
        if self.is_flat {
            text.pop();
        }
    }

    /// The aims of five years, where they begin, and those of the year.
    fn lists(&self, text: &mut String, scene: Scene<'_>, n: usize) {
        let year = scene.year;
        let _ = write!(text, "{year}年政府工作报告重点工作责任分解\n\n");
        let n_long = if year % 5 == 1 { n / 5 } else { 0 };
        if n_long > 0 {
            text.push_str("一、未来五年主要工作任务\n\n");
            let longer = Scene { year: year + 5, ..scene };
            self.list(text, &tasks::list(longer, n_long));
            let _ = write!(text, "二、{year}年主要工作任务\n\n");
        }
        self.list(text, &tasks::list(scene, n - n_long));
    }

    fn list(&self, text: &mut String, tasks: &[Task]) {
        self.row(text, &["序号", "主 要 工 作 任 务", "责任单位"]);
        for (task, number) in tasks.iter().zip(1..) {
            let units = marked(task, "*");
            self.row(text, &[&number.to_string(), &task.text, &units]);
        }
        text.push('\n');
    }

    /// The livelihood projects with the share of each district.
    fn projects(&self, text: &mut String, scene: Scene<'_>, n: usize) {
        let _ = write!(text, "{}年市政府民生实事项目责任分解\n\n", scene.year);
        let mut header = vec!["序号", "目标任务", "全市"];
        header.extend(self.columns.iter().map(String::as_str));
        header.push("牵头单位");
        self.row(text, &header);
        for (task, at) in tasks::projects(scene, n).iter().zip(0..) {
            let Some(figure) = &task.figure else { continue };
            let (total, shares) = shares(scene, figure.value, self.columns.len(), at);
            let lead = task.leads.first().map_or("", String::as_str);
            let number = (at + 1).to_string();
            let words = figure.printed();
            let mut row = vec![number.as_str(), &words, &total];
            row.extend(shares.iter().map(String::as_str));
            row.push(lead);
            self.row(text, &row);
        }
    }
}

/// The total of a row and the share of each column; one row in forty does not add up.
fn shares(scene: Scene<'_>, total: u32, n: usize, at: usize) -> (String, Vec<String>) {
    let place = [9, scene.place.at as u64, at as u64, u64::from(scene.year)];
    let mut dice = Dice::new(scene.seed, &place);
    let weights: Vec<u32> =
        (0..n).map(|_| if dice.is_in(12) { 0 } else { 3 + dice.below(9) as u32 }).collect();
    let whole = weights.iter().sum::<u32>().max(1);
    let mut shares: Vec<u32> = weights.iter().map(|weight| total * weight / whole).collect();
    let rest = total - shares.iter().sum::<u32>();
    shares[0] += rest;
    let printed = if dice.is_in(3) { total + 1 + dice.below(5) as u32 } else { total };
    let cell = |share: &u32| if *share == 0 { "/".to_owned() } else { share.to_string() };
    (printed.to_string(), shares.iter().map(cell).collect())
}

/// Rows of bars with what has been done.
fn pipes(text: &mut String, scene: Scene<'_>, n: usize) {
    text.push_str("序号 | 主 要 工 作 任 务 | 完 成 情 况 | 牵头单位 |\n");
    for (task, at) in tasks::list(scene, n).iter().zip(0..) {
        let status = tasks::status(scene, task, at);
        let _ = writeln!(text, "{} | {} | {status} | {} |", at + 1, task.text, marked(task, "★"));
    }
}

/// Numbered text under the heading of each field.
fn running(text: &mut String, scene: Scene<'_>, n: usize) {
    const NUMERALS: [&str; 16] = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
        "十五", "十六",
    ];
    let _ = write!(text, "{}年政府工作报告重点工作责任分解\n\n", scene.year);
    let list = tasks::list(scene, n);
    let of_fields = list.chunk_by(|one, other| one.field == other.field);
    let mut is_first = true;
    for (tasks, numeral) in of_fields.zip(NUMERALS) {
        let _ = writeln!(text, "{numeral}、{}", FIELDS[tasks[0].field].name);
        for (task, number) in tasks.iter().zip(1..) {
            let units: Vec<&str> =
                task.leads.iter().take(1).chain(&task.helpers).map(String::as_str).collect();
            let note = if is_first { "(首位单位为牵头单位，下同)" } else { "" };
            is_first = false;
            let (first, rest) = units.split_first().unwrap_or((&"", &[]));
            let _ = write!(text, "{number}.{}\n责任单位：{first}{note}", task.text);
            for unit in rest {
                let _ = write!(text, "、{unit}");
            }
            text.push('\n');
        }
    }
}

/// The units of a task, the leads marked where others stand beside them.
fn marked(task: &Task, mark: &str) -> String {
    let mark = if task.helpers.is_empty() && task.leads.len() == 1 { "" } else { mark };
    let leads = task.leads.iter().map(|unit| format!("{mark}{unit}"));
    leads.chain(task.helpers.iter().cloned()).collect::<Vec<_>>().join("、")
}
