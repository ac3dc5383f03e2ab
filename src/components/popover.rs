//! What stands above the text until the reader closes it.

use yew::prelude::*;

use super::view::View;

/// A dialog that the browser itself opens and closes; a button names it by its `id` in `popovertarget`.
pub(super) fn popover(id: String, name: &str, contents: Html, view: &View) -> Html {
    html! {
        <div
            class="popover"
            part="popover"
            id={id.clone()}
            popover="auto"
            role="dialog"
            aria-label={name.to_owned()}
        >
            { contents }
            <button type="button" class="popover-close" popovertarget={id} popovertargetaction="hide">
                { &view.words().close }
            </button>
        </div>
    }
}
