//! The making of files beside the page: in a worker that runs this same program, and where there
//! can be none on the page itself, a little at a time.
//!
//! The page starts a [`Maker`] and gives it orders; [`serve`] is what the program does in a worker.
//! What is made says `take::Bench`, which both use. `boot/maker.js` starts the program there.

mod page;
mod wire;
mod worker;

pub(crate) use page::Maker;
pub(crate) use worker::serve;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Calls a method of what has no type of its own here; `None` where it is not there or throws.
fn call(owner: &JsValue, method: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(owner, &method.into()).ok()?.dyn_into().ok()?;
    match arguments {
        [] => method.call0(owner).ok(),
        [one] => method.call1(owner, one).ok(),
        [one, two, ..] => method.call2(owner, one, two).ok(),
    }
}

/// The milliseconds since some day, for how long a step has taken.
fn now() -> f64 {
    js_sys::Date::now()
}
