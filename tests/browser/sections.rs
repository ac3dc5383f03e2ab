//! Sections open and close, one by one and all at once, by the reader and from outside.

use lupus_car_t::state::Action;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::scheduler::flush;

use crate::{
    act::{click, closed, label, open_sections, opened, status, told},
    start::{Start, find},
};

fn set_open(id: &str, open: bool) -> Action {
    Action::SetOpen {
        id: id.to_owned(),
        open,
    }
}

#[wasm_bindgen_test]
async fn at_first_just_the_sections_asked_for_are_open_and_nobody_is_told() {
    for start in Start::ALL {
        let running = start.with_open(&["what"]).await;

        assert_eq!(open_sections(&running.mount.0), ["what"], "{start:?}");
        assert_eq!(told(&running), [], "{start:?}");
        assert_eq!(status(&running), "", "{start:?}");
        let details = find(&running.mount.0, "#what-body details");
        assert!(!details.has_attribute("open"), "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn every_button_works_once_the_explainer_runs() {
    for start in Start::ALL {
        let running = start.with_open(&[]).await;
        let disabled = running
            .mount
            .0
            // The reader's tools are enabled by the script that answers them.
            .query_selector("[disabled]:not(.tool)")
            .expect("a selector");
        assert!(disabled.is_none(), "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn a_click_opens_a_section_and_another_closes_it() {
    for start in Start::ALL {
        let running = start.with_open(&["at-a-glance"]).await;

        click(&running, "#what-button").await;
        assert_eq!(
            open_sections(&running.mount.0),
            ["at-a-glance", "what"],
            "{start:?}"
        );
        assert_eq!(told(&running), [opened("what")], "{start:?}");
        assert_eq!(status(&running), "", "the button itself says it: {start:?}");

        click(&running, "#what-button").await;
        assert_eq!(
            open_sections(&running.mount.0),
            ["at-a-glance"],
            "{start:?}"
        );
        assert_eq!(told(&running), [closed("what")], "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn a_closed_body_is_hidden_until_it_is_found_and_an_open_one_is_not() {
    for start in Start::ALL {
        let running = start.with_open(&["what"]).await;
        let hidden =
            |id: &str| find(&running.mount.0, &format!("#{id}-body")).get_attribute("hidden");

        assert_eq!(hidden("risks").as_deref(), Some("until-found"), "{start:?}");
        assert_eq!(hidden("what"), None, "{start:?}");
        click(&running, "#what-button").await;
        assert_eq!(hidden("what").as_deref(), Some("until-found"), "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn show_all_opens_the_rest_and_hide_all_closes_everything() {
    for start in Start::ALL {
        let running = start.with_open(&["what"]).await;
        assert_eq!(label(&running), "Show all", "{start:?}");

        click(&running, ".toggle-all").await;
        assert_eq!(
            open_sections(&running.mount.0),
            ["at-a-glance", "what", "risks"],
            "{start:?}"
        );
        assert_eq!(
            told(&running),
            [opened("at-a-glance"), opened("risks")],
            "{start:?}"
        );
        assert_eq!(label(&running), "Hide all", "{start:?}");
        assert_eq!(status(&running), "3 of 3 are open", "{start:?}");

        click(&running, ".toggle-all").await;
        assert_eq!(open_sections(&running.mount.0), [""; 0], "{start:?}");
        assert_eq!(
            told(&running),
            [closed("at-a-glance"), closed("what"), closed("risks")],
            "{start:?}"
        );
        assert_eq!(label(&running), "Show all", "{start:?}");
        assert_eq!(status(&running), "0 of 3 are open", "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn opening_the_last_closed_section_makes_the_button_offer_to_hide() {
    for start in Start::ALL {
        let running = start.with_open(&["at-a-glance", "what"]).await;
        assert_eq!(label(&running), "Show all", "{start:?}");
        click(&running, "#risks-button").await;
        assert_eq!(label(&running), "Hide all", "{start:?}");
        click(&running, "#what-button").await;
        assert_eq!(label(&running), "Show all", "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn the_count_is_not_said_again_after_a_single_section() {
    for start in Start::ALL {
        let running = start.with_open(&[]).await;
        click(&running, ".toggle-all").await;
        click(&running, "#what-button").await;
        assert_eq!(status(&running), "", "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn an_action_from_outside_opens_and_closes_sections() {
    for start in Start::ALL {
        let running = start.with_open(&[]).await;

        running.act(set_open("risks", true)).await;
        assert_eq!(open_sections(&running.mount.0), ["risks"], "{start:?}");
        assert_eq!(told(&running), [opened("risks")], "{start:?}");
        running.act(Action::OpenAll).await;
        assert_eq!(
            told(&running),
            [opened("at-a-glance"), opened("what")],
            "{start:?}"
        );
        running.act(set_open("what", false)).await;
        assert_eq!(told(&running), [closed("what")], "{start:?}");
        running.act(Action::CloseAll).await;
        assert_eq!(open_sections(&running.mount.0), [""; 0], "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn the_explainer_says_just_once_that_it_is_ready() {
    for start in Start::ALL {
        let running = start.with_open(&["what"]).await;
        click(&running, "#risks-button").await;
        assert_eq!(running.times_ready(), 1, "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn an_action_on_what_is_so_already_or_does_not_exist_changes_nothing() {
    for start in Start::ALL {
        let running = start.with_open(&["what"]).await;
        for action in [
            set_open("cost", true),
            set_open("cost", false),
            set_open("what", true),
            set_open("risks", false),
        ] {
            running.act(action).await;
        }
        assert_eq!(open_sections(&running.mount.0), ["what"], "{start:?}");
        assert_eq!(told(&running), [], "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn an_explainer_that_ends_takes_its_text_along() {
    for start in Start::ALL {
        let mut running = start.with_open(&["what"]).await;
        assert!(running.mount.0.has_child_nodes(), "{start:?}");
        running.destroy();
        flush().await;
        assert_eq!(running.mount.0.inner_html(), "", "{start:?}");
    }
}

#[wasm_bindgen_test]
async fn two_explainers_on_a_page_open_by_themselves() {
    for start in Start::ALL {
        let first = start.with_open(&[]).await;
        let second = start.with_open(&["risks"]).await;
        click(&first, "#what-button").await;
        assert_eq!(open_sections(&first.mount.0), ["what"], "{start:?}");
        assert_eq!(open_sections(&second.mount.0), ["risks"], "{start:?}");
    }
}
