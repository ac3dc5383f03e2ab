//! What every part of the page needs to know.

use std::rc::Rc;

use yew::{prelude::*, virtual_dom::VTag};

use crate::{content, options::Options, state::Target};

/// The content, the host page's wishes, and whether script runs.
#[derive(Clone)]
pub(super) struct View {
    pub(super) explainer: Rc<content::Explainer>,
    pub(super) options: Rc<Options>,
    /// False in pre-rendered HTML: there, nothing that needs script may be hidden or offered.
    pub(super) running: bool,
    /// Told of what the reader is to be shown.
    pub(super) on_show: Callback<Target>,
}

impl PartialEq for View {
    /// Whether both are of one explainer: neither its words nor the wishes change while it is shown.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.explainer, &other.explainer)
            && Rc::ptr_eq(&self.options, &other.options)
            && self.running == other.running
            && self.on_show == other.on_show
    }
}

impl View {
    pub(super) fn words(&self) -> &content::Words {
        &self.explainer.words
    }

    /// A heading `depth` levels below the sections' own, but never below level 6.
    pub(super) fn heading(&self, depth: u8, class: &'static str, children: Html) -> Html {
        let level = (self.options.heading_level + depth).min(6);
        heading(level, class, children).into()
    }

    /// The title, one level above the sections' headings, but never above level 2: level 1 is for the title of the
    /// page around.
    pub(super) fn title(&self, children: Html) -> Html {
        let level = (self.options.heading_level - 1).max(2);
        let mut title = heading(level, "title", children);
        title.add_attribute("part", "title");
        title.into()
    }
}

fn heading(level: u8, class: &'static str, children: Html) -> VTag {
    let mut heading = VTag::new(format!("h{level}"));
    heading.add_attribute("class", class);
    heading.add_child(children);
    heading
}
