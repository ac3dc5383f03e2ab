//! Tests that run in a browser: each behaviour fresh and pre-rendered.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on fails with what it expected"
)]

mod act;
mod hydration;
mod sample;
mod search;
mod sections;
mod start;
mod terms;
mod widget;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
