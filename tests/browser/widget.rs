//! The door through which `embed.js` starts an explainer and acts on it.

use std::{cell::RefCell, rc::Rc};

use lupus_car_t::host::{Widget, hydrate};
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::scheduler::flush;

use crate::{
    act::{closed, open_sections, opened},
    sample,
    start::{Mount, document, find, open_just, pre_render_into},
};

/// A widget as `embed.js` holds it, and what it told.
struct Started {
    mount: Mount,
    widget: Widget,
    toggles: Rc<RefCell<Vec<(String, bool)>>>,
    times_ready: Rc<RefCell<usize>>,
}

/// Starts a widget on text of which these sections are open.
async fn start(element: &HtmlElement, open: &[&str]) -> Started {
    let mount = Mount::new();
    pre_render_into(&mount.0).await;
    open_just(&mount.0, open);
    let toggles = Rc::new(RefCell::new(Vec::new()));
    let times_ready = Rc::new(RefCell::new(0));
    let on_toggle = {
        let toggles = toggles.clone();
        Closure::<dyn FnMut(String, bool)>::new(move |id, open| {
            toggles.borrow_mut().push((id, open));
        })
    };
    let on_ready = {
        let times_ready = times_ready.clone();
        Closure::<dyn FnMut()>::new(move || *times_ready.borrow_mut() += 1)
    };
    let content = postcard::to_allocvec(&sample::explainer()).expect("it can be written");
    let widget = hydrate(
        element.clone(),
        mount.0.clone(),
        &content,
        "#lupus-".to_owned(),
        "en".to_owned(),
        on_toggle.into_js_value().unchecked_into(),
        js_sys::Function::new_no_args(""),
        on_ready.into_js_value().unchecked_into(),
    );
    let widget = widget.expect("the content can be read");
    flush().await;
    Started {
        mount,
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
    let started = start(&element(), &["risks"]).await;
    assert_eq!(open_sections(&started.mount.0), ["risks"]);
    assert_eq!(*started.times_ready.borrow(), 1);
    assert_eq!(started.toggles.take(), []);
}

#[wasm_bindgen_test]
async fn the_widget_opens_and_closes_what_it_is_told_to() {
    let started = start(&element(), &["risks"]).await;
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
async fn addresses_start_with_what_the_page_says() {
    let started = start(&element(), &["risks"]).await;
    let link = find(&started.mount.0, ".main-message a");
    assert_eq!(link.get_attribute("href").as_deref(), Some("#lupus-what"));
}

#[wasm_bindgen_test]
async fn a_widget_that_is_destroyed_leaves_an_empty_mount() {
    let started = start(&element(), &["risks"]).await;
    started.widget.destroy();
    flush().await;
    assert_eq!(started.mount.0.inner_html(), "");
}
