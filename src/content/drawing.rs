//! Drawings.

use serde::{Deserialize, Serialize};

/// A drawing. Its colors come from the stylesheet, by the classes of its shapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Drawing {
    /// The SVG. The page's HTML has it, and the content file has not: what takes over the page finds it there.
    #[serde(skip)]
    pub svg: String,
}
