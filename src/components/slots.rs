//! What the host page says of its own: whom to call, who has reviewed the text there, who publishes it.
//!
//! A slot shows it, and needs no script for that. A slot has one place; where its text has others, the page's script
//! copies it there. Each place says that it is the host page's own.

use yew::prelude::*;

use super::view::View;
use crate::content::Words;

/// Where the text of a slot is copied, empty until the host page has put something there.
pub(super) fn copy(slot: &'static str, view: &View) -> Html {
    host_words(slot, &view.words().from_site)
}

/// The slot for whom to call, below words of ours that say whose it is once there is something in it.
pub(super) fn contact(view: &View) -> Html {
    let label = Words::fill(&view.words().from_site, &[("text", "")]);
    html! {
        <div class="contact">
            { host_words("contact", label.trim_end()) }
            <slot name="contact"></slot>
        </div>
    }
}

/// A slot, with what stands there while the host page has put nothing in.
pub(super) fn or_else(slot: &'static str, words: &str) -> Html {
    html! { <slot name={slot}>{ words }</slot> }
}

fn host_words(slot: &'static str, template: &str) -> Html {
    html! {
        <p class="from-site" part="from-site" data-copies={slot} data-text={template.to_owned()}></p>
    }
}
