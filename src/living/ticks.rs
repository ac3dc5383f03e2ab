//! The questions of the text, which the reader can tick.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::{
    listener::source,
    page::{Page, data, elements},
    text::words_of,
};
use crate::{
    content::QuestionId,
    notes::{Notes, NotesAction},
};

/// The box of a question.
const BOX: &str = ".question > input";

/// The questions of the page, in its order.
pub(super) fn questions(page: &Page) -> impl Iterator<Item = QuestionId> + use<> {
    elements(&page.mount, BOX).filter_map(|input| question_of(&input))
}

/// The words of a question of the page.
pub(super) fn words_of_question(page: &Page, id: &QuestionId) -> String {
    let words = page.find(&[BOX, "[data-question='", id, "'] + *"].concat());
    words.as_ref().map(words_of).unwrap_or_default()
}

/// What a box asks for that is ticked, or not any more.
pub(super) fn wish(event: &Event) -> Option<NotesAction> {
    tick(&source(event, BOX)?)
}

/// What the boxes ask for that are ticked already.
pub(super) fn ticked(page: &Page) -> impl Iterator<Item = NotesAction> + use<> {
    elements(&page.mount, &[BOX, ":checked"].concat()).filter_map(|input| tick(&input))
}

/// Shows in the boxes what has changed. What the reader has ticked before is left.
pub(super) fn show(page: &Page, before: &Notes, now: &Notes) {
    for input in elements(&page.mount, BOX) {
        if let Some(id) = question_of(&input)
            && now.is_ticked(&id) != before.is_ticked(&id)
        {
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(now.is_ticked(&id));
        }
    }
}

fn tick(input: &Element) -> Option<NotesAction> {
    let ticked = input.unchecked_ref::<HtmlInputElement>().checked();
    question_of(input).map(|id| NotesAction::Tick { id, ticked })
}

fn question_of(input: &Element) -> Option<QuestionId> {
    QuestionId::new(&data(input, "question")).ok()
}
