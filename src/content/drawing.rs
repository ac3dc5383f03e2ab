//! Drawings as data: the shapes of an SVG file.

use serde::{Deserialize, Serialize};

/// A drawing. Its colors come from the stylesheet, by the classes of its shapes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Drawing {
    /// The `viewBox` of the SVG.
    pub view_box: String,
    /// The shapes, the undermost first, in groups.
    pub groups: Vec<ShapeGroup>,
}

/// Shapes that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ShapeGroup {
    /// Which stop of a tour they show, counted from 1; 0 where they show none.
    pub stop: u8,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A shape of one class.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Shape {
    /// A path: its class and its data.
    Path(String, String),
    /// A circle: its class, the two coordinates of its center, and its radius.
    Circle(String, [String; 3]),
}
