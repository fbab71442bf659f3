//! What the program does in a worker: it waits for orders and makes files.

use core::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

use super::{call, now, wire};
use crate::book::Book;
use crate::take::{Answer, Bench, Moment, Pace, Step};

/// How often at most the page is told how far a table is, in milliseconds.
const TOLD_EVERY: f64 = 50.0;

/// Takes orders from the page until it ends this worker.
pub(crate) fn serve() {
    let Some(book) = Book::open() else { return };
    let bench = Rc::new(Cell::new(Some(Bench::new(book))));
    let take = move |event: Event| {
        let data = Reflect::get(&event, &"data".into()).unwrap_or(JsValue::NULL);
        let Some(order) = wire::order_from_js(&data) else { return };
        let bench = bench.clone();
        wasm_bindgen_futures::spawn_local(async move {
            // Nothing in here rests, so one order is done before the next one begins.
            let Some(mut own) = bench.take() else { return };
            let answer = own.serve(&order, &Telling::default()).await;
            bench.set(Some(own));
            tell(&answer.unwrap_or(Answer::Nothing));
        });
    };
    // It lives as long as the worker.
    let take = Closure::<dyn FnMut(Event)>::new(take).into_js_value();
    let place: EventTarget = js_sys::global().unchecked_into();
    if place.add_event_listener_with_callback("message", take.unchecked_ref()).is_ok() {
        post(&wire::message(wire::READY, []), None);
    }
}

fn tell(answer: &Answer) {
    let message = wire::answer_to_js(answer);
    // The bytes of a file move to the page and are not copied.
    let file =
        message.dyn_ref::<Array>().and_then(|parts| parts.get(1).dyn_into::<Uint8Array>().ok());
    post(&message, file.map(|bytes| bytes.buffer().into()).as_ref());
}

fn post(message: &JsValue, moved: Option<&JsValue>) {
    let moved: JsValue = moved.map_or_else(Array::new, Array::of1).into();
    // Where the page does not hear it, it waits no longer than it has to.
    let _ = call(&js_sys::global(), "postMessage", &[message, &moved]);
}

/// Never rests, and tells the page which table is being written.
#[derive(Default)]
struct Telling {
    /// The table and the time that were told last.
    last: Cell<(usize, f64)>,
}

impl Pace for Telling {
    fn at(&self, step: &Step) -> Moment<'_> {
        let (nth, time) = self.last.get();
        if step.nth != nth || now() - time > TOLD_EVERY {
            self.last.set((step.nth, now()));
            tell(&Answer::Step(step.clone()));
        }
        Box::pin(core::future::ready(Ok(())))
    }
}
