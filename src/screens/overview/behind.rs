//! How the tasks that report progress stand, and the few furthest behind.

use std::sync::Arc;

use engine::Facet;
use leptos::prelude::*;
use model::ProgressState;

use super::Section;
use crate::format;
use crate::messages::{self as m, overview as words};
use crate::page::Page;
use crate::parts::{FigureLink, StateMark};
use crate::screens::progress::JudgedTable;
use crate::standing::{Part, PartKey, Standing, TaskRows};
use crate::state::View;

/// How many of those behind are shown.
const N_SHOWN: usize = 5;

/// The counts by state, and those furthest behind with the figure that decides.
pub(super) fn behind_view(page: Page, standing: &Standing) -> AnyView {
    let lang = page.lang;
    let points = page.state.with(|state| state.focus.tolerance.tolerance().amount_points);
    let note = words::standing_note(standing.n_reported, &format::number(points), lang);
    let counts = standing.counts.iter().zip(ProgressState::ALL).map(|(figure, state)| {
        let list = figure.list.in_view(View::Progress).only(Facet::Progress, state.code());
        view! {
            <li>
                <StateMark state lang />
                <FigureLink n=figure.n href=list.href() />
            </li>
        }
    });
    let bars = standing.counts.iter().zip(ProgressState::ALL).map(|(figure, state)| {
        view! { <i data-state=state.code() style=("--n", figure.n.to_string())></i> }
    });
    let (counts, bars) = (counts.collect_view(), bars.collect_view());
    let name = m::state(ProgressState::Behind).to(lang).to_owned();
    let tasks = furthest(&standing.parts);
    let all = page.href(|state| state.in_view(View::Progress));
    view! {
        <Section class="overview-behind" title=words::STANDING.to(lang) note>
            <ul class="strip-names">{counts}</ul>
            <div class="strip-bar" aria-hidden="true">{bars}</div>
            <JudgedTable name tasks shows_state=false />
            <p class="overview-more"><a class="fig" href=all>{words::ALL_STANDING.to(lang)}</a></p>
        </Section>
    }
    .into_any()
}

/// Those furthest behind, each with the figure that decides alone.
fn furthest(parts: &[Part]) -> Vec<Arc<TaskRows>> {
    let behind = parts.iter().find(|part| part.key == PartKey::State(ProgressState::Behind));
    let tasks = behind.into_iter().flat_map(|part| &part.judged).take(N_SHOWN);
    tasks.map(|task| TaskRows { rows: task.rows[..1].to_vec(), ..**task }.into()).collect()
}
