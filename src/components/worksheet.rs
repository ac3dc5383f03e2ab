//! The reader's own list of questions, with room for the answers.

use yew::prelude::*;

use super::{
    reader_tools::{tool, tools},
    slots,
    view::View,
};
use crate::{
    content::{Explainer, Words},
    notes::LONGEST_QUESTION,
};

/// The list, still empty, and the ways to add to it and to take it along.
///
/// `living::worksheet` fills and enables it; the ways to take it along are enabled by `tools.js`, which does that.
pub(super) fn worksheet(view: &View) -> Html {
    let words = view.words();
    let take_along = [
        ("print-list", &*words.print),
        ("copy-list", &words.list_copy),
        ("share-list", &words.share),
        ("save-list", &words.list_save),
    ];
    let heading = Html::from(words.list_heading.clone());
    html! {
        <fieldset
            class="worksheet"
            part="worksheet"
            disabled=true
            data-yew=""
            data-title={title(&view.explainer)}
            data-origin={origin(&view.explainer)}
            data-remove={words.list_remove.clone()}
            data-copied={words.list_copied.clone()}
            data-saved={words.list_saved.clone()}
        >
            <legend>{ View::heading(1, "subheading", heading) }</legend>
            <p class="count" role="status" data-text={words.list_count.clone()} data-empty={words.list_empty.clone()}>
                { &words.list_empty }
            </p>
            <ol class="notes"></ol>
            <div class="own">
                <label for="own-question">{ &words.list_own }</label>
                <input type="text" id="own-question" maxlength={LONGEST_QUESTION.to_string()} autocomplete="off" />
                { tool("add-question", &words.list_add) }
            </div>
            { slots::copy("contact", view) }
            { slots::copy("review", view) }
            <p class="take-along">{ tools(&take_along) }</p>
            <p class="told" role="status"></p>
            { kept("kept-in-page", &words.list_in_page) }
            { kept("kept-in-tab", &words.list_in_tab) }
        </fieldset>
    }
}

/// How long notes are kept. Until it is offered there are none, and only one of the two is true: so that is said then.
fn kept(class: &'static str, words: &str) -> Html {
    html! {
        <p {class} data-text={words.to_owned()}><span></span></p>
    }
}

/// What stands above the list on paper and in a file: whose it is, and how fresh the text is.
fn title(explainer: &Explainer) -> String {
    let (words, edition) = (&explainer.words, &explainer.edition);
    let checked = words.month_and_year(edition.evidence_checked);
    [
        &words.list_title,
        "\n",
        &words.evidence_checked,
        " ",
        &checked,
    ]
    .concat()
}

/// What stands below it: where the questions come from, and who has reviewed them.
fn origin(explainer: &Explainer) -> String {
    let (words, edition) = (&explainer.words, &explainer.edition);
    let values = [("title", &*explainer.title), ("version", &edition.version)];
    let from = Words::fill(&words.list_origin, &values);
    [&from, " ", &words.clinical_review(edition), "."].concat()
}
