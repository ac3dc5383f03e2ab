//! The page as it was rendered, and what a reader is to be led to.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use crate::content::SectionId;

/// The words of one explainer, as they stand in the page.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The element that holds them all.
    pub mount: Element,
    /// The sections that are shown, in their order.
    pub sections: Rc<[SectionId]>,
}

/// A place to lead the reader to, which only the page's script can do.
#[derive(Clone, PartialEq)]
pub struct Target {
    /// The section that it stands in; none for what stands above all sections.
    pub section: Option<SectionId>,
    /// The place, which is the section's button where all of the section is meant.
    pub place: Element,
}

impl Page {
    /// Reads what stands in `mount`.
    pub fn new(mount: Element) -> Self {
        let sections = elements(&mount, ".section")
            .filter_map(|section| SectionId::new(section.id().strip_prefix("section-")?).ok())
            .collect();
        Self { mount, sections }
    }

    /// The sections that are open just now.
    pub fn open_sections(&self) -> Vec<SectionId> {
        let is_open = |id: &&SectionId| {
            let body = self.find(&format!("#{id}-body"));
            body.is_some_and(|body| !body.has_attribute("hidden"))
        };
        self.sections.iter().filter(is_open).cloned().collect()
    }

    /// Shows a section as open or closed.
    pub(super) fn set_open(&self, id: &SectionId, open: bool) {
        let Some(body) = self.find(&format!("#{id}-body")) else {
            return;
        };
        if open {
            remove(&body, "hidden");
        } else {
            // Find-in-page and print see what is hidden so.
            set(&body, "hidden", "until-found");
        }
        if let Some(button) = self.find(&format!("#{id}-button")) {
            set(&button, "aria-expanded", &open.to_string());
        }
    }

    /// The first element that `selector` names.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.mount.query_selector(selector).ok()?
    }
}

/// The elements inside `parent` that `selector` names, in the order of the page.
pub(super) fn elements(parent: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found: Option<NodeList> = parent.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.get(index).map(JsCast::unchecked_into))
}

/// Gives an element an attribute.
pub(super) fn set(element: &Element, attribute: &str, value: &str) {
    // It fails for names that are none.
    let _ = element.set_attribute(attribute, value);
}

/// Takes an attribute of an element away.
pub(super) fn remove(element: &Element, attribute: &str) {
    let _ = element.remove_attribute(attribute);
}

/// What stands in a `data-` attribute, such as a label.
pub(super) fn data(element: &Element, name: &str) -> String {
    let value = element.get_attribute(&["data-", name].concat());
    value.unwrap_or_default()
}

/// Says something where it stands for all to see, or in a status: as a new text, since a browser that has translated
/// the page has put its own in the place of that before.
pub(super) fn say(element: &Element, words: &str) {
    element.set_text_content(Some(words));
}
