//! What the end-to-end tests share: a server of `dist`, real browsers, and words for finding, acting and checking.
//!
//! A test gets a [`browsers::Browser`], opens a page of a [`site::Site`] in it, and asks the [`page::Page`].

pub mod act;
pub mod browsers;
pub mod check;
mod content_type;
pub mod driver;
pub mod find;
mod framed;
pub mod headers;
pub mod page;
pub mod paper;
mod respond;
pub mod run;
mod sent_with;
pub mod server;
pub mod site;
pub mod wait;
pub mod web_server;
