//! Finds the sentences that have the reader's words, in any language. Pure: no Yew, no browser.
//!
//! A sentence is found when each of the words stands in it, whole or in part, whatever their case and
//! accents. Scripts without spaces are searched in the same way.

mod fold;
mod passages;
mod sentences;
mod word;

use std::rc::Rc;

use crate::content::{Explainer, Section, SectionId};

pub use fold::Fold;
use fold::{Folder, Letter};
use word::{Match, words};

/// The most sentences that are listed unless the reader asks for all.
pub const MOST: usize = 10;

/// The longest query, in letters; a longer one is not looked for, since a pasted page would keep the reader waiting.
pub const LONGEST: usize = 100;

/// How much further down the list a sentence stands that has a word only inside of others.
const WITHIN_WORDS: usize = 4;

/// Every sentence of an explainer, ready to be searched.
#[derive(Debug)]
pub struct Index {
    places: Vec<Place>,
    sentences: Vec<Sentence>,
}

/// A part of the explainer that has a heading; no section where it stands above all of them.
#[derive(Debug)]
struct Place {
    section: Option<SectionId>,
    heading: String,
}

/// What a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The heading of a section, which is its button.
    Button,
    /// The line below that.
    Summary,
    /// A heading inside a section.
    Heading,
    /// A term, so many bytes long, with its meaning.
    Term(usize),
    /// Anything else.
    Text,
}

#[derive(Debug)]
struct Sentence {
    place: usize,
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
    /// By which [`Index::target`] knows it.
    pub number: usize,
    /// The heading of where it stands; empty where that is the sentence itself.
    pub heading: &'index str,
    /// The sentence in pieces, each with whether it is what was looked for.
    pub pieces: Vec<(&'index str, bool)>,
}

impl Index {
    /// The sentences of `explainer`, of which `sections` are shown.
    pub fn new(explainer: &Explainer, sections: &[Rc<Section>], fold: Fold) -> Self {
        let mut folder = Folder::new(fold);
        let mut sentences: Vec<Sentence> = Vec::new();
        let places = passages::walk(explainer, sections, &mut |place, kind, text| {
            // What a place says twice is listed once, and leads to the first.
            let mut here = sentences.iter().rev().take_while(|it| it.place == place);
            if text.is_empty() || here.any(|it| it.text == text) {
                return;
            }
            sentences.push(Sentence {
                place,
                kind,
                text: text.to_owned(),
                folded: folder.folded(text),
            });
        });
        Self { places, sentences }
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
                    found.first.push(self.hit(*number, &words));
                }
            }
        }
        found
    }

    fn hit(&self, number: usize, words: &[Vec<u8>]) -> Hit<'_> {
        let sentence = &self.sentences[number];
        let heading = match sentence.kind {
            Kind::Button => "",
            _ => &self.places[sentence.place].heading,
        };
        Hit {
            number,
            heading,
            pieces: sentence.pieces(words),
        }
    }

    /// Where a sentence leads: the section, and the words in it; no words where it is the section's button
    /// that leads on. None for a number that no [`Hit`] has.
    pub fn target(&self, number: usize) -> Option<(Option<SectionId>, &str)> {
        let sentence = self.sentences.get(number)?;
        let words = match sentence.kind {
            Kind::Button | Kind::Summary => "",
            _ => &sentence.text,
        };
        Some((self.places[sentence.place].section.clone(), words))
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
            Kind::Button | Kind::Heading => 0,
            Kind::Term(_) if in_term => 1,
            Kind::Term(_) => 2,
            Kind::Summary | Kind::Text => 3,
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
