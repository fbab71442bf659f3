//! One screen of a wall: the sentence, a table, the key, the source.

use leptos::prelude::*;

use crate::messages::kiosk as words;
use crate::parts::{ProgressBar, QrCode, RatePlot, YearPoints, when};
use crate::qr::QrPicture;
use crate::state::Lang;
use crate::wall::{Cell, Column, Key, Tone, Wall};

/// How many signs a title may have before it is set smaller.
const N_TITLE_SIGNS: usize = 26;

/// How many columns a table may have before it is set smaller.
const N_WIDE_COLUMNS: usize = 8;

/// The screen's own words; `around` stands at the end of the heading, `foot` at the start of the
/// foot.
pub(super) fn slide_view(
    wall: &Wall,
    part: usize,
    code: Option<QrPicture>,
    around: AnyView,
    ring: AnyView,
    lang: Lang,
) -> AnyView {
    let is_long = wall.title.chars().count() > N_TITLE_SIGNS;
    let rows = wall.part(part);
    let n_missing = wall.n_rows.saturating_sub(rows.len());
    let n_columns = wall.columns.len();
    let is_dense = n_columns > N_WIDE_COLUMNS;
    let weight: u32 = wall.columns.iter().map(|column| u32::from(column.weight)).sum();
    let cols = wall.columns.iter().map(|column| {
        let share = f64::from(column.weight) / f64::from(weight.max(1)) * 100.0;
        view! { <col style=("width", format!("{share:.3}%")) /> }
    });
    let heads = wall.columns.iter().map(|column| {
        view! { <th scope="col" data-figure=column.is_figure>{column.head.clone()}</th> }
    });
    let height = format!("{:.3}%", 100.0 / wall.n_rows.max(1) as f64);
    let room = Room { weight: f64::from(weight.max(1)), is_dense };
    let body = rows.iter().map(|row| row_view(row, &wall.columns, room, &height));
    // The rows of a last screen stand as high as those of a full one.
    let fill = (0..n_missing).map(|_| {
        let height = height.clone();
        view! { <tr class="wall-fill" aria-hidden="true" style=("height", height)><td colspan=n_columns.to_string()></td></tr> }
    });
    view! {
        <section class="wall-screen">
            <header class="wall-head">
                <h1 data-long=is_long>{title_view(&wall.title)}</h1>
                {around}
            </header>
            <div class="wall-body">
                <table class="wall-table" data-dense=is_dense>
                    <colgroup>{cols.collect_view()}</colgroup>
                    <thead>
                        <tr>{heads.collect_view()}</tr>
                    </thead>
                    <tbody>{body.collect_view()} {fill.collect_view()}</tbody>
                </table>
                {key_view(wall.key, lang)}
            </div>
            <footer class="wall-foot">
                {ring}
                <p class="wall-caption">{wall.caption.clone()}</p>
                {code.map(|code| code_view(code, lang))}
            </footer>
        </section>
    }
    .into_any()
}

/// The title, part by part; the sign between two stands at the end of the first.
fn title_view(title: &str) -> AnyView {
    let parts: Vec<_> =
        title.split_inclusive(" · ").flat_map(|part| part.split_inclusive(" → ")).collect();
    let part = |part: &str| {
        let gap = if part.ends_with(' ') { " " } else { "" };
        view! { <i>{part.trim_end().to_owned()}</i>{gap} }
    };
    view! { <span>{parts.into_iter().map(part).collect_view()}</span> }.into_any()
}

/// How much room the columns have.
#[derive(Clone, Copy)]
struct Room {
    /// The weights of all columns.
    weight: f64,
    /// Whether the table is set smaller.
    is_dense: bool,
}

/// The width of a screen inside its margins, and the sizes of figures, in pixels of 1920.
const WIDTH: f64 = 1744.0;
const FIGURE: f64 = 42.0;
const DENSE_FIGURE: f64 = 30.0;
/// Nothing smaller is read from six metres.
const LEAST: f64 = 28.0;

impl Room {
    /// How large a figure may be to stand on one line of its column.
    fn size(self, text: &str, column: &Column) -> f64 {
        let width = WIDTH * f64::from(column.weight) / self.weight - 16.0;
        let signs = |sign: char| match sign {
            '%' => 0.95,
            _ if sign.is_ascii() => 0.58,
            _ => 1.0,
        };
        // A browser parts Latin signs from Chinese ones by a little room.
        let seams = text.chars().zip(text.chars().skip(1));
        let n_seams = seams.filter(|(one, other)| one.is_ascii() != other.is_ascii()).count();
        let needed = text.chars().map(signs).sum::<f64>() + 0.13 * n_seams as f64;
        let most = if self.is_dense { DENSE_FIGURE } else { FIGURE };
        (width / needed.max(1.0)).clamp(LEAST, most)
    }
}

fn row_view(row: &[Cell], columns: &[Column], room: Room, height: &str) -> AnyView {
    let cells = row.iter().zip(columns).map(|(cell, column)| cell_view(cell, column, room));
    let height = height.to_owned();
    view! { <tr style=("height", height)>{cells.collect_view()}</tr> }.into_any()
}

fn cell_view(cell: &Cell, column: &Column, room: Room) -> AnyView {
    let under =
        |words: &str| when(!words.is_empty(), || view! { <small>{words.to_owned()}</small> });
    match cell {
        Cell::Words { text, under: line, is_source } => {
            let lang = is_source.then_some("zh-CN");
            let words = text.clone();
            view! {
                <th scope="row" data-source=*is_source>
                    <b lang=lang>{words}</b>
                    {under(line)}
                </th>
            }
            .into_any()
        }
        Cell::Figure { text, under: line, tone } => {
            let tone = match tone {
                Tone::Plain => "plain",
                Tone::Quiet => "quiet",
                Tone::Alert => "alert",
            };
            let size = room.size(text, column);
            // What does not fit on one line at the least size takes two.
            let is_long = size <= LEAST;
            view! {
                <td
                    data-figure=column.is_figure
                    data-tone=tone
                    data-long=is_long
                    style=("--size", format!("{size:.1}"))
                >
                    <b>{text.clone()}</b>
                    {under(line)}
                </td>
            }
            .into_any()
        }
        Cell::Bar { reached, elapsed, is_behind } => view! {
            <td>
                <ProgressBar reached=*reached elapsed=*elapsed is_behind=*is_behind />
            </td>
        }
        .into_any(),
        Cell::Rate { difference, is_behind } => view! {
            <td>
                <RatePlot difference=*difference is_behind=*is_behind />
            </td>
        }
        .into_any(),
        Cell::Share(share) => view! {
            <td>
                <i class="wall-share" style=("--share", format!("{share:.4}"))></i>
            </td>
        }
        .into_any(),
        Cell::Points { points, from_zero } => view! {
            <td class="wall-points">
                <YearPoints points=points.clone() from_zero=*from_zero />
            </td>
        }
        .into_any(),
        Cell::Hole => view! { <td class="wall-hole"></td> }.into_any(),
        Cell::Empty => view! { <td></td> }.into_any(),
    }
}

fn key_view(key: Key, lang: Lang) -> AnyView {
    match key {
        Key::Nothing => ().into_any(),
        Key::Progress => view! {
            <p class="wall-key">
                <span data-key="reached">{words::KEY_REACHED.to(lang)}</span>
                <span data-key="missing">{words::KEY_MISSING.to(lang)}</span>
                <span data-key="time">{words::KEY_TIME.to(lang)}</span>
            </p>
        }
        .into_any(),
        Key::Points => view! { <p class="wall-key">{words::KEY_POINTS.to(lang)}</p> }.into_any(),
    }
}

fn code_view(code: QrPicture, lang: Lang) -> AnyView {
    let [first, second] = words::SCAN.map(|words| words.to(lang));
    view! {
        <div class="wall-qr">
            <QrCode code label=words::QR.to(lang) />
            <p>{first}<br />{second}</p>
        </div>
    }
    .into_any()
}
