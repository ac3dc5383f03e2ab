//! What the text may refer to.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bibliography::Bibliography,
    body::Body,
    front_matter::{BodyText, SectionFields},
    signs::SignTable,
};
use crate::content::{FigureId, SectionId, SourceId, Term, TermId};

/// The ids that exist, so that a reference to any other one is refused where it stands.
pub(super) struct Known {
    pub(super) sources: BTreeSet<SourceId>,
    pub(super) terms: BTreeSet<TermId>,
    /// Each figure with what it cites and says.
    pub(super) figures: BTreeMap<FigureId, Body>,
    pub(super) sections: BTreeSet<SectionId>,
    pub(super) signs: SignTable,
}

impl Known {
    pub(super) fn new(
        bibliography: &Bibliography,
        terms: &[Term],
        figures: Vec<FigureId>,
        sections: &[(String, SectionFields, BodyText)],
        signs: SignTable,
    ) -> Self {
        Self {
            sources: bibliography.ids().cloned().collect(),
            terms: terms.iter().map(|term| term.id.clone()).collect(),
            figures: figures
                .into_iter()
                .map(|id| (id, Body::default()))
                .collect(),
            sections: sections
                .iter()
                .map(|(_, fields, _)| fields.id.clone())
                .collect(),
            signs,
        }
    }
}
