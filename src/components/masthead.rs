//! Title, main message and how fresh the text is.

use yew::prelude::*;

use super::{blocks::blocks, figures::cells, spans::text, view::View};
use crate::content::SectionId;

/// The top of the explainer. A host page may put a heading of its own into the slot `title`.
pub(super) fn masthead(view: &View) -> Html {
    let explainer = &view.explainer;
    let words = view.words();
    let edition = &explainer.edition;
    let about = SectionId::new("about")
        .map(|about| view.options.anchor(&about))
        .ok();
    html! {
        <header class="masthead" part="masthead">
            { cells() }
            <slot name="title"><p class="title" part="title">{ text(&explainer.title) }</p></slot>
            <div class="main-message" part="main-message">{ blocks(&explainer.main_message, view) }</div>
            <p class="dateline">
                { format!("{} {}. ", words.evidence_checked, words.month_and_year(edition.evidence_checked)) }
                <a href={about} data-section="about">{ words.clinical_review(edition.clinical_review) }</a>
                { "." }
            </p>
        </header>
    }
}
