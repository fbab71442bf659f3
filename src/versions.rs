//! Which data and which rules the page holds, as files taken along state them.

/// The version of the data.
pub(crate) const fn data() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The version of the rules that read and judge.
pub(crate) const fn rules() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
