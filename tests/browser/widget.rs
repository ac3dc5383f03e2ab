//! The door through which `embed.js` starts an explainer and acts on it.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Reflect};
use lupus_car_t::host::{Session, Widget, start};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::{
    act::{closed, open_sections, opened},
    start::{Mount, document, find, flush, page_with_open},
};

/// A widget as `embed.js` holds it, and what it told.
struct Started {
    mount: Mount,
    session: Object,
    widget: Widget,
    toggles: Rc<RefCell<Vec<(String, bool)>>>,
    times_ready: Rc<RefCell<usize>>,
}

/// Starts a widget on text of which these sections are open.
async fn started(element: &HtmlElement, open: &[&str]) -> Started {
    started_with(element, open, "return ''").await
}

/// The same, with the body of the function that gives what was kept.
async fn started_with(element: &HtmlElement, open: &[&str], kept: &str) -> Started {
    let mount = page_with_open(open).await;
    let toggles = Rc::new(RefCell::new(Vec::new()));
    let times_ready = Rc::new(RefCell::new(0));
    let told = {
        let toggles = toggles.clone();
        Closure::<dyn FnMut(String, bool)>::new(move |id, open| {
            toggles.borrow_mut().push((id, open));
        })
    };
    let ready = {
        let times_ready = times_ready.clone();
        Closure::<dyn FnMut()>::new(move || *times_ready.borrow_mut() += 1)
    };
    let session = Object::new();
    for (name, value) in [
        ("element", JsValue::from(element)),
        ("mount", JsValue::from(&mount.0)),
        ("languages", "en".into()),
        ("toggled", told.into_js_value()),
        ("show", Function::new_no_args("").into()),
        ("kept", Function::new_with_args("what", kept).into()),
        (
            "keep",
            Function::new_with_args("what, text", "this[what] = text").into(),
        ),
        ("feedback", Function::new_no_args("").into()),
        ("handOut", Function::new_no_args("").into()),
        ("ready", ready.into_js_value()),
    ] {
        Reflect::set(&session, &name.into(), &value).expect("a new object");
    }
    let widget = start(session.clone().unchecked_into::<Session>()).expect("it starts");
    flush().await;
    Started {
        mount,
        session,
        widget,
        toggles,
        times_ready,
    }
}

fn element() -> HtmlElement {
    let element = document()
        .create_element("lupus-car-t")
        .expect("an element");
    element.dyn_into().expect("an HTML element")
}

#[wasm_bindgen_test]
async fn the_widget_starts_with_the_sections_that_the_page_shows_open() {
    let started = started(&element(), &["risks"]).await;
    assert_eq!(open_sections(&started.mount.0), ["risks"]);
    assert_eq!(*started.times_ready.borrow(), 1);
    assert_eq!(started.toggles.take(), []);
}

#[wasm_bindgen_test]
async fn the_widget_opens_and_closes_what_it_is_told_to() {
    let started = started(&element(), &["risks"]).await;
    started.widget.set_open("what".to_owned(), true);
    flush().await;
    assert_eq!(started.toggles.take(), [opened("what")]);
    started.widget.set_open("cost".to_owned(), true);
    flush().await;
    assert_eq!(started.toggles.take(), []);
    started.widget.set_all(true);
    flush().await;
    assert_eq!(started.toggles.take(), [opened("at-a-glance")]);
    started.widget.set_all(false);
    flush().await;
    assert_eq!(
        started.toggles.take(),
        [closed("at-a-glance"), closed("what"), closed("risks")]
    );
    assert_eq!(open_sections(&started.mount.0), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_widget_that_is_destroyed_leaves_the_words() {
    let started = started(&element(), &["risks"]).await;
    let words = started.mount.0.text_content();
    started.widget.destroy();
    flush().await;
    assert_eq!(started.mount.0.text_content(), words);
    assert_eq!(open_sections(&started.mount.0), ["risks"]);
}

#[wasm_bindgen_test]
async fn what_was_kept_is_taken_over_and_kept_on() {
    let kept =
        "return what === 'notes' ? 'notes 1\\nticked\\tgone\\tx\\nticked\\thow\\tSo' : '130 lines'";
    let started = started_with(&element(), &["risks"], kept).await;
    let notes = find(&started.mount.0, ".notes");
    assert_eq!(notes.text_content().as_deref(), Some("how?"));
    let now_kept = |what: &str| Reflect::get(&started.session, &what.into()).expect("a member");
    assert_eq!(now_kept("look"), "130 lines");
    started.widget.recall("notes 1\nown\tMine\t", "");
    flush().await;
    let all = "notes 1\nticked\tgone\tx\nticked\thow\tSo\nown\tMine\t";
    assert_eq!(now_kept("notes"), all);
}

#[wasm_bindgen_test]
async fn what_was_kept_and_cannot_be_read_is_dropped() {
    let started = started_with(&element(), &["risks"], "return 'another version'").await;
    for what in ["notes", "look"] {
        let now_kept = Reflect::get(&started.session, &what.into()).expect("a member");
        assert_eq!(now_kept, "", "{what}");
    }
    assert_eq!(
        find(&started.mount.0, ".notes").text_content().as_deref(),
        Some("")
    );
}
