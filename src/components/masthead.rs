//! Title, main message and how fresh the text is.

use yew::prelude::*;

use super::{
    blocks::blocks,
    figures::drawing,
    slots,
    spans::text,
    view::{View, address},
};
use crate::content::{SectionId, Words};

/// The top of the explainer: the title, and what matters most in one paragraph. No more, so that a reader who is
/// frightened finds the help box below it without scrolling. A host page may put a heading of its own into the slot
/// `title`.
pub(super) fn masthead(view: &View) -> Html {
    let explainer = &view.explainer;
    let [lead, ..] = explainer.main_message_parts();
    html! {
        <header class="masthead" part="masthead">
            { drawing(&explainer.picture) }
            <slot name="title">
                { View::title(text(&explainer.title)) }
            </slot>
            <div class="main-message" part="main-message">{ blocks(lead, view) }</div>
        </header>
    }
}

/// For whom the text is. On a phone it is seen below the help box, which is to be on the first screen there.
pub(super) fn audience(view: &View) -> Html {
    let [_, audience, _] = view.explainer.main_message_parts();
    html! {
        if !audience.is_empty() {
            <div class="audience" part="main-message">{ blocks(audience, view) }</div>
        }
    }
}

/// What follows the help box: the rest of the main message, and how fresh the text is.
pub(super) fn below_help(view: &View) -> Html {
    let explainer = &view.explainer;
    let [.., rest] = explainer.main_message_parts();
    let words = view.words();
    let edition = &explainer.edition;
    let due = words.month_and_year(edition.review_due);
    let about = SectionId::new("about").ok();
    let about = about.map(|about| address(&about));
    html! {
        <div class="below-help">
            <p
                class="past-due"
                part="past-due"
                data-text={Words::fill(&words.past_due, &[("date", &due)])}
                hidden=true
            >
                // Not true before that day, and whoever reads the page without its script reads what is hidden, too.
                <span></span>
            </p>
            if !rest.is_empty() {
                <div class="main-message" part="main-message">{ blocks(rest, view) }</div>
            }
            <p class="dateline">
                { format!("{} {}. ", words.evidence_checked, words.month_and_year(edition.evidence_checked)) }
                <a href={about} data-section="about">{ words.clinical_review(edition) }</a>
                { "." }
            </p>
            { slots::copy("review", view) }
            <p class="on-paper">
                { format!("{} {}. {} {}.", words.version, edition.version, words.review_due, due) }
            </p>
        </div>
    }
}
