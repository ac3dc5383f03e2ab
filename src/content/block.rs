//! What the body of a section is made of.

use super::{FigureId, QuestionId, Regional, SectionId, SourceId, TermId};

/// A piece of a section's body.
///
/// There is no raw-HTML variant: every tag is written by a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading one level below the section's own.
    Subheading(String),
    /// A bulleted list.
    List(Vec<Item>),
    /// A numbered list, for things that happen one after another.
    Steps(Vec<Item>),
    /// Questions that the reader can tick.
    Questions(Vec<Question>),
    /// A table with a header row and a header column.
    Table(Table),
    /// A box that stands out.
    Alert(AlertKind, Vec<Block>),
    /// Numbers and terms that not everyone needs, closed at first.
    MoreDetail(String, Vec<Block>),
    /// A figure, with a sentence that says what it shows.
    Figure(FigureId, String),
    /// The reader's own list of questions.
    Worksheet,
    /// Every glossary term with its meaning, from A to Z.
    Glossary,
    /// Every source, in the order in which the text cites them.
    Sources,
    /// Version, dates and review of the text.
    Edition,
}

/// One entry of a list.
pub type Item = Vec<Block>;

/// A question that the reader can tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Names it, also where its words change.
    pub id: QuestionId,
    /// The words.
    pub words: Vec<Span>,
}

/// A table: the first cell of each row names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The header cells.
    pub head: Vec<Vec<Span>>,
    /// The rows, each as long as `head`.
    pub rows: Vec<Vec<Vec<Span>>>,
}

/// What an alert is for; it decides the label and the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Something good to know.
    Note,
    /// Something the reader can do.
    Tip,
    /// Something not to be missed.
    Important,
    /// Something that protects from harm.
    Warning,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Words of strong importance.
    Strong(Vec<Span>),
    /// Words with stress.
    Emphasis(Vec<Span>),
    /// Words to keep on one line, as far as a term in them lets them.
    Unbroken(Vec<Span>),
    /// A link to another site.
    Link(String, Vec<Span>),
    /// Words that the glossary explains.
    Term(TermId, Vec<Span>),
    /// A link to another section.
    Section(SectionId, Vec<Span>),
    /// Words that hold everywhere, and give way to those of the reader's region.
    Regional(Regional, Vec<Span>),
    /// A source that backs what stands before it.
    Citation(SourceId),
}

/// Forbids a line break where it stands in a text; it is no white space and has no width.
pub const WORD_JOINER: char = '\u{2060}';

/// The words of `spans`, without citations and without what keeps those on their line.
pub fn plain_text(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => text.replace(WORD_JOINER, ""),
            Span::Strong(spans)
            | Span::Emphasis(spans)
            | Span::Unbroken(spans)
            | Span::Link(_, spans)
            | Span::Term(_, spans)
            | Span::Section(_, spans)
            | Span::Regional(_, spans) => plain_text(spans),
            Span::Citation(_) => String::new(),
        })
        .collect()
}
