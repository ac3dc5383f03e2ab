//! Version, dates and review of the text.

use yew::prelude::*;

use super::{
    slots::{copy, or_else},
    view::View,
};

/// What we say of it, and what the host page says.
pub(super) fn edition(view: &View) -> Html {
    let words = view.words();
    let edition = &view.explainer.edition;
    let publisher = edition.publisher.as_ref().unwrap_or(&words.publisher_none);
    let of_site = [
        (
            &*words.site_review,
            or_else("review", &words.site_review_none),
        ),
        (&*words.publisher, or_else("publisher", publisher)),
    ];
    let row = |class: Option<&'static str>, name: &str, fact: Html| {
        html! {
            <div {class}>
                <dt>{ name.to_owned() }</dt>
                <dd>{ fact }</dd>
            </div>
        }
    };
    html! {
        <div>
            <dl class="facts">
                for (name, fact) in words.facts(edition) {
                    { row(None, name, fact.into()) }
                }
                for (name, fact) in of_site {
                    { row(Some("of-site"), name, fact) }
                }
            </dl>
            // Whom to tell of an error.
            { copy("contact", view) }
        </div>
    }
}
