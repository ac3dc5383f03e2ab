//! The list of sources.

use yew::prelude::*;

use super::{
    spans::spans,
    view::{View, address},
};
use crate::content::{SectionId, Source};

/// Every source with its address and the way back to the text that cites it.
///
/// The page's script puts a button into `way-back` when a citation has led to the source.
pub(super) fn sources(view: &View) -> Html {
    html! {
        <ol class="sources" data-back={view.words().way_back.clone()}>
            { view.explainer.sources.iter().map(|it| source(it, view)).collect::<Html>() }
        </ol>
    }
}

fn source(source: &Source, view: &View) -> Html {
    html! {
        <li id={format!("source-{}", source.id)} tabindex="-1">
            <span class="reference">{ spans(&source.reference, view) }</span>
            <span class="way-back"></span>
            if !source.cited_in.is_empty() {
                <span class="cited-in">
                    { &view.words().cited_in }
                    {
                        (0..)
                            .zip(&source.cited_in)
                            .map(|(index, section)| back(index, source, section, view))
                            .collect::<Html>()
                    }
                </span>
            }
        </li>
    }
}

/// The way back to the first citation of `source` in a section.
fn back(index: usize, source: &Source, id: &SectionId, view: &View) -> Html {
    let heading = view
        .explainer
        .sections
        .iter()
        .find(|section| section.id == *id)
        .map(|section| &section.heading);
    html! {
        <>
            { if index == 0 { " " } else { " · " } }
            <a href={address(id)} data-section={id.to_string()} data-cited={source.id.to_string()}>
                { for heading }
            </a>
        </>
    }
}
