//! What the page asks of the browser: files, the clipboard, and the size of things.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, ResizeObserver, Response};

/// The text of a file of the folder, unless it does not come.
pub(super) async fn text(address: &str) -> Option<String> {
    let window = web_sys::window()?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response = answer.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await;
    text.ok()?.as_string()
}

/// Puts `text` into the clipboard; answers whether the browser let it.
pub(super) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // A page that did not come by https has no clipboard.
    let has_clipboard =
        Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// Marks all text in `element`, as the reader would to copy it by keyboard.
pub(super) fn select(element: &Element) {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
    if let Some(selection) = selection {
        // What cannot be marked is still there to be marked by hand.
        let _ = selection.select_all_children(element);
    }
}

/// Puts the focus on the element with this id.
pub(super) fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Keeps a frame of some width and height as large as its stage allows, and no larger than it is.
///
/// What is watched is a ruler as wide as the stage: the height of the stage itself changes with each fit, which would
/// have it fitted again and again.
pub(super) struct Fit {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut(Array)>,
}

impl Fit {
    pub(super) fn new(
        ruler: &Element,
        stage: HtmlElement,
        frame: HtmlElement,
        size: (u16, u16),
    ) -> Option<Self> {
        let on_resize = Closure::<dyn FnMut(Array)>::new(move |_| fit(&stage, &frame, size));
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        observer.observe(ruler);
        Some(Self {
            observer,
            _on_resize: on_resize,
        })
    }
}

impl Drop for Fit {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn fit(stage: &HtmlElement, frame: &HtmlElement, (width, height): (u16, u16)) {
    let (width, height) = (f64::from(width), f64::from(height));
    let scale = (f64::from(stage.client_width()) / width).min(1.0);
    let set = |element: &HtmlElement, property, value: String| {
        // These properties and values are known to every browser.
        let _ = element.style().set_property(property, &value);
    };
    set(frame, "width", format!("{width}px"));
    set(frame, "height", format!("{height}px"));
    set(frame, "transform", format!("scale({scale})"));
    set(frame, "margin-inline-start", {
        let room = f64::from(stage.client_width()) - width * scale;
        format!("{}px", (room / 2.0).max(0.0))
    });
    set(stage, "height", format!("{}px", height * scale));
}
