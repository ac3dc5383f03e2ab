//! Size and spacing of the text, and whether a section was clear.

use lupus_car_t::{
    look::{Look, LookAction},
    notes::Notes,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::{
    act::click,
    start::{Running, find, with_open},
};

fn said(running: &Running, selector: &str) -> String {
    let status = find(&running.mount.0, selector);
    status.text_content().unwrap_or_default()
}

fn is_chosen(running: &Running, name: &str) -> bool {
    let input = find(&running.mount.0, &format!(".choice > input[name={name}]"));
    input.unchecked_into::<HtmlInputElement>().checked()
}

#[wasm_bindgen_test]
async fn the_menu_says_what_is_chosen_and_tells_of_each_change() {
    let running = with_open(&["what"]).await;
    assert_eq!(said(&running, ".sizes > .told"), "100 %");
    click(&running, "[data-tool=larger]").await;
    click(&running, ".choice > input[name=letters]").await;
    assert_eq!(said(&running, ".sizes > .told"), "115 %");
    let looks = || -> Vec<String> {
        let looks = running.looks.take().into_iter();
        looks.map(Look::to_text).collect()
    };
    assert_eq!(looks(), ["115", "115 letters"]);
    click(&running, "[data-tool=smaller]").await;
    click(&running, "[data-tool=reset]").await;
    assert_eq!(looks(), ["100 letters", "100"]);
    assert!(!is_chosen(&running, "letters"));
    // It says so already.
    click(&running, "[data-tool=reset]").await;
    assert_eq!(looks(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_kept_look_is_shown_in_the_menu() {
    let running = with_open(&["what"]).await;
    let kept = [LookAction::Larger, LookAction::WideLines(true)]
        .into_iter()
        .fold(Look::default(), Look::after);
    running.recall(Notes::default(), kept).await;
    assert_eq!(said(&running, ".sizes > .told"), "115 %");
    assert!(is_chosen(&running, "lines") && !is_chosen(&running, "letters"));
}

#[wasm_bindgen_test]
async fn an_answer_is_told_and_thanked_for_below_its_section() {
    let running = with_open(&["what"]).await;
    click(&running, "#what-body [data-tool=unclear]").await;
    click(&running, "#what-body [data-tool=clear]").await;
    let told = running.feedback.take();
    assert_eq!(
        told,
        [("what".to_owned(), false), ("what".to_owned(), true)]
    );
    assert_eq!(said(&running, "#what-body .section-foot .told"), "Thanks");
    assert_eq!(said(&running, "#risks-body .section-foot .told"), "");
}
