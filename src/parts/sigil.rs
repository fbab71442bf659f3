//! The small raised signs that follow a value and say how it was come by (校记).

use leptos::prelude::*;

use crate::messages as m;
use crate::state::Lang;

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SigilKind {
    /// 推: decided by a rule.
    Inferred,
    /// 核: the source is to be checked.
    Check,
    /// 预: expected by the document, not judged.
    Forecast,
    /// 异: not comparable here.
    NotComparable,
}

/// A raised sign, its meaning in its title.
#[component]
pub(crate) fn Sigil(
    /// Which one.
    kind: SigilKind,
    /// In which language.
    lang: Lang,
) -> impl IntoView {
    let (sign, meaning, code) = match kind {
        SigilKind::Inferred => (m::INFERRED_SIGN, m::INFERRED, "inferred"),
        SigilKind::Check => (m::CHECK_SIGN, m::CHECK, "check"),
        SigilKind::Forecast => (m::panel::FORECAST_SIGN, m::panel::FORECAST, "forecast"),
        SigilKind::NotComparable => {
            (m::panel::NOT_COMPARABLE_SIGN, m::panel::NOT_COMPARABLE, "not-comparable")
        }
    };
    view! {
        <abbr class="sigil" data-kind=code title=meaning.to(lang)>
            {sign.to(lang)}
        </abbr>
    }
}
