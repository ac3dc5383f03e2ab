//! One Markdown body, and what the checks need to know of it.

use std::ops::Range;

use pulldown_cmark::{Options, Parser as Markdown};

use super::{
    Reason, Refusal, depth, front_matter::BodyText, known::Known, labels, markdown::Parser,
};
use crate::content::{Block, FigureId, QuestionId, SignId, SourceId};

/// A body, with what it cites, shows and says.
#[derive(Default)]
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    /// The sources, in the order of the citations; a source may occur often.
    pub(super) citations: Vec<SourceId>,
    pub(super) figures: Vec<FigureId>,
    /// The signs that it names.
    pub(super) signs: Vec<SignId>,
    /// The numbers, in the order of the text.
    pub(super) numbers: Vec<String>,
    /// The words without citations, each block ended like a sentence.
    pub(super) prose: String,
    /// The questions to tick, each with the line that it stands in.
    pub(super) questions: Vec<(QuestionId, usize)>,
    /// Headings and descriptions, each with where it stands.
    pub(super) labels: Vec<(String, Range<usize>)>,
}

impl Body {
    /// Reads `text`, which stands in the file `path`.
    pub(super) fn read(path: &str, text: &BodyText, known: &Known) -> Result<Self, Refusal> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_GFM
            // Old footnotes are the ones whose definition may stand elsewhere: here, in the bibliography.
            | Options::ENABLE_OLD_FOOTNOTES
            | Options::ENABLE_SMART_PUNCTUATION;
        let (text, signs) = &known.signs.spell_out(path, text)?;
        let events = || Markdown::new_ext(&text.text, options).into_offset_iter();
        let mut parser = Parser {
            events: events().peekable(),
            path,
            text,
            known,
            body: Self {
                signs: signs.clone(),
                ..Self::default()
            },
        };
        if let Some(range) = depth::too_deep(events()) {
            return Err(parser.refuse(&range, Reason::TooDeep(depth::MOST)));
        }
        parser.body.blocks = parser.blocks(None)?;
        for (label, range) in &parser.body.labels {
            labels::check(label, &parser.body.numbers)
                .map_err(|reason| parser.refuse(range, reason))?;
        }
        Ok(parser.body)
    }

    /// Takes in what `part` cites and says, as if it stood here.
    pub(super) fn take_in(&mut self, part: &Self) {
        self.citations.extend_from_slice(&part.citations);
        self.signs.extend_from_slice(&part.signs);
        self.numbers.extend_from_slice(&part.numbers);
        self.prose.push_str(&part.prose);
    }
}
