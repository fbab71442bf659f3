//! Orders and answers as they go between the page and a worker: arrays that begin with a word.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::take::{Answer, Cover, Order, Step};

/// What a worker says first, when it can take orders.
pub(super) const READY: &str = "ready";

/// The order as a message.
pub(super) fn order_to_js(order: &Order) -> JsValue {
    match order {
        Order::Opening => message("opening", []),
        Order::Tables { query, base } => {
            let base = base.as_deref().map_or(JsValue::NULL, JsValue::from);
            message("tables", [query.as_str().into(), base])
        }
        Order::Workbook(Cover { sentence, link, time }) => {
            message("workbook", [sentence, link, time].map(|words| words.as_str().into()))
        }
        Order::Table(title) => message("table", [title.as_str().into()]),
    }
}

/// The order that a message holds.
pub(super) fn order_from_js(data: &JsValue) -> Option<Order> {
    let parts: &Array = data.dyn_ref()?;
    let words = |at: u32| parts.get(at).as_string();
    match words(0)?.as_str() {
        "opening" => Some(Order::Opening),
        "tables" => Some(Order::Tables { query: words(1)?, base: words(2) }),
        "workbook" => {
            Some(Order::Workbook(Cover { sentence: words(1)?, link: words(2)?, time: words(3)? }))
        }
        "table" => Some(Order::Table(words(1)?)),
        _ => None,
    }
}

/// The answer as a message.
pub(super) fn answer_to_js(answer: &Answer) -> JsValue {
    match answer {
        Answer::Step(step) => {
            let numbers = [step.nth as f64, step.n as f64, step.share].map(JsValue::from);
            let [nth, n, share] = numbers;
            message("step", [nth, n, share, step.title.as_str().into()])
        }
        Answer::Tables(outline) => message(
            "tables",
            outline.iter().flat_map(|(title, n)| [title.as_str().into(), (*n as f64).into()]),
        ),
        Answer::File(bytes) => message("file", [Uint8Array::from(bytes.as_slice()).into()]),
        Answer::Nothing => message("nothing", []),
    }
}

/// The answer that a message holds.
pub(super) fn answer_from_js(data: &JsValue) -> Option<Answer> {
    let parts: &Array = data.dyn_ref()?;
    let words = |at: u32| parts.get(at).as_string();
    let number = |at: u32| parts.get(at).as_f64();
    #[allow(clippy::cast_sign_loss, reason = "counts, written by the function above")]
    let count = |at: u32| number(at).map(|count| count as usize);
    match words(0)?.as_str() {
        "step" => Some(Answer::Step(Step {
            nth: count(1)?,
            n: count(2)?,
            share: number(3)?,
            title: words(4)?,
        })),
        "tables" => {
            let pairs = (1..parts.length()).step_by(2);
            pairs
                .map(|at| Some((words(at)?, count(at + 1)?)))
                .collect::<Option<_>>()
                .map(Answer::Tables)
        }
        "file" => Some(Answer::File(parts.get(1).dyn_ref::<Uint8Array>()?.to_vec())),
        "nothing" => Some(Answer::Nothing),
        _ => None,
    }
}

/// A message of this kind.
pub(super) fn message(kind: &str, parts: impl IntoIterator<Item = JsValue>) -> JsValue {
    let message = Array::new();
    message.set(0, kind.into());
    for (part, at) in parts.into_iter().zip(1..) {
        message.set(at, part);
    }
    message.into()
}
