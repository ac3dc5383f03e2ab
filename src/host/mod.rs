//! Joins the explainer to the page in a browser. `embed.js` calls what is exported here.

mod fold;
mod panic;
mod widget;

pub use fold::fold;
pub use panic::on_panic;
pub use widget::{Widget, hydrate};
