//! Version, dates and review of the text.

use yew::prelude::*;

use super::{slots::or_else, view::View};

/// What a reader needs to judge how fresh and how well checked the text is.
pub(super) fn edition(view: &View) -> Html {
    let words = view.words();
    let edition = &view.explainer.edition;
    let text = |text: &str| Html::from(text.to_owned());
    let facts = [
        (&words.version, Some(text(&edition.version))),
        (
            &words.published,
            edition
                .published
                .map(|date| text(&words.month_and_year(date))),
        ),
        (
            &words.evidence_checked,
            Some(text(&words.month_and_year(edition.evidence_checked))),
        ),
        (
            &words.review_due,
            Some(text(&words.month_and_year(edition.review_due))),
        ),
        (&words.written_by, Some(text(&edition.written_by))),
        (
            &words.clinical_review,
            Some(text(&words.clinical_review_in_full(edition))),
        ),
        (
            &words.translation,
            Some(text(words.translation(edition.translation))),
        ),
    ];
    let publisher = edition.publisher.as_ref().unwrap_or(&words.publisher_none);
    let of_site = [
        (
            &words.site_review,
            or_else("review", &words.site_review_none),
        ),
        (&words.publisher, or_else("publisher", publisher)),
    ];
    let row = |class: Option<&'static str>, (name, fact): (&String, Html)| {
        html! {
            <div {class}>
                <dt>{ name }</dt>
                <dd>{ fact }</dd>
            </div>
        }
    };
    html! {
        <dl class="facts">
            for (name, fact) in facts {
                if let Some(fact) = fact {
                    { row(None, (name, fact)) }
                }
            }
            for it in of_site {
                { row(Some("of-site"), it) }
            }
        </dl>
    }
}
