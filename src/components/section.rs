//! One expandable section.

use yew::prelude::*;

use super::{blocks::blocks, spans::text, view::View};
use crate::content;

/// A heading whose button shows and hides the body, once something answers it.
///
/// The body stays in the page while closed, so that find-in-page and print see it.
pub(super) fn section(section: &content::Section, view: &View) -> Html {
    let id = &section.id;
    let button = html! {
        <button
            type="button"
            class="section-button"
            part="section-button"
            id={format!("{id}-button")}
            aria-expanded="true"
            aria-controls={format!("{id}-body")}
            aria-describedby={format!("{id}-summary")}
            disabled=true
        >
            <span class="mark" aria-hidden="true"></span>
            { text(&section.heading) }
        </button>
    };
    html! {
        <section class="section" part="section" id={format!("section-{id}")}>
            <div class="section-header" part="section-header">
                { View::heading(0, "section-heading", button) }
                <p class="section-summary" id={format!("{id}-summary")}>{ text(&section.summary) }</p>
            </div>
            <div class="section-body" part="section-body" id={format!("{id}-body")}>
                { blocks(&section.blocks, view) }
            </div>
        </section>
    }
}
