//! What the reader has done, and what follows from it. Pure: no Yew, no browser.

use std::{collections::BTreeSet, rc::Rc};

use crate::content::{Section, SectionId};

/// Which sections are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The sections that show their body.
    pub open: BTreeSet<SectionId>,
    /// Whether the number of open sections is said aloud.
    ///
    /// Only opening or closing all at once needs words: a single section's
    /// button says its own state.
    pub announces_count: bool,
}

/// Something that the reader or the host page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open or close one section.
    SetOpen {
        /// The section's id, as a link or a script spells it.
        id: String,
        /// Whether the section is to be open.
        open: bool,
    },
    /// Open every section.
    OpenAll,
    /// Close every section.
    CloseAll,
}

impl State {
    /// The state in which just the sections of `open` are open.
    #[must_use]
    pub fn new(open: BTreeSet<SectionId>) -> Self {
        Self { open, announces_count: false }
    }

    /// The state after `action`. An id that `sections` lacks is ignored, since it can come from a link.
    #[must_use]
    pub fn after(&self, action: &Action, sections: &[Rc<Section>]) -> Self {
        let mut open = self.open.clone();
        match action {
            Action::SetOpen { id, open: true } => {
                open.extend(sections.iter().map(|section| &section.id).find(|it| ***it == **id).cloned());
            }
            Action::SetOpen { id, open: false } => {
                open.remove(id.as_str());
            }
            Action::OpenAll => open.extend(sections.iter().map(|section| section.id.clone())),
            Action::CloseAll => open.clear(),
        }
        Self {
            open,
            announces_count: matches!(action, Action::OpenAll | Action::CloseAll),
        }
    }

    /// The sections whose state differs from `before`, each with whether it is open now.
    pub fn changes_since(&self, before: &Self) -> Vec<(SectionId, bool)> {
        self.open
            .symmetric_difference(&before.open)
            .map(|id| (id.clone(), self.open.contains(id)))
            .collect()
    }
}
