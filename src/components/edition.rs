//! Version, dates and review of the text.

use yew::prelude::*;

use super::view::View;

/// What a reader needs to judge how fresh and how well checked the text is.
pub(super) fn edition(view: &View) -> Html {
    let words = view.words();
    let edition = &view.explainer.edition;
    let facts = [
        (&words.version, edition.version.clone()),
        (
            &words.evidence_checked,
            words.month_and_year(edition.evidence_checked),
        ),
        (&words.review_due, words.month_and_year(edition.review_due)),
        (&words.written_by, edition.written_by.clone()),
        (
            &words.clinical_review,
            words.clinical_review(edition.clinical_review).to_owned(),
        ),
        (
            &words.translation,
            words.translation(edition.translation).to_owned(),
        ),
    ];
    html! {
        <dl class="facts">
            for (name, fact) in facts {
                <div>
                    <dt>{ name }</dt>
                    <dd>{ fact }</dd>
                </div>
            }
        </dl>
    }
}
