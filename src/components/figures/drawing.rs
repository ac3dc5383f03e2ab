//! Drawings.

use yew::prelude::*;

use crate::content::Drawing;

/// The drawing. It only decorates: what it shows stands in words beside it.
pub(crate) fn drawing(drawing: &Drawing) -> Html {
    Html::from_html_unchecked(drawing.svg.clone().into())
}
