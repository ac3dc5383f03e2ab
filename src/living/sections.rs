//! The sections, which open and close.

use web_sys::Element;
use yew::prelude::*;

use super::{
    listener::source,
    page::{Page, data, say},
};
use crate::{
    content::{SectionId, Words},
    state::{Action, State},
};

/// Shows what has changed in the buttons and bodies that are there, and tells of it.
pub(super) fn show(
    page: &Page,
    before: &State,
    now: &State,
    on_toggle: &Callback<(SectionId, bool)>,
) {
    let changes = now.changes_since(before);
    for (id, open) in &changes {
        page.set_open(id, *open);
    }
    show_for_all(page, before, now);
    for change in changes {
        on_toggle.emit(change);
    }
}

/// What a click asks for.
pub(super) fn wish(event: &Event, page: &Page) -> Option<Action> {
    if let Some(button) = source(event, ".section-button") {
        let id = button.id().strip_suffix("-button")?.to_owned();
        let open = button.get_attribute("aria-expanded")? != "true";
        return Some(Action::SetOpen { id, open });
    }
    source(event, ".toggle-all")?;
    let all_open = page.open_sections().len() == page.sections.len();
    Some(if all_open {
        Action::CloseAll
    } else {
        Action::OpenAll
    })
}

/// Has the button for all sections say what it would do, and a status how many are open once it was used.
///
/// Only what has changed is said: a browser may have translated the rest.
fn show_for_all(page: &Page, before: &State, now: &State) {
    let total = page.sections.len();
    let are_all_open = |state: &State| state.open.len() == total;
    if are_all_open(before) != are_all_open(now)
        && let Some(button) = page.find(".toggle-all")
    {
        let label = if are_all_open(now) { "hide" } else { "show" };
        say(&button, &data(&button, label));
    }
    if before != now
        && (before.announces_count || now.announces_count)
        && let Some(status) = page.find(".toolbar > [data-text]")
    {
        say(&status, &count(now, total, &status));
    }
}

/// How many sections are open, if that is to be said.
fn count(state: &State, total: usize, status: &Element) -> String {
    if !state.announces_count {
        return String::new();
    }
    let values = [
        ("open", &*state.open.len().to_string()),
        ("total", &*total.to_string()),
    ];
    Words::fill(&data(status, "text"), &values)
}
