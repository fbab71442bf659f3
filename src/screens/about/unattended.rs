//! How to start the show by itself on a wall, as command lines for this very copy.

use leptos::prelude::*;

use crate::address;
use crate::messages::about as words;
use crate::page::Page;

/// The programs and what starts them, `{}` standing for the address.
const COMMANDS: [(&str, &str); 5] = [
    (
        "Chromium",
        "chromium --kiosk --no-first-run --noerrdialogs --disable-session-crashed-bubble \"{}\"",
    ),
    (
        "Chrome",
        "chrome.exe --kiosk --no-first-run --noerrdialogs --disable-session-crashed-bubble \"{}\"",
    ),
    ("Edge", "msedge.exe --kiosk \"{}\" --edge-kiosk-type=fullscreen --no-first-run"),
    ("Firefox", "firefox --kiosk \"{}\""),
    ("360", "360chromex.exe --kiosk --no-first-run \"{}\""),
];

/// The command lines, with the address of this copy in them.
#[component]
pub(super) fn Unattended() -> impl IntoView {
    let page = Page::here();
    let lang = page.lang;
    let own = format!("{}?kiosk=tv", address::own_base().unwrap_or_default());
    let row = |(name, command): (&'static str, &'static str)| {
        view! {
            <dt>{name}</dt>
            <dd><code translate="no">{command.replace("{}", &own)}</code></dd>
        }
    };
    view! {
        <p>{words::UNATTENDED_TEXT.to(lang)}</p>
        <dl class="about-commands">{COMMANDS.map(row).into_iter().collect_view()}</dl>
        <ul>
            {words::UNATTENDED_NOTES.map(|note| view! { <li>{note.to(lang)}</li> }).into_iter().collect_view()}
        </ul>
    }
}
