//! Drawings.

/// A drawing. Its colors come from the stylesheet, by the classes of its shapes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The SVG.
    pub svg: String,
}
