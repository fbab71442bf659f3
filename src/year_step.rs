//! A year earlier, a year later: what `[` and `]` choose.

use engine::Facet;

use crate::state::ViewState;

/// A step along the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearStep {
    /// To the year before.
    Earlier,
    /// To the year after.
    Later,
}

impl ViewState {
    /// The same with one year chosen: the next of `years` (those with a document, earliest first)
    /// from the one chosen, or from the edge of several. Where none is chosen, a step back takes
    /// the latest and a step on the earliest; at the end the year stays.
    pub(crate) fn stepping_year(self, years: &[u16], step: YearStep) -> Self {
        let chosen: Vec<u16> = self.choice(Facet::Year).map_or_else(Vec::new, |choice| {
            choice.include.iter().filter_map(|key| key.parse().ok()).collect()
        });
        let next = match step {
            YearStep::Earlier => {
                let edge = chosen.iter().min();
                let before = |year: &&u16| edge.is_none_or(|edge| *year < edge);
                years.iter().rev().find(before).or(edge)
            }
            YearStep::Later => {
                let edge = chosen.iter().max();
                let after = |year: &&u16| edge.is_none_or(|edge| *year > edge);
                years.iter().find(after).or(edge)
            }
        };
        match next {
            Some(year) => {
                let key = year.to_string();
                self.only(Facet::Year, &key)
            }
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stepped(query: &str, step: YearStep) -> String {
        let (state, _) = ViewState::from_query(query);
        state.stepping_year(&[2021, 2022, 2024], step).to_query()
    }

    #[test]
    fn a_step_goes_to_the_next_year_with_a_document() {
        assert_eq!(stepped("y=2022", YearStep::Later), "y=2024");
        assert_eq!(stepped("y=2022", YearStep::Earlier), "y=2021");
        assert_eq!(stepped("y=2022,2024", YearStep::Earlier), "y=2021");
    }

    #[test]
    fn a_step_begins_at_the_end_that_it_comes_from_and_stays_there() {
        assert_eq!(stepped("", YearStep::Earlier), "y=2024");
        assert_eq!(stepped("", YearStep::Later), "y=2021");
        assert_eq!(stepped("y=2024", YearStep::Later), "y=2024");
        assert_eq!(stepped("y=-2022", YearStep::Earlier), "y=2024");
    }
}
