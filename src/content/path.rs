//! Ways through the text for readers in different places.

use super::{PathId, SectionId};

/// Stands for no path in the attribute `path`; no path has it for an id.
pub const NO_PATH: &str = "none";

/// Every path, and where to go on after the last step of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The paths, in the order in which they are offered; their ids are unique.
    pub all: Vec<Path>,
    /// The section to go on with at the end of a path.
    pub after_the_last: SectionId,
}

/// The sections that matter to a reader in one place, in the order in which to read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The name of the path in attributes.
    pub id: PathId,
    /// Where the reader is, in the reader's own words.
    pub title: String,
    /// The sections; none stands twice.
    pub steps: Vec<SectionId>,
}
