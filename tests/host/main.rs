//! Tests that need no browser.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on fails with what it expected"
)]

mod asked;
mod attributes;
mod builder;
mod example;
mod figures;
mod fixtures;
mod html;
mod imports;
mod look_of_text;
mod notes;
mod options;
mod page;
mod readme;
mod refusals;
mod regions;
mod render;
mod review;
mod safety;
mod search;
mod site;
mod snippet;
mod state;
mod styles;
mod widget_module;
mod words;
