//! What a reader does beyond reading, in a browser.
//!
//! The words are still: they were rendered when the site was built, and nothing here renders them again. The parts here
//! live beside them. They find their places by the classes and attributes that `components` writes, and their labels in
//! `data-` attributes there. What they render stands in the page with `data-live`, so that it can be taken away again.

mod app;
mod chooser;
mod desk;
mod entry;
mod feedback;
mod found;
mod listener;
mod page;
mod passages;
mod reading;
mod search;
mod sections;
mod text;
mod text_size;
mod ticks;
mod worksheet;

pub use app::{App, AppProps, Remote};
pub use listener::stop_listening;
pub use page::{Page, Target};
pub use search::Learn;
pub use worksheet::Handout;
