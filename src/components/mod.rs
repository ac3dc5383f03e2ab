//! What the reader reads, as HTML: rendered when the site is built, and never again.
//!
//! All sections are open and all buttons disabled, since nothing answers yet. What lives beside the words in a browser
//! is in `living`.

mod blocks;
mod edition;
mod explainer;
mod figures;
mod glossary;
mod groups;
mod masthead;
mod paths;
mod popover;
mod reader_tools;
mod regions;
mod section;
mod slots;
mod sources;
mod spans;
mod table;
mod toolbar;
mod view;
mod worksheet;

pub use explainer::{Explainer, ExplainerProps};
pub use spans::text;
