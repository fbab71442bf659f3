//! The counts by state, the tolerance, and how the list is parted.

use engine::{Facet, Group};
use leptos::prelude::*;
use model::ProgressState;

use crate::format;
use crate::messages::progress as words;
use crate::page::Page;
use crate::parts::{FigureLink, StateMark, said, said_if};
use crate::standing::Standing;
use crate::state::{Leeway, ViewState};

/// What stands above the tables.
pub(super) fn top_view(page: Page, standing: &Standing) -> AnyView {
    let lang = page.lang;
    let names = standing.counts.iter().zip(ProgressState::ALL).map(|(figure, state)| {
        view! {
            <li>
                <StateMark state lang />
                <FigureLink n=figure.n href=figure.list.href() />
            </li>
        }
    });
    let bars = standing.counts.iter().zip(ProgressState::ALL).map(|(figure, state)| {
        view! { <i data-state=state.code() style=("--n", figure.n.to_string())></i> }
    });
    view! {
        <section class="progress-top" aria-label=words::DISTRIBUTION.to(lang)>
            <div>
                <ul class="strip-names">{names.collect_view()}</ul>
                <div class="strip-bar" aria-hidden="true">{bars.collect_view()}</div>
            </div>
            <div class="rule-box">
                <Stepper
                    label=words::TOLERANCE_AMOUNT.to(lang)
                    step=10
                    tenths=|leeway| &mut leeway.amount_tenths
                />
                <Stepper
                    label=words::TOLERANCE_RATE.to(lang)
                    step=5
                    tenths=|leeway| &mut leeway.rate_tenths
                />
            </div>
        </section>
        <p class="rule-note">
            {words::reported(standing.n_reported, lang)}
            {words::rule_note(&standing.periods, lang)}
        </p>
        <Parting />
    }
    .into_any()
}

/// A tolerance with a button to either side; the value goes into the link.
#[component]
fn Stepper(
    label: &'static str,
    /// How many tenths of a point a press moves it.
    step: u16,
    /// Which tolerance.
    tenths: fn(&mut Leeway) -> &mut u16,
) -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let value = move || {
        page.state.with(|state| {
            let mut leeway = state.focus.tolerance;
            *tenths(&mut leeway)
        })
    };
    let press = move |is_more: bool| {
        page.adjust(|mut state| {
            let tenths = tenths(&mut state.focus.tolerance);
            *tenths = if is_more {
                tenths.saturating_add(step).min(Leeway::MOST)
            } else {
                tenths.saturating_sub(step)
            };
            state
        });
    };
    let name = |act: &str| format!("{label} {act}");
    view! {
        <div role="group" aria-label=label>
            <span class="rule-name">{label}</span>
            <span class="rule-step">
                <button
                    type="button"
                    aria-label=name(words::LESS.to(lang))
                    on:click=move |_| press(false)
                >
                    "−"
                </button>
                <output class="num">{said(move || format::number(f64::from(value()) / 10.0))}</output>
                <button
                    type="button"
                    aria-label=name(words::MORE.to(lang))
                    on:click=move |_| press(true)
                >
                    "+"
                </button>
                {words::POINTS.to(lang)}
            </span>
        </div>
    }
}

/// All of them by state or by lead, or those behind alone: the list for a meeting.
#[component]
fn Parting() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let link = move |label: &'static str, change: fn(ViewState) -> ViewState| {
        let href = said(move || page.href(|state| change(state.clone())));
        let is_here = move || page.state.with(|state| change(state.clone()) == *state);
        view! { <a href=href aria-current=said_if(move || is_here().then(|| "true".to_owned()))>{label}</a> }
    };
    view! {
        <p class="modes">
            {link(words::BY_STATE.to(lang), |state| {
                ViewState { group: Group::Section, ..state.without(Facet::Progress) }
            })}
            {link(words::BY_LEAD.to(lang), |state| {
                ViewState { group: Group::Lead, ..state.without(Facet::Progress) }
            })}
            {link(
                words::MEETING.to(lang),
                |state| {
                    ViewState {
                        group: Group::Lead,
                        ..state.only(Facet::Progress, ProgressState::Behind.code())
                    }
                },
            )}
        </p>
    }
}
