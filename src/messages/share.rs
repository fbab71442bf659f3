//! The words about links: handing one on, opening another's, and what changed since.

use super::{Words, words};
use crate::state::Lang;

pub(crate) const SHARE: Words = words("分享", "Share");
pub(crate) const COPY_BOTH: Words = words("复制句子和链接", "Copy sentence and link");
pub(crate) const COPY_LINK_ALONE: Words = words("只复制链接", "Copy the link alone");
pub(crate) const SAVE_PNG: Words = words("存图 PNG", "Save as PNG");
pub(crate) const SAVE_SVG: Words = words("存图 SVG", "Save as SVG");
pub(crate) const QR_OF_PAGE: Words =
    words("二维码：这一页的链接", "QR code: the link of this page");
pub(crate) const NO_ADDRESS: Words = words(
    "这一份是从文件打开的，没有别人能用的地址。把句子和“?”以后的部分发给对方，对方在自己的一本账里粘贴即可打开。",
    "This copy was opened from a file and has no address that others could use. Send the \
     sentence and the part from \"?\" on: it opens when pasted into any copy of this page.",
);
pub(crate) const PASTE: Words = words("粘贴链接打开", "Open a pasted link");
pub(crate) const PASTE_HINT: Words = words("整段粘贴也可以", "The whole message may be pasted");
pub(crate) const OPEN: Words = words("打开", "Open");
pub(crate) const NO_LINK: Words = words(
    "这段文字里没有一本账的链接。链接里有“?”，后面是 v=、y= 之类。",
    "There is no link of this page in that text. A link has a \"?\" and parts such as v= and y=.",
);
pub(crate) const NEWER_FORM: Words = words(
    "这个链接由更新的版本做成，有些部分这一份可能读不懂。",
    "A newer edition of this page made the link; this one may not know all of it.",
);

/// That the data has changed since a link was made.
pub(crate) fn data_changed(
    then: &str,
    now: &str,
    n_then: Option<usize>,
    n_now: usize,
    lang: Lang,
) -> String {
    match (lang, n_then) {
        (Lang::Zh, Some(n)) => format!(
            "数据已更新：这个链接按数据版本 {then} 做成，当时 {n} 项；这一份的数据版本是 {now}，现在 {n_now} 项。"
        ),
        (Lang::Zh, None) => {
            format!("数据已更新：这个链接按数据版本 {then} 做成，这一份的数据版本是 {now}。")
        }
        (Lang::En, Some(n)) => format!(
            "The data has changed: the link was made from data {then} with {n} tasks; this copy \
             has data {now} and {n_now} tasks."
        ),
        (Lang::En, None) => format!(
            "The data has changed: the link was made from data {then}; this copy has data {now}."
        ),
    }
}

/// Where a picture comes from.
pub(crate) fn source(data: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("一本账 · 数据 {data} · {day}"),
        Lang::En => format!("One Ledger · data {data} · {day}"),
    }
}

/// What paper says of where it comes from.
pub(crate) fn paper_source(view: &str, link: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{view} · {link} · {day} 打印"),
        Lang::En => format!("{view} · {link} · printed {day}"),
    }
}
