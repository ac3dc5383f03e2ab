//! Hearing events of any name, and ceasing to.

use gloo_events::{EventListener, EventListenerOptions};
use yew::prelude::*;

/// Calls `on_event` for each event of this name at `target` or inside; does nothing when pre-rendered.
///
/// The event may be kept from what it does by itself.
/// Not Yew's own listeners: see [`use_click`](super::click::use_click).
#[hook]
pub(super) fn use_event(target: &NodeRef, name: &'static str, on_event: Callback<Event>) {
    use_effect_with((target.clone(), on_event), move |(target, on_event)| {
        let on_event = on_event.clone();
        let listener = target.get().map(|node| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&node, name, options, move |event| {
                on_event.emit(event.clone());
            })
        });
        move || drop(listener)
    });
}
