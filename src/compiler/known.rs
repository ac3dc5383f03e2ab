//! What the text may refer to.

use std::collections::BTreeSet;

use super::{
    bibliography::Bibliography,
    front_matter::{BodyText, SectionFields},
};
use crate::content::{Figure, FigureId, SectionId, SourceId, Term, TermId};

/// The ids that exist, so that a reference to any other one is refused where it stands.
pub(super) struct Known {
    pub(super) sources: BTreeSet<SourceId>,
    pub(super) terms: BTreeSet<TermId>,
    pub(super) figures: BTreeSet<FigureId>,
    pub(super) sections: BTreeSet<SectionId>,
}

impl Known {
    pub(super) fn new(
        bibliography: &Bibliography,
        terms: &[Term],
        figures: &[Figure],
        sections: &[(String, SectionFields, BodyText)],
    ) -> Self {
        Self {
            sources: bibliography.ids().cloned().collect(),
            terms: terms.iter().map(|term| term.id.clone()).collect(),
            figures: figures.iter().map(|figure| figure.id.clone()).collect(),
            sections: sections
                .iter()
                .map(|(_, fields, _)| fields.id.clone())
                .collect(),
        }
    }
}
