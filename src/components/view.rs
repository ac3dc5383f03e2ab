//! What every part of the text needs to know.

use std::rc::Rc;

use yew::{prelude::*, virtual_dom::VTag};

use crate::content::{self, SectionId};

/// The level of the sections' headings. The page's script makes them what a host page asks for.
const HEADING_LEVEL: u8 = 2;

/// The words.
#[derive(Clone)]
pub(super) struct View {
    pub(super) explainer: Rc<content::Explainer>,
}

impl View {
    pub(super) fn words(&self) -> &content::Words {
        &self.explainer.words
    }

    /// A heading `depth` levels below the sections' own.
    pub(super) fn heading(depth: u8, class: &'static str, children: Html) -> Html {
        heading(depth, class, children).into()
    }

    /// The title. A page of its own has one of level 1 around it.
    pub(super) fn title(children: Html) -> Html {
        let mut title = heading(0, "title", children);
        title.add_attribute("part", "title");
        title.into()
    }
}

fn heading(depth: u8, class: &'static str, children: Html) -> VTag {
    let mut heading = VTag::new(format!("h{}", HEADING_LEVEL + depth));
    heading.add_attribute("class", class);
    heading.add_child(children);
    heading
}

/// The address of a section, as long as no script puts the page's own before it.
pub(super) fn address(section: &SectionId) -> String {
    format!("#lupus-car-t-{section}")
}
