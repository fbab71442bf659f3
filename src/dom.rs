//! The few things that the page does to the document itself: focus, scrolling, the clipboard,
//! and what it remembers.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The first element that a selector finds.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus, without scrolling.
pub(crate) fn focus(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Scrolls a box sideways as little as needed to show something in it.
///
/// `scrollIntoView` would make it where the Tab key begins.
pub(crate) fn show_within(scrolled: &str, shown: &str) {
    let (Some(scrolled), Some(shown)) = (find(scrolled), find(shown)) else { return };
    let (frame, own) = (scrolled.get_bounding_client_rect(), shown.get_bounding_client_rect());
    let before = (own.left() - frame.left()).min(0.0);
    let behind = (own.right() - frame.right()).max(0.0);
    if before + behind != 0.0 {
        scrolled.set_scroll_left(scrolled.scroll_left() + (before + behind).round() as i32);
    }
}

/// Moves the focus and scrolls as little as needed to show it.
pub(crate) fn focus_in_view(selector: &str) -> bool {
    if let Some(element) = find(selector) {
        scroll_into_view(&element, ScrollLogicalPosition::Nearest);
    }
    focus(selector)
}

/// Whether anything in the page has the focus; the body has it where nothing has.
pub(crate) fn has_focus() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|found| found.tag_name() != "BODY")
}

/// Scrolls so that an element stands at `place` of the screen; `Nearest` scrolls as little as
/// needed to show it.
pub(crate) fn scroll_into_view(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Marks the document with an attribute, or takes it away.
pub(crate) fn mark(name: &str, is_marked: bool) {
    if let Some(root) = document().document_element() {
        // A browser that refuses an attribute shows the page all the same.
        let _ = root.toggle_attribute_with_force(name, is_marked);
    }
}

/// Runs `act` after the next picture has been drawn, when what changed now is in the document.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(act));
}

/// Lets the browser do what it has to do before the next step.
pub(crate) async fn breath() {
    if let Some(turn) = turn() {
        // It cannot fail: nobody rejects it.
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
    }
}

/// A turn for the browser, as `boot/later.js` gives it.
fn turn() -> Option<js_sys::Promise> {
    let get = |owner: &JsValue, name: &str| js_sys::Reflect::get(owner, &name.into()).ok();
    let later = get(&window(), "later")?;
    let breath: js_sys::Function = get(&later, "breath")?.dyn_into().ok()?;
    breath.call0(&later).ok()?.dyn_into().ok()
}

/// How long the page works without letting anything else happen, in milliseconds.
const AT_A_TIME: f64 = 10.0;

/// Rests in a work of many steps.
#[derive(Debug, Default)]
pub(crate) struct Rests {
    /// When the last one ended.
    last: f64,
}

impl Rests {
    /// Lets the browser do what it has to do where the work has gone on for long enough.
    pub(crate) async fn where_due(&mut self) {
        if js_sys::Date::now() - self.last > AT_A_TIME {
            breath().await;
            self.last = js_sys::Date::now();
        }
    }
}

/// Works a piece at a time until something is found, which `done` gets: at once where that is
/// soon, else with turns for the browser in between, as long as it is wanted.
pub(crate) fn in_pieces<T: 'static>(
    is_wanted: impl Fn() -> bool + 'static,
    mut piece: impl FnMut() -> Option<T> + 'static,
    done: impl FnOnce(T) + 'static,
) {
    let mut turn = move || {
        let start = js_sys::Date::now();
        loop {
            let found = piece();
            if found.is_some() || js_sys::Date::now() - start > AT_A_TIME {
                return found;
            }
        }
    };
    if let Some(found) = turn() {
        return done(found);
    }
    wasm_bindgen_futures::spawn_local(async move {
        loop {
            breath().await;
            if !is_wanted() {
                return;
            }
            if let Some(found) = turn() {
                return done(found);
            }
        }
    });
}

/// Runs `act` once the next picture is on the screen, before anything follows from that picture.
pub(crate) fn after_this_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, core::time::Duration::ZERO));
}

/// Puts `text` on the clipboard; whether that worked.
///
/// The older of the two ways that browsers know, because it is the one that also works on pages
/// served by plain http inside an office.
pub(crate) fn copy(text: &str) -> bool {
    let document = document();
    let Some(body) = document.body() else { return false };
    let Ok(element) = document.create_element("textarea") else { return false };
    let Ok(field) = element.dyn_into::<HtmlTextAreaElement>() else { return false };
    let focused = document.active_element().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    field.set_value(text);
    field.set_class_name("hide");
    if body.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let document: Result<web_sys::HtmlDocument, _> = document.dyn_into();
    let is_copied = document.is_ok_and(|found| found.exec_command("copy").unwrap_or(false));
    field.remove();
    if let Some(focused) = focused {
        // Where the focus was is a convenience; losing it breaks nothing.
        let _ = focused.focus();
    }
    is_copied
}

/// Gives the reader a file to keep; whether the browser took it.
///
/// By a link to the bytes, because it is what works on a page opened from a file, and what the
/// page's content policy leaves free.
pub(crate) fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options) else {
        return false;
    };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return false };
    let is_saved = click_link(name, &url).is_some();
    // The browser reads the bytes after this turn.
    set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        core::time::Duration::from_secs(60),
    );
    is_saved
}

/// Clicks a link to `url` that is saved as `name`.
fn click_link(name: &str, url: &str) -> Option<()> {
    let link: web_sys::HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// The time by the reader's clock: year, month, day, hour and minute.
pub(crate) fn local_time() -> [u32; 5] {
    let now = js_sys::Date::new_0();
    [now.get_full_year(), now.get_month() + 1, now.get_date(), now.get_hours(), now.get_minutes()]
}

/// Takes the focus from whatever has it.
pub(crate) fn blur() {
    let focused =
        document().active_element().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(focused) = focused {
        // What cannot lose the focus keeps it, and nothing breaks.
        let _ = focused.blur();
    }
}

/// The element that has the focus, the page as a whole aside.
pub(crate) fn focused() -> Option<HtmlElement> {
    let found: HtmlElement = document().active_element()?.dyn_into().ok()?;
    (!found.matches("body").unwrap_or(false)).then_some(found)
}

/// What was remembered under `key`, where the browser allows it.
pub(crate) fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Remembers `value` under `key`; in silence where the browser does not allow it.
pub(crate) fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Whether the screen is narrow, where a task opens as a page of its own.
pub(crate) fn is_phone() -> bool {
    let query = window().match_media("(max-width: 767px)");
    query.is_ok_and(|found| found.is_some_and(|found| found.matches()))
}

/// Whether the focus is where text is typed.
pub(crate) fn is_typing() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// The text of the field that reports a change, unless an input method is still composing it.
pub(crate) fn settled_value(event: &web_sys::Event) -> Option<String> {
    let is_composing =
        event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
    (!is_composing).then(|| event_target_value(event))
}

/// Whether no element has the focus.
pub(crate) fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.matches("body").unwrap_or(false))
}
