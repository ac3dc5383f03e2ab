//! What a reader does beyond reading, in a browser.
//!
//! The words are still: they were rendered when the site was built, and nothing here renders them again. The parts here
//! live beside them. They find their places by the classes and attributes that `components` writes, and their labels in
//! `data-` attributes there. What they render stands in the page with `data-live`, so that it can be taken away again.

mod app;
mod chooser;
mod found;
mod listener;
mod page;
mod passages;
mod search;
mod text;

pub use app::{App, AppProps};
pub use listener::stop_listening;
pub use page::{Page, Target};
