//! The reader's own list of questions.

use lupus_car_t::notes::{Notes, NotesAction, Question};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement};

use crate::{
    act::{Composing, click, press, press_while},
    sample::question_id,
    start::{Running, document, find, flush, page_with_open, with_open},
};

/// The questions on the list, each with what stands in its field.
fn list(root: &Element) -> Vec<(String, String)> {
    let entries = root.query_selector_all(".notes > li").expect("a selector");
    let entry = |index| {
        let entry: Element = entries.get(index)?.unchecked_into();
        let words = find(&entry, "label").text_content().unwrap_or_default();
        let field: HtmlTextAreaElement = find(&entry, "textarea").unchecked_into();
        Some((words, field.value()))
    };
    (0..entries.length()).filter_map(entry).collect()
}

fn entry(question: &str, answer: &str) -> (String, String) {
    (question.to_owned(), answer.to_owned())
}

fn box_of(question: &str) -> String {
    format!("[data-question={question}]")
}

fn is_ticked(root: &Element, question: &str) -> bool {
    let input: HtmlInputElement = find(root, &box_of(question)).unchecked_into();
    input.checked()
}

fn count(root: &Element) -> String {
    let status = find(root, ".worksheet > .count");
    status.text_content().unwrap_or_default()
}

fn focused() -> Option<String> {
    document().active_element().map(|it| it.id())
}

/// Writes into a field as a reader does.
async fn write(running: &Running, selector: &str, words: &str) {
    let field = find(&running.mount.0, selector);
    match field.clone().dyn_into::<HtmlTextAreaElement>() {
        Ok(area) => area.set_value(words),
        Err(field) => field.unchecked_into::<HtmlInputElement>().set_value(words),
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &init).expect("an event");
    field.dispatch_event(&event).expect("it is sent");
    flush().await;
}

fn noted(actions: &[NotesAction]) -> Notes {
    let start = Notes::default();
    actions
        .iter()
        .fold(start, |notes, action| notes.after(action))
}

fn tick(question: &str) -> NotesAction {
    let id = question_id(question);
    NotesAction::Tick { id, ticked: true }
}

#[wasm_bindgen_test]
async fn what_is_ticked_is_listed_in_the_order_of_the_text_and_told() {
    let running = with_open(&["risks"]).await;
    let root = &running.mount.0;
    assert_eq!(count(root), "Nothing yet");
    click(&running, &box_of("why")).await;
    click(&running, &box_of("how")).await;
    assert_eq!(list(root), [entry("how?", ""), entry("why?", "")]);
    assert_eq!(count(root), "2 listed");
    write(&running, ".notes > li:last-child textarea", "Because").await;
    let told = running.notes.borrow().last().cloned();
    let answer = NotesAction::Answer {
        question: Question::OfText(question_id("why")),
        answer: "Because".to_owned(),
    };
    assert_eq!(told, Some(noted(&[tick("why"), tick("how"), answer])));

    click(&running, &box_of("why")).await;
    assert_eq!(list(root), [entry("how?", "")]);
    click(&running, &box_of("why")).await;
    assert_eq!(list(root), [entry("how?", ""), entry("why?", "Because")]);
}

#[wasm_bindgen_test]
async fn what_was_ticked_before_is_listed_and_what_was_kept_is_ticked() {
    let mount = page_with_open(&["risks"]).await;
    find(&mount.0, &box_of("when")).click();
    let running = Running::start(mount).await;
    let root = &running.mount.0;
    assert_eq!(list(root), [entry("when?", "")]);
    let kept = noted(&[tick("how"), NotesAction::Add("Mine".to_owned())]);
    running
        .recall(kept, lupus_car_t::look::Look::default())
        .await;
    let all = [entry("how?", ""), entry("when?", ""), entry("Mine", "")];
    assert_eq!(list(root), all);
    assert!(is_ticked(root, "how") && is_ticked(root, "when") && !is_ticked(root, "why"));
}

#[wasm_bindgen_test]
async fn an_own_question_is_added_by_button_and_enter_but_not_while_composing() {
    let running = with_open(&["risks"]).await;
    let root = &running.mount.0;
    write(&running, "#own-question", "Mine").await;
    for composing in [Composing::Goes, Composing::Ends] {
        press_while(&running, "#own-question", "Enter", composing).await;
    }
    assert_eq!(list(root), []);
    press(&running, "#own-question", "Enter").await;
    assert_eq!(list(root), [entry("Mine", "")]);
    write(&running, "#own-question", "Another").await;
    click(&running, "[data-tool=add-question]").await;
    assert_eq!(list(root), [entry("Mine", ""), entry("Another", "")]);
    assert_eq!(focused().as_deref(), Some("own-question"));

    let remove = find(root, "[data-tool=remove-question]");
    assert_eq!(
        remove.get_attribute("aria-label").as_deref(),
        Some("Remove: Mine")
    );
    remove.focus().expect("it takes the focus");
    click(&running, "[data-tool=remove-question]").await;
    assert_eq!(list(root), [entry("Another", "")]);
    assert_eq!(focused().as_deref(), Some("own-question"));
}

#[wasm_bindgen_test]
async fn a_field_is_never_written_to_while_the_reader_writes_in_it() {
    let running = with_open(&["risks"]).await;
    let root = &running.mount.0;
    click(&running, &box_of("why")).await;
    write(&running, "#note-0", "Because it").await;
    let field: HtmlTextAreaElement = find(root, "#note-0").unchecked_into();
    field.focus().expect("it takes the focus");
    field.set_selection_range(7, 7).expect("a caret");
    // What a reader has written that no event has told of yet, as while letters are composed.
    field.set_range_text(", so").expect("it is written");
    click(&running, &box_of("how")).await;
    assert_eq!(field.value(), "Because, so it");
    let now = document().active_element().map(JsCast::unchecked_into);
    assert_eq!(now, Some(field));
}

#[wasm_bindgen_test]
async fn a_list_is_handed_out_as_a_text_and_without_a_note_it_is_every_question() {
    let running = with_open(&["risks"]).await;
    let text = |running: &Running| {
        let handout = running.handouts.borrow().last().cloned();
        handout.map(|it| (it.tool, it.text)).unwrap_or_default()
    };
    find(&running.mount.0, "[data-tool=copy-list]")
        .remove_attribute("disabled")
        .expect("an attribute");
    click(&running, "[data-tool=copy-list]").await;
    let (tool, all) = text(&running);
    assert_eq!(tool, "copy-list");
    assert!(
        all.starts_with("My list") && all.contains("3. why?\n   ____"),
        "{all}"
    );
    click(&running, &box_of("when")).await;
    write(&running, "#note-0", "Soon").await;
    click(&running, "[data-tool=copy-list]").await;
    let (_, one) = text(&running);
    assert!(one.contains("\n\n1. when?\n   Soon\n\nFrom"), "{one}");
}

#[wasm_bindgen_test]
async fn what_was_put_there_goes_with_the_explainer_and_ticks_stay() {
    let mut running = with_open(&["risks"]).await;
    let root = running.mount.0.clone();
    click(&running, &box_of("when")).await;
    let said = find(&root, ".kept-in-page").text_content();
    assert_eq!(said.as_deref(), Some("In this page"));
    running.destroy();
    flush().await;
    assert_eq!(list(&root), []);
    assert!(is_ticked(&root, "when"), "the reader's tick is gone");
}
