//! Words that the glossary explains in place.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    act::click,
    start::{Running, find, with_open},
};

fn is_explained(running: &Running) -> bool {
    find(&running.mount.0, "#term-b-cell")
        .matches(":popover-open")
        .expect("popovers are known")
}

#[wasm_bindgen_test]
async fn a_term_opens_its_explanation_and_the_button_in_it_closes_it() {
    let running = with_open(&["what"]).await;
    assert!(!is_explained(&running));
    click(&running, "#what-body .term").await;
    assert!(is_explained(&running));
    click(&running, "#term-b-cell .popover-close").await;
    assert!(!is_explained(&running));
}

#[wasm_bindgen_test]
async fn an_explanation_stays_while_sections_open_around_it() {
    let running = with_open(&["what"]).await;
    click(&running, "#what-body .term").await;
    click(&running, "#risks-button").await;
    assert!(is_explained(&running));
}
