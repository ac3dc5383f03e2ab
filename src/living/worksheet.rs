//! The reader's own list of questions.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    desk::Desk,
    entry::Entry,
    listener::{is_composing, key_of, source},
    page::{Page, data, elements, say},
    reading::Step,
    ticks::words_of_question,
};
use crate::{
    content::Words,
    notes::{Note, Notes, NotesAction, Question, as_text},
};

/// The field for a question of the reader's own.
const OWN: &str = "#own-question";

/// A list to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// The name of the button that asks for it, which says in what way.
    pub tool: String,
    /// The list as a text.
    pub text: String,
}

/// What is on the list, in its place in the page: each question with the field for its answer.
pub(super) fn entries(desk: &Desk, notes: &Notes) -> Html {
    let page = &desk.props.page;
    let (Some(list), Some(sheet)) = (page.find(".notes"), page.find(".worksheet")) else {
        return Html::default();
    };
    let entry = |(number, note): (usize, &Note)| {
        let is_own = matches!(note.question, Question::Own(_));
        html! {
            <Entry
                key={key(&note.question)}
                {number}
                words={words(desk, &note.question)}
                answer={note.answer.clone()}
                remove={is_own.then(|| data(&sheet, "remove"))}
            />
        }
    };
    let listed = notes.listed(&desk.questions);
    create_portal(listed.into_iter().enumerate().map(entry).collect(), list)
}

/// Tells the entries of the list apart. No id has a space in it.
fn key(question: &Question) -> String {
    match question {
        Question::OfText(id) => id.to_string(),
        Question::Own(words) => ["own ", words].concat(),
    }
}

/// A question in words.
fn words(desk: &Desk, question: &Question) -> String {
    match question {
        Question::OfText(id) => words_of_question(&desk.props.page, id),
        Question::Own(words) => words.clone(),
    }
}

/// Does what a click asks for.
pub(super) fn answer_click(desk: &Desk, event: &Event) -> Option<()> {
    let button = source(event, ".worksheet [data-tool]")?;
    let tool = data(&button, "tool");
    match &*tool {
        "add-question" => add(desk)?,
        "remove-question" => {
            if let Question::Own(words) = question_around(desk, &button)? {
                desk.step(Step::Notes(NotesAction::Remove(words)));
                // The button that had the focus goes with its question.
                focus(&desk.props.page);
            }
        }
        "copy-list" | "share-list" | "save-list" => {
            let text = text(desk)?;
            desk.hand_out(Handout { tool, text });
        }
        _ => {}
    }
    Some(())
}

/// Enter adds a question.
pub(super) fn answer_key(desk: &Desk, event: &Event) -> Option<()> {
    source(event, OWN)?;
    let event = key_of(event)?;
    if event.key() == "Enter" && !is_composing(event) {
        add(desk)?;
    }
    Some(())
}

/// What is written as an answer.
pub(super) fn answer_written(desk: &Desk, event: &Event) -> Option<NotesAction> {
    let field = source(event, ".answer > textarea")?;
    let question = question_around(desk, &field)?;
    let answer = field.unchecked_into::<HtmlTextAreaElement>().value();
    Some(NotesAction::Answer { question, answer })
}

/// The question whose entry something stands in.
fn question_around(desk: &Desk, element: &Element) -> Option<Question> {
    let entry = element.closest(".notes > li").ok()??;
    let place = elements(&desk.props.page.mount, ".notes > li").position(|it| it == entry)?;
    desk.with_notes(|notes| {
        let listed = notes.listed(&desk.questions);
        listed.get(place).map(|note| note.question.clone())
    })
}

/// Adds what stands in the field for an own question, and empties the field.
fn add(desk: &Desk) -> Option<()> {
    let page = &desk.props.page;
    let field: HtmlInputElement = page.find(OWN)?.unchecked_into();
    desk.step(Step::Notes(NotesAction::Add(field.value())));
    field.set_value("");
    focus(page)
}

fn focus(page: &Page) -> Option<()> {
    let field: HtmlElement = page.find(OWN)?.unchecked_into();
    field.focus().ok()
}

/// The list to take along. Without a single note it is every question.
fn text(desk: &Desk) -> Option<String> {
    let page = &desk.props.page;
    let sheet = page.find(".worksheet")?;
    desk.with_notes(|notes| {
        let listed = notes.listed(&desk.questions).into_iter();
        let mut entries: Vec<(String, &str)> = listed
            .map(|note| (words(desk, &note.question), &*note.answer))
            .collect();
        if entries.is_empty() {
            let all = desk.questions.iter();
            entries = all.map(|id| (words_of_question(page, id), "")).collect();
        }
        let [title, origin] = ["title", "origin"].map(|name| data(&sheet, name));
        Some(as_text(&title, &entries, &origin))
    })
}

/// Says how long notes are kept, which is not true before. Once: a browser may have translated it since.
pub(super) fn say_how_long(page: &Page) {
    for words in elements(&page.mount, ".worksheet > [data-text] > span:empty") {
        if let Some(parent) = words.parent_element() {
            say(&words, &data(&parent, "text"));
        }
    }
}

/// Says how many questions are on the list, if that has changed: a browser may have translated the rest.
pub(super) fn say_count(desk: &Desk, before: &Notes, now: &Notes) -> Option<()> {
    let [before, now] = [before, now].map(|notes| notes.listed(&desk.questions).len());
    let status = desk.props.page.find(".worksheet > .count")?;
    if before != now {
        let words = match now {
            0 => data(&status, "empty"),
            count => Words::fill(&data(&status, "text"), &[("count", &count.to_string())]),
        };
        say(&status, &words);
    }
    Some(())
}
