//! Figures: drawn as SVG, and written as a table from the same data.

mod cells;
mod ranges;

use yew::prelude::*;

use super::{blocks::more_detail, spans::citation, view::View};
use crate::content::FigureId;

pub(super) use cells::cells;

/// The figure `id`, with its caption, its source and its numbers as a table.
pub(super) fn figure(id: &FigureId, description: &str, view: &View) -> Html {
    let Some(figure) = view
        .explainer
        .figures
        .iter()
        .find(|figure| figure.id == *id)
    else {
        return Html::default();
    };
    let words = view.words();
    html! {
        <figure class="figure" part="figure">
            <figcaption>
                { &figure.caption }
                { citation(&figure.source, view) }
            </figcaption>
            { ranges::drawing(figure, description) }
            { more_detail(&words.figure_as_table, ranges::as_table(figure, view), view) }
        </figure>
    }
}
