//! What a reader does with sections, notes and look, in one state.

use std::rc::Rc;

use super::page::Page;
use crate::{
    content::SectionId,
    look::{Look, LookAction},
    notes::{Notes, NotesAction},
    state::{Action, State},
};

/// The state of sections, notes and look; the search and the choosers of figures have their own.
#[derive(Clone)]
pub(super) struct Reading {
    /// Which sections are open.
    pub(super) state: State,
    pub(super) notes: Notes,
    pub(super) look: Look,
    /// The sections that are shown.
    sections: Rc<[SectionId]>,
}

/// Something that the reader or the page asks for.
pub(super) enum Step {
    Sections(Action),
    Notes(NotesAction),
    Look(LookAction),
}

impl Reading {
    /// Nothing has been done yet; the sections are as the page shows them.
    pub(super) fn new(page: &Page) -> Self {
        Self {
            state: State::new(page.open_sections()),
            notes: Notes::default(),
            look: Look::default(),
            sections: page.sections.clone(),
        }
    }

    /// The state after `step`.
    pub(super) fn after(&self, step: Step) -> Self {
        let mut reading = self.clone();
        match step {
            Step::Sections(action) => reading.state = self.state.after(&action, &self.sections),
            Step::Notes(action) => reading.notes = self.notes.after(&action),
            Step::Look(action) => reading.look = self.look.after(action),
        }
        reading
    }
}
