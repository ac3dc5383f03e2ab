//! Why a content file was refused.

use super::Tenths;
use crate::content::InvalidId;

/// A content file that cannot be used: where and why.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}:{line}: {reason}")]
pub struct Refusal {
    path: String,
    line: usize,
    reason: Reason,
}

impl Refusal {
    /// The refusal of what stands in `line` (counted from 1) of `path`.
    pub(super) fn new(path: &str, line: usize, reason: Reason) -> Self {
        Self {
            path: path.to_owned(),
            line,
            reason,
        }
    }

    /// What is wrong, without the place.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }
}

/// What is wrong.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// A file of the language is not there.
    #[error("this file is missing")]
    MissingFile,
    /// The file does not start with front matter.
    #[error(
        "front matter is missing: the file must start with a line `+++`, TOML fields and another line `+++`"
    )]
    MissingFrontMatter,
    /// A TOML file or front matter lacks a field, has one too many or a wrong value.
    #[error("{0}")]
    Toml(String),
    /// The bibliography cannot be read.
    #[error("bibliography: {0}")]
    Bibliography(String),
    /// An id is not kebab-case.
    #[error(transparent)]
    InvalidId(#[from] InvalidId),
    /// Two sections share an id.
    #[error("section id `{0}` is used twice")]
    DuplicateId(String),
    /// A question to tick that nothing names.
    #[error("the question has no id: end it with one in braces, such as `{{#side-effects}}`")]
    QuestionWithoutId,
    /// Two questions share an id.
    #[error("question id `{0}` is used twice")]
    DuplicateQuestion(String),
    /// A section has no blocks.
    #[error("section `{0}` has nothing to show")]
    EmptySection(String),
    /// A term link leads nowhere.
    #[error("term `{0}` is not in the glossary")]
    UnknownTerm(String),
    /// A citation leads nowhere.
    #[error("source `{0}` is not in sources.bib")]
    UnknownSource(String),
    /// A cross-link leads nowhere.
    #[error("section `{0}` does not exist")]
    UnknownSection(String),
    /// A reference to a sign or a tier that the table of signs has not.
    #[error(
        "`{{{0}}}` is in no table: write a sign of signs.toml as `{{its-id}}`, `{{signs: its-id, another}}` or \
         `{{call: its-id}}`, and a tier as `{{tier: emergency}}`, `{{tier: now}}` or `{{tier: same-day}}`"
    )]
    UnknownSign(String),
    /// Two signs share an id.
    #[error("sign id `{0}` is used twice")]
    DuplicateSign(String),
    /// A sign that nothing backs.
    #[error("sign `{0}` has no source")]
    SignWithoutSource(String),
    /// A sign that no text names.
    #[error("sign `{0}` is shown nowhere")]
    UnusedSign(String),
    /// A sign that stands where something else is said of how urgent it is, or nothing.
    #[error(
        "sign `{0}` is of tier `{1}`: name it below the heading `{{tier: {1}}}`, or as `{{signs: {0}}}`"
    )]
    SignOutOfItsTier(String, &'static str),
    /// A sign without what backs it.
    #[error("sign `{0}` was read in `{1}`: cite that in the same line")]
    UncitedSign(String, String),
    /// How urgent something is, in words that are not those of the table of signs.
    #[error(
        "`{0}` says how urgent something is: name the sign, as `{{signs: its-id}}`, so that signs.toml says it"
    )]
    UrgencyByHand(String),
    /// A path whose id stands for another one, or for none.
    #[error("path id `{0}` is taken: give each path an id of its own, and none of them `none`")]
    TakenPath(String),
    /// A path leads nowhere.
    #[error("path `{0}` has no sections")]
    EmptyPath(String),
    /// A path leads through a section twice.
    #[error("section `{0}` is on this path already")]
    RepeatedStep(String),
    /// No path leads through a section.
    #[error("section `{0}` is on no path: put it on one, or list it in `apart`")]
    OnNoPath(String),
    /// Two groups share an id.
    #[error("group id `{0}` is used twice")]
    DuplicateGroup(String),
    /// A group of no sections.
    #[error("group `{0}` has no sections")]
    EmptyGroup(String),
    /// A section that is in no group, and not before all of them.
    #[error("section `{0}` is in no group: put it into one, or list it in `apart`")]
    InNoGroup(String),
    /// A section that stands elsewhere in the page, or in a group already.
    #[error("section `{0}` is out of order: list each section once, in the order of the files")]
    GroupedOutOfOrder(String),
    /// A region that no host page can name.
    #[error("region `{0}` is none of {1}")]
    UnknownRegion(String, String),
    /// Words that give way to those of a region and do not end.
    #[error("`{{region: …}}` has no `{{/region}}` in the same line")]
    OpenRegional,
    /// Words that are said to differ from region to region, and that nothing is known to take the place of.
    #[error(
        "`{0}` is nothing that differs from region to region: emergency, crisis, organization and trials do"
    )]
    UnknownRegional(String),
    /// A review says nothing of something.
    #[error("the review has no `{0}`")]
    EmptyReview(&'static str),
    /// A review of no text.
    #[error(
        "`{0}` is no fingerprint: write the 16 digits and letters that `cargo xtask review` prints"
    )]
    Fingerprint(String),
    /// A review of a text that is another one now.
    #[error(
        "the text has changed since the review of {0}: say in `changes` what has, or have it reviewed again; its \
         fingerprint is {1} now"
    )]
    ChangedSinceReview(String, String),
    /// A figure has no data.
    #[error("figure `{0}` does not exist")]
    UnknownFigure(String),
    /// A figure has none of the lists that it could be drawn from.
    #[error(
        "the figure has nothing to draw: it needs axes with people, stops, groups, studies or a table"
    )]
    FigureWithoutData,
    /// More people than there are.
    #[error("{0} of {1} people is more than all of them")]
    ShareOverTotal(u16, u16),
    /// A drawing that cannot be taken over.
    #[error("drawing: {0}")]
    Drawing(String),
    /// Words for a drawing that no drawing of the figure asks for.
    #[error("label `{0}` is in no drawing of the figure")]
    UnusedLabel(String),
    /// A source that nothing cites.
    #[error("source `{0}` is never cited")]
    UncitedSource(String),
    /// A source that the reader could not find.
    #[error("source `{0}` has no DOI and no https address")]
    SourceWithoutAddress(String),
    /// A number that nothing backs.
    #[error("`{0}` is a number without a source: cite one in the same paragraph, item or row")]
    NumberWithoutSource(String),
    /// A number in words that have no room for a source, and that nothing beside them backs.
    #[error(
        "`{0}` is a number in a heading, summary, caption or label: state it with a source in the same section or \
         figure, too"
    )]
    NumberInALabel(String),
    /// Markdown that goes deeper than anything has a form for.
    #[error("the text is nested more than {0} deep")]
    TooDeep(usize),
    /// HTML in Markdown.
    #[error("raw HTML `{0}` is not allowed")]
    RawHtml(String),
    /// A heading that is not one level below the section's.
    #[error("heading `{heading}` skips a level: level {level} stands where level 2 is expected")]
    SkippedLevel {
        /// The text of the heading.
        heading: String,
        /// Its level.
        level: usize,
    },
    /// Markdown that the explainer has no form for.
    #[error("{0} cannot be used here")]
    Unsupported(&'static str),
    /// A paragraph that is too long to read with ease.
    #[error("the paragraph has {0} words; 70 are the most")]
    LongParagraph(usize),
    /// A list that is too long to keep in mind.
    #[error("the list has {0} items; 7 are the most")]
    LongList(usize),
    /// A risk as `1 in N`, which readers misjudge.
    #[error("`{0}` is hard to compare: write it as a number in 100 or as a count")]
    OneInN(String),
    /// A search word that leads to words that are not there.
    #[error(
        "`{0}` is not in the text: search words lead to words that are there, side by side and written so"
    )]
    SearchWordNotInText(String),
    /// A search word that leads to the same words twice.
    #[error("`{0}` leads there already")]
    SearchWordTwice(String),
    /// A search word that is never looked for.
    #[error("`{0}` is one of the stop words, which are never looked for alone")]
    SearchWordLeftOut(String),
    /// A search word with something that is no word.
    #[error(
        "`{0}` is no search word: it needs letters or digits, with spaces, hyphens or apostrophes between them"
    )]
    NoSearchWord(String),
    /// A step that could take all of a word away.
    #[error("`keep` is how many letters of a word have to stay: 1 to 9")]
    EndingsKeepNothing,
    /// Text that is too hard to read.
    #[error("{formula} grade {grade} is over {limit}: shorten the sentences and use shorter words")]
    TooHard {
        /// The reading-grade formula.
        formula: &'static str,
        /// The school grade that the text needs, in tenths.
        grade: Tenths,
        /// The highest grade allowed, in tenths.
        limit: Tenths,
    },
    /// A translation that differs from the English.
    #[error("the {what} differ from the English: {difference}")]
    TranslationDiffers {
        /// Sections, questions, sources, figures or numbers.
        what: &'static str,
        /// What is missing and what is too many.
        difference: String,
    },
    /// English that has changed since it was translated.
    #[error(
        "the English has changed since it was translated: check the text against it, then set `english = \"{0}\"`"
    )]
    EnglishChanged(String),
}
