//! What can be found in a page, in reading order.

use web_sys::Element;

use super::{
    page::{Page, Target, elements},
    text::words_of,
};
use crate::{
    content::SectionId,
    search::{Kind, Passage},
};

/// Stands between what the page shows side by side: cells of a row, a term and its meaning.
const BETWEEN: &str = " – ";

/// What has words of its own.
const BLOCKS: &str =
    "p, li, tr, dd, .glossary > div, figcaption, summary, h2, h3, h4, h5, h6, legend";

/// What lies inside of one of those, and has the words then.
const INNER_BLOCKS: &str = "p, li, tr, dd";

/// What is no text to be read, such as labels and what a script says.
const NO_TEXT: &str = ".title, .get-help-heading, .below-help > p, .section-foot, .worksheet p, .from-site, \
     .of-site, [role=status]";

/// What is offered where nothing is found, if the page has it: the section of it, its place, and what names it.
const ELSEWHERE: [(&str, &str, &str); 2] = [
    ("", ".paths", "#paths-heading"),
    ("questions", "#questions-button", "#questions-button"),
];

/// Everything that can be found.
#[derive(Default)]
pub(super) struct Passages {
    /// The headings that the passages stand under.
    pub(super) headings: Vec<String>,
    pub(super) all: Vec<Passage>,
    /// Where each of the passages stands, and after those what is offered where nothing is found.
    pub(super) targets: Vec<Target>,
    /// What is offered where nothing is found: which of the targets, and its name.
    pub(super) elsewhere: Vec<(usize, String)>,
}

impl Passages {
    /// Gathers them from a page as it is just now.
    pub(super) fn of(page: &Page) -> Self {
        let mut found = Self::default();
        found.under(".title", page);
        for part in elements(&page.mount, ".masthead, .below-help") {
            found.blocks(&part, None);
        }
        found.under("#get-help-heading", page);
        for part in elements(&page.mount, ".get-help") {
            found.blocks(&part, None);
        }
        for id in page.sections.iter() {
            found.section(id, page);
        }
        for (section, place, name) in ELSEWHERE {
            found.offer(page, section, place, name);
        }
        found
    }

    fn offer(&mut self, page: &Page, section: &str, place: &str, name: &str) -> Option<()> {
        let place = page.find(place)?;
        let name = words_of(&page.find(name)?);
        self.elsewhere.push((self.targets.len(), name));
        let section = page.sections.iter().find(|it| ***it == *section);
        self.targets.push(Target {
            section: section.cloned(),
            place,
        });
        Some(())
    }

    /// Goes on under the heading that `selector` names.
    fn under(&mut self, selector: &str, page: &Page) -> Option<Element> {
        let heading = page.find(selector);
        let words = heading.as_ref().map(words_of).unwrap_or_default();
        self.headings.push(words);
        heading
    }

    fn section(&mut self, id: &SectionId, page: &Page) -> Option<()> {
        let button = self.under(&format!("#{id}-button"), page)?;
        self.push(Kind::Title, words_of(&button), Some(id), &button);
        let summary = page.find(&format!("#{id}-summary"))?;
        // Right below the button: the reader is led there.
        self.push(Kind::Summary, words_of(&summary), Some(id), &button);
        self.blocks(&page.find(&format!("#{id}-body"))?, Some(id));
        Some(())
    }

    fn blocks(&mut self, parent: &Element, section: Option<&SectionId>) {
        for block in elements(parent, BLOCKS) {
            let is_outer = block
                .query_selector(INNER_BLOCKS)
                .is_ok_and(|it| it.is_some());
            let is_no_text = block.closest(NO_TEXT).is_ok_and(|it| it.is_some());
            let (kind, words) = match &*block.local_name() {
                _ if is_no_text => continue,
                "div" => match term(&block) {
                    Some(term) => term,
                    None => continue,
                },
                // The meaning of a term stands with the term.
                "dd" if block.closest(".glossary").is_ok_and(|it| it.is_some()) => continue,
                "tr" => {
                    let cells: Vec<String> = elements(&block, "th, td")
                        .map(|cell| words_of(&cell))
                        .collect();
                    (Kind::Row, cells.join(BETWEEN))
                }
                _ if is_outer => continue,
                "li" if block.closest(".sources").is_ok_and(|it| it.is_some()) => {
                    (Kind::Source, words_of(&block))
                }
                "h2" | "h3" | "h4" | "h5" | "h6" => (Kind::Heading, words_of(&block)),
                _ => (Kind::Text, words_of(&block)),
            };
            self.push(kind, words, section, &block);
        }
    }

    fn push(&mut self, kind: Kind, text: String, section: Option<&SectionId>, place: &Element) {
        self.all.push(Passage {
            place: self.headings.len() - 1,
            kind,
            text,
        });
        self.targets.push(Target {
            section: section.cloned(),
            place: place.clone(),
        });
    }
}

/// A term of the glossary with its meaning.
fn term(entry: &Element) -> Option<(Kind, String)> {
    let [term, meaning] = ["dt", "dd"].map(|name| elements(entry, name).next());
    let (term, meaning) = (words_of(&term?), words_of(&meaning?));
    Some((Kind::Term(term.len()), [&*term, BETWEEN, &meaning].concat()))
}
