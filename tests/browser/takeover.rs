//! What lives comes to words that the reader is already using, and leaves them as they are.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use crate::{
    act::{click, label, open_sections, status},
    sample::SECTIONS,
    start::{Mount, Running, document, find, page_with_open, pre_render_into},
};

fn elements(root: &Element) -> Vec<Node> {
    let all = root.query_selector_all("*").expect("a selector");
    (0..all.length())
        .filter_map(|index| all.get(index))
        .collect()
}

#[wasm_bindgen_test]
async fn without_script_all_is_shown_and_no_button_promises_anything() {
    let mount = Mount::new();
    pre_render_into(&mount.0).await;
    assert_eq!(open_sections(&mount.0), SECTIONS);
    for button in [".section-button", ".toggle-all"] {
        let working = mount
            .0
            .query_selector(&format!("{button}:enabled"))
            .expect("a selector");
        assert!(working.is_none(), "{button}");
    }
}

#[wasm_bindgen_test]
async fn a_section_that_was_opened_before_stays_open_and_can_be_closed() {
    let mount = page_with_open(&["at-a-glance", "risks"]).await;
    let running = Running::start(mount).await;

    assert_eq!(open_sections(&running.mount.0), ["at-a-glance", "risks"]);
    click(&running, "#risks-button").await;
    assert_eq!(open_sections(&running.mount.0), ["at-a-glance"]);
}

#[wasm_bindgen_test]
async fn details_that_were_opened_before_stay_open() {
    let mount = page_with_open(&["what"]).await;
    find(&mount.0, "#what-body details")
        .set_attribute("open", "")
        .expect("an attribute");
    let running = Running::start(mount).await;

    click(&running, "#risks-button").await;
    assert!(find(&running.mount.0, "#what-body details").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn what_was_said_and_labelled_before_is_taken_over() {
    let mount = page_with_open(&SECTIONS).await;
    find(&mount.0, ".toolbar > [data-text]").set_text_content(Some("3 of 3 are open"));
    let running = Running::start(mount).await;

    assert_eq!(label(&running), "Hide all");
    click(&running, ".toggle-all").await;
    assert_eq!(label(&running), "Show all");
    assert_eq!(status(&running), "0 of 3 are open");
}

#[wasm_bindgen_test]
async fn the_focused_button_keeps_the_focus() {
    let mount = page_with_open(&["what"]).await;
    find(&mount.0, "#what-button")
        .focus()
        .expect("the button takes the focus");
    let running = Running::start(mount).await;

    let focused = || document().active_element().map(|it| it.id());
    assert_eq!(focused().as_deref(), Some("what-button"));
    click(&running, "#what-button").await;
    assert_eq!(focused().as_deref(), Some("what-button"));
}

#[wasm_bindgen_test]
async fn every_node_stays_the_same_one_with_its_words() {
    let mount = page_with_open(&["what"]).await;
    // What was said of the size and of the list before is said again, or left.
    find(&mount.0, ".sizes > .told").set_text_content(Some("100 %"));
    find(&mount.0, ".kept-in-page > span").set_text_content(Some("As it was"));
    let before = elements(&mount.0);
    let words = mount.0.text_content();
    let running = Running::start(mount).await;

    let after = elements(&running.mount.0);
    assert!(before.len() > 40);
    assert_eq!(after.len(), before.len());
    for (before, after) in before.iter().zip(&after) {
        assert!(
            before.is_same_node(Some(after)),
            "{:?}",
            after.dyn_ref::<Element>().map(Element::outer_html)
        );
    }
    click(&running, "#risks-button").await;
    assert_eq!(running.mount.0.text_content(), words);
}

#[wasm_bindgen_test]
async fn words_that_were_changed_before_stay_and_the_sections_answer() {
    let mount = page_with_open(&["what"]).await;
    let sections = find(&mount.0, ".sections");
    sections
        .append_child(&find(&mount.0, "#section-at-a-glance"))
        .expect("sections in another order");
    find(&mount.0, "#what-body p").set_inner_html("<font>Andere Worte</font>");
    sections
        .before_with_str_1("A text of an extension")
        .expect("it is put there");
    let running = Running::start(mount).await;

    click(&running, "#risks-button").await;
    assert_eq!(open_sections(&running.mount.0), ["what", "risks"]);
    let words = find(&running.mount.0, "#what-body p").text_content();
    assert_eq!(words.as_deref(), Some("Andere Worte"));
}

#[wasm_bindgen_test]
async fn what_was_opened_while_this_starts_stays_open() {
    let mount = page_with_open(&["what"]).await;
    let early = mount.0.clone();
    let body = find(&early, "#risks-body");
    let button = find(&early, "#risks-button");
    // Between the first render and its effects.
    let start = Running::start(mount);
    body.remove_attribute("hidden").expect("an attribute");
    button
        .set_attribute("aria-expanded", "true")
        .expect("an attribute");
    let running = start.await;
    assert_eq!(open_sections(&running.mount.0), ["what", "risks"]);
    click(&running, "#what-button").await;
    assert_eq!(open_sections(&running.mount.0), ["risks"]);
}
