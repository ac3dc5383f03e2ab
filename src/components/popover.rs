//! What stands above the text until the reader closes it.

use yew::prelude::*;

use super::view::View;

/// A dialog below its name. The browser itself opens and closes it; a button names it by its `id` in `popovertarget`.
pub(super) fn menu(id: String, name: &str, contents: Html, view: &View) -> Html {
    let titled = html! { <><strong>{ name }</strong>{ contents }</> };
    popover(id, name, titled, view)
}

/// The same without a title of its own.
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
            <button
                type="button"
                class="popover-close"
                popovertarget={id}
                popovertargetaction="hide"
                aria-label={view.words().close.clone()}
            >
                { "×" }
            </button>
            { contents }
        </div>
    }
}
