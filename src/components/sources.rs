//! The list of sources.

use yew::prelude::*;

use super::{spans::spans, view::View};
use crate::content::Source;

/// Every source with its address.
///
/// The page's script adds what only it can follow: where each is cited, and the way back once a citation has led there.
pub(super) fn sources(view: &View) -> Html {
    let words = view.words();
    html! {
        <ol class="sources" data-back={words.way_back.clone()} data-cited-in={words.cited_in.clone()}>
            { view.explainer.sources.iter().map(|it| source(it, view)).collect::<Html>() }
        </ol>
    }
}

fn source(source: &Source, view: &View) -> Html {
    html! {
        <li id={format!("source-{}", source.id)}>{ spans(&source.reference, view) }</li>
    }
}
