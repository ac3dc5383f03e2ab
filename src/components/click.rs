//! Hearing clicks, and ceasing to.

use gloo_events::EventListener;
use yew::prelude::*;

/// Calls `on_click` for each click on `target`; does nothing when pre-rendered.
///
/// Not Yew's own `onclick`: with that, a root that has ended keeps its node and one listener for good,
/// since the closure of the listener holds the root that holds it (Yew 0.23). A page that shows and
/// removes explainers would grow with each.
#[hook]
pub(super) fn use_click(target: &NodeRef, on_click: Callback<()>) {
    use_effect_with((target.clone(), on_click), |(target, on_click)| {
        let on_click = on_click.clone();
        let listener = target
            .get()
            .map(|node| EventListener::new(&node, "click", move |_| on_click.emit(())));
        move || drop(listener)
    });
}
