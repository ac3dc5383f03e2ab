//! What the reader has done, and what follows from it. Pure: no Yew, no browser.

use crate::content::SectionId;

/// Which sections are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The sections that show their body.
    pub open: Vec<SectionId>,
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
    pub fn new(open: Vec<SectionId>) -> Self {
        Self {
            open,
            announces_count: false,
        }
    }

    /// Whether the section shows its body.
    pub fn is_open(&self, id: &SectionId) -> bool {
        self.open.contains(id)
    }

    /// The state after `action`. An id that `sections` lacks is ignored, since it can come from a link.
    #[must_use]
    pub fn after(&self, action: &Action, sections: &[SectionId]) -> Self {
        let opens = |id: &&SectionId| match action {
            Action::SetOpen { id: wanted, open } if ***id == **wanted => *open,
            Action::SetOpen { .. } => self.is_open(id),
            Action::OpenAll => true,
            Action::CloseAll => false,
        };
        Self {
            open: sections.iter().filter(opens).cloned().collect(),
            announces_count: matches!(action, Action::OpenAll | Action::CloseAll),
        }
    }

    /// The sections whose state differs from `before`, each with whether it is open now.
    pub fn changes_since(&self, before: &Self) -> Vec<(SectionId, bool)> {
        let opened = self
            .open
            .iter()
            .filter(|id| !before.is_open(id))
            .map(|id| (id.clone(), true));
        let closed = before
            .open
            .iter()
            .filter(|id| !self.is_open(id))
            .map(|id| (id.clone(), false));
        opened.chain(closed).collect()
    }
}
