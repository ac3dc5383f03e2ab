//! The whole explainer in one language.

use super::{
    Block, Drawing, Edition, Figure, FigureId, Paths, Region, SectionGroup, SectionId, Signs,
    SourceId, Span, TermId, Words,
};

/// Everything that the widget shows, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explainer {
    /// The language, as a BCP 47 tag such as `en`.
    pub language: String,
    /// The direction in which the language is written.
    pub direction: Direction,
    /// The title of the explainer.
    pub title: String,
    /// The picture beside the title.
    pub picture: Drawing,
    /// What a reader must know who reads nothing else.
    pub main_message: Vec<Block>,
    /// When to get medical help at once.
    pub get_help: GetHelp,
    /// The signs of danger that all texts name.
    pub signs: Signs,
    /// Ways through the sections for readers in different places.
    pub paths: Paths,
    /// What differs from one region to another.
    pub regions: Vec<Region>,
    /// The sections, in reading order; their ids are unique.
    pub sections: Vec<Section>,
    /// The groups of those that do not stand before all groups, in the same order.
    pub groups: Vec<SectionGroup>,
    /// The glossary, sorted by term.
    pub terms: Vec<Term>,
    /// The sources, in the order in which the text first cites them.
    pub sources: Vec<Source>,
    /// The data behind the figures.
    pub figures: Vec<Figure>,
    /// Version, dates and review.
    pub edition: Edition,
    /// The words of buttons and labels.
    pub words: Words,
}

impl Explainer {
    /// The parts of the main message: what matters most, for whom the text is, and the rest, which gives way to the box
    /// that says when to get help. Each but the last is one paragraph, or none where the message ends before it.
    pub fn main_message_parts(&self) -> [&[Block]; 3] {
        let (lead, rest) = self.main_message.split_at(self.main_message.len().min(1));
        let (audience, rest) = rest.split_at(rest.len().min(1));
        [lead, audience, rest]
    }

    /// The section of this id.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|it| it.id == *id)
    }

    /// The figure of this id.
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figures.iter().find(|it| it.id == *id)
    }

    /// The number that stands for `source` in the text, counted from 1.
    pub fn source_number(&self, source: &SourceId) -> usize {
        self.sources
            .iter()
            .position(|it| it.id == *source)
            .map_or(0, |index| index + 1)
    }
}

/// The box that says when to get help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetHelp {
    /// The heading of the box.
    pub heading: String,
    /// What stands in the box.
    pub blocks: Vec<Block>,
}

/// One expandable section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The name of the section in links, attributes and events.
    pub id: SectionId,
    /// The heading, which is also the label of its button.
    pub heading: String,
    /// One line that says what the section tells.
    pub summary: String,
    /// The body.
    pub blocks: Vec<Block>,
}

/// A word that the glossary explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The name of the term in links.
    pub id: TermId,
    /// The word or words.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
}

/// A source of what the text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its key in the bibliography.
    pub id: SourceId,
    /// Author, title, place and date, formatted in AMA style.
    pub reference: Vec<Span>,
    /// Where to read it: its DOI, `PubMed` record or official page.
    pub address: String,
    /// The sections that cite it, in reading order.
    pub cited_in: Vec<SectionId>,
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub const fn as_attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}
