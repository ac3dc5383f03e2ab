//! Tests that run in a browser: what lives beside the words.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on fails with what it expected"
)]

mod act;
mod reader_tools;
mod sample;
mod search;
mod sections;
mod start;
mod takeover;
mod terms;
mod widget;
mod worksheet;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
