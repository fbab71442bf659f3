//! Words as they are typed: what was typed is painted before anything follows from it.

use leptos::prelude::*;
use web_sys::Event;

use crate::dom;

/// What a field holds and nobody has acted on yet.
///
/// An act on the words may take longer than a frame, and a browser paints nothing meanwhile. So
/// it waits for the frame that shows them; of what is typed until then only the latest counts.
#[derive(Clone, Copy)]
pub(crate) struct Typed {
    waiting: StoredValue<Option<String>>,
    on_words: Callback<String>,
}

impl Typed {
    /// Nothing yet; `on_words` is called with the words once they are painted.
    pub(crate) fn new(on_words: Callback<String>) -> Self {
        Self { waiting: StoredValue::new(None), on_words }
    }

    /// Notes the words of the field that reports a change or the end of a composition.
    pub(crate) fn note(self, event: &Event) {
        // What is still being composed, nobody acts on, nor on what stood there before: it would
        // be put back into the field.
        let words = dom::settled_value(event);
        let is_first = words.is_some() && self.waiting.with_value(Option::is_none);
        self.waiting.set_value(words);
        if is_first {
            dom::after_this_frame(move || self.act());
        }
    }

    /// Acts on what waits now.
    pub(crate) fn act(self) {
        // A field that is gone has nothing waiting.
        let words = self.waiting.try_update_value(Option::take).flatten();
        if let Some(words) = words {
            self.on_words.run(words);
        }
    }

    /// Takes other words for what was typed.
    pub(crate) fn replace(self, words: String) {
        self.waiting.set_value(Some(words));
        self.act();
    }
}
