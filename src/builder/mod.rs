//! The page on which a web editor chooses how to embed the explainer, and copies the snippet.
//!
//! All but `page` is pure: from choices to text, and from a policy to what it lets through.

pub mod choices;
pub mod manifest;
pub mod page;
pub mod policy;
pub mod snippet;
