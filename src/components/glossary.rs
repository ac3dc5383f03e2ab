//! Words explained: as a list, and in place.

use yew::prelude::*;

use super::{popover::popover, view::View};
use crate::content;

/// Every term with its meaning, from A to Z.
pub(super) fn glossary(view: &View) -> Html {
    html! {
        <dl class="glossary">
            for term in &view.explainer.terms {
                <div>
                    <dt>{ &term.term }</dt>
                    <dd>{ &term.meaning }</dd>
                </div>
            }
        </dl>
    }
}

/// The explanation of each term, which the browser opens beside the word.
///
/// `later.js` puts the focus on it, so that a screen reader reads it, and gives it back: the attribute `autofocus`
/// would do so too, but makes Chromium complain in a frame.
pub(super) fn term_popovers(view: &View) -> Html {
    html! {
        <div class="popovers">
            for term in &view.explainer.terms {
                { explained(term, view) }
            }
        </div>
    }
}

fn explained(term: &content::Term, view: &View) -> Html {
    let words = html! { <><strong>{ &term.term }</strong><p>{ &term.meaning }</p></> };
    popover(format!("term-{}", term.id), &term.term, words, view)
}
