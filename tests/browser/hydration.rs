//! Yew takes over text that the reader is already using.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use crate::{
    act::{click, label, open_sections, status},
    sample::SECTIONS,
    start::{Mount, Running, Start, document, find, open_just, pre_render_into},
};

/// Text that `embed.js` has reached, of which these sections are open.
async fn page_with_open(open: &[&str]) -> Mount {
    let mount = Mount::new();
    pre_render_into(&mount.0).await;
    open_just(&mount.0, open);
    mount
}

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
    let running = Running::start(Start::Prerendered, mount, &["at-a-glance", "risks"]).await;

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
    let running = Running::start(Start::Prerendered, mount, &["what"]).await;

    click(&running, "#risks-button").await;
    assert!(find(&running.mount.0, "#what-body details").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn what_was_said_and_labelled_before_is_taken_over() {
    let mount = page_with_open(&SECTIONS).await;
    find(&mount.0, ".toolbar > [data-text] > span").set_text_content(Some("3 of 3 are open"));
    let running = Running::start(Start::Prerendered, mount, &SECTIONS).await;

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
    let running = Running::start(Start::Prerendered, mount, &["what"]).await;

    let focused = || document().active_element().map(|it| it.id());
    assert_eq!(focused().as_deref(), Some("what-button"));
    click(&running, "#what-button").await;
    assert_eq!(focused().as_deref(), Some("what-button"));
}

#[wasm_bindgen_test]
async fn every_element_stays_the_same_one() {
    let mount = page_with_open(&["what"]).await;
    let before = elements(&mount.0);
    let html = mount
        .0
        .query_selector("article")
        .expect("a selector")
        .expect("the explainer");
    let running = Running::start(Start::Prerendered, mount, &["what"]).await;

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
    let article = find(&running.mount.0, "article");
    assert!(html.is_same_node(Some(&article)));
}

#[wasm_bindgen_test]
async fn the_running_page_has_the_markup_of_a_fresh_one() {
    let fresh = Start::Fresh.with_open(&["what"]).await;
    let hydrated = Start::Prerendered.with_open(&["what"]).await;
    for selector in [
        "article",
        ".section-button",
        "#risks-body",
        ".toggle-all",
        ".popover",
    ] {
        let attributes = |running: &Running| -> Vec<(String, Option<String>)> {
            let element = find(&running.mount.0, selector);
            let mut names: Vec<String> = element
                .get_attribute_names()
                .iter()
                .filter_map(|it| it.as_string())
                .collect();
            names.sort();
            names
                .into_iter()
                .map(|name| (name.clone(), element.get_attribute(&name)))
                .collect()
        };
        assert_eq!(attributes(&fresh), attributes(&hydrated), "{selector}");
    }
    assert_eq!(
        fresh.mount.0.text_content(),
        hydrated.mount.0.text_content()
    );
}
