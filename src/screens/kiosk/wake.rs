//! Keeping the screen awake, where the browser does.
//!
//! By name and not by type, because browsers on plain http and older ones lack it altogether.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks for a screen that stays awake; `is_awake` follows the answer.
pub(super) fn keep_awake(is_awake: RwSignal<bool>) {
    leptos::task::spawn_local(async move {
        let granted = match request() {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        // The show may be over by now.
        let _ = is_awake.try_set(granted);
    });
}

fn request() -> Option<js_sys::Promise> {
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).ok();
    let navigator = get(&window(), "navigator")?;
    let lock = get(&navigator, "wakeLock").filter(JsValue::is_object)?;
    let request: js_sys::Function = get(&lock, "request")?.dyn_into().ok()?;
    request.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()
}
