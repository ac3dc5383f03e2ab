//! What a reader does, and what a reader finds.

use web_sys::Element;

use crate::{
    sample::SECTIONS,
    start::{Running, find, flush},
};

/// Clicks on what `selector` names.
pub(crate) async fn click(running: &Running, selector: &str) {
    find(&running.mount.0, selector).click();
    flush().await;
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
