//! Hearing what a reader does, and ceasing to.

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Element, Event, KeyboardEvent};

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Has nothing answer any more: after a panic, what this module keeps may be half done.
pub fn stop_listening() {
    STOPPED.set(true);
}

/// Calls `answer` for each of these events in `element`, until the listeners are dropped.
///
/// Not Yew's own `onclick`: with that, a root that has ended keeps its node and one listener for good, since the
/// closure of the listener holds the root that holds it (Yew 0.23). A page that shows and removes explainers would grow
/// with each.
pub(super) fn listen<const N: usize>(
    element: &Element,
    events: [&'static str; N],
    answer: impl Fn(&Event) + Clone + 'static,
) -> [EventListener; N] {
    events.map(|event| {
        let answer = answer.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(element, event, options, move |event| {
            if !STOPPED.get() {
                answer(event);
            }
        })
    })
}

/// The element inside `selector` that an event comes from, or the element itself.
pub(super) fn source(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?;
    wasm_bindgen::JsCast::unchecked_into::<Element>(target)
        .closest(selector)
        .ok()?
}

/// The key that an event is about; none for what browsers and extensions call so when they fill in a form.
pub(super) fn key_of(event: &Event) -> Option<&KeyboardEvent> {
    wasm_bindgen::JsCast::dyn_ref(event)
}

/// Whether a key is for the composing of letters, as Chinese, Japanese and Korean are written. Safari tells of the key
/// that ends it only after it has ended, by the number 229 (<https://www.w3.org/TR/uievents/#legacy-key-attributes>).
pub(super) fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}
