//! The menu for size and spacing of the text. The page's script shows what is chosen in the text itself: what is above
//! the menu grows, and the menu is to stay under the finger.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    listener::source,
    page::{Page, data, elements, say},
};
use crate::{
    content::Words,
    look::{Look, LookAction},
};

/// What a click asks for.
pub(super) fn wish_of_click(event: &Event) -> Option<LookAction> {
    match &*data(&source(event, "[data-tool]")?, "tool") {
        "smaller" => Some(LookAction::Smaller),
        "larger" => Some(LookAction::Larger),
        "reset" => Some(LookAction::Reset),
        _ => None,
    }
}

/// What a box asks for that is ticked, or not any more.
pub(super) fn wish_of_choice(event: &Event) -> Option<LookAction> {
    let input: HtmlInputElement = source(event, ".choice > input")?.unchecked_into();
    match &*input.name() {
        "lines" => Some(LookAction::WideLines(input.checked())),
        "letters" => Some(LookAction::WideLetters(input.checked())),
        _ => None,
    }
}

/// Shows in the menu what is chosen.
pub(super) fn show(page: &Page, look: Look) {
    for (name, is_chosen) in [("lines", look.wide_lines), ("letters", look.wide_letters)] {
        for input in elements(&page.mount, &[".choice > input[name=", name, "]"].concat()) {
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(is_chosen);
        }
    }
    if let Some(told) = page.find(".sizes > .told") {
        let size = look.size().to_string();
        let words = Words::fill(&data(&told, "size"), &[("percent", &size)]);
        say(&told, &words);
    }
}
