//! The groups that the sections stand in.

use super::{GroupId, SectionId};

/// Sections that belong together and stand one after another, below a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionGroup {
    /// The name of the group.
    pub id: GroupId,
    /// The label.
    pub heading: String,
    /// The sections, at least one.
    pub sections: Vec<SectionId>,
}
