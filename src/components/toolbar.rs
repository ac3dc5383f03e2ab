//! The button for all sections at once, and the tools that stand beside it.

use yew::prelude::*;

use super::{reader_tools::reader_tools, view::View};

/// The button that opens the search; the button that shows all sections or, once all are open, hides them; and a status
/// that says how many are open then.
///
/// The `data-` attributes hold the words for what answers them.
pub(super) fn toolbar(view: &View) -> Html {
    let words = view.words();
    html! {
        <div class="toolbar" part="toolbar">
            <button
                type="button"
                class="search-button"
                part="search-button"
                aria-expanded="false"
                data-label={words.search_label.clone()}
                data-found={words.search_found.clone()}
                data-first={words.search_first.clone()}
                data-all={words.search_all.clone()}
                data-none={words.search_none.clone()}
                data-closest={words.search_closest.clone()}
                data-long={words.search_long.clone()}
                data-yew=""
                disabled=true
            >
                { &words.search }
            </button>
            <button
                type="button"
                class="toggle-all"
                part="toggle-all"
                data-show={words.show_all.clone()}
                data-hide={words.hide_all.clone()}
                disabled=true
            >
                <span>{ &words.hide_all }</span>
            </button>
            { reader_tools(view) }
            <p class="visually-hidden" role="status" data-text={words.open_count.clone()}><span></span></p>
        </div>
    }
}
