//! What a shared link was made from: the form of links, the data, and how many tasks it listed.
//!
//! A copied link carries it under one key, `d=1.3f9a2c7b.23`, so that the page can say when the
//! data has changed since. The address bar does without: whoever stays on the page sees its data.

/// The key in links.
pub(crate) const KEY: &str = "d";

/// The form of the links that this page writes. It rises when a key or a value changes its
/// meaning, and whoever raises it teaches `link.rs` to read the earlier form.
pub(crate) const FORM: u16 = 1;

/// What a link was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The form of links.
    pub form: u16,
    /// The version of the data, as [`crate::book::DATA_VERSION`].
    pub data: String,
    /// How many tasks matched.
    pub n_tasks: Option<usize>,
}

impl Stamp {
    /// The stamp of a link made now.
    pub(crate) fn now(data: &str, n_tasks: usize) -> Self {
        Self { form: FORM, data: data.to_owned(), n_tasks: Some(n_tasks) }
    }

    /// The stamp in a query string; `None` where there is none or it cannot be read.
    pub(crate) fn of(query: &str) -> Option<Self> {
        let parts = query.trim_start_matches('?').split('&');
        let code = parts.filter_map(|part| part.split_once('=')).find(|(key, _)| *key == KEY)?.1;
        let mut parts = code.split('.');
        let form = parts.next()?.parse().ok()?;
        let data = parts.next().filter(|data| !data.is_empty())?.to_owned();
        let n_tasks = parts.next().and_then(|n| n.parse().ok());
        Some(Self { form, data, n_tasks })
    }

    /// The query with this stamp at its end.
    pub(crate) fn after(&self, query: &str) -> String {
        let n_tasks = self.n_tasks.map(|n| format!(".{n}")).unwrap_or_default();
        let join = if query.is_empty() { "" } else { "&" };
        format!("{query}{join}{KEY}={}.{}{n_tasks}", self.form, self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_reads_back() {
        let stamp = Stamp::now("3f9a2c7b", 23);
        assert_eq!(stamp.after("v=tasks"), "v=tasks&d=1.3f9a2c7b.23");
        assert_eq!(stamp.after(""), "d=1.3f9a2c7b.23");
        assert_eq!(Stamp::of("?v=tasks&d=1.3f9a2c7b.23&from=singlemessage"), Some(stamp));
    }

    #[test]
    fn a_stamp_without_a_count_is_one_and_nonsense_is_none() {
        assert_eq!(Stamp::of("d=2.abc").map(|stamp| (stamp.form, stamp.n_tasks)), Some((2, None)));
        assert_eq!(Stamp::of("d=").or(Stamp::of("d=1")).or(Stamp::of("d=x.y")), None);
    }
}
