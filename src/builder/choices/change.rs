//! How one choice changes the others.

use super::{Choices, Form, Loading, Open, REGIONS, Section, Slot, Theme, Way};

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another way.
    Way(Way),
    /// Another form.
    Form(Form),
    /// Another language; `None` for that of the page around.
    Language(Option<String>),
    /// Another region, by its code; any other text for that of the page's language.
    Region(String),
    /// Another theme.
    Theme(Theme),
    /// Another accent color.
    Accent(String),
    /// These are the sections, in the order of the text.
    Known(Vec<String>),
    /// Show a section, or not.
    Shown(String, bool),
    /// Move a section one place towards the start.
    Up(String),
    /// Move a section one place towards the end.
    Down(String),
    /// Other sections are open.
    Open(Open),
    /// Have one section open, or not.
    OpenSection(String, bool),
    /// Another path, or none.
    Path(Option<String>),
    /// Another level, 2 to 5; any other changes nothing.
    HeadingLevel(u8),
    /// Another time to start.
    Loading(Loading),
    /// Links to sections, or none.
    Links(bool),
    /// Ask, or not, whether a section was clear.
    Feedback(bool),
    /// Keep what is open, or not.
    Remember(bool),
    /// Another text in a slot.
    Slot(Slot, String),
    /// Another folder.
    Folder(String),
    /// With the hash, or without.
    Pinned(bool),
}

impl Choices {
    /// The choices after one more.
    #[must_use]
    pub fn after(&self, change: Change) -> Self {
        let mut after = self.clone();
        match change {
            Change::Way(way) => {
                after.way = way;
                if !way.forms().contains(&after.form) {
                    after.form = Form::Html;
                }
            }
            Change::Form(form) => after.form = form,
            Change::Language(language) => after.language = language,
            Change::Region(code) => {
                let codes = REGIONS.iter().map(|(code, _)| *code);
                after.region = codes.into_iter().find(|it| *it == code);
            }
            Change::Theme(theme) => after.theme = theme,
            Change::Accent(accent) => after.accent = accent,
            Change::Known(ids) => after.know(ids),
            Change::Shown(id, shown) => after.edit(&id, |section| section.shown = shown),
            Change::Up(id) => after.swap(&id, |place| place.checked_sub(1)),
            Change::Down(id) => after.swap(&id, |place| place.checked_add(1)),
            Change::Open(open) => after.open = open,
            Change::OpenSection(id, open) => after.edit(&id, |section| section.open = open),
            Change::Path(path) => after.path = path,
            Change::HeadingLevel(level @ 2..=5) => after.heading_level = level,
            Change::HeadingLevel(_) => {}
            Change::Loading(loading) => after.loading = loading,
            Change::Links(links) => after.links = links,
            Change::Feedback(feedback) => after.feedback = feedback,
            Change::Remember(remember) => after.remember = remember,
            Change::Slot(slot, text) => after.slots[slot as usize] = text,
            Change::Folder(folder) => after.folder = folder,
            Change::Pinned(pinned) => after.pinned = pinned,
        }
        after
    }

    /// Takes over which sections there are; what was chosen for those that stay is kept.
    fn know(&mut self, ids: Vec<String>) {
        let mut sections = std::mem::take(&mut self.sections);
        sections.retain(|section| ids.contains(&section.id));
        for id in &ids {
            if !sections.iter().any(|section| section.id == *id) {
                sections.push(Section {
                    id: id.clone(),
                    shown: true,
                    open: false,
                });
            }
        }
        self.sections = sections;
        self.own_order = ids;
    }

    fn edit(&mut self, id: &str, edit: impl FnOnce(&mut Section)) {
        let section = self.sections.iter_mut().find(|section| section.id == id);
        if let Some(section) = section {
            edit(section);
        }
    }

    /// Exchanges a section with the one at the place that `other` gives, if there is one.
    fn swap(&mut self, id: &str, other: impl FnOnce(usize) -> Option<usize>) {
        let place = self.sections.iter().position(|section| section.id == id);
        if let Some(place) = place
            && let Some(other) = other(place)
            && other < self.sections.len()
        {
            self.sections.swap(place, other);
        }
    }
}
