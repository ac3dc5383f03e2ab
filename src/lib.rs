//! The `<lupus-car-t>` explainer of lupus and CAR-T cell therapy.
//!
//! `content` holds the words, `components` renders them, and `site` writes them as files. In a browser they stay as
//! they are: `living` is what a reader does beside them, with `state`, `notes`, `look` and `search`; `host` joins it to
//! the page and holds its attributes to `options`. `builder` is the page for web editors.
//! ARCHITECTURE.md draws the map.

pub mod builder;
pub mod components;
pub mod content;
pub mod living;
pub mod look;
pub mod notes;
pub mod options;
pub mod search;
pub mod state;

#[cfg(not(target_arch = "wasm32"))]
pub mod compiler;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
