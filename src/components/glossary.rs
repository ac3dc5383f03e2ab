//! Words explained: as a list, and in place.

use yew::prelude::*;

use super::view::View;

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

#[derive(PartialEq, Properties)]
pub(super) struct TermPopoversProps {
    pub(super) view: View,
}

/// The explanation of each term, which the browser opens beside the word.
///
/// `later.js` puts the focus on it, so that a screen reader reads it, and gives it back: the attribute `autofocus`
/// would do so too, but makes Chromium complain in a frame.
#[component]
pub(super) fn TermPopovers(TermPopoversProps { view }: &TermPopoversProps) -> Html {
    html! {
        <div class="popovers">
            for term in &view.explainer.terms {
                <div
                    class="popover"
                    part="popover"
                    id={format!("term-{}", term.id)}
                    popover="auto"
                    role="dialog"
                    aria-label={term.term.clone()}
                    tabindex="-1"
                >
                    <p><strong>{ &term.term }</strong></p>
                    <p>{ &term.meaning }</p>
                    <button
                        type="button"
                        class="popover-close"
                        popovertarget={format!("term-{}", term.id)}
                        popovertargetaction="hide"
                    >
                        { &view.words().close }
                    </button>
                </div>
            }
        </div>
    }
}
