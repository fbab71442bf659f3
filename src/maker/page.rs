//! A maker of files as the page has it.

use core::cell::Cell;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, Worker};

use super::{call, now, wire};
use crate::book::Book;
use crate::take::{Answer, Bench, Moment, Order, Pace, Step, Stopped};

/// How long a worker may take to begin before the page does the work itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the page works without letting anything else happen, in milliseconds.
const AT_A_TIME: f64 = 12.0;

/// Makes files for the page, one order after the other, until it is stopped or let go.
#[derive(Clone)]
pub(crate) struct Maker(Rc<Shop>);

struct Shop {
    book: Book,
    /// What was ordered and has not been begun.
    orders: RefCell<VecDeque<Order>>,
    hand: RefCell<Hand>,
    is_stopped: Cell<bool>,
    tell: Box<dyn Fn(Option<Answer>)>,
}

/// Who does the work.
enum Hand {
    /// A worker that has not begun yet; there is none while its parts are being fetched.
    Awaited(Option<Worker>),
    /// A worker, which keeps the orders it is given.
    Worker(Worker),
    /// The page, when it has nothing to do at present, and when it has.
    Idle(Box<Bench>),
    Busy,
}

impl Maker {
    /// Begins; `tell` is given the answers, `None` where the worker has broken off.
    pub(crate) fn start(book: Book, tell: impl Fn(Option<Answer>) + 'static) -> Self {
        let maker = Self(Rc::new(Shop {
            book,
            orders: RefCell::default(),
            hand: RefCell::new(Hand::Awaited(None)),
            is_stopped: Cell::new(false),
            tell: Box::new(tell),
        }));
        let begun = maker.clone();
        spawn_local(async move {
            if begun.begin().await.is_none() {
                begun.work_here();
            }
        });
        let awaited = maker.clone();
        set_timeout(move || awaited.work_here(), PATIENCE);
        maker
    }

    /// Orders one thing more.
    pub(crate) fn order(&self, order: Order) {
        self.0.orders.borrow_mut().push_back(order);
        self.go_on();
    }

    /// Ends the work; nothing is said of it any more.
    pub(crate) fn stop(&self) {
        self.0.is_stopped.set(true);
        if let Hand::Awaited(Some(worker)) | Hand::Worker(worker) = &*self.0.hand.borrow() {
            worker.terminate();
        }
    }

    /// Starts a worker; `None` where that is known to be impossible.
    async fn begin(&self) -> Option<()> {
        let reading = call(&Reflect::get(&window(), &"later".into()).ok()?, "parts", &[])?;
        let parts = JsFuture::from(reading.dyn_into::<Promise>().ok()?).await.ok()?;
        if self.0.is_stopped.get() {
            return Some(());
        }
        let address = address()?;
        let worker = Worker::new(&address).ok()?;
        // It has been read by then; the address of a file is none that can be let go.
        set_timeout(move || drop(web_sys::Url::revoke_object_url(&address)), PATIENCE);
        self.listen(&worker, "message", |maker, event| {
            let data = Reflect::get(event, &"data".into()).unwrap_or(JsValue::NULL);
            maker.hear(&data);
        })?;
        for failure in ["error", "messageerror"] {
            self.listen(&worker, failure, |maker, event| {
                // It is told below, in the page's own words.
                event.prevent_default();
                maker.lose();
            })?;
        }
        self.0.hand.replace(Hand::Awaited(Some(worker.clone())));
        call(&worker, "postMessage", &[&parts]).map(|_| ())
    }

    fn listen(
        &self,
        worker: &Worker,
        event: &str,
        act: impl Fn(&Self, &Event) + 'static,
    ) -> Option<()> {
        let maker = self.clone();
        let act = move |event: Event| {
            if !maker.0.is_stopped.get() {
                act(&maker, &event);
            }
        };
        // The browser lets it go with the worker.
        let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
        worker.add_event_listener_with_callback(event, act.unchecked_ref()).ok()
    }

    /// Takes what the worker says.
    fn hear(&self, data: &JsValue) {
        if let Some(answer) = wire::answer_from_js(data) {
            (self.0.tell)(Some(answer));
            return;
        }
        let is_ready = data.dyn_ref::<Array>().and_then(|parts| parts.get(0).as_string())
            == Some(wire::READY.to_owned());
        let mut hand = self.0.hand.borrow_mut();
        if let Hand::Awaited(Some(worker)) = &*hand
            && is_ready
        {
            *hand = Hand::Worker(worker.clone());
        }
        drop(hand);
        self.go_on();
    }

    /// The worker has failed: before it began the page does its work, afterwards the order is lost.
    fn lose(&self) {
        let has_begun = matches!(&*self.0.hand.borrow(), Hand::Worker(_));
        if has_begun {
            self.stop();
            (self.0.tell)(None);
        } else {
            self.work_here();
        }
    }

    /// Does the work on the page, unless a worker has begun.
    fn work_here(&self) {
        let mut hand = self.0.hand.borrow_mut();
        let Hand::Awaited(worker) = &*hand else { return };
        if self.0.is_stopped.get() {
            return;
        }
        if let Some(worker) = worker {
            worker.terminate();
        }
        *hand = Hand::Idle(Box::new(Bench::new(self.0.book)));
        drop(hand);
        self.go_on();
    }

    /// Hands on the orders that wait.
    fn go_on(&self) {
        let shop = &self.0;
        let mut hand = shop.hand.borrow_mut();
        if let Hand::Worker(worker) = &*hand {
            for order in shop.orders.borrow_mut().drain(..) {
                // What cannot be sent is never answered, and can be cancelled like all else.
                let _ = call(worker, "postMessage", &[&wire::order_to_js(&order)]);
            }
            return;
        }
        if !matches!(&*hand, Hand::Idle(_)) {
            return;
        }
        let Some(order) = shop.orders.borrow_mut().pop_front() else { return };
        if let Hand::Idle(bench) = core::mem::replace(&mut *hand, Hand::Busy) {
            let maker = self.clone();
            spawn_local(async move { maker.make(bench, order).await });
        }
    }

    /// Does one order on the page, then the next.
    async fn make(self, mut bench: Box<Bench>, order: Order) {
        let pace = Breathing { maker: self.clone(), since: Cell::new(0.0) };
        let Ok(answer) = bench.serve(&order, &pace).await else { return };
        self.0.hand.replace(Hand::Idle(bench));
        if !self.0.is_stopped.get() {
            (self.0.tell)(Some(answer));
            self.go_on();
        }
    }
}

/// Where the worker's script is: a file of the site, or for the one file a text made of the two
/// scripts that stand inside.
fn address() -> Option<String> {
    let program = document().get_element_by_id("program")?;
    let Some(inside) = document().get_element_by_id("maker") else {
        return program.get_attribute("data-maker");
    };
    let texts = [inside, program].map(|script| script.text_content().unwrap_or_default().into());
    let parts = Array::new();
    for (text, at) in texts.into_iter().zip(0..) {
        let text: JsValue = text;
        parts.set(at, text);
    }
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// Tells the page how far the work is, and lets it have a turn when it has waited long enough.
struct Breathing {
    maker: Maker,
    /// When the page had its last turn.
    since: Cell<f64>,
}

impl Pace for Breathing {
    fn at(&self, step: &Step) -> Moment<'_> {
        if now() - self.since.get() < AT_A_TIME {
            return Box::pin(core::future::ready(Ok(())));
        }
        let shop = &self.maker.0;
        if !shop.is_stopped.get() {
            (shop.tell)(Some(Answer::Step(step.clone())));
        }
        Box::pin(async {
            Turn::default().await;
            self.since.set(now());
            if shop.is_stopped.get() { Err(Stopped) } else { Ok(()) }
        })
    }
}

/// Others' turn: over in a task of its own. Not in a frame, because a page that is not looked at
/// draws none.
#[derive(Default)]
struct Turn {
    is_over: Rc<Cell<bool>>,
    is_asked: bool,
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.is_over.get() {
            return Poll::Ready(());
        }
        if !self.is_asked {
            self.is_asked = true;
            let (is_over, waker) = (self.is_over.clone(), context.waker().clone());
            let end = move || {
                is_over.set(true);
                waker.wake();
            };
            set_timeout(end, Duration::ZERO);
        }
        Poll::Pending
    }
}
