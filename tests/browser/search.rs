//! The search answers to each key.

use lupus_car_t::host::fold;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlInputElement};

use crate::{
    act::{Composing, click, press, press_while},
    start::{Running, document, find, flush, page_with_open, with_open},
};

async fn opened() -> Running {
    let running = with_open(&[]).await;
    click(&running, ".search-button").await;
    running
}

async fn type_in(running: &Running, words: &str) {
    let input: HtmlInputElement = find(&running.mount.0, ".search-input").unchecked_into();
    input.set_value(words);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &bubbling).expect("an event");
    input.dispatch_event(&event).expect("it is heard");
    flush().await;
}

fn texts(running: &Running, selector: &str) -> Vec<String> {
    let all = running.mount.0.query_selector_all(selector);
    let all = all.expect("a selector");
    (0..all.length())
        .filter_map(|index| all.get(index)?.text_content())
        .collect()
}

/// What is offered where nothing is found.
fn elsewhere(running: &Running) -> Vec<String> {
    texts(running, ".search-elsewhere:not([hidden]) button")
}

fn focus() -> String {
    let focused = document().active_element();
    focused.map(|it| it.class_name()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_search_opens_with_the_focus_in_its_field_and_says_nothing_yet() {
    let running = with_open(&[]).await;
    let button = find(&running.mount.0, ".search-button");
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    assert_eq!(texts(&running, ".search"), [""; 0]);

    click(&running, ".search-button").await;
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(focus(), "search-input");
    assert_eq!(texts(&running, ".search-count"), [""]);
    click(&running, ".search-button").await;
    assert_eq!(texts(&running, ".search"), [""; 0]);
}

#[wasm_bindgen_test]
async fn the_button_promises_nothing_before_this_module_runs() {
    let mount = page_with_open(&[]).await;
    assert!(find(&mount.0, ".search-button").has_attribute("disabled"));
    let running = Running::start(mount).await;
    assert!(!find(&running.mount.0, ".search-button").has_attribute("disabled"));
}

#[wasm_bindgen_test]
async fn each_key_finds_counts_and_marks() {
    let running = opened().await;
    type_in(&running, "wörd").await;
    assert_eq!(texts(&running, ".search-count"), ["3 found"]);
    assert_eq!(texts(&running, ".search mark"), ["Word"; 3]);
    assert_eq!(
        texts(&running, ".search-result .search-place"),
        ["at-a-glance", "what", "risks"].map(|it| format!("Heading of {it}")),
    );
    type_in(&running, "summary of risks").await;
    assert_eq!(texts(&running, ".search-count"), ["2 found"]);
    assert_eq!(
        texts(&running, ".search li:first-child mark"),
        ["Summary", "of", "risks"],
        "what has all words comes first"
    );
    type_in(&running, "heading risks nowhere").await;
    assert_eq!(texts(&running, ".search-count"), ["2 close"]);
    type_in(&running, "nowhere").await;
    assert_eq!(texts(&running, ".search-count"), ["None found"],);
    assert_eq!(texts(&running, ".search-result"), [""; 0]);
    type_in(&running, "").await;
    assert_eq!(texts(&running, ".search-count"), [""]);
}

#[wasm_bindgen_test]
async fn what_is_too_long_is_told_and_the_field_takes_little_more() {
    let running = opened().await;
    type_in(&running, &"word ".repeat(200_000)).await;
    assert_eq!(texts(&running, ".search-count"), ["At most 100"]);
    assert_eq!(texts(&running, ".search-result"), [""; 0]);
    let field = find(&running.mount.0, ".search-input");
    assert_eq!(field.get_attribute("maxlength").as_deref(), Some("101"));
}

#[wasm_bindgen_test]
async fn a_result_asks_the_page_to_show_its_place_and_the_query_stays() {
    let running = opened().await;
    type_in(&running, "main message").await;
    // On a mark inside the button, as a finger may be.
    click(&running, ".search-result mark").await;
    type_in(&running, "detail").await;
    click(&running, ".search-result").await;
    let shown = running.shown.take();
    let targets: Vec<(Option<&str>, String)> = shown
        .iter()
        .map(|it| {
            let words = it.place.text_content().unwrap_or_default();
            (it.section.as_deref(), words)
        })
        .collect();
    let wanted = [
        (None, "The main message.".to_owned()),
        (Some("at-a-glance"), "Detail.".to_owned()),
    ];
    assert_eq!(targets, wanted);
    assert_eq!(focus(), "search-result", "the way back");
    let input: HtmlInputElement = find(&running.mount.0, ".search-input").unchecked_into();
    assert_eq!(input.value(), "detail");
}

#[wasm_bindgen_test]
async fn what_the_page_has_to_begin_with_is_offered_where_nothing_is_found() {
    let running = opened().await;
    assert_eq!(elsewhere(&running), [""; 0], "nothing is looked for yet");
    type_in(&running, "words").await;
    assert_eq!(elsewhere(&running), [""; 0], "something is found");
    type_in(&running, "nowhere").await;
    assert_eq!(elsewhere(&running), ["Where are you?"]);
    click(&running, ".search-elsewhere button").await;
    let shown = running.shown.take();
    assert_eq!(shown[0].place.class_name(), "paths");
    assert!(shown[0].section.is_none());
}

#[wasm_bindgen_test]
async fn search_words_are_asked_for_until_they_come_and_taken_in_at_once() {
    let running = opened().await;
    type_in(&running, "language").await;
    assert_eq!(texts(&running, ".search-count"), ["None found"]);
    // Opened again before they have come.
    click(&running, ".search-button").await;
    click(&running, ".search-button").await;
    type_in(&running, "language").await;
    let learn = running.search.borrow().clone();
    assert_eq!(learn.len(), 2);

    learn[1].emit("a the\nwords:language".to_owned());
    flush().await;
    assert_eq!(texts(&running, ".search mark")[0], "Words");
    click(&running, ".search-button").await;
    click(&running, ".search-button").await;
    type_in(&running, "language").await;
    assert_eq!(texts(&running, ".search mark")[0], "Words");
    assert_eq!(running.search.borrow().len(), 2, "they are there");
}

#[wasm_bindgen_test]
async fn words_that_stand_in_the_page_just_now_are_found() {
    let running = with_open(&[]).await;
    // As a browser that translates does, and an extension that marks words.
    find(&running.mount.0, "#what-body p").set_inner_html("<font><font>Wörter.</font></font>");
    find(&running.mount.0, "#risks-body p")
        .set_inner_html("<mark>Wör</mark>ter <!-- here -->auch.");
    click(&running, ".search-button").await;
    type_in(&running, "worter").await;
    assert_eq!(texts(&running, ".search mark"), ["Wörter", "Wörter"]);
    click(&running, ".search-result").await;
    let shown = running.shown.take();
    assert_eq!(shown[0].section.as_deref(), Some("what"));
}

#[wasm_bindgen_test]
async fn enter_leads_to_the_first_result_and_escape_back_to_the_button() {
    let running = opened().await;
    type_in(&running, "words").await;
    type_in(&running, "detail").await;
    for composing in [Composing::Goes, Composing::Ends] {
        for key in ["Enter", "Escape"] {
            assert!(press_while(&running, ".search-input", key, composing).await);
        }
    }
    assert!(!press(&running, ".search-input", "Enter").await);
    let first = find(&running.mount.0, ".search-result");
    let focused = document().active_element();
    assert!(first.is_same_node(focused.as_deref()));
    // Enter on a result is the browser's: a click.
    assert!(press(&running, ".search-result", "Enter").await);

    assert!(!press(&running, ".search-result", "Escape").await,);
    assert_eq!(texts(&running, ".search"), [""; 0]);
    assert_eq!(focus(), "search-button");
}

#[wasm_bindgen_test]
fn the_browser_folds_what_has_marks_or_case() {
    for (letter, folded) in [
        ('ö', "o\u{308}"),
        ('Σ', "σ"),
        ('İ', "i\u{307}"),
        ('ﬁ', "fi"),
        ('狼', "狼"),
    ] {
        assert_eq!(fold(letter), folded);
    }
}
