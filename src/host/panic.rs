//! Tells the page when the code of this module has stopped for good.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::living::stop_listening;

thread_local! {
    static REPORT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Calls `report` with the reason if this module panics; nothing of it answers from then on.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    REPORT.set(Some(report));
    yew::set_custom_panic_hook(Box::new(|panic| {
        stop_listening();
        if let Some(report) = REPORT.take() {
            // A page whose own listener throws has nobody left to be told.
            // The place in the code would name folders of whoever built it.
            let reason = panic.payload_as_str().unwrap_or("it panicked");
            let _ = report.call1(&JsValue::NULL, &reason.into());
        }
    }));
}
