//! Figures: drawn as SVG, and written in words from the same data.

mod drawing;
mod parts;
mod ranges;
mod shares;
mod timeline;

use yew::prelude::*;

use super::{spans::citation, table::table, view::View};
use crate::content::{FigureData, FigureId};

pub(super) use drawing::drawing;

/// The figure `id`, with its caption, its source and all that it shows in words.
pub(super) fn figure(id: &FigureId, description: &str, view: &View) -> Html {
    let Some(figure) = view
        .explainer
        .figures
        .iter()
        .find(|figure| figure.id == *id)
    else {
        return Html::default();
    };
    let body = match &figure.data {
        FigureData::Study(it) => ranges::study(it, description, view),
        FigureData::Tour(it) => parts::tour(it, view),
        FigureData::Timeline(cards) => timeline::timeline(cards, view),
        FigureData::Shares(groups) => shares::shares(groups, view),
        FigureData::Table(it) => table(it, view),
    };
    let caption = format!("caption-{id}");
    html! {
        <figure class="figure" part="figure" aria-labelledby={caption.clone()}>
            <figcaption>
                <span id={caption}>{ &figure.caption }</span>
                { for figure.sources().map(|source| citation(source, view)) }
            </figcaption>
            { body }
        </figure>
    }
}
