//! The page as the search has it, gathered as `living/passages.rs` does it in a browser.

use std::rc::Rc;

use lupus_car_t::{
    compiler::fold,
    content::WORD_JOINER,
    search::{Index, Kind, Lexicon, MOST, Passage},
};

use crate::{
    fixtures::{real_page, real_search_words, real_terms},
    html::{Element, Node},
};

/// The page of the words that readers get, ready to be searched.
pub(super) struct Page {
    index: Index,
    /// Where each passage stands, as `questions-asked.toml` names places.
    places: Vec<String>,
}

/// A result: where it stands, and its words.
pub(super) type Result<'page> = (&'page str, String);

impl Page {
    pub(super) fn real() -> Self {
        let mut gathered = Gathered::default();
        let page = real_page();
        gathered.page(&page);
        let Gathered {
            headings,
            passages,
            places,
            ..
        } = gathered;
        let mut index = Index::new(headings, &passages, &fold);
        index.learn(Rc::new(Lexicon::read(&real_search_words())));
        Self { index, places }
    }

    /// The first results of a question.
    pub(super) fn results(&self, asked: &str) -> Vec<Result<'_>> {
        let found = self.index.find(asked, MOST, &fold);
        let words = |pieces: &[(&str, bool)]| pieces.iter().map(|(words, _)| *words).collect();
        let hits = found.first.iter();
        let results = hits.map(|hit| (&*self.places[hit.passage], words(&hit.pieces)));
        results.collect()
    }

    /// Whether something can be found there.
    pub(super) fn has(&self, place: &str) -> bool {
        self.places.iter().any(|it| it == place)
    }
}

#[derive(Default)]
struct Gathered {
    headings: Vec<String>,
    passages: Vec<Passage>,
    places: Vec<String>,
    place: String,
    is_in_glossary: bool,
    is_in_sources: bool,
}

/// What has words of its own; that which lies inside of another of them has the words then.
const BLOCKS: &str = "p li tr dd figcaption summary h2 h3 h4 h5 h6 legend";
const INNER_BLOCKS: &str = "p li tr dd";
const NO_TEXT: &str = "title get-help-heading section-foot worksheet of-site";

fn is_one_of(element: &Element, names: &str) -> bool {
    names.split(' ').any(|name| name == element.name)
}

impl Gathered {
    fn page(&mut self, page: &Element) {
        self.under(page.only("title"), "main-message");
        self.blocks(page.only("masthead"));
        for part in page.find_all(|it| it.has_class("below-help")) {
            self.blocks(part);
        }
        let heading = page.find_all(|it| it.attribute("id") == Some("get-help-heading"));
        self.under(heading[0], "get-help");
        self.blocks(page.only("get-help"));
        for section in page.find_all(|it| it.has_class("section")) {
            let id = section.attribute("id").expect("an id");
            let id = id.strip_prefix("section-").expect("a section");
            let part = |class| section.only(class);
            self.under(part("section-button"), id);
            self.push(Kind::Title, words_of(part("section-button")));
            self.push(Kind::Summary, words_of(part("section-summary")));
            self.blocks(part("section-body"));
        }
    }

    fn under(&mut self, heading: &Element, place: &str) {
        self.headings.push(words_of(heading));
        place.clone_into(&mut self.place);
    }

    fn push(&mut self, kind: Kind, text: String) {
        let place = self.headings.len() - 1;
        if let Kind::Term(length) = kind {
            let terms = real_terms();
            let term = terms.iter().find(|(words, _)| **words == text[..length]);
            self.places
                .push(format!("term:{}", term.expect("a term").1));
        } else {
            self.places.push(self.place.clone());
        }
        self.passages.push(Passage { place, kind, text });
    }

    fn blocks(&mut self, parent: &Element) {
        for block in parent.elements() {
            let is_no_text = NO_TEXT.split(' ').any(|it| block.has_class(it))
                || block.attribute("role") == Some("status");
            // Labels of the list of questions, and what stands above the box.
            if is_no_text && !block.has_class("worksheet") {
                continue;
            }
            let before = (self.is_in_glossary, self.is_in_sources);
            self.is_in_glossary |= block.has_class("glossary");
            self.is_in_sources |= block.has_class("sources");
            let is_outer = block.all().iter().any(|it| is_one_of(it, INNER_BLOCKS));
            if self.is_in_glossary && block.name == "div" {
                let [term, meaning] =
                    ["dt", "dd"].map(|name| words_of(block.find_all(|it| it.name == name)[0]));
                let text = [&*term, " – ", &meaning].concat();
                self.push(Kind::Term(term.len()), text);
                continue;
            } else if block.name == "tr" {
                let cells = block.find_all(|it| it.name == "th" || it.name == "td");
                let cells: Vec<String> = cells.into_iter().map(words_of).collect();
                self.push(Kind::Row, cells.join(" – "));
            } else if is_one_of(block, BLOCKS) && !is_outer {
                let kind = match block.name.strip_prefix('h') {
                    Some(_) => Kind::Heading,
                    None if self.is_in_sources => Kind::Source,
                    None => Kind::Text,
                };
                self.push(kind, words_of(block));
            }
            // Blocks inside of others come after them.
            self.blocks(block);
            (self.is_in_glossary, self.is_in_sources) = before;
        }
    }
}

/// The words of an element but for its citations, with one space for each gap.
fn words_of(element: &Element) -> String {
    fn collect(element: &Element, words: &mut String) {
        for child in &element.children {
            match child {
                Node::Element(it)
                    if it.has_class("citation")
                        || it.has_class("cited-in")
                        || it.attribute("aria-hidden") == Some("true") => {}
                Node::Element(it) => collect(it, words),
                Node::Text(text) => words.push_str(text),
            }
        }
    }
    let mut words = String::new();
    collect(element, &mut words);
    let parts: Vec<&str> = words.split_whitespace().collect();
    parts.join(" ").replace(WORD_JOINER, "")
}
