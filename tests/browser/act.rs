//! What a reader does, and what a reader finds.

use web_sys::{Element, KeyboardEvent, KeyboardEventInit};

use crate::{
    sample::SECTIONS,
    start::{Running, find, flush},
};

/// Clicks on what `selector` names.
pub(crate) async fn click(running: &Running, selector: &str) {
    find(&running.mount.0, selector).click();
    flush().await;
}

/// How a key has to do with the composing of letters, as Chinese, Japanese and Korean are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Composing {
    /// It is for something else.
    Not,
    /// The browser says so.
    Goes,
    /// As Safari tells of the key that has ended it.
    Ends,
}

/// Presses a key where `selector` says; gives whether the browser still does what it does by itself.
pub(crate) async fn press(running: &Running, selector: &str, key: &str) -> bool {
    press_while(running, selector, key, Composing::Not).await
}

/// The same, while letters may be composed.
pub(crate) async fn press_while(
    running: &Running,
    selector: &str,
    key: &str,
    composing: Composing,
) -> bool {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_is_composing(composing == Composing::Goes);
    if composing == Composing::Ends {
        options.set_key_code(229);
    }
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options);
    let goes_on = find(&running.mount.0, selector)
        .dispatch_event(&event.expect("an event"))
        .expect("it is heard");
    flush().await;
    goes_on
}

/// The sections that show their body; what their buttons say must agree.
pub(crate) fn open_sections(root: &Element) -> Vec<&'static str> {
    let is_open = |id: &&str| {
        let hidden = find(root, &format!("#{id}-body")).get_attribute("hidden");
        let expanded = find(root, &format!("#{id}-button")).get_attribute("aria-expanded");
        match (hidden.as_deref(), expanded.as_deref()) {
            (None, Some("true")) => true,
            (Some("until-found"), Some("false")) => false,
            other => panic!("the body and the button of `{id}` disagree: {other:?}"),
        }
    };
    SECTIONS.into_iter().filter(is_open).collect()
}

/// What the status says aloud.
pub(crate) fn status(running: &Running) -> String {
    find(&running.mount.0, ".toolbar > [data-text]")
        .text_content()
        .unwrap_or_default()
}

/// The label of the button for all sections.
pub(crate) fn label(running: &Running) -> String {
    find(&running.mount.0, ".toggle-all")
        .text_content()
        .unwrap_or_default()
}

/// Takes what `on_toggle` was told since the last time.
pub(crate) fn told(running: &Running) -> Vec<(String, bool)> {
    running.told.take()
}

pub(crate) fn opened(id: &str) -> (String, bool) {
    (id.to_owned(), true)
}

pub(crate) fn closed(id: &str) -> (String, bool) {
    (id.to_owned(), false)
}
