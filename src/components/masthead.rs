//! Title, main message and how fresh the text is.

use yew::prelude::*;

use super::{blocks::blocks, figures::drawing, spans::text, view::View};
use crate::content::{SectionId, Words};

/// The top of the explainer. A host page may put a heading of its own into the slot `title`.
///
/// Hydration writes each attribute again that it is given, so it is given neither the one that a script changes, nor
/// the name of the slot: `WebKit` scrolls to the top when a slot gets its name.
pub(super) fn masthead(view: &View) -> Html {
    let explainer = &view.explainer;
    let words = view.words();
    let edition = &explainer.edition;
    let due = words.month_and_year(edition.review_due);
    let about = SectionId::new("about").ok();
    let about = about.and_then(|about| view.options.address(&about));
    html! {
        <header class="masthead" part="masthead">
            { drawing(&explainer.picture) }
            <p
                class="past-due"
                part="past-due"
                data-text={Words::fill(&words.past_due, &[("date", &due)])}
                hidden={!view.running}
            >
                // Not true before that day, and whoever reads the page without its script reads what is hidden, too.
                { Html::from_html_unchecked("<span></span>".into()) }
            </p>
            <slot name={(!view.running).then_some("title")}>
                <p class="title" part="title">{ text(&explainer.title) }</p>
            </slot>
            <div class="main-message" part="main-message">{ blocks(&explainer.main_message, view) }</div>
            <p class="dateline">
                { format!("{} {}. ", words.evidence_checked, words.month_and_year(edition.evidence_checked)) }
                <a href={about} data-section="about">{ words.clinical_review(edition.clinical_review) }</a>
                { "." }
            </p>
            <p class="on-paper">
                { format!("{} {}. {} {}.", words.version, edition.version, words.review_due, due) }
            </p>
        </header>
    }
}
