//! The `<lupus-car-t>` explainer of lupus and CAR-T cell therapy.
//!
//! `content` holds the words, `options` and `state` what the host page and the
//! reader chose, `search` finds words, `components` shows all this, `host` joins it to a browser page
//! and `site` writes them as files. `builder` is the page for web editors.
//! ARCHITECTURE.md draws the map.

pub mod builder;
pub mod components;
pub mod content;
pub mod options;
pub mod search;
pub mod state;

#[cfg(not(target_arch = "wasm32"))]
pub mod compiler;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
