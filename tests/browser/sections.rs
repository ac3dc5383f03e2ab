//! Sections open and close, one by one and all at once, by the reader and from outside.

use lupus_car_t::state::Action;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    act::{click, closed, label, open_sections, opened, status, told},
    start::{find, flush, with_open},
};

fn set_open(id: &str, open: bool) -> Action {
    Action::SetOpen {
        id: id.to_owned(),
        open,
    }
}

#[wasm_bindgen_test]
async fn at_first_just_the_sections_asked_for_are_open_and_nobody_is_told() {
    let running = with_open(&["what"]).await;

    assert_eq!(open_sections(&running.mount.0), ["what"]);
    assert_eq!(told(&running), []);
    assert_eq!(status(&running), "");
    let details = find(&running.mount.0, "#what-body details");
    assert!(!details.has_attribute("open"));
}

#[wasm_bindgen_test]
async fn every_button_works_once_the_explainer_runs() {
    let running = with_open(&[]).await;
    let disabled = running
        .mount
        .0
        // The reader's tools are enabled by the script that answers them.
        .query_selector("[disabled]:not(.tool)")
        .expect("a selector");
    assert!(disabled.is_none());
}

#[wasm_bindgen_test]
async fn a_click_opens_a_section_and_another_closes_it() {
    let running = with_open(&["at-a-glance"]).await;

    click(&running, "#what-button").await;
    assert_eq!(open_sections(&running.mount.0), ["at-a-glance", "what"],);
    assert_eq!(told(&running), [opened("what")]);
    assert_eq!(status(&running), "", "the button itself says it");

    click(&running, "#what-button").await;
    assert_eq!(open_sections(&running.mount.0), ["at-a-glance"],);
    assert_eq!(told(&running), [closed("what")]);
}

#[wasm_bindgen_test]
async fn a_closed_body_is_hidden_until_it_is_found_and_an_open_one_is_not() {
    let running = with_open(&["what"]).await;
    let hidden = |id: &str| find(&running.mount.0, &format!("#{id}-body")).get_attribute("hidden");

    assert_eq!(hidden("risks").as_deref(), Some("until-found"));
    assert_eq!(hidden("what"), None);
    click(&running, "#what-button").await;
    assert_eq!(hidden("what").as_deref(), Some("until-found"));
}

#[wasm_bindgen_test]
async fn show_all_opens_the_rest_and_hide_all_closes_everything() {
    let running = with_open(&["what"]).await;
    assert_eq!(label(&running), "Show all");

    click(&running, ".toggle-all").await;
    assert_eq!(
        open_sections(&running.mount.0),
        ["at-a-glance", "what", "risks"],
    );
    assert_eq!(told(&running), [opened("at-a-glance"), opened("risks")],);
    assert_eq!(label(&running), "Hide all");
    assert_eq!(status(&running), "3 of 3 are open");

    click(&running, ".toggle-all").await;
    assert_eq!(open_sections(&running.mount.0), [""; 0]);
    assert_eq!(
        told(&running),
        [closed("at-a-glance"), closed("what"), closed("risks")],
    );
    assert_eq!(label(&running), "Show all");
    assert_eq!(status(&running), "0 of 3 are open");
}

#[wasm_bindgen_test]
async fn opening_the_last_closed_section_makes_the_button_offer_to_hide() {
    let running = with_open(&["at-a-glance", "what"]).await;
    assert_eq!(label(&running), "Show all");
    click(&running, "#risks-button").await;
    assert_eq!(label(&running), "Hide all");
    click(&running, "#what-button").await;
    assert_eq!(label(&running), "Show all");
}

#[wasm_bindgen_test]
async fn the_count_is_not_said_again_after_a_single_section() {
    let running = with_open(&[]).await;
    click(&running, ".toggle-all").await;
    click(&running, "#what-button").await;
    assert_eq!(status(&running), "");
}

#[wasm_bindgen_test]
async fn an_action_from_outside_opens_and_closes_sections() {
    let running = with_open(&[]).await;

    running.act(set_open("risks", true)).await;
    assert_eq!(open_sections(&running.mount.0), ["risks"]);
    assert_eq!(told(&running), [opened("risks")]);
    running.act(Action::OpenAll).await;
    assert_eq!(told(&running), [opened("at-a-glance"), opened("what")],);
    running.act(set_open("what", false)).await;
    assert_eq!(told(&running), [closed("what")]);
    running.act(Action::CloseAll).await;
    assert_eq!(open_sections(&running.mount.0), [""; 0]);
}

#[wasm_bindgen_test]
async fn the_explainer_says_just_once_that_it_is_ready() {
    let running = with_open(&["what"]).await;
    click(&running, "#risks-button").await;
    assert_eq!(running.times_ready(), 1);
}

#[wasm_bindgen_test]
async fn an_action_on_what_is_so_already_or_does_not_exist_changes_nothing() {
    let running = with_open(&["what"]).await;
    for action in [
        set_open("cost", true),
        set_open("cost", false),
        set_open("what", true),
        set_open("risks", false),
    ] {
        running.act(action).await;
    }
    assert_eq!(open_sections(&running.mount.0), ["what"]);
    assert_eq!(told(&running), []);
}

#[wasm_bindgen_test]
async fn an_explainer_that_ends_leaves_the_words_and_answers_no_more() {
    let mut running = with_open(&["what"]).await;
    click(&running, ".search-button").await;
    running.destroy();
    flush().await;
    let live = running.mount.0.query_selector("[data-live]");
    assert!(live.expect("a selector").is_none());
    click(&running, "#risks-button").await;
    assert_eq!(open_sections(&running.mount.0), ["what"]);
}

#[wasm_bindgen_test]
async fn two_explainers_on_a_page_open_by_themselves() {
    let first = with_open(&[]).await;
    let second = with_open(&["risks"]).await;
    click(&first, "#what-button").await;
    assert_eq!(open_sections(&first.mount.0), ["what"]);
    assert_eq!(open_sections(&second.mount.0), ["risks"]);
}
