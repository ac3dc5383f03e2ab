//! Drawings, as the page has them.

use web_sys::Element;
use yew::prelude::*;

use crate::content::Drawing;

/// The drawing. It only decorates: what it shows stands in words beside it.
///
/// Pre-rendering writes it. Hydration takes over whatever it finds in its place, so that no drawing is downloaded
/// twice.
pub(crate) fn drawing(drawing: &Drawing) -> Html {
    Html::from_html_unchecked(drawing.svg.clone().into())
}

/// Shows the place of stop `chosen` on the map in `figure` as chosen, and no other; with 0 none.
pub(super) fn show_chosen(figure: &Element, chosen: usize) {
    for (selector, class) in [
        (".chosen".to_owned(), "place"),
        (format!(".place[data-chooses='{chosen}']"), "place chosen"),
    ] {
        if let Ok(Some(place)) = figure.query_selector(&selector) {
            let _ = place.set_attribute("class", class);
        }
    }
}
