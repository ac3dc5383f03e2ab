//! What the reader sees. The same components run in the browser and, natively, to pre-render.
//!
//! Nothing here reaches for the page around it: data comes in by props and goes out by callbacks.

mod blocks;
mod click;
mod edition;
mod explainer;
mod figures;
mod found;
mod glossary;
mod live;
mod masthead;
mod popover;
mod reader_tools;
mod search;
mod section;
mod sources;
mod spans;
mod still;
mod table;
mod toolbar;
mod view;
mod worksheet;

pub use explainer::{Explainer, ExplainerProps};
