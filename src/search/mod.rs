//! Finds the sentences that have the reader's words, in any language. Pure: no Yew, no browser.
//!
//! A sentence is found when each of the words stands in it, whole or in part, whatever their case and
//! accents. Scripts without spaces are searched in the same way.

mod fold;
mod sentences;
mod word;

pub use fold::Fold;
use fold::{Folder, Letter};
use sentences::divide;
use word::{Match, words};

/// The most sentences that are listed unless the reader asks for all.
pub const MOST: usize = 10;

/// The longest query, in letters; a longer one is not looked for, since a pasted page would keep the reader waiting.
pub const LONGEST: usize = 100;

/// How much further down the list a sentence stands that has a word only inside of others.
const WITHIN_WORDS: usize = 4;

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
    /// A heading inside a section.
    Heading,
    /// A term, so many bytes long, with its meaning.
    Term(usize),
    /// What makes sense only together, such as the cells of a row.
    Row,
    /// Several sentences.
    Text,
}

/// Every sentence of a page, ready to be searched.
#[derive(Debug)]
pub struct Index {
    headings: Vec<String>,
    sentences: Vec<Sentence>,
}

#[derive(Debug)]
struct Sentence {
    place: usize,
    /// The number of the passage that it is from.
    passage: usize,
    kind: Kind,
    text: String,
    folded: Vec<Letter>,
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
    /// The first of them: headings, then the glossary, then the text in reading order; within
    /// each of these, words that begin with what was looked for come before words that only have it.
    pub first: Vec<Hit<'index>>,
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
        for (number, passage) in passages.iter().enumerate() {
            let Passage { place, kind, text } = passage;
            let mut tell = |text: &str| {
                // What a place says twice is listed once, and leads to the first.
                let mut here = sentences.iter().rev().take_while(|it| it.place == *place);
                if text.is_empty() || here.any(|it| it.text == text) {
                    return;
                }
                sentences.push(Sentence {
                    place: *place,
                    passage: number,
                    kind: *kind,
                    text: text.to_owned(),
                    folded: folder.folded(text),
                });
            };
            match kind {
                Kind::Text => divide(text, &mut tell),
                _ => tell(text.trim()),
            }
        }
        Self {
            headings,
            sentences,
        }
    }

    /// The sentences that have every word of `query`, `most` of them listed; none while it is a single letter of an
    /// alphabet, or [too long](is_too_long).
    pub fn find(&self, query: &str, most: usize, fold: Fold) -> Found<'_> {
        if is_too_long(query) {
            return Found::default();
        }
        let words = words(&Folder::new(fold).folded(query));
        if words.is_empty() {
            return Found::default();
        }
        let mut ranked: Vec<(usize, usize)> = Vec::new();
        for (number, sentence) in self.sentences.iter().enumerate() {
            if let Some(rank) = sentence.rank(&words) {
                ranked.push((rank, number));
            }
        }
        let mut found = Found {
            count: ranked.len(),
            first: Vec::new(),
        };
        for wanted in 0..2 * WITHIN_WORDS {
            for (rank, number) in &ranked {
                if *rank == wanted && found.first.len() < most {
                    found.first.push(self.hit(&self.sentences[*number], &words));
                }
            }
        }
        found
    }

    fn hit<'index>(&'index self, sentence: &'index Sentence, words: &[Vec<u8>]) -> Hit<'index> {
        let heading = match sentence.kind {
            Kind::Title => "",
            _ => &self.headings[sentence.place],
        };
        Hit {
            passage: sentence.passage,
            heading,
            pieces: sentence.pieces(words),
        }
    }
}

impl Sentence {
    /// How far down the list it stands; none where it lacks one of the words.
    fn rank(&self, words: &[Vec<u8>]) -> Option<usize> {
        let mut within_words = 0;
        let mut in_term = true;
        for word in words {
            let found = Match::first(&self.folded, word)?;
            if !found.begins_word {
                within_words = WITHIN_WORDS;
            }
            if let Kind::Term(length) = self.kind {
                in_term &= usize::from(self.folded[found.start].1) < length;
            }
        }
        let rank = match self.kind {
            Kind::Title | Kind::Heading => 0,
            Kind::Term(_) if in_term => 1,
            Kind::Term(_) => 2,
            Kind::Row | Kind::Text => 3,
        };
        Some(rank + within_words)
    }

    /// The original words in pieces.
    fn pieces(&self, words: &[Vec<u8>]) -> Vec<(&str, bool)> {
        let mut marked = vec![false; self.text.len()];
        for word in words {
            let mut next = Match::first(&self.folded, word);
            while let Some(found) = next {
                let start = self.folded[found.start].1;
                let last = self.folded[found.end - 1].1;
                // A letter goes with the marks that follow it, which are in no folded text.
                let after = self.folded[found.end..].iter().find(|(_, it)| *it > last);
                let end = after.map_or(marked.len(), |(_, it)| usize::from(*it));
                marked[usize::from(start)..end].fill(true);
                next = found.next(&self.folded, word);
            }
        }
        let mut pieces = Vec::new();
        let mut start = 0;
        for end in 1..=marked.len() {
            if end == marked.len() || marked[end] != marked[start] {
                pieces.push((&self.text[start..end], marked[start]));
                start = end;
            }
        }
        pieces
    }
}
