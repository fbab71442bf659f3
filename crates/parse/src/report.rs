//! What was understood, as a page that a person can hold beside the source.
//!
//! One line a value: what it is, the value as read, where it stands (line and bytes), and the
//! words that stand there. `ybz parse` prints it; the snapshots keep it.

use core::fmt::Write as _;

use model::{
    Allocation, Bound, Direction, Document, DocumentIdx, Ledger, Passage, Progress, Role, Span,
    Target, TargetRole, Task,
};

/// Prints one document of a ledger.
///
/// The page begins with the document's own facts, then each section's tasks in order, then the
/// diagnostics that concern no single task.
pub fn report(ledger: &Ledger, document: DocumentIdx) -> String {
    let doc = &ledger.documents[document as usize];
    let mut page =
        Page { ledger, lines: LineIndex::new(&doc.source), document: doc, text: String::new() };
    page.front();
    for (at, task) in ledger.tasks.iter().enumerate().filter(|(_, task)| task.document == document)
    {
        page.task(at as u32, task);
    }
    page.loose_diagnostics(document);
    page.text
}

struct Page<'a> {
    ledger: &'a Ledger,
    document: &'a Document,
    lines: LineIndex,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, label: &str, value: &str, place: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.text,
            "{label:<10}{value}{}{place}",
            if place.is_empty() { "" } else { "   @" }
        );
    }

    fn front(&mut self) {
        let doc = self.document;
        let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        let region = &self.ledger.regions[doc.region as usize].name;
        self.line("document", &doc.key, "");
        self.line("title", &or_none(&doc.title), "");
        self.line("issuer", &or_none(&doc.issuer), "");
        self.line("number", &or_none(&doc.number), "");
        let dates = [doc.date_written, doc.date_published];
        let dates = dates.map(|date| date.map_or_else(|| "–".to_owned(), |date| date.to_string()));
        self.line("dates", &format!("written {}, published {}", dates[0], dates[1]), "");
        self.line("place", &format!("{region}, {}, {}", doc.level.code(), doc.year), "");
        for section in &doc.sections {
            let title = section.title.as_deref().unwrap_or("–");
            let counts = format!(
                "{}: {} numbers, {} tasks",
                section.kind.code(),
                section.n_numbers,
                section.n_tasks
            );
            self.line("section", &format!("{counts}   「{title}」"), "");
        }
    }

    fn task(&mut self, at: u32, task: &Task) {
        self.text.push('\n');
        let place = self.place(task.span);
        self.line("task", &task.id, &place);
        let number = task.number.as_deref().unwrap_or("none printed");
        self.line("  number", number, "");
        if let Some(heading) = &task.heading {
            self.passage("  heading", heading, task.heading_carried);
        }
        self.passage("  text", &task.text, task.text_carried);
        if let Some(label) = &task.sub_label {
            self.passage("  part", label, false);
        }
        self.units(task);
        if let Some(status) = &task.status {
            self.passage("  status", status, false);
        }
        if let Some(theme) = &task.theme {
            self.line(
                "  theme",
                &format!("{} ({})", theme.theme.code(), theme.evidence.join("、")),
                "",
            );
        }
        for target in self.ledger.targets.iter().filter(|target| target.task == at) {
            self.target(target);
        }
        for row in self.ledger.progress.iter().filter(|row| row.task == at) {
            self.progress(row);
        }
        for allocation in &task.allocations {
            self.allocation(allocation);
        }
        for diagnostic in
            self.ledger.diagnostics.iter().filter(|diagnostic| diagnostic.task == Some(at))
        {
            let place = self.place(diagnostic.span);
            self.line(
                "  !",
                &format!("{} 「{}」", diagnostic.kind.code(), diagnostic.detail),
                &place,
            );
        }
    }

    fn passage(&mut self, label: &str, passage: &Passage, is_carried: bool) {
        let carried = if is_carried { "   carried down" } else { "" };
        let place = passage.span().map_or_else(String::new, |span| self.place(span));
        self.line(label, &format!("「{}」{carried}", passage.text), &place);
    }

    fn units(&mut self, task: &Task) {
        let rule = task.lead_rule.map_or("none named", |rule| rule.code());
        let carried = if task.lead_carried { ", carried down" } else { "" };
        for mention in &task.mentions {
            let name = &self.ledger.departments[mention.department as usize].name;
            let label = if mention.role == Role::Lead { "  lead" } else { "  support" };
            let place = mention.spans.iter().copied().reduce(Span::cover);
            let place = place.map_or_else(String::new, |span| self.place(span));
            self.line(label, &format!("{name}   「{}」 {rule}{carried}", mention.printed), &place);
        }
        if task.mentions.is_empty() {
            self.line("  lead", rule, "");
        }
    }

    fn target(&mut self, target: &Target) {
        let max = target.value_max.map_or_else(String::new, |max| format!("–{max}"));
        let unit = target.unit.as_deref().unwrap_or_default();
        let mut kind = target.kind.code().to_owned();
        for more in [target.direction.map(Direction::code), Some(target.horizon.code())]
            .into_iter()
            .flatten()
        {
            kind = format!("{kind} {more}");
        }
        let label = if target.role == TargetRole::Target { "  target" } else { "  where" };
        let value = format!("{}{}{max}{unit} {kind}", target.bound.sign(), target.value);
        let place = target.printed.span().map_or_else(String::new, |span| self.place(span));
        self.line(
            label,
            &format!("{} {value}   「{}」", target.indicator, target.printed.text),
            &place,
        );
    }

    fn progress(&mut self, row: &Progress) {
        let value = row.achieved.as_ref().map_or_else(
            || "no figure".to_owned(),
            |achieved| {
                format!("{}{}", achieved.value, achieved.unit.as_deref().unwrap_or_default())
            },
        );
        let period = row.period.as_ref().map_or_else(String::new, |period| {
            let inferred = if period.is_inferred { " inferred" } else { "" };
            let printed = &period.printed.text;
            let printed = if printed.is_empty() { "no time named" } else { printed };
            format!(" {printed}, month {}{inferred},", period.end_month)
        });
        let ratio = row.ratio.map_or_else(String::new, |ratio| format!(" {:.1}%", ratio * 100.0));
        let claim = row.claim.as_ref();
        let claim = claim.map_or_else(String::new, |claim| format!(" claim 「{}」", claim.text));
        let state = format!("{} ({}){claim}", row.state.code(), row.rule.code());
        let place = row.printed.span().map_or_else(String::new, |span| self.place(span));
        let words = format!("{value}{period} {}{ratio} {state}", row.basis.code());
        self.line(
            "  reached",
            &format!("{} {words}   「{}」", row.indicator, row.printed.text),
            &place,
        );
    }

    fn allocation(&mut self, allocation: &Allocation) {
        let name = if allocation.is_total {
            "total"
        } else {
            &self.ledger.regions[allocation.region as usize].name
        };
        let inferred = if allocation.region_inferred { " (column inferred)" } else { "" };
        let value = allocation.reading.as_ref().map_or_else(
            || if allocation.is_none() { "no share".to_owned() } else { "no number".to_owned() },
            |reading| {
                let bound = if reading.bound == Bound::Exactly { "" } else { reading.bound.sign() };
                format!("{bound}{}{}", reading.value, reading.unit.as_deref().unwrap_or_default())
            },
        );
        let place = allocation.printed.span().map_or_else(String::new, |span| self.place(span));
        self.line(
            "  share",
            &format!("{name}{inferred} {value}   「{}」", allocation.printed.text),
            &place,
        );
    }

    fn loose_diagnostics(&mut self, document: DocumentIdx) {
        let loose =
            self.ledger.diagnostics.iter().filter(|d| d.document == document && d.task.is_none());
        for diagnostic in loose {
            let place = self.place(diagnostic.span);
            self.line(
                "!",
                &format!("{} 「{}」", diagnostic.kind.code(), diagnostic.detail),
                &place,
            );
        }
    }

    fn place(&self, span: Span) -> String {
        format!("line {}, {}..{}", self.lines.line_of(span.start), span.start, span.end)
    }
}

/// Where each line of a text starts.
struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    fn new(source: &str) -> Self {
        let breaks = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: core::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect() }
    }

    /// The line of a byte, from 1.
    fn line_of(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}
