//! Joins what lives to the page in a browser. The page's script calls what is exported here.

mod fold;
mod kept;
mod panic;
mod widget;

pub use fold::fold;
pub use panic::on_panic;
pub use widget::{Session, Widget, start};
