//! The search answers to each key.

use lupus_car_t::{content::SectionId, host::fold, state::Target};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use yew::scheduler::flush;

use crate::{
    act::click,
    start::{Mount, Running, Start, document, find, open_just, pre_render_into},
};

async fn opened(start: Start) -> Running {
    let running = start.with_open(&[]).await;
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

/// Presses a key where `selector` says; gives whether the browser still does what it does by itself.
async fn press(running: &Running, selector: &str, key: &str) -> bool {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options);
    let goes_on = find(&running.mount.0, selector)
        .dispatch_event(&event.expect("an event"))
        .expect("it is heard");
    flush().await;
    goes_on
}

fn texts(running: &Running, selector: &str) -> Vec<String> {
    let all = running.mount.0.query_selector_all(selector);
    let all = all.expect("a selector");
    (0..all.length())
        .filter_map(|index| all.get(index)?.text_content())
        .collect()
}

fn focus() -> String {
    let focused = document().active_element();
    focused.map(|it| it.class_name()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_search_opens_with_the_focus_in_its_field_and_says_nothing_yet() {
    for start in Start::ALL {
        let running = start.with_open(&[]).await;
        let button = find(&running.mount.0, ".search-button");
        assert_eq!(
            button.get_attribute("aria-expanded").as_deref(),
            Some("false")
        );
        assert_eq!(texts(&running, ".search"), [""; 0], "{start:?}");

        click(&running, ".search-button").await;
        assert_eq!(
            button.get_attribute("aria-expanded").as_deref(),
            Some("true")
        );
        assert_eq!(focus(), "search-input", "{start:?}");
        assert_eq!(texts(&running, ".search-count"), [""], "{start:?}");
        click(&running, ".search-button").await;
        assert_eq!(texts(&running, ".search"), [""; 0], "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn the_button_promises_nothing_before_this_module_runs() {
    let mount = Mount::new();
    pre_render_into(&mount.0).await;
    open_just(&mount.0, &[]);
    assert!(find(&mount.0, ".search-button").has_attribute("disabled"));
    let running = Running::start(Start::Prerendered, mount, &[]).await;
    assert!(!find(&running.mount.0, ".search-button").has_attribute("disabled"));
}

#[wasm_bindgen_test]
async fn each_key_finds_counts_and_marks() {
    for start in Start::ALL {
        let running = opened(start).await;
        type_in(&running, "wörd").await;
        assert_eq!(texts(&running, ".search-count"), ["3 found"], "{start:?}");
        assert_eq!(texts(&running, ".search mark"), ["Word"; 3], "{start:?}");
        assert_eq!(
            texts(&running, ".search-result .search-place"),
            ["at-a-glance", "what", "risks"].map(|it| format!("Heading of {it}")),
            "{start:?}"
        );
        type_in(&running, "summary of risks").await;
        assert_eq!(texts(&running, ".search-count"), ["1 found"], "{start:?}");
        assert_eq!(texts(&running, ".search mark"), ["Summary", "of", "risks"]);
        type_in(&running, "nowhere").await;
        assert_eq!(
            texts(&running, ".search-count"),
            ["None found"],
            "{start:?}"
        );
        assert_eq!(texts(&running, ".search-result"), [""; 0], "{start:?}");
        type_in(&running, "").await;
        assert_eq!(texts(&running, ".search-count"), [""], "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn what_is_too_long_is_told_and_the_field_takes_little_more() {
    let running = opened(Start::Prerendered).await;
    type_in(&running, &"word ".repeat(200_000)).await;
    assert_eq!(texts(&running, ".search-count"), ["At most 100"]);
    assert_eq!(texts(&running, ".search-result"), [""; 0]);
    let field = find(&running.mount.0, ".search-input");
    assert_eq!(field.get_attribute("maxlength").as_deref(), Some("101"));
}

#[wasm_bindgen_test]
async fn a_result_asks_the_page_to_show_its_place_and_the_query_stays() {
    for start in Start::ALL {
        let running = opened(start).await;
        type_in(&running, "main message").await;
        // On a mark inside the button, as a finger may be.
        click(&running, ".search-result mark").await;
        type_in(&running, "detail").await;
        click(&running, ".search-result").await;
        let show = |section: Option<&str>, words: &str| Target {
            section: section.map(|it| SectionId::new(it).expect("an id")),
            words: words.to_owned(),
        };
        let wanted = [
            show(None, "The main message."),
            show(Some("at-a-glance"), "Detail."),
        ];
        assert_eq!(running.shown.take(), wanted, "{start:?}");
        assert_eq!(focus(), "search-result", "the way back: {start:?}");
        let input: HtmlInputElement = find(&running.mount.0, ".search-input").unchecked_into();
        assert_eq!(input.value(), "detail", "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn enter_leads_to_the_first_result_and_escape_back_to_the_button() {
    for start in Start::ALL {
        let running = opened(start).await;
        type_in(&running, "words").await;
        type_in(&running, "detail").await;
        assert!(!press(&running, ".search-input", "Enter").await);
        let first = find(&running.mount.0, ".search-result");
        let focused = document().active_element();
        assert!(first.is_same_node(focused.as_deref()), "{start:?}");
        // Enter on a result is the browser's: a click.
        assert!(press(&running, ".search-result", "Enter").await);

        assert!(
            !press(&running, ".search-result", "Escape").await,
            "{start:?}"
        );
        assert_eq!(texts(&running, ".search"), [""; 0], "{start:?}");
        assert_eq!(focus(), "search-button", "{start:?}");
    }
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
