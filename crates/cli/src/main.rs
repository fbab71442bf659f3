//! The command of 一本账 in a terminal: `ybz parse` shows what was understood of a document,
//! `ybz export` writes the files of the data contract.

#![expect(clippy::print_stderr, reason = "a command speaks through its streams")]
#![cfg_attr(test, expect(clippy::print_stdout, reason = "a test says what it counted"))]

mod export;
mod input;
mod messages;
mod pairs;
mod rows;

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};
use model::Ledger;

/// Read government work lists: tasks, who leads them, and every region's share.
#[derive(Debug, Parser)]
#[command(name = "ybz", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what was understood: each value beside the words it was read from.
    Parse {
        /// Documents to read; the bundled ones where none is named.
        files: Vec<PathBuf>,
        #[command(flatten)]
        hints: input::HintArguments,
    },
    /// Write what was understood as files, one a table.
    Export {
        /// The form of the files.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// The folder to write into; made where it is missing.
        #[arg(long)]
        out: PathBuf,
        /// Documents to read; the bundled ones where none is named.
        files: Vec<PathBuf>,
        #[command(flatten)]
        hints: input::HintArguments,
    },
    /// List what `indicators.toml` may lack: quantities of different documents that read alike
    /// and stand in no series. For the person who edits the file; no links.
    Candidates {
        /// How alike, 0 to 1.
        #[arg(long, default_value_t = 0.5)]
        least: f64,
        /// Documents to read; the bundled ones where none is named.
        files: Vec<PathBuf>,
        #[command(flatten)]
        hints: input::HintArguments,
    },
    /// Show what became of one list in another: 延续, 调整, 退出, 新增.
    Pairs {
        /// The earlier list, as the ids of its tasks begin: `jiaxing-2022/annual`.
        before: String,
        /// The later list.
        after: String,
        /// Documents to read; the bundled ones where none is named.
        files: Vec<PathBuf>,
        #[command(flatten)]
        hints: input::HintArguments,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// UTF-8, one array a file.
    Json,
    /// UTF-8 with BOM and CRLF, as spreadsheets in China expect.
    Csv,
}

fn main() -> ExitCode {
    let mut out = std::io::stdout().lock();
    match run(Arguments::parse().command, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along has seen enough: ybz parse | head.
        Err(error) if is_closed(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ybz: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_closed(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<std::io::Error>();
    error.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(command: Command, out: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
    match command {
        Command::Parse { files, hints } => {
            let ledger = read(&files, &hints)?;
            for document in 0..ledger.documents.len() {
                writeln!(out, "{}", parse::report(&ledger, document as model::DocumentIdx))?;
            }
        }
        Command::Export { format, out: folder, files, hints } => {
            let ledger = read(&files, &hints)?;
            for written in export::write(&ledger, format, &folder)? {
                writeln!(out, "{} · {} rows", written.path.display(), written.n_rows)?;
            }
        }
        Command::Candidates { least, files, hints } => {
            let ledger = read(&files, &hints)?;
            for found in parse::candidates(&ledger, least) {
                let [first, second] = [found.first, found.second].map(|at| quantity(&ledger, at));
                writeln!(out, "{:.2} | {first} | {second}", found.similarity)?;
            }
        }
        Command::Pairs { before, after, files, hints } => {
            let ledger = read(&files, &hints)?;
            write!(out, "{}", pairs::lines(&ledger, &pairs::pairs(&ledger, &before, &after)?))?;
        }
    }
    Ok(())
}

/// A quantity on one line: its task, indicator and printed words.
fn quantity(ledger: &Ledger, at: usize) -> String {
    let target = &ledger.targets[at];
    let task = &ledger.tasks[target.task as usize].id;
    format!("{task} {} {}", target.indicator, target.printed.text)
}

fn read(files: &[PathBuf], hints: &input::HintArguments) -> Result<Ledger, input::InputError> {
    let registry = input::registry()?;
    let sources =
        if files.is_empty() { input::bundled()? } else { input::from_files(files, hints)? };
    let ledger = parse::read_ledger(&registry, sources);
    for document in ledger.documents.iter().filter(|document| document.sections.is_empty()) {
        eprintln!("ybz: {}: {}", document.key, messages::NO_LIST);
    }
    Ok(ledger)
}
