//! Finds the sentences that answer the reader's words, in any language. Pure: no Yew, no browser.
//!
//! A sentence is found by words that stand in it, whole or in part, whatever their case and accents, with a slip in
//! them, or by others that a [`Lexicon`] knows to mean the same. Scripts without spaces are searched in the same way.
//! What has all words comes first, and headings, the glossary and first sentences before what only mentions them.

mod distance;
mod fold;
mod lexicon;
mod query;
mod rank;
mod sentence;
mod sentences;
mod words;

use std::rc::Rc;

pub use fold::Fold;
use fold::Folder;
pub use lexicon::{Lexicon, Step, Synonyms, write_lexicon};
use query::{EXACT, Reader, Wish};
use rank::rank;
use sentence::Sentence;
use sentences::divide;
use words::{Vocabulary, is_letter, words};

/// The most sentences that are listed unless the reader asks for all.
pub const MOST: usize = 10;

/// The longest query, in letters; a longer one is not looked for, since a pasted page would keep the reader waiting.
pub const LONGEST: usize = 100;

/// A text that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The number of the heading that it stands under, among those given to [`Index::new`].
    pub place: usize,
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: String,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The heading of a section.
    Title,
    /// What stands below the heading of a section.
    Summary,
    /// A heading inside a section.
    Heading,
    /// A term, so many bytes long, with its meaning.
    Term(usize),
    /// What makes sense only together, such as the cells of a row.
    Row,
    /// Several sentences.
    Text,
    /// Where facts are from, which answers few questions itself.
    Source,
}

/// Every sentence of a page, ready to be searched.
#[derive(Debug)]
pub struct Index {
    headings: Vec<String>,
    sentences: Vec<Sentence>,
    vocabulary: Vocabulary,
    lexicon: Rc<Lexicon>,
}

/// Whether a query is longer than [`LONGEST`].
pub fn is_too_long(query: &str) -> bool {
    query.chars().nth(LONGEST).is_some()
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found<'index> {
    /// In how many sentences.
    pub count: usize,
    /// The first of them, best first.
    pub first: Vec<Hit<'index>>,
    /// Whether a sentence has all that was looked for; the others are the closest then.
    pub has_all: bool,
}

/// A sentence that was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'index> {
    /// The number of the passage that has it.
    pub passage: usize,
    /// The heading of where it stands; empty where that is the sentence itself.
    pub heading: &'index str,
    /// The sentence in pieces, each with whether it is what was looked for.
    pub pieces: Vec<(&'index str, bool)>,
}

impl Index {
    /// The sentences of `passages`, which stand under `headings`.
    pub fn new(headings: Vec<String>, passages: &[Passage], fold: Fold) -> Self {
        let mut folder = Folder::new(fold);
        let mut sentences: Vec<Sentence> = Vec::new();
        let mut vocabulary = Vocabulary::new();
        // The headings that what comes next stands below.
        let mut above: Vec<usize> = Vec::new();
        for (number, passage) in passages.iter().enumerate() {
            let Passage { place, kind, text } = passage;
            if sentences.last().is_some_and(|last| last.place != *place) {
                above.clear();
            }
            if *kind == Kind::Heading {
                above.retain(|it| sentences[*it].kind != Kind::Heading);
            }
            let mut tell = |text: &str| {
                // What a place says twice is listed once, and leads to the first.
                let mut here = sentences.iter().rev().take_while(|it| it.place == *place);
                if text.is_empty() || here.any(|it| it.text == text) {
                    return;
                }
                let letters = folder.folded(text);
                vocabulary.add(sentences.len(), &letters);
                let last = sentences.last().filter(|last| last.place == *place);
                sentences.push(Sentence {
                    place: *place,
                    passage: number,
                    kind: *kind,
                    text: text.to_owned(),
                    folded: letters,
                    is_first: last.is_none_or(|last| last.kind.is_above()),
                    above: above.clone(),
                });
                if kind.is_above() {
                    above.push(sentences.len() - 1);
                }
            };
            match kind {
                Kind::Text | Kind::Source => divide(text, &mut tell),
                _ => tell(text.trim()),
            }
        }
        Self {
            headings,
            sentences,
            vocabulary,
            lexicon: Rc::default(),
        }
    }

    /// Takes in what the language does with its words. Until then all words are looked for as they are.
    pub fn learn(&mut self, lexicon: Rc<Lexicon>) {
        for word in &mut self.vocabulary.words {
            word.stem = lexicon.stem(&word.letters);
        }
        self.lexicon = lexicon;
    }

    /// Whether these words stand side by side in a sentence.
    pub fn has(&self, said: &str, fold: Fold) -> bool {
        let mut places = Wish::new();
        let words = words(&Folder::new(fold).folded(said));
        self.reader().side_by_side(&words, EXACT, &mut places);
        !places.is_empty()
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            vocabulary: &self.vocabulary,
            lexicon: &self.lexicon,
        }
    }

    /// The sentences that answer `query` best, `most` of them listed; none while it is a single letter of an
    /// alphabet, or [too long](is_too_long).
    pub fn find(&self, query: &str, most: usize, fold: Fold) -> Found<'_> {
        if is_too_long(query) {
            return Found::default();
        }
        let words = words(&Folder::new(fold).folded(query));
        if is_letter(&words) {
            return Found::default();
        }
        let wishes = self.reader().wishes(&words, true);
        let mut ranked = rank(&self.sentences, &wishes);
        let mut found = Found {
            count: ranked.worths.iter().filter(|worth| **worth > 0).count(),
            first: Vec::new(),
            has_all: ranked.has_all,
        };
        while found.first.len() < most {
            let Some(best) = ranked.take_best(&self.sentences) else {
                break;
            };
            found
                .first
                .push(self.hit(&self.sentences[best], best, &wishes));
        }
        found
    }

    fn hit<'index>(
        &'index self,
        sentence: &'index Sentence,
        number: usize,
        wishes: &[Wish],
    ) -> Hit<'index> {
        let heading = match sentence.kind {
            Kind::Title => "",
            _ => &self.headings[sentence.place],
        };
        Hit {
            passage: sentence.passage,
            heading,
            pieces: sentence.pieces(number, wishes),
        }
    }
}
