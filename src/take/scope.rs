//! Which rows are taken along: those of the unit or place whose page is open, those of the filter,
//! or all.

use engine::Facet;

use crate::state::{Focus, View, ViewState};

/// A choice of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those of the filter that concern the unit or the place whose page is open.
    Subject,
    /// Those of the filter.
    Filter,
    /// All.
    All,
}

impl Scope {
    /// What a state offers, what it shows first.
    pub(crate) fn offered(state: &ViewState) -> Vec<Self> {
        let is_filtered = !state.choices.is_empty() || !state.search.is_empty();
        let offers = |scope: &Self| match scope {
            Self::Subject => subject(state).is_some(),
            Self::Filter => is_filtered,
            Self::All => true,
        };
        [Self::Subject, Self::Filter, Self::All].into_iter().filter(offers).collect()
    }

    /// The state whose rows these are.
    pub(crate) fn of(self, state: &ViewState) -> ViewState {
        match self {
            Self::Subject => of_subject(state),
            Self::Filter => without_subject(state),
            Self::All => ViewState {
                choices: Vec::new(),
                search: String::new(),
                task: None,
                ..without_subject(state)
            },
        }
    }
}

/// The facet and the key of what the view's page is about.
fn subject(state: &ViewState) -> Option<(Facet, &str)> {
    match state.view {
        View::Departments => Some((Facet::Unit, state.focus.unit.as_deref()?)),
        View::Districts => Some((Facet::Region, state.focus.region.as_deref()?)),
        _ => None,
    }
}

/// As on its page, a unit stands for whatever units the filter chooses, and a place likewise.
fn of_subject(state: &ViewState) -> ViewState {
    let Some((facet, key)) = subject(state) else { return state.clone() };
    let list = state.clone().only(facet, key);
    if facet == Facet::Unit { list.without(Facet::Lead) } else { list }
}

fn without_subject(state: &ViewState) -> ViewState {
    if subject(state).is_none() {
        return state.clone();
    }
    ViewState { focus: Focus { unit: None, region: None, ..state.focus.clone() }, ..state.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(query: &str) -> Vec<String> {
        let (state, _) = ViewState::from_query(query);
        Scope::offered(&state).into_iter().map(|scope| scope.of(&state).to_query()).collect()
    }

    #[test]
    fn a_page_of_one_unit_is_taken_along_as_that_unit() {
        assert_eq!(
            taken("v=departments&y=2024&lead=jx-jsj&of=jx-jyj"),
            [
                "v=departments&y=2024&unit=jx-jyj&of=jx-jyj",
                "v=departments&y=2024&lead=jx-jsj",
                "v=departments",
            ]
        );
    }

    #[test]
    fn a_page_of_one_place_is_taken_along_as_that_place() {
        let expected = [
            "v=districts&r=nh&in=nh&cells=share",
            "v=districts&r=ph&cells=share",
            "v=districts&cells=share",
        ];
        assert_eq!(taken("v=districts&r=ph&in=nh&cells=share"), expected);
    }

    #[test]
    fn another_view_is_taken_along_as_its_filter() {
        // The place of 对比 says whose values stand in the table; it narrows no tasks.
        assert_eq!(taken("v=compare&y=2024&in=nh"), ["v=compare&y=2024&in=nh", "v=compare&in=nh"]);
        assert_eq!(taken("v=tasks&q=a&t=x"), ["v=tasks&q=a&t=x", "v=tasks"]);
        // Without a filter it holds all there is.
        assert_eq!(taken("v=tasks"), ["v=tasks"]);
        assert_eq!(taken("v=departments&of=jx-jyj").len(), 2);
    }
}
