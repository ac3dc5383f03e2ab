//! The data behind the figures. Components draw them and write them as a table.

use serde::{Deserialize, Serialize};

use super::{FigureId, SourceId};

/// A study of a few people: who they were, and ranges with medians on one or more axes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Figure {
    /// The name of the figure in the text.
    pub id: FigureId,
    /// What the figure shows and what it cannot show.
    pub caption: String,
    /// Where the numbers were read.
    pub source: SourceId,
    /// How many people were studied; each is drawn.
    pub people: u8,
    /// Who the people were, in words.
    pub people_label: String,
    /// The measurements.
    pub axes: Vec<Axis>,
}

/// One measurement scale with the ranges found on it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Axis {
    /// What was measured, and its unit.
    pub label: String,
    /// What the low end of the scale means.
    pub low_label: String,
    /// What the high end of the scale means.
    pub high_label: String,
    /// The highest value drawn; the lowest is 0.
    pub end: u8,
    /// The ranges, from top to bottom.
    pub ranges: Vec<Range>,
}

/// The lowest, middle and highest value of a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Range {
    /// Whose or which values these are.
    pub label: String,
    /// The lowest value.
    pub low: u8,
    /// The median.
    pub median: u8,
    /// The highest value.
    pub high: u8,
}
